"""Names are made clean, folded both ways and looked up without guessing (docs/semantics.md, 7)."""

import pytest

from bot.domain.names import (
    NAME_LIMIT,
    Names,
    clean,
    clean_name,
    clean_text,
    find,
    fold,
    quoted,
    split_known,
    without_quoted,
)

BOOK = {
    1: "Kari Nordmann",
    2: "Åse",
    3: "Øystein",
    4: "Kari Hansen",
    5: "Ola",
    6: "Jürgen Groß",
    7: "Юлия",
    8: "Anne-Marie O'Brien",
    9: "Bjørn",
    10: "Elin",
    11: "Elin",
    12: "Renée",
    13: "🦊",
}


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Kari \t Nordmann ", "Kari Nordmann"),
        ("Ka\u0301ri", "K\u00e1ri"),
        ("Ka\x00ri\u202e", "Kari"),
        ("\u2066Kari\u2069\u200f\ufeff", "Kari"),
        ("Kari\nNordmann", "Kari Nordmann"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("\u0645\u06cc\u200c\u062e\u0648", "\u0645\u06cc\u200c\u062e\u0648"),
        ("\u200d\u200c", ""),
        ("Ka\ud800ri", "Kari"),
        ("\u0301", ""),
        ('<b>&"', '<b>&"'),
        ("", ""),
        ("N" * 80, "N" * 64),
        ("N" * 63 + " " + "N", "N" * 63),
    ],
)  # fmt: skip
def test_a_name_is_one_visible_line(text: str, cleaned: str) -> None:
    """Any Unicode up to 64 code points; controls, bidi marks and surrogates go, joiners stay."""
    assert clean_name(text) == cleaned


def test_a_limit_counts_code_points() -> None:
    """A text is cut at the limit and trimmed again."""
    assert clean("åse  øy", 5) == "åse ø"
    assert len(clean_name("👍" * 100)) == NAME_LIMIT


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("one\r\ntwo \n\n  three", "one\ntwo\n\nthree"),
        ("a\u2028b\x0bc", "a\nb\nc"),
        ("\n\n", ""),
        ("tab\tin", "tab in"),
        ("x" * 30, "x" * 20),
    ],
)
def test_a_note_keeps_its_lines(text: str, cleaned: str) -> None:
    """Lines stay lines, of whatever kind their ends are."""
    assert clean_text(text, 20) == cleaned


@pytest.mark.parametrize(
    "group",
    [
        ("Åse", "Ase", "Aase", "ÅSE", "åse", "A\u030ase"),
        ("Øystein", "Oystein", "Oeystein", "Öystein"),
        ("Märta", "Maerta", "Marta", "Mærta"),
        ("Jürgen Groß", "Juergen Gross", "Jurgen Gross"),
        ("Renée", "Renee", "RENÉE"),
        ("Anne-Marie", "Anne Marie", "anne  marie"),
        ("O'Brien", "OBrien", "O\u2019Brien"),
        ("Юлия", "Yuliya"),
    ],
)
def test_all_spellings_of_a_name_fold_alike(group: tuple[str, ...]) -> None:
    """Case and diacritics are folded both ways."""
    assert len({fold(name) for name in group}) == 1


