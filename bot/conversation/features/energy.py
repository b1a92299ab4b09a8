"""/energy: how much today can bear."""

from bot.application.change_settings import choose_energy
from bot.conversation.buttons.settings_buttons import SetEnergy
from bot.conversation.effects import Key, Message
from bot.conversation.router import HelpLine, router
from bot.conversation.turn import Turn
from bot.domain.records.profile import Energy
from bot.domain.records.question import AskEnergy
from bot.understanding.facts.energies import read_energy


@router.command("energy", HelpLine.TODAY)
def energy(turn: Turn) -> None:
    """Take the energy of today, or offer the three."""
    level = read_energy(turn.text) if turn.text else None
    if level:
        turn.show(_taken(turn, level))
        return
    turn.ask(AskEnergy())
    lead = turn.texts("energy.unknown" if turn.text else "energy.ask", text=turn.text)
    row = tuple(Key(turn.texts.label(f"energy.{one}"), SetEnergy(one)) for one in Energy)
    turn.show(Message(lead, (row,)))


@router.choice(AskEnergy)
def take(turn: Turn, _question: AskEnergy) -> bool:
    """Take a typed answer to the question; False when the words say something else."""
    level = read_energy(turn.text)
    if level:
        turn.show(_taken(turn, level))
    return level is not None


@router.button(SetEnergy)
def energy_chosen(turn: Turn, button: SetEnergy) -> None:
    """Take the energy on a button."""
    turn.turn_into(_taken(turn, button.level))


def _taken(turn: Turn, level: Energy) -> Message:
    if isinstance(turn.question, AskEnergy):
        turn.end_question()
    turn.book = choose_energy(turn.book, level, turn.now)
    return Message(turn.texts(f"energy.set-{level}"))
