"""/pace: how often the user would like to be in touch with a contact."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.application.change_contact import set_cadence
from bot.conversation.buttons.person_buttons import ChooseCadence, KeepCadence, SetCadence
from bot.conversation.effects import Message
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.person_screen import cadence_message
from bot.conversation.turn import Turn
from bot.conversation.typed.adding import TAKEN
from bot.conversation.typed.fact import Fact
from bot.conversation.typed.stored import undoable
from bot.conversation.typed.time_there import ask_of_newcomers
from bot.conversation.typed.which import split_name
from bot.domain.clock.cadence import Cadence
from bot.domain.names import fold
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskCadence
from bot.understanding.acts.clauses import clauses_of
from bot.understanding.acts.likely_acts import Act, Occasion
from bot.understanding.cadences.cadence_phrases import Fit
from bot.understanding.cadences.cadences import (
    Found,
    cadences_in,
    find_cadence,
    read_cadence,
    read_fitted,
)
from bot.understanding.cadences.unclear_cadences import is_vague
from bot.understanding.moments.weighty_words import weighty
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary

SURE = 0.9
"""So likely an answer must be to say how often for a part of it to be taken."""
FEW = 5
"""Tokens around how often something shall be that are no more than a way to say it."""


@dataclass(frozen=True, slots=True)
class SaidCadence:
    """A cadence, how well it fits what was typed, and that."""

    cadence: Cadence
    fit: Fit = Fit.EXACT
    text: str = ""


def _part(turn: Turn, text: str) -> tuple[str, str]:
    """Return the name and the cadence of "Kari every 3 weeks"; a cadence alone names nobody."""
    if read_cadence(text) and not _begins_with_name(turn, text):
        return "", text
    found = find_cadence(text)
    if found:
        return text[: found.start].rstrip(" :"), text[found.start :]
    return split_name(turn, text)


def _begins_with_name(turn: Turn, text: str) -> bool:
    """Tell whether a text begins with a contact's name: Evert is no "every" with a typo."""
    return any(fold(text).startswith(f"{fold(name)} ") for name in turn.book.names().forms())


def _read(turn: Turn, _contact: Contact, said: str) -> SaidCadence | None:
    found = read_fitted(said) or _only_one(said) or _apart(turn, said) or _surely(turn, said)
    return SaidCadence(found.cadence, found.fit, said) if found else None


def _only_one(said: str) -> Found | None:
    """Return the one cadence among a few other words: "once a month ish", "weekly is fine"."""
    found = _wanted(said)
    if len(found) != 1:
        return None
    around = Line.of(f"{said[: found[0].start]} {said[found[0].end :]}")
    is_more = weighty(around, 0, len(around)) or vocabulary("nevers").anywhere(around)
    return None if is_more or len(around) > FEW else found[0]


def _apart(turn: Turn, said: str) -> Found | None:
    """Return the one cadence that is a clause by itself: "seldom, twice a year"."""
    whole = turn.utterance(said)
    pieces = (whole.line.between(one.start, one.stop) for one in clauses_of(whole))
    found = [one for piece in pieces if (one := read_fitted(piece.strip(" ,;.!")))]
    return found[0] if len(found) == 1 else None


def _surely(turn: Turn, said: str) -> Found | None:
    """Return the last cadence of an answer that is surely one: "we talk on Sundays, so weekly"."""
    first = turn.likely(Occasion.ASK_PACE)[0]
    is_sure = said == turn.text and first.act is Act.CADENCE and first.share >= SURE
    return next(iter(_wanted(said)), None) if is_sure else None


def _wanted(said: str) -> Sequence[Found]:
    """Return how often something shall be, the last first, without what is too often."""
    return [one for one in cadences_in(Line.of(said)) if not _is_too_often(said[one.end :])]


def _is_too_often(behind: str) -> bool:
    return bool(vocabulary("too_often").at(Line.of(behind), 0))


def _keep(turn: Turn, contact: Contact, said: SaidCadence) -> None:
    was_asked = isinstance(turn.question, AskCadence)
    turn.book = set_cadence(turn.book, contact, said.cadence)
    lines = [turn.texts("pace.set", name=contact.name, pace=said.cadence)]
    if said.fit is not Fit.EXACT:
        lines.append(turn.texts(TAKEN[said.fit], text=said.text, pace=said.cadence))
    turn.show(undoable(turn, Message("\n".join(lines))))
    if was_asked:
        ask_of_newcomers(turn, contact.added_at)


def _ask(turn: Turn, contact: Contact, said: str) -> None:
    known = "pace.vague" if is_vague(said) else "pace.unknown"
    text_id = known if said else "pace.ask"
    lead = turn.texts(text_id, name=contact.name, text=said)
    turn.show(cadence_message(turn.book, contact, lead))


PACE = Fact("pace", _part, _read, _keep, AskCadence, _ask)
PACE.register(router, HelpLine.TELL)
router.question(AskCadence)(PACE.answered)
router.button(ChooseCadence)(PACE.asked_for)


@router.button(SetCadence)
def cadence_chosen(turn: Turn, button: SetCadence) -> None:
    """Take the pace on a button."""
    contact = turn.known(button.contact_id)
    if contact is None:
        return
    turn.strip(turn.pressed_on)
    try:
        cadence = Cadence(button.count, button.unit)
    except ValueError:  # forged: no button of ours says so
        turn.toast("stale.press")
        return
    _keep(turn, contact, SaidCadence(cadence))


@router.button(KeepCadence)
def cadence_kept(turn: Turn, _button: KeepCadence) -> None:
    """Leave the pace as it is."""
    turn.strip(turn.pressed_on)
    turn.say("pace.kept")
