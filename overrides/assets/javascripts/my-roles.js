// Lead with what names the reader's own roles; then, apart, what names nobody and so may be for her; then the rest. The choice
// stays in this browser. Where a page is data-sorted, each piece says with data-names which roles it names; elsewhere data-roles
// tells whom a piece is for.
"use strict"; // keeps the functions of a block inside it
{
  const KEY = "practice-standards.my-role";
  const boxes = [...document.querySelectorAll("[data-my-roles] input")];
  const button = document.querySelector("[data-choose-role]");
  const filter = document.querySelector("[data-filter]");
  let isMine = false; // the role whose page this is
  const pieces = [...document.querySelectorAll("[data-sorted] [data-names]")].map((piece) => ({ piece, from: piece.parentNode }));

  // A browser may keep nothing: the choice then holds for this page. A role that is no longer there counts as none.
  function remembered() {
    try { return localStorage.getItem(KEY)?.split(" ").filter(known) ?? []; } catch { return []; }
  }

  function remember(roles) {
    try { roles.length ? localStorage.setItem(KEY, roles.join(" ")) : localStorage.removeItem(KEY); } catch { /* it holds for this page */ }
  }

  function known(role) {
    return !boxes.length || boxes.some((box) => box.value === role);
  }

  const isFor = (names, roles) => names.split(" ").some((role) => roles.includes(role));

  const titles = new Map(boxes.map((box) => [box.value, box.closest("label").textContent.trim()]));

  // From the address of all roles, as the page has it: a folder, or a file where the copy opens from a disk. A document to print has none.
  function pageOf(role) {
    const link = document.createElement("a");
    const all = document.querySelector("[data-all-roles]").getAttribute("href")?.match(/^([^#]+\/)(index\.html)?$/);
    if (all) link.href = `${all[1]}${role}${all[2] ? ".html" : "/"}`;
    link.textContent = titles.get(role);
    return link;
  }

  // Everything goes back to where the page has it, and from there to where it belongs for these roles.
  function sort(roles) {
    for (const { piece, from } of pieces) {
      const whose = isFor(piece.dataset.names, roles) ? "me" : "anybody" in piece.dataset ? "anybody" : "";
      const part = roles.length && piece.closest("[data-sorted]").querySelector(`[data-for="${whose}"]`);
      (part ? part.querySelector("[data-into]") ?? part : from).append(piece);
    }
  }

  function showParts(sorted, roles) {
    const holds = (part) => part.querySelector("[data-names]") !== null;
    for (const part of sorted.querySelectorAll("[data-for]")) {
      const nothing = part.querySelector("[data-nothing]");
      if (nothing) nothing.hidden = holds(part);
      part.hidden = !roles.length || !(nothing || holds(part));
    }
    for (const group of sorted.querySelectorAll("[data-group]")) group.hidden = !holds(group);
    for (const rest of sorted.querySelectorAll("[data-rest]")) rest.hidden = !roles.length;
  }

  // What has moved, or has nothing left below it, is not in the lists of contents.
  function showContents() {
    const moved = pieces.map(({ piece, from }) => [piece.querySelector("[id]"), piece.parentNode === from]);
    const groups = [...document.querySelectorAll("[data-group]")].map((group) => [group.querySelector("h2"), !group.hidden]);
    for (const [place, stays] of [...moved, ...groups]) {
      if (!place) continue;
      for (const link of document.querySelectorAll(`:is(.jump, .menu__headings, .md-nav--secondary) a[href$="#${place.id}"]`)) {
        (link.closest("li") ?? link).hidden = !stays;
      }
    }
  }

  // The year without the rest, and how much of it that is.
  function filterYear(isOn) {
    filter.setAttribute("aria-pressed", isOn);
    document.querySelector(".year-grid").toggleAttribute("data-only-mine", isOn);
    const shown = pieces.filter(({ piece, from }) => piece.parentNode !== from).length;
    filter.nextElementSibling.textContent = isOn ? `${shown} of ${pieces.length} activities` : "";
  }

  function show(roles) {
    sort(roles);
    if (filter) filterYear(roles.length > 0 && filter.getAttribute("aria-pressed") === "true");
    for (const sorted of document.querySelectorAll("[data-sorted]")) showParts(sorted, roles);
    showContents();
    for (const piece of document.querySelectorAll("[data-roles]")) piece.hidden = !isFor(piece.dataset.roles, roles);
    for (const words of document.querySelectorAll("[data-chosen]")) words.textContent = roles.length ? `${roles.length} chosen` : "none chosen";
    for (const part of document.querySelectorAll("[data-any-role]")) part.hidden = !roles.length;
    for (const links of document.querySelectorAll("[data-my-pages]")) links.replaceChildren(...roles.map(pageOf));
    for (const box of boxes) box.checked = roles.includes(box.value);
    isMine = roles.includes(button?.dataset.chooseRole);
    if (button) button.textContent = isMine ? "Remove from my roles" : "Add to my roles";
    document.dispatchEvent(new CustomEvent("my-roles", { detail: roles }));
  }

  function choose(roles) {
    remember(roles);
    show(roles);
    for (const status of document.querySelectorAll("[data-says-roles]")) {
      status.textContent = roles.length ? `Your roles: ${roles.map((role) => titles.get(role)).join(", ")}.` : "No role is chosen.";
    }
  }

  // From the end of the list to what leads now: of the months of the home page, the one that is shown.
  function leave(list) {
    const sorted = [...document.querySelectorAll("[data-sorted]")].find((one) => one.checkVisibility());
    list.open = false;
    if (!sorted) return list.querySelector("summary").focus();
    sorted.tabIndex = -1;
    sorted.focus();
    sorted.scrollIntoView();
  }

  for (const box of boxes) {
    box.addEventListener("change", () => choose([...new Set(boxes.filter((one) => one.checked).map((one) => one.value))]));
  }
  for (const forget of document.querySelectorAll("[data-forget-roles]")) {
    forget.addEventListener("click", () => { choose([]); forget.closest("details").querySelector("summary").focus(); });
  }
  for (const done of document.querySelectorAll("[data-done-roles]")) done.addEventListener("click", () => leave(done.closest("details")));
  button?.addEventListener("click", () => {
    const role = button.dataset.chooseRole;
    const others = remembered().filter((one) => one !== role);
    choose(isMine ? others : [...others, role]);
    button.nextElementSibling.textContent = isMine ? "It is one of your roles now. Home, the months and the year lead with it." : "It is no longer one of your roles.";
  });
  filter?.addEventListener("click", () => filterYear(filter.getAttribute("aria-pressed") !== "true"));
  show(remembered());
}
