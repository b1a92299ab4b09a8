"""Who comes up of those who may."""

from dataclasses import replace

import pytest

from bot.domain.agenda import ask_for_one, coming_up, propose
from bot.domain.contact import Hold
from bot.domain.selection import Candidate, choose
from tests.unit.people import DAY, ELIN, KARI, NOON, OLA, due_since, person


def test_nearest_to_one_and_a_half() -> None:
    """The one whose rhythm has stretched by half comes first."""
    ratios = {1: 1.0, 2: 1.4, 3: 1.7, 4: 6.0}
    chosen = choose([Candidate(person(n), ratio) for n, ratio in ratios.items()])
    assert chosen.contact.id == 2


def test_never_the_most_overdue_first() -> None:
    """Need saturates: the person left for the longest does not keep the others away."""
    proposal = propose(due_since(9.0, 1.2, 4.0), NOON)
    assert proposal is not None
    assert proposal.contact.id == OLA


def test_the_earlier_added_on_a_tie() -> None:
    """Two who are alike come in the order they were added, in any order of the list."""
    pair = [Candidate(person(OLA), 2.0), Candidate(person(KARI), 1.0)]
    assert choose(pair).contact.id == choose(pair[::-1]).contact.id == KARI


def test_whoever_met_silence_lines_up_behind_the_others() -> None:
    """An unanswered nudge is not tried over and over: the others come first."""
    waiting = [
        Candidate(person(KARI), 1.5, silence=9),
        Candidate(person(OLA), 6.0),
        Candidate(person(ELIN), 1.5, silence=8),
    ]
    order = []
    while waiting:
        order.append(choose(waiting).contact.id)
        waiting = [one for one in waiting if one.contact.id not in order]
    assert order == [OLA, ELIN, KARI]


def test_nobody_to_choose_from() -> None:
    """To choose from nobody is a mistake of the caller."""
    with pytest.raises(ValueError, match="empty"):
        choose([])


def test_hi_takes_anybody_but_those_who_wait() -> None:
    """/hi without a name is about somebody who is not snoozed, due or not."""
    book = due_since(1.5, 0.3)
    held = replace(person(), hold=Hold(NOON + DAY))
    chosen = ask_for_one(book.with_contact(held), NOON)
    assert chosen is not None
    assert chosen.id == OLA


def test_hi_takes_somebody_who_waits_rather_than_nobody() -> None:
    """When everybody is snoozed, asking is stronger than the snooze."""
    book = due_since(1.5)
    held = replace(person(), hold=Hold(NOON + DAY))
    chosen = ask_for_one(book.with_contact(held), NOON)
    assert chosen is not None
    assert chosen.id == KARI


def test_coming_up_is_in_order_and_never_in_the_past() -> None:
    """/next names the soonest first, each at an hour that is good for a nudge."""
    coming = coming_up(due_since(0.5, 3.0, 0.9), NOON)
    assert [contact.id for _, contact in coming] == [OLA, ELIN, KARI]
    assert all(at >= NOON for at, _ in coming)
