// What must be known before anything is seen, as the page would jump: that scripts run, the colours that the reader chose
// (colours.js) and the month on the reader's own clock.
{
  const page = document.documentElement;
  page.className = "js";
  page.dataset.month = new Date().getMonth() + 1;
  try { page.dataset.colours = localStorage.getItem("practice-standards.colours") ?? ""; } catch { /* the device's own */ }
}
