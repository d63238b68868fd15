// Marks the present month, by the reader's own clock, where months are chosen from and in the table of a year.
{
  const { month } = document.documentElement.dataset;

  for (const link of document.querySelectorAll(`.months a[data-month="${month}"]:not([aria-current])`)) link.ariaCurrent = "date";
  for (const head of document.querySelectorAll(`.year-grid th[data-month="${month}"]`)) {
    head.querySelector("a").ariaCurrent = "date";
    for (const row of head.closest("table").rows) row.cells[month]?.classList.add("now");
  }
}
