"""From what a text does, whom it names and when, to the feature that carries it out."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.conversation.buttons.question_buttons import Ago
from bot.conversation.router import router
from bot.conversation.turn import Turn
from bot.conversation.typed.asking import ask_near
from bot.conversation.typed.replying import VERBS, is_hushed, reply_as
from bot.conversation.typed.said import Said, about_owner, after_name, said_as
from bot.conversation.typed.which import nudge_meant
from bot.domain.clock.wall_time import country_of
from bot.domain.records.question import AskCadence, AskLast, AskPlace, AskWho
from bot.understanding.acts.likely_acts import Act, Occasion
from bot.understanding.acts.new_names import new_name_in, newcomer_in
from bot.understanding.acts.news import note_after_lead
from bot.understanding.cadences.cadence_phrases import Fit
from bot.understanding.cadences.cadences import Found
from bot.understanding.calendar.moment_types import Day, Facing, Stretch
from bot.understanding.facts.availability import find_availability
from bot.understanding.facts.channel_reader import find_channel
from bot.understanding.facts.places import find_place
from bot.understanding.moments.found_spans import find_span
from bot.understanding.moments.moments import read_moment, usable
from bot.understanding.moments.weighty_words import weighty
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabularies, vocabulary

FEWEST_WORDS = 2
"""Words that tell that it was long ago, though not when."""
UNTIL = "until "
"""How a span begins that was read as one with an end."""
COMMANDS = {
    Act.ASK_NEXT: "next",
    Act.ASK_HELP: "help",
    Act.ASK_SETTINGS: "settings",
    Act.ASK_WHY: "why",
}
"""Acts that are a command as it stands."""
FACTS = {Act.CHANNEL: "channel", Act.PLACE: "zone", Act.HOURS: "when"}
"""Acts that tell something of a contact, by the command that takes it."""


OF_CONTACTS = frozenset(
    {*VERBS, Act.NOTE, Act.CADENCE, Act.LET_GO, Act.ASK_LAST, Act.ASK_PEOPLE, *FACTS}
)
"""Acts that say something of a contact who is in the Book."""


def carry_out_act(turn: Turn, act: Act, said: Said) -> bool:
    """Do what a text says; False when it cannot be done without asking."""
    longer = next((one for one in said.utterance.mentions if one.longer), None)
    if longer and act in OF_CONTACTS and not said.is_sure:
        ask_near(turn, act, longer.longer, turn.book.contacts[longer.contact_id])
        return True
    return CARRIERS[act](turn, act, said) if act in CARRIERS else False


def _reply(turn: Turn, act: Act, said: Said) -> bool:
    if act is Act.SNOOZE and is_hushed(said) and not said.parts.contact_ids:
        return _rest(turn, act, said)
    is_of_them = bool(said.parts.contact_ids) or said.occasion is Occasion.IDLE
    if act is Act.SNOOZE and is_of_them and _is_hours(said):
        return _fact(turn, Act.HOURS, said)
    return reply_as(turn, act, said)


def _is_hours(said: Said) -> bool:
    """Tell whether a text says when alone something suits: "only ask about Ola on weekends"."""
    return vocabulary("only").anywhere(said.utterance.line) and bool(find_availability(said.text))


def _note(turn: Turn, _act: Act, said: Said) -> bool:
    """Keep what is told of a contact, or of somebody of theirs."""
    told = note_after_lead(said.utterance) or after_name(said.text, said.contact)
    return _go_on(turn, "note", about_owner(turn, said), told)


def _cadence(turn: Turn, _act: Act, said: Said) -> bool:
    """Keep how often; what holds already was said of something else: "3 weeks is too much"."""
    told = said_as(turn, Act.LAST, said.text)
    if isinstance(turn.question, AskLast) and usable(told.parts.moment):
        return _last_told(turn, Act.LAST, told)
    if _is_hours(said):
        return _fact(turn, Act.HOURS, said)
    found = said.utterance.cadence
    moment = read_moment(_typed(said, found), now=turn.wall, facing=Facing.FUTURE)
    is_length = found is not None and moment is not None and not isinstance(moment, Stretch)
    if is_length and not isinstance(turn.question, AskLast | AskCadence):
        return False
    known = said.contact.cadence if said.contact else None
    is_new = found is not None and found.cadence != known
    return _go_on(turn, "pace", said, _typed(said, found) if is_new else "")


def _typed(said: Said, found: Found | None) -> str:
    """Return how often in the words of the user."""
    return said.text[found.start : found.end] if found else ""


def _fact(turn: Turn, act: Act, said: Said) -> bool:
    """Keep what is told of a contact, in the words of it that say so; else ask for it."""
    country = country_of(turn.book.profile.zone)
    told = ""
    if act is Act.HOURS:
        told = find_availability(said.text)
        later = said_as(turn, Act.SNOOZE, said.text)
        if not told and nudge_meant(turn) and isinstance(later.parts.moment, Day | Stretch):
            return reply_as(turn, Act.SNOOZE, later)  # "week 40 suits me best"
    elif act is Act.CHANNEL:
        told = find_channel(said.text, country)
    else:
        told = find_place(said.text, turn.texts.language)
        if told and _is_own(said):
            return _own_place(turn, told)
    return _go_on(
        turn, FACTS[act], about_owner(turn, said), told or after_name(said.text, said.contact)
    )


def _is_own(said: Said) -> bool:
    """Tell whether the user tells of themselves: "I moved to Lisbon"."""
    begins = vocabularies("selves", "subjects").at(said.utterance.line, 0)
    return bool(begins) and not said.utterance.mentions


def _own_place(turn: Turn, place: str) -> bool:
    """Take where the user is, as the settings do."""
    turn.ask(AskPlace())
    turn.text = place
    router.questions[AskPlace](turn)
    turn.end_question()
    return True


def _rest(turn: Turn, _act: Act, said: Said) -> bool:
    """Rest in the span a text holds; "until I'm back on the 4th" ends as that day begins.

    Where a figure is left over, as of "Thursday 24", that may be another day, and it is asked; so
    is how long, where words say so and are not understood.
    """
    span = find_span(said.text, turn.wall) or said.parts.written
    left = Line.of(said.text.replace(span, ",", 1)) if span in said.text else Line.of("")
    is_more = any(one.isdecimal() for one in left.words)
    if not said.is_sure and (is_more or not (span or _is_endless(said))):
        return False
    until = "" if not span or span.startswith(UNTIL) else _until_self(said)
    return _command(turn, "rest", f"{until} {span}".strip())


def _is_endless(said: Said) -> bool:
    """Tell whether no word says how long: "be quiet", and no "for the whole of the harvest"."""
    line = said.utterance.line
    return not weighty(line, 0, len(line))


def _until_self(said: Said) -> str:
    """Return the word for *until* where the user's own return follows it, else nothing."""
    line = said.utterance.line
    found = (
        line.between(place, match.end)
        for place in range(len(line))
        for match in vocabulary("until").at(line, place)
        if vocabulary("selves").at(line, match.end)
        and not said.utterance.reaches(match.end, Facing.FUTURE)
    )
    return next(found, "")


