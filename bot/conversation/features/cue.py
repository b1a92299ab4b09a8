"""/cue: the user's own if-then plan, which a nudge repeats."""

from bot.application.change_settings import choose_cue
from bot.conversation.router import HelpLine, router
from bot.conversation.turn import Turn
from bot.domain import parameters as p
from bot.domain.names import clean_text
from bot.understanding.facts.energies import is_off


@router.command("cue", HelpLine.TODAY)
def cue(turn: Turn) -> None:
    """Take the plan in the user's own words, drop it, or show it."""
    text = clean_text(turn.text, p.WHY_LIMIT)
    if not text:
        known = turn.book.profile.cue
        turn.say("cue.shown" if known else "cue.none", cue=known)
    elif is_off(text):
        turn.book = choose_cue(turn.book, "")
        turn.say("cue.off")
    else:
        turn.book = choose_cue(turn.book, text)
        turn.say("cue.set", cue=text)
        if len(turn.text) > p.WHY_LIMIT:
            turn.say("cue.too-long")
