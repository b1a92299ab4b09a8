"""docs/semantics.md, 6: every act can be taken back, exactly, for the last ten changes."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.application.change_contact import forget_contact
from bot.application.undoing import HOLDING, changed_since, undo
from bot.domain.parameters import CHANGES_KEPT
from bot.domain.records.book import Book
from bot.domain.records.change import Change, ChangeKind
from tests.domain.people import DAY, ELIN, KARI, NOON, OLA
from tests.property.acts import Act, acts, did, plain, renumbered

LATER = NOON + DAY
ANY = st.integers(0, 99)


def records(change: Change) -> set[tuple[str, int]]:
    """Return what a change touched, each record by its kind and id."""
    tables = ("contacts", "nudges", "outcomes")
    touched = {(name, key) for name in tables for key in getattr(change, name)}
    touched |= {("profile", 0)} if change.profile else set()
    return touched | ({("ease", 0)} if change.kind is ChangeKind.EASE else set())


def is_touched_since(book: Book, change: Change) -> bool:
    """Tell whether a later change shares a record with one, or is about somebody it added.

    The same goes for what would have closed the nudge that comes back.
    """
    newcomers = {key for key, old in change.contacts.items() if old is None}
    nudged = {nudge.contact_id for nudge in change.nudges.values() if nudge}
    return any(
        records(later) & records(change)
        or newcomers & set(people_in(book, later))
        or (later.kind in HOLDING and nudged & set(people_in(book, later)))
        for later in book.changes
        if later.id > change.id
    )


def people_in(book: Book, change: Change) -> Iterator[int]:
    """Yield the contacts that a change is about, as far as they can be known."""
    yield from change.contacts
    for key, old in (*change.nudges.items(), *change.outcomes.items()):
        here = old or book.nudges.get(key) or book.outcomes.get(key)
        if here:
            yield here.contact_id


def changing(books: list[Book]) -> list[int]:
    """Return the turns that were a change: saying once more what holds already is none."""
    pairs = enumerate(pairwise(books))
    return [turn for turn, (before, after) in pairs if before.changes != after.changes]


@given(acts)
def test_the_newest_again_and_again_leads_back_the_way_it_came(done: list[Act]) -> None:
    """6: each taking back is the Book before that change, for ten changes and no more."""
    books = did(done)
    ways = [books[turn] for turn in changing(books)]
    book = books[-1]
    assert len(book.changes) == min(len(ways), CHANGES_KEPT)
    for before in reversed(ways[-CHANGES_KEPT:]):
        newest = book.last_change
        book, change = undo(book, LATER)
        assert change is not None
        assert change == newest
        assert plain(book) == plain(before)
        assert book.changes == before.changes[-len(book.changes) :] * bool(book.changes)
    assert undo(book, LATER) == (book, None)


@given(acts, ANY)
def test_one_in_the_middle_is_taken_back_alone_or_not_at_all(done: list[Act], which: int) -> None:
    """6: every record it touched is as before it; touched since, nothing is changed."""
    book = did(done)[-1]
    assume(book.changes)
    change = book.changes[which % len(book.changes)]
    back, taken = undo(book, LATER, change.id)
    if is_touched_since(book, change):
        assert (back, taken) == (book, None)
        assert changed_since(book, change)
        return
    assert taken == change
    assert [one.id for one in back.changes] == [o.id for o in book.changes if o is not change]
    for name in ("contacts", "nudges", "outcomes"):
        old, here = getattr(change, name), getattr(back, name)
        expected = {**getattr(book, name), **old}
        assert here == {key: one for key, one in expected.items() if one is not None}


@given(acts, ANY)
def test_without_it_all_is_as_if_it_had_never_been(done: list[Act], which: int) -> None:
    """6: a change that nothing was built on leaves the Book that the others alone would make."""
    books = did(done)
    turns = changing(books)
    assume(turns)
    turn, book = turns[-CHANGES_KEPT:][which % min(len(turns), CHANGES_KEPT)], books[-1]
    change = books[turn + 1].changes[-1]
    assume(not is_touched_since(book, change))
    others = did(done, leaving=turn)
    assume(changing(others) == [one for one in turns if one != turn])
    without = others[-1]
    back, _ = undo(book, LATER, change.id)
    same_scale = replace(back, dose=replace(back.dose, scale=without.dose.scale))
    assert renumbered(same_scale) == renumbered(without)
    assert abs(back.dose.scale - without.dose.scale) < 1e-9 or book.dose.scale == 1


@given(acts, st.lists(ANY, max_size=4), st.sampled_from((KARI, OLA, ELIN)))
def test_nothing_of_whoever_is_forgotten_can_be_taken_back(
    done: list[Act], undone: list[int], who: int
) -> None:
    """6: no kept change holds a record or the name of a forgotten contact; the others stay."""
    book = did(done)[-1]
    for which in undone:
        if book.changes:
            book, _ = undo(book, LATER, book.changes[which % len(book.changes)].id)
    contact = book.contacts[who]
    gone = forget_contact(book, contact)
    name = contact.name.split()[0]
    assert name not in repr(gone)
    assert f"contact_id={who}," not in repr(gone)
    others = [one for one in book.changes if name not in repr(one)]
    assert list(gone.changes) == [one for one in others if who not in people_in(book, one)]
    for _ in range(CHANGES_KEPT):
        gone, _change = undo(gone, LATER)
    assert name not in repr(gone)
