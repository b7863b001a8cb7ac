// Troubles to try: switches, each with a sentence on what to watch for, and two weeks without the service.

import { all, find } from "./dom.js";
import { spoken, t } from "./texts.js";
import { deed } from "./wire.js";

let latest = null;
// The second person is the one who may block the bot: the first is in the middle of the guide.
const blocker = () => latest.actors[1];

export function setUpTroubles() {
  for (const button of all("[data-trouble]")) button.addEventListener("click", () => away(() => turn(button.dataset.trouble)));
  find("#blocking").addEventListener("click", () => away(block));
  find("#outage").addEventListener("click", () => away(() => deed("outage", {})));
  find("#watch button").addEventListener("click", () => (on() ? turn(on()) : block()));
  document.addEventListener("click", (event) => event.target.closest("#troubles") || (find("#troubles").open = false));
  find("#troubles").addEventListener("keydown", (event) => event.key === "Escape" && away(() => {}));
}

// The tray goes, so that one sees what comes of it; the keyboard stays where it was opened.
function away(then) {
  find("#troubles").open = false;
  find("#troubles summary").focus();
  then();
}

const on = () => Object.keys(latest.switches).find((name) => latest.switches[name]);
const turn = (name) => deed("switch", { name, on: !latest.switches[name] });
const block = () => deed(blocker().blocked ? "start" : "block", { actor: blocker().key });

export function showTroubles(state) {
  latest = state;
  const { blocked, started, title } = blocker();
  const name = title[spoken()];
  for (const button of all("[data-trouble]")) button.setAttribute("aria-checked", String(state.switches[button.dataset.trouble]));
  find("#outage").disabled = state.busy;
  find("#blocking span").textContent = t("block.member", { name });
  find("#blocking").setAttribute("aria-checked", String(blocked));
  find("#blocking").disabled = !blocked && !started;
  const watch = !state.running ? "outage" : on() ?? (blocked ? "blocked" : null);
  find("#watch span").textContent = watch ? t(`watch.${watch}`, { name }) : "";
  find("#watch button").hidden = watch === "outage";
  find("#watch").hidden = !watch;
}