def _person(turn: Turn, _act: Act, said: Said) -> bool:
    return _go_on(turn, "person", said) or _command(turn, "people")


def _last_asked(turn: Turn, _act: Act, said: Said) -> bool:
    return _go_on(turn, "person", said)


def _last_told(turn: Turn, _act: Act, said: Said) -> bool:
    """Take when the two last talked, of a contact who was just added, and what is told with it."""
    question, parts = turn.question, said.parts
    contact = turn.book.contacts.get(question.contact_id) if isinstance(question, AskLast) else None
    if contact is None:
        return False
    found = said.utterance.cadence
    if found and len(_around(said, found)) > found.end - found.start:
        found = None  # "two weeks ago" is no "two weeks"
    written = "" if found and _around(said, found) else parts.written
    turn.text = written or turn.texts.label(f"ago-choice.{Ago.UNKNOWN.name}")
    if found and not written:
        return _go_on(turn, "pace", said, _typed(said, found))
    if not written and len(said.text.split()) < FEWEST_WORDS:
        return False
    if not router.choices[AskLast](turn):
        return False
    if found and found.fit is Fit.EXACT:
        router.contacts["pace"](turn, contact, AskWho("pace", note=_typed(said, found)))
    elif parts.news and parts.tells_of_them:
        router.contacts["note"](turn, contact, AskWho("note", note=parts.news))
    return True


def _around(said: Said, found: Found) -> str:
    """Return how often with what is read as a moment together with it: "two weeks ago"."""
    start = said.text.find(said.parts.written)
    end = start + len(said.parts.written)
    is_apart = end <= found.start or found.end <= start
    return "" if is_apart else said.text[min(start, found.start) : max(end, found.end)]


def _add(turn: Turn, _act: Act, said: Said) -> bool:
    """Add whom a text names, with what it says of them, and when the two last talked."""
    country = country_of(turn.book.profile.zone)
    known = said.contact.name if said.contact and said.parts.contact_ids else ""
    wanted = newcomer_in(said.utterance, country) or known  # who is here already is said so
    if not wanted:
        return False
    _command(turn, "add", wanted)
    found, written = said.utterance.cadence, said.parts.written
    is_talk = bool(written) and usable(said.parts.moment) and not (found and _around(said, found))
    if isinstance(turn.question, AskLast) and is_talk:
        turn.text = written
        router.choices[AskLast](turn)
    return True


def _rename(turn: Turn, _act: Act, said: Said) -> bool:
    """Give the one who is named first, or talked about, the other name in the text."""
    first = said.parts.contact_ids[:1]
    contact = turn.book.contacts[first[0]] if first else said.contact
    wanted = new_name_in(said.text, contact.name) if contact else ""
    return _go_on(turn, "rename", replace(said, contact=contact), wanted) if wanted else False


def _draft(turn: Turn, _act: Act, said: Said) -> bool:
    return _go_on(turn, "draft", said)


def _forget(turn: Turn, _act: Act, said: Said) -> bool:
    return _go_on(turn, "forget", said) if said.parts.contact_ids else False


def _as_command(turn: Turn, act: Act, _said: Said) -> bool:
    return _command(turn, COMMANDS[act])


def _go_on(turn: Turn, verb: str, said: Said, note: str = "") -> bool:
    """Go on with the contact a text is about; False when that is not clear."""
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
