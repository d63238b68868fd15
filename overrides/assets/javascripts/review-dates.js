// Dates are judged on the reader's own day, so that a page built in February is still right in September.
{
  const DAY = 24 * 60 * 60 * 1000;
  const today = new Date(`${document.documentElement.dataset.today}T00:00`);

  // What to say of a date that is some days away; `near` is the number of days that the page gives as near.
  const says = {
    due: (days, near) => (days < 0 ? "overdue" : days <= near ? "due soon" : ""),
    starts: days => (days > 0 ? "not yet in force" : ""),
    ends: (days, near) => (days < near ? "less than nine months" : ""),
  };

  for (const [mark, say] of Object.entries(says)) {
    for (const time of document.querySelectorAll(`time[data-${mark}]`)) {
      const days = Math.round((new Date(`${time.dateTime}T00:00`) - today) / DAY);
      const words = say(days, Number(time.dataset[mark]));
      if (words) {
        const note = document.createElement("strong");
        note.className = "date-note";
        note.textContent = ` (${words})`;
        time.after(note);
      }
    }
  }
}
