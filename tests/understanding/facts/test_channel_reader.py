"""Channels, addresses and languages as people type them after a name, in three languages."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

import pytest

from bot.conversation.buttons.packing import DATA_LIMIT, pack
from bot.conversation.buttons.person_buttons import SetChannel, SetDraftLanguage
from bot.conversation.texts import Texts
from bot.domain.records.channels import Channel
from bot.domain.records.contact import Address
from bot.languages import Language
from bot.languages.data import particulars
from bot.understanding.facts.channel_reader import head_of_channel, read_channel
from bot.understanding.facts.language_names import head_of_language, read_language
from bot.understanding.words import vocabulary
from tests.every_row import every_row
from tests.phrase_tables import lists, rows, unread

ROWS = [(typed, Channel(name)) for typed, name in lists("channels", "word")]


def _addresses() -> Iterator[tuple[str, Channel | None, Address]]:
    """Yield what is typed, and the channel and the address that are meant."""
    for typed, row in rows("channels", "address"):
        channel = Channel(row["channel"]) if "channel" in row else None
        yield typed, channel, Address(row.get("username"), row.get("phone"), row.get("email"))


@every_row(ROWS)
def test_a_channel_is_read_alone_and_after_a_name(typed: str, channel: Channel) -> None:
    """Promise: every word people use for a channel means it, whatever the interface's language."""
    told = read_channel(typed, "NO")
    assert told
    assert told.channel is channel
    for before in ("Kari ", "Kari: ", "Kari - ", "Kari:", "Kari Over Nordmann "):
        assert head_of_channel(f"{before}{typed}", "NO") == before.rstrip(" :-")


def test_every_language_has_words_for_every_channel() -> None:
    """Promise: a new channel is not only known in one language."""
    said = Counter(meaning for meaning, _ in groupby(vocabulary.rows("channels"), itemgetter(0)))
    assert said == dict.fromkeys(Channel, len(Language))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("channel", Channel)
def test_what_a_button_says_may_be_typed(language: Language, channel: Channel) -> None:
    """Promise: the labels and the lines of a nudge are words for the channel as well."""
    texts = Texts(language)
    for said in (texts.label(f"channel.{channel}"), texts.label(f"nudge.by.{channel}")):
        told = read_channel(said, None)
        assert told
        assert told.channel is channel
    assert len(pack(SetChannel(10**13, channel))) <= DATA_LIMIT
    assert len(pack(SetDraftLanguage(10**13, language))) <= DATA_LIMIT


@every_row(_addresses())
def test_a_channel_and_its_address_are_read_in_either_order(
    typed: str, channel: Channel | None, address: Address
) -> None:
    """Promise: a number, a username and an address are told apart by what they look like."""
    told = read_channel(typed, "NO")
    assert told
    assert (told.channel, told.address) == (channel, address)
    assert bool(told.refused) == ("+47 1" in typed)
    assert head_of_channel(f"Kari {typed}", "NO") == "Kari"


@every_row(unread("channels"))
def test_what_is_no_way_to_reach_somebody_is_refused(typed: str) -> None:
    """Promise: never guessed; what says more than a channel and addresses is asked back."""
    assert read_channel(typed, "NO") is None


@pytest.mark.parametrize("language", Language)
def test_a_language_is_read_in_any_of_the_three(language: Language) -> None:
    """Promise: its name in each language and its code; the labels of the buttons too."""
    words = [typed for typed, code in lists("languages", "name") if code == language]
    for typed in (*words, particulars(language).own_name):
        assert read_language(typed) is language
        assert head_of_language(f"Kari {typed}") == "Kari"
    spoken = {Texts(one).spoken(language) for one in Language}
    assert {read_language(word) for word in spoken} == {language}


@every_row(unread("languages"))
def test_what_is_no_language_is_refused(typed: str) -> None:
    """Promise: a surname or a language that Hei does not speak is never taken for one it does."""
    assert read_language(typed) is None
