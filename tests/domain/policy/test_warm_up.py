"""A hello to somebody close first, before a person who has been gone for long."""

from dataclasses import replace

from bot.application.log_outcome import feel_after
from bot.domain.policy.agenda import propose
from bot.domain.policy.warm_up import warm_up
from bot.domain.records.book import Book
from bot.domain.records.contact import Hold, Standing
from bot.domain.records.outcome import Feeling
from tests.domain.people import DAY, KARI, NOON, OLA, due_since, talked


def with_close_ola(ratio: float = 4.1) -> Book:
    """Return a Book in which Kari has been gone for long and Ola was in touch three times."""
    book = due_since(ratio, 0.2)
    for days in (15, 20):
        book = talked(book, OLA, NOON - days * DAY)
    return book


def first(book: Book) -> int | None:
    """Return whom to say hi to before Kari."""
    close = warm_up(book, book.contacts[KARI], NOON)
    return close.id if close else None


def test_somebody_close_comes_first() -> None:
    """After a gap of over four cadences, with the person who is proposed."""
    assert first(with_close_ola()) == OLA
    assert first(with_close_ola(3.9)) is None
    proposal = propose(with_close_ola(), NOON)
    assert proposal is not None
    close = warm_up(with_close_ola(), proposal.contact, NOON)
    assert (proposal.contact.id, close and close.id) == (KARI, OLA)


def test_it_is_skipped_when_nobody_is_close() -> None:
    """Close is who is in touch, at hand and light; where nobody is, nothing is offered."""
    book = with_close_ola()
    ola = book.contacts[OLA]
    heavy = feel_after(book, max(book.outcomes), Feeling.HEAVIER)
    assert first(due_since(9.0, 0.2)) is None
    assert first(due_since(9.0, 9.0)) is None
    assert first(heavy) is None
    assert first(book.with_contact(replace(ola, standing=Standing.LET_GO))) is None
    assert first(book.with_contact(replace(ola, hold=Hold(NOON + DAY)))) is None
