"""Which contacts a text names, wherever they stand in it, and whose relatives and things."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.names import find, fold, nicknames_in
from bot.understanding.facts.name_forms import Form, forms_of
from bot.understanding.moments.pieces import pieces_at
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.vocabulary import vocabularies, vocabulary

_GENITIVE = "s"
_SHORTEST = 3
"""Letters of what a relative is called that may have an s without an apostrophe."""
NO_SURNAMES = (
    *("fillers", "pronouns", "links", "joints", "callers", "selves", "tellers", "negations"),
    *("until", "timely", "channels", "kin", "owning_after", "buts", "topics", "courtesies"),
    *("objects", "plans", "refusals"),
)
"""Sections of words that are no surname behind a name."""
_INITIALS = 2
"""Letters of a beginning that stands for a surname."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A contact who is named.

    Attributes:
        contact_id: who.
        start: the first token of the name.
        end: the token after it.
        is_owner: whether something or somebody of theirs is meant: "Kari's brother".
        longer: the whole name as typed where it is longer than the one in the Book, and so may
            be somebody else's: "Ola Nordmann"; else empty.
    """

    contact_id: int
    start: int
    end: int
    is_owner: bool
    longer: str = ""


def mentions_in(line: Line, names: Mapping[int, str]) -> tuple[Mention, ...]:
    """Return every contact a line names by name, or by a first or nickname that one has alone.

    Args:
        line: the text.
        names: the names of the Book by contact id, and the nicknames.
    """
    found: list[Mention] = []
    hosts: set[int] = set()
    words = [fold(token.text) for token in line.tokens]
    forms = forms_of(tuple(names.items()), tuple(nicknames_in(names).items()))
    is_with = vocabulary("pronouns").anywhere(line)
    place = 0
    while place < len(words):
        mention = next(_at(line, words, place, forms), None)
        if mention and _is_in_law(line, mention):
            place, mention = mention.end, None
        if mention and _is_kin_called(line, mention.start):
            owned = _is_kin_of_another(line, found, mention)
            mention = None if owned or _is_of_one(line, words, mention.end, forms) else mention
        if mention and found and _is_listed(line, found[-1], mention):
            mention = replace(mention, is_owner=False)
        if mention and _is_occasion(line, mention):
            hosts.add(mention.start)
        elif mention and _is_place(line, mention):
            hosts.add(mention.start)
            place, mention = mention.end, None if is_with else replace(mention, is_owner=False)
        if mention:
            mention = _with_surname(line, words, mention, names, forms)
            found.append(mention)
        place = mention.end if mention else place + 1
    others = tuple(one for one in found if one.start not in hosts)
    is_apart = any(not one.is_owner for one in others) and not vocabulary("toos").anywhere(line)
    return others if is_apart else tuple(found)


def _with_surname(
    line: Line,
    words: Sequence[str],
    mention: Mention,
    names: Mapping[int, str],
    forms: Mapping[str, Sequence[Form]],
) -> Mention:
    """Return a mention with the word behind it that makes a longer name of it, if there is one."""
    end, name = mention.end, names[mention.contact_id]
    if mention.is_owner or not _is_surname(line, end) or fold(name).endswith(words[end]):
        return mention
    typed = line.between(mention.start, end + 1)
    other = next(_at(line, words, end, forms), None)
    begins = other is not None and fold(names[other.contact_id]).startswith(words[end])
    meant = find(names, typed)  # "Anna Bergg"
    if begins or meant == (mention.contact_id,):
        return mention
    if len(meant) == 1:
        return replace(mention, contact_id=meant[0], end=end + 1)
    return replace(mention, end=end + 1, longer=typed)


def _is_surname(line: Line, at: int) -> bool:
    """Tell whether a word with a capital stands at a token that is neither time nor everyday."""
    if at >= len(line) or not line.apart(at) or line.newline_before(at):
        return False
    typed = line.between(at, at + 1)
    is_name = len(typed) >= _SHORTEST and typed.istitle() and typed.isalpha()
    return is_name and not (vocabularies(*NO_SURNAMES).at(line, at) or any(pieces_at(line, at)))


def _is_listed(line: Line, before: Mention, mention: Mention) -> bool:
    """Tell whether a name, right behind another, has one more behind it: "Kari Jonas mamma"."""
    is_behind = before.end == mention.start and not before.is_owner
    return is_behind and bool(vocabulary("kin_called").at(line, mention.end))


def _is_place(line: Line, mention: Mention) -> bool:
    """Tell whether only somebody's home or mail is meant: "saw her at mum's", "on Åsa's door"."""
    if vocabulary("kin").at(line, mention.end):
        return False
    before = mention.start - 1
    is_at = before >= 0 and bool(vocabulary("at_place").at(line, before))
    is_to = before >= 0 and bool(vocabulary("to_place").at(line, before))
    is_home = is_to and not _is_thing(line, mention.end)
    return mention.is_owner and (
        is_at or is_home or bool(vocabulary("homes").at(line, mention.end))
    )


def _is_in_law(line: Line, mention: Mention) -> bool:
    """Tell whether a longer word for a relative begins so: "mother in law"."""
    return any(match.end > mention.end for match in vocabulary("kin").at(line, mention.start))


