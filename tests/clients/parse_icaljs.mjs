// ical.js, on which Thunderbird and Nextcloud are built, in its strict mode: see parser.py for what this prints.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

ICAL.design.strict = true;

for (const file of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const { uid, startDate, endDate, summary } = new ICAL.Event(component);
    const status = component.getFirstPropertyValue("status") ?? "";
    console.log(JSON.stringify([file, uid, startDate.toString(), endDate.toString(), summary, status]));
  }
}
