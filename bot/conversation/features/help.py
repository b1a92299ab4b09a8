"""/help and Telegram's menu, and a kind word to what was not understood."""

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.conversation.buttons.person_buttons import FindSomeone, StartAdding
from bot.conversation.effects import Key, Message, Rows
from bot.conversation.router import HelpLine, router
from bot.conversation.texts import Texts
from bot.conversation.turn import Turn
from bot.languages import Language

SHORTEST = 4
"""Letters of the shortest command that is known by a slip of the finger."""
SECTIONS = {
    "people": (HelpLine.ADD, HelpLine.PEOPLE, HelpLine.TELL, HelpLine.REACH, HelpLine.HOURS),
    "hello": (HelpLine.HI, HelpLine.DRAFT, HelpLine.REPLY),
    "quiet": (HelpLine.TODAY, HelpLine.REST),
}
"""What stands under each heading; every other line comes last, without one."""


@router.command("help", HelpLine.OTHERS)
def show_help(turn: Turn) -> None:
    """Say what can be typed: the lines of all commands there are."""
    texts, used = turn.texts, set(router.help_lines.values())
    headed = {line for lines in SECTIONS.values() for line in lines}
    others = (line for line in HelpLine if line in used - headed)
    parts = [
        "\n".join(
            (
                texts(f"help.{heading}"),
                *(texts(f"help.line-{line.name.lower()}") for line in lines if line in used),
            )
        )
        for heading, lines in SECTIONS.items()
    ]
    turn.show(
        Message(
            "\n\n".join((*parts, *(texts(f"help.line-{line.name.lower()}") for line in others)))
        )
    )


def command_menu(language: Language) -> tuple[tuple[str, str], ...]:
    """Return the command words and what each does, for Telegram's menu."""
    texts = Texts(language)
    return tuple((word, texts.label(f"menu.{word}")) for word in router.menu())


def unknown_text(turn: Turn) -> bool:
    """Answer what nobody understood with the two likeliest things to do."""
    turn.say(f"unknown.text-{_likely(turn)}", _ways_on(turn))
    return True


def unknown_command(turn: Turn) -> None:
    """Answer a command that there is not, with the one that is a slip away if there is such."""
    words = tuple(router.commands) if len(turn.command) >= SHORTEST else ()
    near = process.extractOne(turn.command, words, scorer=OSA.distance, score_cutoff=1)
    if near:
        turn.say("unknown.command-near", word=near[0])
    else:
        turn.say("unknown.command")


def unknown_kind(turn: Turn) -> None:
    """Answer a sticker, a photo or a voice message."""
    turn.say(f"unknown.kind-{_likely(turn)}", _ways_on(turn))


def _likely(turn: Turn) -> str:
    """Return what the user most likely wants: answer a nudge, say hi, or add a contact."""
    if turn.book.open_nudge:
        return "answer"
    return "hi" if turn.book.contacts else "add"


def _ways_on(turn: Turn) -> Rows:
    """Return the two likeliest things as buttons; a nudge has its own."""
    add = (Key(turn.texts.label("button.add-someone"), StartAdding()),)
    if not turn.book.contacts:
        return (add,)
    if turn.book.open_nudge:
        return ()
    return ((Key(turn.texts.label("button.find-someone"), FindSomeone()),), add)
