// What the theme leaves to pointers and to eyes, for keyboards and for screen readers.
"use strict"; // keeps the functions of a block inside it
{
  const drawer = document.querySelector("#__drawer");
  const search = document.querySelector("#__search");

  let opener; // what gets the focus back from the search: the button that opened it

  // Buttons that click what the theme shows nobody: the boxes behind the menu and the search.
  for (const button of document.querySelectorAll("[data-clicks]")) {
    const box = document.getElementById(button.dataset.clicks);
    button.addEventListener("click", () => {
      if (box === search && !box.checked) opener = button;
      box.click();
    });
    if (button.hasAttribute("aria-expanded")) box.addEventListener("change", () => button.setAttribute("aria-expanded", box.checked));
  }

  // The open menu is all there is, until it is closed.
  drawer.addEventListener("change", () => {
    for (const rest of document.querySelectorAll(".md-skip, .md-header, .md-content, .md-sidebar--secondary, .md-footer")) {
      rest.inert = drawer.checked;
    }
    const next = document.querySelector(drawer.checked ? ".closes-menu" : ".opens-menu");
    (next.getClientRects().length ? next : document.querySelector("#__content")).focus(); // a wide screen has no such buttons
  });
  // A heading of this page, chosen in the menu, is where reading goes on.
  for (const link of document.querySelectorAll(".menu__headings a")) {
    link.addEventListener("click", () => {
      if (drawer.checked) drawer.click();
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      heading.tabIndex = -1;
      heading.focus();
    });
  }
  // The entry of this page is in sight, however long the menu is.
  const entry = document.querySelector(".menu [aria-current]");
  const frame = entry?.closest(".md-sidebar__scrollwrap");
  if (frame) frame.scrollTop = entry.offsetTop - frame.clientHeight / 2;
  matchMedia("(min-width: 76.25em)").addEventListener("change", () => { if (drawer.checked) drawer.click(); });

  // The theme opens the search when its field gets the focus, and leaves the focus nowhere when it closes.
  search.addEventListener("change", () => {
    if (search.checked) return document.forms.search.query.focus();
    opener?.focus();
    opener = undefined;
  });

  // The theme closes the search at Tab, takes results out of its way, and answers most keys by going back to the field.
  // Here Tab leads to the buttons and the results, and closes the search where it leaves it.
  const find = document.querySelector("#__find");
  find.addEventListener("keydown", (event) => {
    const typed = event.key === " " && event.target.matches("input");
    if (["Tab", "Shift", " "].includes(event.key) && !typed) event.stopPropagation();
  });
  find.addEventListener("focusout", ({ relatedTarget }) => {
    if (!search.checked || !relatedTarget || find.contains(relatedTarget)) return;
    opener = undefined;
    search.click();
  });
  new MutationObserver(() => {
    for (const result of find.querySelectorAll(".md-search-result [tabindex]")) result.tabIndex = 0;
  }).observe(find.querySelector(".md-search-result__list"), { childList: true });

  // A checkbox may be as the last visit left it.
  for (const box of [drawer, search]) box.checked = false;

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) drawer.click();
    if (event.key === "Escape" && search.checked) opener ??= document.querySelector("#__find");
    // The theme's shortcuts of a single key catch what people say to their computer or touch by accident.
    if (["f", "s", "/"].includes(event.key) && !event.target.closest("input, textarea, select, .md-search")) event.stopImmediatePropagation();
  }, true);

  // A table that is wider than the page can be scrolled with the arrow keys, whatever made it so: a narrower window, larger letters,
  // the part of the page in which it was folded. The theme has framed it when the page is loaded.
  const fits = new ResizeObserver((frames) => {
    for (const { target } of frames) target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
  });
  addEventListener("load", () => {
    for (const frame of document.querySelectorAll(".md-typeset__scrollwrap")) {
      frame.setAttribute("role", "group");
      frame.setAttribute("aria-label", "Table");
      fits.observe(frame);
    }
  });
}
