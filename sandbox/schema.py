"""The forum's lists on its SharePoint site, column by column, with their Latvian titles and choices."""

from __future__ import annotations

from typing import Any

from sandbox.site import Column, Site
from sandbox.site.columns import Kind

COMPLETION = (
    "Nav informācijas",
    "Nav sākts",
    "Izpildīts ierobežotā apjomā",
    "Izpildīts būtiskā apjomā",
    "Izpildīts",
    "Svītrots no plāna",
)
_CHANNELS = ("Telegram", "E-pasts", "Darba lapa", "Platforma", "Vēstule", "Koordinators")
_AUDIENCE = ("Atbildīgās ministrijas", "Atbildīgās", "Līdzatbildīgās", "Partneri")


def add_lists(site: Site) -> None:
    """Add every list, each with the hidden key by which the forum knows its own rows again."""
    for title, url, columns in _lists():
        key = Column("ForumKey", name="ForumKey", unique=True, indexed=True, hidden=True)
        site.add_list(title, url=url, columns=[*columns, key], library=url == "Pieradijumi")


def _of(kind: Kind, name: str, title: str, **more: Any) -> Column:
    return Column(title, kind, name=name, **more)


def _text(name: str, title: str, **more: Any) -> Column:
    return _of("Text", name, title, **more)


def _note(name: str, title: str) -> Column:
    return _of("Note", name, title)


def _date(name: str, title: str) -> Column:
    return _of("Date", name, title)


def _link(name: str, title: str) -> Column:
    return _of("URL", name, title)


def _choice(name: str, title: str, *choices: str) -> Column:
    return _of("Choice", name, title, choices=choices)


def _lookup(name: str, title: str, target: str, *, many: bool = False) -> Column:
    return _of("Lookup", name, title, target=target, many=many)


def _plan() -> Column:
    return _lookup("Plan", "Plāns", "Plani")


def _lists() -> list[tuple[str, str, list[Column]]]:
    return [
        ("Plāni", "Plani", _plans()),
        ("Institūcijas", "Institucijas", _institutions()),
        ("Atbildīgās personas", "Personas", _persons()),
        ("Apņemšanās", "Apnemsanas", _commitments()),
        ("Pasākumi", "Pasakumi", _measures()),
        ("Starprezultāti", "Starprezultati", _milestones()),
        ("Ieteikumi", "Ieteikumi", _recommendations()),
        ("Atskaites termiņi", "AtskaisuTermini", _rounds()),
        ("Atbildes", "Atbildes", _replies()),
        ("Sanāksmes", "Sanaksmes", _meetings()),
        ("Dalība", "Daliba", _attendance()),
        ("Jaunumi", "Jaunumi", _news()),
        ("Pierādījumi", "Pieradijumi", _evidence()),
    ]


def _plans() -> list[Column]:
    return [
        _text("Code", "Kods", unique=True),
        _date("StartsOn", "Sākums"),
        _date("EndsOn", "Beigas"),
        _link("LegalAct", "Tiesību akts"),
        _text("OgpPeriod", "OGP periods"),
        _choice("State", "Statuss", "Izstrādē", "Spēkā", "Noslēgts"),
    ]


def _institutions() -> list[Column]:
    return [
        _text("Code", "Saīsinājums", unique=True),
        _text("NameEn", "Nosaukums EN"),
        _choice("Side", "Puse", "Valsts pārvalde", "Sadarbības partneris", "Cita"),
        _lookup("FilesThrough", "Atskaiti iesniedz", "Institucijas"),
        _text("OfficialAddress", "Oficiālā adrese"),
        _date("ValidFrom", "Spēkā no"),
        _date("ValidTo", "Spēkā līdz"),
    ]


