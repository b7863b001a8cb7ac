"""Evidence in words: what was kept, and the questions about it."""

from __future__ import annotations

from words.saying import SHORT_QUOTE, Brief, Button, Composer, Saying, Worded, in_rows
from words.texts import Texts

# So many pieces get a button of their own to take them back.
MOST_BUTTONS = 6


def _kept(say: Saying, brief: Brief) -> Worded:
    lines: list[str] = [_head(say, brief), *(_piece(say, one) for one in brief["pieces"])]
    if any(one["kind"] == "audio" for one in brief["pieces"]):
        lines.append("\n" + say("evidence-spoken"))
    lines.append("\n" + say("evidence-private"))
    alone = len(brief["pieces"]) == 1
    buttons = [
        Button(
            say.label("evidence-drop") if alone else say.label("evidence-drop.number", number=number),
            "evidence-drop",
            one["id"],
        )
        for number, one in enumerate(brief["pieces"][:MOST_BUTTONS], 1)
    ]
    return Worded("\n".join(lines), in_rows(buttons))


def _head(say: Saying, brief: Brief) -> str:
    return say("evidence-kept", **say.named(brief), count=len(brief["pieces"]))


def _piece(say: Saying, one: Brief) -> str:
    if not one["name"]:
        return say("evidence-picture", size=size(say.texts, say.language, one["size"]))
    if one["kind"] == "link":
        return say("evidence-link", link=say.quote(one["name"], SHORT_QUOTE))
    large = size(say.texts, say.language, one["size"])
    return say("evidence-file", kind=one["kind"], name=say.title(one["name"]), size=large)


def size(texts: Texts, language: str, count: int) -> str:
    """So many bytes, in whole kilobytes or megabytes."""
    if count < 2**20:
        return texts.label(language, "size-kilobytes", count=str(max(1, round(count / 2**10))))
    return texts.label(language, "size-megabytes", count=str(round(count / 2**20)))


def _lost(say: Saying, brief: Brief) -> Worded:
    return Worded(say("evidence-lost", **say.named(brief)))


def _ask_evidence(say: Saying, brief: Brief) -> Worded:
    buttons = [
        Button(say.numbered(one), "evidence-of", f"{brief['piece']}-{one['obligation']}") for one in brief["choices"]
    ]
    return Worded(say("ask-evidence"), in_rows(buttons))


def _ask_piece(say: Saying, brief: Brief) -> Worded:
    return Worded(say("ask-piece", **say.named(brief), title=say.title(brief["title"])))


COMPOSERS: dict[str, Composer] = {
    "evidence-kept": _kept,
    "evidence-lost": _lost,
    "ask-evidence": _ask_evidence,
    "ask-piece": _ask_piece,
}
