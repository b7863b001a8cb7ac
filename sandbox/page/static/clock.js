// The clock: the forum's day and hour, what is left to the deadline, and the buttons that turn it.

import { all, find } from "./dom.js";
import { byDay, daysBetween, fullDay, hour, left, shortDay, spoken, t } from "./texts.js";
import { deed } from "./wire.js";

const DAY_SECONDS = 0.7;
let state = null;
let turning = false;
let playing = false;

export function setUpClock() {
  for (const button of all("[data-step]")) button.addEventListener("click", () => turn({ step: button.dataset.step }));
  find("#play").addEventListener("click", () => (playing ? stop() : play()));
}

export function showClock(latest) {
  state = latest;
  find("#hour").textContent = hour(state.now);
  find("#day").textContent = fullDay(state.now);
  find("#due").replaceChildren(...dueWords());
  const busy = turning || state.busy;
  find("#remark").textContent = busy && !playing ? t("clock.busy") : dayOff();
  find("#clock").classList.toggle("busy", busy);
  find("#clock").setAttribute("aria-busy", String(busy));
  for (const button of all("[data-step]")) button.disabled = busy || playing;
  find("#play").textContent = playing ? t("clock.stop") : t("clock.play");
  find("#play").classList.toggle("stop", playing);
  find("#play").disabled = !playing && (busy || !goal());
}

// Why nobody is written to today: a holiday by its name, or a weekend.
function dayOff() {
  const today = state.calendar.find((each) => each.day === state.now.slice(0, 10));
  if (!today?.off) return "";
  return today.name ? t("clock.holiday", { name: today.name[spoken()] }) : t("clock.weekend");
}

export async function turn(how) {
  if (turning) return null;
  turning = true;
  showClock(state);
  const told = await deed("clock", how);
  turning = false;
  showClock({ ...state, now: told?.now ?? state.now, busy: false });
  return told;
}

function dueWords() {
  const { due, now } = state;
  if (!due) return [t("clock.none")];
  const days = daysBetween(now, due.on);
  if (days < 0) return [t("clock.past", { day: shortDay(due.on), until: byDay(due.until) })];
  const count = document.createElement("b");
  count.textContent = left(days);
  return [`${t("clock.due", { day: shortDay(due.on) })} · `, count];
}

// Where playing ends: at the deadline, or once that has passed, where late answers are no more taken.
function goal() {
  const days = [state.due?.on, state.due?.until].filter(Boolean);
  return days.find((day) => day > state.now.slice(0, 10));
}

async function play() {
  const end = goal();
  playing = true;
  while (playing && state.now.slice(0, 10) < end) {
    const next = new Promise((wake) => setTimeout(wake, DAY_SECONDS * 1000));
    if (!(await turn({ step: "morning" }))) break;
    await next;
  }
  stop();
}

function stop() {
  playing = false;
  showClock(state);
}
