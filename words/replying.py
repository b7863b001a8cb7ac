"""Replying: the questions about an answer, and its echoes."""

from __future__ import annotations

from forum.plan import Completion
from words import beginning, completions, dates, pages, stepping, why
from words.nudging import agrees, asks
from words.saying import LONG_QUOTE, SHORT_QUOTE, Brief, Button, Composer, Saying, Worded, in_rows
from words.texts import Safe

ENGLISH = "en"


def _ask_status(say: Saying, brief: Brief) -> Worded:
    buttons = [
        Button(completions.short_label(word, say.language), "status", f"{brief['obligation']}-{word.value}")
        for word in completions.TOLD
    ]
    html = say("ask-status", **say.named(brief), title=say.title(brief["measure_title"]), **asks(brief))
    means = "\n".join(
        say("completion-means", completion=say.completion(word), means=completions.meaning(word, say.language))
        for word in completions.TOLD
    )
    html = Safe(f"{beginning.beside(say, html, brief)}\n\n<blockquote expandable>{means}</blockquote>")
    if brief["on_record"]:
        buttons.append(Button(say.label("nudge-unchanged"), "unchanged", brief["obligation"]))
    buttons.append(Button(say.label("nothing-to-report"), "nothing", brief["obligation"]))
    return Worded(html, [buttons[:2], buttons[2:4], buttons[4:]])


def _ask_text(say: Saying, brief: Brief) -> Worded:
    title, completion = say.title(brief["measure_title"]), say.completion(brief["completion"])
    little = "yes" if brief["completion"] in completions.LITTLE else "no"
    return Worded(say("ask-text", **say.named(brief), title=title, completion=completion, little=little))


def _ask_words(say: Saying, brief: Brief) -> Worded:
    """Where a round asks for words alone."""
    html = say("ask-words", **say.named(brief), title=say.title(brief["measure_title"]), kind=brief["kind"])
    return Worded(beginning.beside(say, html, brief), [[agrees(say, brief["kind"], brief["obligation"])]])


def _agreed(say: Saying, brief: Brief) -> Worded:
    return Worded(say("agreed", numbers=say.all_numbered(brief["measures"]), kind=brief["kind"]))


def _ask_why(say: Saying, brief: Brief) -> Worded:
    return Worded(say("ask-why", **say.named(brief), title=say.title(brief["measure_title"])))


def _unchanged_ask(say: Saying, brief: Brief) -> Worded:
    """The text that will be printed, to be sent in as it stands."""
    since = dates.since_day(brief["since"], say.language) if brief["since"] else ""
    lines = [say("unchanged-head", **say.named(brief), since=since, dated=int(bool(since)))]
    if brief["completion"]:
        lines.append(say("unchanged-status", completion=say.completion(brief["completion"])))
    lines.append(
        say("unchanged-text", text=say.quote(brief["done"], LONG_QUOTE)) if brief["done"] else say("unchanged-no-text")
    )
    lines += [
        say(f"echo-{name.replace('_', '-')}", text=say.quote(brief[name], LONG_QUOTE))
        for name in ("obstacles", "next_step")
        if brief[name]
    ]
    number = brief["obligation"]
    yes = Button(say.label("unchanged-yes"), "unchanged-yes", number)
    more = Button(say.label("unchanged-more"), "answer", number)
    return Worded("\n\n".join(lines), [[yes, more], [Button(say.label("unchanged-no"), "unchanged-no", number)]])


def _unchanged_not(say: Saying, brief: Brief) -> Worded:
    html = say("unchanged-not", **say.named(brief))
    if not brief["open"]:
        return Worded(html)
    answer = Button(say.label("nudge-answer"), "answer", brief["obligation"])
    return Worded(html, [[answer, Button(say.label("nudge-unchanged"), "unchanged", brief["obligation"])]])


def _ask_measure(say: Saying, brief: Brief) -> Worded:
    buttons = [
        Button(say.numbered(one), "measure", f"{one['obligation']}-{brief['draft']}") for one in brief["choices"]
    ]
    none = Button(say.label("ask-measure-none"), "measure-none", brief["draft"])
    html = say("ask-measure", text=say.quote(brief["text"], SHORT_QUOTE))
    return Worded(html, [*in_rows(buttons, 2), [none]])


def _echo(say: Saying, brief: Brief) -> Worded:
    when = dates.moment(brief["at"], say.zone, say.language)
    if brief["withdrawn"]:
        again = Button(say.label("nudge-answer"), "answer", brief["obligation"])
        kept = "written" if brief["written"] else "kept"
        html = stepping.beside(say, say("echo-withdrawn", **say.named(brief), when=when, kept=kept), brief["steps"])
        return Worded(html, [[again], pages.button(say, brief)] if pages.named(say, brief) else [[again]])
    head = "echo-written" if brief["written"] else "echo-refused" if brief["refused"] else "echo-saved"
    head = "echo-seen" if brief.get("seen") else "echo-overtaken" if brief["overtaken"] else head
    unasked = [why.button(say)] if brief.get("seen") else []
    return _answer(say, brief, say(head, when=when, version=brief["version"]), *unasked)


