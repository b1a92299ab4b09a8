"""Taking back what a change made of the dose; what was spent since stays spent."""

from dataclasses import replace
from functools import partial

from bot.domain import parameters as p
from bot.domain.records.book import Book
from bot.domain.records.change import Change, ChangeKind
from bot.domain.records.dose import Dose, Ease

DOSING = frozenset({ChangeKind.EASE, ChangeKind.DONE, ChangeKind.TRIED, ChangeKind.CORRECTED})
"""Changes that give dose back, which is taken back with them."""


def chosen(dose: Dose) -> tuple[Ease, bool, float, float]:
    """Return what the user chose of a dose, and what is left of it."""
    return dose.ease, dose.chosen, dose.scale, dose.share


def without_gain(book: Book, change: Change) -> Book:
    """Return the Book in which neither the dose nor a later change holds what a change gave."""
    if change.dose is None:
        return book
    later = {one.id: one.dose for one in book.changes if one.id > change.id and one.dose}
    after = next(iter(later.values()), book.dose)
    without = partial(_without, kind=change.kind, before=change.dose, after=after)
    changes = (
        replace(one, dose=without(later[one.id])) if one.id in later else one
        for one in book.changes
    )
    return replace(book, dose=without(book.dose), changes=tuple(changes))


def _without(dose: Dose, kind: ChangeKind, before: Dose, after: Dose) -> Dose:
    """Return a dose that lacks what a change made of the one before it, which is the one after."""
    if kind is ChangeKind.EASE:
        dose = replace(dose, ease=before.ease, chosen=before.chosen, share=before.share)
    if dose.scale == after.scale:
        return replace(dose, scale=before.scale)
    scale = dose.scale - after.scale + before.scale
    return replace(dose, scale=min(1.0, max(p.LEAST_SCALE, scale)))
