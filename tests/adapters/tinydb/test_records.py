"""A Book comes back from its file exactly as it was written."""

import tempfile
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from bot.adapters.tinydb import records
from bot.adapters.tinydb.book_file import BookFile
from bot.adapters.tinydb.storage import Unreadable
from bot.domain.clock.hours import Hours
from bot.domain.records import question
from bot.domain.records.book import Book
from bot.domain.records.contact import Address, Channel
from bot.domain.records.contact_times import NOTHING_TOLD, OwnDay, Preset, Tie, Times
from bot.domain.records.question import Question
from bot.languages import Language
from tests.adapters.tinydb import any_book
from tests.domain.people import KARI, NOON, due_since, person, talked
from tests.fakes.clock import START

SLOW_DISK = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)


def rows_of(book: Book) -> dict[str, dict[int, Any]]:
    """Return a Book as the documents of its file."""
    rows = {name: dict(each) for name, each in records.changes(None, book).items()}
    rows["meta"][records.HEAD] = records.head_of(book, None, START)
    return rows


@SLOW_DISK
@given(any_book.books)
def test_a_book_round_trips(book: Book) -> None:
    """Every kind of record, with any text in it, is read back equal to what was written."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "1.json"
        BookFile(path).save(book, START, START)
        assert BookFile.read(path).book == book


@SLOW_DISK
@given(any_book.books, any_book.books)
def test_only_the_last_of_many_commits_counts(first: Book, second: Book) -> None:
    """Writing one Book over another leaves no trace of the first, whatever they share."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "1.json"
        BookFile(path).save(first, START, START)
        file = BookFile.read(path)
        file.save(second, None, START)
        assert BookFile.read(path).book == second
        BookFile(path.with_name("2.json")).save(second, None, START)
        assert path.read_bytes() == path.with_name("2.json").read_bytes()


@given(any_book.books)
def test_nothing_changed_is_nothing_written(book: Book) -> None:
    """Records that are the same objects are not encoded again."""
    assert not any(records.changes(book, book).values())


def test_questions_are_told_apart_by_what_they_are_about() -> None:
    """Two questions with the same fields are still two questions."""
    for topic in (
        question.AskNote(3),
        question.AskWhy(3),
        question.AskPace(3),
        question.AskChannel(3),
        question.AskLanguage(3),
        question.AskTimes(3),
        question.AskZone(3),
    ):
        before = Book(question=Question(1, topic, START))
        document = records.changes(None, before)["meta"][records.QUESTION]
        assert document is not None
        assert document["topic"]["about"] == topic.about


@pytest.mark.parametrize("channel", Channel)
def test_how_somebody_is_reached_and_written_to_is_kept(channel: Channel) -> None:
    """Every channel, a language and the question about each are read back."""
    kari = replace(person(), channel=channel, language=Language.SV, address=Address(phone="+47"))
    for topic in (question.AskChannel(1), question.AskLanguage(), question.AskLanguage(1)):
        book = Book(question=Question(1, topic, START)).with_contact(kari)
        assert records.decode(rows_of(book)) == book


def test_a_person_written_before_there_were_calls_and_languages_is_read() -> None:
    """A file of an earlier Hei needs no migration: what it does not say was not chosen."""
    rows = rows_of(Book().with_contact(replace(person(), channel=Channel.SMS)))
    old = {k: v for k, v in rows["contacts"][1].items() if k != "language"}
    read = records.decode({**rows, "contacts": {1: old}}).contacts[1]
    assert (read.channel, read.language) == (Channel.SMS, None)


def test_a_person_written_before_there_were_windows_is_read() -> None:
    """A file of an earlier Hei says nothing of anybody's hours and of no country of a number."""
    rows = rows_of(Book().with_contact(replace(person(), address=Address(phone="+47"))))
    old = {k: v for k, v in rows["contacts"][1].items() if k != "times"}
    address = {k: v for k, v in old["address"].items() if k != "country"}
    read = records.decode({**rows, "contacts": {1: {**old, "address": address}}}).contacts[1]
    assert (read.times, read.address.country) == (NOTHING_TOLD, None)


def test_the_hours_of_a_person_are_kept() -> None:
    """Zone, presets, days and tie are read back, and so is the country of the number."""
    lunch = Hours(time(12), time(13))
    own = OwnDay(5, Hours(time(18), time(0)), time(10), time(20, 30), lunch)
    times = Times("Asia/Tokyo", (Preset.AT_WORK, Preset.NIGHT), (own,), Tie.FAMILY)
    kari = replace(person(), times=times, address=Address(phone="+81", country="JP"))
    for topic in (question.AskTimes(1), question.AskZone(1)):
        book = Book(question=Question(1, topic, START)).with_contact(kari)
        read = records.decode(rows_of(book))
        assert read == book
        assert read.contacts[1].address.country == "JP"


def test_a_wrong_record_is_named_without_its_content() -> None:
    """What cannot be read is located by table, id and field; its content stays private."""
    with pytest.raises(Unreadable, match=r"^meta 1: wrong handled, serial$") as caught:
        records.read_head(
            {"schema": 1, "next_due_at": None, "counted_at": START, "serial": "secret"}
        )
    assert "secret" not in str(caught.value)


def test_a_book_without_its_parts_is_unreadable() -> None:
    """A file that lacks the head, the profile or the dose is no Book."""
    with pytest.raises(Unreadable):
        records.decode({})


def test_a_book_written_before_reads_as_if_nothing_was_said() -> None:
    """Fields that came later have defaults, so that a file without them needs no migration."""
    later = {
        "contacts": {"reason", "asked"},
        "outcomes": {"feeling"},
        "profile": {"energy", "cue", "learns_since", "share"},
    }
    book = talked(due_since(1.5), KARI, NOON)
    rows = {
        name: {
            key: {field: value for field, value in row.items() if field not in later.get(name, ())}
            for key, row in table.items()
            if row is not None
        }
        for name, table in records.changes(None, book).items()
    }
    rows["meta"][records.HEAD] = dict(records.head_of(book, None, START))
    assert records.decode(rows) == book
