"""Heard by e-mail: what somebody answers to a mail is their answer, whatever it comes wrapped in; all else is not."""

from __future__ import annotations

from email.message import EmailMessage

from sqlalchemy.orm import Session

from forum import announcing, preferences
from forum.enrolment import Address
from forum.evidence import Evidence
from forum.inbox import IncomingMessage
from forum.meetings import Attendance, Meeting, MeetingState, Presence
from forum.outbox import OutgoingMessage
from forum.people import ChannelName, Person
from forum.records import Record
from forum.replies import Reply
from sandbox.imap import Mailbox
from sandbox.mail import MailServer
from tests.bot.email.post import Post, text
from tests.bot.email.replies import bounce, fresh, reply
from tests.bot.email.test_reached import IZM, VARAM, VK, cast
from tests.bot.town import last, said
from tests.facts import FORUM, Facts, riga

ANSWER = "Izpildīts būtiskā apjomā\nNotikušas trīs diskusijas."
RECORDED = [("substantial", "Notikušas trīs diskusijas.")]


async def asked(post: Post) -> EmailMessage:
    """IZM's reminder, which has arrived."""
    cast(post)
    await post.settle()
    (mail,) = post.to(IZM)
    return mail


def told(post: Post, address: str) -> list[str]:
    """The first lines of what arrived at an address after its reminder."""
    return [text(mail).partition("\n")[0] for mail in post.to(address)[1:]]


async def test_an_answer_is_recorded_once_and_echoed_in_its_thread(read_post: Post, inbox: Mailbox) -> None:
    mail = await asked(read_post)
    answer = reply(mail, ANSWER)
    await read_post.comes(answer)
    assert read_post.town.versions() == RECORDED
    read_post.town.written()
    await read_post.town.settle()
    (echo,) = read_post.to(IZM)[1:]
    assert text(echo).startswith("Saņemts un ierakstīts platformā 18. janvārī plkst. 10.42 (1. redakcija).")
    assert echo["References"] == mail["References"]
    assert [kept.flags for kept in inbox.mails] == [{r"\Seen"}]
    await read_post.comes(answer)  # the same mail once more
    inbox.renumber()
    await read_post.comes()
    assert (read_post.town.versions(), len(read_post.town.all(IncomingMessage))) == (RECORDED, 1)


async def test_what_lay_there_before_is_none_of_ours(post: Post, server: MailServer, inbox: Mailbox) -> None:
    inbox.put(fresh(ANSWER, sender=IZM).as_bytes())
    read = Post(post.town, server, inbox=inbox)
    await read.comes()
    await read.comes(fresh(ANSWER, sender=IZM))
    assert len(read.town.all(IncomingMessage)) == 1


async def test_a_missing_completion_is_asked_back_and_a_word_answers(read_post: Post) -> None:
    mail = await asked(read_post)
    await read_post.comes(reply(mail, "Notikušas trīs diskusijas."))
    read_post.town.written()
    await read_post.town.settle()
    (question,) = [one for one in read_post.to(IZM) if "«Būtiskā apjomā»" in text(one)]
    await read_post.comes(reply(question, "«būtiskā apjomā».\n\nPaldies!"))
    assert read_post.town.versions() == [(None, "Notikušas trīs diskusijas."), *RECORDED]


async def test_the_words_of_buttons_do_what_the_buttons_do(read_post: Post) -> None:
    mail = await asked(read_post)
    await read_post.comes(reply(mail, "Vajadzīga palīdzība"))
    assert "Kas traucē atbildēt?" in text(read_post.to(IZM)[-1])
    await read_post.comes(reply(read_post.to(IZM)[-1], "Trūkst datu"))
    assert text(read_post.to(IZM)[-1]).startswith("Nodots koordinatoram.")
    assert read_post.town.versions() == []
    (call,) = [one for one in read_post.to(VK) if "Vajadzīga palīdzība" in text(one)]
    await read_post.comes(reply(call, "Nokārtots"), reply(call, "Nokārtots"))
    assert text(read_post.to(VK)[-1]).partition("\n")[0] == "Tas jau ir izdarīts."


async def test_a_coordinator_gives_commands_by_mail(read_post: Post) -> None:
    await asked(read_post)
    read_post.town.clock.set(riga("2021-01-18 11:00"))
    await read_post.settle()
    await read_post.comes(reply(read_post.to(VK)[0], "/gaidam"))
    assert "Gaidām" in text(read_post.to(VK)[-1])


