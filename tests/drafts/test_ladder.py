"""What *Another* offers, one after the other."""

from collections.abc import Collection

import pytest

from bot.drafts.kinds import DraftKind
from bot.drafts.ladder import SHORTEST, Step, next_step

HI, THOUGHT, MEMORY, QUESTION = (
    DraftKind.JUST_HI,
    DraftKind.THINKING_OF_YOU,
    DraftKind.MEMORY,
    DraftKind.ONE_QUESTION,
)


def walk(count: int, without: Collection[DraftKind] = ()) -> list[Step]:
    """Return the steps after a hello."""
    steps, shown = [], HI
    for turn in range(1, count + 1):
        step = next_step(shown, turn, without=without)
        steps.append(step)
        shown = step.kind
    return steps


def test_another_gives_another_thought_then_the_next_kind() -> None:
    """After a hello another one, the shortest, and then two of each kind."""
    assert walk(9) == [
        Step(HI), SHORTEST, Step(THOUGHT), Step(THOUGHT), Step(MEMORY), Step(MEMORY),
        Step(QUESTION), Step(QUESTION), Step(HI),
    ]  # fmt: skip


def test_what_does_not_fit_is_left_out() -> None:
    """No memory where none is known, and no question after over four cadences (R3)."""
    assert {step.kind for step in walk(12, without=[MEMORY, QUESTION])} == {HI, THOUGHT}


def test_beside_something_hard_nothing_is_asked() -> None:
    """First another thought of them, then a hello; no question and no past."""
    steps = [next_step(THOUGHT, turn, is_hard=True) for turn in range(1, 6)]
    assert [step.kind for step in steps] == [THOUGHT, HI, HI, THOUGHT, THOUGHT]


@pytest.mark.parametrize("kind", sorted(set(DraftKind) - {HI, THOUGHT, MEMORY, QUESTION}))
@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_chosen_kind_stays(kind: DraftKind, turn: int) -> None:
    """Another birthday wish is a birthday wish, and an invitation never comes unasked."""
    assert next_step(kind, turn) == Step(kind)
