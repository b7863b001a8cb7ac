// Lures: where the guide's next step is done, be it a button to press or a line to write in.

import { all, find } from "./dom.js";
import { chatOf, openPane } from "./panes.js";
import { openTable } from "./tables.js";
import { said, t } from "./texts.js";

const AMENDED = "correct";

// What to do next in a step: `glow` is the place, `act` leads there, `sample` is set where words are wanted.
export function lure(step, state) {
  const places = state.actors.map((each) => each.key);
  const [first, second, last] = [places[0], places[1], places.at(-1)];
  const steps = {
    start: () => begin(first) ?? key(first, "key.right"),
    turn: () => pressing(find("[data-step=message]")),
    answer: () => key(first, "key.substantial") ?? asked(first, "sample.answer") ?? key(first, "key.answer"),
    correct: () => amend(first),
    unchanged: () => key(second, "key.as-it-stands") ?? key(second, "key.unchanged") ?? key(second, "key.measure"),
    fill: () => pencil(),
    waiting: () => writing(last, t("sample.waiting")),
    plan: () => writing(last, t("sample.plan")),
    meeting: () => key(first, "key.attend") ?? newestKey(last, "key.announce") ?? newestKey(last, "key.length") ?? convene(last, state),
  };
  return steps[step]();
}

function pressing(element, open = () => {}) {
  if (!element || element.disabled) return null;
  const act = () => {
    open();
    element.scrollIntoView({ block: "nearest" });
    element.focus();
  };
  return { glow: element, act };
}

const inChat = (actor, selector) => find(selector, chatOf(actor).root);
const begin = (actor) => pressing(inChat(actor, ".begin"), () => openPane(`chat-${actor}`));

// A button of this label, in whatever language, under the newest message that has one.
function key(actor, label, among = all(".turn.bot .key", chatOf(actor).root)) {
  const wanted = said(label);
  const keys = among.filter((each) => wanted.includes(each.textContent));
  return pressing(keys.at(-1), () => openPane(`chat-${actor}`));
}

const newestKey = (actor, label) => key(actor, label, all(".turn.bot:nth-last-child(1 of .turn.bot) .key", chatOf(actor).root));

// What was just written is let be answered first: whoever presses on meanwhile would write it again.
function writing(actor, sample) {
  const [form, field] = [inChat(actor, ".foot form"), inChat(actor, "textarea")];
  if (!form || all(".turn", chatOf(actor).root).at(-1)?.classList.contains("person")) return null;
  const act = () => {
    openPane(`chat-${actor}`);
    chatOf(actor).suggest(sample);
  };
  return field.value ? pressing(inChat(actor, ".send"), () => openPane(`chat-${actor}`)) : { glow: form, act, sample };
}

// Words are wanted once the newest message has no buttons.
function asked(actor, sample) {
  const newest = all(".turn.bot", chatOf(actor).root).at(-1);
  return newest && !find(".keys", newest) && find(".key", chatOf(actor).root) ? writing(actor, t(sample)) : null;
}

function amend(actor) {
  const chat = chatOf(actor);
  if (chat.changing) return pressing(inChat(actor, ".send"), () => openPane(`chat-${actor}`));
  const pencils = all(".turn.person .change", chat.root);
  if (!pencils.length) return null;
  const act = () => {
    openPane(`chat-${actor}`);
    chat.amend(t(`sample.${AMENDED}`));
  };
  return { glow: pencils.at(-1), act, sample: true };
}

function pencil() {
  const row = all(".t-measures tr").find((each) => find(".c-Number", each)?.textContent === t("sample.row"));
  const found = row && pressing(find(".pencil", row), () => openPane("site"));
  return found || { glow: find('#lists [data-choice="measures"]'), act: () => (openPane("site"), openTable("measures")) };
}

// A meeting is asked for in several messages; each is offered in turn.
function convene(actor, state) {
  const [command, ...answers] = ["sample.meeting", "sample.subject", "sample.when", "sample.where", "sample.agenda"].map((each) => t(each));
  const own = state.actors.at(-1).messages.filter((each) => each.side === "person");
  const began = own.findLastIndex((each) => said("sample.meeting").includes(each.html));
  return writing(actor, began < 0 ? command : answers[Math.min(own.length - began - 1, answers.length - 1)]);
}
