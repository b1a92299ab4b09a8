"""Who is in need is met before anything else; and who has died, or wants no contact, is left alone.

Of a text that tells so nothing is kept: no note, no reason, no word in a log.
"""

from collections.abc import Callable, Mapping

from bot.application.change_contact import add_note, leave_alone, remember_dead
from bot.application.meet_need import pause
from bot.conversation.buttons.person_buttons import BringBack, HasDied, LetGo
from bot.conversation.buttons.question_buttons import Undo
from bot.conversation.effects import Key, Message, Rows
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.need_screen import help_lines, helpline_lines
from bot.conversation.turn import Turn
from bot.conversation.typed.said import occasion_of
from bot.conversation.typed.stored import say_stored, undoable
from bot.conversation.typed.told_of import owner_in, whom_it_is_about
from bot.conversation.typed.which import ask_who, go_on_with, nudge_meant
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.question import AskText, AskWho
from bot.lexicons.need import Finding, Need, find_need
from bot.understanding.acts.likely_acts import Act
from bot.understanding.calendar.moment_types import Facing
from bot.understanding.facts.consent import is_well
from bot.understanding.facts.notes_ahead import ahead_in
from bot.understanding.replies.nudge_replies import read_reply
from bot.understanding.words.listing import split_colon, split_command

FOR_OTHERS = frozenset({"soften", "draft"})
"""Commands whose text is meant for somebody else: only danger is answered in it."""
FEW = 4
"""Words of an answer that says no more than that it was done."""
ANSWERING = frozenset({Act.KNOW_NOT, Act.LAST, Act.CADENCE})
"""Acts that only answer a question: "don't remember", "last summer", "now and then"."""
CERTAIN = 0.95
"""So likely such an act must be for nothing else to be looked for in it."""
PLAIN, CAUTION = 0.99, 300
"""So likely a text must put a nudge off for a hint in it to weigh that much more."""
FREE = FOR_OTHERS | {"note", "why", "done", "skip", "snooze", "cue"}
"""Commands after which anything is said; in the others hints are names, hours and numbers."""


def met_in_need(turn: Turn) -> bool:
    """Answer a text that tells of somebody in need; False when it tells of none."""
    found = _gravest(turn)
    if found is None or (_is_for_others(turn) and found.need not in {Need.SELF, Need.OTHER}):
        return False
    return ANSWERS[found.need](turn, found)


def well_again(turn: Turn) -> bool:
    """Answer "no" and "I'm fine" kindly while a rest holds, with the number; else return False."""
    if turn.question is not None or not turn.book.profile.is_resting(turn.now):
        return False
    if not is_well(turn.text):
        return False
    first, *_ = helpline_lines(turn.book.profile)
    turn.show(Message(f"{turn.texts('need.well')}\n{first}"))
    return True


@router.command("deceased", HelpLine.REST)
def deceased(turn: Turn) -> None:
    """Be silent about the contact the command names, who has died."""
    go_on_with(turn, turn.text, AskWho("deceased"))


@router.contact("deceased")
def mourn(turn: Turn, contact: Contact, _then: AskWho) -> None:
    """Be silent about a contact from now on, and ask whether it is so."""
    before = turn.book.last_change
    _strip_nudges(turn, contact)
    turn.book = remember_dead(turn.book, contact, turn.now)
    rows: Rows = (
        (Key(turn.texts.label("button.say-no-more", name=contact.name), HasDied(contact.id)),),
    )
    change = turn.book.last_change
    if change and change is not before:
        rows = (*rows, (Key(turn.texts.label("button.meant-otherwise"), Undo(change.id)),))
    turn.say("died.sorry", rows)


@router.contact("left-alone")
def let_alone(turn: Turn, contact: Contact, _then: AskWho) -> None:
    """Be silent about a contact who wants no contact, and offer to let go."""
    _leave_alone(turn, contact)
    row = (Key(turn.texts.label("button.let-go"), LetGo(contact.id)), _back(turn, contact))
    say_stored(turn, "left-alone.done", (row,), name=contact.name)


def _gravest(turn: Turn) -> Finding | None:
    """Return the gravest need in a text, in what stands after its colon, or in what it quotes."""
    names = turn.book.names().forms()
    word, behind = split_command(turn.text)
    _, said = split_colon(turn.text)
    texts = (behind, said, turn.quoted if _is_for_others(turn) else "")
    hints = word in {"", *FREE} and not _is_bare_answer(turn)
    caution = CAUTION if hints and _puts_off_plainly(turn) else 0
    readings = (find_need(text, names, hints=hints, caution=caution) for text in texts if text)
    found = list(filter(None, readings))
    order = list(Need)
    return min(found, key=lambda one: order.index(one.need), default=None)


