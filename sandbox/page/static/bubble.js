// One message in a chat: its words, what it answers, its file, its time, and the buttons under it.

import { make } from "./dom.js";
import { hour, shortDay, t } from "./texts.js";
import { link, plain, words } from "./words.js";

const SHORT = 90;

export function bubble(message, { actor, answered, press, answer, change, shown }) {
  const side = message.side === "bot" ? "bot" : "person";
  const article = make(
    "article",
    { class: `bubble ${side}${message.sticker ? " sticker" : ""}`, "data-message": message.id, tabindex: "-1" },
    message.reply_to ? quote(answered) : null,
    message.document && !message.sticker ? file(message, actor, shown) : null,
    said(message),
    foot(message),
    make("button", { type: "button", class: "answer", "aria-label": t("chat.answer"), title: t("chat.answer"), onclick: answer }, "↩"),
    change ? make("button", { type: "button", class: "answer change", "aria-label": t("chat.change"), title: t("chat.change"), onclick: change }, "✎") : null,
  );
  article.addEventListener("click", (event) => {
    if (event.target.closest("a, button, .spoiler") || String(getSelection())) return;
    answer();
  });
  return make("div", { class: `turn ${side}` }, article, keyboard(message, press));
}

function said(message) {
  if (message.sticker) return make("p", { class: "emoji", "aria-label": t("chat.sticker-sent") }, message.sticker);
  return make("div", { class: "words" }, words(message.html));
}

export function brief(message) {
  if (!message) return t("chat.gone");
  const text = message.sticker ?? (plain(message.html) || message.document?.name || "");
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
}

const quote = (message) => make("p", { class: "quote" }, brief(message));

function file(message, actor, shown) {
  const address = `file/${encodeURIComponent(actor)}/${message.id}`;
  const { name, size } = message.document;
  if (message.kind === "photo") return make("img", { src: address, alt: name, onload: shown });
  const label = `${name} · ${Math.max(1, Math.round(size / 1024))} KB`;
  return make("a", { class: "file", href: address, download: name }, label);
}

function foot(message) {
  const moment = `${shortDay(message.at)}, ${hour(message.at)}`;
  const edited = message.edited ? make("span", {}, t("chat.edited")) : null;
  return make("footer", {}, edited, make("time", { datetime: message.at, title: moment }, hour(message.at)));
}

function keyboard(message, press) {
  if (!message.keyboard.length) return null;
  const rows = message.keyboard.map((row) => make("div", { class: "row" }, ...row.map((key) => button(key, press))));
  return make("div", { class: "keys" }, ...rows);
}

function button(key, press) {
  if (key.url) {
    const to = link(key.url, [key.text]);
    to.classList.add("key", "away");
    return to;
  }
  return make("button", { type: "button", class: "key", onclick: (event) => press(key, event.currentTarget) }, key.text);
}
