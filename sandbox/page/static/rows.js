// A row of the site changed by hand, as one of the people would in the browser.

import { find, make } from "./dom.js";
import { spoken, t, worded } from "./texts.js";
import { deed } from "./wire.js";

export function editRow(state, table, row) {
  const dialog = find("#row");
  const who = make("select", { name: "actor" }, ...state.actors.map((each) => make("option", { value: each.key, selected: each.body !== "" && each.body === row.cells.Lead }, each.title[spoken()])));
  const columns = state.tables[table].columns.filter((each) => each.editable);
  const fields = columns.map((each) => [each.name, field(each, row.cells[each.name] ?? "")]);
  const remove = make("button", { type: "button", class: "quiet remove" }, t("row.delete"));
  remove.addEventListener("click", () => {
    if (remove.dataset.sure) {
      deed("delete", { table, row: row.id });
      dialog.close();
    }
    remove.dataset.sure = "yes";
    remove.textContent = t("row.sure");
  });
  const save = make("button", { class: "main" }, t("row.save"));
  const cancel = make("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, t("row.cancel"));
  const form = make(
    "form",
    { method: "dialog" },
    make("h2", {}, t("row.change")),
    make("label", {}, t("row.who"), who),
    ...fields.map(([name, control]) => make("label", {}, t(`column.${name}`), control)),
    make("div", { class: "acts" }, remove, cancel, save),
  );
  form.addEventListener("submit", () => {
    const changed = fields.filter(([name, control]) => control.value !== (row.cells[name] ?? ""));
    const cells = Object.fromEntries(changed.map(([name, control]) => [name, control.value]));
    if (changed.length) deed("row", { actor: who.value, table, row: row.id, cells });
  });
  dialog.replaceChildren(form);
  dialog.showModal();
}

function field(column, value) {
  if (column.kind !== "Choice") {
    const area = make("textarea", { rows: "2" });
    area.value = value;
    return area;
  }
  const options = column.choices.map((each) => make("option", { value: each, selected: each === value }, worded(each)));
  return make("select", {}, ...options);
}
