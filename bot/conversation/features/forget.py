"""/forget: a contact, or everything, is gone for good; asked once before."""

from bot.application.change_contact import forget_contact
from bot.conversation.buttons.person_buttons import ForgetPerson
from bot.conversation.buttons.question_buttons import Never
from bot.conversation.buttons.settings_buttons import ForgetAll
from bot.conversation.effects import Key, Message
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.person_screen import forget_message
from bot.conversation.turn import Turn
from bot.conversation.typed.which import go_on_with
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskForget, AskWho
from bot.languages.data import in_any
from bot.understanding.facts.consent import Consent, read_consent


@router.command("forget", HelpLine.OTHERS)
def forget(turn: Turn) -> None:
    """Ask once before a contact is gone, or everything, unless a contact is called so."""
    said = turn.text.casefold().rstrip(" .!")
    named = any(c.name.casefold() == said for c in turn.book.contacts.values())
    if said in in_any(lambda each: each.everything) and not named:
        question_id = turn.ask(AskForget())
        yes = Key(turn.texts.label("button.forget-all"), ForgetAll(question_id))
        no = Key(turn.texts.label("button.no"), Never(question_id))
        turn.say("forget.sure-all", ((yes, no),))
        return
    go_on_with(turn, turn.text, AskWho("forget"))


@router.contact("forget")
def ask_forget(turn: Turn, contact: Contact, _then: AskWho) -> None:
    """Ask once before a contact is gone."""
    question_id = turn.ask(AskForget(contact.id))
    turn.show(forget_message(turn.book, contact, question_id))


@router.button(ForgetPerson)
def forget_person(turn: Turn, button: ForgetPerson) -> None:
    """Forget a contact for good, if that is still the question."""
    contact = turn.known(button.contact_id)
    if contact and _is_asked(turn, button.question_id):
        _forget(turn, contact)


@router.button(ForgetAll)
def forget_all(turn: Turn, button: ForgetAll) -> None:
    """Forget everything for good, if that is still the question."""
    if _is_asked(turn, button.question_id):
        _forget_all(turn)


@router.choice(AskForget)
def forget_or_keep(turn: Turn, question: AskForget) -> bool:
    """Take a typed yes or no; False when the words say something else."""
    consent = read_consent(turn.text)
    if consent is Consent.NO:
        turn.end_question()
        turn.say("cancel.unchanged")
    elif consent is Consent.YES and question.contact_id is None:
        _forget_all(turn)
    elif consent is Consent.YES and (contact := turn.known(question.contact_id or 0)):
        _forget(turn, contact)
    return consent is not None


def _is_asked(turn: Turn, question_id: int) -> bool:
    """Tell whether a button belongs to the open question; an older one is taken away."""
    if turn.is_open(question_id):
        return True
    turn.toast("stale.press")
    turn.strip(turn.pressed_on)
    return False


def _forget(turn: Turn, contact: Contact) -> None:
    turn.book = forget_contact(turn.book, contact)
    turn.turn_into(Message(turn.texts("forget.done", name=contact.name)))


def _forget_all(turn: Turn) -> None:
    turn.erase = True
    turn.turn_into(Message(turn.texts("forget.done-all")))