async def test_a_calendars_answer_is_the_members(read_post: Post) -> None:
    """A yes and a no, by the person who is invited; of somebody else's meeting, and «maybe», nothing."""
    people = cast(read_post)

    def call(facts: Facts) -> int:
        meeting = Meeting(
            forum=FORUM,
            title="Foruma sanāksme",
            uid="3b241101@forumbot",
            starts_at=riga("2021-02-19 10:00"),
            ends_at=riga("2021-02-19 11:30"),
            place="Rīga",
            state=MeetingState.PLANNED,
        )
        facts.session.add(meeting)
        facts.session.flush()
        chief = facts.session.get_one(Person, people["VK"].id)
        announcing.announce(facts.session, meeting, by=chief, now=riga("2021-01-18 10:42"), policy=read_post.policy)
        return meeting.id

    await read_post.decide()
    read_post.town.make(call)
    await read_post.settle()
    answers = []
    for word in ("TENTATIVE", "ACCEPTED", "DECLINED"):
        await read_post.comes(calendar_reply(IZM, word), calendar_reply("kads@svess.example", "DECLINED"))
        found = {row.person_id: row.answer for row in read_post.town.all(Attendance)}
        answers.append((found[people["IZM"].id], found[people["VARAM"].id]))
    assert answers == [(None, None), (Presence.ON_SITE, None), (Presence.ABSENT, None)]
    assert "Jūsu atbilde: nepiedalīšos." in text(read_post.to(IZM)[-1])


async def test_two_answers_by_two_channels_are_two_versions_of_one(read_post: Post) -> None:
    people = cast(read_post)
    read_post.town.make(lambda facts: facts.joins(people["VARAM"]))
    member = read_post.town.of(people["VARAM"])
    await read_post.settle()
    assert (read_post.to(VARAM), len(said(member))) == ([], 1)
    izm = read_post.to(IZM)[0]
    member.says("Izpildīts. No sarunas.", reply_to=last(member).id)
    await read_post.comes(reply(izm, "Izpildīts. No vēstules."))
    assert sorted(read_post.town.versions(), key=str) == [("complete", "No sarunas."), ("complete", "No vēstules.")]

    def choose(session: Session) -> None:
        own = preferences.change(session, FORUM, people["VARAM"].id, now=riga("2021-01-18"))
        own.channel = ChannelName.EMAIL

    read_post.town.do(choose)
    read_post.town.put(people["VARAM"], "welcome-back", asked=False)
    await read_post.settle()
    (mail,) = read_post.to(VARAM)
    member.says("Izpildīts. Vēlreiz no sarunas.")
    await read_post.comes(reply(mail, "Izpildīts. Vēlreiz no vēstules."))
    assert len(read_post.town.all(Reply)) == 2


async def test_files_become_evidence_and_pictures_of_signatures_do_not(read_post: Post) -> None:
    mail = await asked(read_post)
    answer = reply(mail, ANSWER)
    answer.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="protokols.pdf")
    answer.add_attachment(b"PNG", maintype="image", subtype="png", cid="<logo>", disposition="inline")
    await read_post.comes(answer)
    (piece,) = read_post.town.all(Evidence)
    assert (piece.name, piece.size, piece.fetched_at is not None) == ("protokols.pdf", 8, True)
    assert read_post.town.versions() == RECORDED


def calendar_reply(sender: str, word: str) -> EmailMessage:
    """As Outlook, Gmail and Thunderbird answer an invitation: in a mail of its own, which names no mail of ours."""
    made = fresh("", sender=sender, subject="Accepted: Foruma sanāksme")
    made.set_content("Yes.")
    calendar = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        "UID:3b241101@forumbot\r\nSEQUENCE:0\r\nDTSTAMP:20210118T084200Z\r\n"
        f"ATTENDEE;PARTSTAT={word};CN=x:mailto:{sender}\r\nORGANIZER:mailto:forums@vk.example\r\n"
        "DTSTART:20210219T080000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    made.add_alternative(calendar, subtype="calendar", params={"method": "REPLY"})
    return made


