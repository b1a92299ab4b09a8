"""How much energy today has, and the user's own if-then plan."""

from bot.application.change_settings import choose_cue, choose_energy
from bot.conversation.buttons import SetEnergy
from bot.conversation.effects import Message
from bot.conversation.router import Feature
from bot.conversation.screens.energy_screen import energy_message
from bot.conversation.turn import Turn
from bot.domain import parameters as p
from bot.domain.names import clean_text
from bot.domain.records.profile import Energy
from bot.domain.records.question import AskEnergy
from bot.understanding.facts.energies import is_off, read_energy


def energy(turn: Turn) -> None:
    """Take the energy of today, or offer the three."""
    level = read_energy(turn.text) if turn.text else None
    if level:
        turn.show(_taken(turn, level))
        return
    turn.ask(AskEnergy())
    text_id = "energy.unknown" if turn.text else "energy.ask"
    turn.show(energy_message(turn.book, turn.texts(text_id, text=turn.text)))


def take_typed(turn: Turn, _topic: AskEnergy) -> bool:
    """Take a typed answer to the question; False when the words say something else."""
    level = read_energy(turn.text)
    if level:
        turn.show(_taken(turn, level))
    return level is not None


def press_energy(turn: Turn, press: SetEnergy) -> None:
    """Take the energy on a button."""
    turn.turn_into(_taken(turn, press.level))


def cue(turn: Turn) -> None:
    """Take the plan in the user's own words, drop it, or show it."""
    text = clean_text(turn.text, p.WHY_LIMIT)
    if not text:
        _show_cue(turn)
    elif is_off(text):
        turn.book = choose_cue(turn.book, "")
        turn.say("cue.off")
    else:
        turn.book = choose_cue(turn.book, text)
        turn.say("cue.set", cue=text)
        if len(turn.text) > p.WHY_LIMIT:
            turn.say("cue.too-long")


def _taken(turn: Turn, level: Energy) -> Message:
    if isinstance(turn.topic, AskEnergy):
        turn.book = turn.book.asking(None, turn.now)
    turn.book = choose_energy(turn.book, level, turn.now)
    return Message(turn.texts(f"energy.set-{level}"))


def _show_cue(turn: Turn) -> None:
    known = turn.book.profile.cue
    turn.say("cue.shown" if known else "cue.none", cue=known)


FEATURE = Feature(
    commands={"energy": energy, "cue": cue},
    presses={SetEnergy: press_energy},
    tapped={AskEnergy: take_typed},
)
