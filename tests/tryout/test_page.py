"""The chat page in a real browser: phone and desktop, three languages, keyboard, light and dark."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta

import pytest
import pytest_asyncio
from playwright.async_api import (
    Browser,
    BrowserContext,
    Page,
    ViewportSize,
    async_playwright,
    expect,
)
from telegram import (
    Bot,
    BotCommand,
    CallbackQuery,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.tryout.server import Tryout
from bot.tryout.world.movable_clock import MovableClock
from tests.tryout.conftest import listening, speaking
from tests.tryout.page_words import sample_commands

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
PHONE = ViewportSize(width=390, height=844)
DESKTOP = ViewportSize(width=1280, height=860)
pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine"),
]

INLINE = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Done", callback_data="edit"),
            InlineKeyboardButton("Tell", callback_data="toast"),
            InlineKeyboardButton("Warn", callback_data="alert"),
        ],
        [
            InlineKeyboardButton("Copy", copy_text=CopyTextButton("Hei Kari, æøå")),
            InlineKeyboardButton("Open chat", url="https://t.me/kari?text=Hei"),
        ],
    ]
)
KEYS = ReplyKeyboardMarkup(
    [
        [KeyboardButton("Me", request_contact=True), KeyboardButton("Here", request_location=True)],
        ["Yes"],
    ],
    one_time_keyboard=True,
)
RICH = (
    "<b>bold</b> <i>italic <u>under</u></i> <tg-spoiler>secret</tg-spoiler> <code>tap me</code> "
    '<a href="https://example.com/x">link</a> <a href="tg://resolve?domain=x">app</a> @kari_n '
    "https://example.org &lt;img src=x onerror=document.title=1&gt; /help\n"
    "<blockquote>quoted</blockquote><pre>a draft\nof two lines</pre>"
)


async def react(message: Message) -> None:
    """Answer as the scripted bot does."""
    text = message.text or ""
    if text == "/start":
        await message.reply_text("Welcome", reply_markup=INLINE)
    elif text == "rich":
        await message.reply_html(RICH)
    elif text == "keys":
        await message.reply_text("Choose", reply_markup=KEYS)
    elif text == "force":
        await message.reply_text("What name?", reply_markup=ForceReply())
    elif text == "gone":
        sent = await message.reply_text("soon gone")
        await message.reply_chat_action("typing")
        await sent.delete()
    elif message.contact:
        await message.reply_text(f"contact {message.contact.phone_number}")
    elif message.location:
        await message.reply_text("place", reply_markup=ReplyKeyboardRemove())
    else:
        about = f" about {message.reply_to_message.text}" if message.reply_to_message else ""
        await message.reply_text(f"heard {text}{about}")


async def pressed(query: CallbackQuery) -> None:
    """Answer a button as the scripted bot does."""
    if query.data == "edit":
        await query.answer()
        await query.edit_message_text("Finished.")
    else:
        await query.answer("Noted.", show_alert=query.data == "alert")


async def run(bot: Bot) -> None:
    """Poll and react, as long as the page is looked at."""
    offset = 0
    while True:
        for update in await bot.get_updates(offset=offset, timeout=50):
            offset = update.update_id + 1
            if update.callback_query:
                await pressed(update.callback_query)
            elif update.message:
                await react(update.message)


class Nudger:
    """Controls with one nudge, a day and a half from the start."""

    def __init__(self, tryout: Tryout, bot: Bot) -> None:
        self.due_at = tryout.clock.now() + timedelta(hours=36)
        self._tryout = tryout
        self._bot = bot
        self._sent = False

    async def next_nudge_at(self, user_id: int) -> datetime | None:
        """Return the nudge of the page's first person, until it was sent."""
        return None if self._sent or user_id != 1001 else self.due_at

    async def deliver_due(self) -> None:
        """Send the nudge when it is due."""
        if not self._sent and self._tryout.clock.now() >= self.due_at:
            self._sent = True
            await self._bot.send_message(1001, "A nudge: Kari", reply_markup=INLINE)


