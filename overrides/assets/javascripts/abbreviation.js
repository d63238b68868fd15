// Tap an abbreviation to read what it means. A pointer that rests on it is shown its title; a finger cannot rest.
addEventListener("click", ({ target }) => {
  const tapped = target.closest("abbr[title]:not(a *, [data-meaning])");
  for (const open of document.querySelectorAll("[data-meaning]")) delete open.dataset.meaning;
  if (tapped) tapped.dataset.meaning = tapped.title;
});
