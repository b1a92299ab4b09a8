"""One draft for one contact: a text of the bank that fits, in the user's voice.

The same brief and seed always give the same draft.
"""

from dataclasses import replace

from bot.domain.chance import mix
from bot.domain.records.channels import Carrier
from bot.drafts.bank import Closeness, bank_in
from bot.drafts.brief import Brief
from bot.drafts.desk import Desk
from bot.drafts.draft_text import Draft
from bot.drafts.kinds import DraftKind
from bot.drafts.typed_words import as_sentence
from bot.languages import Language


def compose(brief: Brief, seed: int) -> Draft:
    """Return the next draft for a contact.

    What was typed for it is the message. Where no text fits the carrier, one for a chat is
    composed. No text comes twice before all fitting ones of its kind have been used; then the one
    used longest ago comes back. A text much like what was written for another contact comes only
    when there is no other, and so does one that lets its reader off an answer soon after another.

    Args:
        brief: what the draft is to be.
        seed: which of the equally fresh drafts is taken; any whole number.
    """
    found = Desk(brief, seed).choose()
    if found:
        return found
    if brief.typed:
        return Draft(as_sentence(brief.typed), brief.kind, "")
    to_anybody = replace(brief, is_hard=False, closeness=frozenset(Closeness))
    looser = (replace(brief, carrier=Carrier.CHAT), replace(to_anybody, carrier=Carrier.CHAT))
    return next(filter(None, (Desk(one, seed).choose() for one in looser)))


def subject(kind: DraftKind, language: Language, seed: int) -> str:
    """Return what an e-mail with a draft of this kind may be headed, in at most six words."""
    subjects = bank_in(language).subjects
    fitting = subjects.get(kind, subjects["any"])
    return fitting[mix(seed) % len(fitting)]
