"""What is typed freely: done where one reading is clear, asked about with buttons where two are."""

from bot.conversation.buttons.question_buttons import Meant, Never
from bot.conversation.effects import Key, Message
from bot.conversation.router import router
from bot.conversation.turn import Turn
from bot.conversation.typed.acting import CARRIERS, carry_out_act, said_as, situation_of
from bot.domain.records.question import AskMeant
from bot.understanding.acts.likely_acts import Act, likely_acts

CLEAR = 0.6
"""So likely an act must be to be done at once."""
POSSIBLE = 0.25
"""So likely an act must be to be offered."""
FEWEST_WORDS = 2
"""Words of a message that may mean several things; of one word nobody can tell."""
OFFERED = 2
"""Acts that are offered at the most."""


def understood(turn: Turn) -> bool:
    """Do what a free message says, or ask what it means; False when nothing fits."""
    names = tuple(turn.book.names().values())
    likely = likely_acts(turn.text, names, situation_of(turn))
    first = likely[0]
    if first.act in KINDLY and first.share >= CLEAR:
        turn.say(KINDLY[first.act])
        return True
    if first.share >= CLEAR and carry_out_act(turn, first.act, said_as(turn, first.act, turn.text)):
        return True
    possible = [one.act for one in likely if one.share >= POSSIBLE and one.act in CARRIERS]
    if not possible or turn.question is not None or len(turn.text.split()) < FEWEST_WORDS:
        return False
    _ask(turn, possible[:OFFERED])
    return True


KINDLY = {Act.THANKS: "kind.thanks", Act.YES: "kind.yes", Act.NO: "kind.no"}
"""What is answered with a kind word and no more."""


@router.button(Meant)
def meant(turn: Turn, button: Meant) -> None:
    """Do what was meant, of the words that were typed."""
    question = turn.question
    turn.strip(turn.pressed_on)
    if not (turn.is_open(button.question_id) and isinstance(question, AskMeant)):
        turn.toast("stale.press")
        return
    turn.pressed_on = None
    turn.end_question()
    if not carry_out_act(turn, button.act, said_as(turn, button.act, question.typed)):
        turn.say("cancel.unchanged")


def _ask(turn: Turn, acts: list[Act]) -> None:
    question_id = turn.ask(AskMeant(turn.text))
    keys = [Key(turn.texts.label(f"meant.{act.value}"), Meant(question_id, act)) for act in acts]
    rows = tuple((key,) for key in keys)
    never = Key(turn.texts.label("meant.nothing"), Never(question_id))
    turn.show(Message(turn.texts("meant.ask"), (*rows, (never,))))
