"""What is typed freely: done where one reading is clear, asked about with buttons where two are."""

from collections.abc import Sequence

from bot.conversation.buttons.person_buttons import LetGo, RestFrom
from bot.conversation.buttons.question_buttons import Meant, Never
from bot.conversation.effects import Key, Message
from bot.conversation.features.correct import corrected_freely
from bot.conversation.router import router
from bot.conversation.turn import Turn
from bot.conversation.typed.acting import CARRIERS, carry_out_act
from bot.conversation.typed.said import occasion_of, said_as
from bot.conversation.typed.which import nudge_meant
from bot.domain.records.question import (
    AskCadence,
    AskForget,
    AskMeant,
    AskNote,
    AskWhen,
    AskWho,
    AskWhy,
)
from bot.understanding.acts.likely_acts import Act, Likely, Occasion, likely_acts
from bot.understanding.cadences.unclear_cadences import is_vague
from bot.understanding.facts.consent import courtesy_in, is_ticked, knows_not
from bot.understanding.words.vocabulary import vocabulary

CLEAR = 0.5
"""So likely an act must be to be done at once, unless less is enough for it."""
ENOUGH = {
    Act.DONE: 0.65,
    Act.TRIED: 0.6,
    Act.NOTE: 0.55,
    Act.NONE: 0.6,
    Act.CORRECT: 0.75,
    Act.CADENCE: 0.3,
    Act.ADD: 0.35,
    Act.RENAME: 0.35,
    Act.REST: 0.4,
    Act.LET_GO: 0.35,
    Act.LAST: 0.3,
    Act.CHANNEL: 0.35,
    Act.PLACE: 0.35,
    Act.HOURS: 0.35,
    Act.ASK_NEXT: 0.4,
    Act.ASK_LAST: 0.4,
    Act.ASK_PEOPLE: 0.4,
    Act.ASK_HELP: 0.4,
    Act.ASK_DRAFT: 0.4,
    Act.KNOW_NOT: 0.35,
}
"""How likely acts must be that store nothing, or that say by a number or a name what they are."""
SURE = 0.8
"""So likely each of two acts of one message must be."""
PUTTING_RIGHT = frozenset({Act.CORRECT, Act.TRIED})
"""Acts that may put right what was logged just before."""
LOGGED, PUT_OFF = frozenset({Act.DONE, Act.TRIED}), frozenset({Act.SNOOZE, Act.SKIP})
SHORT = 0.6
"""So likely an act of a word or two must be."""
POSSIBLE = 0.25
"""So likely an act must be to be offered."""
FEWEST_WORDS = 2
"""Words of a message that may mean several things; of one word nobody can tell."""
OFFERED = 2
"""Acts that are offered at the most."""
WAITING = (AskWho, AskWhen, AskForget)
"""Questions whose buttons stay; what is typed beside them opens no other."""
MAY_STAY_OPEN = (AskNote, AskWhy, AskCadence)
"""Questions that nobody has to answer, and to which any words are an answer."""
KINDLY = {
    Act.THANKS: "kind.thanks",
    Act.YES: "kind.yes",
    Act.NO: "kind.no",
    Act.NONE: "kind.none",
}
"""What is answered with a kind word and no more."""


def understood(turn: Turn) -> bool:
    """Do what a free message says, or ask what it means; False when nothing fits."""
    if is_ticked(turn.text) and nudge_meant(turn):
        return _do(turn, Act.DONE)
    kind = courtesy_in(turn.text)
    if kind == Act.NO:
        return _do(turn, Act.NO)
    if kind:
        turn.say(f"kind.{kind}")
        return True
    if clearly_understood(turn):
        return True
    possible = [one.act for one in _likely(turn) if one.share >= POSSIBLE and one.act in CARRIERS]
    waits = isinstance(turn.question, WAITING)
    if not possible or waits or len(turn.text.split()) < FEWEST_WORDS:
        return False
    _ask(turn, possible[:OFFERED])
    return True


