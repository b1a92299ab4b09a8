"""/draft: words of a chosen kind, for a channel, about what is typed."""

from bot.application.write_nudge import fill_in
from bot.conversation.buttons.nudge_buttons import DraftFor
from bot.conversation.delivering import deliver, is_refused
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.more_screen import kinds_message
from bot.conversation.screens.nudge_screen import nudge_message
from bot.conversation.turn import Turn
from bot.conversation.typed.which import go_on_with
from bot.domain.names import clean_text, split_known
from bot.domain.records.channels import Channel
from bot.domain.records.contact import Contact
from bot.domain.records.nudge import Wanted
from bot.domain.records.question import AskWho, AskWords
from bot.drafts.bank import LONGEST_TYPED
from bot.drafts.kinds import DraftKind, hello_on
from bot.understanding.facts.wishes import Wish, read_wish


@router.command("draft", HelpLine.DRAFT)
def draft(turn: Turn) -> None:
    """Bring a draft of the kind that is named: /draft NAME [TYPE] [CHANNEL] [: OWN WORDS]."""
    name, rest = _split(turn)
    go_on_with(turn, name, AskWho("draft", note=rest))


@router.contact("draft")
def take(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Bring the draft once the contact is known, or show all kinds."""
    wish = read_wish(then.note)
    if is_refused(turn, contact) or _is_unasked_call(turn, contact, wish.channel):
        return
    kind = _kind(wish)
    if wish.unread or kind is None:
        lead = "draft.unknown" if wish.unread else "draft.which"
        lead = turn.texts(lead, name=contact.name, text=wish.unread)
        turn.show(kinds_message(turn.book, contact, wish.channel, lead))
    else:
        deliver(turn, contact, Wanted(kind, wish.channel, wish.typed))


@router.question(AskWords)
def take_words(turn: Turn, question: AskWords) -> None:
    """Put what is typed where a draft waits for it."""
    turn.end_question()
    nudge = turn.book.nudges.get(question.nudge_id)
    if nudge is None or nudge.contact_id not in turn.book.contacts:
        turn.say("draft.gone")
        return
    words = clean_text(turn.text, LONGEST_TYPED)
    turn.book, filled = fill_in(turn.book, nudge, words, turn.now)
    turn.pressed_on = filled.message_id
    turn.turn_into(nudge_message(turn.book, filled, turn.now))


@router.button(DraftFor)
def draft_for(turn: Turn, button: DraftFor) -> None:
    """Bring a draft of the kind on a button."""
    contact = turn.known(button.contact_id)
    if contact is None or is_refused(turn, contact):
        return
    if button.channel and button.channel not in set(Channel):
        turn.toast("stale.press")
        return
    turn.strip(turn.pressed_on)
    channel = Channel(button.channel) if button.channel else None
    deliver(turn, contact, Wanted(button.kind, channel))


def _split(turn: Turn) -> tuple[str, str]:
    """Return the name that the text begins with, and what is wished, with its colon.

    Without a name that is known, what reads as a wish is one: whom it is for is asked.
    """
    found, rest = split_known(turn.book.names(), turn.text)
    if found:
        name = turn.text[: len(turn.text) - len(rest)].strip()
        return name.rstrip(" :"), f": {rest}" if name.endswith(":") else rest
    if not read_wish(turn.text).unread:
        return "", turn.text
    name, _, wish = turn.text.partition(" ")
    return name, wish


def _kind(wish: Wish) -> DraftKind | None:
    """Return the kind that is wished, or that a channel or own words ask for."""
    kind = wish.kind or hello_on(wish.channel)
    return kind or (DraftKind.THINKING_OF_YOU if wish.typed else None)


def _is_unasked_call(turn: Turn, contact: Contact, channel: Channel | None) -> bool:
    """Say how a call is allowed, and return True, where it is not: it asks more of both."""
    if channel is not Channel.CALL or contact.channel is Channel.CALL:
        return False
    turn.say("draft.no-call", name=contact.name)
    return True
