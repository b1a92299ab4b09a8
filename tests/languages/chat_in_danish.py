"""A chat with a Hei that speaks one language more; prints what was said, by step, as JSON.

Runs in a folder of its own, on a copy of the bot (see test_a_new_language.py).
"""

import json
import sys
from pathlib import Path

from bot.config import load
from bot.conversation.features.help import command_menu
from bot.conversation.texts import Texts
from bot.drafts.gentleness import check
from bot.languages import Language
from bot.understanding.facts.written_language import language_of
from tests.conversation.room import Room

DANISH = Language("da")
Steps = dict[str, str | list[str]]


def first_minute(room: Room) -> Steps:
    """Return what is said to somebody whose Telegram is in Danish until people are added."""
    start = [room.say("/start"), *room.last.labels]
    language, zone = room.book.profile.language, room.book.profile.zone
    ease = room.tap("ease.EASY")
    time = room.say("jo da")
    add = room.say("/add Søren hver uge")
    for name in ("Ärla", "Åge", "Ægir"):
        room.say(f"/add {name} hver uge")
    people = [room.say("/people"), *room.last.labels]
    chosen = {"language": language.value, "zone": zone}
    return {**chosen, "start": start, "ease": ease, "time": time, "add": add, "people": people}


def about_people(room: Room) -> Steps:
    """Return what is said about somebody, and the drafts to them."""
    return {
        "hi": [room.say("/hi Søren"), room.nudge.copies() or ""],
        "done": room.say("talte i går med Søren"),
        "draft": [room.say("/draft Søren just hi"), room.nudge.copies() or ""],
        "soften": room.say("/soften Hvad laver du? Du ringer aldrig!!"),
        "card": room.say("/person Søren"),
        "drafts in Swedish": room.say("/language Søren sv"),
    }


def about_the_user(room: Room) -> Steps:
    """Return what is said about settings, and the question before all is forgotten."""
    steps: Steps = {
        "settings": room.say("/settings"),
        "languages": [room.say("/language"), *room.last.labels],
        "dansk": room.say("dansk"),
    }
    room.say("/settings")
    room.tap("setting.PLACE")
    steps["place"] = room.say("omkring Reykjavik")
    steps["forget"] = room.say("/forget det hele")
    steps["labels"] = [label for shown in room.shown.values() for label in shown.labels]
    return steps


def in_english(room: Room) -> Steps:
    """Return what an English chat says of Danish, until it is Danish itself."""
    room.say("/start")
    room.tap("ease.EASY")
    room.tap("button.yes")
    room.say("/add Kari every week")
    return {
        "for Kari": room.say("/language Kari Dansk"),
        "Kari": room.say("/person Kari"),
        "hi": [room.say("/hi Kari"), room.nudge.copies() or ""],
        "da": room.say("/language da"),
        "language": room.book.profile.language.value,
    }


def in_other_rooms() -> Steps:
    """Return what the rooms beside and below the conversation make of Danish."""
    nowhere = Path("nowhere")
    hits = check("You never call me! Answer now!!", DANISH).hits
    return {
        "written": language_of("Hvad hedder du, og hvordan?", Language.EN).value,
        "named": [Texts(one).spoken(DANISH) for one in Language],
        "rules": sorted({hit.rule for hit in hits}),
        "menu": [said for _, said in command_menu(DANISH)],
        "configured": load(environ={"HEI_LANGUAGE": "da"}, run_secrets=nowhere).language.value,
    }


if __name__ == "__main__":
    danish = Room("da-DK", name="Mette")
    chat = {**first_minute(danish), **about_people(danish), **about_the_user(danish)}
    chats = {"danish": chat, "english": in_english(Room("en")), "others": in_other_rooms()}
    sys.stdout.buffer.write(json.dumps(chats).encode())
