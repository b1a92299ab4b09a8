"""/rename: another name for a contact."""

from bot.application.change_contact import rename
from bot.conversation.router import HelpLine, router
from bot.conversation.turn import Turn
from bot.conversation.typed.which import go_on_with
from bot.domain.names import clean_name
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskWho
from bot.understanding.words.listing import split_head


@router.command("rename", HelpLine.TELL)
def give_name(turn: Turn) -> None:
    """Rename the contact before the colon to what stands after it."""
    head = split_head(turn.text)
    if head is None:
        turn.say("rename.how")
        return
    go_on_with(turn, head[0], AskWho("rename", note=head[1]))


@router.contact("rename")
def take(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Rename the contact."""
    name = clean_name(then.note)
    if not name:
        turn.say("rename.how")
        return
    turn.book = rename(turn.book, contact, name)
    turn.say("rename.done", old=contact.name, name=name)