@pytest_asyncio.fixture(loop_scope="module")
async def tryout(clock: MovableClock) -> AsyncIterator[Tryout]:
    """Return a stand-in of the test's own, in the loop that drives the browser."""
    async with listening(clock) as stand_in:
        yield stand_in


@pytest_asyncio.fixture(loop_scope="module")
async def scripted(tryout: Tryout) -> AsyncIterator[Bot]:
    """Return a bot that reacts."""
    async with speaking(tryout) as bot:
        await bot.set_my_commands(
            [BotCommand("add", "add someone"), BotCommand("help", "get help")]
        )
        polling = asyncio.ensure_future(run(bot))
        yield bot
        polling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await polling


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    """Return a headless chromium that all tests of this module share."""
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        await started.close()


Visitor = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="module")
async def visit(chromium: Browser, tryout: Tryout, scripted: Bot) -> AsyncIterator[Visitor]:
    """Return how a new visitor opens the page, which shows a conversation then.

    Each has a window and a memory of their own, and both are gone before the bot stops polling.
    """
    assert scripted.token
    contexts: list[BrowserContext] = []

    async def visiting(size: ViewportSize = DESKTOP, language: str = "en-GB") -> Page:
        context = await chromium.new_context(
            viewport=size,
            locale=language,
            timezone_id="Europe/Oslo",
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        return await opened(await context.new_page(), tryout)

    yield visiting
    for context in contexts:
        await context.close()


async def opened(page: Page, tryout: Tryout) -> Page:
    """Open the page and return it once it shows a conversation without a fault."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda one: faults.append(one.text) if one.type == "error" else None)
    await page.goto(tryout.address)
    await expect(page.locator("#empty")).to_be_visible()
    assert faults == []
    return page


async def say(page: Page, text: str) -> None:
    """Type a text and send it with Enter."""
    await page.locator("#text").fill(text)
    await page.locator("#text").press("Enter")


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_whole_talk_fits_the_screen(visit: Visitor, size: ViewportSize) -> None:
    """Starting, pressing, being told and edited work on a phone and a desktop, never too wide."""
    page = await visit(size)
    await page.get_by_role("button", name="Start", exact=True).click()
    log = page.get_by_role("log")
    await expect(log.get_by_text("Welcome")).to_be_visible()
    await expect(page.locator("#empty")).to_be_hidden()
    await page.get_by_role("button", name="Tell").click()
    await expect(page.get_by_role("status")).to_have_text("Noted.")
    await page.get_by_role("button", name="Warn").click()
    await expect(page.get_by_role("dialog")).to_have_text("Noted. OK", use_inner_text=True)
    await page.get_by_role("button", name="OK").click()
    await page.get_by_role("button", name="Done").click()
    await expect(log.get_by_text("Finished.")).to_be_visible()
    await expect(log.get_by_text("edited")).to_be_visible()
    await expect(page.get_by_role("button", name="Done")).to_have_count(0)
    assert await page.evaluate("document.documentElement.scrollWidth") == size["width"]


async def test_copy_and_link_buttons(visit: Visitor) -> None:
    """Copy fills the clipboard and says so; a link opens a tab that knows nothing of the page."""
    page = await visit()
    await say(page, "/start")
    await page.get_by_role("button", name="Copy", exact=True).click()
    await expect(page.get_by_role("status")).to_have_text("Copied.")
    assert await page.evaluate("navigator.clipboard.readText()") == "Hei Kari, æøå"
    link = page.get_by_role("link", name="Open chat (opens in a new tab)")
    assert await link.get_attribute("href") == "https://t.me/kari?text=Hei"
    assert await link.get_attribute("rel") == "noopener noreferrer"
    assert await link.get_attribute("target") == "_blank"


async def test_copying_may_be_forbidden(visit: Visitor) -> None:
    """When the browser refuses the clipboard, the page says so."""
    page = await visit()
    await page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
    )
    await say(page, "/start")
    await page.get_by_role("button", name="Copy", exact=True).click()
    await expect(page.get_by_role("status")).to_have_text("The browser did not allow copying.")


async def test_marks_are_shown_and_never_run(visit: Visitor) -> None:
    """Entities become elements, code copies on tap, and text that looks like HTML stays text."""
    page = await visit()
    await say(page, "rich")
    text = page.locator(".message:not(.mine) .text")
    await expect(text.locator("strong")).to_have_text("bold")
    await expect(text.locator("em u")).to_have_text("under")
    await expect(text.locator("blockquote")).to_have_text("quoted")
    await expect(text.locator("a")).to_have_text(["link", "app", "@kari_n", "https://example.org"])
    await expect(text.get_by_text("<img src=x onerror=document.title=1>")).to_be_visible()
    assert await page.locator("#log img").count() == 0
    assert await page.title() == "Hei · try it out"
    await text.get_by_role("button", name="secret").press("Enter")
    await expect(text.locator(".spoiler.shown")).to_have_text("secret")
    await text.locator("code").press("Enter")
    await expect(page.get_by_role("status")).to_have_text("Copied.")
    assert await page.evaluate("navigator.clipboard.readText()") == "tap me"
    await text.locator("pre").click()
    await page.wait_for_function(
        "navigator.clipboard.readText().then((text) => text === 'a draft\\nof two lines')"
    )
    await text.get_by_role("button", name="/help").click()
    await expect(page.get_by_role("log").get_by_text("heard /help")).to_be_visible()


async def test_reply_to_a_chosen_message(visit: Visitor) -> None:
    """Reply shows what is answered, Escape lets go of it, and the bot is told."""
    page = await visit()
    await say(page, "first")
    heard = page.locator(".message", has_text="heard first")
    await heard.hover()
    await heard.get_by_role("button", name="Reply").click()
    await expect(page.locator("#quote")).to_contain_text("Reply to Hei")
    await page.keyboard.press("Escape")
    await expect(page.locator("#quote")).to_be_hidden()
    await heard.get_by_role("button", name="Reply").click()
    await page.get_by_role("button", name="Cancel the reply").click()
    await heard.get_by_role("button", name="Reply").click()
    await say(page, "second")
    await expect(page.get_by_text("heard second about heard first")).to_be_visible()
    await expect(page.locator(".mine .quoted")).to_contain_text("heard first")
    await say(page, "force")
    await expect(page.locator("#quote")).to_contain_text("What name?")


async def test_reply_keyboard(visit: Visitor) -> None:
    """Keys type or share, and go when they were meant for once or the bot takes them away."""
    page = await visit()
    keyboard = page.get_by_role("group", name="Answers")
    await say(page, "keys")
    await keyboard.get_by_role("button", name="Me").click()
    await expect(page.get_by_text("contact +4790000000")).to_be_visible()
    await expect(keyboard).to_be_hidden()
    await say(page, "keys")
    await keyboard.get_by_role("button", name="Yes").click()
    await expect(page.get_by_text("heard Yes")).to_be_visible()
    await say(page, "keys")
    await keyboard.get_by_role("button", name="Here").click()
    await expect(page.locator(".message:not(.mine)").get_by_text("place")).to_be_visible()
    await expect(keyboard).to_be_hidden()


async def test_menu_lists_and_shares(visit: Visitor) -> None:
    """The menu has the bot's commands, the sharing and a way out."""
    page = await visit(PHONE)
    menu = page.get_by_role("button", name="Menu")
    await menu.click()
    await expect(menu).to_have_attribute("aria-expanded", "true")
    await page.get_by_role("button", name="/help get help").click()
    await expect(page.get_by_text("heard /help")).to_be_visible()
    await menu.click()
    await page.get_by_role("button", name="My phone number").click()
    await expect(page.get_by_text("contact +4790000000")).to_be_visible()
    await menu.click()
    await page.get_by_role("button", name="A place: Oslo").click()
    await expect(page.get_by_text("59.9139, 10.7522")).to_be_visible()
    await menu.click()
    await page.keyboard.press("Escape")
    await expect(menu).to_have_attribute("aria-expanded", "false")


async def test_clock_moves_to_the_nudge(visit: Visitor, tryout: Tryout, scripted: Bot) -> None:
    """The clock runs on by an hour, a day or to the nudge; then nobody is on the way, kindly."""
    tryout.controls = Nudger(tryout, scripted)
    page = await visit()
    now = page.locator("#now")
    await expect(now).to_have_text("14:00 Thu 1 Oct")
    await page.get_by_role("button", name="+1 hour").click()
    await expect(now).to_have_text("15:00 Thu 1 Oct")
    await page.get_by_role("button", name="+1 day").click()
    await expect(now).to_have_text("15:00 Fri 2 Oct")
    await page.get_by_role("button", name="Next nudge").click()
    await expect(page.get_by_text("A nudge: Kari")).to_be_visible()
    await expect(now).to_have_text("02:00 Sat 3 Oct")
    await expect(page.get_by_role("heading", name="Saturday 3 October")).to_be_visible()
    await page.get_by_role("button", name="Next nudge").click()
    await expect(page.get_by_role("status")).to_contain_text("Nobody is on the way just now.")


LANGUAGES = [
    ("en-GB", "en", "Next nudge", "Three sample people"),
    ("nb-NO", "nb", "Neste dytt", "Tre eksempelpersoner"),
    ("sv-SE", "sv", "Nästa puff", "Tre exempelpersoner"),
]


@pytest.mark.parametrize(("locale", "code", "nudge", "samples"), LANGUAGES)
async def test_page_speaks_the_persons_language(  # noqa: PLR0913, PLR0917
    visit: Visitor, tryout: Tryout, locale: str, code: str, nudge: str, samples: str
) -> None:
    """The browser's language is taken up, whole; the sample people are typed in it."""
    page = await visit(PHONE, locale)
    assert await page.get_attribute("html", "lang") == code
    await expect(page.get_by_role("button", name=nudge)).to_be_visible()
    await page.locator("#empty").get_by_role("button", name=samples).click()
    await expect(page.locator(".message:not(.mine)")).to_have_count(3)
    person = tryout.known(1001)
    typed = [one.text for one in person.messages if not one.sender.is_bot]
    assert typed == sample_commands(code)
    assert person.user.language_code == code
    assert await page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert await page.locator("[data-word]:empty, [data-label]:not([aria-label])").count() == 0


async def test_choice_of_person_and_language_stays(visit: Visitor, tryout: Tryout) -> None:
    """Another person has a chat of their own; both choices outlive a reload."""
    page = await visit()
    await say(page, "hello")
    await expect(page.get_by_text("heard hello")).to_be_visible()
    await page.get_by_label("Language").select_option("sv")
    await expect(page.get_by_role("heading", name="Botens klocka")).to_be_visible()
    await expect(page.get_by_text("heard hello")).to_be_visible()
    await page.get_by_label("Du är").select_option("Kim")
    await expect(page.get_by_text("heard hello")).to_have_count(0)
    await page.reload()
    await expect(page.get_by_role("heading", name="Säg hej till Hei")).to_be_visible()
    assert tryout.known(1002).user.language_code == "sv"


async def test_everything_works_with_the_keyboard(visit: Visitor, tryout: Tryout) -> None:
    """Skip link, Enter, Shift+Enter, Tab to every button, and focus that is seen and not lost."""
    page = await visit()
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the message field")).to_be_focused()
    await page.keyboard.press("Enter")
    await page.keyboard.type("one")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("two")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("heard one two")).to_be_visible()
    assert tryout.known(1001).messages[0].text == "one\ntwo"
    await page.keyboard.type("/start")
    await page.keyboard.press("Enter")
    done = page.get_by_role("button", name="Done")
    await expect(done).to_be_visible()
    for _ in range(20):
        await page.keyboard.press("Shift+Tab")
        if await done.evaluate("(one) => one === document.activeElement"):
            break
    await expect(done).to_be_focused()
    assert await done.evaluate("(one) => getComputedStyle(one).outlineStyle") == "solid"
    await page.keyboard.press("Enter")
    await expect(page.locator(".message", has_text="Finished.")).to_be_focused()
    await page.keyboard.type("on I write")
    await expect(page.get_by_label("Message", exact=True)).to_have_value("on I write")


