"""/rename: another name for a contact."""

from bot.application.change_contact import rename
from bot.conversation.effects import Message
from bot.conversation.router import HelpLine, router
from bot.conversation.turn import Turn
from bot.conversation.typed.stored import undoable
from bot.conversation.typed.which import go_on_with
from bot.domain.names import clean_name, fold
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskWho
from bot.understanding.words.listing import split_head

_TWO = 2


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
    lines = [turn.texts("rename.done", old=contact.name, name=name), *_namesakes(turn, name)]
    turn.show(undoable(turn, Message("\n".join(lines))))


def _namesakes(turn: Turn, name: str) -> list[str]:
    """Return the line that tells of others of the same name, if there are any."""
    called = sum(fold(name) == fold(other) for other in turn.book.names().values())
    if called <= 1:
        return []
    return [turn.texts("rename.two" if called == _TWO else "rename.several", name=name)]
