"""The judgement of one text: every rule of the rubric that can be judged with what is known."""

from bot.drafts.gentleness.lexicon import lexicon_in
from bot.drafts.gentleness.measures import measured, shaped
from bot.drafts.gentleness.pressure import invitation_in, pressure_in
from bot.drafts.gentleness.situation import Situation
from bot.drafts.gentleness.verdict import Verdict, verdict_of
from bot.drafts.gentleness.weighing import weights_in
from bot.drafts.gentleness.wording import worded
from bot.languages import Language
from bot.lexicons.reading import read

PLAIN = Situation()


def judge(text: str, language: Language, situation: Situation = PLAIN) -> Verdict:
    """Return all hits of a text, whatever text it is.

    Args:
        text: as it was typed; it need not be in NFC, nor trimmed.
        language: the language it should be in.
        situation: what else is known; rules that need more than that are not judged.
    """
    lexicon = lexicon_in(language)
    reading = read(text, lexicon.words["shortened"])
    return verdict_of(
        (
            *measured(reading, lexicon, situation),
            *pressure_in(reading, lexicon, weights_in(language), situation),
            *invitation_in(reading, lexicon, situation),
            *worded(reading, lexicon, situation),
            *shaped(reading, lexicon, situation),
        )
    )
