"""docs/semantics.md, 3: nothing is claimed and no call proposed where no clock is known."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.application.deliver_nudges import decide
from bot.application.write_nudge import ask_nudge, channel_of
from bot.conversation.screens.nudge_screen import nudge_message
from bot.conversation.texts import Html, Texts
from bot.domain.availability.good_moments import is_good_for, next_good_for
from bot.domain.availability.unknown_zones import cautious_hours_on, is_zone_unknown
from bot.domain.availability.usual_hours import USER_SLOTS, DayPart, is_good, usual_hours_on
from bot.domain.clock.hours import Span, minute_of, spans_of
from bot.domain.clock.wall_time import country_zones, to_instant, to_wall
from bot.domain.records.book import Book
from bot.domain.records.channels import Channel
from bot.domain.records.contact import Address, Contact
from bot.drafts.kinds import DraftKind
from bot.languages import Language
from tests.domain.people import KARI, due_since
from tests.property.strategies import INSTANTS, quiet_hours, times_told, zones

COUNTRIES = ("US", "CA", "RU", "AU", "BR", "MX", "ID", "ES", "XK")
PHONE = "+12125551234"
SLOTS = tuple(part for slot in USER_SLOTS for part in spans_of(slot))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Book, Contact]:
    """Return a Book anywhere, and Kari, of whose clock only a number's country is known."""
    book = due_since(1.5, zone=draw(zones))
    quiet, language = draw(quiet_hours), draw(st.sampled_from(Language))
    book = replace(book, profile=replace(book.profile, quiet=quiet, language=language))
    kari = replace(
        book.contacts[KARI],
        times=replace(draw(times_told), zone=None),
        address=Address(phone=PHONE, country=draw(st.sampled_from(COUNTRIES))),
        channel=draw(st.none() | st.sampled_from(Channel)),
    )
    return book.with_contact(kari), kari


def claims(book: Book, at: datetime) -> list[str]:
    """Return what a nudge may say of the moment, of whatever part of the day."""
    texts = Texts(book.profile.language)
    clock = Html(texts("nudge.clock", time=to_wall(at, book.profile.zone).time()))
    parts = [texts(f"nudge.moment.{part}", clock=Html("")) for part in DayPart]
    return [clock.markup, *(part.lstrip(" ,:") for part in parts)]


@settings(max_examples=60)
@given(pairs(), INSTANTS, st.booleans())
def test_no_nudge_claims_a_moment_or_proposes_a_call(
    pair: tuple[Book, Contact],
    at: datetime,
    is_asked: bool,  # noqa: FBT001 - a case
) -> None:
    """3: a nudge says that the time there is unknown, and takes what waits; planned or asked."""
    book, kari = pair
    at = max(at, datetime.fromisoformat("2026-03-05T12:00Z"))
    if is_asked:
        book, nudge = ask_nudge(book, kari, at)
    else:
        at = next_good_for(book, kari, at) or at
        decision = decide(book, at)
        assert decision.nudge
        book, nudge = decision.book, decision.nudge
    assert is_zone_unknown(kari)
    assert channel_of(nudge, kari) is not Channel.CALL
    assert nudge.kind != DraftKind.CALL_OPENER
    shown = nudge_message(book, nudge, at).text
    assert Texts(book.profile.language)("home.not-known", name=kari.name) in shown
    assert not any(claim in shown for claim in claims(book, at))


@given(st.sampled_from(COUNTRIES), zones, INSTANTS)
def test_hours_are_daytime_by_every_clock_where_there_are_such(
    country: str, zone: str, at: datetime
) -> None:
    """3: from nine to twenty everywhere in the country; else the user's own good hours."""
    day = to_wall(at, zone).date()
    hours = cautious_hours_on(country, day, zone)
    shown = [to_instant(wall, zone) for part in hours for wall in walls_in(day, part)]
    if hours == own_hours_on(day, zone):
        slots = [to_instant(wall, zone) for part in SLOTS for wall in walls_in(day, part)]
        assert country == "XK" or not all(is_daytime(country, at) for at in slots)
    else:
        assert all(is_daytime(country, at) for at in shown)


def is_daytime(country: str, at: datetime) -> bool:
    """Tell whether it is between nine and twenty by every clock of a country."""
    return all(time(9) <= to_wall(at, one).time() < time(20) for one in country_zones(country))


def own_hours_on(day: date, zone: str) -> tuple[Span, ...]:
    """Return the good hours of a user of whose contacts nothing is known."""
    return tuple(part for each in usual_hours_on(day, zone) for part in spans_of(each))


def walls_in(day: date, part: Span) -> list[datetime]:
    """Return local times in a part of a date, its first and its last minute among them."""
    minutes = {*range(*part, 15), part[1] - 1}
    return [datetime.combine(day, time()) + timedelta(minutes=one) for one in sorted(minutes)]


@settings(max_examples=40)
@given(pairs(), INSTANTS)
def test_a_good_moment_is_one_of_the_users_own(pair: tuple[Book, Contact], at: datetime) -> None:
    """3: whatever was told of hours on a clock that nobody knows, quiet hours hold."""
    book, kari = pair
    good = next_good_for(book, kari, at)
    assert good
    assert is_good_for(book, kari, good)
    zone, quiet = book.profile.zone, book.profile.quiet
    assert to_wall(good, zone).time() not in quiet
    minute = minute_of(to_wall(good, zone).time())
    cautious = cautious_hours_on(kari.address.country or "", to_wall(good, zone).date(), zone)
    inside = any(start <= minute < end for start, end in cautious)
    assert inside or is_good(good, zone, quiet)