def test_what_has_no_letters_folds_to_itself() -> None:
    """A name of marks alone is still a name of its own."""
    assert fold("???") == "???"
    assert fold("🦊") != fold("🐻")


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("Kari Nordmann", (1,)),
        ("kari nordmann", (1,)),
        ("Kari", (1, 4)),
        ("Kari N", (1,)),
        ("kari h", (4,)),
        ("Nordmann", (1,)),
        ("Ase", (2,)),
        ("Aase", (2,)),
        ("OEYSTEIN", (3,)),
        ("Ola", (5,)),
        ("Ols", ()),
        ("juergen gross", (6,)),
        ("Groß", (6,)),
        ("Yuliya", (7,)),
        ("obrien", (8,)),
        ("anne marie", (8,)),
        ("Bjorn", (9,)),
        ("Bjrn", (9,)),
        ("Bjorrn", (9,)),
        ("Elin", (10, 11)),
        ("Eiln", (10, 11)),
        ("Elim", (10, 11)),
        ("Oysetin", (3,)),
        ("Akri", (1, 4)),
        ("Bari", ()),
        ("Kari Nordman", (1,)),
        ("Kari Nordmnan", (1,)),
        ("Krai Nordmnan", ()),
        ("Renee", (12,)),
        ("🦊", (13,)),
        ("Somebody", ()),
        ("", ()),
        ("  ", ()),
    ],
)
def test_a_typed_name_finds_everybody_who_fits_best(typed: str, keys: tuple[int, ...]) -> None:
    """Exact, folded, whole words, beginnings, then one typo; equal fits are all returned."""
    assert find(BOOK, typed) == keys


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("Kaz", ("c",)),
        ("kaz", ("c",)),
        ("Kaz B", ("b",)),
        ("Bob", ("a",)),
        ("Bobby", ("d",)),
        ("Bpb", ()),
        ("Bobyb", ("d",)),
        ("Åse", ("b",)),
    ],
)
def test_a_nickname_finds_after_the_whole_name(typed: str, keys: tuple[str, ...]) -> None:
    """Whoever is called so by name goes first; otherwise a nickname is the beginning of a name."""
    plain = {"a": "Kari Nordmann", "b": "Åse Lie", "c": "Kaz", "d": "Robert Smith"}
    names = Names(plain, {"a": "Bob", "b": "Kaz Berg", "d": "Bobby Bob"})
    assert find(names, typed) == keys


def test_a_nickname_begins_a_text() -> None:
    """What follows it is the rest, as after a name."""
    names = Names({1: "Kari Nordmann", 2: "Ola"}, {1: "Kaz"})
    assert split_known(names, "Kaz new dog") == ((1,), "new dog")
    assert names.forms() == ("Kari Nordmann", "Ola", "Kaz")


@pytest.mark.parametrize(
    ("name", "nickname", "rest"),
    [
        ('Robert "Bob" Smith', "Bob", "Robert Smith"),
        ("Kari \u00abKaz\u00bb", "Kaz", "Kari"),
        ("Kari \u201dKaz Berg\u201d Lie", "Kaz Berg", "Kari Lie"),
        ("Tom 'Tim' Lee", "Tim", "Tom Lee"),
        ("Anne O'Brien", "", "Anne O'Brien"),
        ("Jonas' bror", "", "Jonas' bror"),
        ('5" Tom', "", '5" Tom'),
        ("", "", ""),
    ],
)
def test_a_nickname_stands_in_quotes(name: str, nickname: str, rest: str) -> None:
    """Any pair of quotes around words; an apostrophe is none."""
    assert (quoted(name), without_quoted(name)) == (nickname, rest)


def test_the_exact_name_goes_before_a_folded_one() -> None:
    """Åse and Ase may both be in the Book; each is found by her own spelling."""
    names = {"a": "Åse", "b": "Ase", "c": "Ase Berg"}
    assert find(names, "Åse") == ("a",)
    assert find(names, "ase") == ("b",)
    assert find(names, "Aase") == ("a", "b")


@pytest.mark.parametrize(
    ("text", "keys", "rest"),
    [
        ("Kari yesterday she got the job", (1, 4), "yesterday she got the job"),
        ("Kari Nordmann yesterday", (1,), "yesterday"),
        ("Kari Nordman i går", (1,), "i går"),
        ("Kari no answer", (1, 4), "no answer"),
        ("Kari N", (1,), ""),
        ("Kari H", (4,), ""),
        ("Åse, she moved", (2,), "she moved"),
        ("Åse: she moved", (2,), "she moved"),
        ("Ase - moved", (2,), "moved"),
        ("Oystien i går", (3,), "i går"),
        ("ola", (5,), ""),
        ("Ols", (), "Ols"),
        ("Elin in May", (10, 11), "in May"),
        ("Bj", (9,), ""),
        ("yesterday", (), "yesterday"),
        ("Øy i går", (), "Øy i går"),
        ("Kari\nshe moved", (1, 4), "she moved"),
        ("", (), ""),
        (" ... ", (), "..."),
        ("the best talk", (), "the best talk"),
    ],
)
def test_the_longest_beginning_that_names_somebody_is_split_off(
    text: str, keys: tuple[int, ...], rest: str
) -> None:
    """In "/done Kari yesterday she got the job" it is the name, and all that follows it."""
    assert split_known(BOOK, text) == (keys, rest)
