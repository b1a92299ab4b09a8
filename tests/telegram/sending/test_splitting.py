"""What splitting promises for any text in Telegram's HTML."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.sending.cleaning import cleaned, units
from bot.telegram.sending.splitting import split

TAGS = ("b", "i", "u", "s", "code", "pre", "blockquote")
LEAST = 120

plain = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n \n&<>😀"))


@st.composite
def marked_up(draw: st.DrawFn, depth: int = 3) -> str:
    """Return well-formed Telegram HTML."""
    parts = []
    for _ in range(draw(st.integers(0, 5))):
        if depth and draw(st.booleans()):
            name = draw(st.sampled_from(TAGS))
            parts.append(f"<{name}>{draw(marked_up(depth - 1))}</{name}>")
        else:
            parts.append(html.escape(draw(plain), quote=draw(st.booleans())))
    return "".join(parts)


def seen(markup: str) -> str:
    """Return what a reader sees of it."""
    return html.unescape(re.sub(r"</?[a-z]+[^<>]*>", "", markup))


def is_balanced(markup: str) -> bool:
    """Tell whether every tag is closed in order."""
    opened: list[str] = []
    for end, name in re.findall(r"<(/?)([a-z]+)[^<>]*>", markup):
        if not end:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def dense(text: str) -> str:
    """Return a text without white space, which Telegram trims at both ends of a message."""
    return "".join(text.split())


@given(marked_up())
def test_every_part_fits_and_is_whole(markup: str) -> None:
    """No part exceeds the limit in UTF-16 units, and every tag closes in its part."""
    for part in split(markup, LEAST):
        assert units(part) <= LEAST
        assert is_balanced(part)


@given(marked_up())
def test_nothing_is_lost(markup: str) -> None:
    """The parts together show what the whole would have shown."""
    assert dense("".join(seen(part) for part in split(markup, LEAST))) == dense(seen(markup))


@given(st.lists(st.text("abc ", min_size=1, max_size=60), min_size=1))
def test_lines_that_fit_are_kept_whole(lines: list[str]) -> None:
    """A text whose lines fit is cut at line ends only."""
    whole = {line.strip() for line in lines}
    for part in split("\n".join(lines), LEAST):
        assert all(line.strip() in whole for line in part.strip("\n").split("\n"))


def test_a_short_text_is_one_part() -> None:
    """A text that fits is left as it is."""
    assert split("<b>Kari</b>") == ("<b>Kari</b>",)


def test_the_limit_counts_utf16() -> None:
    """An emoji is two units."""
    assert [len(part) for part in split("😀" * 4096)] == [2048, 2048]


def test_an_entity_is_never_cut() -> None:
    """An entity stands in one part whole."""
    parts = split("&amp;" * 50, 12)
    assert set(parts) == {"&amp;&amp;"}


def test_open_tags_are_carried_over() -> None:
    """A tag that is open at the cut, with its attributes, is open in the next part again."""
    parts = split('<a href="x">one two</a>', 22)
    assert parts == ('<a href="x">one </a>', '<a href="x">two</a>')


def test_a_cut_falls_behind_a_word() -> None:
    """A line that is too long is cut at a space."""
    assert split("one two three", 9) == ("one two ", "three")


def test_tags_longer_than_a_part_end() -> None:
    """Tags that alone exceed the limit do not make the splitting run for ever."""
    assert "".join(seen(part) for part in split(f'<a href="{"x" * 50}">abc</a>', 10)) == "abc"


def test_a_stray_end_is_passed_over() -> None:
    """An end tag without a beginning opens nothing in the next part."""
    assert split("</b>" + "x " * 10, 12)[-1].strip("x ") == ""


@given(st.text(st.characters(), max_size=50))
def test_what_is_cleaned_can_be_sent(text: str) -> None:
    """A cleaned text has no controls but tab and line feed, and can be encoded."""
    sent = cleaned(text)
    assert sent.encode().decode() == sent
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", sent)
    assert units(sent) == len(sent.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    "kept", ["\u200f", "\u202e", "é", "\U0001f469\u200d\U0001f4bb", "\t", "\n"]
)
def test_what_people_write_is_kept(kept: str) -> None:
    """Right-to-left marks, joined emoji and line breaks are the writer's."""
    assert cleaned(kept) == kept
