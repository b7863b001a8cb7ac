"""Choices: the words of the lists' choice columns as `provision` makes them, and the forum's code for each."""

from __future__ import annotations

COMPLETION = {
    "Nav informācijas": "no_evidence",
    "Nav sākts": "not_started",
    "Izpildīts ierobežotā apjomā": "limited",
    "Izpildīts būtiskā apjomā": "substantial",
    "Izpildīts": "complete",
    "Svītrots no plāna": "withdrawn",
}
SIDES = {"Valsts pārvalde": "government", "Sadarbības partneris": "partner", "Cita": "other"}
ROLES = {
    "Koordinators": "coordinator",
    "Kontaktpersona": "contact",
    "Vietnieks": "deputy",
    "Saskaņotājs": "approver",
    "Novērotājs": "observer",
}
WAYS = {"E-pasts": "email", "Telegram": "telegram", "Tikai tālrunis": "telephone"}
LANGUAGES = {"lv": "lv", "en": "en"}
ROUND_KINDS = {
    "Darba lapas": "filling",
    "Brīvprātīga": "voluntary",
    "Obligāta": "mandatory",
    "Noslēguma": "final",
    "Komentāri": "comments",
}
SOURCES = {"IRM": "irm", "Memoranda padome": "council", "NVO": "ngo", "OECD": "oecd", "Cits": "other"}
DECISIONS = {"Ņemts vērā": "accepted", "Daļēji": "partly", "Nav ņemts vērā": "declined"}
AUDIENCES = {
    "Atbildīgās ministrijas": "responsible_ministries",
    "Atbildīgās": "responsible",
    "Līdzatbildīgās": "co_responsible",
    "Partneri": "partners",
}
VOICES = {"Iestāde": "institution", "Partneris": "partner"}
SIGN_OFFS = {
    "Melnraksts": "draft",
    "Iesniegts": "submitted",
    "Atgriezts": "returned",
    "Saskaņots": "approved",
    "Publicēts": "published",
}
REPLY_CHANNELS = {
    "Telegram": "telegram",
    "E-pasts": "email",
    "Darba lapa": "page",
    "Platforma": "workspace",
    "Vēstule": "letter",
    "Koordinators": "coordinator",
}
MEETING_KINDS = {
    "Forums": "forum",
    "Seminārs": "seminar",
    "IRM": "irm",
    "Memoranda padome": "council",
    "Samits": "summit",
    "Cits": "other",
}
MEETING_STATES = {"Plānota": "planned", "Izziņota": "announced", "Notikusi": "held", "Atcelta": "cancelled"}
ATTENDANCE = {"Piedalīsies": "coming", "Nepiedalīsies": "absent", "Aizstās cits": "deputy"}
MODES = {"Klātienē": "on_site", "Tiešsaistē": "online"}


EVIDENCE_KINDS = {"Dokuments": "file", "Saites kopija": "link", "Attēls": "picture", "Protokols": "minutes"}
PUBLISHABLE = {"Nav izvērtēts": "not_weighed", "Publicējams": "yes", "Nav publicējams": "no"}
