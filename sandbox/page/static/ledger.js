// The drawer with what went over the wire: one line a request, and any of them whole.

import { choices, find, make } from "./dom.js";
import { hour, shortDay, t } from "./texts.js";

const drawer = find("#ledger");
let latest = null;
let chosen = null;

export function setUpLedger() {
  find("#wire").addEventListener("click", () => {
    drawer.showModal();
    render();
  });
  find("header button", drawer).addEventListener("click", () => drawer.close());
  drawer.addEventListener("click", (event) => event.target === drawer && drawer.close());
}

export function showLedger(state) {
  latest = state.ledgers;
  chosen ??= Object.keys(latest)[0];
  if (drawer.open) render();
}

function render() {
  const tabs = Object.keys(latest).map((key) => ({ key, label: t(`ledger.${key}`) }));
  choices(find(".lists", drawer), tabs, { chosen, choose });
  const place = find(".requests", drawer);
  const known = new Map([...place.children].map((each) => [each.dataset.request, each]));
  const items = latest[chosen].map((each) => known.get(`${chosen} ${each.number}`) ?? item(each));
  place.replaceChildren(...(items.length ? items : [make("li", { class: "nothing" }, t("ledger.empty"))]));
}

function choose(key) {
  chosen = key;
  render();
}

function item(request) {
  const status = make("span", { class: `status ${request.status < 400 ? "good" : "bad"}` }, String(request.status));
  const when = make("time", { datetime: request.at, title: shortDay(request.at) }, hour(request.at));
  const what = make("span", { class: "what" }, make("b", {}, request.verb), ` ${request.path}`);
  const whole = make("pre", { tabindex: "0" });
  const details = make("details", {}, make("summary", {}, when, what, status), whole);
  const address = `ledger/${chosen}/${request.number}.json`;
  details.addEventListener("toggle", async () => {
    if (!details.open || whole.textContent) return;
    whole.textContent = JSON.stringify(await (await fetch(address)).json(), null, 2);
  });
  return make("li", { "data-request": `${chosen} ${request.number}` }, details);
}
