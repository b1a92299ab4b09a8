"""How a person is reached: typed or tapped, with an address or without, and in the nudge."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.conversation.screens.nudge_screen import chat_address, nudge_message
from bot.domain.records.channels import Channel
from bot.domain.records.contact import Address
from bot.drafts.draft_text import without_blank
from tests.conversation.room import KARI, LANGUAGES, Room, check, nudged, settled
from tests.domain.people import person
from tests.phrase_tables import in_own_language, lists, phrases

OLA = "Ola +4790012345 ola@example.no"
NUMBER = "+47 90 01 23 45"
COMMANDS = [(typed, Channel(name)) for typed, name in lists("channels", "command")]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("typed", "channel"), COMMANDS)
def test_a_channel_is_set_by_command(code: str, typed: str, channel: Channel) -> None:
    """Promise: /channel NAME WORD in any of the languages; the answer says what holds."""
    room = settled(code, OLA)
    label = room.label(f"channel.{channel}")
    assert room.say(typed) == room.sentence("reach.set", name="Ola", channel=label)
    assert room.contact("Ola").channel is channel
    assert room.sentence("card.channel", channel=label) in room.say("/person Ola")
    assert not room.is_asked()


@pytest.mark.parametrize("code", LANGUAGES)
def test_all_channels_are_offered_and_the_present_one_is_marked(code: str) -> None:
    """Promise: /channel NAME, or the button on any card; one tap sets, the card comes back."""
    room = settled(code, "Kari")
    room.say("/channel Kari")
    channels = [room.label(f"channel.{channel}") for channel in Channel]
    assert room.answer == room.sentence("channel.which", name="Kari")
    assert room.last.labels == [*channels, room.label("button.back")]
    room.say("/person Kari")
    card = room.last
    room.tap("button.channel")
    room.tap("button.back", card)
    room.tap("button.channel", card)
    room.tap("channel.meet", card)
    assert room.contact("Kari").channel is Channel.MEET
    assert room.sentence("card.channel", channel=room.label("channel.meet")) in card.text
    room.tap("button.channel", card)
    marked = [label for label in card.labels if label.startswith("✓")]
    assert marked == [f"✓ {room.label('channel.meet')}"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_channel_that_nobody_chose_is_marked_too(code: str) -> None:
    """Promise: what a hello would take is what is shown as the present one."""
    room = settled(code, "Kari kari@example.no")
    room.say("/channel Kari")
    assert f"✓ {room.label('channel.email')}" in room.last.labels


@pytest.mark.parametrize("code", LANGUAGES)
def test_whose_channel_it_is_is_asked_and_what_was_said_waits(code: str) -> None:
    """Promise: /channel asks who; /channel WORD ADDRESS loses neither of them."""
    room = settled(code, "Kari", "Ola")
    assert room.say("/channel") == room.sentence("who.whom")
    room.press("Kari")
    assert room.answer == room.sentence("channel.which", name="Kari")
    room.say("/channel whatsapp +47 900 12 345")
    room.press("Ola")
    assert room.contact("Ola").channel is Channel.WHATSAPP
    assert room.contact("Ola").address.phone == "+4790012345"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "channel", "address"),
    [
        ("whatsapp +47 90 01 23 45", Channel.WHATSAPP, Address(phone="+4790012345")),
        ("email kari@example.org", Channel.EMAIL, Address(email="kari@example.org")),
        ("telegram @kari_n", Channel.TELEGRAM, Address(username="kari_n")),
        ("@kari_n", None, Address(username="kari_n")),
    ],
)
def test_an_address_is_given_with_the_channel(
    code: str, typed: str, channel: Channel | None, address: Address
) -> None:
    """Promise: a number, username or e-mail address can be told later; it is said back."""
    room = settled(code, "Kari")
    said = room.say(f"/channel Kari {typed}")
    kari = room.contact("Kari")
    assert (kari.channel, kari.address) == (channel, address)
    where = typed.removeprefix(f"{channel} ")
    assert room.sentence("card.address", where=where) in said
    assert where in room.say("/person Kari")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_new_address_replaces_its_kind_and_keeps_the_others(code: str) -> None:
    """Promise: a new number is a new number; the e-mail address and the channel stay."""
    room = settled(code, OLA)
    room.say("/channel Ola sms")
    room.say("/channel Ola +46 70 174 06 05")
    ola = room.contact("Ola")
    assert ola.address == Address(phone="+46701740605", email="ola@example.no")
    assert ola.channel is Channel.SMS


MISSING = {
    "telegram": ("reach.missing-telegram", "@kari_n"),
    "whatsapp": ("reach.missing-phone", NUMBER),
    "sms": ("reach.missing-phone", NUMBER),
    "call": ("reach.missing-phone", NUMBER),
    "email": ("reach.missing-email", "kari@example.org"),
}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("channel", MISSING)
@pytest.mark.parametrize("how", ["typed", "tapped"])
def test_a_channel_without_its_address_is_kept_and_the_address_asked_for(
    code: str, channel: str, how: str
) -> None:
    """Promise: the choice holds, one line says how to give what is missing, or just send it."""
    room = settled(code, "Kari")
    text_id, address = MISSING[channel]
    room.say("/channel Kari" if how == "tapped" else f"/channel Kari {channel}")
    if how == "tapped":
        room.tap(f"channel.{channel}")
    assert room.sentence(text_id, name="Kari") in room.answer
    assert "/channel Kari" in room.answer
    assert room.contact("Kari").channel is Channel(channel)
    assert address in room.say(address)
    kari = room.contact("Kari")
    assert kari.address.by(Channel(channel)) == address.replace(" ", "").removeprefix("@")
    assert kari.channel is Channel(channel)
    assert not room.is_asked()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_line_about_what_is_missing_can_be_followed_to_the_letter(code: str) -> None:
    """Promise: what stands there as an example is understood as it stands."""
    for channel in MISSING:
        room = settled(code, "Kari Nordmann")
        room.say(f"/channel Kari {channel}")
        text = room.last.message.text
        room.say(text.partition("<code>")[2].partition("</code>")[0])
        kari = room.contact("Kari Nordmann")
        assert kari.address.by(Channel(channel)), (code, channel)


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_address_that_is_none_is_left_out_and_said(code: str) -> None:
    """Promise: the channel is kept; the number is asked for as if it had not been given."""
    room = settled(code, "Kari")
    said = room.say("/channel Kari sms +47 1")
    assert room.sentence("add.problem.phone_invalid", text="+47 1") in said
    assert room.sentence("reach.missing-phone", name="Kari") in said
    said = room.say("/channel Kari kari@nowhere")
    assert said == room.sentence("add.problem.email_invalid", text="kari@nowhere")
    assert room.label("channel.email") in room.last.labels
    assert room.contact("Kari").address == Address()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("words", ["pigeon <b>", "whatsapp or sms"])
def test_an_unreadable_channel_is_asked_back(code: str, words: str) -> None:
    """Promise: the person is understood; the buttons are at hand, and words may answer too."""
    room = settled(code, "Kari", "Ola")
    said = room.say(f"/channel Kari {words}")
    assert said == room.sentence("reach.unknown", name="Kari", text=words)
    room.say("vykort")
    assert room.contact("Kari").channel is Channel.CARD
    assert room.contact("Ola").channel is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_other_words_after_the_question_are_no_channel(code: str) -> None:
    """Promise: while a channel is asked for, *done* is still an answer, and nonsense is neither."""
    room = settled(code, "Kari every year last: yesterday")
    room.say("/channel Kari")
    assert room.say("blue moon") == room.sentence("unknown.text-hi")
    assert room.say("ferdig Kari").startswith(room.sentence("done.closing"))
    room.say("/channel Kari")
    assert room.say("cancel") == room.sentence("cancel.done")
    assert room.say("whatsapp") == room.sentence("unknown.text-hi")


@pytest.mark.parametrize(
    ("people", "typed", "name"),
    [
        (("Anna Ring",), "/channel Anna Ring", "Anna Ring"),
        (("Anna Ring",), "/channel ring", "Anna Ring"),
        (("Meet Patel", "Ola"), "/channel Meet", "Meet Patel"),
        (("Mali", "Ola"), "/channel mail", None),
    ],
)
def test_a_name_goes_before_a_channel_of_the_same_word(
    people: tuple[str, ...], typed: str, name: str | None
) -> None:
    """Promise: whole words of a known name are the person; a likeness of one is not."""
    room = settled("en", *people)
    expected = "channel.which" if name else "who.whom"
    assert room.say(typed) == room.sentence(expected, name=name or "")
    assert all(contact.channel is None for contact in room.book.contacts.values())


def test_a_surname_that_is_a_channel_can_have_one() -> None:
    """Promise: Anna Ring gets a text message; Ring on its own asks for no call."""
    room = settled("sv", "Anna Ring", "Anna Kort")
    room.say("/channel Anna Ring sms")
    room.say("/channel anna kort ring")
    assert room.contact("Anna Ring").channel is Channel.SMS
    assert room.contact("Anna Kort").channel is Channel.CALL


@pytest.mark.parametrize("code", LANGUAGES)
def test_two_of_a_name_are_asked_about_and_nobody_is_said_so(code: str) -> None:
    """Promise: never guessed; the channel waits for the choice."""
    room = settled(code, "Kari Nordmann", "Kari Berg")
    assert room.say("/channel Kari sms") == room.sentence("who.which", name="Kari")
    room.press("Kari Berg")
    assert room.contact("Kari Berg").channel is Channel.SMS
    assert room.say("/channel Nils sms") == room.sentence("who.unknown", name="Nils")
    assert room.say("/channel Nils") == room.sentence("who.unknown", name="Nils")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_channel_with_its_address_is_undone_as_one(code: str) -> None:
    """Promise: /undo takes back both."""
    room = settled(code, "Kari @kari_n")
    before = room.contact("Kari")
    room.say("/channel Kari whatsapp +47 900 12 345")
    assert room.say("/undo") == room.sentence("undo.channel", name="Kari")
    assert room.contact("Kari") == before


@pytest.mark.parametrize("data", ["cs:{id}:pigeon", "cs:{id}", "cs:0:sms", "cl:{id}:xx"])
def test_a_forged_channel_or_language_is_refused(data: str) -> None:
    """Promise: no button of Hei's says so; nothing changes."""
    room = settled("en", "Kari")
    kari = room.contact("Kari")
    room.press_data(data.format(id=kari.id), room.last.id)
    assert room.toasts
    assert room.contact("Kari") == kari


