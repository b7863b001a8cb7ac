"""Messages: what each kind of outgoing message says, as HTML with rows of buttons, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

from words import (
    absence,
    alarms,
    board,
    chasing,
    commands,
    completions,
    convening,
    council,
    digest,
    doubts,
    evidence,
    excusing,
    extending,
    handover,
    inviting,
    joining,
    mail,
    measures,
    meetings,
    nudging,
    ogp,
    own_dates,
    pages,
    personal,
    publishing,
    putting_right,
    reading_back,
    rejoining,
    replying,
    resting,
    returning,
    stepping,
    still_you,
    switching,
    unread,
    voices,
    why,
    workspace,
)
from words.letters import handing as letters
from words.mail import Mail
from words.reports import handing
from words.saying import (
    LONGEST,
    LONGEST_CAPTION,
    SHARES,
    Attached,
    Brief,
    Composer,
    Mailing,
    Saying,
    Worded,
    cut,
    fits,
)
from words.texts import Texts

# What each kind says; a kind without a composer is the text of its own name.
COMPOSERS: dict[str, Composer] = {
    **nudging.COMPOSERS,
    **replying.COMPOSERS,
    **joining.COMPOSERS,
    **inviting.COMPOSERS,
    **workspace.COMPOSERS,
    **putting_right.COMPOSERS,
    **commands.COMPOSERS,
    **board.COMPOSERS,
    **evidence.COMPOSERS,
    **switching.COMPOSERS,
    **digest.COMPOSERS,
    **chasing.COMPOSERS,
    **meetings.COMPOSERS,
    **ogp.COMPOSERS,
    **own_dates.COMPOSERS,
    **stepping.COMPOSERS,
    **resting.COMPOSERS,
    **returning.COMPOSERS,
    **still_you.COMPOSERS,
    **handover.COMPOSERS,
    **absence.COMPOSERS,
    **personal.COMPOSERS,
    **excusing.COMPOSERS,
    **extending.COMPOSERS,
    **convening.COMPOSERS,
    **alarms.COMPOSERS,
    **doubts.COMPOSERS,
    **unread.COMPOSERS,
    **why.COMPOSERS,
    **pages.COMPOSERS,
    **handing.COMPOSERS,
    **letters.COMPOSERS,
    **reading_back.COMPOSERS,
    **publishing.COMPOSERS,
    **voices.COMPOSERS,
    **rejoining.COMPOSERS,
    **council.COMPOSERS,
    **measures.COMPOSERS,
}


class Messages:
    """Words for the kinds of one forum. ``link`` makes a token into the address that opens the chat."""

    def __init__(self, texts: Texts, zone: ZoneInfo, link: Callable[[str], str]) -> None:
        self.texts = texts
        self.zone = zone
        self.link = link

    def compose(self, kind: str, language: str, brief: Brief) -> Worded:
        """The message of this kind, with less of each quote and title where it would be too long.

        Raises UnknownText or MissingValue where the words for it are not complete.
        """
        kept: list[Attached] = []
        for share in SHARES:
            worded = _worded(Saying(self.texts, self.zone, self.link, language, share, kept=kept), kind, brief)
            most = LONGEST_CAPTION if worded.attached else LONGEST
            if fits(worded.html, most):
                return worded
        return replace(worded, html=cut(worded.html, most))

    def mail(self, kind: str, language: str, brief: Brief, mailing: Mailing) -> tuple[Worded, Mail]:
        """The message of this kind as it goes out by e-mail, where it may be as long as it is, and as what it was
        worded before that.

        Raises UnknownText or MissingValue where the words for it are not complete.
        """
        say = Saying(self.texts, self.zone, self.link, language, mail=mailing)
        worded = _worded(say, kind, brief)
        return worded, mail.compose(say, kind, brief, worded, mailing)

    def toast(self, kind: str, language: str, values: Brief) -> str:
        """The short word that answers a press, at most 200 signs."""
        if "completion" in values:
            values = {**values, "completion": completions.label(values["completion"], language)}
        return self.texts.label(language, f"toast-{kind}", **values)


def _worded(say: Saying, kind: str, brief: Brief) -> Worded:
    make, again = COMPOSERS.get(kind, _plain(kind)), brief.get("again", False)
    brief = {name: value for name, value in brief.items() if name != "again"}
    return doubts.marked(say, switching.under_notice(say, brief, make(say, brief)), again=again)


def _plain(kind: str) -> Composer:
    def compose(say: Saying, brief: Brief) -> Worded:
        return Worded(say(kind, **{name: value for name, value in brief.items() if isinstance(value, str | int)}))

    return compose
