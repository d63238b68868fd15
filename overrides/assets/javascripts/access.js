// What the theme leaves to pointers and to eyes, for keyboards and for screen readers.
"use strict"; // keeps the functions of a block inside it
{
  const drawer = document.querySelector("#__drawer");

  // Buttons that click what the theme shows nobody: the boxes behind the menu and the search.
  for (const button of document.querySelectorAll("[data-clicks]")) {
    const box = document.getElementById(button.dataset.clicks);
    button.addEventListener("click", () => box.click());
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

  // A checkbox may be as the last visit left it.
  for (const box of document.querySelectorAll("[data-md-toggle]")) box.checked = false;

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) drawer.click();
  });

  // A part that is folded opens for whoever is led into it, and for paper.
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let part = target?.closest("details:not([open])"); part; part = part.parentElement.closest("details:not([open])")) part.open = true;
    target?.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  if (location.hash) unfold();
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details:not([open])")) part.open = part.dataset.folded = true;
  });
  addEventListener("afterprint", () => {
    for (const part of document.querySelectorAll("[data-folded]")) part.open = false;
  });

  // A table that is wider than the page can be scrolled with the arrow keys, whatever made it so: a narrower window, larger letters,
  // the part of the page in which it was folded.
  const fits = new ResizeObserver((frames) => {
    for (const { target } of frames) target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
  });
  for (const frame of document.querySelectorAll(".md-typeset__scrollwrap, .year")) fits.observe(frame);
}
