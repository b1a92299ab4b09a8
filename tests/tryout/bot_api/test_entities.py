"""Telegram's HTML is read as Telegram reads it, and refused in its words."""

import pytest

from bot.tryout.bot_api.entities import parse_html
from bot.tryout.world.errors import ApiError
from bot.tryout.world.utf16 import cleaned, found, length, pieces, trimmed

MARKED: list[tuple[str, list[str]]] = [
    ("plain", []),
    ("<a href=x.y >a</a>", []),
    ("<b>a</b><strong>b</strong>", ["bold", "bold"]),
    ("<i>a</i><em>b</em>", ["italic", "italic"]),
    ("<u>a</u><ins>b</ins>", ["underline", "underline"]),
    ("<s>a</s><strike>b</strike><del>c</del>", ["strikethrough"] * 3),
    ('<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>', ["spoiler", "spoiler"]),
    ("<blockquote>a</blockquote>", ["blockquote"]),
    ("<blockquote expandable>a</blockquote>", ["expandable_blockquote"]),
    ("<code>a</code><pre>b</pre>", ["code", "pre"]),
    ("<b></b>a", []),
    ("<B>a</b>", ["bold"]),
    ("<b>a</>", ["bold"]),
    ("<b >a</b >", ["bold"]),
    ('<a href="nowhere">a</a>', []),
]


@pytest.mark.parametrize(("source", "types"), MARKED)
def test_supported_tags_become_entities(source: str, types: list[str]) -> None:
    """Every tag Telegram supports gives its entity; an empty one and a dead link give none."""
    _, entities = parse_html(source)
    assert [entity["type"] for entity in entities] == types


FAULTS = [
    ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<script>a</script>", 'Unsupported start tag "script" at byte offset 0'),
    ("a <3 b>", 'Unsupported start tag "3" at byte offset 2'),
    ("é <b", "Unclosed start tag at byte offset 3"),
    ("a </b>", "Unexpected end tag at byte offset 2"),
    (
        "<b><i>test</b></i>",
        'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"',
    ),
    ("<b>a</b", "Unclosed end tag at byte offset 4"),
    ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<a =x>a</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<a href", 'Unclosed start tag "a" at byte offset 0'),
    ("<a href='x", 'Unclosed start tag "a" at byte offset 0'),
    ("<a href=x/y>a</a>", "Unexpected end of name token at byte offset 8"),
]


@pytest.mark.parametrize(("source", "reason"), FAULTS)
def test_faulty_html_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    """What Telegram can't parse is a 400 that names the place in bytes."""
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.code == 400
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_references_are_resolved_once() -> None:
    """The four names and numbers are characters; anything else stays as it was written."""
    text, entities = parse_html("&lt;b&gt; &amp;amp; &quot;x&quot; &#65;&#x1F44B; &nbsp; & &#0;")
    assert text == '<b> &amp; "x" A👋 &nbsp; & &#0;'
    assert entities == []


def test_offsets_count_utf16() -> None:
    """A waving hand counts twice, in offsets and in lengths."""
    text, entities = parse_html("👋 <b>👋</b>!")
    assert text == "👋 👋!"
    assert entities == [{"type": "bold", "offset": 3, "length": 2}]


def test_nested_tags_come_outermost_first() -> None:
    """Entities are in the order of their beginnings, the longer one first."""
    _, entities = parse_html("<b>a<i>b</i></b>")
    assert [one["type"] for one in entities] == ["bold", "italic"]


def test_links_and_emoji_keep_what_they_mean() -> None:
    """A link has its address, be it the href or the text; an emoji its id."""
    source = (
        '<a href="https://x.y/?a=1&amp;b=<2">l</a><a>http://x.y</a>'
        "<a href=tg://user>t</a><tg-emoji emoji-id='7'>👋</tg-emoji>"
    )
    with pytest.raises(ApiError):
        parse_html(source)
    _, entities = parse_html(source.replace("=tg://user", "='tg://user?id=1'"))
    assert [one.get("url", one.get("custom_emoji_id")) for one in entities] == [
        "https://x.y/?a=1&b=<2",
        "http://x.y",
        "tg://user?id=1",
        "7",
    ]


def test_language_belongs_to_a_pre_block() -> None:
    """A code tag right inside pre names the language; elsewhere it has none."""
    _, entities = parse_html('<pre><code class="language-py">a</code></pre>')
    assert entities == [{"type": "pre", "offset": 0, "length": 1, "language": "py"}]
    _, entities = parse_html("<pre><code>a</code></pre>")
    assert entities == [{"type": "pre", "offset": 0, "length": 1}]
    _, entities = parse_html('<code class="language-py">a</code>')
    assert entities == [{"type": "code", "offset": 0, "length": 1}]


def test_control_characters_go() -> None:
    """NUL and its like never reach a chat; newline, tab and right-to-left marks do."""
    assert cleaned("a\x00b\x07\r\nc\td\u200fe\u2028") == "ab\nc\td\u200fe"


def test_trimming_moves_and_cuts_entities() -> None:
    """Entities follow their text when white space around it goes, and vanish with it."""
    marks = [
        {"type": "bold", "offset": 0, "length": 1},
        {"type": "italic", "offset": 1, "length": 9},
    ]
    assert trimmed("  hei  ", marks) == ("hei", [{"type": "italic", "offset": 0, "length": 3}])


def test_commands_links_and_mentions_are_found() -> None:
    """What Telegram marks by itself is marked, outside code and in the middle of nothing."""
    text = "/add@hei_bot to @kari_n: https://x.y/a, not a/b or me@x.no"
    kinds = [
        (one["type"], text[one["offset"] : one["offset"] + one["length"]])
        for one in found(text, [])
    ]
    assert kinds == [
        ("bot_command", "/add@hei_bot"),
        ("mention", "@kari_n"),
        ("url", "https://x.y/a"),
    ]
    assert found("/add", [{"type": "code", "offset": 0, "length": 4}]) == []


def test_long_text_becomes_several_messages() -> None:
    """A client cuts between characters, never inside a surrogate pair."""
    parts = pieces("👋" * 2100)
    assert [length(part) for part in parts] == [4096, 104]
