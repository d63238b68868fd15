// Which open questions a role can settle: chosen here, or asked for in the address (?by=line-manager), so that the list can be
// sent to whoever holds the role.
"use strict"; // keeps the functions of a block inside it
{
  const chooser = document.querySelector("[data-asks-whom]");
  const questions = [...document.querySelectorAll(".asked[data-settled-by]")];

  const show = role => {
    for (const question of questions) question.hidden = role !== "" && !question.dataset.settledBy.split(" ").includes(role);
    document.querySelector("[data-counts]").hidden = role !== ""; // it counts them all
    const shown = questions.filter(question => !question.hidden).length;
    chooser.closest("p").querySelector("[role=status]").textContent = role ? `${shown} of ${questions.length} questions` : "";
    for (const heading of document.querySelectorAll(".md-content h2")) {
      const below = [];
      for (let next = heading.nextElementSibling; next?.matches(".asked"); next = next.nextElementSibling) below.push(next);
      heading.hidden = below.length > 0 && below.every(question => question.hidden);
    }
  };

  const choose = role => {
    const address = new URL(location);
    address.searchParams[role ? "set" : "delete"]("by", role);
    history.replaceState(null, "", address);
    show(role);
  };

  if (chooser) {
    chooser.value = new URLSearchParams(location.search).get("by") ?? "";
    if (chooser.selectedIndex < 0) chooser.value = ""; // nobody of this name
    show(chooser.value);
    // Not before a button is pressed: whoever goes through the list with the arrow keys has chosen nobody yet.
    chooser.closest("p").querySelector("button").addEventListener("click", () => choose(chooser.value));
    // Whoever is led to what the choice hides sees it.
    addEventListener("hashchange", () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target?.closest("[hidden]")) return;
      chooser.value = "";
      choose("");
      target.scrollIntoView();
    });
  }
}