def _puts_off_plainly(turn: Turn) -> bool:
    """Tell whether a nudge, or all of them, are most likely put off to a time.

    So are they in "can't today. tomorrow evening" and "away until Sunday, no reminders please".
    """
    word, _ = split_command(turn.text)
    if word or turn.question is not None:
        return False
    first = turn.likely(occasion_of(turn))[0]
    acts = {Act.REST} if nudge_meant(turn) is None else {Act.SNOOZE, Act.REST}
    is_plain = first.act in acts and first.share >= PLAIN
    return is_plain and bool(turn.utterance().found(Facing.FUTURE))


def _is_bare_answer(turn: Turn) -> bool:
    """Tell whether no more is said than the answer to a nudge or a question: "I'm finished"."""
    if sum(any(map(str.isalnum, word)) for word in turn.text.split()) > FEW:
        return False
    if turn.question is not None:
        first = turn.likely(occasion_of(turn))[0]
        return first.act in ANSWERING and first.share >= CERTAIN
    if nudge_meant(turn) is None:
        return False
    reply = read_reply(turn.text, interface=turn.book.profile.language, now=turn.wall)
    return reply is not None and not (reply.name or reply.note)


def _meet_user(turn: Turn, _found: Finding) -> bool:
    turn.book = pause(turn.book, turn.now)
    lines = [turn.texts("need.warm"), *help_lines(turn.book.profile), turn.texts("need.quiet")]
    turn.show(Message("\n".join(lines)))
    return True


def _meet_other(turn: Turn, found: Finding) -> bool:
    """Say how to help somebody else; about a contact nothing comes until it is asked for."""
    contact = whom_it_is_about(turn, found)
    turn.end_question()
    lines = [turn.texts("need.other"), *help_lines(turn.book.profile)]
    rows: Rows = ()
    if contact and contact.standing is Standing.KEPT:
        _leave_alone(turn, contact)
        lines.append(turn.texts("need.other-quiet", name=contact.name))
        rows = ((_back(turn, contact),),)
    turn.show(undoable(turn, Message("\n".join(lines), rows)))
    return True


def _meet_mourner(turn: Turn, found: Finding) -> bool:
    contact = whom_it_is_about(turn, found)
    if contact:
        turn.end_question()
        mourn(turn, contact, AskWho("deceased"))
        return True
    if turn.question is not None or turn.text.startswith("/"):
        return False
    owner = owner_in(turn)
    if owner:
        turn.book = add_note(turn.book, owner, turn.text, turn.now, ahead_in(turn.text, turn.wall))
        noted = turn.texts("notes.added", name=owner.name, note=turn.text)
        turn.show(undoable(turn, Message(f"{turn.texts('died.sorry')} {noted}")))
    else:
        turn.say("died.sorry")
    return True


def _leave_in_peace(turn: Turn, found: Finding) -> bool:
    contact, then = whom_it_is_about(turn, found), AskWho("left-alone")
    if contact:
        turn.end_question()
        let_alone(turn, contact, then)
        return True
    if turn.question is not None or turn.text.startswith("/") or not turn.book.contacts:
        return False
    ask_who(turn, then)
    return True


ANSWERS: Mapping[Need, Callable[[Turn, Finding], bool]] = {
    Need.SELF: _meet_user,
    Need.OTHER: _meet_other,
    Need.DIED: _meet_mourner,
    Need.NO_CONTACT: _leave_in_peace,
}


def _leave_alone(turn: Turn, contact: Contact) -> None:
    _strip_nudges(turn, contact)
    if contact.standing is Standing.KEPT:
        turn.book = leave_alone(turn.book, contact, turn.now)


def _strip_nudges(turn: Turn, contact: Contact) -> None:
    for nudge in turn.book.nudges_about(contact.id):
        if nudge.is_open:
            turn.strip(nudge.message_id)


def _back(turn: Turn, contact: Contact) -> Key:
    return Key(turn.texts.label("button.bring-back"), BringBack(contact.id))


def _is_for_others(turn: Turn) -> bool:
    word, _ = split_command(turn.text)
    return word in FOR_OTHERS or isinstance(turn.question, AskText)
