// Show the month that it is on the reader's own clock. Without script the list of all months stands.
const month = String(new Date().getMonth() + 1);
for (const section of document.querySelectorAll(".this-month")) {
  section.hidden = section.dataset.month !== month;
}
