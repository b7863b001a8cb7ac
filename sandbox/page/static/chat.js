// A chat as on a telephone: what was said, buttons to press, and a line to write in.

import { bubble, brief } from "./bubble.js";
import { all, find, make } from "./dom.js";
import { shortDay, spoken, t } from "./texts.js";
import { deed } from "./wire.js";
import { plain } from "./words.js";

const TOAST_SECONDS = 4;

export class Chat {
  constructor(key) {
    this.key = key;
    this.turns = new Map(); // message id → { seen, element }
    this.toasted = null;
    this.replyTo = null;
    this.changing = null; // the own message that is being changed
    this.root = make("div", { class: "chat", "data-actor": key });
    this.log = make("div", { class: "log", role: "log", tabindex: "0" });
    this.toast = make("p", { class: "toast", role: "status", hidden: true });
    this.foot = make("div", { class: "foot" });
    this.root.append(this.log, this.toast, this.foot);
    this.#keepEnd();
  }

  update(actor, settled) {
    this.actor = actor;
    const grown = this.#messages(actor, settled);
    this.#foot(actor);
    this.#toasts(actor.toasts);
    if (grown && (this.atEnd || !settled)) this.toEnd();
  }

  // Whoever reads the latest words goes on seeing them when the line to write in grows.
  #keepEnd() {
    this.atEnd = true;
    const look = () => (this.atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80 || Math.abs(this.log.scrollTop - this.placed) < 2);
    this.log.addEventListener("scroll", look);
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.log);
  }

  // The end, or, where that would hide a picture that has just come, its top.
  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    const picture = find(".turn:last-child img", this.log);
    if (picture) this.log.scrollTop = Math.min(this.log.scrollTop, picture.closest(".turn").offsetTop - 8);
    this.placed = this.log.scrollTop;
  }

  // Words to begin with, which the visitor may change before they go.
  suggest(words) {
    const field = find("textarea", this.foot);
    field.value = words;
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // The newest own message, to be changed to these words.
  amend(words) {
    this.#change(this.#last());
    this.suggest(words);
  }

  // The language changed: everything is said anew, what is being written stays.
  forget() {
    const draft = find("textarea", this.foot)?.value ?? "";
    this.turns.clear();
    this.log.replaceChildren();
    this.foot.replaceChildren();
    this.draft = draft;
  }

  #messages(actor, settled) {
    this.log.setAttribute("aria-label", t("chat.log", { name: actor.title[spoken()] }));
    this.log.lang = actor.language;
    const standing = new Map(actor.messages.map((each) => [each.id, each]));
    this.#drop(standing);
    find(".nothing", this.log)?.remove();
    let grown = false;
    for (const message of actor.messages) grown = this.#place(message, standing, settled) || grown;
    if (!actor.messages.length) this.log.append(this.#nothing(actor));
    return grown;
  }

  #drop(standing) {
    for (const [id, { element }] of this.turns) {
      if (standing.has(id)) continue;
      element.remove();
      this.turns.delete(id);
    }
    for (const date of all(".date:not(:has(+ .turn))", this.log)) date.remove();
  }

  #place(message, standing, settled) {
    const answered = standing.get(message.reply_to);
    const seen = JSON.stringify([message, answered]);
    const known = this.turns.get(message.id);
    if (known?.seen === seen) return false;
    const element = bubble(message, {
      actor: this.key,
      answered,
      press: (key, button) => this.#press(message, key, button),
      answer: () => this.#answer(message),
      shown: () => this.atEnd && this.toEnd(),
      change: message.side === "person" && message.kind === "text" ? () => this.#change(message) : null,
    });
    if (known) {
      this.#replace(known.element, element);
      if (settled && message.edited) element.classList.add("changed");
    }
    else this.#append(message, element, settled);
    this.turns.set(message.id, { seen, element });
    return true;
  }

  #replace(old, element) {
    const focused = old.contains(document.activeElement);
    element.dataset.day = old.dataset.day;
    old.replaceWith(element);
    if (focused) element.firstChild.focus(); // the button is gone: the keyboard stays with its message
  }

  #append(message, element, settled) {
    const day = message.at.slice(0, 10);
    if (this.log.lastElementChild?.dataset.day !== day) {
      this.log.append(make("p", { class: "date", lang: spoken(), "data-day": day }, shortDay(message.at)));
    }
    element.dataset.day = day;
    if (settled) element.classList.add("new");
    this.log.append(element);
    if (settled && message.asks_reply && !find("textarea", this.foot)?.value) this.#answer(message);
  }

  #nothing(actor) {
    const line = actor.started ? t("chat.ready") : t("chat.empty");
    return make("p", { class: "nothing", lang: spoken() }, line);
  }

  #foot(actor) {
    const kind = actor.started ? "write" : actor.blocked ? "blocked" : "begin";
    if (this.foot.dataset.kind === kind && this.foot.childElementCount) return;
    const held = this.foot.contains(document.activeElement);
    this.foot.dataset.kind = kind;
    this.foot.replaceChildren(...(actor.started ? this.#writing() : this.#beginning(actor)));
    this.#showReply();
    if (held) this.log.focus(); // Start is gone: the next thing to do stands among the messages
  }

  #beginning(actor) {
    const from = actor.blocked ? make("p", { class: "invitation" }, t("chat.you-blocked")) : actor.invited ? make("p", { class: "invitation" }, t("chat.invitation")) : null;
    const begin = make("button", { type: "button", class: "begin", onclick: () => deed("start", { actor: this.key }) }, t(actor.blocked ? "chat.unblock" : "chat.start"));
    return [from, begin].filter(Boolean);
  }

  #writing() {
    const text = make("textarea", { rows: "1", maxlength: "4096", placeholder: t("chat.write"), "aria-label": t("chat.write") });
    text.value = this.draft ?? "";
    this.draft = "";
    text.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#answer(null);
      if (event.key === "ArrowUp" && !text.value) this.#changeLast(event);
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#say(text);
    });
    const sticker = { type: "button", class: "plain extra", "aria-label": t("chat.sticker"), title: t("chat.sticker") };
    const chosen = make("input", { type: "file", hidden: true });
    chosen.addEventListener("change", () => this.#send(chosen));
    const clip = { type: "button", class: "plain", "aria-label": t("chat.file"), title: t("chat.file"), onclick: () => chosen.click() };
    const menu = make("details", { class: "commands" }, make("summary", { class: "plain", "aria-label": t("chat.commands"), title: t("chat.commands") }, "/"), make("div", { class: "tray" }));
    menu.addEventListener("toggle", () => menu.open && this.#commands(menu));
    menu.addEventListener("focusout", (event) => menu.contains(event.relatedTarget) || (menu.open = false));
    const send = { type: "submit", class: "send", "aria-label": t("chat.send"), title: t("chat.send") };
    const form = make(
      "form",
      {},
      menu,
      make("button", { ...sticker, onclick: () => deed("say", { actor: this.key, sticker: "👍" }) }, "☺"),
      make("button", clip, "⊕"),
      chosen,
      text,
      make("button", send, "➤"),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#say(text);
    });
    return [make("div", { class: "replying", hidden: true }), form];
  }

  // What the bot offers in this chat now, as the menu of a telephone would.
  #commands(menu) {
    const offer = ({ command, description }) =>
      make("button", { type: "button", onclick: () => this.#command(menu, command) }, make("b", {}, `/${command}`), make("span", {}, description));
    find(".tray", menu).lang = this.actor.language;
    find(".tray", menu).replaceChildren(...this.actor.commands.map(offer));
  }

  #command(menu, command) {
    menu.open = false;
    find("textarea", this.foot).focus();
    deed("say", { actor: this.key, text: `/${command}` });
    this.toEnd();
  }

  #change(message) {
    this.#answer(null);
    this.changing = message;
    find("textarea", this.foot).value = plain(message.html);
    this.#showReply();
  }

  #last() {
    return this.actor.messages.findLast((each) => each.side === "person" && each.kind === "text");
  }

  #changeLast(event) {
    const last = this.#last();
    if (!last) return;
    event.preventDefault();
    this.#change(last);
  }

  #answer(message) {
    if (this.changing) find("textarea", this.foot).value = "";
    this.changing = null;
    this.replyTo = message;
    this.#showReply();
    find("textarea", this.foot)?.focus();
  }

  #showReply() {
    const place = find(".replying", this.foot);
    if (!place) return;
    const about = this.changing ?? this.replyTo;
    place.hidden = !about;
    if (!about) return;
    const cancel = { type: "button", class: "plain", "aria-label": t("chat.cancel"), onclick: () => this.#answer(null) };
    const words = make("p", {}, make("b", {}, t(this.changing ? "chat.changing" : "chat.answering")), make("span", {}, brief(about)));
    place.replaceChildren(words, make("button", cancel, "✕"));
  }

  async #say(field) {
    const text = field.value.trim();
    if (!text) return;
    const to = this.replyTo ? { reply_to: this.replyTo.id } : {};
    const [name, body] = this.changing ? ["edit", { message: this.changing.id, text }] : ["say", { text, ...to }];
    if (!(await deed(name, { actor: this.key, ...body }))) return;
    field.value = "";
    this.#answer(null);
    this.toEnd();
  }

  #send(chosen) {
    const [given] = chosen.files;
    if (!given) return;
    const reader = new FileReader();
    reader.addEventListener("load", () => deed("file", { actor: this.key, name: given.name, content: reader.result.split(",")[1] }));
    reader.readAsDataURL(given);
    chosen.value = "";
  }

  async #press(message, key, button) {
    if (key.copies) {
      await navigator.clipboard.writeText(key.copies);
      this.#showToast({ text: t("chat.copied") });
      return;
    }
    button.classList.add("pressed");
    await deed("press", { actor: this.key, message: message.id, button: key.data });
    setTimeout(() => button.classList.remove("pressed"), 1500);
  }

  #toasts(toasts) {
    const fresh = this.toasted === null ? [] : toasts.slice(this.toasted);
    this.toasted = toasts.length;
    fresh.forEach((each) => this.#showToast(each));
  }

  #showToast({ text, alert }) {
    if (alert) {
      const notice = find("#notice");
      find("p", notice).textContent = text;
      notice.showModal();
      return;
    }
    this.toast.textContent = text;
    this.toast.hidden = false;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => (this.toast.hidden = true), TOAST_SECONDS * 1000);
  }
}
