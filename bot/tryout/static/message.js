// One message as an element. Knows its parts and buttons, refuses to know the conversation.

import { element, link, marked } from "./entities.js";

const SVG = "http://www.w3.org/2000/svg";
const REPLY = "M10 7L5 12l5 5M5.5 12H14c3 0 5 2 5 5";
const COPY = "M9 9h10v10H9zM15 9V5H5v10h4";
const LEAVE = "M8 16L16 8M9 8h7v7";

/**
 * Return the element of a message.
 * `page` has `words`, `time(instant)`, `copy`, `say`, `reply(message)` and `press(message, button)`.
 */
export function messageElement(message, page) {
  const made = element("article", { className: message.mine ? "message mine" : "message" });
  const name = message.mine ? page.words.you : message.name;
  made.tabIndex = -1;
  made.dataset.id = message.id;
  made.setAttribute("aria-label", `${name}, ${page.time(message.sent_at)}`);
  const line = element("div", { className: "line" });
  line.append(bubble(message, page), replyButton(message, page));
  made.append(line);
  const rows = message.markup?.inline_keyboard;
  if (rows) made.append(buttons(message, rows, page));
  return made;
}

function bubble(message, page) {
  const made = element("div", { className: "bubble" });
  if (message.reply_to) made.append(quoted(message.reply_to));
  for (const kind of Object.keys(message.attachment)) {
    const shown = attachment(kind, message.attachment[kind], page.words);
    if (shown) made.append(shown);
  }
  const text = element("div", { className: "text", dir: "auto" });
  text.append(marked(message.text, message.entities, page));
  made.append(text, foot(message, page));
  return made;
}

function quoted(replied) {
  const made = element("blockquote", { className: "quoted" });
  made.append(element("strong", { text: replied.name }), element("span", { text: replied.text }));
  return made;
}

function attachment(kind, value, words) {
  const label = words[`kind_${kind}`];
  if (!label) return null;
  const details = {
    contact: () => `${value.first_name} ${value.phone_number}`,
    location: () => `${value.latitude}, ${value.longitude}`,
    sticker: () => value.emoji,
    document: () => value.file_name,
  };
  const made = element("p", { className: "attachment" });
  made.append(element("strong", { text: label }), element("span", { text: details[kind]?.() ?? "" }));
  return made;
}

function foot(message, page) {
  const made = element("footer");
  if (message.edited) made.append(element("span", { text: page.words.edited }));
  made.append(element("time", { text: page.time(message.sent_at), datetime: message.sent_at }));
  return made;
}

function icon(path) {
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("viewBox", "0 0 24 24");
  made.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  made.append(line);
  return made;
}

function replyButton(message, page) {
  const made = element("button", { className: "icon reply", type: "button" });
  made.setAttribute("aria-label", page.words.reply);
  made.append(icon(REPLY));
  made.addEventListener("click", () => page.reply(message));
  return made;
}

function buttons(message, rows, page) {
  const made = element("div", { className: "buttons" });
  for (const row of rows) {
    const line = element("div", { className: "row" });
    line.append(...row.map((button) => inlineButton(message, button, page)));
    made.append(line);
  }
  return made;
}

function inlineButton(message, button, page) {
  if (button.url) {
    const made = link(button.url, button.text, page.words);
    made.append(icon(LEAVE));
    return made;
  }
  const made = element("button", { text: button.text, type: "button" });
  if (button.copy_text) {
    made.append(icon(COPY));
    made.addEventListener("click", () => page.copy(button.copy_text.text));
  } else {
    made.addEventListener("click", () => page.press(message, button, made));
  }
  return made;
}
