// Ask a built site's own search worker, outside a browser: node ask.cjs SITE < questions.json > pages.json
// Each question gets the addresses of the pages found, best first.
const { readFileSync } = require("fs");
const { join } = require("path");
const vm = require("vm");

const SETUP = 0;
const READY = 1;
const QUERY = 2;

/** Start the worker that the pages of a site name, and return a function that sends it a message and gives its answer. */
function started(site) {
  const home = readFileSync(join(site, "index.html"), "utf-8");
  const config = JSON.parse(home.match(/<script id="__config" type="application\/json">(.*?)<\/script>/s)[1]);
  const listeners = [];
  let answered;
  const worker = vm.createContext({
    console,
    location: new URL(config.search, "https://standards.example/"),
    addEventListener: (_, listener) => listeners.push(listener),
    postMessage: answer => answered(answer),
  });
  worker.self = worker;
  worker.importScripts = address => run(new URL(address, worker.location));
  const run = address => vm.runInContext(readFileSync(join(site, decodeURI(address.pathname)), "utf-8"), worker, address.pathname);
  run(worker.location);
  return data => new Promise(resolve => {
    answered = resolve;
    listeners.forEach(listener => listener({ data }));
  });
}

async function main(site) {
  const send = started(site);
  const index = JSON.parse(readFileSync(join(site, "search", "search_index.json"), "utf-8"));
  const ready = await send({ type: SETUP, data: { ...index, options: { suggest: true } } });
  if (ready.type !== READY) throw new Error("the worker is not ready");
  const found = [];
  for (const question of JSON.parse(readFileSync(0, "utf-8"))) {
    const answer = await send({ type: QUERY, data: question });
    found.push(answer.data.items.map(([{ location }]) => location.split("#")[0].replace(/\/$/, "")));
  }
  console.log(JSON.stringify(found));
}

main(process.argv[2]);
