"""Mail: a message of any kind as e-mail has it: a subject, plain text, and HTML made of the same words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from string import Template

from words.nudging import asks, is_late
from words.saying import Brief, Button, Mailing, Saying, Worded, quote

PAGE = Template(Path(__file__).with_name("templates").joinpath("mail.html").read_text(encoding="utf-8"))

# A longer subject is cut off by what shows it: some sixty signs on a telephone, a hundred at a desk.
SUBJECT = 100
BOLD = re.compile(r"<b>((?:(?!</?b>).)*)</b>")
LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')
SET_APART = re.compile(r"</?(?:blockquote|pre)[^>]*>")
MARK = re.compile(r"<[^>]*>")
ITEM = "– "


@dataclass(frozen=True)
class Mail:
    """A message as e-mail has it; ``html`` is a whole page."""

    subject: str
    text: str
    html: str


def compose(say: Saying, kind: str, brief: Brief, worded: Worded, mailing: Mailing) -> Mail:
    """The mail of a message that was worded: what could be pressed in a chat is a link, or a word to answer with."""
    blocks = [*_blocks(worded.html), *_answers(say, worded.rows, mailing, brief.get("token", ""))]
    subject = quote(SUBJECTS.get(kind, _first_line)(say, brief, worded), SUBJECT)
    foot = [*_blocks("\n\n".join(_foot(say, mailing)))]
    body = "\n".join(_html(blocks))
    if "<h1>" not in body:  # whoever goes from heading to heading finds one in every mail
        body = f'<h1 class="unseen">{escape(subject)}</h1>\n{body}'
    page = PAGE.substitute(
        lang=say.language,
        title=escape(subject),
        body=body,
        foot="\n".join(_html(foot)),
    )
    text = "\n\n".join("\n".join(_plain(line) for line in lines) for lines in blocks)
    text += "\n\n-- \n" + "\n".join(_plain(line) for lines in foot for line in lines)
    return Mail(subject, text + "\n", page)


def offered(rows: Sequence[Sequence[Button]]) -> list[Button]:
    """The buttons that are words to answer a mail with, in their order; whatever opens an address is a link."""
    return [button for row in rows for button in row if not button.url]


def _answers(say: Saying, rows: Sequence[Sequence[Button]], mailing: Mailing, token: str) -> Iterator[list[str]]:
    """How the mail can be answered, where it asks for anything, and the addresses that it opens; ``token``: of a link
    into the chat."""
    links = [button for row in rows for button in row if button.url]
    if links:
        yield [_link(button.url, button.label) for button in links]
    words = [button.label for button in offered(rows)]
    if not words:
        if mailing.worksheet and not links:
            yield [_link(mailing.worksheet, say.label("page-open"))]
        return
    lines: list[str] = [say("mail-answer")]
    if mailing.worksheet:
        lines.append(ITEM + _link(mailing.worksheet, say.label("mail-worksheet")))
    lines.append(ITEM + say("mail-reply" if mailing.read else "mail-reply-coordinator"))
    if mailing.read:
        lines.append(ITEM + say("mail-words", words=", ".join(say.label("mail-word", word=word) for word in words)))
    if token:
        lines.append(ITEM + _link(say.link(token), say.label("mail-join")))
    yield lines


def _foot(say: Saying, mailing: Mailing) -> list[str]:
    lines: list[str] = [say("mail-sent-by")]
    if mailing.worksheet:
        lines.append(say("mail-personal"))
    if mailing.decline:
        lines.append(_link(mailing.decline, say.label("mail-decline")))
    return lines


def _link(url: str, label: str) -> str:
    return f'<a href="{escape(url)}">{escape(label)}</a>'


def _blocks(html: str) -> Iterator[list[str]]:
    """The paragraphs of a message, each as its lines."""
    for block in re.split(r"\n\s*\n", SET_APART.sub("", html).strip("\n")):
        lines = [line for line in block.split("\n") if line.strip()]
        if lines:
            yield lines


def _html(blocks: Sequence[list[str]]) -> Iterator[str]:
    """Headings where a line is wholly bold, the first of them the page's; lists where lines begin with a dash."""
    level = 1
    for lines in blocks:
        run: list[str] = []
        for line in [*lines, ""]:
            if line and (heading := BOLD.fullmatch(line)):
                yield from _run(run)
                run = []
                yield f"<h{level}>{heading[1]}</h{level}>"
                level = 2
            elif line and (not run or run[-1].startswith(ITEM) is line.startswith(ITEM)):
                run.append(line)
            else:
                yield from _run(run)
                run = [line] if line else []


def _run(lines: list[str]) -> Iterator[str]:
    if lines and lines[0].startswith(ITEM):
        yield "<ul>" + "".join(f"<li>{line.removeprefix(ITEM)}</li>" for line in lines) + "</ul>"
    elif lines:
        yield f"<p>{'<br>'.join(lines)}</p>"


def _plain(line: str) -> str:
    """A line without marks; an address stands beside the words that open it."""
    return unescape(MARK.sub("", LINK.sub(_beside, line)))


def _beside(found: re.Match[str]) -> str:
    return found[1] if unescape(found[2]) == unescape(found[1]) else f"{found[2]}: {found[1]}"


def _first_line(say: Saying, brief: Brief, worded: Worded) -> str:
    """What the message itself says first: its heading, where it begins with one."""
    line = worded.html.lstrip().partition("\n")[0]
    heading = BOLD.match(line)
    return _plain(heading[1] if heading else line).rstrip(".:")


def _nudge(say: Saying, brief: Brief, worded: Worded) -> str:
    """All mails about one year's report have one subject, so that they stand together in a mailbox."""
    rounds = brief["rounds"]
    numbers = say.all_numbered([measure for one in rounds for measure in one["measures"]])
    subject = "subject-late" if all(map(is_late, rounds)) else "subject-nudge"
    return say.label(subject, **asks(rounds[0]), numbers=numbers)


def _following(say: Saying, brief: Brief, worded: Worded) -> str:
    return say.label("subject-following")


def _view(say: Saying, brief: Brief, worded: Worded) -> str:
    return say.label("subject-view", number=say.numbered(brief))


def _rejoinder(say: Saying, brief: Brief, worded: Worded) -> str:
    return say.label("subject-rejoinder", number=say.numbered(brief))


# What a mail is about, where its first line does not say it best.
SUBJECTS: dict[str, Callable[[Saying, Brief, Worded], str]] = {
    "nudge": _nudge,
    "following": _following,
    **dict.fromkeys(("view-text", "view-state", "view-kept", "view-withdraw-ask", "view-withdrawn"), _view),
    **dict.fromkeys(("rejoin-ask", "rejoinder-kept", "rejoinder-told"), _rejoinder),
}
