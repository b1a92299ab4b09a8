"""One draft for one contact, chosen among all texts that the vetted shapes make.

The same brief and seed always give the same draft.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count, islice
from math import gcd

from bot.domain.chance import mix
from bot.domain.records.channels import Carrier
from bot.drafts.address import called, emoji_in, is_speakable, names_of
from bot.drafts.anchors import anchors_in, as_anchor, own_words
from bot.drafts.draft_text import BLANK, Draft
from bot.drafts.gentleness import check
from bot.drafts.kinds import DraftKind
from bot.drafts.likeness import is_near_copy, runs_in
from bot.drafts.rooms import fits
from bot.drafts.shapes import Shape, Shapes, shapes_in
from bot.languages import Language

RELEASE_GAP = 2
"""Drafts without a release phrase between two that have one (R20 of docs/drafts.md)."""
REMEMBERED = 40
"""The latest texts by which a shape counts as worn."""
NEVER = -1
LOOKED_AT = 12
"""Drafts among which one that passes the check is looked for; a name may break them all."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a draft is to be.

    Attributes:
        kind: what it is for.
        language: the language of the draft.
        name: the contact's name as the user wrote it.
        nickname: what the user calls them; "" for no name at all, None where it was not told.
        notes: the user's notes about the contact, newest first.
        typed: what the user typed for this very draft; it goes before all notes.
        carrier: what carries it.
        used: all drafts this contact had, of any kind, as they were shown, oldest first.
        others: names and texts of what was lately written for other contacts (R26: 90 days).
        shortest: whether the shortest is wanted, for a user who hesitates.
    """

    kind: DraftKind
    language: Language
    name: str
    notes: Sequence[str] = ()
    typed: str = ""
    carrier: Carrier = Carrier.CHAT
    used: Sequence[str] = ()
    others: Sequence[tuple[str, str]] = ()
    shortest: bool = False
    nickname: str | None = None


def compose(brief: Brief, seed: int) -> Draft:
    """Return the next draft for a contact, worn as little as possible.

    Where no text fits the carrier, one for a chat is composed, without what was typed for it. No
    text comes twice before all fitting ones of its kind have been used; then the one used longest
    ago comes back. A text much like what was written for another contact comes only when there
    is no other, and so does one that lets its reader off an answer soon after another did.

    Args:
        brief: what the draft is to be.
        seed: which of the equally fresh drafts is taken; any whole number.
    """
    desk = _Desk(brief, seed)
    for wanted in (desk.is_fresh, desk.is_unused):
        draft = desk.gentlest(islice(filter(wanted, desk.drafts()), LOOKED_AT))
        if draft:
            return draft
    oldest = desk.oldest()
    return oldest or compose(replace(brief, carrier=Carrier.CHAT, typed=""), seed)


def weavable(
    notes: Sequence[str], language: Language, name: str, nickname: str | None = None
) -> bool:
    """Say whether one of the notes can stand in a draft to this contact."""
    return bool(anchors_in(notes, language, *names_of(name, nickname)))


def subject(kind: DraftKind, language: Language, seed: int) -> str:
    """Return what an e-mail with a draft of this kind may be headed, in at most six words."""
    subjects = shapes_in(language).subjects
    fitting = subjects.get(kind, subjects["any"])
    return fitting[mix(seed) % len(fitting)]


class _Desk:
    """All that is laid out while one draft is made."""

    def __init__(self, brief: Brief, seed: int) -> None:
        self.brief = brief
        self.seed = mix(seed ^ int.from_bytes(brief.name.encode(errors="replace")[:7]))
        self.shapes: Shapes = shapes_in(brief.language)
        first_name = called(brief.name, brief.nickname)
        self.name = first_name if _is_callable(first_name, brief.kind) else ""
        self.carrier = brief.kind.traits.only_carrier or brief.carrier
        self.anchors = _anchors(brief)
        self.open = [
            shape for shape in self.shapes.of(brief.kind) if self.anchors or not shape.holds_anchor
        ]
        weaves = self.anchors and any(shape.holds_anchor for shape in self.open)
        self.own = "" if weaves else own_words(brief.typed)
        self.used = frozenset(brief.used)
        self.released = any(map(self.shapes.releases_in, brief.used[-RELEASE_GAP:]))
        self.others = [runs_in(text, name) for name, text in brief.others]

    def drafts(self) -> Iterator[Draft]:
        """Yield every draft that fits, those of the least worn shapes first."""
        made = (draft for shape in self._in_order() for draft in self._made_by(shape))
        fitting = (draft for draft in made if self._fits(draft))
        return iter(sorted(fitting, key=_length)) if self.brief.shortest else fitting

    def is_unused(self, draft: Draft) -> bool:
        """Say whether this contact never had the very text."""
        return draft.shown not in self.used

    def is_fresh(self, draft: Draft) -> bool:
        """Say whether the text is new to this contact, unlike others', and no second release."""
        return (
            self.is_unused(draft)
            and not (self.released and self.shapes.releases_in(draft.text))
            and not self._is_near_copy(draft)
        )

    def gentlest(self, drafts: Iterator[Draft]) -> Draft | None:
        """Return the first draft that passes the check with this name in it, else the first."""
        first = next(drafts, None)
        if first is None or self._is_gentle(first):
            return first
        return next(filter(self._is_gentle, drafts), first)

    def _is_gentle(self, draft: Draft) -> bool:
        return _passes(draft.text, self.brief.language, self.carrier, draft.kind, self.name or None)

    def oldest(self) -> Draft | None:
        """Return the draft that this contact had longest ago; None when none fits the carrier."""
        last = {text: place for place, text in enumerate(self.brief.used)}
        return min(self.drafts(), key=lambda draft: last.get(draft.shown, NEVER), default=None)

    def _in_order(self) -> list[Shape]:
        """Return the shapes, the least worn first; a note, where there is one, before none."""
        worn = {shape.id: _last_use(shape, self.brief.used) for shape in self.open}
        by_chance = sorted(self.open, key=self._chance)
        notes_first = self.brief.kind.traits.notes_first
        return sorted(
            by_chance,
            key=lambda shape: (
                notes_first and not shape.holds_anchor,
                worn[shape.id],
                not shape.holds_anchor,
            ),
        )

    def _chance(self, shape: Shape) -> int:
        """Return a number that the seed gives to a shape, far from those of its neighbours."""
        return mix(self.seed ^ mix(int.from_bytes(shape.id[-2:].encode())))

    def _made_by(self, shape: Shape) -> Iterator[Draft]:
        """Yield what a shape makes, each text once, in an order of the seed's."""
        texts = shape.count(named=bool(self.name))
        for anchor in self.anchors if shape.holds_anchor else ("",):
            for number in _round_trip(texts, self._chance(shape)):
                yield self._with_own_words(shape.fill(number, self.name, anchor))

    def _with_own_words(self, draft: Draft) -> Draft:
        """Return the draft with what was typed for it in the blank, if it fits no sentence."""
        if not self.own or BLANK not in draft.shown:
            return draft
        return replace(draft, shown=draft.shown.replace(BLANK, self.own))

    def _fits(self, draft: Draft) -> bool:
        return fits(draft.text, self.carrier) and emoji_in(draft.text) <= 1

    def _is_near_copy(self, draft: Draft) -> bool:
        runs = runs_in(draft.text, self.name)
        return any(is_near_copy(runs, other) for other in self.others)


