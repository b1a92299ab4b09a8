"""Letting a person go, bringing them back, and forgetting for good."""

from bot.application.change_contact import bring_back, forget_contact, let_go, remember_dead
from bot.conversation.buttons import BringBack, ForgetAll, ForgetPerson, HasDied, LetGo, Never
from bot.conversation.effects import Key, Message
from bot.conversation.router import Feature
from bot.conversation.screens.people_screen import alphabetical
from bot.conversation.screens.person_screen import forget_message, let_go_message
from bot.conversation.turn import Turn
from bot.conversation.which import ask_who, person
from bot.domain.records.contact import Contact, Standing
from bot.domain.records.question import AskForget, AskWho
from bot.languages.data import in_any
from bot.understanding.facts.consent import Consent, read_consent


def letgo(turn: Turn) -> None:
    """Let a person go at once."""
    then = AskWho("letgo")
    contact = person(turn, turn.text, then)
    if contact:
        let(turn, contact, then)


def let(turn: Turn, contact: Contact, _then: AskWho) -> None:
    """Silence a person everywhere; it can be taken back, and they are never told."""
    if contact.standing is Standing.DECEASED:
        turn.say("hi.deceased", name=contact.name)
        return
    if contact.standing is Standing.KEPT:
        turn.book = let_go(turn.book, contact, turn.now)
    turn.show(let_go_message(turn.book, contact))


def press_let_go(turn: Turn, press: LetGo) -> None:
    """Let the person of a card go."""
    contact = turn.known(press.contact_id)
    if contact:
        turn.strip(turn.pressed_on)
        let(turn, contact, AskWho("letgo"))


def has_died(turn: Turn, press: HasDied) -> None:
    """Keep a person who died, and never bring them up."""
    contact = turn.known(press.contact_id)
    if contact and contact.standing is Standing.KEPT:
        turn.toast("stale.press")  # the user brought them back since
        turn.strip(turn.pressed_on)
    elif contact:
        turn.book = remember_dead(turn.book, contact, turn.now)
        turn.turn_into(Message(turn.texts("died.done", name=contact.name)))


def bringback(turn: Turn) -> None:
    """Bring a person back; without a name it may be anybody who was let go."""
    then = AskWho("bringback")
    if not turn.text:
        _ask_whom_to_bring(turn, then)
        return
    contact = person(turn, turn.text, then)
    if contact:
        bring(turn, contact, then)


def bring(turn: Turn, contact: Contact, _then: AskWho) -> None:
    """Let a person come up again."""
    if contact.standing is Standing.KEPT:
        turn.say("bringback.here", name=contact.name)
        return
    turn.book = bring_back(turn.book, contact)
    turn.say("bringback.done", name=contact.name)


def _ask_whom_to_bring(turn: Turn, then: AskWho) -> None:
    book = turn.book
    gone = [c for c in book.contacts.values() if c.standing is not Standing.KEPT]
    if gone:
        ask_who(turn, then, alphabetical(gone, book.profile.language))
    else:
        turn.say("bringback.nobody")


def press_bring_back(turn: Turn, press: BringBack) -> None:
    """Bring back the person of a button."""
    contact = turn.known(press.contact_id)
    if contact:
        turn.strip(turn.pressed_on)
        bring(turn, contact, AskWho("bringback"))


def forget(turn: Turn) -> None:
    """Ask once before a person is gone, or everything, unless somebody is called so."""
    said = turn.text.casefold().rstrip(" .!")
    named = any(c.name.casefold() == said for c in turn.book.contacts.values())
    if said in in_any(lambda each: each.everything) and not named:
        question_id = turn.ask(AskForget())
        yes = Key(turn.texts.label("button.forget-all"), ForgetAll(question_id))
        no = Key(turn.texts.label("button.no"), Never(question_id))
        turn.say("forget.sure-all", ((yes, no),))
        return
    then = AskWho("forget")
    contact = person(turn, turn.text, then)
    if contact:
        ask_forget(turn, contact, then)


def ask_forget(turn: Turn, contact: Contact, _then: AskWho) -> None:
    """Ask once before a person is gone."""
    question_id = turn.ask(AskForget(contact.id))
    turn.show(forget_message(turn.book, contact, question_id))


def forget_person(turn: Turn, press: ForgetPerson) -> None:
    """Forget a person for good, if that is still the question."""
    contact = turn.known(press.contact_id)
    if contact and _is_asked(turn, press.question_id):
        _forget(turn, contact)


def forget_all(turn: Turn, press: ForgetAll) -> None:
    """Forget everything for good, if that is still the question."""
    if _is_asked(turn, press.question_id):
        _forget_all(turn)


def decide(turn: Turn, topic: AskForget) -> bool:
    """Take a typed yes or no; False when the words say something else."""
    consent = read_consent(turn.text)
    if consent is Consent.NO:
        turn.book = turn.book.asking(None, turn.now)
        turn.say("cancel.unchanged")
    elif consent is Consent.YES and topic.contact_id is None:
        _forget_all(turn)
    elif consent is Consent.YES and (contact := turn.known(topic.contact_id or 0)):
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


def never(turn: Turn, press: Never) -> None:
    """Leave everything as it was; the question that the button belongs to ends."""
    if turn.is_open(press.question_id):
        turn.book = turn.book.asking(None, turn.now)
    turn.turn_into(Message(turn.texts("cancel.unchanged")))


FEATURE = Feature(
    commands={"letgo": letgo, "bringback": bringback, "forget": forget},
    presses={
        LetGo: press_let_go,
        HasDied: has_died,
        BringBack: press_bring_back,
        ForgetPerson: forget_person,
        ForgetAll: forget_all,
        Never: never,
    },
    tapped={AskForget: decide},
    people={"letgo": let, "bringback": bring, "forget": ask_forget},
)
