// The page: puts its parts together, and shows each new state as it comes.

import { showCalendar } from "./calendar.js";
import { setUpClock, showClock } from "./clock.js";
import { all } from "./dom.js";
import { setUpHints, showHints } from "./hints.js";
import { setUpLedger, showLedger } from "./ledger.js";
import { sayAnew, showChats } from "./panes.js";
import { sayTablesAnew, showTables } from "./tables.js";
import { setUpTroubles, showTroubles } from "./troubles.js";
import { load, speak, spoken } from "./texts.js";
import { follow } from "./wire.js";

let latest = null;

function show(state) {
  latest = state;
  showChats(state);
  showTables(state);
  showHints(state);
  showLedger(state);
  showClock(state);
  showCalendar(state);
  showTroubles(state);
  document.body.classList.add("ready");
}

function markLanguage() {
  for (const button of all("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === spoken()));
}

function change(language) {
  speak(language);
  const address = new URL(location.href);
  address.searchParams.set("lang", language);
  history.replaceState(null, "", address);
  markLanguage();
  sayAnew();
  sayTablesAnew();
  if (latest) show(latest);
}

await load();
markLanguage();
for (const button of all("[data-language]")) button.addEventListener("click", () => change(button.dataset.language));
setUpClock();
setUpTroubles();
setUpHints();
setUpLedger();
follow(show);
