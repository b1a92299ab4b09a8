"""From what a message does, whom it names and when, to the feature that carries it out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.conversation.router import router
from bot.conversation.turn import Turn
from bot.conversation.typed.which import nudge_meant
from bot.domain import parameters as p
from bot.domain.clock.wall_time import country_of
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskCadence, AskLast, AskNote, AskWho
from bot.understanding.acts.likely_acts import Act, Occasion
from bot.understanding.acts.new_names import new_name_in, newcomer_in
from bot.understanding.acts.parts import MessageParts, parts_of
from bot.understanding.cadences.cadences import find_cadence
from bot.understanding.calendar.moment_types import Around, Day, Facing
from bot.understanding.facts.mentions import mentions_in
from bot.understanding.moments.spans import find_span
from bot.understanding.moments.weighty_words import weighty
from bot.understanding.replies.nudge_replies import Reply, Verb
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary

VERBS = {
    Act.DONE: Verb.DONE,
    Act.TRIED: Verb.TRIED,
    Act.SNOOZE: Verb.SNOOZE,
    Act.SKIP: Verb.SKIP,
}
AHEAD = frozenset({Act.SNOOZE, Act.SKIP, Act.REST})
"""Acts that look ahead; everything else tells of what was."""
QUESTIONS = {
    AskNote: Occasion.ASK_NOTE,
    AskCadence: Occasion.ASK_PACE,
    AskWho: Occasion.ASK_WHO,
    AskLast: Occasion.JUST_ADDED,
}
COMMANDS = {
    Act.ASK_NEXT: "next",
    Act.ASK_HELP: "help",
    Act.ASK_SETTINGS: "settings",
    Act.ASK_WHY: "why",
}
"""Acts that are a command as it stands."""
FIRST = 3
"""Words of a message among which the user's own plan stands: "ok I'll call her"."""
FACTS = {Act.CHANNEL: "channel", Act.PLACE: "zone", Act.HOURS: "when"}
"""Acts that tell something of a contact, by the command that takes it."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message with its parts, and the contact it is about, where that is clear.

    ``is_sure`` tells that the user has said what it means.
    """

    text: str
    parts: MessageParts
    contact: Contact | None
    is_sure: bool = False


def occasion_of(turn: Turn) -> Occasion:
    """Return what a message may answer: a question, what was just logged, a nudge, or nothing."""
    asked = QUESTIONS.get(type(turn.question))
    if asked:
        return asked
    if any(turn.now - one.recorded_at < p.CORRECTABLE for one in turn.book.outcomes.values()):
        return Occasion.JUST_DONE
    return Occasion.NUDGE if nudge_meant(turn) else Occasion.IDLE


def said_as(turn: Turn, act: Act, text: str, *, is_sure: bool = False) -> Said:
    """Return a message with the parts that it has as this act."""
    facing = Facing.FUTURE if act in AHEAD else Facing.PAST
    parts = parts_of(text, turn.book.names(), Around(turn.wall, facing))
    return Said(text, parts, _contact(turn, parts), is_sure)


def is_half_read(turn: Turn) -> bool:
    """Tell whether a reply leaves something of weight, or somebody, out of its reading.

    A note that holds a day, a second contact or somebody's brother has been read too fast.
    """
    reply = turn.reply
    if reply is None:
        return False
    note = Line.of(reply.note)
    named = mentions_in(Line.of(turn.text), turn.book.names())
    return (
        weighty(note, 0, len(note))
        or len({one.contact_id for one in named}) > 1
        or any(one.is_owner for one in named)
    )


def carry_out_act(turn: Turn, act: Act, said: Said) -> bool:
    """Do what a message says; False when it cannot be done without asking."""
    return CARRIERS[act](turn, act, said) if act in CARRIERS else False


def _contact(turn: Turn, parts: MessageParts) -> Contact | None:
    """Return the one contact who is named, else whom the question or the nudge is about."""
    if parts.contact_ids or parts.owners:
        one = parts.contact_ids[0] if len(parts.contact_ids) == 1 else None
        return turn.book.contacts[one] if one is not None else None
    asked = getattr(turn.question, "contact_id", None)
    nudge = nudge_meant(turn)
    contact_id = asked if asked is not None else nudge.contact_id if nudge else None
    return turn.book.contacts.get(contact_id) if contact_id is not None else None


def _reply(turn: Turn, act: Act, said: Said) -> bool:
    """Carry out what is said of a nudge or of the contacts who are named."""
    parts = said.parts
    is_doubtful = parts.is_half_read or (parts.owners and not parts.contact_ids)
    if act in {Act.DONE, Act.TRIED}:
        is_doubtful = is_doubtful or _is_to_come(said.text)
    if is_doubtful and act is not Act.SKIP and not said.is_sure:
        return False
    if act is Act.SNOOZE and not parts.moment and parts.speaks_of_time and not said.is_sure:
        return False
    not_today = act is Act.SNOOZE and parts.moment == Day(turn.today)
    reply = Reply(VERBS[act], "", None if not_today else parts.moment, parts.news)
    names = _who(turn, parts) or [""]
    for name in names if act is Act.DONE else names[:1]:
        router.replies[reply.verb](turn, replace(reply, name=name))
    return True


