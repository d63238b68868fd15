// What is new for this reader: marked since the last visit, fresh urgent changes first, and from a chosen day on the
// briefing sheet. The day of the last visit stays in this browser.
"use strict"; // keeps the functions of a block inside it
{
  const changes = [...document.querySelectorAll(".amendment")];
  const FRESH = 30 * 24 * 60 * 60 * 1000;

  // A browser may keep nothing: no visit is the last one then.
  function lastVisit() {
    const KEY = "practice-standards.whats-new-visited";
    try {
      const last = localStorage.getItem(KEY);
      localStorage.setItem(KEY, new Date().toISOString().slice(0, 10));
      return last;
    } catch {
      return null;
    }
  }

  function markSinceLastVisit() {
    const last = lastVisit();
    for (const change of changes) {
      if (last && change.dataset.date >= last) {
        const mark = document.createElement("strong");
        mark.className = "since-visit";
        mark.textContent = " New since your last visit";
        change.querySelector(".when").append(mark);
      }
    }
  }

  function putUrgentFirst() {
    const isFresh = change => change.dataset.kind === "urgent" && Date.now() - new Date(change.dataset.date) < FRESH;
    for (const change of changes.filter(isFresh).reverse()) {
      change.parentNode.insertBefore(change, change.parentNode.querySelector(".amendment"));
    }
  }

  function chooseDay(input) {
    input.closest(".since").hidden = false;
    input.addEventListener("input", () => {
      for (const change of changes) {
        change.hidden = change.dataset.date < input.value;
      }
    });
    document.querySelector("#print").addEventListener("click", () => print());
  }

  putUrgentFirst();
  const since = document.querySelector("#since");
  if (since) {
    chooseDay(since);
  } else if (changes.length) {
    markSinceLastVisit();
  }
}
