// Lead with what the reader's own role leads, takes part in or receives. The choice stays in this browser, and the page
// itself holds everything that can be shown: data-roles names the roles that a piece is for.
"use strict"; // keeps the functions of a block inside it
{
  const KEY = "practice-standards.my-role";
  const chooser = document.querySelector("select[data-my-role]");
  const forget = document.querySelector("[data-forget-role]");
  const button = document.querySelector("[data-choose-role]");

  // A browser may keep nothing: the choice then holds for this page.
  function remembered() {
    try { return localStorage.getItem(KEY) ?? ""; } catch { return ""; }
  }

  function remember(role) {
    try { role ? localStorage.setItem(KEY, role) : localStorage.removeItem(KEY); } catch { /* it holds for this page */ }
  }

  function show(role) {
    for (const piece of document.querySelectorAll("[data-roles]")) piece.hidden = !piece.dataset.roles.split(" ").includes(role);
    for (const piece of document.querySelectorAll("[data-no-role]")) piece.hidden = role !== "";
    for (const list of document.querySelectorAll("[data-mine]")) {
      list.hidden = role === "";
      list.querySelector("[data-nothing]").hidden = list.querySelector("[data-roles]:not([hidden])") !== null;
    }
    if (chooser) chooser.value = role;
    if (forget) forget.hidden = role === "";
    button?.setAttribute("aria-pressed", role === button.dataset.chooseRole);
    document.dispatchEvent(new CustomEvent("my-roles", { detail: role ? [role] : [] }));
  }

  function choose(role) {
    remember(role);
    show(role);
  }

  // A role that is no longer there counts as none chosen.
  function known(role) {
    return !chooser || [...chooser.options].some((option) => option.value === role) ? role : "";
  }

  chooser?.addEventListener("change", () => choose(chooser.value));
  forget?.addEventListener("click", () => { choose(""); chooser.focus(); });
  button?.addEventListener("click", () => choose(button.getAttribute("aria-pressed") === "true" ? "" : button.dataset.chooseRole));
  show(known(remembered()));
}
