// Tap an abbreviation, or press Enter on it, to read what it means. A pointer that rests on it is shown its title; a finger cannot rest.
"use strict"; // keeps the functions of a block inside it
{
  const MEANT = "abbr[title]:not(a *, summary *)";
  const told = new Map(); // by the part of the page that is folded or shown as one: one stop of the Tab key for each is enough

  for (const abbreviation of document.querySelectorAll(`.md-content :is(${MEANT})`)) {
    const part = abbreviation.closest("details, section, article");
    const names = told.get(part) ?? new Set();
    told.set(part, names);
    if (names.has(abbreviation.textContent)) continue;
    names.add(abbreviation.textContent);
    abbreviation.tabIndex = 0;
    abbreviation.setAttribute("role", "button");
  }

  addEventListener("click", ({ target }) => {
    const tapped = target.closest(`${MEANT}:not([data-meaning])`);
    for (const open of document.querySelectorAll("[data-meaning]")) delete open.dataset.meaning;
    if (tapped) tapped.dataset.meaning = tapped.title;
  });
  addEventListener("keydown", event => {
    if (!["Enter", " "].includes(event.key) || !event.target.matches(MEANT)) return;
    event.preventDefault();
    event.target.click();
  });
}
