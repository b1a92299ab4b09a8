"""All that is laid out while one draft is made: what fits, in the order in which it is offered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import attrgetter

from bot.domain.chance import mix
from bot.domain.records.channels import Carrier
from bot.drafts.address import called, emoji_in, is_speakable
from bot.drafts.bank import NAME, BankText, Closeness, Need, Tone, bank_in, made_of
from bot.drafts.brief import Brief
from bot.drafts.draft_text import Draft
from bot.drafts.gentleness import check
from bot.drafts.kinds import DraftKind
from bot.drafts.likeness import is_near_copy, runs_in
from bot.drafts.notes.inflection import definite
from bot.drafts.notes.matters import is_hard
from bot.drafts.notes.noted import Noted, read_told
from bot.drafts.rooms import fits
from bot.drafts.typed_words import as_phrase, as_sentence, ended, is_phrase, leaves_a_way_out
from bot.drafts.wording import SHORT_MESSAGE, Speaker, greeted
from bot.languages import Language

RELEASE_GAP = 2
"""Drafts without a release phrase between two that have one (R20 of docs/drafts.md)."""
THOUGHT_GAP = 3
"""The latest drafts whose thought a further one does not have."""
NOTE_GAP = 2
"""The latest drafts whose note a further one does not have, where there is another."""
NEVER = -1
LOOKED_AT = 12
"""Drafts among which one that passes the check is looked for; a name may break them all."""
TYPED_NEEDS = frozenset({Need.TYPED, Need.TYPED_PHRASE, Need.TYPED_SENTENCE})

Filling = tuple[int, Mapping[str, str], str]
"""The place of a note among the notes, what fills the slots, and a sentence of the user's own."""
BARE: Filling = (0, {}, "")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft that may be offered, and where it comes from.

    Attributes:
        draft: the draft.
        last_used: the place of its text among those that the contact had, or ``NEVER``.
        fillings: what fills its slots, in every form that a text may have it in.
        rank: the place of its note among the notes, or of the line among the user's own.
        is_own: whether it is a line of the user's own.
    """

    draft: Draft
    last_used: int
    fillings: tuple[str, ...] = ()
    rank: int = 0
    is_own: bool = False


class Desk:
    """The texts that may be offered for a brief, and what tells which of them is."""

    def __init__(self, brief: Brief, seed: int) -> None:
        self.brief = brief
        self.seed = mix(seed ^ int.from_bytes(brief.name.encode(errors="replace")[:7]))
        self.bank = bank_in(brief.language)
        first_name = called(brief.name, brief.nickname)
        name = first_name if _is_callable(first_name, brief.kind) else ""
        is_work = Closeness.WORK in brief.closeness
        self.speaker = Speaker(brief.voice, self.bank, name, is_work)
        self.carrier = brief.kind.traits.only_carrier or brief.carrier
        self.told = _told(brief) if brief.typed else None
        self.texts = self.bank.of(brief.kind)
        self.last_use = _last_uses(brief)
        self.released = any(map(self.bank.releases_in, brief.used[-RELEASE_GAP:]))
        self.others = [runs_in(text, other) for other, text in brief.others]

    def choose(self) -> Draft | None:
        """Return the draft that is the most wanted; None where no text fits."""
        candidates = self.candidates()
        for is_wanted in (self.is_fresh, self.is_unused):
            found = self.gentlest(islice(filter(is_wanted, candidates), LOOKED_AT))
            if found:
                return found
        return min(candidates, key=attrgetter("last_used")).draft if candidates else None

    def candidates(self) -> list[Candidate]:
        """Return all drafts that fit, in the order in which they are to be offered."""
        made = [*self._own_lines(), *self._from_bank()]
        fitting = [one for one in made if self._fits(one.draft)]
        return sorted(fitting, key=self._order)

    def is_unused(self, candidate: Candidate) -> bool:
        """Say whether this contact never had the very text."""
        return candidate.last_used == NEVER

    def is_fresh(self, candidate: Candidate) -> bool:
        """Say whether the text is new to this contact, unlike others', and no second release."""
        return (
            self.is_unused(candidate)
            and not (self.released and self.bank.releases_in(candidate.draft.text))
            and (candidate.is_own or not self._is_near_copy(candidate.draft))
        )

    def gentlest(self, candidates: Iterator[Candidate]) -> Draft | None:
        """Return the first draft that passes the check with this name in it, else the first.

        What is the user's own is theirs, and is not checked.
        """
        offered = list(candidates)
        gentle = (one.draft for one in offered if one.is_own or self._is_gentle(one.draft))
        return next(gentle, offered[0].draft if offered else None)

    def _own_lines(self) -> Iterator[Candidate]:
        """Yield the user's own lines: they are hellos, and stand as they were written."""
        brief = self.brief
        if brief.typed or brief.is_hard or brief.kind is not DraftKind.JUST_HI:
            return
        for rank, line in enumerate(brief.own):
            text = greeted(line, self.speaker.name)
            used = [place for place, shown in enumerate(brief.used) if shown == text]
            last_used = used[-1] if used else NEVER
            yield Candidate(Draft(text, brief.kind, ""), last_used, rank=rank, is_own=True)

    def _from_bank(self) -> Iterator[Candidate]:
        for place, text in enumerate(self.texts):
            if not self._suits(text):
                continue
            for rank, slots, added in self._fillings(text):
                shown = self.speaker.say(text, slots, added)
                yield Candidate(
                    Draft(shown, text.kind, text.thought),
                    self.last_use.get(place, NEVER),
                    tuple(slots.values()),
                    rank,
                )

    def _suits(self, text: BankText) -> bool:
        """Say whether a text can be said to this contact on this day."""
        brief = self.brief
        return (
            self.speaker.is_able(text)
            and (text.closeness in brief.closeness or self._is_the_only_closeness(text))
            and (not text.season or text.season in brief.seasons)
            and not (brief.is_hard and text.tone is Tone.PLAYFUL)
        )

    def _is_the_only_closeness(self, text: BankText) -> bool:
        """Say whether no text of the same need is for contacts like this one."""
        return not any(
            other.closeness in self.brief.closeness
            for other in self.texts
            if other.need is text.need
        )

    def _fillings(self, text: BankText) -> Iterator[Filling]:
        """Yield each way to fill a text, with the place of its note among the notes."""
        brief = self.brief
        if brief.typed:
            yield from self._typed_fillings(text)
        elif brief.is_hard and self._holds(Need.HARD):
            if text.need is Need.HARD:
                yield BARE
        elif text.need is Need.NOTHING:
            yield BARE
        elif text.need in TYPED_NEEDS:
            if not self._holds(Need.NOTHING) and text.need is not Need.TYPED_SENTENCE:
                yield BARE
        elif brief.kind.traits.takes_notes:
            for rank, noted in enumerate(brief.noted):
                if text.need is noted.need and _holds_all(text, noted):
                    yield rank, noted.slots, ""

    def _typed_fillings(self, text: BankText) -> Iterator[Filling]:
        """Yield how a text takes up what was typed, which is the message."""
        typed, language = self.brief.typed, self.brief.language
        if self.told and self._takes_up(self.told.need):
            if text.need is self.told.need and _holds_all(text, self.told):
                yield 0, self.told.slots, ""
        elif self._holds(Need.TYPED_PHRASE):
            wanted = Need.TYPED_PHRASE if is_phrase(typed, language) else Need.TYPED_SENTENCE
            if text.need is wanted and not leaves_a_way_out(typed, language):
                said = as_phrase if wanted is Need.TYPED_PHRASE else ended
                yield 0, {"typed": said(typed)}, ""
        elif self._holds(Need.TYPED):
            if text.need is Need.TYPED:
                yield 0, {"typed": ended(typed)}, ""
        elif text.need is Need.NOTHING:
            yield 0, {}, as_sentence(typed)

    def _takes_up(self, need: Need) -> bool:
        return self._holds(need) and not is_hard(self.brief.typed, self.brief.language)

    def _holds(self, need: Need) -> bool:
        """Say whether a text of this kind is filled in this way."""
        return any(text.need is need for text in self.texts)

    def _order(self, candidate: Candidate) -> tuple[int | bool, ...]:
        brief, draft = self.brief, candidate.draft
        recent = brief.used[-NOTE_GAP:]
        is_worn = any(form in text for form in candidate.fillings for text in recent)
        has_note = bool(candidate.fillings)
        return (
            len(draft.text) if brief.shortest else 0,
            not candidate.is_own,
            draft.thought in self._recent_thoughts() and bool(draft.thought),
            is_worn or not has_note,
            candidate.rank,
            brief.is_short and len(draft.text) > SHORT_MESSAGE,
            self._chance(draft),
        )

    def _recent_thoughts(self) -> frozenset[str]:
        """Return the thoughts of the latest drafts of this kind."""
        latest = sorted(self.last_use.items(), key=lambda item: item[1])[-THOUGHT_GAP:]
        return frozenset(self.texts[place].thought for place, _ in latest)

    def _chance(self, draft: Draft) -> int:
        """Return a number that the seed gives to a draft."""
        return mix(self.seed ^ int.from_bytes(draft.shown.encode(errors="replace")[-12:]))

    def _is_gentle(self, draft: Draft) -> bool:
        name = self.speaker.name or None
        return _passes(draft.text, self.brief.language, self.carrier, draft.kind, name)

    def _fits(self, draft: Draft) -> bool:
        return fits(draft.text, self.carrier) and emoji_in(draft.text) <= 1

    def _is_near_copy(self, draft: Draft) -> bool:
        runs = runs_in(draft.text, self.speaker.name)
        return any(is_near_copy(runs, other) for other in self.others)


