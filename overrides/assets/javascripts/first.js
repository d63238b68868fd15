// What must be known before anything is seen, as the page would jump: that scripts run, the colours that the reader chose
// (colours.js), and the day and the month on the reader's own clock.
{
  const page = document.documentElement;
  const now = new Date();
  page.className = "js";
  page.dataset.today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, "0")).join("-");
  page.dataset.month = now.getMonth() + 1;
  try { page.dataset.colours = localStorage.getItem("practice-standards.colours") ?? ""; } catch { /* the device's own */ }
}
