// The site's lists: one at a time, rows that changed light up, how far a measure is as a coloured word.

import { choices, find, make } from "./dom.js";
import { editRow } from "./rows.js";
import { hour, numericDay, shortDay, spoken, t, worded } from "./texts.js";

const CHIPS = {
  "Nav informācijas": "unknown",
  "Nav sākts": "not-started",
  "Izpildīts ierobežotā apjomā": "limited",
  "Izpildīts būtiskā apjomā": "substantial",
  "Izpildīts": "complete",
  "Svītrots no plāna": "withdrawn",
};
const WORDED = new Set(["Choice", "MultiChoice"]);
let chosen = "measures";
let latest = null;
let seen = null; // every row as it was shown last
const fresh = new Map(); // table → row → names of the cells changed since that table was last looked at

export function showTables(state) {
  latest = state;
  const down = state.switches.site_down;
  find("#site").classList.toggle("is-down", down);
  find("#site .note").hidden = !down;
  mark(state.tables);
  render();
}

export function sayTablesAnew() {
  find("#sheet").replaceChildren();
  if (latest) render();
}

function mark(tables) {
  const now = new Map();
  for (const [name, { rows }] of Object.entries(tables)) {
    for (const row of rows) {
      now.set(`${name} ${row.id}`, row);
      const before = seen?.get(`${name} ${row.id}`);
      if (!seen || before?.version === row.version) continue;
      const changed = Object.keys(row.cells).filter((cell) => before && before.cells[cell] !== row.cells[cell]);
      if (before && !changed.length) continue; // what changed is not shown here
      if (!fresh.has(name)) fresh.set(name, new Map());
      fresh.get(name).set(row.id, changed);
    }
  }
  seen = now;
}

function render() {
  const tabs = Object.keys(latest.tables).map((key) => ({
    key,
    label: t(`table.${key}`),
    count: key === chosen ? 0 : fresh.get(key)?.size,
  }));
  choices(find("#lists"), tabs, { chosen, choose: (key) => openTable(key) });
  const table = latest.tables[chosen];
  const sheet = find("#sheet");
  const now = JSON.stringify([chosen, spoken(), table]);
  sheet.setAttribute("aria-label", t(`table.${chosen}`));
  if (sheet.dataset.seen === now && sheet.childElementCount) return;
  sheet.dataset.seen = now;
  sheet.replaceChildren(table.rows.length ? grid(table) : make("p", { class: "nothing" }, t("site.empty")));
  fresh.delete(chosen);
  find("tr.fresh", sheet)?.scrollIntoView({ block: "nearest" });
}

// Shows a list; with a row's id, that row.
export function openTable(key, row) {
  chosen = key;
  find("#sheet").scrollTop = 0;
  render();
  const line = row && find(`tr[data-row="${row}"]`);
  if (!line) return;
  line.classList.add("shown");
  line.scrollIntoView({ block: "center" });
}

function grid(table) {
  const heads = table.columns.map((each) => make("th", { scope: "col", class: `c-${each.name}` }, t(`column.${each.name}`)));
  const rows = table.rows.map((row) => line(table, row));
  const caption = make("caption", {}, t("site.rows", { n: table.rows.length }));
  return make("table", { class: `t-${chosen}` }, caption, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows));
}

function line(table, row) {
  const changed = fresh.get(chosen)?.get(row.id);
  const lit = (each) => (changed?.includes(each.name) ? " fresh" : "");
  const cells = table.columns.map((each) => make("td", { class: `c-${each.name}${lit(each)}` }, cell(each, row.cells[each.name])));
  if (table.columns.some((each) => each.editable)) cells.at(-1).append(pencil(row));
  return make("tr", { "data-row": row.id, class: changed ? "fresh" : undefined }, ...cells);
}

function pencil(row) {
  const label = `${t("row.change")}: ${row.cells.Number ?? row.cells.Title}`;
  return make("button", { type: "button", class: "plain pencil", "aria-label": label, title: t("row.change"), onclick: () => editRow(latest, chosen, row) });
}

function cell(column, value) {
  if (value === null) return make("span", { class: "none" }, "–");
  if (column.name === "Completion") return make("span", { class: `chip ${CHIPS[value] ?? "unknown"}` }, worded(value));
  if (WORDED.has(column.kind)) return worded(value);
  const isDay = /^\d{4}-\d\d-\d\d/.test(value);
  if (column.kind === "Date" && isDay) return numericDay(value);
  if (column.kind === "DateTime" && isDay) return `${shortDay(value)}, ${hour(value)}`;
  return make("span", { lang: "lv" }, value);
}
