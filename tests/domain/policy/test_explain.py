"""Why somebody comes up, as data."""

from dataclasses import replace

from bot.domain.availability.learned_slots import Arm
from bot.domain.policy.explain import Explanation, explain
from bot.domain.policy.gate import Reason
from bot.domain.records.book import Book
from bot.domain.records.contact import ReasonTag
from bot.domain.records.profile import Energy
from tests.domain.people import DAY, KARI, NOON, OLA, due_since, nudged, person, settled


def about_kari(book: Book) -> Explanation:
    """Return why Kari comes up at noon."""
    return explain(book, book.contacts[KARI], NOON)


def test_it_tells_what_the_choice_knew() -> None:
    """The user's own words, the day and the hour, and what holds back."""
    kari = replace(person(), why="she makes me laugh", reason=ReasonTag.JOY)
    found = about_kari(due_since(1.4).with_contact(kari))
    assert (found.why, found.reason) == ("she makes me laugh", ReasonTag.JOY)
    assert found.cost is None
    assert (found.early, found.surprise, found.slot_is_liked) == (False, False, False)
    assert found.arm == Arm(weekend=False, slot=1)
    assert found.energy is Energy.OK
    assert found.verdict.may


def test_a_long_gap_is_a_surprise() -> None:
    """Beyond twice the pace a hello is not expected."""
    assert about_kari(due_since(2.5)).surprise
    assert not about_kari(due_since(1.9)).surprise


def test_it_names_who_came_up_lately() -> None:
    """The others step back for two weeks, and that is told."""
    book, _ = nudged(due_since(1.4, 1.4), OLA, NOON - 3 * DAY)
    assert about_kari(book).others == (OLA,)
    assert explain(book, book.contacts[OLA], NOON).others == ()
    assert explain(book, book.contacts[KARI], NOON + 20 * DAY).others == ()


def test_it_tells_what_holds_a_person_back() -> None:
    """Also for somebody who does not come up."""
    verdict = about_kari(settled(due_since(0.5), unreachable=True)).verdict
    assert {one.reason for one in verdict.held} >= {Reason.UNREACHABLE, Reason.NOT_DUE}
