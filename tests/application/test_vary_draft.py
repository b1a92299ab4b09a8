"""Drafts in a model's words: asked for only where the user agreed, and kept only where they may."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.application.change_contact import add_note
from bot.application.change_voice import add_line
from bot.application.deliver_nudges import Deliverer, decide
from bot.application.vary_draft import Variety, agree, original_of
from bot.application.write_nudge import ask_nudge, reword, reword_as, shorten
from bot.domain.parameters import HARD_FOR
from bot.domain.records.book import Book
from bot.domain.records.nudge import Closing, Nudge, Wanted
from bot.domain.records.voice import Voice
from bot.drafts.kinds import DraftKind
from tests.domain.people import KARI, NOON, due_since
from tests.fakes.books import MemoryBooks
from tests.fakes.clock import FakeClock
from tests.fakes.postman import FakePostman
from tests.fakes.rewriter import FakeRewriter

USER, MODEL = 7, "tiny (localhost)"
GOOD = "You crossed my mind today."


def agreed(book: Book | None = None) -> Book:
    """Return the Book of a user who agreed to the model; Kari is due."""
    return agree(book or due_since(1.5), MODEL)


def asked(book: Book, wanted: Wanted | None = None) -> tuple[Book, Nudge]:
    """Return a Book with a nudge about Kari that was asked for."""
    return ask_nudge(book, book.contacts[KARI], NOON, wanted)


def note_given(book: Book, nudge: Nudge, now: datetime = NOON) -> str:
    """Return the note that goes along with a draft."""
    original = original_of(book, nudge, MODEL, now)
    assert original is not None
    return original.note


class Round:
    """A deliverer with a model, and everything in plain sight."""

    def __init__(self, says: str, book: Book | None = None) -> None:
        self.clock = FakeClock(NOON)
        self.books, self.postman = MemoryBooks(self.clock), FakePostman()
        self.rewriter = FakeRewriter(says)
        self.variety = Variety(self.books, self.rewriter, self.clock)
        self.deliverer = Deliverer(self.books, self.postman, self.clock, self.variety)
        self.books.books[USER] = book or agreed()

    @property
    def newest(self) -> Nudge:
        """The newest nudge of the user."""
        nudges = self.books.books[USER].nudges
        return nudges[max(nudges)]


async def test_a_good_answer_goes_out_and_is_kept() -> None:
    """What is sent is what is stored, and the bank's draft is known to be used as well."""
    round_ = Round(GOOD)
    await round_.deliverer.deliver_due(USER)
    assert [one.draft for one in round_.postman.brought] == [GOOD]
    assert round_.newest.draft == GOOD
    assert round_.newest.is_open
    assert round_.books.books[USER].drafts_for(KARI) == (*round_.newest.drafts, GOOD)


@pytest.mark.parametrize(
    "says", ["", "You never call.", "See you on Friday!", "Sure: hi!", "Hei du"]
)
async def test_no_good_answer_changes_nothing(says: str) -> None:
    """The nudge goes out as it was."""
    round_ = Round(says)
    await round_.deliverer.deliver_due(USER)
    assert round_.newest.variant == ""
    assert [one.draft for one in round_.postman.brought] == [round_.newest.drafts[-1]]


@pytest.mark.parametrize("book", [due_since(1.5), agree(due_since(1.5), "tiny (far.example)")])
async def test_nobody_is_spoken_for(book: Book) -> None:
    """Without a yes to this very model nothing leaves."""
    round_ = Round(GOOD, book)
    await round_.deliverer.deliver_due(USER)
    assert round_.rewriter.asked == []
    assert len(round_.postman.brought) == 1


async def test_a_nudge_that_is_gone_meanwhile_is_not_sent() -> None:
    """Whoever deletes everything while the model thinks gets nothing any more."""
    round_ = Round(GOOD)
    round_.rewriter.meanwhile = round_.books.books.clear
    await round_.deliverer.deliver_due(USER)
    assert round_.postman.brought == []
    assert USER not in round_.books.books


async def test_a_draft_that_changed_meanwhile_is_not_shown() -> None:
    """Whoever answers while the model thinks keeps what they see then."""
    round_ = Round(GOOD)
    book, nudge = asked(round_.books.books[USER])
    closed = book.with_nudge(nudge.closed(NOON, Closing.DONE))
    round_.books.books[USER] = book
    round_.rewriter.meanwhile = lambda: round_.books.books.update({USER: closed})
    assert await round_.variety.vary(USER, book, nudge) is None
    assert round_.books.books[USER] == closed


