"""The question which of some acts was meant, with a button for each."""

from collections.abc import Sequence

from bot.conversation.buttons.question_buttons import Meant, Never
from bot.conversation.effects import Key, Message
from bot.conversation.turn import Turn
from bot.conversation.typed.said import said_as
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskMeant
from bot.understanding.acts.likely_acts import Act


def ask_meant(
    turn: Turn,
    acts: Sequence[Act],
    typed: str = "",
    lead: str = "",
    more: Sequence[Key] = (),
) -> None:
    """Ask which of some acts is meant.

    Args:
        turn: the turn to answer in.
        acts: what may be meant, one button each.
        typed: what they are done with; what was typed where it is empty.
        lead: the question; the usual one where it is empty.
        more: buttons for what is no act.
    """
    question_id = turn.ask(AskMeant(typed or turn.text))
    keys = [Key(_label(turn, act), Meant(question_id, act)) for act in acts]
    never = Key(turn.texts.label("meant.nothing"), Never(question_id))
    rows = ((key,) for key in (*keys, *more, never))
    turn.show(Message(lead or turn.texts("meant.ask"), tuple(rows)))


def ask_near(turn: Turn, act: Act, typed: str, contact: Contact) -> None:
    """Ask whether a contact was meant by a longer name than theirs: "Ola Nordmann"."""
    question_id = turn.ask(AskMeant(turn.text))
    lead = turn.texts("who.near", typed=typed, name=contact.name)
    never = Key(turn.texts.label("meant.nothing"), Never(question_id))
    rows = ((Key(contact.name, Meant(question_id, act)),), (never,))
    turn.show(Message(lead, rows))


def _label(turn: Turn, act: Act) -> str:
    """Return what a button says that means an act; of a note also about whom."""
    contact = said_as(turn, act, turn.text).contact if act is Act.NOTE else None
    if contact:
        return turn.texts.label("meant.note-about", name=contact.name)
    return turn.texts.label(f"meant.{act.value}")
