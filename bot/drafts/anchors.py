"""Which of a user's notes can be woven into a draft, and in which form.

Knows what a thing is called and what a sentence is, roughly. Refuses to weave when in doubt: a
note left out of a draft is still shown to its user as something to mention.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice

from bot.drafts.address import emoji_in
from bot.drafts.inflection import definite, words_in
from bot.drafts.shapes import LONGEST_NOTE
from bot.languages import Language
from bot.languages.data import table
from bot.lexicons.need import find_need

NEWEST = 5
"""Notes that are looked at; what was written down long ago is rarely what one would mention."""
LONGEST_OWN = 60
"""Code points of what may stand in the blank for own words."""
MOST_WORDS = 6
MOST_DIGITS = 2
LONGEST_ACRONYM = 4
EDGES = {"sensitive": " {} ", "harmless": " {} ", "foreign": " {} ", "aside": " {}"}
THING = re.compile(r"[^\W_](?:[^\W_]|[ ,&'\u2019+-])*")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def anchors_in(notes: Sequence[str], language: Language, *first_names: str) -> list[str]:
    """Return the newest few notes that a draft can hold, in the form they have in a sentence.

    A note with the contact's own name in it ("Kari's garden") would speak about them to them.

    Args:
        notes: the user's notes about the contact, newest first.
        language: the language of the draft.
        first_names: all that the contact is called.
    """
    names = {"".join(words_of(first_name)[:1]) for first_name in first_names}
    ends = words_in(language).genitives
    own = names | {f"{name}{sign}{end}" for name in names for sign in ("", "'") for end in ends}
    forms = (
        as_anchor(note, language)
        for note in notes
        if not is_sensitive(note, language) and own.isdisjoint(words_of(note))
    )
    return list(islice(filter(None, forms), NEWEST))


def as_anchor(note: str, language: Language) -> str | None:
    """Return a note as it stands inside a sentence; None when it cannot.

    It can when it is short, on one line, names a thing without telling anything about anyone, and
    its definite form is certain. What is sensitive may be typed for a draft; it is never taken
    from the notes (R25 of docs/drafts.md).
    """
    plain = unicodedata.normalize("NFC", note).strip()
    return definite(plain, language) if is_thing(plain, language) else None


def own_words(typed: str) -> str:
    """Return what was typed for a draft as a sentence of its own; "" when it cannot be one.

    It can when it is short and on one line and does not ask or shout.
    """
    plain = unicodedata.normalize("NFC", typed).strip()
    is_quiet = plain.isprintable() and not emoji_in(plain) and not set("?!«»") & set(plain)
    if not plain or len(plain) > LONGEST_OWN or not is_quiet:
        return ""
    ended = plain if plain[-1] in ".…" else f"{plain}."
    return ended[0].upper() + ended[1:]


def is_thing(note: str, language: Language) -> bool:
    """Say whether a note names a thing ("new dog") and is no sentence, reminder or figure."""
    words, lists = words_of(note), _lists_in(language)
    return (
        _is_plain(note)
        and 0 < len(words) <= MOST_WORDS
        and words[0] not in lists["opening"]
        and words[-1] not in lists["closing"]
        and lists["sentence"].isdisjoint(words)
        and not _holds(words, lists["foreign"])
        and not _holds(words, lists["aside"])
    )


def is_sensitive(note: str, language: Language) -> bool:
    """Say whether a note touches what only its user may bring up: illness, despair, a break-up.

    The words of every language count, whatever the draft's: users take notes in their own.
    """
    words = words_of(note)
    told = _holds(words, _stems()) or _holds(words, _sensitive_words(language))
    return told or find_need(note, hints=False) is not None


def words_of(text: str) -> list[str]:
    """Return the words of a text without case; a hyphen parts words, an apostrophe does not."""
    return WORD.findall(unicodedata.normalize("NFC", text).replace("\u2019", "'").casefold())


def _is_plain(note: str) -> bool:
    """Say whether a note is short and holds nothing but words, a few figures and quiet signs."""
    return (
        len(note) <= LONGEST_NOTE
        and THING.fullmatch(note) is not None
        and any(sign.isalpha() for sign in note)
        and sum(sign.isdigit() for sign in note) <= MOST_DIGITS
        and not _is_shouted(note)
        and note[-1].isalnum()
    )


def _is_shouted(note: str) -> bool:
    """Say whether a note is all in capitals and more than a shortened name such as NRK (R15)."""
    return note.isupper() and sum(map(str.isalpha, note)) > LONGEST_ACRONYM


def _holds(words: list[str], wanted: Iterable[str]) -> bool:
    """Say whether one of the wanted texts is in the words, which stand between single spaces."""
    line = f" {' '.join(words)} "
    return any(text in line for text in wanted)


@cache
def _sensitive_words(language: Language) -> frozenset[str]:
    """Return the whole words that are sensitive in any language and not harmless in this one."""
    everywhere = frozenset[str]().union(*(_lists_in(each)["sensitive"] for each in Language))
    return everywhere - _lists_in(language)["harmless"]


@cache
def _stems() -> frozenset[str]:
    """Return the stems of sensitive words of all languages together."""
    return frozenset[str]().union(*(_lists_in(each)["stems"] for each in Language))


@cache
def _lists_in(language: Language) -> dict[str, frozenset[str]]:
    """Return the word lists of one language, read the first time.

    What is looked for in a whole line has a space where it must begin or end with a word.
    """
    lists = table(language, "notes.toml")
    return {
        key: frozenset(EDGES.get(key, "{}").format(word.casefold()) for word in words)
        for key, words in lists.items()
    }
