// The search worker: puts what a person types into words that the index knows, and leaves the search to the theme's own
// worker. The file of that one is named after the question mark in this one's address.
"use strict"; // keeps the functions of a block inside it
{
  // The kinds of message, as the theme's worker numbers them.
  const SETUP = 0;
  const QUERY = 2;
  const RESULT = 3;

  // Words that say nothing about what is looked for. "may" is not one of them: it is a month as well.
  const STOP_WORDS = new Set(
    ("a am an and any anybody anyone are as at be been being but by can could did do does doing don for from get gets got had " +
    "happen happening happens has have he her here him his how i if in into is it its me mean meaning means more much my no not " +
    "of on or our ours out shall she should so some stand stands than that the their them then there these they this those to " +
    "too up us was we were what whats when whens where wheres which who whos whose why will with would you your").split(" ")
  );

  let separator;
  let names; // the words of titles and keywords
  let words; // every word of the site
  let phrases; // titles and keywords, each as one word

  addEventListener("message", ({ data: message }) => {
    if (message.type === SETUP) learn(message.data);
    // The theme's worker gets the same message after this.
    if (message.type === QUERY) message.data = understood(message.data);
  });

  // The theme puts the words that were found into the address of a page, to mark them there: a phrase is no word of anybody's.
  const answer = self.postMessage;
  self.postMessage = (message) => {
    for (const { terms } of message.type === RESULT ? message.data.items.flat() : []) {
      for (const term of Object.keys(terms)) if (term.startsWith("§")) delete terms[term];
    }
    answer(message);
  };

  function learn({ config, docs }) {
    separator = new RegExp(config.separator);
    names = new Set(docs.flatMap(({ title, keywords = [] }) => split([title, ...keywords].join(" "))));
    words = [...new Set([...names, ...docs.flatMap(({ text }) => split(text.replace(/<[^>]*>/g, " ")))])];
    phrases = new Set();
    for (const page of docs.filter(({ location }) => !location.includes("#"))) {
      const { title, keywords = [], boost = 1 } = page;
      const own = [title, ...(boost < 1 ? [] : keywords)].map(text => phrase(telling(split(text))));
      page.keywords = [...keywords, ...own];
      own.forEach(one => phrases.add(one));
    }
  }

  /** Return words as one, so that a page can be found by its whole title. No question holds the sign, which also ends it: a word finds what starts with it. */
  function phrase(words) {
    return `§${words.join("")}§`;
  }

  function split(text) {
    return text.toLowerCase().split(separator).filter(Boolean);
  }

  /** Return a question without stop words, in words of the site as far as there are such, and the title that it holds. */
  function understood(question) {
    const asked = telling(split(question));
    return [...asked.map(known), ...longestPhrase(asked)].join(" ");
  }

  /** Return words without those that say nothing, unless none is left. */
  function telling(words) {
    const left = words.filter(word => word.length > 1 && !STOP_WORDS.has(word));
    return left.length ? left : words;
  }

  /** Return the longest title or keyword that a question holds: all that was asked, or two words of it or more. */
  function longestPhrase(asked) {
    for (let size = asked.length; size > 1 || size === asked.length; size--) {
      for (let start = 0; start + size <= asked.length; start++) {
        const one = phrase(asked.slice(start, start + size));
        if (phrases.has(one)) return [`${one}^9`];
      }
    }
    return [];
  }

  /** Return the start of a word of the site: the word itself, without its ending, or the name that it may be a slip for. */
  function known(word) {
    // The theme's worker finds every word that starts as this one, but not where a number stands after it.
    if (names.has(word) && word.length < 4) return `${word}^1`;
    const roots = [word.replace(/(\w{3})s$/, "$1"), word.replace(/(\w{3})(ing|ed|er)s?$/, "$1")];
    return roots.find(root => words.some(one => one.startsWith(root))) ?? nearest(word) ?? word;
  }

  /** Return the name that is at most one slip away, two in a long word. The first letter is taken to be right. */
  function nearest(word) {
    let best;
    let least = word.length < 4 ? 0 : word.length < 6 ? 2 : 3;
    for (const name of names) {
      const count = name[0] === word[0] ? slips(word, name) : Infinity;
      if (count < least) [best, least] = [name, count];
    }
    return best;
  }

  /** Count the letters to add, drop, change or swap that turn one word into another. */
  function slips(from, to) {
    let last;
    let row = [...Array(to.length + 1).keys()];
    for (let i = 1; i <= from.length; i++) {
      const before = last;
      last = row;
      row = [i];
      for (let j = 1; j <= to.length; j++) {
        const same = from[i - 1] === to[j - 1];
        row[j] = Math.min(last[j - 1] + (same ? 0 : 1), last[j] + 1, row[j - 1] + 1);
        if (i > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    return row[to.length];
  }

  // In the copy that opens from disk this runs in a frame, whose own address says nothing.
  const named = self.document ? new URL(document.currentScript.src).search : location.search;
  importScripts(`workers/${named.slice(1)}`);
}
