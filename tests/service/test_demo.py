"""The demo: a page on which three people, the calendar and the outage are there, served by the real service."""

from __future__ import annotations

from datetime import date

import httpx

from service.demo import days_off
from tests.processes import the_demo

WELCOME = "You have joined already. We will tell you here of the next deadline; you can answer with one message."


def test_days_off_have_both_names() -> None:
    days = days_off()
    assert days[date(2020, 12, 24)] == ("Ziemassvētku vakars", "Christmas Eve")
    assert days[date(2021, 1, 1)] == ("Jaungada diena", "New Year's Day")
    assert date(2021, 1, 4) not in days


def test_the_demo_opens_with_three_people_and_outlives_an_outage() -> None:
    with the_demo() as url, httpx.Client(base_url=url, trust_env=False, timeout=60) as page:
        actors = page.get("/state.json").json()["actors"]
        assert [(each["title"]["lv"], each["started"]) for each in actors] == [
            ("IZM kontaktpersona", False),
            ("VID kontaktpersona", True),
            ("VK koordinators", True),
        ]
        # Whoever chooses a language first of all meets chats that have spoken it from the beginning.
        assert page.post("/language", json={"language": "en"}).status_code == 200
        _, second, coordinator = [each["messages"] for each in page.get("/state.json").json()["actors"]]
        welcome = (
            "You have joined already. We will tell you here of the next deadline; you can answer with one message."
        )
        assert [each["html"] for each in second] == ["/start", welcome]
        assert [each["html"].splitlines()[0] for each in coordinator] == ["/overview", "<b>OGP&#x27;s dates</b>"]
        assert page.post("/outage", json={}).json()["now"][:10] == "2021-01-12"
        nudges = [each["html"] for each in page.get("/state.json").json()["actors"][1]["messages"]]
        assert len([text for text in nudges if "Information about 2020" in text]) == 1
