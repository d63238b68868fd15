// Finds the pages that answer a question. Knows nothing of a browser: search.js asks it.
//
// Words are compared by their family, such as "observ" for observe, observer and observation. A page is ranked by how telling the
// words are that it holds (BM25, with more weight for a title than for a text), by how many of the words asked it holds, and by how
// much of a title, a keyword or a heading was typed.
{
  // Words that say nothing about what is looked for. "may" is not one of them: it is a month as well.
  const STOP_WORDS = new Set(
    ("a about again also am an and any anybody anyone are as at be because been being but by can could did do does doing don during " +
    "each for from get gets getting got had happen happening happens has have having he her here him his how i if in into is isn " +
    "it its just ll me mean meaning means more much must my need needs no not now of off on only or our ours out please s shall " +
    "she should so some still somebody someone stand stands t than that the their them then there these they this those to too up " +
    "us use using ve ive im id youre its theyre dont cant wont didnt isnt doesnt cannot want wants was we were what whats when " +
    "whens where wheres which who whom whos whose very why will with would yet you your").split(" "),
  );
  // Words of talk. They are rare here, as the framework is formal, and yet say little about what is looked for.
  const LIGHT = new Set(
    ("able actually after already always answer anything ask available back become before begin best better big bit bring call carry check " +
    "clear come deal differ different due else end ever every everyone everything far feel find first full give go going good " +
    "great hear help idea important involve job keep kind know last let like list little long look lot main make many matter " +
    "mention mind name new next nothing often okay old other own part people person possible problem put read really right say " +
    "see something soon special start stop sure take talk tell thing think time today together tomorrow try turn understand way " +
    "week whole work worry wrong").split(" "),
  );
  // Words that need not stand on a page or in the thesaurus to be known: none of them is a slip for another, in whatever form.
  const EVERYDAY = (
    "abduct accuse actress aged alike alive alright altogether ambulance apparent apple archive arise arm arrears arrive assign attack " +
    "attic auction average bail bake bark bath beach bear beard beaver bed bedroom beer beg believe bell bend bicycle bike bird birth " +
    "bisexual black blast bleed blow blue boat boil bold bone book booth border boring borough bought brave breach bread breast brew " +
    "bridge bright bus buy cage cake calm camel card career cargo carpet carriage cart cash castle catch caution cave cease cell center " +
    "century chain charger charm chase chat cheat chef cherry chest choir chuck church clean clock closet coast coat coffee coin coke " +
    "cold comb command compact concert conservation constant contest continent contrast convert convict cool core corner cot courage " +
    "courtesy cousin crash crawl creature creep crew cross cruel curse dairy dare dark darling dawn dealt dear decade deck decline " +
    "dedicate deer delight dense deny deserve desire detect detention die disease dismiss district divide division divorce donate " +
    "donor dose draft drama drawn dress drew drive drought drown drum dual dust eagle ear earn earth easy edit elegant elevate elite " +
    "email enter essay estate everyday evolve execute exit extract fade fail fake farm faster fat fear feast fee fell fellow fever " +
    "fiction fine fist flee flight flour flower forest forget fork formal forum freak freight fright fuel fund fur gain gas ghost " +
    "glove god gold goose grain grandmother grave greet grill ground guest guilt hack hair hang harry heal healthcare heart heat heavy " +
    "hedge heir hell helpdesk herd hero highlight hire hood horse hostage hotel hunt ideal illegal income indirect inquiry insect " +
    "insult interface interview invent jail jam jealous jeans jury justify keyboard kidnap kiss kite knee knot lake lane large largest " +
    "leaf leak lean leap least leather lecture legs less liability lick lifetime lift limb liver load loan lock logic lonely love " +
    "lover luck lung mad male mandate maple marble market mask massage master meal meat medal medicine melt mess metal mice middle " +
    "migration mile milk mission mist monkey moon mosque moss motor mountain mouse mouth movie nail naked navy neat neck nephew nest " +
    "night nine noise nonsense north nowhere nuclear odd opposition orange ordinary outline oven overall overseas overtime pace pack " +
    "pain paint palace pan parrot pasta patent path patient peace peach pen pension pet peter pit planet plant plate plot poem poet " +
    "poison polish port possess pour precision pregnant premises president preview priest prince princess prison private project " +
    "propose protest province pulse punish purple purse rage rail rain raise rear recover red reed reform relay remain remand repair " +
    "replace reply rescue reserve resign respite restore retire rice ride ring road rock rope rose ruin rush sail sake salary sale " +
    "sanction sand sauce science sculpture sea seat seed sell senator seven sew shade shallow shame shark sharp shed shelf shelter " +
    "shirt shit shoe shoot shore shortage shot shuttle sick sing slice slide slight smile smooth smuggle snake snow soft song sore " +
    "sour south spare spent spider spill spoon sport spot spread sprint square stair stake star station statue steal steam stiff sting " +
    "stock straw street strengthen string strip stroke stuff suck sugar superior surf surgery survive suspend swallow sweat swing " +
    "switch sword tail tale tank taste taxi tea tease tenant theatre theft thick thigh thin thorough thread threw throat thumb thus " +
    "tie tiger tight till tire toast toe toll tongue trade tradition trail transaction trap tray tree trial tribe trick truck tube " +
    "tweet twist unexpected uniform unknown unlikely unlock vacation valley vape various vice victim vision volume wage wait walk ward " +
    "warm warn warrant wash wave weak weapon wear weather wedding weekend weep west wheat whistle white widow width wire wise witch " +
    "workplace worse worst wound wrist zone"
  ).split(" ");
  const IRREGULAR = new Map(Object.entries({
    children: "child", childrens: "child", people: "person", men: "man", women: "woman", lives: "life", analyses: "analysis",
    met: "meet", taught: "teach", kept: "keep", written: "write", wrote: "write", chosen: "choose", held: "hold", led: "lead",
    given: "give", gave: "give", taken: "take", took: "take", seen: "see", said: "say", told: "tell", made: "make", sent: "send",
    known: "know", spoken: "speak", heard: "hear", ran: "run", therapeutic: "therapy", analytical: "analysis",
    analytic: "analysis", decision: "decide", decisions: "decide", intervention: "intervene", interventions: "intervene",
    complaint: "complain", complaints: "complain", practise: "practice", practis: "practice", registration: "register",
    response: "respond", responsive: "respond", strong: "strength", deep: "depth", advise: "advice", advis: "advice", adviser: "advice",
    advisor: "advice",
    choice: "choose", chose: "choose", knew: "know", knowledge: "know", understood: "understand", felt: "feel", learnt: "learn",
    oversee: "oversight", overseeing: "oversight", overseen: "oversight", signature: "sign", provision: "provide", succeed: "success",
    recipient: "receive", receipt: "receive", creative: "create", argument: "argue", urgency: "urgent", poor: "poverty",
    curiosity: "curious", permission: "permit", comply: "compliance", complies: "compliance", complying: "compliance", rely: "reliance",
    lost: "loss", lose: "loss", biased: "bias",
    marriage: "marry", coping: "cope", carried: "carry", carrying: "carry", chairman: "chair", chairwoman: "chair", chairperson: "chair",
    judgment: "judgement",
    explanation: "explain", governor: "governance", decisive: "decide", prioritise: "priority", biases: "bias", safety: "safe",
    went: "go", gone: "go", left: "leave", brought: "bring", thought: "think", done: "do", news: "news",
  }));
  // Words that would be cut down to what another word is, and mean something else.
  const UNLIKE = new Set(
    ("accountant apple authority barrier barrister career carry comment committee community compliance compliment confidential " +
    "consent cope director elected file government hearing independence interpreter judge learner letter minority note nursery " +
    "officer outing party personal planner police position public regulator relative restorative role sectioned server sexuality " +
    "specialist statement statistic statistician sufficiency supervisor worker").split(" "),
  );
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  // These figures, and those below, were found by trying others on all questions that are not held out.
  const FIELDS = { title: 9, keywords: 7, about: 1, headings: 1.5, lead: 0.6, text: 0.9 };
  const SENTENCE = 25; // letters: less tells nothing beside the title
  const FEW = 5; // results, where none has all the words
  const ENOUGH = [0.3, 0.32]; // of what was asked, by how telling each word is: for the first pages; where one of all has it all
  const MUCH = 0.7; // for any other
  const UNKNOWN = 0.6; // of the rarest word, what one weighs that stands nowhere
  const LIGHTLY = 0.5; // what a word of talk weighs
  const NAMES = { title: 1.1, keyword: 0.9, heading: 0.95 }; // what each is worth where it was typed

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

  // Endings that say what part a word plays, and little about what it means: each with what is left of it.
  const ENDINGS = [
    [/bility$/, "ble"], [/(scri|du|ol)(ption|ction|ution|[bcv]e?)$/, "$1"], [/clusi(on|ve)$/, "clude"],
    [/(.{4,})(able|ible)$/, "$1"], [/(.{3,})(isation|ization|ise|ize)$/, "$1is"],
    [/(.{4,})at(e|ing|ed|ions?|ors?|ive)$/, "$1"], [/(.{4,}[st])(ion|or)$/, "$1"], [/(.{3,}[st])ive$/, "$1"],
    [/(.{5,})(ment|ness|ity|al|ally|ism)$/, "$1"], [/(.{4,})(ly|ial|ship|ful|ee|er|ist|ics?|ical|icians?)$/, "$1"],
    [/(.{4,})(an|en)(ce?|cy|t)$/, "$1"], [/(.{4,})[iy]$/, "$1"], [/(.{3,})e$/, "$1"], [/(.{2,})(.)\2$/, "$1$2"],
  ];

  function cut(word) {
    word = IRREGULAR.get(word) ?? word;
    if (word.length < 4 || /\d/.test(word)) return word;
    const single = word.replace(/ies$/, "y").replace(/(ss|x|ch|sh)es$/, "$1").replace(/([^su])s$/, "$1");
    if (UNLIKE.has(single)) return single;
    const plain = single.replace(/(..[aeiouy].*|.{3,})(?<!.{4}at)(ing|ed)$/, "$1");
    return shortened(IRREGULAR.get(plain) ?? plain);
  }

  function shortened(word) {
    for (const [ending, left] of ENDINGS) {
      const shorter = word.replace(ending, left);
      if (shorter !== word) return UNLIKE.has(shorter) ? shorter : shortened(shorter);
    }
    return word;
  }

  const LIGHT_FAMILIES = new Set([...LIGHT].map(family));
  const KNOWN_FAMILIES = new Set([...EVERYDAY.map(family), ...LIGHT_FAMILIES]);

  /** Return what finds a word, or two, in a text as it was typed. */
  function wholeWord(word) {
    return new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(" ", "\\P{L}+")}(?![\\p{L}\\p{N}])`, "giu");
  }

  function telling(words) {
    const left = words.filter(word => !STOP_WORDS.has(word));
    return left.length ? left : words;
  }

  // What a finger or an ear takes for another letter: the keys beside it, and what sounds alike.
  const BESIDE =
    "qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm qa ws ed rf tg yh uj ik ol aw se dr ft gy hu ji ko lp az sx dc fv gb hn jm zs xd cf vg bh nj mk";
  const ALIKE = ["aeiouy", "csz", "ckq", "gj"];
  const NEAR = new Set([
    ...BESIDE.split(" ").flatMap(([one, other]) => [one + other, other + one]),
    ...ALIKE.flatMap(letters => [...letters].flatMap(one => [...letters].map(other => one + other))),
  ]);

  /** What it costs to take one letter for another: 1 where that is a likely slip, 2 for any other. */
  function exchange(one, other) {
    return one === other ? 0 : NEAR.has(one + other) ? 1 : 2;
  }

  /** Weigh the letters to add, drop, change or swap that turn one word into another; a first letter that differs counts half as much again. */
  function slips(from, to, most) {
    if (Math.abs(from.length - to.length) > most) return Infinity;
    let before;
    let last;
    let row = [...Array(to.length + 1).keys()];
    for (let i = 1; i <= from.length; i++) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= to.length; j++) {
        row[j] = Math.min(last[j - 1] + exchange(from[i - 1], to[j - 1]), last[j] + 1, row[j - 1] + 1);
        if (i > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    return row[to.length] + (from[0] === to[0] ? 0 : 0.5);
  }

  /** How near two words of one family are as they are spelt, from 0.35 to 1: "observers" is nearer to "observer" than to "observed". */
  function nearness(one, other) {
    let same = 0;
    while (same < one.length && one[same] === other[same]) same++;
    return 0.1 + 0.9 * same / Math.max(one.length, other.length);
  }

  /** How many words of a question, from one of them on, are a phrase; small words may differ where two others are left. Otherwise 0. */
  function lengthOf(phrase, words, from) {
    const isLoose = phrase.filter(word => !STOP_WORDS.has(word)).length > 1;
    let at = from;
    for (const word of phrase) {
      if (isLoose && STOP_WORDS.has(word)) continue;
      while (isLoose && at > from && STOP_WORDS.has(words[at])) at++;
      if (at >= words.length || STOP_WORDS.has(words[at]) !== STOP_WORDS.has(word) || family(words[at]) !== family(word)) return 0;
      at++;
    }
    return at - from;
  }

  /** How much of a name stands in a question in one piece, from 0 to 1 for all of both. */
  function likeness(asked, name) {
    let best = 0;
    for (let start = 0; start < asked.length; start++) {
      for (let at = 0; at < name.length; at++) {
        let run = 0;
        let near = 0;
        while (run < Math.min(name.length - at, asked.length - start) && family(asked[start + run]) === family(name[at + run])) {
          near += nearness(asked[start + run], name[at + run]);
          run++;
        }
        best = Math.max(best, near / asked.length * Math.sqrt(run / name.length), run > 1 && run === name.length ? 0.5 + 0.5 * near / asked.length : 0);
      }
    }
    return best;
  }

  // What kind of page a question wants.
  const KINDS = [
    [/\b(stands? for|means?|meaning|acronyms?|abbreviations?)\b/i, { Glossary: 3 }], [/\bwho\b|\bchairs?\b/i, { Panel: 1.7, Role: 1.7 }],
    [/\bwhat do(es)?\b.* do\b/i, { Role: 1.5 }],
    [/\bwhen\b|\bhow often\b|\b(what|which) (month|date|day|time)/i, { Panel: 1.5, Activity: 1.5 }],
  ];

  function wantedKind(question, kind) {
    return KINDS.reduce((share, [pattern, kinds]) => share * (pattern.test(question) ? kinds[kind] ?? 1 : 1), 1);
  }

  /** Return the phrases that the build wrote as one. */
  function parts(phrases) {
    return phrases ? phrases.split("\n") : [];
  }

  /** Return the id that Markdown gives a heading; the build writes only those that differ. */
  function idOf(heading) {
    return heading.normalize("NFKD").replace(/[^ -~]|[^\w\s-]/g, "").trim().toLowerCase().replace(/[-\s]+/g, "-");
  }

  class Finder {
    static MONTHS = MONTHS;

    /** Learn what the build wrote: pages with their sections, words that people say for others, and the texts once they are there. */
    constructor({ pages: untold, words }, texts = []) {
      const pages = untold.map((page, number) => ({
        ...page, keywords: parts(page.keywords),
        sections: page.sections?.split("\n").map(line => line.split("\t")).map(([heading, id = idOf(heading)], n) => [id, heading, texts[number]?.[n] ?? ""]) ?? [],
      }));
      this.pages = pages;
      this.isWhole = texts.length > 0;
      this.holders = new Map(); // of a family: how much of each form of it each page holds, by the number of the page
      this.spelt = new Map(); // of a word as it is spelt: how often it stands
      this.meant = words.split("\n\n").map(entry => entry.split("\n").map(split)).map(([means, ...say]) => [say, means]);
      const fields = pages.map(page => this.fieldsOf(page));
      const average = Object.fromEntries(Object.keys(FIELDS).map(name => [name, fields.reduce((sum, of) => sum + of[name].length, 0) / pages.length || 1]));
      fields.forEach((of, number) => this.learn(number, of, average));
      this.names = pages.map(page => [
        [page.title, NAMES.title], ...page.keywords.map(name => [name, NAMES.keyword]),
        ...page.sections.map(([, heading]) => [heading, NAMES.heading]),
      ].filter(([name]) => name).map(([name, share]) => [telling(split(name)), share]));
      const naming = new Set(this.names.flat().flatMap(([name]) => name.map(family)));
      const said = this.meant.flatMap(([say]) => say.filter(([word, more]) => !more && word.length > 5).map(([word]) => [word, 0]));
      this.typable = new Map([...said, ...[...this.spelt].filter(([word]) => word.length > 3 && !/\d/.test(word) && naming.has(family(word)))]);
    }

    fieldsOf({ title, keywords, about, says, sections, months = [], next = {} }) {
      const [headings, texts] = [1, 2].map(part => sections.map(section => section[part]));
      const named = [...months, ...Object.keys(next)].map(month => MONTHS[month - 1]);
      const fields = {
        title, keywords: keywords.join(" "), about: about ?? says ?? "", headings: headings.join(" "), lead: texts[0]?.slice(0, 300) ?? "",
        text: [...texts, ...named].join(" "),
      };
      return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, split(text)]));
    }

    learn(number, fields, average) {
      for (const [name, words] of Object.entries(fields)) {
        const share = FIELDS[name] / (0.45 + 0.55 * Math.sqrt(words.length / average[name]));
        for (const word of words) {
          this.spelt.set(word, (this.spelt.get(word) ?? 0) + 1);
          const of = family(word);
          if (!this.holders.has(of)) this.holders.set(of, new Map());
          const holders = this.holders.get(of);
          if (!holders.has(number)) holders.set(number, new Map());
          const forms = holders.get(number);
          forms.set(word, (forms.get(word) ?? 0) + share);
        }
      }
    }

    rarity(of) {
      const count = this.holders.get(of)?.size ?? 0;
      return Math.log(1 + (this.pages.length - count + 0.5) / (count + 0.5));
    }

    /** Return what is asked for, word by word: each with what would do, one family or several together. */
    understood(words) {
      const groups = [];
      const silent = telling(words) === words ? new Set() : STOP_WORDS;
      for (let at = 0; at < words.length;) {
        const [said, meanings] = this.meaningOf(words, at);
        const wanted = [said.filter(word => !silent.has(word)), ...meanings].filter(all => all.some(word => this.holders.has(family(word))));
        if (meanings.length || !silent.has(said[0])) groups.push({ said, meanings, wanted });
        at += said.length;
      }
      return groups;
    }

    /** Return the longest phrase of the thesaurus that starts at a word of the question, with what it means. */
    meaningOf(words, at) {
      let longest = 0;
      let meanings = [];
      for (const [phrases, means] of this.meant) {
        for (const phrase of phrases) {
          const length = lengthOf(phrase, words, at);
          if (!length || length < longest) continue;
          if (length > longest) [longest, meanings] = [length, []];
          meanings.push(means);
        }
      }
      return longest ? [words.slice(at, at + longest), meanings] : [[words[at]], []];
    }

    /** Return what words of a question may be slips for: one of the site, two that were typed as one, or one that was torn in two. */
    slipsIn(words, unknown) {
      const slips = new Map();
      for (let at = 0; at < words.length; at++) {
        const [word, next] = words.slice(at);
        const isTorn = next && this.times(word + next) > Math.min(this.times(word), this.times(next));
        const right = isTorn ? word + next : unknown.has(word) && !KNOWN_FAMILIES.has(family(word)) && (this.parted(word) ?? this.nearest(word));
        if (right) slips.set(isTorn ? `${word} ${words[++at]}` : word, right);
      }
      return slips;
    }

    /** How often a word stands on the site, as it is spelt. */
    times(word) {
      return this.spelt.get(word) ?? 0;
    }

    parted(word) {
      for (let at = 3; at <= word.length - 3; at++) {
        const parts = [word.slice(0, at), word.slice(at)];
        if (parts.every(part => this.spelt.has(part) && !STOP_WORDS.has(part))) return parts.join(" ");
      }
    }

    /** Return the word of a title, a keyword, a heading or the thesaurus that another one may be a slip for. */
    nearest(word) {
      const most = word.length < 4 ? 0 : word.length < 7 ? 1.5 : 2.5;
      let best;
      let least = Infinity;
      for (const [other, count] of this.typable) {
        const cost = slips(word, other, 2);
        if (cost > most || (cost > 1 && (word.length < 5 || !count))) continue;
        const worth = cost - Math.log(1 + count) / 10;
        if (worth < least) [best, least] = [other, worth];
      }
      return best;
    }

    /** Return how much each page has of words that are wanted together, and what part of them, by the number of the page. */
    holding(wanted) {
      const found = new Map();
      for (const word of wanted) {
        const of = family(word);
        for (const [number, forms] of this.holders.get(of) ?? []) {
          const often = [...forms].reduce((sum, [form, share]) => sum + share * nearness(word, form), 0);
          const page = found.get(number) ?? { score: 0, count: 0 };
          page.score += this.rarity(of) * often / (often + 8) / wanted.length;
          page.count++;
          found.set(number, page);
        }
      }
      return new Map([...found].map(([number, { score, count }]) => [number, { score: score * count / wanted.length, part: count / wanted.length }]));
    }

    /** Answer a question as it stands: the groups of words that it is made of, and the pages found, best first. */
    rank(question) {
      const words = split(question);
      const groups = this.understood(words);
      const last = groups.at(-1);
      if (last && !last.wanted.length && words.at(-1).length > 1) this.complete(last);
      for (const group of groups) this.weigh(group);
      const all = groups.reduce((sum, { weight }) => sum + weight, 0);
      const meant = groups.flatMap(({ said, meanings }) => meanings[0] ?? said).filter(word => !STOP_WORDS.has(word));
      const found = [...this.gathered(groups).values()];
      for (const page of found) {
        page.share = page.held / all;
        page.score *= page.share ** 1.2 * this.likenessTo(page, telling(words), meant) * wantedKind(question, page.page.kind);
      }
      return { groups, found: found.sort((a, b) => b.score - a.score) };
    }

    /** Say how much a group of words tells: as much as the rarest of what would do. */
    weigh(group) {
      const rarities = group.wanted.flat().map(word => this.rarity(family(word)));
      group.light = group.meanings.length || !LIGHT_FAMILIES.has(family(group.said[0])) ? 1 : LIGHTLY;
      group.weight = group.light * (rarities.length ? Math.max(...rarities) : UNKNOWN * this.rarity(""));
    }

    /** How much of a page's names was typed, or meant. A page that is weighed down counts in full where all of one was. */
    likenessTo({ number, page: { weight = 1 } }, asked, meant) {
      const name = Math.max(0, ...this.names[number].map(([name, share]) => share * Math.max(likeness(asked, name), 0.7 * likeness(meant, name))));
      const whole = asked.length > 1 || name > 1 ? 8 * name ** 8 : 0; // hardly anything but for a name that was typed as it stands
      return (1 + 3.5 * name + whole) * (weight + (1 - weight) * Math.min(1, name ** 2));
    }

    /** Return what each page has of what is asked for, by its number: how telling that is, and of which groups. */
    gathered(groups) {
      const found = new Map();
      groups.forEach(({ wanted, weight, light }, n) => {
        const best = new Map();
        for (const [number, held] of wanted.flatMap(all => [...this.holding(all)])) {
          if (held.score > (best.get(number)?.score ?? 0)) best.set(number, held);
        }
        for (const [number, { score, part }] of best) {
          const page = found.get(number) ?? { number, page: this.pages[number], score: 0, held: 0, has: new Set() };
          page.score += score * light;
          page.held += weight * part;
          page.has.add(n);
          found.set(number, page);
        }
      });
      return found;
    }

    /** Let a word that is not whole yet stand for the words that start with it. */
    complete(group) {
      const start = group.said.at(-1);
      group.wanted.push(...[...this.spelt.keys()].filter(word => word.startsWith(start)).map(word => [word]));
    }

    /**
     * Answer a question. Returns the pages found, best first, and the groups of words that `shown` wants; what each word was taken
     * for that is none of the site's, unless it is meant, and the question so taken; whether a page has all of the words, and which none
     * of the pages has.
     */
    ask(question, isMeant = false) {
      let { groups, found } = this.rank(question);
      const unknown = new Set(groups.filter(({ wanted }) => !wanted.length).map(({ said }) => said[0]));
      const nearest = isMeant || !this.isWhole ? new Map() : this.slipsIn(split(question), unknown); // a text may have the word
      const taken = [...nearest].reduce((text, [word, right]) => text.replace(wholeWord(word), right), question);
      if (nearest.size) ({ groups, found } = this.rank(taken));
      const holdsAll = found.some(({ share }) => share > 0.99);
      const best = found.filter(({ share }, n) => share >= (n < FEW ? ENOUGH[+holdsAll] : MUCH)).slice(0, holdsAll ? undefined : FEW);
      const leftOut = holdsAll || !best.length ? [] : groups.filter((_, n) => !best.some(({ has }) => has.has(n))).map(({ said }) => said.join(" "));
      return { nearest, taken, holdsAll, leftOut: [...new Set(leftOut)], found: best, groups };
    }

    /** Return what to show of a page that was found: the section that holds most of what was asked, and a sentence of it. */
    shown({ page }, groups) {
      const wanted = new Set(groups.flatMap(({ wanted }) => wanted.flat().map(family)));
      const held = words => [...new Set(words.map(family))].filter(of => wanted.has(of)).reduce((sum, of) => sum + this.rarity(of), 0);
      let [best, most] = [page.sections[0] ?? ["", "", ""], -1];
      for (const section of page.sections) {
        const [id, heading, text] = section;
        const worth = held(split(text)) + 1.5 * held(split(heading)) - (id ? 0.5 : 0);
        if (worth > most) [best, most] = [section, worth];
      }
      const sentences = best[2].split(/(?<=[.?!])\s+|\n/).filter(sentence => sentence.length >= SENTENCE);
      const worths = sentences.map(sentence => held(split(sentence)));
      const at = worths.indexOf(Math.max(...worths));
      const forms = new Set(split(`${page.title} ${best[1]} ${best[2]}`).filter(word => wanted.has(family(word)) && !STOP_WORDS.has(word)));
      return { section: best, sentence: worths[at] ? sentences[at] : page.about ?? "", forms: [...forms].slice(0, 8) };
    }
  }

  globalThis.Finder = Finder;
}