async def test_a_disk_that_keeps_nothing_keeps_no_variant() -> None:
    """It cannot be stored, so it is not shown; the nudge goes out as it is on disk."""
    round_ = Round(GOOD)
    book, nudge = asked(round_.books.books[USER])
    round_.books.books[USER] = book
    round_.books.failing = True
    assert await round_.variety.vary(USER, book, nudge) == (book, nudge)


async def test_a_variant_is_made_once() -> None:
    """A nudge that could not be sent goes out later in the words that it has."""
    round_ = Round(GOOD)
    book, nudge = asked(round_.books.books[USER])
    round_.books.books[USER] = book
    varied = await round_.variety.vary(USER, book, nudge)
    assert varied is not None
    assert await round_.variety.vary(USER, *varied) == varied
    assert len(round_.rewriter.asked) == 1


def test_another_draft_is_no_variant_any_more() -> None:
    """Another and shorter take the variant away."""
    book, nudge = asked(agreed())
    varied = replace(nudge, variant=GOOD)
    for further in (reword, shorten):
        assert further(book.with_nudge(varied), varied, NOON)[1].variant == ""


def test_what_leaves_is_the_draft_without_the_name() -> None:
    """Neither the contact's name nor any other stands in it."""
    book = agreed()
    kari = replace(book.contacts[KARI], name="Kari", voice=Voice("Hi {name}!", "Hugs", "😊"))
    for number in range(40):
        planned, nudge = asked(replace(book.with_contact(kari), serial=number * 100))
        original = original_of(planned, nudge, MODEL, NOON)
        assert original is not None
        assert "Kari" not in "".join(original.given.values())
        assert original.greeting == "Hi {name}!"


def test_the_note_goes_along_only_where_it_is_spoken_of() -> None:
    """A hello that holds no note takes none with it."""
    book = agreed()
    book = add_note(book, book.contacts[KARI], "got a dog", NOON)
    plain, hello = asked(book)
    assert note_given(plain, hello) == ""
    noted, about = asked(book, Wanted(DraftKind.THINKING_OF_YOU))
    assert "dog" in about.draft
    assert note_given(noted, about) == "got a dog"


def test_nothing_hard_leaves() -> None:
    """While something hard is noted nothing is asked for; the note itself never goes."""
    book = agreed()
    book = add_note(book, book.contacts[KARI], "her mother died", NOON)
    planned, nudge = asked(book)
    assert original_of(planned, nudge, MODEL, NOON) is None
    later = NOON + HARD_FOR + timedelta(days=1)
    planned, nudge = ask_nudge(book, book.contacts[KARI], later)
    assert note_given(planned, nudge, later) == ""


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(DraftKind.CONDOLENCE),
        Wanted(DraftKind.HONEST_ASK),
        Wanted(DraftKind.INVITATION),
        Wanted(DraftKind.THINKING_OF_YOU, is_hard=True),
        Wanted(DraftKind.CONGRATULATION, typed="You got the job!"),
    ],
    ids=lambda wanted: wanted.kind,
)
def test_what_is_grave_or_typed_keeps_its_words(wanted: Wanted) -> None:
    """None of these is worded by anybody else."""
    planned, nudge = asked(agreed(), wanted)
    assert original_of(planned, nudge, MODEL, NOON) is None


def test_lines_of_the_users_own_stay_theirs() -> None:
    """What they wrote themselves is not sent anywhere."""
    planned, nudge = asked(add_line(agreed(), "yo, still alive?"))
    assert nudge.draft == "yo, still alive?"
    assert original_of(planned, nudge, MODEL, NOON) is None


def test_a_kind_that_was_chosen_may_be_worded() -> None:
    """A question from under More is a draft of the bank like any other."""
    book, nudge = asked(agreed())
    book, nudge = reword_as(book, nudge, DraftKind.ONE_QUESTION, NOON)
    assert original_of(book, nudge, MODEL, NOON) is not None


def test_a_planned_nudge_is_a_draft_too() -> None:
    """Hei's own ideas are worded as well as those that were asked for."""
    decision = decide(agreed(), NOON)
    assert decision.nudge is not None
    assert original_of(decision.book, decision.nudge, MODEL, NOON) is not None
