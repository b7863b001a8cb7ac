// Troubles to try: switches, each with a sentence on what to watch for, and two weeks without the service.

import { all, find } from "./dom.js";
import { t } from "./texts.js";
import { deed } from "./wire.js";

let latest = null;

export function setUpTroubles() {
  for (const button of all("[data-trouble]")) {
    const name = button.dataset.trouble;
    button.addEventListener("click", () => deed("switch", { name, on: !latest.switches[name] }));
  }
  find("#outage").addEventListener("click", () => deed("outage", {}));
}

export function showTroubles(state) {
  latest = state;
  for (const button of all("[data-trouble]")) button.setAttribute("aria-checked", String(state.switches[button.dataset.trouble]));
  find("#outage").disabled = state.busy;
  const watch = state.running ? Object.keys(state.switches).find((name) => state.switches[name]) : "outage";
  find("#watch").textContent = watch ? t(`watch.${watch}`) : "";
  find("#watch").hidden = !watch;
}
