// Finds the pages that answer a question. Knows nothing of a browser: search.js asks it.
//
// Words are compared by their family, such as "observ" for observe, observer and observation. A page is ranked by how telling the
// words are that it holds (BM25, with more weight for a title than for a text), by how many of the words asked it holds, and by how
// much of a title, a keyword or a heading was typed.
{
  // Words that say nothing about what is looked for. "may" is not one of them: it is a month as well.
  const STOP_WORDS = new Set(
    ("a about am an and any anybody anyone are as at be because been being but by can could did do does doing don during each for from get " +
    "gets getting got had happen happening happens has have having he her here him his how i if in into is isn it its just ll me mean " +
    "meaning means more much must my need needs no not of off on or our ours out please s shall she should so some somebody someone " +
    "stand stands t than that the their them then there these they this those to too up us use using ve want wants was we were what " +
    "whats when whens where wheres which who whom whos whose why will with would you your").split(" "),
  );
  const IRREGULAR = new Map(Object.entries({
    children: "child", childrens: "child", people: "person", men: "man", women: "woman", lives: "life", analyses: "analysis", met: "meet",
    taught: "teach", kept: "keep", written: "write", wrote: "write", chosen: "choose", held: "hold", led: "lead", given: "give", gave: "give",
    taken: "take", took: "take", seen: "see", said: "say", told: "tell", made: "make", sent: "send", known: "know", spoken: "speak",
    heard: "hear", ran: "run", went: "go", gone: "go", left: "leave", brought: "bring", thought: "think", done: "do", news: "news",
  }));
  // Words that would be cut down to what another word is, and mean something else.
  const UNLIKE = new Set("apple authority community director officer personal police public restorative server".split(" "));
  const FIELDS = { title: 9, keywords: 7, about: 2.5, headings: 4, lead: 2, text: 1 };
  const MOST = 12; // results, where each has all the words
  const FEW = 5; // results, where none has

  /** Return the words of a text in lower case, without accents and without the 's of "children's". */
  function split(text) {
    return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[’']s\b|[’']/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
  }

  const families = new Map();

  /** Return what a word and its other forms have in common: plurals, forms of verbs, who does it and what it is called. */
  function family(word) {
    let known = families.get(word);
    if (!known) families.set(word, known = cut(word));
    return known;
  }

  function cut(word) {
    word = IRREGULAR.get(word) ?? word;
    if (word.length < 4 || /\d/.test(word)) return word;
    const single = word.replace(/ies$/, "y").replace(/(ss|x|ch|sh)es$/, "$1").replace(/([^su])s$/, "$1");
    if (UNLIKE.has(single)) return single;
    const plain = single.replace(/(..[aeiouy].*|.{3,})(ing|ed)$/, "$1");
    return (plain === single ? plain : plain.replace(/([bdfgkmnprt])\1$/, "$1"))
      .replace(/(.{3,})(isation|ization|ise|ize)$/, "$1is").replace(/(.{4,})(ations?|ators?|ative|ate)$/, "$1")
      .replace(/(.{4,}[st])(ion|or|ive)$/, "$1").replace(/(.{5,})(ment|ness|ity|al|ally|ly)$/, "$1")
      .replace(/(.{4,})(er|ist|ics?|ical)$/, "$1")
      .replace(/[eiy]$/, "").replace(/(.{3,})(.)\2$/, "$1$2");
  }

  function telling(words) {
    const left = words.filter(word => !STOP_WORDS.has(word));
    return left.length ? left : words;
  }

  /** Count the letters to add, drop, change or swap that turn one word into another; a first letter that differs counts half as much again. */
  function slips(from, to, most) {
    if (Math.abs(from.length - to.length) > most) return Infinity;
    let before;
    let last;
    let row = [...Array(to.length + 1).keys()];
    for (let i = 1; i <= from.length; i++) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= to.length; j++) {
        row[j] = Math.min(last[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1), last[j] + 1, row[j - 1] + 1);
        if (i > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    return row[to.length] + (from[0] === to[0] ? 0 : 0.5);
  }

  /** How much of a name stands in a question in one piece, from 0 to 1 for all of both. */
  function likeness(asked, name) {
    let best = 0;
    for (let start = 0; start < asked.length; start++) {
      for (let at = 0; at < name.length; at++) {
        let run = 0;
        while (run < name.length - at && run < asked.length - start && asked[start + run] === name[at + run]) run++;
        best = Math.max(best, run);
      }
    }
    return best * best / (asked.length * name.length);
  }

  // What kind of page a question wants.
  const KINDS = [
    [/\b(stands? for|means?|meaning|acronyms?|abbreviations?)\b/i, { Glossary: 3 }], [/\bwho\b|\bchairs?\b/i, { Panel: 1.15, Role: 1.15 }],
    [/\bwhen\b|\bhow often\b/i, { Panel: 1.1, Activity: 1.1 }],
  ];

  function wantedKind(question, kind) {
    return KINDS.reduce((share, [pattern, kinds]) => share * (pattern.test(question) ? kinds[kind] ?? 1 : 1), 1);
  }

  class Finder {
    /** Learn what the build wrote: pages with their sections, and words that people say for others. */
    constructor({ pages, words }) {
      this.pages = pages;
      this.holders = new Map(); // of a family: how often each page holds it, by the number of the page
      this.spelt = new Map(); // of a word as it is spelt: how often it stands
      this.meant = words.map(([...said]) => [said.slice(0, -1).map(split), said.at(-1).flatMap(split)]);
      const fields = pages.map(page => this.fieldsOf(page));
      const average = Object.fromEntries(Object.keys(FIELDS).map(name => [name, fields.reduce((sum, of) => sum + of[name].length, 0) / pages.length || 1]));
      fields.forEach((of, number) => this.learn(number, of, average));
      this.names = pages.map(page => [
        ...[page.title, ...(page.weight < 1 ? [] : page.keywords)].map(name => [name, 1]), ...page.sections.map(([, heading]) => [heading, 0.7]),
      ].filter(([name]) => name).map(([name, share]) => [telling(split(name)).map(family), share]));
    }

    fieldsOf({ title, keywords, about, sections }) {
      return {
        title: split(title), keywords: split(keywords.join(" ")), about: split(about), headings: split(sections.map(([, heading]) => heading).join(" ")),
        lead: split(sections[0]?.[2].slice(0, 300) ?? ""), text: split(sections.map(([, , text]) => text).join(" ")),
      };
    }

    learn(number, fields, average) {
      for (const [name, words] of Object.entries(fields)) {
        const share = FIELDS[name] / (0.4 + 0.6 * Math.sqrt(words.length / average[name]));
        for (const word of words) {
          this.spelt.set(word, (this.spelt.get(word) ?? 0) + 1);
          const of = family(word);
          if (!this.holders.has(of)) this.holders.set(of, new Map());
          const holders = this.holders.get(of);
          holders.set(number, (holders.get(number) ?? 0) + share);
        }
      }
    }

    rarity(of) {
      const count = this.holders.get(of)?.size ?? 0;
      return Math.log(1 + (this.pages.length - count + 0.5) / (count + 0.5));
    }

    /** Return what is asked for, word by word: each with the families that would do, and how well. */
    understood(words) {
      const groups = [];
      for (let at = 0; at < words.length;) {
        const [said, means] = this.meaningOf(words, at) ?? [[words[at]], []];
        const wanted = new Map(means.map(word => [family(word), 0.75]));
        for (const word of said) if (!STOP_WORDS.has(word) && this.holders.has(family(word))) wanted.set(family(word), said.length > 1 ? 0.5 : 1);
        groups.push({ said: said.join(" "), wanted });
        at += said.length;
      }
      return groups;
    }

    /** Return the longest phrase of the thesaurus that starts at a word of the question, with what it means. */
    meaningOf(words, at) {
      let best;
      for (const [phrases, means] of this.meant) {
        for (const phrase of phrases) {
          const fits = phrase.every((word, n) => words[at + n] && family(words[at + n]) === family(word));
          if (fits && phrase.length > (best?.[0].length ?? 0)) best = [words.slice(at, at + phrase.length), means];
        }
      }
      return best;
    }

    /** Return the word of the site that another one may be a slip for. */
    nearest(word) {
      const most = word.length < 4 ? 0 : word.length < 8 ? 1.5 : 2.5;
      let best;
      let least = Infinity;
      for (const [other, count] of this.spelt) {
        if (other.length < 4 || /\d/.test(other)) continue;
        const cost = slips(word, other, 2);
        if (cost > most || (word.length < 5 && cost > 1)) continue;
        const worth = cost - Math.log(1 + count) / 10;
        if (worth < least) [best, least] = [other, worth];
      }
      return best;
    }

    /** Answer a question as it stands: the pages found, best first; and words that no page has, or not together. */
    rank(words, question) {
      const groups = this.understood(words);
      const asked = telling(words).map(family);
      const last = groups.at(-1);
      if (last && !last.wanted.size && last.said.length > 1) this.complete(last);
      const weights = groups.map(({ wanted }) => wanted.size ? Math.max(...[...wanted].map(([of, worth]) => worth * this.rarity(of))) : this.rarity(""));
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      const found = new Map();
      groups.forEach(({ wanted }, n) => {
        const best = new Map();
        for (const [of, worth] of wanted) {
          for (const [number, often] of this.holders.get(of) ?? []) best.set(number, Math.max(best.get(number) ?? 0, worth * this.rarity(of) * often / (often + 4)));
        }
        for (const [number, score] of best) {
          if (!found.has(number)) found.set(number, { number, score: 0, held: 0, has: new Set() });
          const page = found.get(number);
          page.score += score;
          page.held += weights[n];
          page.has.add(n);
        }
      });
      for (const page of found.values()) {
        const name = Math.max(0, ...this.names[page.number].map(([name, share]) => share * likeness(asked, name)));
        page.share = page.held / whole;
        page.score *= page.share ** 2 * (1 + 2.5 * name) * (this.pages[page.number].weight ?? 1) * wantedKind(question, this.pages[page.number].kind);
      }
      return { groups, found: [...found.values()].sort((a, b) => b.score - a.score) };
    }

    /** Let a word that is not whole yet stand for the words that start with it. */
    complete(group) {
      for (const word of this.spelt.keys()) if (word.startsWith(group.said)) group.wanted.set(family(word), 0.9);
    }

    /** Answer a question: the pages found, best first; what was asked in its place, if a word was none of the site's; what no page has. */
    ask(question) {
      const asked = split(question);
      const typed = telling(asked);
      let { groups, found } = this.rank(typed, question);
      const unknown = groups.filter(({ wanted }) => !wanted.size);
      const nearest = new Map(unknown.map(({ said }) => [said, this.nearest(said)]).filter(([, word]) => word));
      if (nearest.size) ({ groups, found } = this.rank(typed.map(word => nearest.get(word) ?? word), question));
      return { groups, found, nearest };
    }
  }

  globalThis.Finder = Finder;
  globalThis.wordFamily = family;
}
