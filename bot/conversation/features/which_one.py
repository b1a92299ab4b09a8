"""The questions that any feature may ask, about whom and on which day, and the No under one.

What waits for the answer is a verb that the Book keeps; one that nobody takes any more is over.
"""

from dataclasses import replace

from bot.conversation.buttons.question_buttons import About, Never, OnDate
from bot.conversation.effects import Message
from bot.conversation.router import router
from bot.conversation.turn import Turn
from bot.conversation.typed.instants import happened_at, moment_typed, narrowed
from bot.conversation.typed.said import after_name
from bot.conversation.typed.shares import CLEAR
from bot.conversation.typed.which import one_of
from bot.domain.names import find, fold
from bot.domain.records.question import AskWhen, AskWho
from bot.understanding.acts.act_moment import lone_moment
from bot.understanding.acts.likely_acts import Act, Occasion
from bot.understanding.acts.news import note_after_lead
from bot.understanding.acts.parts import parts_of
from bot.understanding.facts.kin_names import kin_meant
from bot.understanding.moments.moments import Day, Facing, Hour
from bot.understanding.replies.nudge_replies import Verb
from bot.understanding.words.politeness import without_politeness

HAPPENED = frozenset({Verb.DONE.name, Verb.TRIED.name})
"""Verbs of what was."""
OF_THEM = frozenset({Act.NOTE, Act.PLACE})
"""Acts that only tell something of somebody."""
ANSWER_WORDS = 7
"""Words of an answer that names somebody, and perhaps the day."""
NAME_WORDS = 2
"""Words of a name that nobody in the Book has; more are no answer."""


@router.button(About)
def choose_contact(turn: Turn, button: About) -> None:
    """Go on with the contact of a button."""
    contact = turn.book.contacts.get(button.contact_id)
    turn.strip(turn.pressed_on)
    match turn.question:
        case AskWho(verb) as then if (
            contact and turn.is_open(button.question_id) and verb in router.contacts
        ):
            turn.pressed_on = None
            turn.end_question()
            router.contacts[verb](turn, contact, then)
        case _:
            turn.toast("stale.press")


@router.button(OnDate)
def choose_day(turn: Turn, button: OnDate) -> None:
    """Go on with the day of a button."""
    turn.strip(turn.pressed_on)
    match turn.question:
        case AskWhen(verb) as then if turn.is_open(button.question_id) and verb in router.days:
            turn.pressed_on = None
            turn.end_question()
            router.days[verb](turn, then, button.day)
        case _:
            turn.toast("stale.press")


@router.choice(AskWho)
def name_contact(turn: Turn, question: AskWho) -> bool:
    """Go on with a typed name; False when the words say something else.

    An answer such as "done" is no name, unless a contact is called just so.
    """
    if question.verb not in router.contacts or note_after_lead(turn.utterance()):
        return False
    names, typed = turn.book.names(), without_politeness(turn.text)
    found = find(names, typed) or find(names, kin_meant(names, typed))
    called = any(fold(name) == fold(turn.text) for name in names.forms())
    answers = turn.reply is None or (turn.reply.verb is Verb.SNOOZE and question.verb in HAPPENED)
    within: tuple[int, ...] = ()
    if answers and not called:
        within, question = _found_within(turn, question)
        found, called = within or found, bool(within)
    one = next(iter(within), None)
    if one is not None and _may_be_another(turn, one):
        typed, found, one = turn.book.contacts[one].name, _called_alike(turn, one), None
    if (turn.reply and not called) or (not found and len(turn.text.split()) > NAME_WORDS):
        return False
    contact = one_of(turn, found, typed, question) if one is None else turn.book.contacts[one]
    if contact:
        turn.end_question()
        router.contacts[question.verb](turn, contact, question)
    return True


def _found_within(turn: Turn, question: AskWho) -> tuple[tuple[int, ...], AskWho]:
    """Return the one contact among a few other words, and the question with the day they tell."""
    parts = parts_of(turn.utterance(), Facing.PAST)
    is_short = len(turn.text.split()) <= ANSWER_WORDS
    told = parts.moment or lone_moment(turn.utterance(), Facing.PAST)
    is_half_read = parts.is_half_read and (told is None or told == parts.moment)
    if len(parts.contact_ids) != 1 or parts.owners or not is_short:
        return (), question
    asks = question.verb in HAPPENED and not question.note
    news = _news_alone(turn, parts.contact_ids[0]) if asks else ""
    if news:
        return parts.contact_ids, replace(question, note=news)
    if is_half_read:
        return (), question
    moment = narrowed(told, turn.today, Facing.PAST)
    if question.verb == Verb.DONE.name and _was_tried(turn):
        question = replace(question, verb=Verb.TRIED.name)
    elif parts.news and parts.tells_of_them and not question.note:
        question = replace(question, note=parts.news)
    if question.verb in HAPPENED and question.at is None and isinstance(moment, Day | Hour):
        question = replace(question, at=happened_at(moment, turn))
    return parts.contact_ids, question


def _news_alone(turn: Turn, contact_id: int) -> str:
    """Return what an answer tells of whom it names, where it tells nothing else: "Kari moved"."""
    told = sum(one.share for one in turn.likely(Occasion.IDLE) if one.act in OF_THEM)
    news = after_name(turn.text, turn.book.contacts[contact_id])
    return news if told >= CLEAR and news != turn.text else ""


def _was_tried(turn: Turn) -> bool:
    """Tell whether an answer says that nobody was reached: "Jonas, but he didn't answer"."""
    likely = turn.likely(Occasion.ASK_WHO)[0]
    return likely.act is Act.TRIED and likely.share >= CLEAR


def _called_alike(turn: Turn, contact_id: int) -> tuple[int, ...]:
    """Return the contacts whose name is that of one, or begins with it: Anna and Anna Berg."""
    name = turn.book.contacts[contact_id].name
    every = turn.book.names().items()
    return tuple(key for key, one in every if f"{fold(one)} ".startswith(f"{fold(name)} "))


def _may_be_another(turn: Turn, contact_id: int) -> bool:
    """Tell whether words behind a name may tell apart two who are called so: "Anna from work"."""
    said = turn.utterance()
    mention = said.mentions[0]
    moment = parts_of(said, Facing.PAST).moment
    is_more = mention.end < len(said.line) and moment is None
    return is_more and len(_called_alike(turn, contact_id)) > 1


@router.choice(AskWhen)
def name_day(turn: Turn, question: AskWhen) -> bool:
    """Go on with a typed day; False when the words say something else."""
    facing = Facing.PAST if question.verb in HAPPENED else Facing.FUTURE
    moment = moment_typed(turn.text, turn, facing)
    if not isinstance(moment, Day) or question.verb not in router.days:
        return False
    turn.end_question()
    router.days[question.verb](turn, question, moment.on)
    return True


@router.button(Never)
def never(turn: Turn, button: Never) -> None:
    """Leave everything as it was; the question that the button belongs to ends."""
    if turn.is_open(button.question_id):
        turn.end_question()
    turn.turn_into(Message(turn.texts("cancel.unchanged")))