def reached(code: str, typed: str) -> Room:
    """Return a chat with a nudge about Ola, who is reached as typed."""
    room = settled(code, OLA)
    room.say(f"/channel Ola {typed}")
    room.say("/hi Ola")
    return room


@pytest.mark.parametrize(("code", "typed", "line"), in_own_language("channels", "nudge"))
def test_a_nudge_says_how_where_no_button_can(code: str, typed: str, line: str) -> None:
    """Promise: the number or address on a line of its own, which clients make tappable."""
    room = reached(code, typed)
    assert line in room.nudge.text.splitlines()
    assert room.nudge.url() is None
    assert room.label("button.open-chat") not in room.nudge.labels
    assert room.nudge.copies() == without_blank(room.nudge.text.splitlines()[-1])


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("channel", ["telegram", "whatsapp"])
def test_a_channel_with_a_button_needs_no_line(code: str, channel: str) -> None:
    """Promise: one way on, not two."""
    room = reached(code, channel)
    assert room.nudge.url()
    assert NUMBER not in room.nudge.text
    assert room.sentence(f"nudge.by.{channel}") not in room.nudge.text


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("channel", MISSING)
def test_a_nudge_without_an_address_still_says_how_and_copies(code: str, channel: str) -> None:
    """Promise: the channel chosen is named, Copy works, and nothing is asked for once more."""
    room = settled(code, "Kari")
    room.say(f"/channel Kari {channel}")
    room.say("/hi Kari")
    assert room.sentence(f"nudge.by.{channel}") in room.nudge.text.splitlines()
    assert room.nudge.copies()
    assert room.nudge.url() is None
    assert "/channel" not in room.nudge.text


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("channel", Channel)
def test_a_nudge_never_shows_more_than_seven_buttons(code: str, channel: Channel) -> None:
    """Promise: whatever the channel and however often it was reworded."""
    room = reached(code, channel.value)
    assert len(room.nudge.labels) <= 7
    room.tap("button.another", room.nudge)
    assert len(room.nudge.labels) <= 7