async def test_nobody_answers_for_another(read_post: Post) -> None:
    """A stranger, a colleague with the mail in hand, and a forger who knows an address but no mail of ours."""
    mail = await asked(read_post)
    await read_post.comes(
        fresh(ANSWER, sender="kads@svess.example"),
        fresh(ANSWER, sender="kads@svess.example"),
        reply(mail, ANSWER, sender=VARAM),
        reply(mail, ANSWER, sender=IZM.replace("izm@", "citur@")),
    )
    assert read_post.town.versions() == []
    lines = [text(one).partition("\n")[0] for one in read_post.to(VK) if "neierakstījām" in text(one)]
    assert [line.partition(": ")[2].partition(".")[0] for line in lines] == [
        "adreses nav foruma sarakstā",
        "uz mūsu vēstuli atbildēja no citas adreses, nekā to sūtījām",
        "uz mūsu vēstuli atbildēja no citas adreses, nekā to sūtījām",
    ]
    forged = fresh(ANSWER, sender=IZM)
    forged["In-Reply-To"] = str(mail["Message-ID"]).replace("@", "0@")
    await read_post.comes(forged)
    assert read_post.town.versions() == []
    question = read_post.to(IZM)[-1]
    assert text(question).startswith("Teksts ir saglabāts: «Izpildīts būtiskā apjomā Notikušas trīs diskusijas.»")
    await read_post.comes(reply(question, "2.2."))  # who has our question confirms it
    assert read_post.town.versions() == RECORDED


async def test_machines_are_not_answered(read_post: Post) -> None:
    mail = await asked(read_post)
    before = len(read_post.town.all(OutgoingMessage))
    loop = fresh(ANSWER, sender="forums@vk.example")
    newsletter = reply(mail, ANSWER, List_Id="<jaunumi.example>")
    vacation = reply(
        mail,
        "Esmu atvaļinājumā no 11. janvāra līdz 29. janvārim. Steidzamos gadījumos zvaniet kolēģim.",
        Auto_Submitted="auto-replied",
    )
    await read_post.comes(loop, newsletter, vacation)
    assert (read_post.town.versions(), len(read_post.town.all(OutgoingMessage))) == ([], before)
    away = {person.name: person.away_until for person in read_post.town.all(Person) if person.away_until}
    assert away == {"IZM kontaktpersona": riga("2021-01-29").date()}


async def test_a_mail_that_comes_back_closes_the_way(read_post: Post) -> None:
    mail = await asked(read_post)
    foreign = bounce(mail, number="<1.00000000000000000000@vk.example>")
    await read_post.comes(foreign, bounce(mail, action="delayed", status="4.4.1"), bounce(mail, to=VARAM))
    assert {row.state.value for row in read_post.town.all(Address)} == {"confirmed"}
    await read_post.comes(bounce(mail))
    assert [(row.address, row.state.value) for row in read_post.town.all(Address) if row.address == IZM] == [
        (IZM, "blocked")
    ]
    assert any("Vēstules šim dalībniekam nepienāk" in text(one) for one in read_post.to(VK))
    await read_post.comes(reply(mail, ANSWER))  # and whoever writes from there can be written to
    assert read_post.town.versions() == RECORDED


async def test_the_worksheet_of_one_measure_comes_by_mail(read_post: Post) -> None:
    mail = await asked(read_post)
    await read_post.comes(reply(mail, "/pasakums 2.2"))
    (sheet,) = read_post.to(IZM)[1:]
    assert text(sheet).startswith("2.2. Pasākums 2.2\nRīcības plāns\nAtbildīgā iestāde: IZM")
    await read_post.comes(reply(sheet, "Dokuments"))
    (paper,) = read_post.to(IZM)[2:]
    assert [one.get_filename() for one in paper.iter_attachments()] == ["pasakums-2.2-2021-01-18.docx"]


async def test_a_finished_report_in_reply_to_its_draft_is_the_record(read_post: Post) -> None:
    await asked(read_post)
    await read_post.comes(fresh("/gaidam", sender=VK))
    (first, *_) = read_post.to(VK)
    await read_post.comes(reply(first, "/zinojums"))
    draft = read_post.to(VK)[-1]
    (paper,) = draft.iter_attachments()
    back = reply(draft, "Te ir gala ziņojums.")
    back.add_attachment(paper.get_content(), maintype="application", subtype="octet-stream", filename="gala.docx")
    await read_post.comes(back)
    assert text(read_post.to(VK)[-1]).startswith("Galīgais ziņojums ir saņemts: Ziņojums līdz 2021-02-01")
    assert [(row.name, row.by) for row in read_post.town.all(Record)] == [("gala.docx", "VK koordinators")]
