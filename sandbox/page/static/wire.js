// The page's line to the stage: deeds go out, the state comes in whenever it changed.

import { find } from "./dom.js";
import { t } from "./texts.js";

export async function deed(name, body) {
  let answer;
  try {
    answer = await fetch(name, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    return null; // the line is down: the state's loop says so
  }
  const told = answer.headers.get("content-type")?.startsWith("application/json") ? await answer.json() : {};
  alarm(answer.ok ? "" : t("failed", { reason: told.error ?? answer.status }));
  return answer.ok ? told : null;
}

export function alarm(words) {
  const place = find("#alarm");
  place.textContent = words;
  place.hidden = !words;
}

// Calls `show` with every new state, and says so while nobody answers.
export async function follow(show) {
  let version = -1;
  let lost = false;
  for (;;) {
    const state = await news(version);
    if (state === LOST) {
      alarm(t("lost"));
      lost = true;
      version = -1; // whoever answers next may count anew
      await new Promise((wake) => setTimeout(wake, 1500));
      continue;
    }
    if (lost) alarm("");
    lost = false;
    if (state === null) continue;
    version = state.version;
    show(state);
  }
}

const LOST = Symbol("nobody answers");

async function news(version) {
  try {
    const answer = await fetch(`state.json?after=${version}`);
    if (answer.status === 204) return null;
    return answer.ok ? await answer.json() : LOST;
  } catch {
    return LOST;
  }
}