def _told(brief: Brief) -> Noted | None:
    """Return what is understood of what was typed; whoever chose a memory has marked it as one."""
    if brief.kind is DraftKind.MEMORY:
        the = definite(brief.typed, brief.language)
        return Noted(Need.MEMORY, {"the": the}) if the else None
    return read_told(brief.typed, brief.language)


def _holds_all(text: BankText, noted: Noted) -> bool:
    """Say whether a note fills every slot of a text; a name fills its own."""
    return text.slots <= noted.slots.keys() | {NAME}


def _is_callable(first_name: str, kind: DraftKind) -> bool:
    return is_speakable(first_name) and not (kind.traits.bans_emoji and emoji_in(first_name))


def _last_uses(brief: Brief) -> dict[int, int]:
    """Return when each text of the kind was last used: places in ``used`` by place in the bank."""
    made = (made_of(shown, brief.language, brief.kind) for shown in brief.used)
    return {text: place for place, text in enumerate(made) if text is not None}


@lru_cache(maxsize=2**13)
def _passes(
    text: str, language: Language, carrier: Carrier, kind: DraftKind, name: str | None
) -> bool:
    """Say whether a text passes the check; remembered, for the next draft looks at the same."""
    return check(text, language, carrier=carrier, kind=kind, name=name).passes
