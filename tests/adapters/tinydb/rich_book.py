"""A Book with something in every field: the one that the files in ``stored`` were made of."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.clock.hours import Hours
from bot.domain.records.book import Book
from bot.domain.records.change import Change, ChangeKind
from bot.domain.records.channels import Channel
from bot.domain.records.contact import (
    Address,
    Asked,
    Contact,
    Hold,
    Note,
    ReasonTag,
    Standing,
)
from bot.domain.records.contact_times import OwnDay, Preset, Tie, Times
from bot.domain.records.dose import Dose, Ease
from bot.domain.records.nudge import Closed, Closing, Nudge, Open, Origin, Planned, Wanted
from bot.domain.records.outcome import Feeling, Outcome, OutcomeKind
from bot.domain.records.profile import Energy, EnergyToday, Profile, Rest
from bot.domain.records.question import AskWho, OpenQuestion
from bot.languages import Language


def at(day: int, hour: int = 12, minute: int = 0) -> datetime:
    """Return an instant of January 2026."""
    return datetime(2026, 1, day, hour, minute, tzinfo=UTC)


KARI = Contact(
    id=1,
    name="Kari Moe",
    cadence=Cadence(3, Unit.WEEK),
    added_at=at(1),
    address=Address("kari_moe", "+4791234567", "kari@example.com", "NO"),
    channel=Channel.WHATSAPP,
    why="Vi har kjent hverandre siden første klasse",
    notes=(Note(2, "ny hund, Balder", at(1, 13)), Note(3, "«marathon» i mai 🏃", at(8))),
    hold=Hold(at(30, 17, 30), chosen=True, nudge_id=21),
    language=Language.NB,
    reason=ReasonTag.JOY,
    asked=Asked(at(2), at(3), at(4), at(5)),
    times=Times(
        zone="Europe/London",
        presets=(Preset.AT_WORK, Preset.BEDTIME),
        days=(
            OwnDay(0, Hours(time(17), time(21)), time(18), time(20, 30), Hours(time(19), time(20))),
            OwnDay(6, Hours(time(0), time(0))),
        ),
        tie=Tie.FAMILY,
    ),
    nickname="Kaz",
)
OLA = Contact(
    id=4,
    name="Ola",
    cadence=Cadence(2, Unit.MONTH),
    added_at=at(1, 14),
    address=Address(email="ola@example.com"),
    hold=Hold(at(24)),
    snoozes=2,
    standing=Standing.LET_GO,
    reason=ReasonTag.DUTY,
    times=Times(tie=Tie.WORK),
    nickname="",
)
AASE = Contact(5, "Åse", Cadence(1, Unit.YEAR), at(1, 15), standing=Standing.DECEASED)
BO = Contact(6, "Bo", Cadence(10, Unit.DAY), at(1, 16), channel=Channel.CARD)


def _nudge(key: int, state: Planned | Open | Closed, wanted: Wanted | None = None) -> Nudge:
    drafts = ("Hei Kari! Jeg tenkte på deg.", "Hei! Hvordan går det med Balder?")
    return Nudge(key, KARI.id, Origin.PLANNED, drafts, "just-hi", state, wanted)


NUDGES = (
    _nudge(11, Planned(at(20))),
    Nudge(12, BO.id, Origin.ASKED, ("Hei Bo!",), "card", Open(at(19), 501)),
    Nudge(13, BO.id, Origin.KEPT, ("Hei Bo!",), "card", Open(at(18), None)),
    _nudge(
        14, Closed(at(2), 502, at(2, 13), Closing.DONE), Wanted("memory", Channel.SMS, "Balder")
    ),
    _nudge(15, Closed(at(3), 503, at(3, 13), Closing.TRIED)),
    _nudge(16, Closed(at(4), None, at(4, 13), Closing.SNOOZED), Wanted("just-hi")),
    _nudge(17, Closed(at(5), 505, at(5, 13), Closing.SKIPPED)),
    _nudge(18, Closed(at(6), 506, at(13), Closing.LAPSED)),
    _nudge(19, Closed(at(7), 507, at(8), Closing.REPLACED)),
    _nudge(20, Closed(None, None, at(9), Closing.WITHDRAWN)),
    _nudge(21, Closed(at(15), 508, at(15, 13), Closing.SNOOZED)),
)
OUTCOMES = (
    Outcome(31, 1, OutcomeKind.TOLD, datetime(2025, 12, 1, 11, tzinfo=UTC), at(1)),
    Outcome(32, 1, OutcomeKind.DONE, at(2), at(2, 13), 14, "hun ringte", Feeling.LIGHTER),
    Outcome(33, 1, OutcomeKind.TRIED, at(3), at(3, 13), 15),
    Outcome(34, 1, OutcomeKind.SNOOZED, at(4), at(4, 13), 16),
    Outcome(35, 1, OutcomeKind.SKIPPED, at(5), at(5, 13), 17),
    Outcome(36, 4, OutcomeKind.DONE, at(6), at(6), feeling=Feeling.NEUTRAL),
    Outcome(37, 4, OutcomeKind.DONE, at(7), at(7), feeling=Feeling.HEAVIER),
)
PROFILE = Profile(
    language=Language.NB,
    zone="Europe/Oslo",
    quiet=Hours(time(22, 30), time(7)),
    rest=Rest(at(10), at(14)),
    started_at=at(1, 11),
    unreachable=True,
    energy=EnergyToday(Energy.LOW, date(2026, 1, 20)),
    cue="når kaffen er på",
    learns_since=at(3),
)
DOSE = Dose(Ease.EASY, True, 0.75, 0.5, 1.25, at(19), 2, at(23), True, (at(16), at(17)))  # noqa: FBT003 - as they stand

RICH = Book(
    profile=PROFILE,
    dose=DOSE,
    contacts={one.id: one for one in (KARI, OLA, AASE, BO)},
    nudges={one.id: one for one in NUDGES},
    outcomes={one.id: one for one in OUTCOMES},
    open_question=OpenQuestion(
        38, AskWho("done", "på kafé", at(19), (date(2026, 1, 3), date(2026, 3, 1))), at(20)
    ),
    changes=(
        Change(
            39,
            ChangeKind.SNOOZED,
            "Kari Moe",
            {1: KARI, 7: None},
            {21: NUDGES[0], 22: None},
            {34: OUTCOMES[3], 35: None},
            PROFILE,
            DOSE,
        ),
    ),
    handled=(900_001, 900_002),
    serial=39,
)


def _unnicknamed(contacts: Mapping[int, Contact | None]) -> dict[int, Any]:
    return {key: one and replace(one, nickname=None) for key, one in contacts.items()}


RICH_IN_1 = replace(
    RICH,
    contacts=_unnicknamed(RICH.contacts),
    changes=tuple(replace(one, contacts=_unnicknamed(one.contacts)) for one in RICH.changes),
)
"""The same Book as version 1 could tell it: it knew no nicknames."""
NEXT_DUE_AT = at(20)
COUNTED_AT = at(20, 11)