TEXTS = [
    "Hei Åse! Håper du har det fint. Ønsker deg en god kveld, særlig nå.",
    "Hej Märta, tänkte på dig; hälsa Örjan så länge",
    "👩‍👧 hi 🎻❤️",
    "one\ntwo\r\n\nthree",
    "a & b # c + d = e ? f % g %20 / h",
    """"quotes" 'single' «guillemets» “curly” `tick` <b>""",
    "https://example.org/?text=x&y=1#z",
    "å" * 240,
    "🎻" * 240,
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("address", "channel"),
    [
        (Address(username="ase_berg"), Channel.TELEGRAM),
        (Address(phone="+4790012345"), Channel.TELEGRAM),
        (Address(phone="+4790012345"), Channel.WHATSAPP),
    ],
)
def test_the_address_of_a_chat_carries_any_text_unharmed(
    text: str, address: Address, channel: Channel
) -> None:
    """Promise: what opens is exactly the draft, and Telegram takes the button."""
    url = chat_address(replace(person(), address=address), channel, text)
    assert url
    parts = urlsplit(url)
    assert parts.scheme == "https"
    assert parts.netloc == ("wa.me" if channel is Channel.WHATSAPP else "t.me")
    assert not parts.fragment
    assert parse_qs(parts.query, strict_parsing=True, keep_blank_values=True) == {"text": [text]}
    assert url.isascii()
    room = nudged("nb", KARI)
    nudge = next(iter(room.book.nudges.values())).reworded(text, "just-hi")
    check(nudge_message(room.book.with_nudge(nudge), nudge, room.now))


def test_a_call_a_card_and_a_meeting_are_never_picked_by_default() -> None:
    """Promise: only what the user chose asks that much; unchosen, the cheapest known one holds."""
    whole = Address("kari_n", "+4790012345", "kari@example.org")
    known = [
        Address(),
        whole,
        *(replace(Address(), phone=whole.phone, email=e) for e in (None, "e@x.no")),
    ]
    best = {replace(person(), address=address).best_channel for address in known}
    assert best == {None, Channel.TELEGRAM}
    for chosen in (Channel.CALL, Channel.CARD, Channel.MEET):
        assert replace(person(), address=whole, channel=chosen).best_channel is chosen


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("words", phrases("channels", "numbers"))
def test_words_before_a_number_are_part_of_it(code: str, words: str) -> None:
    """Promise: "her number is" is no name, after the command and in the answer."""
    room = settled(code, "Kari", "Liv")
    room.say(f"/channel Kari {words}")
    assert room.contact("Kari").address.phone == "+4741234567"
    room.say("/channel Liv")
    room.say(words)
    assert room.contact("Liv").address.phone == "+4741234567"