def _written(say: Saying, brief: Brief) -> Worded:
    return _answer(say, brief, say("echo-later", version=brief["version"]))


def _on_behalf(say: Saying, brief: Brief) -> Worded:
    when = dates.moment(brief["at"], say.zone, say.language)
    head = say("echo-on-behalf", when=when, version=brief["version"])
    return _answer(say, brief, head, why.button(say))


def _answer(say: Saying, brief: Brief, head: str, *more: Button) -> Worded:
    """An answer as kept, under its head, with what can be done about it, and ``more`` in the last row."""
    lines = [head, _status(say, brief)]
    if brief["unchanged"]:
        lines.append(say("echo-unchanged") if brief["progress"] else say("echo-agreed", kind=brief["kind"]))
    if brief["internal"]:
        lines.append(say("echo-internal"))
    if brief["done"]:
        said = "echo-done" if brief["progress"] else "said-text"
        lines.append(say(said, text=say.quote(brief["done"], LONG_QUOTE)))
    if brief["obstacles"]:
        head = "echo-nothing" if brief["nothing"] else "echo-obstacles"
        lines.append(say(head, text=say.quote(brief["obstacles"], LONG_QUOTE)))
    if brief["next_step"]:
        lines.append(say("echo-next-step", text=say.quote(brief["next_step"], LONG_QUOTE)))
    if brief["in_english"]:
        lines.append(say("readback-english", text=say.quote(brief["in_english"], LONG_QUOTE)))
    if brief["steps"]:
        lines.append(Safe("\n".join(stepping.said_lines(say, brief["steps"]))))
    lines.append(say("echo-outside", number=brief["outside"]) if brief["outside"] else say("echo-draft"))
    opens = [Button(say.label("echo-open"), "", url=brief["link"])] if brief["link"] else []
    opens += pages.button(say, brief)
    rows = [*_echo_rows(say, brief), [*opens, *more]]
    return Worded("\n\n".join(lines), [row for row in rows if row])


def _status(say: Saying, brief: Brief) -> Safe:
    """How far it has come; where that was not said, whether something stands there that stays."""
    if not brief["progress"]:
        return say("echo-about", **say.named(brief), kind=brief["kind"])
    if brief["completion"]:
        return say("echo-status", **say.named(brief), completion=say.completion(brief["completion"]))
    kept = brief["on_record"] not in (None, Completion.NO_EVIDENCE)
    return say("echo-no-status", **say.named(brief), kept="yes" if kept else "no")


def _echo_rows(say: Saying, brief: Brief) -> list[list[Button]]:
    """What can be done about an answer: put it right, take it back, add to it."""

    def button(label: str, action: str) -> Button:
        return Button(say.label(label), action, brief["obligation"])

    first = [button("echo-correct", "answer"), button("echo-withdraw", "withdraw")]
    if not brief["progress"]:
        return [first]
    if not (brief["completion"] or brief["nothing"]):
        first.insert(0, button("echo-set-status", "only-status"))
    more = [button("evidence-add", "evidence")]
    if not (brief["next_step"] or brief["nothing"] or brief["completion"] == Completion.COMPLETE):
        more.append(button("echo-add-next-step", "next-step"))
    reads = say.language == ENGLISH != say.texts.languages[0]
    if brief["english"] == "asked" or (brief["english"] == "may" and reads):
        more.append(button("echo-in-english", "english"))
    return [first, more]


def _english_kept(say: Saying, brief: Brief) -> Worded:
    html = say("english-kept", **say.named(brief), text=say.quote(brief["text"], LONG_QUOTE))
    return Worded(html, [[Button(say.label("echo-correct"), "english", brief["obligation"])]])


def _english_not(say: Saying, brief: Brief) -> Worded:
    return Worded(say("english-not", **say.named(brief)))


def _withdraw_ask(say: Saying, brief: Brief) -> Worded:
    """What taking an answer back means, before it is done."""
    yes = Button(say.label("withdraw-yes"), "withdraw-yes", brief["obligation"])
    no = Button(say.label("withdraw-no"), "withdraw-no", brief["obligation"])
    erase = Button(say.label("withdraw-erase"), "erase", brief["obligation"])
    html = say("withdraw-ask", **say.named(brief), title=say.title(brief["measure_title"]))
    return Worded(html, [[yes, no], [erase]])


def _erase_ask(say: Saying, brief: Brief) -> Worded:
    """What erasing means, which nothing undoes."""
    yes = Button(say.label("erase-yes"), "erase-yes", brief["obligation"])
    no = Button(say.label("withdraw-no"), "withdraw-no", brief["obligation"])
    stays = "yes" if brief["stays"] else "no"
    html = say("erase-ask", **say.named(brief), title=say.title(brief["measure_title"]), stays=stays)
    return Worded("\n\n".join([html, *_letters(say, brief)]), [[yes, no]])


