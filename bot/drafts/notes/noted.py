"""What kind of thing a note tells, and the forms in which a draft can say it.

A note that is not understood is no kind at all: it is never woven, only shown to its user as
something to mention.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.records.contact import Ahead, Note, Precision
from bot.drafts.address import emoji_in
from bot.drafts.bank import LONGEST_NOTE, Need, bank_in
from bot.drafts.notes.inflection import definite, thing_in, words_in
from bot.drafts.notes.matters import holds, is_hard
from bot.drafts.notes.note_words import behind, note_words_in, without
from bot.drafts.words import words_of
from bot.languages import Language
from bot.languages.data import particulars

NEWEST = 5
"""Notes that are looked at; what was written down long ago is rarely what one would mention."""
MOST_WORDS = 6
MOST_PLACE_WORDS = 2
MOST_DIGITS = 4
"""Figures of a year."""
LONGEST_ACRONYM = 4
ASKED_AFTER = timedelta(days=14)
"""How long after its day something may still be asked about."""
NEAR_DAYS = 7
"""Days ahead within which a weekday alone says which one is meant."""
FRESH = timedelta(days=183)
"""How long something is new, and a move is a move."""
LASTING = frozenset({Need.LIKES, Need.PEOPLE, Need.THING, Need.MEMORY})
"""What a note tells for good."""
PLAIN = re.compile(r"[^\W_](?:[^\W_]|[ ,:&'\u2019+-])*")


@dataclass(frozen=True, slots=True)
class Noted:
    """A note as a draft sees it: which texts it fits, and what fills their slots."""

    need: Need
    slots: Mapping[str, str]


def noted_in(
    notes: Sequence[Note], language: Language, names: Sequence[str], today: date
) -> Iterator[Noted]:
    """Yield what the newest few notes tell, as far as it is understood.

    Args:
        notes: the notes about a contact, newest first.
        language: the language of the drafts.
        names: all that the contact is called.
        today: the local date on which a draft is made.
    """
    read = (read_note(note, language, names, today) for note in notes[:NEWEST])
    return filter(None, read)


def read_note(note: Note, language: Language, names: Sequence[str], today: date) -> Noted | None:
    """Return what a note tells, in the forms it has in a sentence; None when that is not certain.

    Args:
        note: what the user wrote down, and when.
        language: the language of the draft; a note in another is not understood.
        names: all that the contact is called: "Kari's garden" would speak about Kari to her.
        today: the local date on which the draft is made.
    """
    if is_hard(note.text, language):
        return Noted(Need.HARD, {})
    if _names_any(note.text, names, language):
        return None
    if note.ahead:
        return _dated(note.ahead, language, today)
    told = read_told(note.text, language)
    is_fresh = today - note.written_at.date() <= FRESH
    return told if told and (is_fresh or told.need in LASTING) else None


def read_told(text: str, language: Language) -> Noted | None:
    """Return what words about a contact tell, no day among them; None when that is not certain.

    Args:
        text: what was noted or typed; whether it is a hard matter is for the caller.
        language: the language of the words and of the draft.
    """
    plain = unicodedata.normalize("NFC", text).strip()
    if not _is_plain(plain):
        return None
    read = (reader(plain, language) for reader in READERS)
    return next(filter(None, read), None)


def _dated(ahead: Ahead, language: Language, today: date) -> Noted | None:
    """Return what is ahead or has been lately; None when it is long over or not understood."""
    the = _event(ahead.what, language)
    if the is None or today - ahead.day > ASKED_AFTER:
        return None
    if ahead.day < today:
        return Noted(Need.AFTER, {"the": the})
    when = _when(ahead, language, today)
    return Noted(Need.COMING, {"the": the, "when": when} if when else {"the": the})


def _event(what: str, language: Language) -> str | None:
    """Return what is to happen as a thing: "exam" or "has an exam" is "the exam"."""
    words = note_words_in(language)
    doing = f"{' '.join(words_of(what))} "
    told = (thing for said, thing in words.doing.items() if doing.startswith(f"{said} "))
    named = without(what, words.having)
    return next(told, None) or (definite(named, language) if _is_plain(named) else None)


def _when(ahead: Ahead, language: Language, today: date) -> str | None:
    """Return how the day is said from today: tomorrow, on Friday, in August; None if in no way."""
    bank, away = bank_in(language), (ahead.day - today).days
    if ahead.precision is Precision.MONTH:
        is_this = (ahead.day.year, ahead.day.month) == (today.year, today.month)
        return None if is_this else bank.months[ahead.day.month - 1]
    if away >= NEAR_DAYS or ahead.precision is Precision.ROUGH:
        return None
    return bank.days[away] if away <= 1 else bank.days[2 + ahead.day.weekday()]


def _memory(text: str, language: Language) -> Noted | None:
    """Read "memory: the trip to Rome": only what is marked as one is a memory."""
    label, colon, memory = text.partition(":")
    if not colon or " ".join(words_of(label)) not in note_words_in(language).memory:
        return None
    the = definite(memory.strip(), language)
    return Noted(Need.MEMORY, {"the": the}) if the else None


def _likes(text: str, language: Language) -> Noted | None:
    """Read "likes jazz"."""
    words = note_words_in(language)
    it = behind(text, words.likes)
    if not it or not _names_things(it, language):
        return None
    first = words_of(it)[0]
    is_told = first == words.infinitive or first not in words.opening
    return Noted(Need.LIKES, {"it": it}) if is_told else None


def _people(text: str, language: Language) -> Noted | None:
    """Read "kids Ella and Noah", "a daughter called Ella", "two kids"."""
    words = note_words_in(language)
    named = without(text, words.having).replace(":", "").replace(",", " ").split()
    while named and (named[0].casefold() in words.counts or named[0].isdecimal()):
        named = named[1:]
    them = words.people.get(named[0].casefold()) if named else None
    if them is None:
        return None
    joiners = particulars(language).listing | {"&"}
    rest = without(" ".join(named[1:]), words.called).split()
    names = [word for word in rest if word.casefold() not in joiners]
    if not all(name[0].isupper() and name.replace("-", "").isalpha() for name in names):
        return None
    return Noted(Need.PEOPLE, {"them": _listed(names, language) if names else them})


def _moved(text: str, language: Language) -> Noted | None:
    """Read "moved to Lund"."""
    place = behind(text, note_words_in(language).moved)
    return Noted(Need.PLACE, {"place": place}) if place and _is_place(place) else None


def _moving(text: str, language: Language) -> Noted | None:
    """Read "moving to Lund": something ahead, of which no day is known."""
    words = note_words_in(language)
    rest = behind(text, words.moving)
    where = None if rest is None else without(rest, words.to)
    is_move = where == "" or (where is not None and where != rest and _is_place(where))
    return Noted(Need.COMING, {"the": words.move}) if is_move else None


def _new(text: str, language: Language) -> Noted | None:
    """Read "new dog", "got a dog", «begynte i ny jobb»."""
    words, known = note_words_in(language), words_in(language)
    got = behind(text, words.got)
    named = without(text if got is None else got, known.indefinite | known.articles)
    fresh = behind(named, words.fresh)
    if got is None and fresh is None:
        return None
    thing = thing_in(named if fresh is None else fresh, language)
    if thing is None or thing.rest or thing.noun.plain in words.unsaid:
        return None
    forms = {"the": thing.definite(known), "your": thing.yours(known), "new": thing.new(known)}
    return Noted(Need.NEW, forms)


def _thing(text: str, language: Language) -> Noted | None:
    """Read the name of a thing: "garden", "our trip to Bergen"."""
    words, said, thing = note_words_in(language), words_of(text), thing_in(text, language)
    if not _names_things(text, language) or (thing and thing.noun.plain in words.unsaid):
        return None
    if said[0] in words.opening or said[-1] in words.closing:
        return None
    the = definite(text, language)
    return Noted(Need.THING, {"the": the}) if the else None


READERS = (_memory, _likes, _moved, _moving, _new, _people, _thing)
"""Who is asked what a note tells, in this order; the first that understands it has."""


def _names_things(text: str, language: Language) -> bool:
    """Say whether words name things only: no sentence, no other language, no reminder."""
    words, said = note_words_in(language), words_of(text)
    return (
        0 < len(said) <= MOST_WORDS
        and words.sentence.isdisjoint(said)
        and not holds(said, words.foreign)
        and not holds(said, words.aside)
    )


def _is_place(text: str) -> bool:
    return text[:1].isupper() and len(text.split()) <= MOST_PLACE_WORDS


def _is_plain(note: str) -> bool:
    """Say whether a note is short and holds nothing but words, a few figures and quiet signs."""
    return (
        len(note) <= LONGEST_NOTE
        and PLAIN.fullmatch(note) is not None
        and any(sign.isalpha() for sign in note)
        and sum(sign.isdigit() for sign in note) <= MOST_DIGITS
        and not (note.isupper() and sum(map(str.isalpha, note)) > LONGEST_ACRONYM)
        and not emoji_in(note)
        and note[-1].isalnum()
    )


def _names_any(text: str, names: Sequence[str], language: Language) -> bool:
    """Say whether one of the names stands in a text, with the ending of an owner or without."""
    firsts = {word for name in names for word in words_of(name)[:1]}
    ends = words_in(language).genitives
    owned = {f"{name}{sign}{end}" for name in firsts for sign in ("", "'") for end in ends}
    return not (firsts | owned).isdisjoint(words_of(text))


def _listed(names: Sequence[str], language: Language) -> str:
    """Return names as a sentence lists them: "Ella, Noah and Tom"."""
    *earlier, last = names
    (joiner,) = particulars(language).listing
    return f"{', '.join(earlier)} {joiner} {last}" if earlier else last
