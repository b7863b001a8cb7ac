// Reads an .ics from standard input and tells what it says, every moment as an instant in UTC.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent"));
const value = (name) => event.component.getFirstPropertyValue(name);

console.log(
  JSON.stringify({
    method: calendar.getFirstPropertyValue("method"),
    uid: event.uid,
    sequence: event.sequence,
    status: value("status"),
    starts: event.startDate.toJSDate().toISOString(),
    ends: event.endDate.toJSDate().toISOString(),
    summary: event.summary,
    location: event.location,
    description: event.description,
    url: value("url"),
    organizer: value("organizer"),
    attendees: event.attendees.map((one) => [
      one.getFirstValue(),
      one.getParameter("partstat"),
      one.getParameter("rsvp"),
    ]),
  }),
);
