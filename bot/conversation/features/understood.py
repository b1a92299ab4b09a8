"""What is typed freely: done where one reading is clear, asked about with buttons where two are."""

from bot.conversation.buttons.person_buttons import LetGo, RestFrom
from bot.conversation.buttons.question_buttons import Meant, Never
from bot.conversation.correcting import corrected_freely
from bot.conversation.effects import Key
from bot.conversation.router import router
from bot.conversation.screens.layout import undo_row
from bot.conversation.turn import Turn
from bot.conversation.typed.acting import CARRIERS, carry_out_act
from bot.conversation.typed.asking import ask_meant
from bot.conversation.typed.clear_acts import clear_acts, is_done_with_them, possible_acts
from bot.conversation.typed.replying import VERBS
from bot.conversation.typed.said import occasion_of, said_as
from bot.conversation.typed.shares import CLEAR, ENOUGH, likely
from bot.conversation.typed.two_acts import both_done
from bot.conversation.typed.which import nudge_meant
from bot.domain import parameters as p
from bot.domain.records.question import (
    AskCadence,
    AskEase,
    AskForget,
    AskMeant,
    AskName,
    AskNote,
    AskPlace,
    AskSame,
    AskWhen,
    AskWho,
    AskWhy,
    AskZone,
)
from bot.understanding.acts.likely_acts import Act, Occasion
from bot.understanding.acts.plain_replies import plain_reply_in
from bot.understanding.acts.utterance import Utterance
from bot.understanding.cadences.unclear_cadences import is_vague
from bot.understanding.facts.consent import courtesy_in, is_ticked, knows_not
from bot.understanding.moments.moments import usable
from bot.understanding.replies.nudge_replies import read_reply
from bot.understanding.replies.slips import without_slips
from bot.understanding.words.vocabulary import vocabulary

PUTTING_RIGHT = frozenset({Act.CORRECT, Act.TRIED})
"""Acts that may put right what was logged just before."""
CERTAIN = 0.9
"""So likely a correction must be that says more than the day."""
TOLD = 0.7
"""So likely something must be told that was not asked for."""
OFFERED = 2
"""Acts that are offered at the most."""
DECLINING = frozenset({Act.KNOW_NOT, Act.NO, Act.SKIP})
"""Acts that give no answer to a question that nobody has to answer."""
WAITING = (AskWho, AskWhen, AskForget)
"""Questions whose buttons stay; what is typed beside them opens no other."""
MAY_STAY_OPEN = (AskNote, AskWhy, AskCadence)
"""Questions that nobody has to answer, and to which any words are an answer."""
MAY_BE_PASSED = (AskEase, AskPlace, AskZone)
"""Questions past which one may go on with something else."""
BEGINNING = frozenset(
    {Act.ADD, Act.DONE, Act.TRIED, Act.REST, Act.LET_GO, Act.CADENCE, Act.NOTE, Act.FORGET}
)
"""Acts that can be no answer to such a question."""
NAMING = frozenset({Act.ADD, Act.CADENCE})
"""Those of them that a name may look like: "Kari from the choir, every month"."""
A_SENTENCE = 4
"""Words from which on a text is more than a short answer."""
KINDLY = {
    Act.THANKS: "kind.thanks",
    Act.YES: "kind.yes",
    Act.NO: "kind.no",
    Act.NONE: "kind.none",
}
"""What is answered with a kind word and no more."""


def understood(turn: Turn) -> bool:
    """Do what a free message says, or ask what it means; False when nothing fits."""
    return _small_word(turn) or _had_enough(turn) or clearly_understood(turn) or _asked_about(turn)


def clearly_understood(turn: Turn) -> bool:
    """Do what a free message says where that is clear; False where it would have to be asked."""
    return both_done(turn) or any(_do(turn, act) for act in clear_acts(turn))


def _had_enough(turn: Turn) -> bool:
    """Ask whether "I'm done with Kari" tells of a hello or of an end; False when it is not said."""
    contact = said_as(turn, Act.LET_GO, turn.text).contact if is_done_with_them(turn) else None
    if contact is None:
        return False
    ask_meant(turn, [Act.DONE], more=[Key(turn.texts.label("button.let-go"), LetGo(contact.id))])
    return True


def declined(turn: Turn) -> bool:
    """End a question whose answer is that nobody knows; False when the words say something else."""
    if not isinstance(turn.question, MAY_STAY_OPEN) or is_vague(turn.text):
        return False
    acts = likely(turn)
    declining = DECLINING | ({Act.NONE} if isinstance(turn.question, AskNote) else set())
    unknown = sum(one.share for one in acts if one.act in declining)
    least = ENOUGH[Act.KNOW_NOT] if acts[0].act is Act.KNOW_NOT else CLEAR
    is_refused = unknown >= (least if len(turn.text.split()) > 1 else CERTAIN)
    if not (is_refused or knows_not(turn.text)):
        return False
    turn.end_question()
    turn.say("cancel.unchanged")
    return True