def _persons() -> list[Column]:
    roles = ("Koordinators", "Kontaktpersona", "Vietnieks", "Saskaņotājs", "Novērotājs")
    return [
        Column("Vārds, uzvārds", name="Title", required=True),
        _lookup("Institution", "Institūcija", "Institucijas"),
        _text("Post", "Amats"),
        _text("Unit", "Struktūrvienība"),
        _text("Email", "E-pasts"),
        _text("Phone", "Tālrunis"),
        _of("User", "Account", "Konts"),
        _choice("ForumRole", "Loma", *roles),
        _choice("Channel", "Saziņa", "E-pasts", "Telegram", "Tikai tālrunis"),
        _choice("Lang", "Valoda", "lv", "en"),
        _date("FromOn", "No"),
        _date("UntilOn", "Līdz"),
        _date("AwayUntil", "Prombūtnē līdz"),
        _of("Boolean", "Publish", "Publicēt"),
    ]


def _commitments() -> list[Column]:
    return [
        _plan(),
        _text("Number", "Nr.", indexed=True),
        _text("OgpId", "OGP ID"),
        _lookup("Lead", "Vadošā institūcija", "Institucijas"),
        _lookup("Supporting", "Iesaistītās", "Institucijas", many=True),
        _note("Problem", "Problēma"),
        _date("StartsOn", "Sākums"),
        _date("EndsOn", "Beigas"),
        _text("TitleEn", "Nosaukums EN"),
    ]


def _measures() -> list[Column]:
    return [
        _plan(),
        _text("Number", "Nr.", indexed=True),
        _lookup("Commitment", "Apņemšanās", "Apnemsanas"),
        _lookup("Lead", "Atbildīgā", "Institucijas"),
        _lookup("CoLead", "Līdzatbildīgās", "Institucijas", many=True),
        _lookup("Contact", "Kontaktpersona", "Personas", many=True),
        _text("DueText", "Termiņš (kā plānā)"),
        _date("DueOn", "Termiņš"),
        _note("Result", "Sagaidāmais rezultāts"),
        _choice("Completion", "Izpilde", *COMPLETION),
        _date("CompletionOn", "Izpildes datums"),
        _note("Done", "Paveiktais"),
        _note("NextStep", "Nākamais solis"),
        _note("Obstacles", "Šķēršļi"),
        _note("Change", "Grozījums"),
        _date("ChangedOn", "Grozīts"),
    ]


def _milestones() -> list[Column]:
    return [
        _plan(),
        _text("Number", "Nr.", indexed=True),
        _lookup("Measure", "Pasākums", "Pasakumi"),
        _note("Text", "Teksts"),
        _text("DueText", "Termiņš (kā plānā)"),
        _date("DueOn", "Termiņš"),
        _choice("Completion", "Izpilde", *COMPLETION),
        _date("DoneOn", "Izpildīts"),
        _link("Evidence", "Pierādījums"),
    ]


def _rounds() -> list[Column]:
    return [
        _plan(),
        _text("RoundKey", "Atslēga", unique=True),
        _choice("Kind", "Veids", "Darba lapas", "Brīvprātīga", "Obligāta", "Noslēguma", "Komentāri"),
        _date("PeriodFrom", "Periods no"),
        _date("PeriodTo", "Periods līdz"),
        _date("SignBy", "Jānodod parakstīšanai"),
        _date("DueOn", "Termiņš"),
        _date("GraceUntil", "Pieņem līdz"),
        _date("LockOn", "Slēgts"),
        _of("MultiChoice", "Audience", "Kam jāatbild", choices=_AUDIENCE),
        _text("LegalBasis", "Pamats"),
    ]


def _replies() -> list[Column]:
    return [
        _plan(),
        _lookup("Round", "Kārta", "AtskaisuTermini"),
        _lookup("Measure", "Pasākums", "Pasakumi"),
        _lookup("Recommendation", "Ieteikums", "Ieteikumi"),
        _lookup("Institution", "Institūcija", "Institucijas"),
        _lookup("Person", "Persona", "Personas"),
        _text("SubmittedBy", "Iesniedza"),
        _choice("Voice", "Balss", "Iestāde", "Partneris"),
        _choice("Completion", "Izpilde", *COMPLETION),
        _note("Done", "Paveikts"),
        _note("NextStep", "Nākamais solis"),
        _note("Obstacles", "Šķēršļi"),
        _note("PublishText", "Publicējamais teksts"),
        _note("TextEn", "Teksts EN"),
        _of("Boolean", "Unchanged", "Bez izmaiņām"),
        _choice("SignOff", "Saskaņojums", "Melnraksts", "Iesniegts", "Atgriezts", "Saskaņots", "Publicēts"),
        _text("LetterNo", "Vēstules Nr."),
        _date("LetterOn", "Vēstules datums"),
        _choice("Channel", "Kanāls", *_CHANNELS),
        _of("Number", "Version", "Redakcija"),
        _of("DateTime", "SubmittedAt", "Iesniegts"),
    ]


