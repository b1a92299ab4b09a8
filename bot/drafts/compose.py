"""One draft for one person, chosen among the vetted shapes.

Knows what this person was sent before and which notes may be woven. Refuses to know clocks,
chance and other people: the same arguments always give the same draft.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from bot.domain.language import Language
from bot.drafts.address import address, emoji_in, is_speakable
from bot.drafts.anchors import as_anchor, fits, words_of
from bot.drafts.draft import Draft, DraftKind
from bot.drafts.shapes import Shape, Shapes, pattern_of, shapes_in

NEVER = -1
RELEASE_GAP = 2  # drafts without a release phrase between two that have one (DRAFTS R20)
NEWEST = 5  # notes; what was written down long ago is rarely what one would mention
Wear = tuple[int, bool, int, bool, int]


def compose(  # noqa: PLR0913, PLR0917 - one pure function is the seam that a fuller composer replaces
    language: Language,
    name: str,
    notes: Sequence[str],
    used: Sequence[str],
    kind: DraftKind | None,
    seed: int,
) -> Draft:
    """Return the next draft for a person, worn as little as possible.

    No text comes twice before all fitting ones of its kind have been used; then the one used
    longest ago comes back (DRAFTS R26).

    Args:
        language: the language of the draft.
        name: the person's name as their user wrote it.
        notes: the user's notes about the person, newest first.
        used: the texts of all drafts this person had, oldest first, of any kind.
        kind: what the draft is for; None for the first draft of a nudge, which is just a hello.
            Without a note that can be woven, a draft that should hold one is just a hello too.
        seed: which of the equally fresh drafts is taken; any whole number.
    """
    anchors = weavable(notes, language, name)
    shapes = shapes_in(language)
    options = _options(shapes.of(_settled(kind, anchors)), name, anchors)
    worn = _wear(options, shapes, used)
    least = min(worn)
    freshest = [option for option, wear in zip(options, worn, strict=True) if wear == least]
    return freshest[mix(seed) % len(freshest)].draft


def next_kind(
    previous: DraftKind, notes: Sequence[str], language: Language, name: str = ""
) -> DraftKind:
    """Return what another draft after this one is for: a hello, an anchor, a question, a hello.

    Args:
        previous: what the draft before was for.
        notes: the user's notes about the person, newest first.
        language: the language of the drafts.
        name: the person's name; with it, a note that holds the name is not counted on.
    """
    if previous is DraftKind.JUST_HI:
        return DraftKind.ANCHOR if weavable(notes, language, name) else DraftKind.ONE_QUESTION
    return DraftKind.ONE_QUESTION if previous is DraftKind.ANCHOR else DraftKind.JUST_HI


def weavable(notes: Sequence[str], language: Language, name: str = "") -> list[str]:
    """Return the newest few notes that a draft to this person can hold, in their order.

    A note with the person's own name in it ("Kari's garden") would speak about them to them.
    """
    first = "".join(words_of(address(name))[:1])
    own = {first, f"{first}s", f"{first}'s"}
    fitting = (note for note in notes if fits(note, language) and own.isdisjoint(words_of(note)))
    return [as_anchor(note) for note in islice(fitting, NEWEST)]


def mix(seed: int) -> int:
    """Return a seed's bits well stirred (SplitMix64), so that neighbouring seeds part ways."""
    mask = 2**64 - 1
    bits = (seed + 1) * 0x9E3779B97F4A7C15 & mask
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9 & mask
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EB & mask
    return bits ^ bits >> 31


@dataclass(frozen=True, slots=True)
class _Option:
    """A draft that could be given: its shape, what that makes, and the age of its note in notes."""

    shape: Shape
    draft: Draft
    age: int


def _settled(kind: DraftKind | None, anchors: Sequence[str]) -> DraftKind:
    """Return the kind that can be made: just a hello when none is asked for or no note fits."""
    if kind is None or (kind is DraftKind.ANCHOR and not anchors):
        return DraftKind.JUST_HI
    return kind


def _options(shapes: Sequence[Shape], name: str, anchors: Sequence[str]) -> list[_Option]:
    """Return every draft the shapes make for this person, with at most one emoji (DRAFTS R16)."""
    first_name = address(name)
    named = is_speakable(first_name)
    made = (
        _Option(shape, shape.fill(first_name, note), age)
        for shape in shapes
        if named or "name" not in shape.blanks
        for age, note in enumerate(anchors if "note" in shape.blanks else ("",))
    )
    return [option for option in made if emoji_in(option.draft.text) <= 1]


def _wear(options: Sequence[_Option], shapes: Shapes, used: Sequence[str]) -> list[Wear]:
    """Return how worn each draft is; the smaller, the fresher.

    First counts when this very text was used, then whether it would let its reader off an answer
    soon after another did (R20), then when its shape was used with whatever note, then whether it
    does without the name, then the age of its note.
    """
    last = {text: place for place, text in enumerate(used)}
    released = any(map(shapes.releases_in, used[-RELEASE_GAP:]))
    by_shape = {option.shape: _last_use(option.shape, used) for option in options}
    return [
        (
            last.get(option.draft.text, NEVER),
            released and shapes.releases_in(option.draft.text),
            by_shape[option.shape],
            "name" not in option.shape.blanks,
            option.age,
        )
        for option in options
    ]


def _last_use(shape: Shape, used: Sequence[str]) -> int:
    """Return the place of the last text that this shape made, or -1 when there is none."""
    made = pattern_of(shape)
    return max((place for place, text in enumerate(used) if made.fullmatch(text)), default=NEVER)
