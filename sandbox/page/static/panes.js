// The panes: the last actor's chat stands alone, those before share one; on a telephone one pane shows at a time.

import { Chat } from "./chat.js";
import { choices, find, make } from "./dom.js";
import { spoken, t } from "./texts.js";

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

export const member = () => chats.get(latest.actors[0].key);

export function openMember() {
  open(panes[0].id, latest.actors[0].key);
  member().focus();
}

export function sayAnew() {
  if (!latest) return;
  chats.forEach((chat) => chat.forget());
  for (const actor of latest.actors) chats.get(actor.key).update(actor, false);
  label();
}

function build(actors) {
  const shared = actors.slice(0, Math.max(1, actors.length - 1));
  for (const group of [shared, actors.slice(shared.length)]) if (group.length) panes.push(pane(group));
  find("#stage").prepend(...panes.map((each) => each.element));
  front = panes[0].id;
}

function pane(group) {
  for (const actor of group) chats.set(actor.key, new Chat(actor.key));
  const id = `chat-${group[0].key}`;
  const heading = make("h2");
  const about = make("p");
  const face = make("div", { class: "face", "aria-hidden": "true" });
  const tabs = make("div", { class: "lists", role: "group", hidden: group.length === 1 });
  const header = make("header", {}, face, make("div", {}, heading, about));
  const element = make("section", { class: "chat-pane pane", id }, header, tabs, ...group.map((each) => chats.get(each.key).root));
  return { id, keys: group.map((each) => each.key), chosen: group[0].key, element, heading, about, face, tabs };
}

function open(id, key) {
  front = id;
  const chosen = panes.find((each) => each.id === id);
  if (chosen) {
    chosen.chosen = key ?? chosen.chosen;
    unread.set(chosen.chosen, 0);
  }
  label();
  if (chosen) chats.get(chosen.chosen).toEnd();
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
const unseen = (keys) => keys.reduce((sum, key) => sum + (unread.get(key) ?? 0), 0);

function label() {
  for (const each of panes) {
    const title = titled(each.chosen);
    each.heading.textContent = title;
    each.about.textContent = t("chat.with");
    each.face.textContent = initials(each.chosen);
    each.element.setAttribute("aria-label", t("chat.log", { name: title }));
    each.tabs.setAttribute("aria-label", t("panes"));
    for (const key of each.keys) chats.get(key).root.hidden = key !== each.chosen;
    choices(each.tabs, each.keys.map((key) => ({ key, label: titled(key), count: unread.get(key) })), {
      chosen: each.chosen,
      choose: (key) => open(each.id, key),
    });
    each.element.classList.toggle("front", each.id === front);
  }
  find("#site").classList.toggle("front", front === "site");
  const tabs = panes.map((each) => ({ key: each.id, label: titled(each.chosen), count: unseen(each.keys) }));
  choices(find("#panes"), [...tabs, { key: "site", label: t("site") }], { chosen: front, choose: (id) => open(id) });
}
