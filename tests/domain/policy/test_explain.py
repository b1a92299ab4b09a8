"""Why somebody comes up, as data."""

from dataclasses import replace

import pytest

from bot.domain.availability.learned_slots import Arm
from bot.domain.policy.agenda import propose
from bot.domain.policy.choice import UtilityPart, utility
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
    """The gap in weeks, the user's own words, and the parts of the formula."""
    kari = replace(person(), why="she makes me laugh", reason=ReasonTag.JOY)
    found = about_kari(due_since(1.4).with_contact(kari))
    assert found.weeks == pytest.approx(6)
    assert found.ratio == pytest.approx(1.4)
    assert (found.why, found.reason) == ("she makes me laugh", ReasonTag.JOY)
    assert found.cost is None
    assert (found.early, found.surprise, found.suits) == (False, False, False)
    assert found.arm == Arm(weekend=False, slot=1)
    assert found.energy is Energy.OK
    assert found.verdict.may
    assert found.warm_up is None


def test_its_parts_are_those_of_the_choice() -> None:
    """What is shown is what decided: the same parts, and the same sum."""
    from bot.domain.policy.agenda import candidate
    from bot.domain.records.history import history

    book = due_since(2.5)
    one = candidate(book, book.contacts[KARI], history(book), NOON)
    assert sum(about_kari(book).parts.values()) == utility(one)
    assert set(about_kari(book).parts) == set(UtilityPart)
    assert about_kari(book).surprise


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


def test_an_occasion_is_told_and_weighs() -> None:
    """A birthday, say, is handed in; today nothing knows one."""
    book = due_since(1.4, 1.4, 1.4)
    ola = explain(book, book.contacts[OLA], NOON, {OLA: 1.0})
    assert ola.parts[UtilityPart.OCCASION] > 0
    proposal = propose(book, NOON, {OLA: 100.0})
    assert proposal is not None
    assert proposal.contact.id == OLA
