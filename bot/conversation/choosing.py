"""The two questions that any feature may ask: about whom, and on which day; tapped or typed.

Knows who waits for the answer. Refuses to know what is done with it.
"""

from bot.conversation.buttons import About, OnDate
from bot.conversation.instants import read_moment
from bot.conversation.readings import NAME_WORDS
from bot.conversation.registry import DATES, PEOPLE
from bot.conversation.turn import Turn
from bot.conversation.which import one_of
from bot.domain.names import find, fold
from bot.domain.records.question import AskWhen, AskWho
from bot.understanding.replies.nudge_replies import Reply
from bot.understanding.time.moments import Day, Facing


def choose_person(turn: Turn, press: About) -> None:
    """Go on with the person of a button."""
    topic, contact = turn.topic, turn.book.contacts.get(press.contact_id)
    turn.strip(turn.pressed_on)
    if not (turn.is_open(press.question_id) and isinstance(topic, AskWho) and contact):
        turn.toast("stale.press")
        return
    turn.pressed_on, turn.book = None, turn.book.asking(None, turn.now)
    PEOPLE[topic.verb](turn, contact, topic)


def choose_date(turn: Turn, press: OnDate) -> None:
    """Go on with the day of a button."""
    topic = turn.topic
    turn.strip(turn.pressed_on)
    if not (turn.is_open(press.question_id) and isinstance(topic, AskWhen)):
        turn.toast("stale.press")
        return
    turn.pressed_on, turn.book = None, turn.book.asking(None, turn.now)
    DATES[topic.verb](turn, topic, press.day)


def name_person(turn: Turn, topic: AskWho, reply: Reply | None) -> bool:
    """Go on with a typed name; False when the words say something else.

    An answer such as "done" is no name, unless somebody is called just so.
    """
    names = turn.book.names()
    found = find(names, turn.text)
    called = any(fold(name) == fold(turn.text) for name in names.values())
    if (reply and not called) or (not found and len(turn.text.split()) > NAME_WORDS):
        return False
    contact = one_of(turn, found, turn.text, topic)
    if contact:
        turn.book = turn.book.asking(None, turn.now)
        PEOPLE[topic.verb](turn, contact, topic)
    return True


def name_date(turn: Turn, topic: AskWhen) -> bool:
    """Go on with a typed day; False when the words say something else.

    Only of days to come may two be meant: those that have been were before now.
    """
    moment = read_moment(turn.text, turn, Facing.FUTURE)
    if not isinstance(moment, Day):
        return False
    turn.book = turn.book.asking(None, turn.now)
    DATES[topic.verb](turn, topic, moment.on)
    return True
