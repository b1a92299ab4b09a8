"""Hours, channels and rests that stand among other words."""

from datetime import datetime

import pytest

from bot.understanding.facts.availability import find_availability
from bot.understanding.facts.channel_reader import find_channel
from bot.understanding.moments.found_spans import find_span

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local time


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("best time for Åsa is saturday mornings", "saturday mornings"),
        ("mamma går att nå på kvällarna bara", "på kvällarna bara"),
        ("only ask about Ola on weekends", "only on weekends"),
        ("evenings are better for her, she's in meetings all day", "evenings"),
        ("åsa funkar bäst på helger", "funkar bäst på helger"),
        ("mondays suit her best", "best mondays"),
        ("ikke mas om Ola før kl 18, han er på jobb", "ikke før kl 18"),
        ("never ring her after nine", ""),
        ("she is nice", ""),
    ],
)
def test_hours_are_found(text: str, hours: str) -> None:
    """With a "never" outside of them they may mean the contrary, and are not."""
    assert find_availability(text) == hours


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("ola prefers sms", "sms"),
        ("her new mobile is +353 86 555 0137", "+353 86 555 0137"),
        ("jonas@example.com is his email now", "email jonas@example.com"),
        ("sms or whatsapp", ""),
        ("Mum doesn't text, phone calls only", "calls"),
        ("hon svarar aldrig i telefon, sms är bäst", "sms"),
    ],
)
def test_a_channel_is_found(text: str, channel: str) -> None:
    """Of two channels neither is taken."""
    assert find_channel(text, "IE") == channel


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("im away from saturday for 2 weeks so go quiet", "2026-09-19 - 2026-10-02"),
        ("drar på ferie på mandag, tilbake 5 oktober", "2026-09-21 - 2026-10-04"),
        ("no pings til im back on the 4th", "until 2026-10-04"),
        ("vi åker till fjällen 24-27 sept, inga påminnelser då", "24-27 sept"),
        ("ikke noe mas før mandag", "før mandag"),
        ("på ferie fra 28. sept, ingen varsler før 5. oktober", "2026-09-28 - 2026-10-04"),
        ("On vacation Oct 3 to 10, don't bug me then", "Oct 3 to 10"),
        ("trenger fri fra alt maset ei uke", "ei uke"),
        ("semester 21/9-4/10, då vill jag ha tyst", "21/9-4/10"),
        ("offshore fra i morgen, 14 dager, ikke send noe", "fra i morgen, 14 dager"),
        ("semester v 41-42, stör inte då", "v 41-42"),
        ("no messages mon to fri next week, i have exams", "mon to fri next week"),
        ("home on sunday, until then not a word out of you", "until 2026-09-20"),
        ("kommer hjem fra ferie tirsdag, ikke noe før det", "until 2026-09-22"),
        (
            "ligger inlagd på fredag och kommer ut på söndag, tyst till dess",
            "2026-09-18 - 2026-09-19",
        ),
        ("im off tomorrow and friday so no messages", "tomorrow and friday"),
        ("semester v 39 o 40, inga påminnelser då", "v 39 o 40"),
        (
            "er i Hellas fra lørdag 19. til søndag 27. og vil ha fred",
            "fra lørdag 19. til søndag 27",
        ),
        ("leave me alone", ""),
    ],
)
def test_a_rest_is_found(text: str, span: str) -> None:
    """Its end is the day on which somebody is back, or before which nothing shall come."""
    assert find_span(text, NOW) == span
