// Tap an abbreviation, or press Enter on it, to read what it means. A pointer that rests on it is shown its title; a finger cannot rest.
"use strict"; // keeps the functions of a block inside it
{
  const MEANT = "abbr[title]:not(a *, summary *, .terms dt *)"; // in the glossary what a term means stands beside it
  const told = new Map(); // by the part of the page that is folded or shown as one: one stop of the Tab key for each is enough

  for (const abbreviation of document.querySelectorAll(`.md-content :is(${MEANT})`)) {
    const part = abbreviation.closest("details, section, article");
    const names = told.get(part) ?? new Set();
    told.set(part, names);
    if (names.has(abbreviation.textContent)) continue;
    names.add(abbreviation.textContent);
    abbreviation.tabIndex = 0;
    abbreviation.setAttribute("role", "button");
    abbreviation.ariaExpanded = "false";
  }

  // The meaning, as words after it: whoever listens, searches the page or copies from it has them too.
  function open(abbreviation) {
    const meaning = Object.assign(document.createElement("span"), { className: "meaning", textContent: ` (${abbreviation.title})` });
    abbreviation.after(meaning);
    if (abbreviation.role) abbreviation.ariaExpanded = "true";
  }

  // Close the one that is open, if one is, and return it.
  function close() {
    const meaning = document.querySelector("abbr + .meaning");
    const abbreviation = meaning?.previousElementSibling;
    meaning?.remove();
    if (abbreviation?.role) abbreviation.ariaExpanded = "false";
    return abbreviation;
  }

  addEventListener("click", ({ target }) => {
    const tapped = target.closest(MEANT);
    if (close() !== tapped && tapped) open(tapped);
  });
  addEventListener("keydown", event => {
    if (!["Enter", " "].includes(event.key) || !event.target.matches(MEANT)) return;
    event.preventDefault();
    event.target.click();
  });
}