def _is_occasion(line: Line, mention: Mention) -> bool:
    """Tell whether a party of somebody's is meant: "at Jonas's party", "bursdagen til mamma"."""
    if mention.is_owner and vocabulary("occasions").at(line, mention.end):
        return True
    owning = mention.start - 1
    return (
        owning > 0
        and bool(vocabularies("owning_before", "at_place").at(line, owning))
        and bool(vocabulary("occasions").at(line, owning - 1))
    )


def _is_thing(line: Line, at: int) -> bool:
    """Tell whether a word of a thing or somebody may stand at a token: "to Mum's sister"."""
    if at >= len(line) or is_mark(line.tokens[at]):
        return False
    return not vocabularies("fillers", "timely", "until", "links", "at_place").at(line, at)


def _is_kin_of_another(line: Line, found: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether "Mum" is not the user's own: "Kari's mum", "moren hennes"."""
    owned = (
        bool(found)
        and found[-1].is_owner
        and found[-1].end in range(mention.start - 1, mention.start + 1)
    )
    beside = (mention.start - 1, mention.end)
    return owned or any(place >= 0 and vocabulary("theirs").at(line, place) for place in beside)


def _is_kin_called(line: Line, at: int) -> bool:
    """Tell whether a token is what relatives are called, maybe with an s: "mum", "mams"."""
    bare = Line.of(line.tokens[at].text.removesuffix(_GENITIVE))
    return any(vocabulary("kin_called").at(each, index) for each, index in ((line, at), (bare, 0)))


def _is_of_one(
    line: Line, words: Sequence[str], end: int, forms: Mapping[str, Sequence[Form]]
) -> bool:
    """Tell whether whose relative it is follows: "mor til Ola"."""
    owners = (match.end for match in vocabulary("owning_before").at(line, end))
    return any(at < len(words) and any(_at(line, words, at, forms)) for at in owners)


def _at(
    line: Line, words: Sequence[str], place: int, forms: Mapping[str, Sequence[Form]]
) -> Iterator[Mention]:
    first = words[place]
    begun = forms.get(first, ())
    for wanted, key in (*begun, *forms.get(first.removesuffix(_GENITIVE), ())):
        end = place + len(wanted)
        typed = words[place:end]
        if len(typed) < len(wanted) or typed[:-1] != wanted[:-1]:
            continue
        if typed[-1] == wanted[-1]:
            longer = _begun(words, end, wanted, begun)
            yield longer or Mention(key, place, end, _owns(line, place, end))
        elif typed[-1] == wanted[-1] + _GENITIVE and not _is_too_short(wanted[-1]):
            yield Mention(key, place, end, is_owner=not _is_short_for(line, end))


def _is_too_short(word: str) -> bool:
    """Tell whether a relative's word with an s is more likely another word: "mas" is no ma's."""
    return len(word) < _SHORTEST and bool(vocabulary("kin_called").at(Line.of(word), 0))


def _begun(
    words: Sequence[str], end: int, wanted: list[str], forms: Sequence[tuple[list[str], int]]
) -> Mention | None:
    """Return the contact of whose longer name the beginning is typed: "Anna B" is Anna Berg."""
    if end >= len(words) or not words[end]:
        return None
    longer = [
        key
        for form, key in forms
        if form[: len(wanted)] == wanted
        and len(form) == len(wanted) + 1
        and form[-1].startswith(words[end])
    ]
    is_one = len(longer) == 1 and len(words[end]) <= _INITIALS
    return Mention(longer[0], end - len(wanted), end + 1, is_owner=False) if is_one else None


def _owns(line: Line, start: int, end: int) -> bool:
    """Tell whether "of Kari", "Kari sin" or "Jonas'" makes it something of theirs."""
    after = end < len(line) and (
        (
            line.tokens[end].text in {"'", "'s"}
            and not line.apart(end)
            and not _is_short_for(line, end + 1)
        )
        or any(True for _ in vocabulary("owning_after").at(line, end))
        or _is_kin_behind(line, end)
    )
    return after or any(
        match.end == start and _is_kin(line, first)
        for first in range(max(0, start - 2), start)
        for match in vocabulary("owning_before").at(line, first)
    )


def _is_kin_behind(line: Line, end: int) -> bool:
    """Tell whether a name that ends with an s has a relative behind it: "Jonas kompis".

    Where another follows, "mamma" may be one of several: "Jonas mamma och Ola".
    """
    called = vocabulary("kin_called").at(line, end)
    is_listed = any(vocabulary("joints").at(line, match.end) for match in called)
    is_kin = bool(vocabulary("kin").at(line, end)) and not is_listed
    return is_kin and line.tokens[end - 1].text.endswith(_GENITIVE)


def _is_short_for(line: Line, end: int) -> bool:
    """Tell whether 's is short for "is" or "has": "Ola's asked", "Kari's in hospital"."""
    return any(vocabulary("not_owned").at(line, end))


def _is_kin(line: Line, end: int) -> bool:
    """Tell whether a relative, a friend or a pet is named right before a token."""
    return any(
        match.end == end
        for start in range(max(0, end - 2), end)
        for match in vocabulary("kin").at(line, start)
    )
