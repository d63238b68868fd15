// Thunderbird runs this file at its start, all but this first line (see thunderbird.py).
// It subscribes to the feeds as the dialog "New Calendar, On the Network" does, or finds the subscriptions of an earlier
// run; Thunderbird loads both by itself. It writes down what Thunderbird then holds, and quits.

const Ci = Components.interfaces;
const { IOUtils } = Components.utils.getGlobalForObject(Services);

// This comes before any calendar has loaded, so no load is missed. It comes more than once.
const STARTED = "calendar-startup-done";
Services.obs.addObserver(function start() {
  Services.obs.removeObserver(start, STARTED);
  run();
}, STARTED);

async function run() {
  const answer = Services.env.get("FEEDS_ANSWER");
  try {
    const feeds = JSON.parse(Services.env.get("FEEDS"));
    await IOUtils.writeJSON(answer, await readAll(feeds));
  } catch (error) {
    await IOUtils.writeJSON(answer, { error: `${error}\n${error.stack}` });
  }
  Services.startup.quit(Ci.nsIAppStartup.eForceQuit);
}

// From { path: address } to { path: [[uid, start, end, summary, status], …] }.
async function readAll(feeds) {
  const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
  const reading = Object.entries(feeds).map(async ([path, address]) => [path, await read(cal, subscription(cal, address))]);
  return Object.fromEntries(await Promise.all(reading));
}

function subscription(cal, address) {
  const existing = cal.manager.getCalendars().find(calendar => calendar.uri.spec == address);
  if (existing) {
    return existing;
  }
  const calendar = cal.manager.createCalendar("ics", Services.io.newURI(address));
  calendar.name = address;
  calendar.setProperty("cache.enabled", true); // "Offline Support" is ticked in the dialog
  cal.manager.registerCalendar(calendar);
  // The manager wraps a calendar that has offline support in another one while it registers it.
  return cal.manager.getCalendarById(calendar.id);
}

async function read(cal, calendar) {
  await loaded(calendar);
  const items = await calendar.getItemsAsArray(Ci.calICalendar.ITEM_FILTER_ALL_ITEMS, 0, null, null);
  return items.map(item => [item.id, utc(cal, item.startDate), utc(cal, item.endDate), item.title, item.status ?? ""]);
}

function loaded(calendar) {
  return new Promise((resolve, reject) => {
    calendar.addObserver({
      QueryInterface: ChromeUtils.generateQI(["calIObserver"]),
      onLoad: () => resolve(),
      onError: (_, number, message) => reject(new Error(`${calendar.uri.spec}: ${number} ${message}`)),
      onStartBatch() {},
      onEndBatch() {},
      onAddItem() {},
      onModifyItem() {},
      onDeleteItem() {},
      onPropertyChanged() {},
      onPropertyDeleting() {},
    });
  });
}

function utc(cal, time) {
  return time.isDate ? time.icalString : time.getInTimezone(cal.dtz.UTC).icalString;
}
