// The panes: a chat each, side by side with the site; on a telephone one pane shows at a time.

import { Chat } from "./chat.js";
import { choices, find, make } from "./dom.js";
import { spoken, t } from "./texts.js";
import { deed } from "./wire.js";

const chats = new Map();
const panes = [];
const unread = new Map();
let front = "";
let latest = null;

export function showChats(state) {
  const settled = latest !== null;
  if (!settled) build(state.actors);
  count(state.actors);
  latest = state;
  for (const actor of state.actors) chats.get(actor.key).update(actor, settled);
  label();
}

export const chatOf = (key) => chats.get(key);

export function sayAnew() {
  if (!latest) return;
  chats.forEach((chat) => chat.forget());
  for (const actor of latest.actors) chats.get(actor.key).update(actor, false);
  label();
}

function build(actors) {
  panes.push(...actors.map((actor) => pane(actor.key)));
  find("#stage").prepend(...panes.map((each) => each.element));
  front = panes[0].id;
}

function pane(key) {
  const chat = new Chat(key);
  chats.set(key, chat);
  const [heading, about] = [make("h2"), make("span")];
  const face = make("div", { class: "face", "aria-hidden": "true" });
  const block = make("button", { type: "button", class: "plain block", onclick: () => deed("block", { actor: key }) }, "⊘");
  const sheet = make("a", { class: "own-page", target: "_blank", rel: "noopener" });
  const header = make("header", {}, face, make("div", {}, heading, make("p", {}, about, sheet)), block);
  const element = make("section", { class: "chat-pane pane", id: `chat-${key}` }, header, chat.root);
  return { id: element.id, key, element, heading, about, face, sheet, block };
}

// On a telephone a pane has to be brought to the front; side by side all of them are.
export function openPane(id) {
  front = id;
  const chosen = panes.find((each) => each.id === id);
  if (chosen) unread.set(chosen.key, 0);
  label();
  if (chosen) chats.get(chosen.key).toEnd();
}

// What came into a chat that is not before one's eyes.
function count(actors) {
  if (!latest) return;
  for (const actor of actors) {
    const before = latest.actors.find((each) => each.key === actor.key);
    const fresh = actor.messages.filter((each) => each.side === "bot" && each.id > (before.messages.at(-1)?.id ?? 0));
    const root = chats.get(actor.key).root;
    unread.set(actor.key, root.offsetParent ? 0 : (unread.get(actor.key) ?? 0) + fresh.length);
  }
}

const titled = (key) => latest.actors.find((each) => each.key === key).title[spoken()];
// The same in every language: a face does not change with the words beside it.
const initials = (key) => latest.actors.find((each) => each.key === key).title.lv.slice(0, 2).toUpperCase();

function label() {
  for (const each of panes) {
    const title = titled(each.key);
    const actor = latest.actors.find((one) => one.key === each.key);
    each.heading.textContent = title;
    each.about.textContent = t(actor.blocked ? "chat.blocked" : "chat.with");
    each.face.textContent = initials(each.key);
    each.element.setAttribute("aria-label", t("chat.log", { name: title }));
    each.sheet.hidden = !actor.worksheet;
    each.sheet.href = `worksheet/${each.key}?lang=${spoken()}`;
    each.sheet.textContent = t("chat.worksheet");
    each.sheet.title = t("chat.worksheet.title");
    each.block.hidden = !actor.started;
    each.block.title = t("chat.block");
    each.block.setAttribute("aria-label", `${t("chat.block")}: ${title}`);
    each.element.classList.toggle("front", each.id === front);
  }
  find("#site").classList.toggle("front", front === "site");
  const short = (key) => titled(key).split(" ")[0];
  const tabs = panes.map((each) => ({ key: each.id, label: short(each.key), count: unread.get(each.key) }));
  choices(find("#panes"), [...tabs, { key: "site", label: t("site") }], { chosen: front, choose: openPane });
}
