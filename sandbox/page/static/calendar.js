// The calendar strip: the days around today; days off by name, the day an answer is due, days the service was off.

import { find, make } from "./dom.js";
import { turn } from "./clock.js";
import { fullDay, spoken, t } from "./texts.js";

let seen = "";

export function showCalendar(state) {
  const today = state.now.slice(0, 10);
  const now = JSON.stringify([spoken(), today, state.calendar, state.busy]);
  if (now === seen) return;
  seen = now;
  const place = find("#calendar");
  place.replaceChildren(...state.calendar.map((each) => make("li", {}, day(each, today, state))));
  const mark = find(".today", place).parentElement;
  place.scrollLeft = mark.offsetLeft - place.clientWidth / 3;
}

function day(each, today, state) {
  const named = each.name?.[spoken()];
  const about = [fullDay(each.day), named, each.due && t("calendar.due"), each.out && t("calendar.out")].filter(Boolean).join(" – ");
  const kinds = [each.off && "off", each.name && "holiday", each.due && "due-day", each.out && "out", each.day === today && "today"];
  const weekday = new Intl.DateTimeFormat(spoken() === "lv" ? "lv-LV" : "en-GB", { weekday: "narrow", timeZone: "UTC" });
  const go = () => turn({ to: `${each.day}T09:00:00${state.now.slice(-6)}` });
  return make(
    "button",
    {
      type: "button",
      class: ["day-cell", ...kinds].filter(Boolean).join(" "),
      title: about,
      "aria-label": about,
      "aria-current": each.day === today ? "date" : undefined,
      disabled: each.day <= today || state.busy,
      "data-day": each.day,
      onclick: go,
    },
    make("span", {}, weekday.format(new Date(`${each.day}T00:00:00Z`))),
    make("b", {}, String(Number(each.day.slice(8)))),
  );
}
