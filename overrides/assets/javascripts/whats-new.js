// What is new for this reader: marked since the last visit, fresh urgent changes first, and from a chosen day on the
// briefing sheet. A change that was announced is new again on the day on which it starts, by the reader's own clock.
// The day of the last visit stays in this browser.
"use strict"; // keeps the functions of a block inside it
{
  const changes = [...document.querySelectorAll(".amendment")];
  const FRESH = 30 * 24 * 60 * 60 * 1000;
  const { today } = document.documentElement.dataset;

  // The day on which a change is news for the last time.
  function toldOn(change) {
    const [first, ...starts] = change.dataset.days.split(" ");
    return starts.filter(day => day <= today).pop() ?? first;
  }

  // A browser may keep nothing: no visit is the last one then.
  function lastVisit() {
    const KEY = "practice-standards.whats-new-visited";
    try {
      const last = localStorage.getItem(KEY);
      localStorage.setItem(KEY, today);
      return last;
    } catch {
      return null;
    }
  }

  function markSinceLastVisit() {
    const last = lastVisit();
    for (const change of changes) {
      if (last && toldOn(change) >= last) {
        const mark = document.createElement("strong");
        mark.className = "since-visit";
        mark.textContent = " New since your last visit";
        change.querySelector(".when").append(mark);
      }
    }
  }

  function putUrgentFirst() {
    const isFresh = change => change.dataset.kind === "urgent" && new Date(today) - new Date(toldOn(change)) < FRESH;
    for (const change of changes.filter(isFresh).reverse()) {
      change.parentNode.insertBefore(change, change.parentNode.querySelector(".amendment"));
    }
  }

  function chooseDay(input) {
    input.closest(".since").hidden = false;
    input.addEventListener("input", () => {
      for (const change of changes) {
        change.hidden = toldOn(change) < input.value;
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
