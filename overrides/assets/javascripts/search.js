// The search box: shows what finder.js finds while somebody types. That and the index come when the search is first used.
"use strict"; // keeps the functions of a block inside it
{
  const MOST = 10; // results at first
  const WAYS_ON = ["panels", "roles", "glossary", "about/questions"];
  const ENDING = /\/$|(\/index)?\.html$/; // of an address, from a server or from a disk

  const assets = new URL("../", document.currentScript.src);
  const site = new URL("../", assets);
  const find = document.querySelector("#__find");
  const below = find?.querySelector("[role=group]"); // where the results are shown
  const state = document.querySelector("#__search"); // the box that the styles go by

  /** Return an element with attributes and with elements and texts in it: a text stays text. */
  function element(name, attributes = {}, ...inside) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  }

  let finder;
  let index;
  let learnt = () => {}; // called when there is more to find

  /** Get what is needed to find something, and the texts after it: on a slow line the first results are there long before them. */
  function load() {
    if (index !== undefined) return;
    index = null;
    below.setAttribute("aria-busy", "true"); // more may come
    globalThis.searchIndex = (given) => {
      index = given;
      learn();
      fetched("search-texts.js");
    };
    globalThis.searchTexts = learn;
    fetched("javascripts/finder.js");
    fetched("search-index.js");
  }

  function fetched(name) {
    document.head.append(Object.assign(element("script"), { async: false, src: new URL(name, assets).href }));
  }

  function learn(texts) {
    finder = new globalThis.Finder(index, texts);
    learnt();
    if (finder.isWhole) below.removeAttribute("aria-busy");
  }

  /** Let the search open and close, with keys as well, and give the focus back. */
  function openAndClose(field, list) {
    let opener; // what gets the focus back: the button that opened the search

    for (const button of document.querySelectorAll("[data-clicks=__search]")) {
      button.addEventListener("click", () => { if (!state.checked) opener = button; }, true);
    }
    state.addEventListener("change", () => {
      if (state.checked) return field.focus();
      opener?.focus();
      opener = undefined;
    });
    field.addEventListener("focus", () => {
      load();
      if (!state.checked) state.click();
    });
    find.addEventListener("focusout", ({ relatedTarget }) => {
      if (!state.checked || !relatedTarget || find.contains(relatedTarget)) return;
      opener = undefined;
      state.click();
    });
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !state.checked) return;
      opener ??= find;
      state.click();
    });
    find.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      const stops = [field, ...list.querySelectorAll("a")];
      stops[stops.indexOf(document.activeElement) + step]?.focus();
      event.preventDefault();
    });
  }

  function start() {
    const { query: field } = document.forms.search;
    const list = find.querySelector(".md-search-result__list");
    const status = find.querySelector("[role=status]");
    const notes = find.querySelector(".search-notes");
    const started = status.textContent;
    openAndClose(field, list);

    document.forms.search.addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.click();
    });
    field.addEventListener("input", () => answer(field.value));
    document.forms.search.addEventListener("reset", () => {
      answer("");
      field.focus();
    });
    const sent = new URLSearchParams(location.search).get("q"); // somebody sent it, or it is the way back
    if (sent) {
      field.value = sent;
      field.focus();
      answer(sent);
    }

    learnt = () => {
      if (field.value.trim() && !list.contains(document.activeElement)) show(field.value);
    };

    function answer(question, isMeant = false) {
      keep(question);
      if (finder) show(question, isMeant);
      else load();
    }

    function show(question, isMeant = false) {
      const said = question.trim() ? finder.ask(question, isMeant) : undefined;
      if (said && !finder.isWhole && !said.found.some(({ share }) => share > 0.99)) return; // the texts may tell
      list.replaceChildren(...(said ? results(said, MOST) : []));
      notes.replaceChildren(...(said ? notesOn(question, said) : []));
      status.textContent = said ? count(said.found.length) : started;
    }

    /** Let the address hold the question, so that it can be sent, and Back leads to it. */
    function keep(question) {
      const address = new URL(location.href);
      if (question.trim()) address.searchParams.set("q", question.trim());
      else address.searchParams.delete("q");
      if (location.protocol === "file:") return;
      try {
        history.replaceState(history.state, "", address);
      } catch {
        // Safari takes a hundred changes in half a minute and then none for a while: the next key makes up for it.
      }
    }

    function count(number) {
      return number === 0 ? "Nothing found" : number === 1 ? "1 page found" : `${number} pages found`;
    }

    function results(said, most) {
      const shown = said.found.slice(0, most).map(({ page }) => element("li", { class: "md-search-result__item" }, result(page, finder.shown({ page }, said.groups))));
      const rest = said.found.length - shown.length;
      if (!rest) return shown;
      const more = element("button", { type: "button", class: "md-button" }, `Show ${rest} more`);
      more.addEventListener("click", () => {
        list.replaceChildren(...results(said, Infinity));
        list.querySelectorAll("a")[most].focus();
      });
      return [...shown, element("li", { class: "search-more" }, more)];
    }

    /** What was not asked as it was typed, what was left out, and where to go from here. */
    function notesOn(question, { nearest, taken, holdsAll, leftOut, found }) {
      const said = [];
      if (nearest.size && found.length) {
        const asTyped = element("button", { type: "button", class: "search-as-typed" }, `Search for “${question.trim()}” instead`);
        asTyped.addEventListener("click", () => {
          field.focus();
          answer(question, true);
        });
        said.push(element("p", {}, `Showing results for “${taken.trim()}”. `, asTyped));
      }
      const without = leftOut.length ? ` Left out: ${leftOut.map(word => `“${word}”`).join(", ")}.` : "";
      if (found.length && !holdsAll) said.push(element("p", {}, `No page has all of these words.${without}`));
      if (!found.length) said.push(element("p", {}, "Try one word, or another word for the same thing. Or go on from here:"), waysOn(question));
      return said;
    }

    function waysOn(question) {
      const pages = WAYS_ON.map(at => finder.pages.find(page => page.at.replace(ENDING, "") === at)).filter(Boolean);
      const ways = pages.map(page => element("li", {}, element("a", { href: new URL(page.at, site).href }, page.title)));
      if (index.tell) {
        const letter = `mailto:${index.tell}?subject=${encodeURIComponent(`Nothing found for: ${question.trim()}`)}`;
        ways.push(element("li", {}, element("a", { href: letter }, "Tell the quality assurance lead that this is missing")));
      }
      return element("ul", {}, ...ways);
    }
  }

  /** A result: what it is, its title and the part of it that fits, facts, and the words that were found in their sentence. */
  function result(page, { section: [id, heading], sentence, forms }) {
    const address = new URL(page.at, site);
    if (forms.length) address.searchParams.set("h", forms.join(" "));
    address.hash = id;
    const title = id ? `${page.title} › ${heading}` : page.title;
    const lines = [element("strong", {}, title)];
    if (page.kind) lines.unshift(element("span", { class: "search-kind" }, page.kind));
    const facts = factsOf(page);
    if (facts) lines.push(element("span", { class: "search-facts" }, facts));
    if (sentence) lines.push(element("span", { class: "search-sentence" }, ...marked(shortened(sentence, forms), forms)));
    return element("a", { class: "md-search-result__link", href: address.href }, ...lines);
  }

  function factsOf({ chair, months, next, says }) {
    const { MONTHS } = globalThis.Finder;
    const facts = [];
    if (says) facts.push(says.replace(/[.\s]*$/, ""));
    if (chair) facts.push(`Chair: ${chair}`);
    if (months) facts.push(months.length === 12 ? "Every month" : months.map(month => MONTHS[month - 1]).join(", "));
    for (let month = new Date().getMonth(), n = 0; next && n < 12; n++) {
      const name = MONTHS[(month + n) % 12];
      const duty = next[(month + n) % 12 + 1];
      if (!duty) continue;
      facts.push(`Next: ${duty}, ${name}`);
      break;
    }
    return facts.join(". ");
  }

  /** Return the part of a long sentence that holds the first word found. */
  function shortened(sentence, forms) {
    if (sentence.length < 170) return sentence;
    const at = Math.max(0, Math.min(...forms.map(form => sentence.toLowerCase().indexOf(form)).filter(place => place >= 0), sentence.length) - 60);
    const start = at ? sentence.indexOf(" ", at) + 1 : 0;
    return `${start ? "… " : ""}${sentence.slice(start, start + 160).replace(/\S*$/, "")}…`;
  }

  function marked(text, forms) {
    const words = new Set(forms);
    return text.split(/([\p{L}\p{N}]+)/u).map(part => words.has(part.toLowerCase()) ? element("mark", {}, part) : part);
  }

  if (find) start(); // an edition that is kept has none
}
