"""What a draft is for: the kinds there are, and a row for each with all that sets it apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.records.channels import Carrier, Channel


class DraftKind(StrEnum):
    """What a draft is for."""

    JUST_HI = "just-hi"
    """A hello and nothing else: no anchor, no question (R3, R19 of docs/drafts.md)."""
    THINKING_OF_YOU = "thinking-of-you"
    """A hello that holds one thing from the user's own notes."""
    MEMORY = "memory"
    """Something from before that came back."""
    ONE_QUESTION = "one-question"
    """A hello with one small question that five words answer."""
    CONGRATULATION = "congratulation"
    """Joy at something that went well."""
    SHARE_A_TIP = "share-a-tip"
    """Something found that suits the other; nothing to do about it."""
    AFTER_WE_MET = "after-we-met"
    """A word after having seen each other."""
    FIRST_WORK_HELLO = "first-work-hello"
    """First words to a contact met at work; only about them."""
    BIRTHDAY = "birthday"
    """A birthday wish, no age."""
    CONDOLENCE = "condolence"
    """A word after a death; only when the user chooses it (R25 of docs/drafts.md)."""
    KIND_NO = "kind-no"
    """Declining, kindly and without excuses."""
    LATER = "later"
    """An answer will come, with no date and no apology."""
    POLITE_CLOSE = "polite-close"
    """The end of a conversation."""
    HONEST_ASK = "honest-ask"
    """An ask that says at once that it is one."""
    CALL_OPENER = "call-opener"
    """The first words on the phone."""
    VOICE_OUTLINE = "voice-outline"
    """Three short lines to speak from."""
    CARD = "card"
    """Two sentences at most, written by hand."""
    IN_PERSON_LINE = "in-person-line"
    """Something to say when one meets."""
    INVITATION = "invitation"
    """A time, something small, and a way out."""
    INTRODUCTION = "introduction"
    """Two people who should know each other, and nobody obliged to anything."""

    @property
    def traits(self) -> "Traits":
        """What sets it apart."""
        return TRAITS[self]


def hello_on(channel: Channel | None) -> DraftKind | None:
    """Return what just saying hi is on a channel that is no message; None on any other."""
    return next((kind for kind in DraftKind if channel and kind.traits.hello_on is channel), None)


@dataclass(frozen=True, slots=True)
class Traits:
    """What sets a kind apart; what stands here holds for any text of which no kind is known.

    Attributes:
        also_called: another name for it on the command line.
        hello_on: the channel, which is no message, on which just saying hi is this kind.
        only_carrier: what carries it whatever the channel; the composer keeps to it.
        usual_carrier: what carries it where that is not told; the checker takes this for granted.
            A card has only this: the composer words one for any channel that was asked for.
        takes_notes: whether it takes up a stored note; others hold only what is typed (R24).
        needs_note: whether *Another* leaves it out where no note of its own is known.
        needs_words: whether it is nothing to send before the user's own words are in it.
        asks: whether each text of it in the bank asks one question, and so is left out after a
            long gap.
        may_ask: whether a text of it may ask one (R3). Wider than ``asks``: a user may ask where
            Hei does not.
        asks_the_hour: whether its texts in the bank may ask if now is a bad time.
        bans_emoji: whether an emoji is a fault in any text of it, and in the name (R16).
        goes_without_emoji: whether its texts in the bank hold none. Wider than ``bans_emoji``: Hei
            keeps from some that a user may send.
        most_exclamations: how many exclamation marks its texts may hold (R15).
        longest: the code points of its longest text, with the longest name and note (R1).
        fewest: how many texts the bank has at least.
        may_release: whether its texts may let their reader off an answer.
        says_when: whether it has to say when and to leave a way out, without a question (R12).
        keeps_wording: whether no language model may word it anew: it is grave, or made around the
            user's own words.
        excused: the rules that it is free of, because what they ask is what it is for.
    """

    also_called: str | None = None
    hello_on: Channel | None = None
    only_carrier: Carrier | None = None
    usual_carrier: Carrier = Carrier.CHAT
    takes_notes: bool = False
    needs_note: bool = False
    needs_words: bool = False
    asks: bool = False
    may_ask: bool = True
    asks_the_hour: bool = False
    bans_emoji: bool = False
    goes_without_emoji: bool = False
    most_exclamations: int = 2
    longest: int = 160
    fewest: int = 15
    may_release: bool = True
    says_when: bool = False
    keeps_wording: bool = False
    excused: frozenset[str] = frozenset()


OF_ANY_KIND = Traits()
"""The traits of a text of which no kind is known."""
BY_ITSELF = 40
"""The texts at least of a kind that a nudge may use without being asked for it."""
_ROWS = {
    DraftKind.JUST_HI: Traits(may_ask=False, longest=120, fewest=120),
    DraftKind.THINKING_OF_YOU: Traits(takes_notes=True, fewest=BY_ITSELF),
    DraftKind.MEMORY: Traits(takes_notes=True, needs_note=True, fewest=BY_ITSELF),
    DraftKind.ONE_QUESTION: Traits(takes_notes=True, asks=True, fewest=BY_ITSELF),
    DraftKind.CONGRATULATION: Traits(takes_notes=True, may_release=False),
    DraftKind.SHARE_A_TIP: Traits(also_called="tip", needs_words=True, keeps_wording=True),
    DraftKind.AFTER_WE_MET: Traits(),
    DraftKind.FIRST_WORK_HELLO: Traits(bans_emoji=True, goes_without_emoji=True),
    DraftKind.BIRTHDAY: Traits(may_release=False),
    DraftKind.CONDOLENCE: Traits(
        may_ask=False,
        bans_emoji=True,
        goes_without_emoji=True,
        most_exclamations=0,
        keeps_wording=True,
        excused=frozenset({"R5", "R14", "R25"}),
    ),
    DraftKind.KIND_NO: Traits(goes_without_emoji=True, excused=frozenset({"R5", "R6", "R7"})),
    DraftKind.LATER: Traits(excused=frozenset({"R5", "R6", "R7", "R9"})),
    DraftKind.POLITE_CLOSE: Traits(),
    DraftKind.HONEST_ASK: Traits(
        needs_words=True,
        goes_without_emoji=True,
        keeps_wording=True,
        excused=frozenset({"R10"}),
    ),
    DraftKind.CALL_OPENER: Traits(
        hello_on=Channel.CALL,
        asks_the_hour=True,
        fewest=BY_ITSELF,
        excused=frozenset({"R5", "R10"}),
    ),
    DraftKind.VOICE_OUTLINE: Traits(
        only_carrier=Carrier.VOICE,
        usual_carrier=Carrier.VOICE,
        goes_without_emoji=True,
        longest=300,
        keeps_wording=True,
    ),
    DraftKind.CARD: Traits(
        hello_on=Channel.CARD,
        usual_carrier=Carrier.CARD,
        may_ask=False,
        goes_without_emoji=True,
        longest=80,
        fewest=BY_ITSELF,
        may_release=False,
    ),
    DraftKind.IN_PERSON_LINE: Traits(
        also_called="in-person", hello_on=Channel.MEET, fewest=BY_ITSELF
    ),
    DraftKind.INVITATION: Traits(
        also_called="invitation-with-a-way-out", says_when=True, keeps_wording=True
    ),
    DraftKind.INTRODUCTION: Traits(
        needs_words=True, keeps_wording=True, excused=frozenset({"R10"})
    ),
}
TRAITS: Mapping[DraftKind, Traits] = {kind: _ROWS[kind] for kind in DraftKind}
"""The traits of every kind; one without a row cannot be imported."""