def _letters(say: Saying, brief: Brief) -> list[Safe]:
    """The letters that hold the words all the same: there they can be taken out by whoever keeps them."""
    return [_letter(say, one) for one in brief["letters"]]


def _letter(say: Saying, one: Brief) -> Safe:
    if one["on"] is None:
        when = dates.moment(one["made_at"], say.zone, say.language)
        return say("erase-letter-draft", turn=one["turn"], when=when)
    return say("erase-letter", number=one["number"], on=dates.day(one["on"], say.language))


def _later(kind: str) -> Composer:
    """A question asked after the text, which is kept already."""

    def ask(say: Saying, brief: Brief) -> Worded:
        skip = {"ask-obstacles": "no-obstacles", "ask-next-step": "no-next-step"}.get(kind)
        html = say(kind, **say.named(brief), title=say.title(brief["measure_title"]))
        if skip is None or brief.get("must"):
            return Worded(html)
        return Worded(html, [[Button(say.label(skip), "nothing-more", f"{brief['obligation']}-{skip}")]])

    return ask


def _colleague_answered(say: Saying, brief: Brief) -> Worded:
    """To whoever answered after a colleague."""
    html = say("colleague-answered", **say.named(brief), name=say.title(brief["earlier"]), version=brief["version"])
    return Worded("\n\n".join([html, *_said(say, brief["was"])]))


def _colleague_changed(say: Saying, brief: Brief) -> Worded:
    """To whoever had answered before a colleague did, or took it back."""
    kind = "colleague-withdrew" if brief["withdrawn"] else "colleague-changed"
    html = say(kind, **say.named(brief), name=say.title(brief["name"]), version=brief["version"])
    said = [] if brief["withdrawn"] else _said(say, brief["now"])
    label = "nudge-answer" if brief["withdrawn"] else "echo-correct"
    answer = Button(say.label(label), "answer", brief["obligation"])
    return Worded("\n\n".join([html, *said]), [[answer], [why.button(say)]])


def _said(say: Saying, one: Brief) -> list[str]:
    """The completion and the words of a version, as far as it has them."""
    found: list[str] = []
    if one["completion"]:
        found.append(say("unchanged-status", completion=say.completion(one["completion"])))
    if one["text"]:
        found.append(say("said-text", text=say.quote(one["text"], SHORT_QUOTE)))
    return found


def _erased(say: Saying, brief: Brief) -> Worded:
    """To a coordinator: that words were erased, never which."""
    told = {"code": brief["institution"], "name": say.title(brief["name"]), "why": brief["why"]}
    lines = [say("answer-erased", **say.named(brief), **told), *_letters(say, brief)]
    if brief["sought"]:
        lines.append(say("answer-erased-sought", count=brief["sought"]))
    more = [*([say("answer-erased-files")] if brief["files"] else []), *_backups(say, brief)]
    html = "\n\n".join([*lines, " ".join(more)] if more else lines)
    return Worded(html, [[Button(say.label("echo-open"), "", url=brief["link"])]] if brief["link"] else [])


def _erased_body(say: Saying, brief: Brief) -> Worded:
    """To whoever gave the answer: a coordinator had its words erased."""
    told = {"name": say.title(brief["name"]), "why": brief["why"]}
    lines = [say("answer-erased-body", **say.named(brief), **told), *_letters(say, brief)]
    return Worded("\n\n".join(lines), [[why.button(say)]])


def _text_erased(say: Saying, brief: Brief) -> Worded:
    return Worded("\n\n".join([" ".join([say("text-erased"), *_backups(say, brief)]), *_letters(say, brief)]))


def _backups(say: Saying, brief: Brief) -> list[Safe]:
    """Until when backups hold what was erased, where we know."""
    return [say("text-erased-backups", on=dates.day(brief["backups"], say.language))] if brief["backups"] else []


COMPOSERS: dict[str, Composer] = {
    "answer-erased": _erased,
    "answer-erased-body": _erased_body,
    "text-erased": _text_erased,
    "ask-status": _ask_status,
    "ask-text": _ask_text,
    "ask-words": _ask_words,
    "agreed": _agreed,
    "ask-why": _ask_why,
    "unchanged-ask": _unchanged_ask,
    "ask-measure": _ask_measure,
    "ask-obstacles": _later("ask-obstacles"),
    "ask-next-step": _later("ask-next-step"),
    "ask-nothing": _later("ask-nothing"),
    "ask-english": _later("ask-english"),
    "english-kept": _english_kept,
    "english-not": _english_not,
    "withdraw-ask": _withdraw_ask,
    "erase-ask": _erase_ask,
    "colleague-answered": _colleague_answered,
    "colleague-changed": _colleague_changed,
    "unchanged-not": _unchanged_not,
    "echo": _echo,
    "written": _written,
    "on-behalf": _on_behalf,
}
