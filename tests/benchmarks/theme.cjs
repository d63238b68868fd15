// Ask the theme's search outside a browser: node theme.cjs WORKER INDEX < questions.json > answers.json
// Its worker hears and says here what it does in a page. Each question gets the addresses of the pages found, best first.
const { readFileSync } = require("fs");
const vm = require("vm");

const [, , worker, index] = process.argv;
const SETUP = 0, QUERY = 2; // what a message is about
let hear, told;
const world = vm.createContext({
  console: { ...console, warn() {} },
  addEventListener: (_, listener) => { hear = listener; },
  postMessage: answer => told(answer),
});
world.self = world;
vm.runInContext(readFileSync(worker, "utf-8"), world, "worker.js");

function said(type, data) {
  return new Promise(done => {
    told = done;
    hear({ data: { type, data } });
  });
}

async function main() {
  await said(SETUP, { ...JSON.parse(readFileSync(index, "utf-8")), options: { suggest: false } });
  const answers = [];
  for (const question of JSON.parse(readFileSync(0, "utf-8"))) {
    const { data } = await said(QUERY, question);
    answers.push(data.items.map(([{ location }]) => location.replace(/(\/)?(#.*)?$/, "")));
  }
  console.log(JSON.stringify(answers));
}

main();
