// Ask a built site's own finder, outside a browser: node ask.cjs SITE < questions.json > answers.json
// Each question gets what the finder answers: the pages found, best first, with what is shown of the first few, and its notes.
const { readFileSync } = require("fs");
const { join } = require("path");
const vm = require("vm");

const site = process.argv[2];
const world = vm.createContext({ console });
let index, texts;
world.searchIndex = given => { index = given; };
world.searchTexts = given => { texts = given; };
for (const name of ["javascripts/finder.js", "search-index.js", "search-texts.js"]) vm.runInContext(readFileSync(join(site, "assets", name), "utf-8"), world, name);
const finder = new world.Finder(index, process.argv[3] === "--no-texts" ? [] : texts);

const answers = JSON.parse(readFileSync(0, "utf-8")).map(question => {
  const { nearest, leftOut, found, groups } = finder.ask(question);
  const shown = found.slice(0, 5).map(page => finder.shown(page, groups));
  return {
    pages: found.map(({ page }) => page.at.replace(/\/$/, "")),
    sections: shown.map(({ section }) => section[0]),
    sentences: shown.map(({ sentence }) => sentence),
    forms: shown.map(({ forms }) => forms),
    nearest: Object.fromEntries(nearest),
    leftOut,
  };
});
console.log(JSON.stringify(answers));
