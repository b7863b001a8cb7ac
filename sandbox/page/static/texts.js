// What the page says, in the language chosen: texts by key, days and hours as people write them.

const REMEMBERED = "forumbot.language";
const LANGUAGES = ["lv", "en"];
let dictionary = {};
let language = "lv";

export const spoken = () => language;

export async function load() {
  dictionary = await (await fetch("texts.json")).json();
  const asked = new URLSearchParams(location.search).get("lang");
  speak([asked, localStorage.getItem(REMEMBERED)].find((each) => LANGUAGES.includes(each)) ?? "lv");
}

export function speak(chosen) {
  language = chosen;
  localStorage.setItem(REMEMBERED, chosen);
  document.documentElement.lang = chosen;
  document.title = t("title");
  document.querySelectorAll("[data-text]").forEach((each) => (each.textContent = t(each.dataset.text)));
  document.querySelectorAll("[data-label]").forEach((each) => each.setAttribute("aria-label", t(each.dataset.label)));
}

// A text with its {names} filled in; one with several forms is chosen by the number n.
export function t(key, values = {}) {
  let text = dictionary[language][key];
  if (text === undefined) throw new Error(`no text ${key} in ${language}`);
  if (typeof text === "object") text = text[new Intl.PluralRules(language).select(values.n)];
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// A value that stands on the site: as it is, or translated where this language has a word for it.
export const worded = (value) => dictionary[language][`value.${value}`] ?? value;

// Every language's word for a key: a chat may speak another one than the page.
export const said = (key) => LANGUAGES.map((each) => dictionary[each][key]);

export function left(days) {
  return days === 0 ? dictionary[language]["clock.left"].today : t("clock.left", { n: days });
}

// Times come with the forum's own offset: the page reads the wall's numbers and no zone of the reader.
const utc = (iso) => new Date(`${iso.slice(0, 10)}T00:00:00Z`);
const format = (iso, how) =>
  new Intl.DateTimeFormat(language === "lv" ? "lv-LV" : "en-GB", { timeZone: "UTC", ...how }).format(utc(iso));

export const fullDay = (iso) => format(iso, { dateStyle: "full" });
export const shortDay = (iso) => format(iso, { day: "numeric", month: "long" });
export const numericDay = (iso) => format(iso, { day: "2-digit", month: language === "lv" ? "2-digit" : "short", year: "numeric" });
export const hour = (iso) => {
  const [hours, minutes] = iso.slice(11, 16).split(":");
  return language === "lv" ? `${Number(hours)}.${minutes}` : `${hours}:${minutes}`;
};
export const byDay = (iso) => {
  const [month, day] = [Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
  const name = dictionary[language]["month.by"][month - 1];
  return language === "lv" ? `${day}. ${name}` : `${day} ${name}`;
};
export const daysBetween = (from, to) => Math.round((utc(to) - utc(from)) / 86_400_000);
