"""What *Another* offers, one after the other."""

import pytest

from bot.drafts.kinds import DraftKind
from bot.drafts.ladder import SHORTEST, Step, next_step

HI, THOUGHT, MEMORY, QUESTION = (
    DraftKind.JUST_HI,
    DraftKind.THINKING_OF_YOU,
    DraftKind.MEMORY,
    DraftKind.ONE_QUESTION,
)


def walk(count: int, *, has_anchor: bool, is_long_gone: bool = False) -> list[Step]:
    """Return the steps after a hello."""
    steps, shown = [], HI
    for turn in range(1, count + 1):
        step = next_step(shown, turn, has_anchor=has_anchor, is_long_gone=is_long_gone)
        steps.append(step)
        shown = step.kind
    return steps


def test_another_goes_through_the_kinds() -> None:
    """After a hello a thought, the shortest, a memory, a question, and a hello again."""
    assert walk(6, has_anchor=True) == [
        Step(THOUGHT), SHORTEST, Step(MEMORY), Step(QUESTION), Step(HI), Step(THOUGHT),
    ]  # fmt: skip


def test_without_a_note_there_is_no_thought_and_no_memory() -> None:
    """What needs an anchor is left out where there is none (R19 of docs/drafts.md)."""
    assert walk(4, has_anchor=False) == [Step(QUESTION), SHORTEST, Step(HI), Step(QUESTION)]


def test_the_long_gone_are_asked_nothing() -> None:
    """After over four cadences no draft holds a question (R3 of docs/drafts.md)."""
    for has_anchor in (True, False):
        steps = walk(12, has_anchor=has_anchor, is_long_gone=True)
        assert QUESTION not in {step.kind for step in steps}


@pytest.mark.parametrize("kind", sorted(set(DraftKind) - {HI, THOUGHT, MEMORY, QUESTION}))
@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_chosen_kind_stays(kind: DraftKind, turn: int) -> None:
    """Another birthday wish is a birthday wish, and an invitation never comes unasked."""
    assert next_step(kind, turn, has_anchor=True, is_long_gone=False) == Step(kind)
