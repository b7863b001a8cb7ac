// The first minute: three steps that tick themselves off, each a button that leads there.

import { all, find } from "./dom.js";
import { turn } from "./clock.js";
import { openMember } from "./panes.js";
import { byDay, t } from "./texts.js";

const PUT_AWAY = "forumbot.hints";
let latest = null;

const LEADS = {
  start: openMember,
  turn: () => turn({ to: latest.first_day }),
  answer: openMember,
};

export function setUpHints() {
  for (const item of all("[data-hint]")) find("button", item).addEventListener("click", () => LEADS[item.dataset.hint]());
  find("#enough").addEventListener("click", () => {
    sessionStorage.setItem(PUT_AWAY, "yes");
    find("#hints").hidden = true;
  });
  find("#hints").hidden = sessionStorage.getItem(PUT_AWAY) === "yes";
}

export function showHints(state) {
  latest = state;
  const names = Object.keys(state.hints);
  const next = names.find((name) => !state.hints[name]);
  for (const name of names) show(name, state.hints[name], name === next);
  find("#hints .finished").hidden = next !== undefined;
  find("#hints ol").hidden = next === undefined;
}

function show(name, done, isNext) {
  const item = find(`[data-hint="${name}"]`);
  item.classList.toggle("done", done);
  item.classList.toggle("next", isNext);
  find(".tick", item).textContent = done ? "✓" : String(Object.keys(latest.hints).indexOf(name) + 1);
  const words = t(`hint.${name}`, { day: byDay(latest.first_day) });
  find(".said", item).textContent = words;
  find("button", item).disabled = done;
  find("button", item).setAttribute("aria-label", done ? `${words} – ${t("hint.finished-one")}` : words);
}
