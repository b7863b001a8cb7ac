// The guide: the first minute's steps, what to press and what to watch, ticked off as it happens.

import { all, find, make } from "./dom.js";
import { lure } from "./lures.js";
import { byDay, t } from "./texts.js";

const PUT_AWAY = "forumbot.guide";
let latest = null;
let chosen = null; // the step that the visitor asked to see; null: the first that is not done

export function setUpGuide() {
  find("#enough").addEventListener("click", () => {
    sessionStorage.setItem(PUT_AWAY, "yes");
    showGuide(latest);
  });
  find("#lead").addEventListener("click", () => {
    lure(current(), latest)?.act();
    point();
  });
  document.addEventListener("input", point);
}

export function showGuide(state) {
  const before = latest;
  latest = state;
  const away = sessionStorage.getItem(PUT_AWAY) === "yes";
  find("#guide").hidden = away;
  if (chosen && state.guide[chosen] && !before?.guide[chosen]) chosen = null;
  Object.entries(state.guide).forEach(([name, done], number) => dot(name, done, number));
  say();
  point();
}

const current = () => chosen ?? Object.keys(latest.guide).find((name) => !latest.guide[name]);

function say() {
  const name = current();
  const values = { day: byDay(latest.first_day) };
  write(find("#guide .press"), t(name ? `guide.${name}.press` : "guide.finished"));
  write(find("#guide .see"), t(name ? `guide.${name}.see` : "guide.further", values));
  find("#lead").hidden = !name;
  find("#guide").classList.toggle("finished", !name);
}

// Only what is new is written, so that it is read out once.
function write(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

function dot(name, done, number) {
  const place = find("#steps");
  const known = find(`[data-step-name="${name}"]`, place);
  const button = known ?? make("button", { type: "button", "data-step-name": name, onclick: () => choose(name) });
  if (!known) place.append(make("li", {}, button));
  const words = `${number + 1}. ${t(`guide.${name}.press`)}${done ? ` – ${t("guide.done")}` : ""}`;
  button.textContent = done ? "✓" : String(number + 1);
  button.className = [done && "done", name === current() && "next"].filter(Boolean).join(" ");
  button.title = words;
  button.setAttribute("aria-label", words);
  if (name === current()) button.setAttribute("aria-current", "step");
  else button.removeAttribute("aria-current");
}

function choose(name) {
  chosen = name;
  showGuide(latest);
}

// The next thing to press glows.
function point() {
  if (!latest) return;
  const found = find("#guide").hidden || !current() ? null : lure(current(), latest);
  for (const each of all(".lure")) if (each !== found?.glow) each.classList.remove("lure");
  found?.glow.classList.add("lure");
  find("#lead").textContent = t(found?.sample ? "guide.sample" : "guide.show");
  find("#lead").disabled = !found;
}