def told_instead(turn: Turn) -> bool:
    """Log a contact that is told where a note was asked for; False when the words are the note."""
    first = likely(turn)[0]
    is_told = first.act in {Act.DONE, Act.TRIED} and first.share >= TOLD
    if not (isinstance(turn.question, AskNote) and is_told):
        return False
    moment = said_as(turn, first.act, turn.text).parts.moment
    on = getattr(moment, "on", turn.today)  # "we met in 2011" is a note
    return turn.today - on <= p.TOLD_LATELY and _do(turn, first.act)


def begun_anew(turn: Turn) -> bool:
    """Do what a whole sentence clearly says that answers no question of a place, or of a name.

    Whoever was asked where they are, and says "add Gran, every two weeks", has gone on.
    """
    asks_name = isinstance(turn.question, AskName | AskSame)
    if not (asks_name or isinstance(turn.question, MAY_BE_PASSED)):
        return False
    first = turn.likely(Occasion.IDLE)[0]
    is_new = first.act in (BEGINNING - NAMING if asks_name else BEGINNING) and first.share >= TOLD
    is_whole = is_new and len(turn.text.split()) >= A_SENTENCE
    is_reply = asks_name and plain_reply_in(turn.utterance()) is not None  # "called Bob"
    return (is_whole or is_reply) and clearly_understood(turn)


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


def _small_word(turn: Turn) -> bool:
    """Answer a tick, a "no" and a small courtesy; False when it is none."""
    said = turn.utterance()
    if (said.mentions or nudge_meant(turn)) and is_ticked(_without_names(said)):
        return _do(turn, Act.DONE)
    kind = courtesy_in(turn.text)
    if kind == Act.NO:
        return _do(turn, Act.NO)
    if kind:
        turn.say(f"kind.{kind}")
    return bool(kind)


def _without_names(said: Utterance) -> str:
    """Return a text without the names that begin and end it."""
    starts = {0, *(one.end for one in said.mentions if one.start == 0)}
    ends = {len(said.line), *(one.start for one in said.mentions if one.end == len(said.line))}
    return said.line.between(max(starts), min(ends)) if max(starts) < min(ends) else ""


def _asked_about(turn: Turn) -> bool:
    """Ask which of the likeliest acts is meant; False when none is likely."""
    waits = isinstance(turn.question, WAITING)
    if waits or _slip_asked_about(turn):
        return not waits
    is_word = any(char.isalnum() for char in turn.text)
    if len(turn.text.split()) == 1 and not (is_word and nudge_meant(turn)):
        return False
    possible = [act for act in possible_acts(turn) if act in CARRIERS]
    if nudge_meant(turn) and Act.NOTE not in possible and len(possible) < OFFERED:
        possible = [*possible, Act.NOTE]
    if possible:
        ask_meant(turn, possible[:OFFERED])
    return bool(possible)


def _slip_asked_about(turn: Turn) -> bool:
    """Ask whether an answer was meant that is a slip of the finger away; False when none is."""
    mended = without_slips(turn.text)
    reply = read_reply(mended, interface=turn.book.profile.language, now=turn.wall)
    if not mended or reply is None or reply.name:
        return False
    lead = turn.texts("unknown.near", text=mended)
    ask_meant(turn, [next(act for act, verb in VERBS.items() if verb is reply.verb)], mended, lead)
    return True


def _do(turn: Turn, act: Act) -> bool:
    """Do what a message says as one act, to silence aside; False when it cannot be done."""
    if act is Act.LET_GO:
        if not _is_for_a_while(turn):
            return _offer_less(turn)
        act = Act.SNOOZE
    corrects = act in PUTTING_RIGHT and occasion_of(turn) is Occasion.JUST_DONE
    if corrects and corrected_freely(turn, act, is_sure=likely(turn)[0].share >= CERTAIN):
        return True
    if act is Act.CORRECT and vocabulary("scraps").anywhere(turn.utterance().line):
        turn.text = ""
        router.commands["undo"](turn)
        return True
    if act is Act.CORRECT and occasion_of(turn) is Occasion.JUST_DONE:
        turn.say("correct.what", undo_row(turn.book))
        return True
    if act is Act.NO and turn.question is None and nudge_meant(turn):
        act = Act.SKIP
    if act in KINDLY:
        turn.say(KINDLY[act])
        return True
    return carry_out_act(turn, act, said_as(turn, act, turn.text))


def _is_for_a_while(turn: Turn) -> bool:
    """Tell whether somebody shall be left only until a day: "no Anna before the new year"."""
    said = said_as(turn, Act.SNOOZE, turn.text)
    is_until = said.parts.reach is not None and said.parts.reach.until
    return is_until and said.contact is not None and usable(said.parts.moment) is not None


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
