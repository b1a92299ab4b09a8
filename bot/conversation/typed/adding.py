"""From what was typed to one new contact or several, or to what has to be asked first."""

from collections.abc import Sequence

from bot.application.add_contact import add_contact
from bot.conversation.buttons.question_buttons import AddAnyway, AddEach, AddTogether, Never
from bot.conversation.effects import Key, Message
from bot.conversation.screens.channel_screen import shared_lines
from bot.conversation.screens.layout import listed
from bot.conversation.screens.person_screen import added_card
from bot.conversation.texts import Texts
from bot.conversation.turn import Turn
from bot.conversation.typed.instants import happened_at, narrowed
from bot.conversation.typed.time_there import ask_of_newcomers
from bot.domain.clock.cadence import Cadence
from bot.domain.clock.wall_time import country_of
from bot.domain.names import fold
from bot.domain.policy.due import last_contact_at
from bot.domain.records.contact import DEFAULT_CADENCE, Address
from bot.domain.records.question import (
    AskCadence,
    AskLast,
    AskName,
    AskSame,
    AskSeveral,
    Newcomer,
)
from bot.understanding.cadences.cadence_phrases import Fit
from bot.understanding.facts.addition_types import Addition
from bot.understanding.facts.additions import read_addition
from bot.understanding.facts.addresses import country_of_phone
from bot.understanding.facts.several_names import read_several
from bot.understanding.moments.moments import Day, Elapsed, Facing, Hour

TAKEN = {Fit.TAKEN: "pace.taken", Fit.DAY: "pace.taken-day"}
"""What is said of a cadence that is not just what was typed."""


def add_typed(turn: Turn) -> None:
    """Add whom the words of a turn describe; ask first where they are several or have no name."""
    several = several_typed(turn, turn.text)
    if several:
        ask_several(turn, several)
    else:
        add_one_typed(turn, addition_typed(turn, turn.text))


def add_one_typed(turn: Turn, addition: Addition) -> None:
    """Add one contact, or ask for a name or whether it is another one."""
    if not addition.name:
        turn.ask(AskName(turn.text))
        turn.say("add.no-name")
        return
    newcomer = newcomer_of(turn, addition)
    if not is_asked_about(turn, newcomer, addition):
        add(turn, newcomer, addition)


def addition_typed(turn: Turn, text: str) -> Addition:
    """Return the contact that a text describes."""
    return read_addition(text, now=turn.wall, country=country_of(turn.book.profile.zone))


def several_typed(turn: Turn, text: str) -> tuple[Addition, ...]:
    """Return the contacts that a text describes, where it may describe several."""
    return read_several(text, now=turn.wall, country=country_of(turn.book.profile.zone))


def newcomer_of(turn: Turn, addition: Addition) -> Newcomer:
    """Return what can be kept of a contact as it was typed."""
    last = narrowed(addition.last, turn.today, Facing.PAST)
    return Newcomer(
        name=addition.name,
        address=Address(
            addition.username, addition.phone, addition.email, country_of_phone(addition.phone)
        ),
        cadence=addition.cadence,
        why=addition.why,
        last_at=happened_at(last, turn) if isinstance(last, Day | Hour | Elapsed) else None,
        channel=addition.channel,
    )


def is_asked_about(turn: Turn, newcomer: Newcomer, addition: Addition) -> bool:
    """Ask whether it is another one where the name or an address is known already."""
    shared = shared_lines(turn.texts, turn.book, newcomer.address)
    if is_known(turn, newcomer.name):
        lead = turn.texts("add.same", name=newcomer.name)
    else:
        lead = " ".join((*shared, turn.texts("add.another"))) if shared else ""
    if lead:
        ask_same(turn, newcomer, "\n".join((lead, *remarks(turn.texts, addition))))
    return bool(lead)


def is_known(turn: Turn, name: str) -> bool:
    """Tell whether a contact is called so already."""
    return fold(name) in map(fold, turn.book.names().values())


def ask_same(turn: Turn, newcomer: Newcomer, lead: str) -> None:
    """Ask whether to add another one; ``lead`` says whom of, as HTML."""
    question_id = turn.ask(AskSame(newcomer))
    row = (
        Key(turn.texts.label("button.add-another"), AddAnyway(question_id)),
        Key(turn.texts.label("button.no"), Never(question_id)),
    )
    turn.show(Message(lead, (row,)))


def add(turn: Turn, newcomer: Newcomer, addition: Addition | None = None) -> None:
    """Add a contact and show the card; it asks how often or when they last talked.

    Where neither is worth asking, what time it is there may be.
    """
    turn.book, contact = add_contact(turn.book, newcomer, turn.now)
    text_id = "add.done" if newcomer.cadence else "add.done-default"
    lead = [turn.texts(text_id, name=contact.name, pace=contact.cadence)]
    lead += remarks(turn.texts, addition) if addition else ()
    asks = addition is not None and addition.asks_how_often
    turn.show(added_card(turn.book, contact, turn.now, "\n".join(lead), asks_pace=asks))
    if asks:
        turn.ask(AskCadence(contact.id))
    elif last_contact_at(turn.book, contact.id) is None:
        turn.ask(AskLast(contact.id))
    else:
        ask_of_newcomers(turn, contact.added_at)


def remarks(texts: Texts, addition: Addition) -> list[str]:
    """Return what has to be said of a contact as it was typed: what was taken, what left out."""
    taken = addition.taken
    lines = [texts(TAKEN[taken.fit], text=taken.text, pace=pace_of(addition))] if taken else []
    return lines + [
        texts(f"add.problem.{one.fault.value}", text=one.text) for one in addition.problems
    ]


def pace_of(addition: Addition) -> Cadence:
    """Return how often, or what is taken where nothing was said."""
    return addition.cadence or DEFAULT_CADENCE


def ask_several(turn: Turn, several: Sequence[Addition]) -> None:
    """Ask whether each of several contacts is to be added, or one together if they share a line."""
    question_id = turn.ask(AskSeveral(turn.text))
    row = (
        Key(turn.texts.label("button.yes"), AddEach(question_id)),
        Key(turn.texts.label("button.no"), Never(question_id)),
    )
    together = Key(turn.texts.label("button.together"), AddTogether(question_id))
    rows = (row,) if "\n" in turn.text.strip() else (row, (together,))
    turn.show(Message(several_line(turn.texts, several, "add.several"), rows))


def several_line(texts: Texts, several: Sequence[Addition], text_id: str) -> str:
    """Return a sentence about several contacts, with a line for each where their paces differ."""
    names = listed(texts, [one.name for one in several])
    paces = {pace_of(one) for one in several}
    if len(paces) == 1:
        return texts(text_id, names=names, pace=paces.pop())
    lines = [texts("pace.set", name=one.name, pace=pace_of(one)) for one in several]
    return "\n".join((texts(MIXED[text_id], names=names), *lines))


MIXED = {"add.several": "add.several-mixed", "add.several-done": "add.several-mixed-done"}
"""The sentence about several contacts whose paces differ."""