def _meetings() -> list[Column]:
    kinds = ("Forums", "Seminārs", "IRM", "Memoranda padome", "Samits", "Cits")
    return [
        _plan(),
        _choice("Kind", "Veids", *kinds),
        _of("DateTime", "StartsAt", "Sākums"),
        _of("DateTime", "EndsAt", "Beigas"),
        _text("WhenText", "Datums (teksts)"),
        _text("Place", "Vieta"),
        _link("Link", "Saite"),
        _note("Agenda", "Darba kārtība"),
        _choice("State", "Statuss", "Plānota", "Izziņota", "Notikusi", "Atcelta"),
        _link("Minutes", "Protokols"),
        _choice("MinutesState", "Protokola statuss", "Nav", "Projekts", "Saskaņots", "Publicēts"),
        _of("Number", "Sequence", "Sequence", hidden=True),
    ]


def _attendance() -> list[Column]:
    return [
        _lookup("Meeting", "Sanāksme", "Sanaksmes"),
        _lookup("Person", "Persona", "Personas"),
        _lookup("Institution", "Institūcija", "Institucijas"),
        _choice("Answer", "Atbilde", "Piedalīsies", "Nepiedalīsies", "Aizstās cits"),
        _text("Substitute", "Aizstāj"),
        _choice("Mode", "Veids", "Klātienē", "Tiešsaistē"),
        _of("Boolean", "Attended", "Bija"),
    ]


def _recommendations() -> list[Column]:
    return [
        _plan(),
        _text("Number", "Nr.", indexed=True),
        _choice("Source", "Avots", "IRM", "Memoranda padome", "NVO", "OECD", "Cits"),
        _link("SourceUrl", "Dokuments"),
        _note("Text", "Teksts"),
        _note("TextEn", "Teksts EN"),
        _note("Response", "Atbilde"),
        _choice("Decision", "Lēmums", "Ņemts vērā", "Daļēji", "Nav ņemts vērā"),
        _lookup("Owner", "Atbildīgā", "Institucijas"),
        _date("DueOn", "Termiņš"),
        _choice("State", "Statuss", *COMPLETION),
        _date("StateOn", "Statusa datums"),
        _note("Done", "Paveiktais"),
        _note("NextStep", "Nākamais solis"),
        _note("Obstacles", "Šķēršļi"),
    ]


def _news() -> list[Column]:
    return [
        _note("Body", "Teksts"),
        _link("Url", "Saite"),
        _of("MultiChoice", "Audience", "Auditorija", choices=_AUDIENCE),
        _choice("Action", "Aicinājums", "Nav", "Pieteikties", "Komentēt"),
        _date("ActionDue", "Atbildēt līdz"),
        _choice("SendMode", "Nosūtīt", "Uzreiz", "Apkopojumā", "Nesūtīt"),
        _of("DateTime", "PostedOn", "Publicēts"),
        _text("PostedBy", "Publicēja"),
    ]


def _evidence() -> list[Column]:
    return [
        _lookup("Measure", "Pasākums", "Pasakumi"),
        _lookup("Reply", "Atbilde", "Atbildes"),
        _lookup("Round", "Kārta", "AtskaisuTermini"),
        _choice("Kind", "Veids", "Dokuments", "Saites kopija", "Attēls", "Protokols"),
        _link("SourceUrl", "Avota saite"),
        _date("CheckedOn", "Pārbaudīts"),
        _text("LinkState", "Saites stāvoklis"),
        _choice("Publishable", "Publicēšana", "Nav izvērtēts", "Publicējams", "Nav publicējams"),
        _of("Boolean", "Personal", "Personas dati"),
        _text("Sha256", "Sha256"),
    ]
