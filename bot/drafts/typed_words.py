"""What the user typed for a draft: their own words, which are the message."""

import re
import unicodedata

from bot.drafts.address import PICTURES
from bot.drafts.bank import LONGEST_TYPED
from bot.drafts.gentleness.lexicon import lexicon_in
from bot.drafts.notes.note_words import note_words_in
from bot.drafts.words import words_of
from bot.languages import Language
from bot.lexicons.reading import read

LONGEST_PHRASE = 8
"""Words of what may begin a sentence of ours: "A walk on Sunday morning"."""
ADDRESS = re.compile(r"\S+\.\S+$|://\S+$")
ENDS = tuple('.!?…:)»”"')


def as_sentence(typed: str) -> str:
    """Return what was typed as a sentence of its own, with a capital where it is no link."""
    said = ended(typed)
    return said if "://" in said.partition(" ")[0] else said[:1].upper() + said[1:]


def ended(typed: str) -> str:
    """Return what was typed with a stop at its end; a link and an emoji take none."""
    plain = trimmed(typed)
    is_ended = plain.endswith(ENDS) or ADDRESS.search(plain) or PICTURES.search(plain[-3:])
    return plain if is_ended else f"{plain}."


def as_phrase(typed: str) -> str:
    """Return what was typed as the beginning of a sentence, without a mark at its end."""
    return trimmed(typed).rstrip(".!?… ")


def trimmed(typed: str) -> str:
    """Return what was typed on one line, at most as long as a draft carries."""
    return " ".join(unicodedata.normalize("NFC", typed).split())[:LONGEST_TYPED]


def is_phrase(typed: str, language: Language) -> bool:
    """Say whether what was typed names something and is no sentence: "coffee on Saturday"."""
    words = words_of(typed)
    return (
        0 < len(words) <= LONGEST_PHRASE
        and not typed.rstrip().endswith((".", "!", "?"))
        and note_words_in(language).sentence.isdisjoint(words)
    )


def leaves_a_way_out(typed: str, language: Language) -> bool:
    """Say whether what was typed lets its reader decline already."""
    lexicon = lexicon_in(language)
    return any(lexicon.way_out(read(typed, lexicon.words["shortened"]).line))
