// MiniSearch and FlexSearch, asked by JSON lines as `answering.py` asks the others.
//
//     node peers.mjs minisearch|flexsearch DOCUMENTS FOLDER_OF_node_modules FIRST_QUESTION
//
// Both are set up as their documentation recommends for search as you type with errors, and get
// the same folded texts as every other way.

import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [name, documents, folder, first] = process.argv.slice(2);
const require = createRequire(`${folder}/`);
const BEST = 5;

// As catalog.text.fold, near enough for Latin letters.
const fold = (text) =>
  text.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ß", "ss")
    .replaceAll("·", "").normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\bst(e?)(?= |$)/g, "saint$1").trim();

async function* rows() {
  const lines = createInterface({ input: createReadStream(documents), crlfDelay: Infinity });
  let place = 0;
  for await (const line of lines) {
    const [, , , , , key, others, town, labels] = JSON.parse(line);
    yield { id: place++, key, others: others.join(" "), town, labels };
  }
}

async function minisearch() {
  const MiniSearch = require("minisearch");
  const index = new MiniSearch({
    fields: ["key", "others", "town", "labels"],
    tokenize: (text) => text.split(" "),
    searchOptions: {
      boost: { key: 3, others: 2, town: 2 },
      prefix: true,
      fuzzy: (word) => (word.length > 3 ? 0.2 : false),
    },
  });
  for await (const row of rows()) index.add(row);
  return (text) => index.search(fold(text)).slice(0, BEST).map((found) => found.id);
}

async function flexsearch() {
  const { Index, Charset } = require("flexsearch");
  const index = new Index({ tokenize: "forward", encoder: Charset.LatinBalance });
  for await (const { id, key, others, town, labels } of rows())
    index.add(id, `${key} ${others} ${town} ${labels}`);
  return (text) => index.search(fold(text), { limit: BEST, suggest: true });
}

// Milliseconds of processor since `began`, of every thread of this process.
const worked = (began) => {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
};
const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
const memory = () => process.memoryUsage().rss / 2 ** 20;

let cpu = process.cpuUsage();
let wall = performance.now();
const ask = await { minisearch, flexsearch }[name]();
ask(first);
say({ cpu: worked(cpu), wall: performance.now() - wall, memory: memory() });

for await (const line of createInterface({ input: process.stdin })) {
  const answers = { found: [], cpu: [], wall: [] };
  for (const [text] of JSON.parse(line)) {
    cpu = process.cpuUsage();
    wall = performance.now();
    answers.found.push(ask(text));
    answers.wall.push(performance.now() - wall);
    answers.cpu.push(worked(cpu));
  }
  say({ ...answers, memory: memory() });
}
