// Troubles to try: switches, each with a sentence on what to watch for, and two weeks without the service.

import { all, find } from "./dom.js";
import { spoken, t } from "./texts.js";
import { deed } from "./wire.js";

let latest = null;
// The second person is the one who may block the bot: the first is in the middle of the guide.
const blocker = () => latest.actors[1];

export function setUpTroubles() {
  for (const button of all("[data-trouble]")) {
    const name = button.dataset.trouble;
    button.addEventListener("click", () => deed("switch", { name, on: !latest.switches[name] }));
  }
  find("#blocking").addEventListener("click", () => deed(blocker().blocked ? "start" : "block", { actor: blocker().key }));
  find("#outage").addEventListener("click", () => deed("outage", {}));
}

export function showTroubles(state) {
  latest = state;
  for (const button of all("[data-trouble]")) button.setAttribute("aria-checked", String(state.switches[button.dataset.trouble]));
  find("#outage").disabled = state.busy;
  const { blocked, started, title } = blocker();
  find("#blocking span").textContent = t("block.member", { name: title[spoken()] });
  find("#blocking").setAttribute("aria-checked", String(blocked));
  find("#blocking").disabled = !blocked && !started;
  const watch = state.running ? Object.keys(state.switches).find((name) => state.switches[name]) : "outage";
  const words = watch ? t(`watch.${watch}`) : blocked ? t("watch.blocked", { name: title[spoken()] }) : "";
  find("#watch").textContent = words;
  find("#watch").hidden = !words;
}
