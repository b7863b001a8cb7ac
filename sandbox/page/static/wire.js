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

export async function follow(show) {
  let version = -1;
  let lost = false;
  for (;;) {
    try {
      const answer = await fetch(`state.json?after=${version}`);
      if (!answer.ok) throw new Error(answer.statusText);
      if (lost) alarm("");
      lost = false;
      if (answer.status === 204) continue;
      const state = await answer.json();
      version = state.version;
      show(state);
    } catch (error) {
      if (error instanceof TypeError || error.message) lost = true;
      alarm(t("lost"));
      await new Promise((wake) => setTimeout(wake, 1500));
    }
  }
}