def clearly_understood(turn: Turn) -> bool:
    """Do what a free message says where that is clear; False where it would have to be asked."""
    least = SHORT if len(turn.text.split()) <= FEWEST_WORDS else 0
    acts = _likely(turn)
    if _second_thought(turn):
        return True
    if occasion_of(turn) is Occasion.IDLE and acts[0].act is Act.SNOOZE:
        least = SHORT
    clear = [one.act for one in acts if one.share >= max(least, ENOUGH.get(one.act, CLEAR))]
    tried = any(one.act is Act.TRIED and one.share >= POSSIBLE for one in acts)
    if clear[:1] == [Act.SNOOZE] and tried and said_as(turn, Act.TRIED, turn.text).parts.again:
        clear.insert(0, Act.TRIED)
    return any(_do(turn, act) for act in clear)


def _second_thought(turn: Turn) -> bool:
    """Do both things of "can't now, but I called Ola"; False where there are not two."""
    said, occasion = turn.utterance(), occasion_of(turn)
    line = said.line
    buts = (
        (at, match.end) for at in range(1, len(line)) for match in vocabulary("buts").at(line, at)
    )
    start, end = next(buts, (0, len(line)))
    if end == len(line):
        return False
    first, second = said.piece(range(start)), said.piece(range(end, len(line)))
    acts = [likely_acts(each, occasion)[0] for each in (first, second)]
    named = {one.contact_id for one in second.mentions if not one.is_owner}
    nudge = nudge_meant(turn)
    if acts[1].act not in LOGGED or acts[1].share < SURE or named <= {nudge and nudge.contact_id}:
        return False
    done = carry_out_act(turn, acts[1].act, said_as(turn, acts[1].act, second.text))
    if done and nudge and acts[0].act in PUT_OFF and acts[0].share >= SURE:
        carry_out_act(turn, acts[0].act, said_as(turn, acts[0].act, first.text))
    return done


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
    said = said_as(turn, button.act, question.typed, is_sure=True)
    if not carry_out_act(turn, button.act, said):
        turn.say("cancel.unchanged")


def _likely(turn: Turn) -> Sequence[Likely]:
    """Return the acts that the message may be, the likeliest first."""
    return likely_acts(turn.utterance(), occasion_of(turn))


def _do(turn: Turn, act: Act) -> bool:
    """Do what a message says as one act, to silence aside; False when it cannot be done."""
    if act is Act.LET_GO:
        return _offer_less(turn)
    corrects = act in PUTTING_RIGHT and occasion_of(turn) is Occasion.JUST_DONE
    if corrects and corrected_freely(turn, act):
        return True
    if act is Act.NO and turn.question is None and nudge_meant(turn):
        act = Act.SKIP
    if act in KINDLY:
        turn.say(KINDLY[act])
        return True
    return carry_out_act(turn, act, said_as(turn, act, turn.text))


def declined(turn: Turn) -> bool:
    """End a question whose answer is that nobody knows; False when the words say something else."""
    if not isinstance(turn.question, MAY_STAY_OPEN) or is_vague(turn.text):
        return False
    first = _likely(turn)[0]
    likely = first.act is Act.KNOW_NOT and first.share >= ENOUGH[Act.KNOW_NOT]
    if not (likely or knows_not(turn.text)):
        return False
    turn.end_question()
    turn.say("cancel.unchanged")
    return True


def _offer_less(turn: Turn) -> bool:
    """Ask whether a contact shall be let go or rest; False when it is not clear who."""
    contact = said_as(turn, Act.LET_GO, turn.text).contact
    if contact is None:
        return False
    row = (
        Key(turn.texts.label("button.let-go"), LetGo(contact.id)),
        Key(turn.texts.label("button.rest-from"), RestFrom(contact.id)),
    )
    turn.say(
        "meant.let-go", (row, (Key(turn.texts.label("meant.nothing"), Never()),)), name=contact.name
    )
    return True


def _ask(turn: Turn, acts: list[Act]) -> None:
    question_id = turn.ask(AskMeant(turn.text))
    keys = [Key(turn.texts.label(f"meant.{act.value}"), Meant(question_id, act)) for act in acts]
    rows = tuple((key,) for key in keys)
    never = Key(turn.texts.label("meant.nothing"), Never(question_id))
    turn.show(Message(turn.texts("meant.ask"), (*rows, (never,))))
