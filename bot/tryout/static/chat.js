// The page as a whole. Knows who is chatting and what was said, refuses to know the bot.

import { element } from "./entities.js";
import { messageElement } from "./message.js";
import * as wire from "./wire.js";

const OSLO = { latitude: 59.9139, longitude: 10.7522 };
const at = (id) => document.getElementById(id);
const log = at("log");
const field = at("text");

const { words: all, people } = await wire.known();
const me = {
  person: remembered("person", people, Object.keys(people)[0]),
  language: remembered("language", all, guess()),
};
let words = all[me.language];
let messages = new Map();
let replyTo = null;
let lastDay = "";
let stop = () => {};
let clock = { at: Date.now(), since: performance.now() };

function remembered(name, known, otherwise) {
  const kept = localStorage.getItem(`hei-${name}`);
  return kept in known ? kept : otherwise;
}

function guess() {
  const code = navigator.language.slice(0, 2).toLowerCase();
  return { nb: "nb", no: "nb", nn: "nb", sv: "sv" }[code] ?? "en";
}

// --- words and time -------------------------------------------------------------------------

const time = (instant) => format(instant, { hour: "2-digit", minute: "2-digit" });
const day = (instant) => format(instant, { weekday: "long", day: "numeric", month: "long" });

function format(instant, options) {
  return new Intl.DateTimeFormat(words.locale, options).format(new Date(instant));
}

function translate() {
  document.documentElement.lang = me.language;
  document.title = words.title;
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = words[one.dataset.word];
  for (const one of document.querySelectorAll("[data-label]")) {
    one.setAttribute("aria-label", words[one.dataset.label]);
    one.title = one.matches("button") ? words[one.dataset.label] : "";
  }
  field.placeholder = words[field.dataset.placeholder];
}

function setClock(now) {
  clock = { at: Date.parse(now), since: performance.now() };
  showClock();
}

function showClock() {
  const now = clock.at + performance.now() - clock.since;
  at("now").dateTime = new Date(now).toISOString();
  at("now-time").textContent = time(now);
  at("now-day").textContent = format(now, { weekday: "short", day: "numeric", month: "short" });
}

// --- what is shown --------------------------------------------------------------------------

const page = {
  get words() {
    return words;
  },
  time,
  reply,
  say: (text) => perform("type", { text }),
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      tell(words.copied);
    } catch {
      tell(words.not_copied);
    }
  },
  async press(message, button, pressed) {
    pressed.setAttribute("aria-busy", "true");
    await perform("press", { message_id: message.id, data: button.callback_data });
  },
};

let quiet;
function tell(text, stays = false) {
  clearTimeout(quiet);
  const status = at("status");
  status.textContent = text;
  status.classList.toggle("shown", Boolean(text));
  if (text && !stays) quiet = setTimeout(() => tell(""), 5000);
}

function showState(state) {
  setClock(state.now);
  messages = new Map();
  lastDay = "";
  log.replaceChildren();
  showKeyboard(null);
  tell("");
  for (const message of state.messages) showMessage(message);
  showEmpty();
  log.scrollTop = log.scrollHeight;
}

function showEmpty() {
  at("empty").hidden = messages.size > 0;
}

function showMessage(message) {
  const known = messages.has(message.id);
  messages.set(message.id, message);
  const made = messageElement(message, page);
  if (known) {
    replace(log.querySelector(`[data-id="${message.id}"]`), made);
    return;
  }
  if (day(message.sent_at) !== lastDay) {
    lastDay = day(message.sent_at);
    log.append(element("h3", { className: "day", text: lastDay }));
  }
  const stays = log.scrollHeight - log.scrollTop - log.clientHeight > 200 && !message.mine;
  log.append(made);
  if (!stays) made.scrollIntoView({ block: "end" });
  if (!message.mine) heed(message.markup ?? {}, message);
}

/** Put the edited message in place; whoever stood on one of its buttons stays there. */
function replace(before, after) {
  const index = [...before.querySelectorAll("button, a")].indexOf(document.activeElement);
  const near = log.scrollHeight - log.scrollTop - log.clientHeight < 200;
  before.replaceWith(after);
  if (index >= 0) (after.querySelectorAll(".buttons button, .buttons a")[0] ?? after).focus();
  if (near) log.scrollTop = log.scrollHeight;
}

/** Follow what a bot's message says about the keyboard or the reply. */
function heed(markup, message) {
  if (markup.keyboard) showKeyboard(markup);
  if (markup.remove_keyboard) showKeyboard(null);
  if (markup.force_reply) reply(message);
}

function showKeyboard(markup) {
  const keyboard = at("keyboard");
  keyboard.hidden = !markup;
  keyboard.replaceChildren();
  for (const row of markup?.keyboard ?? []) {
    const line = element("div", { className: "row" });
    for (const one of row) line.append(key(typeof one === "string" ? { text: one } : one, markup));
    keyboard.append(line);
  }
}