def _anchors(brief: Brief) -> list[str]:
    """Return what may be woven: what was typed now, else the stored notes where the kind asks."""
    if brief.typed:
        form = as_anchor(brief.typed, brief.language)
        return [form] if form else []
    notes = brief.notes if brief.kind.traits.takes_notes else ()
    return anchors_in(notes, brief.language, *names_of(brief.name, brief.nickname))


def _is_callable(first_name: str, kind: DraftKind) -> bool:
    return is_speakable(first_name) and not (kind.traits.bans_emoji and emoji_in(first_name))


def _last_use(shape: Shape, used: Sequence[str]) -> int:
    """Return the place of the last text that this shape made, or -1 when it made none lately."""
    recent = range(max(0, len(used) - REMEMBERED), len(used))
    made = (place for place in reversed(recent) if _is_made_by(shape.pattern, used[place]))
    return next(made, NEVER)


@lru_cache(maxsize=2**14)
def _is_made_by(pattern: re.Pattern[str], text: str) -> bool:
    """Say whether a shape's pattern made a text; remembered, for the same texts are asked about."""
    return pattern.fullmatch(text) is not None


@lru_cache(maxsize=2**13)
def _passes(
    text: str, language: Language, carrier: Carrier, kind: DraftKind, name: str | None
) -> bool:
    """Say whether a text passes the check; remembered, for the next draft looks at the same."""
    return check(text, language, carrier=carrier, kind=kind, name=name).passes


def _round_trip(texts: int, seed: int) -> Iterator[int]:
    """Yield the number of every text once, starting and striding as the seed says."""
    stride = next(n for n in count(1 + seed % texts) if gcd(n, texts) == 1)
    return ((seed + turn * stride) % texts for turn in range(texts))


def _length(draft: Draft) -> int:
    return len(draft.text)
