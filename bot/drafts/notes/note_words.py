"""The words by which a note tells what kind of thing it is, per language."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from bot.languages import Language
from bot.languages.data import table


@dataclass(frozen=True, slots=True)
class NoteWords:
    """The lists of one language's ``notes.toml``, without case.

    Attributes:
        sentence: words of a sentence: with one of these, a note speaks about someone.
        opening: words that open a reminder, a place or half a thought, and no thing.
        closing: words at which a thing cannot end.
        foreign: what tells of another language of ours, between spaces.
        aside: beginnings of words in reminders to oneself, behind a space.
        memory: labels before the colon of a memory.
        infinitive: what stands before something they like to do.
        likes: what stands before something they like.
        got: what stands before something they have got or begun.
        fresh: words for *new* as they may be noted.
        moved: what stands before where they moved.
        moving: what tells of a move to come, with or without where.
        move: that move as a thing.
        to: what may stand before where it goes.
        having: what may stand before something of theirs: "has a", "skal på".
        counts: how many there are, and whose.
        called: what stands before a name: "called", "som heter".
        people: those who are somebody's, and how a draft says them: "kids" are "the kids".
        doing: what is done on a day, as a thing: "gets married" is "the wedding".
        unsaid: things of which a draft does not speak.
    """

    sentence: frozenset[str]
    opening: frozenset[str]
    closing: frozenset[str]
    foreign: frozenset[str]
    aside: frozenset[str]
    memory: frozenset[str]
    infinitive: str
    likes: frozenset[str]
    got: frozenset[str]
    fresh: frozenset[str]
    moved: frozenset[str]
    moving: frozenset[str]
    move: str
    to: frozenset[str]
    having: frozenset[str]
    counts: frozenset[str]
    called: frozenset[str]
    people: Mapping[str, str]
    doing: Mapping[str, str]
    unsaid: frozenset[str]


def behind(text: str, heads: Collection[str]) -> str | None:
    """Return what stands behind the longest head that a text begins with; None if none does."""
    line = f"{text.casefold()} "
    longest = max((len(head) for head in heads if line.startswith(f"{head} ")), default=None)
    return None if longest is None else text[longest:].strip()


def without(text: str, heads: Collection[str]) -> str:
    """Return a text without the longest head that it begins with."""
    rest = behind(text, heads)
    return text if rest is None else rest


@cache
def note_words_in(language: Language) -> NoteWords:
    """Return the words of one language, read from its file the first time."""
    data = table(language, "notes.toml")

    def words(key: str, form: str = "{}") -> frozenset[str]:
        return frozenset(form.format(word.casefold()) for word in data[key])

    return NoteWords(
        sentence=words("sentence"),
        opening=words("opening"),
        closing=words("closing"),
        foreign=words("foreign", " {} "),
        aside=words("aside", " {}"),
        memory=words("memory"),
        infinitive=data["infinitive"],
        likes=words("likes"),
        got=words("got"),
        fresh=words("fresh"),
        moved=words("moved"),
        moving=words("moving"),
        move=data["move"],
        to=words("to"),
        having=words("having"),
        counts=words("counts"),
        called=words("called"),
        people=data["people"],
        doing=data["doing"],
        unsaid=words("unsaid"),
    )
