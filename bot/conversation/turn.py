"""One turn of the conversation: what came in, the Book, and what is answered.

Handlers change ``book`` and add answers; nothing is sent before the Book is committed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.conversation.effects import (
    Effect,
    Message,
    Redraft,
    Response,
    Rewrite,
    Rows,
    Say,
    Strip,
    Toast,
)
from bot.conversation.incoming import Sender
from bot.conversation.texts import Texts, Value
from bot.domain.clock.wall_time import local_date, to_wall
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact
from bot.domain.records.nudge import Nudge
from bot.domain.records.question import Question
from bot.understanding.acts.likely_acts import Likely, Occasion, likely_acts
from bot.understanding.acts.utterance import Utterance
from bot.understanding.replies.nudge_replies import Reply


@dataclass(slots=True)
class Turn:
    """One update being answered.

    ``text`` is what was typed, without the command word. ``pressed_on`` is the message whose
    button was pressed, ``shown`` the text to copy in it; ``reply_to`` the message that was
    answered, ``quoted`` its words if they are the user's own; ``reply`` is what plain words say
    about a nudge. ``model`` is the language model that the owner has set up; "" for none.
    """

    book: Book
    now: datetime
    sender: Sender
    model: str = ""
    text: str = ""
    command: str = ""
    reply_to: int | None = None
    quoted: str = ""
    reply: Reply | None = None
    pressed_on: int | None = None
    shown: str = ""
    is_first: bool = False
    effects: list[Effect] = field(default_factory=list)
    erase: bool = False
    _read: Utterance | None = None
    _likely: dict[Occasion, Sequence[Likely]] = field(default_factory=dict)
    offered: int = field(init=False)
    """The newest change that was there before, or that an answer offers to take back."""

    def __post_init__(self) -> None:
        self.offered = self.book.serial

    @property
    def texts(self) -> Texts:
        """The sentences in the user's language."""
        return Texts(self.book.profile.language)

    @property
    def wall(self) -> datetime:
        """The user's naive local time."""
        return to_wall(self.now, self.book.profile.zone)

    @property
    def today(self) -> date:
        """The user's local date."""
        return self.wall.date()

    @property
    def question(self) -> Question | None:
        """What the question is about that waits for an answer now."""
        question = self.book.open_question
        return question.question if question and question.is_live(self.now) else None

    def utterance(self, text: str | None = None) -> Utterance:
        """Return what was typed, or another text, with what stands in it; the last one is kept."""
        typed = self.text if text is None else text
        names = self.book.names()
        if self._read is None or (self._read.text, self._read.names) != (typed, names):
            self._read = Utterance(typed, names, self.wall)
            self._likely.clear()
        return self._read

    def likely(self, occasion: Occasion) -> Sequence[Likely]:
        """Return the acts that what was typed may be, the likeliest first; worked out once."""
        said = self.utterance()
        if occasion not in self._likely:
            self._likely[occasion] = likely_acts(said, occasion)
        return self._likely[occasion]

    def whole(self, do: Callable[[], bool]) -> bool:
        """Do something of several parts whole; where a part of it is not done, nothing is."""
        before, text, offered, count = self.book, self.text, self.offered, len(self.effects)
        if do():
            return True
        self.book, self.text, self.offered = before, text, offered
        del self.effects[count:]
        return False

    def say(self, text_id: str, buttons: Rows = (), **values: Value) -> None:
        """Answer with one sentence and maybe buttons."""
        self.show(Message(self.texts(text_id, **values), buttons))

    def show(self, message: Message) -> None:
        """Answer with a message."""
        self.effects.append(Say(message))

    def turn_into(self, message: Message) -> None:
        """Put this in place of the message whose button was pressed, else say it anew."""
        if self.pressed_on is None:
            self.show(message)
        else:
            self.effects.append(Rewrite(self.pressed_on, message))

    def redraft(self, nudge: Nudge, message: Message) -> None:
        """Put a nudge with another draft in place of the message whose button was pressed."""
        if self.pressed_on is None:
            self.show(message)
        else:
            self.effects.append(Redraft(self.pressed_on, message, self.book, nudge))

    def strip(self, message_id: int | None) -> None:
        """Take the buttons of a message away, where it is known."""
        if message_id is not None:
            self.effects.append(Strip(message_id))

    def toast(self, text_id: str, **values: Value) -> None:
        """Answer a pressed button with a passing line."""
        self.effects.append(Toast(self.texts.label(text_id, **values)))

    def known(self, contact_id: int) -> Contact | None:
        """Return the contact of a button or a question; say so when they are not in the Book."""
        contact = self.book.contacts.get(contact_id)
        if contact is None and self.pressed_on is None:
            self.say("stale.person")
        elif contact is None:
            self.toast("stale.person")
        return contact

    def coming(self, instant: datetime) -> str:
        """Return when something comes, as one says it: today with the hour, else the day."""
        on = local_date(instant, self.book.profile.zone)
        return self.promised(instant) if on == self.today else self.texts.ahead(on, self.today)

    def promised(self, instant: datetime) -> str:
        """Return a time that is kept to the letter, as one says it: tomorrow at 09:30."""
        wall = to_wall(instant, self.book.profile.zone)
        when = self.texts.ahead(wall.date(), self.today)
        return self.texts("ahead.at", when=when, time=wall.time())

    def ask(self, question: Question) -> int:
        """Let the next typed message answer this; return the id that its buttons carry."""
        self.book = self.book.asking(question, self.now)
        return self.book.serial

    def end_question(self) -> None:
        """Let no question wait for an answer any more."""
        if self.book.open_question:
            self.book = self.book.asking(None, self.now)

    def is_open(self, question_id: int) -> bool:
        """Tell whether a button belongs to the question that waits for an answer now."""
        question = self.book.open_question
        return question is not None and question.id == question_id and question.is_live(self.now)

    def response(self) -> Response:
        """Return what the turn came to."""
        return Response(self.book, tuple(self.effects), self.erase)
