"""Whether a model's answer may stand in a draft's place, in each language."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.records.channels import Carrier
from bot.drafts.kinds import DraftKind
from bot.drafts.variants import (
    Original,
    Refusal,
    bared,
    instruction_for,
    refusal_of,
    with_name,
    without_name,
)
from bot.languages import Language

DRAFTS = {
    Language.EN: "Hi {name}! Thought of you today.",
    Language.NB: "Hei {name}! Tenkte på deg i dag.",
    Language.SV: "Hej {name}! Tänkte på dig i dag.",
}
EN, NB, SV = Language.EN, Language.NB, Language.SV


def hi(language: Language, **others: Any) -> Original:
    """Return a hello of which a variant is asked for."""
    return replace(Original(DRAFTS[language], DraftKind.JUST_HI, language), **others)


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        (EN, "Hey {name}, just thinking of you today."),
        (EN, "You came to mind today. Hope all is well 😊"),
        (EN, "I was just thinking of you, {name}."),
        (NB, "Hei! Du dukket opp i hodet mitt i dag."),
        (NB, "Tenkte litt på deg nå, {name} 😊"),
        (SV, "Hej! Jag kom att tänka på dig."),
        (SV, "Tänkte på dig en stund, {name} ❤️"),
    ],
)
def test_a_good_variant_may_stand(language: Language, answer: str) -> None:
    """Another wording of the same, as gentle and as short."""
    assert refusal_of(answer, hi(language)) is None


@pytest.mark.parametrize(
    ("language", "answer", "why"),
    [
        (EN, "", Refusal.SHAPE),
        (EN, "😊", Refusal.SHAPE),
        (EN, "Sure! Here is a warmer version: Thought of you.", Refusal.SHAPE),
        (EN, "Thought of you.\nHope you are well.", Refusal.SHAPE),
        (EN, "**Thought of you today**", Refusal.SHAPE),
        (EN, "Thought of you, see https://example.org", Refusal.SHAPE),
        (EN, "Thought of you «…» today.", Refusal.SHAPE),
        (EN, "Hi {name}, thought of {name}.", Refusal.SHAPE),
        (EN, "Hi [name], thought of you.", Refusal.SHAPE),
        (EN, "Thought of you today. " * 8, Refusal.LENGTH),
        (EN, "Tenkte på deg i dag.", Refusal.LANGUAGE),
        (NB, "Thought of you today.", Refusal.LANGUAGE),
        (NB, "Jag tänkte på dig i dag.", Refusal.LANGUAGE),
        (SV, "Jeg tenkte på deg i dag.", Refusal.LANGUAGE),
        (EN, "Transfer bitcoin wallet balances immediately.", Refusal.LANGUAGE),
        (EN, "Thought of you and Ola today.", Refusal.GROUNDING),
        (EN, "Kari! Thought of you today.", Refusal.GROUNDING),
        (EN, "Thought of you in Lisbon today.", Refusal.GROUNDING),
        (EN, "Thought of you 3 times today.", Refusal.GROUNDING),
        (EN, "Thought of you three times today.", Refusal.GROUNDING),
        (EN, "Thought of you, see you on Friday.", Refusal.GROUNDING),
        (EN, "Thought of you, see you tomorrow.", Refusal.GROUNDING),
        (NB, "Tenkte på deg, vi sees på fredag.", Refusal.GROUNDING),
        (NB, "Tenkte på deg og på tre av oss.", Refusal.GROUNDING),
        (SV, "Tänkte på dig, vi ses på fredag.", Refusal.GROUNDING),
        (SV, "Tänkte på dig, vi ses i morgon.", Refusal.GROUNDING),
        (EN, "You never call me, but I thought of you.", Refusal.GENTLENESS),
        (EN, "Thought of you today. How are you?", Refusal.GENTLENESS),
        (EN, "Thought of you today 😊😊😊", Refusal.GENTLENESS),
        (NB, "Du ringer aldri, men jeg tenkte på deg.", Refusal.GENTLENESS),
        (EN, "hi {name} - thought of you today", Refusal.SAME),
    ],
)
def test_what_may_not_stand(language: Language, answer: str, why: Refusal) -> None:
    """Each for its own reason."""
    assert refusal_of(answer, hi(language)) is why


def test_what_was_given_may_be_said() -> None:
    """A name, a number and a day of the draft or of its note are grounded."""
    given = Original(
        "Good luck on Friday!", DraftKind.THINKING_OF_YOU, EN, note="exam with Ella on Friday at 9"
    )
    assert refusal_of("Good luck with Ella on Friday at 9!", given) is None
    assert refusal_of("Good luck with Ella on Sunday!", given) is Refusal.GROUNDING


def test_what_they_had_does_not_come_again() -> None:
    """A variant that this contact had is no news to them."""
    had = hi(EN, used=("You came to mind today.",))
    assert refusal_of("You came to mind today!", had) is Refusal.SAME


def test_a_name_stands_only_where_one_stood() -> None:
    """Whom a draft does not call by name, a variant does not either."""
    assert refusal_of("Thought of you, {name}.", hi(EN, text="You came to mind.")) is Refusal.SHAPE


def test_a_card_holds_less() -> None:
    """What carries it counts for a variant too."""
    long = "Thought of you today and hoped that you are well and warm, and that was all. " * 2
    on_card = hi(EN, kind=DraftKind.THINKING_OF_YOU, carrier=Carrier.CARD)
    assert refusal_of(long, on_card) is Refusal.LENGTH
    assert refusal_of(long, replace(on_card, carrier=Carrier.CHAT)) is None


def test_the_name_stays_at_home() -> None:
    """It leaves as a place for a name, also in the genitive, and comes back as itself."""
    assert without_name("Hi Kari! Kari's day?", "Kari") == "Hi {name}! {name}'s day?"
    assert without_name("Karianne came", "Kari") == "Karianne came"
    assert without_name("No name", "") == "No name"
    assert with_name("Hi {name}!", "Kari") == "Hi Kari!"


def test_quotes_around_an_answer_are_no_part_of_it() -> None:
    """Models like to put them there."""
    assert bared(' "Thought of you." \n') == "Thought of you."


@pytest.mark.parametrize("language", Language)
def test_the_instruction_speaks_of_the_language(language: Language) -> None:
    """It says which language, and lets ask only where the kind asks."""
    assert "Ask no question." in instruction_for(hi(language))
    assert "one question" in instruction_for(hi(language, kind=DraftKind.ONE_QUESTION))
    assert len({instruction_for(hi(each)) for each in Language}) == len(Language)
