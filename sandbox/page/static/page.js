// The page: puts its parts together, and shows each new state as it comes.

import { showCalendar } from "./calendar.js";
import { setUpClock, showClock } from "./clock.js";
import { all } from "./dom.js";
import { setUpGuide, showGuide } from "./guide.js";
import { setUpLedger, showLedger } from "./ledger.js";
import { openPane, sayAnew, showChats } from "./panes.js";
import { openTable, sayTablesAnew, showTables } from "./tables.js";
import { setUpTroubles, showTroubles } from "./troubles.js";
import { load, speak, spoken } from "./texts.js";
import { deed, follow } from "./wire.js";

let latest = null;

function show(state) {
  latest = state;
  showChats(state);
  showTables(state);
  showLedger(state);
  showClock(state);
  showCalendar(state);
  showTroubles(state);
  showGuide(state);
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
  deed("language", { language }); // the people on the page speak it, too
}

// A link to a row of the site leads to that row on this page.
document.addEventListener("click", (event) => {
  const address = event.target.closest('a[href*="listform.aspx"]')?.href;
  if (!address) return;
  const asked = new URL(address).searchParams;
  const table = latest.lists[asked.get("ListId").replace(/[{}]/g, "").toLowerCase()];
  if (!table) return;
  event.preventDefault();
  openPane("site");
  openTable(table, asked.get("ID"));
});

await load();
markLanguage();
for (const button of all("[data-language]")) button.addEventListener("click", () => change(button.dataset.language));
setUpClock();
setUpTroubles();
setUpGuide();
setUpLedger();
follow(show);
deed("language", { language: spoken() });