function key(button, markup) {
  const made = element("button", { text: button.text, type: "button" });
  made.addEventListener("click", async () => {
    if (markup.one_time_keyboard) showKeyboard(null);
    if (button.request_contact) await perform("contact");
    else if (button.request_location) await perform("location", OSLO);
    else await perform("type", { text: button.text });
    field.focus();
  });
  return made;
}

function reply(message) {
  replyTo = message;
  at("quote").hidden = !message;
  if (!message) return;
  const name = message.mine ? words.you : message.name;
  at("quote-name").textContent = words.reply_to.replace("{name}", name);
  at("quote-text").textContent = message.text;
  field.focus();
}

const shows = {
  message: ({ message }) => {
    if (!message.mine && at("status").textContent === words.typing) tell("");
    showMessage(message);
  },
  edit: ({ message }) => showMessage(message),
  delete: ({ message }) => {
    messages.delete(message.id);
    log.querySelector(`[data-id="${message.id}"]`)?.remove();
  },
  toast: ({ text, alert }) => {
    for (const one of log.querySelectorAll("[aria-busy]")) one.removeAttribute("aria-busy");
    if (!text) return;
    if (!alert) tell(text);
    else {
      at("alert-text").textContent = text;
      at("alert").showModal();
    }
  },
  typing: () => tell(words.typing),
};

function showHappening(happening) {
  setClock(happening.now);
  shows[happening.kind](happening);
  showEmpty();
}

// --- what a person does ---------------------------------------------------------------------

async function perform(what, body) {
  try {
    return await wire.act(me.person, what, body);
  } catch {
    tell(words.failed);
    return null;
  }
}

async function send() {
  const text = field.value.trim();
  if (!text) return;
  const body = { text, reply_to: replyTo?.id };
  field.value = "";
  grow();
  reply(null);
  if (!(await perform("type", body))) field.value = text;
}

async function addSamples() {
  toggleMenu(false);
  for (const text of words.sample_commands) await perform("type", { text });
}

async function moveClock(body) {
  const moved = await perform("clock", body);
  if (!moved) return;
  setClock(moved.now);
  tell(moved.moved ? words.arrived.replace("{time}", `${day(moved.now)} ${time(moved.now)}`) : words.nobody);
}

async function toggleMenu(open = at("menu").hidden) {
  at("menu").hidden = !open;
  at("menu-button").setAttribute("aria-expanded", String(open));
  if (!open) return;
  const list = at("commands");
  const known = await wire.commands(me.person);
  list.replaceChildren(...known.map(commandItem));
  if (!known.length) list.append(element("li", { className: "hint", text: words.no_commands }));
}

function commandItem({ command, description }) {
  const item = element("li");
  const button = element("button", { type: "button" });
  button.append(element("strong", { text: `/${command}` }), element("span", { text: description }));
  button.addEventListener("click", () => {
    toggleMenu(false);
    page.say(`/${command}`);
    field.focus();
  });
  item.append(button);
  return item;
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
}

/** Take up the chat of whoever is chosen, in the language that is chosen. */
async function enter() {
  stop();
  words = all[me.language];
  localStorage.setItem("hei-person", me.person);
  localStorage.setItem("hei-language", me.language);
  translate();
  showClock();
  reply(null);
  toggleMenu(false);
  await perform("hello", { language_code: me.language });
  stop = wire.follow(me.person, {
    onState: showState,
    onHappening: showHappening,
    onLost: () => tell(words.lost, true),
  });
}

function offer(select, options, chosen, choose) {
  for (const [value, text] of options) select.append(element("option", { text, value }));
  select.value = chosen;
  select.addEventListener("change", () => {
    choose(select.value);
    enter();
  });
}

offer(at("who"), Object.entries(people), me.person, (value) => (me.person = value));
const languages = Object.entries(all).map(([code, one]) => [code, one.language]);
offer(at("tongue"), languages, me.language, (value) => (me.language = value));

at("compose").addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
field.addEventListener("input", grow);
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  }
});
document.addEventListener("keydown", (event) => {
  const nowhere = [document.body, log].includes(event.target) || event.target.matches(".message");
  const writes = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (nowhere && writes) field.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || at("alert").open) return;
  if (at("menu").hidden) reply(null);
  toggleMenu(false);
  field.focus();
});
at("menu-button").addEventListener("click", () => toggleMenu());
at("quote-cancel").addEventListener("click", () => {
  reply(null);
  field.focus();
});
at("start").addEventListener("click", () => {
  page.say("/start");
  field.focus();
});
at("share-contact").addEventListener("click", () => {
  toggleMenu(false);
  perform("contact");
});
at("share-place").addEventListener("click", () => {
  toggleMenu(false);
  perform("location", OSLO);
});
at("next-nudge").addEventListener("click", () => moveClock({}));
for (const one of document.querySelectorAll("[data-hours]")) {
  one.addEventListener("click", () => moveClock({ hours: Number(one.dataset.hours) }));
}
for (const one of document.querySelectorAll(".samples-button")) one.addEventListener("click", addSamples);
setInterval(showClock, 1000);
await enter();
