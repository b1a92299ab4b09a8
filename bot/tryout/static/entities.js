// Telegram's entities as elements. Knows what a mark looks like, never reads text as HTML.

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

/** Make an element with a class and text. */
export function element(tag, { className = "", text = "", ...attributes } = {}) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** Make a link that leaves the page alone; plain text when the address is not one to open. */
export function link(address, label, words) {
  let target;
  try {
    target = new URL(address);
  } catch {
    return element("span", { text: label });
  }
  if (!["http:", "https:", "tg:"].includes(target.protocol)) return element("span", { text: label });
  const anchor = element("a", { text: label, href: target.href, target: "_blank" });
  anchor.rel = "noopener noreferrer";
  if (words) anchor.append(element("span", { className: "unseen", text: ` (${words.opens})` }));
  return anchor;
}

/** Return a text with its marks. `page` has `words`, `copy(text)` and `say(text)`. */
export function marked(text, entities, page) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, sorted, page);
}

function build(text, from, to, entities, page) {
  const parts = document.createDocumentFragment();
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const end = Math.min(first.offset + first.length, to);
    const inside = others.filter((one) => one.offset < end);
    rest = others.filter((one) => one.offset >= end);
    parts.append(text.slice(at, first.offset));
    const inner = build(text, first.offset, end, inside, page);
    parts.append(wrap(first, text.slice(first.offset, end), inner, page));
    at = end;
  }
  parts.append(text.slice(at, to));
  return parts;
}

function wrap(entity, plain, inner, page) {
  switch (entity.type) {
    case "pre":
      return block(plain, inner, page);
    case "code":
      return tapped(element("code"), inner, page.words.copy_this, () => page.copy(plain));
    case "spoiler":
      return spoiler(inner);
    case "bot_command":
      return command(plain, page);
    case "url":
      return link(plain, plain);
    case "text_link":
      return link(entity.url, plain);
    case "mention":
      return link(`https://t.me/${plain.slice(1)}`, plain);
    default: {
      const made = element(TAGS[entity.type] ?? "span");
      made.append(inner);
      return made;
    }
  }
}

function block(plain, inner, page) {
  const made = element("div", { className: "block" });
  const pre = element("pre");
  pre.append(inner);
  const button = element("button", { text: page.words.copy, type: "button" });
  button.setAttribute("aria-label", page.words.copy_this);
  made.append(button, pre);
  made.addEventListener("click", () => {
    if (document.getSelection().isCollapsed) page.copy(plain);
  });
  return made;
}

function tapped(made, inner, title, action) {
  made.append(inner);
  made.title = title;
  made.tabIndex = 0;
  made.setAttribute("role", "button");
  made.addEventListener("click", action);
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    action();
  });
  return made;
}

function spoiler(inner) {
  const made = element("span", { className: "spoiler" });
  return tapped(made, inner, "", () => made.classList.add("shown"));
}

function command(plain, page) {
  const made = element("button", { className: "command", text: plain, type: "button" });
  made.addEventListener("click", () => page.say(plain));
  return made;
}