CONTRAST = """() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b]
    .map((one) => one / 255)
    .map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, index) => sum + one * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length < 4 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const one of document.querySelectorAll("body *")) {
    const written = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!written || !one.checkVisibility() || one.closest(".spoiler, option")) continue;
    const pair = [light(parse(getComputedStyle(one).color)), light(behind(one))];
    const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    if (ratio < 4.5) poor.push(`${one.className || one.tagName}: ${ratio.toFixed(2)}`);
  }
  return poor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_contrast_is_aa(visit: Visitor, scheme: str) -> None:
    """Every text stands out from what is behind it by at least 4.5 to 1, by day and by night."""
    page = await visit()
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await say(page, "/start")
    await say(page, "rich")
    await expect(page.locator("pre")).to_be_visible()
    await page.get_by_role("button", name="Tell").click()
    await expect(page.get_by_role("status")).to_have_text("Noted.")
    assert await page.evaluate(CONTRAST) == []
    dark = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (dark == "rgb(16, 21, 20)") is (scheme == "dark")


async def test_motion_can_be_reduced(visit: Visitor) -> None:
    """Who asks for less motion gets none."""
    page = await visit()
    await page.emulate_media(reduced_motion="reduce")
    await say(page, "hello")
    message = page.locator(".message").first
    assert await message.evaluate("(one) => getComputedStyle(one).animationName") == "none"


async def test_screen_reader_finds_its_way(visit: Visitor) -> None:
    """The conversation is a polite log of named messages, and controls have names."""
    page = await visit()
    await say(page, "hello")
    log = page.get_by_role("log", name="Conversation with Hei")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(page.get_by_role("article", name="You, 14:00")).to_be_visible()
    await expect(page.get_by_role("article", name="Hei, 14:00")).to_be_visible()
    nameless = await page.evaluate(
        "[...document.querySelectorAll('button')].filter((one) => "
        "!one.textContent.trim() && !one.getAttribute('aria-label')).length"
    )
    assert nameless == 0


async def test_deleted_messages_go(visit: Visitor) -> None:
    """What the bot takes away is no longer shown, and its typing is."""
    page = await visit()
    await say(page, "gone")
    await expect(page.get_by_role("status")).to_have_text("Hei is writing …")
    await expect(page.get_by_text("soon gone")).to_have_count(0)


async def test_what_the_page_may_not_ask(visit: Visitor) -> None:
    """Only JSON is taken, only known languages, people and messages; the rest is refused."""
    page = await visit()
    answer = """async ([path, method, type, body]) => (await fetch(path, {
        method, headers: { "Content-Type": type }, body })).status"""
    json = "application/json"
    for path, kind, body, status in (
        ("/chat/1001/type", "text/plain", "{}", 415),
        ("/chat/1001/type", json, "{", 400),
        ("/chat/1001/type", json, "{}", 400),
        ("/chat/1001/hello", json, '{"language_code": "fi"}', 400),
        ("/chat/5/type", json, '{"text": "a"}', 400),
        ("/chat/1001/press", json, '{"message_id": 9, "data": "a"}', 400),
    ):
        assert await page.evaluate(answer, [path, "POST", kind, body]) == status
    get = "async (path) => (await fetch(path)).status"
    assert await page.evaluate(get, "/chat/1001/type") == 405
    await page.evaluate("() => { fetch = () => Promise.resolve({ ok: false, status: 500 }); }")
    await say(page, "lost")
    await expect(page.get_by_role("status")).to_have_text("That did not work. Please try again.")
    await expect(page.locator("#text")).to_have_value("lost")


async def test_lost_connection_is_told(visit: Visitor, tryout: Tryout) -> None:
    """When the stand-in goes, the page says that it keeps trying."""
    page = await visit()
    await page.context.set_offline(offline=True)
    tryout.known(1001).chat.log.close()
    await expect(page.get_by_role("status")).to_have_text("The connection is gone. Trying again …")