def _is_to_come(text: str) -> bool:
    """Tell whether a text speaks of what shall be, or asks: "we're having dinner on Friday"."""
    line = Line.of(text)
    plans = (place for place in range(min(len(line), FIRST)) if vocabulary("plans").at(line, place))
    own = any(place == 0 or not vocabulary("callers").at(line, place - 1) for place in plans)
    return own or bool(vocabulary("askings").at(line, 0))


def _who(turn: Turn, parts: MessageParts) -> list[str]:
    """Return the names a message means, with the one of the nudge whom a pronoun stands for."""
    nudge = nudge_meant(turn)
    ids = parts.contact_ids
    if ids and parts.speaks_of and nudge and nudge.contact_id not in ids:
        ids = (nudge.contact_id, *ids)
    return [turn.book.contacts[one].name for one in ids]


def _note(turn: Turn, _act: Act, said: Said) -> bool:
    """Keep what is told of a contact, or of somebody of theirs."""
    owners = said.parts.owners
    if said.contact is None and not said.parts.contact_ids and len(owners) == 1:
        said = replace(said, contact=turn.book.contacts[owners[0]])
    return _go_on(turn, "note", said, _after_name(said))


def _cadence(turn: Turn, _act: Act, said: Said) -> bool:
    found = find_cadence(said.text)
    return _go_on(turn, "pace", said, said.text[found.start : found.end] if found else "")


def _fact(turn: Turn, act: Act, said: Said) -> bool:
    return _go_on(turn, FACTS[act], said, _after_name(said))


def _rest(turn: Turn, _act: Act, said: Said) -> bool:
    """Rest in the span a message ends with; "until I'm back on the 4th" ends as that day begins."""
    span = find_span(said.text, turn.wall) or said.parts.written
    return _command(turn, "rest", " ".join(filter(None, (_until_self(said.text), span))))


def _until_self(text: str) -> str:
    """Return the word for *until* where the user's own return follows it, else nothing."""
    line = Line.of(text)
    found = (
        line.between(place, match.end)
        for place in range(len(line))
        for match in vocabulary("until").at(line, place)
        if vocabulary("selves").at(line, match.end)
    )
    return next(found, "")


def _person(turn: Turn, _act: Act, said: Said) -> bool:
    return _go_on(turn, "person", said) or _command(turn, "people")


def _last_asked(turn: Turn, _act: Act, said: Said) -> bool:
    return _go_on(turn, "person", said)


def _last_told(turn: Turn, _act: Act, said: Said) -> bool:
    """Take when the two last talked, of a contact who was just added."""
    if not isinstance(turn.question, AskLast) or not said.parts.written:
        return False
    turn.text = said.parts.written
    return router.choices[AskLast](turn)


def _add(turn: Turn, _act: Act, said: Said) -> bool:
    """Add whom a message names, with what it says of them."""
    country = country_of(turn.book.profile.zone)
    wanted = newcomer_in(said.text, turn.book.names().values(), country)
    return _command(turn, "add", wanted) if wanted else False


def _rename(turn: Turn, _act: Act, said: Said) -> bool:
    wanted = new_name_in(said.text, said.contact.name) if said.contact else ""
    return _go_on(turn, "rename", said, wanted) if wanted else False


def _draft(turn: Turn, _act: Act, said: Said) -> bool:
    return _go_on(turn, "draft", said)


def _forget(turn: Turn, _act: Act, said: Said) -> bool:
    return _go_on(turn, "forget", said) if said.parts.contact_ids else False


def _as_command(turn: Turn, act: Act, _said: Said) -> bool:
    return _command(turn, COMMANDS[act])


def _go_on(turn: Turn, verb: str, said: Said, note: str = "") -> bool:
    """Go on with the contact a message is about; False when that is not clear."""
    if said.contact is None:
        return False
    turn.end_question()
    router.contacts[verb](turn, said.contact, AskWho(verb, note=note))
    return True


def _command(turn: Turn, word: str, text: str = "") -> bool:
    turn.end_question()
    turn.text = text
    router.commands[word](turn)
    return True


def _after_name(said: Said) -> str:
    """Return what is told of a contact: without the name, where the message begins with it."""
    name = said.contact.name if said.contact else ""
    begins = said.text.casefold().startswith(f"{name.casefold()} ") if name else False
    return said.text[len(name) :].strip(" :,") if begins else said.text


CARRIERS: Mapping[Act, Callable[[Turn, Act, Said], bool]] = {
    **dict.fromkeys(VERBS, _reply),
    **dict.fromkeys(FACTS, _fact),
    **dict.fromkeys(COMMANDS, _as_command),
    Act.NOTE: _note,
    Act.CADENCE: _cadence,
    Act.REST: _rest,
    Act.ASK_PEOPLE: _person,
    Act.ASK_LAST: _last_asked,
    Act.LAST: _last_told,
    Act.ADD: _add,
    Act.RENAME: _rename,
    Act.ASK_DRAFT: _draft,
    Act.FORGET: _forget,
}
