"""Contacts in alphabetical order: the list of all, and the question who is meant."""

from collections.abc import Iterable, Sequence
from unicodedata import normalize

from bot.conversation.buttons.person_buttons import ShowPage, ShowPerson, StartAdding
from bot.conversation.buttons.question_buttons import About
from bot.conversation.effects import AnyKey, Key, Message, Rows
from bot.conversation.screens.layout import in_rows
from bot.conversation.texts import Texts
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact, Standing
from bot.languages import Language
from bot.languages.data import particulars

PAGE = 10
"""Names on one page, two in a row: what a phone shows without scrolling."""
CHOICES = 12
"""Names offered at most when it is not clear who was meant."""
DETAIL = 30
"""Characters of what tells namesakes apart that fit on a button."""


def alphabetical(contacts: Iterable[Contact], language: Language) -> list[Contact]:
    """Return contacts by name, as a reader of the language would look them up."""
    return sorted(contacts, key=lambda contact: (_collation(contact.name, language), contact.id))


def people_message(book: Book, page: int) -> Message:
    """Return one page of the contacts; those let go are named beneath, without buttons."""
    texts = Texts(book.profile.language)
    kept = [c for c in book.contacts.values() if c.standing is Standing.KEPT]
    if not book.contacts:
        add = Key(texts.label("button.add-someone"), StartAdding())
        return Message(texts("people.none"), ((add,),))
    people = alphabetical(kept, book.profile.language)
    last = max(0, (len(people) - 1) // PAGE)
    page = min(max(page, 0), last)
    shown = people[page * PAGE : (page + 1) * PAGE]
    labels = told_apart(people, texts)
    rows = in_rows([Key(labels[c.id], ShowPerson(c.id)) for c in shown])
    return Message(_people_text(texts, book), (*rows, *_turns(page, last)))


def who_message(book: Book, question_id: int, contacts: Sequence[Contact], lead: str) -> Message:
    """Return the question who was meant, with names as buttons.

    Args:
        book: the user's Book.
        question_id: the question they answer.
        contacts: who it may be, the likeliest first.
        lead: the question, as HTML.
    """
    shown = contacts[:CHOICES]
    labels = told_apart(contacts, Texts(book.profile.language))
    keys = [Key(labels[c.id], About(question_id, c.id)) for c in shown]
    return Message(lead, in_rows(keys))


def told_apart(contacts: Sequence[Contact], texts: Texts) -> dict[int, str]:
    """Return each one's name by id; of namesakes also what tells them apart."""
    namesakes: dict[str, list[Contact]] = {}
    for contact in contacts:
        namesakes.setdefault(contact.name, []).append(contact)
    return {
        contact.id: f"{contact.name} ({detail})" if detail else contact.name
        for group in namesakes.values()
        for contact, detail in zip(group, _details(group, texts), strict=True)
    }


def _details(group: Sequence[Contact], texts: Texts) -> Sequence[str]:
    """Return the first thing in which all of a name differ; else who was added first."""
    if len(group) == 1:
        return ("",)
    for known in zip(*(_known(contact, texts) for contact in group), strict=True):
        if len(set(known)) == len(group):
            return known
    order = sorted(contact.id for contact in group)
    return tuple(str(1 + order.index(contact.id)) for contact in group)


def _known(contact: Contact, texts: Texts) -> tuple[str, ...]:
    address, note = contact.address, contact.newest_note
    where = address.username or address.phone or address.email or ""
    known = (texts.cadence(contact.cadence), contact.why, where, note.text if note else "")
    return tuple(" ".join(text.split())[:DETAIL].strip() for text in known)


def _people_text(texts: Texts, book: Book) -> str:
    parts = [texts("people.all")]
    for standing in (Standing.LET_GO, Standing.LEFT_ALONE, Standing.DECEASED):
        gone = [c for c in book.contacts.values() if c.standing is standing]
        if gone:
            names = ", ".join(c.name for c in alphabetical(gone, book.profile.language))
            parts.append(texts(f"people.{standing}", names=names))
    return "\n\n".join(parts)


def _turns(page: int, last: int) -> Rows:
    row: tuple[AnyKey, ...] = ()
    if page > 0:
        row = (*row, Key("←", ShowPage(page - 1)))
    if page < last:
        row = (*row, Key("→", ShowPage(page + 1)))
    return (row,) if row else ()


def _collation(name: str, language: Language) -> tuple[tuple[int, str], ...]:
    own, neighbours = particulars(language).after_z, particulars(language).neighbours
    letters = normalize("NFC", name).casefold().translate(neighbours)
    return tuple(
        (1 + own.index(letter), "") if letter in own else (0, normalize("NFD", letter)[0])
        for letter in letters
    )
