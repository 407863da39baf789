// Takes one protection after the other out of a copy of the built program. Each time the tests that guard it must fail,
// and on the copy as it was they must pass: a test that cannot fail proves nothing.
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

const INGEST = ["crash", "an ingest of many logs"];
const FORMATS = ["injection", "what a log wrote is text"];
const STRANGERS = ["injection", "strangers at the live page"];
const SYNCHRONOUS = /db\.pragma\(`synchronous = [^\n]*?`\)/;
const NO_ASSERTION = [/if \(synchronous !== wanted\) throw/, "if (false) throw"];
const REGRESSIONS = ["files/regressions", "counts once"];
const FLUSHED = ["disk", "every commit is flushed"];

/**
 * @typedef {object} Mutation
 * @property {string} name
 * @property {readonly [file: string, test: string]} guard
 * @property {readonly (readonly [from: RegExp, to: string])[]} patches each fits one place of the program or more.
 */

/** @type {readonly Mutation[]} */
const mutations = [
  {
    name: "counts and position are no transaction",
    guard: INGEST,
    patches: [[/return db\.transaction\(\(\) => work\(db\)\)\.immediate\(\);/, "return work(db);"]],
  },
  {
    name: "commits are not flushed",
    guard: FLUSHED,
    patches: [[SYNCHRONOUS, 'db.pragma("synchronous = OFF")'], NO_ASSERTION],
  },
  {
    name: "commits are flushed at checkpoints only",
    guard: FLUSHED,
    patches: [[SYNCHRONOUS, 'db.pragma("synchronous = NORMAL")'], NO_ASSERTION],
  },
  {
    name: "a report is written into its file",
    guard: ["crash", "a report's file"],
    patches: [
      [/const draft = join\(dirname\(path\), [^;]*;/, "const draft = path;"],
      [/open\(draft, "wx",/, 'open(draft, "w",'],
    ],
  },
  {
    name: "all beginnings and ends of logs look alike",
    guard: INGEST,
    patches: [[/hash\("sha256", Buffer\.from\(bytes, "latin1"\), "hex"\)/, 'hash("sha256", "alike", "hex")']],
  },
  {
    name: "any log takes an unfinished line back",
    guard: REGRESSIONS,
    patches: [[/(async function holdsRest\(.*\) \{)/, "$1 return true;"]],
  },
  {
    name: "a log replaces what lives elsewhere",
    guard: REGRESSIONS,
    patches: [
      [/(async function withoutOthers\(beginning, head, .*\) \{)/, "$1 return previousGenerationOf(beginning, head);"],
    ],
  },
  {
    name: "a copy is a log of its own",
    guard: REGRESSIONS,
    patches: [[/(async function isPrefix\(.*\) \{)/, "$1 return false;"]],
  },
  {
    name: "equal lines are a log's own",
    guard: REGRESSIONS,
    patches: [[/(function isDistinctive\(.*\) \{)/, "$1 return true;"]],
  },
  {
    name: "a common beginning is a log's own",
    guard: REGRESSIONS,
    patches: [[/this\.#agreedLine > first && /, ""]],
  },
  {
    name: "the file that was counted has no better claim",
    guard: REGRESSIONS,
    patches: [[/other\.isPast \|\| other\.isSameFile/, "other.isPast"]],
  },
  {
    name: "a log continues any life of its file",
    guard: ["files/regressions", "identical lines in a log that was deleted"],
    patches: [[/(isOutlived\(.*\) \{)/, "$1 return false;"]],
  },
  {
    name: "one line is a log's own",
    guard: ["files/regressions", "a banner that was counted, with the same line"],
    patches: [[/(function isOneLine\(lines\) \{)/, "$1 return false;"]],
  },
  {
    name: "a file that goes on is the past of what a log was counted as",
    guard: ["files/regressions", "whose past is one such line"],
    patches: [[/this\.#newestOfFile \?\? this\.#newestOfName/, "this.#newestOfName"]],
  },
  {
    name: "an archive takes any unfinished line back",
    guard: REGRESSIONS,
    patches: [[/!isUnfinished\(one\) \|\| rest === void 0/, "true"]],
  },
  {
    name: "a copy needs no life of its own",
    guard: ["files/regressions", "gone before both"],
    patches: [[/(async isWhereRead\(.*\) \{)/, "$1 return false;"]],
  },
  {
    name: "a part in an archive is a log of its own",
    guard: REGRESSIONS,
    patches: [[/(async #isPart\(\) \{)/, "$1 return false;"]],
  },
  {
    name: "any state is a reader's",
    guard: ["hostile-store", "what a reader remembers is checked"],
    patches: [[/(function readerStateFrom\(state\) \{)/, "$1 return state;"]],
  },
  {
    name: "control characters pass",
    guard: FORMATS,
    patches: [[/return text\.replace\(UNSAFE, escaped\);/, "return text;"]],
  },
  { name: "HTML passes", guard: FORMATS, patches: [[/(visible\(String\(child\)\))\.replace\([^\n]*;/, "$1;"]] },
  {
    name: "Markdown passes",
    guard: FORMATS,
    patches: [[/return visible\(text\)\.replace\([^\n]*;/, "return visible(text);"]],
  },
  { name: "formulas pass into CSV", guard: FORMATS, patches: [[/const formula = [^;]*;/, "const formula = false;"]] },
  { name: "every host may ask", guard: STRANGERS, patches: [[/!hosts\.includes\(host\.toLowerCase\(\)\)/, "false"]] },
  {
    name: "every origin may ask",
    guard: STRANGERS,
    patches: [[/origin !== void 0 && !hosts\.some\([^\n]*\)\) return false;/, "false) return false;"]],
  },
  { name: "two hosts may ask", guard: STRANGERS, patches: [[/if \(hasTwins\(rawHeaders\)\)/, "if (false)"]] },
  {
    name: "stalled connections stay",
    guard: STRANGERS,
    patches: [[/keepRoom\(server\);/, "server.maxConnections = 1000;"]],
  },
  {
    name: "every statement is a query",
    guard: ["injection", "SQL that would write"],
    patches: [[/!statement\.readonly \|\| !statement\.reader \|\| [^\n]*\) throw/, "false) throw"]],
  },
  {
    name: "an offset is committed before its counts",
    guard: ["brokers", "workers that follow are killed"],
    patches: [
      [/(const \{ offset, rest = \[\], mark \} = message;)/, "$1 reached(offset + 1, void 0, mark);"],
      [/(\.filter\(\(\{ length \}\) => length > 0\);)\s*reached\(offset \+ 1, void 0, mark\);/, "$1"],
    ],
  },
  {
    name: "two workers of a partition do not notice each other",
    guard: ["brokers", "two workers"],
    patches: [[/(SELECT unfinished FROM generations WHERE id = \?) AND position = \?/, "$1 AND ? IS NOT NULL"]],
  },
  {
    name: "everybody may read a store",
    guard: ["disk", "a new store is for its owner alone"],
    patches: [[/"a", 384\)/, '"a", 438)']],
  },
];

/** Runs every mutation whose name has one of the given words, all without words; returns the exit code. */
export function mutate(folder, runTests, words) {
  const wanted = mutations.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const copy = (name) => copyProgram(join(folder, name));
  const whole = copy("whole");
  let code = 0;
  const passed = new Map();
  for (const [n, { name, guard, patches }] of wanted.entries()) {
    const test = guard.join(": ");
    if (!passed.has(test)) passed.set(test, passes(runTests, whole, guard));
    const dist = copy(`${n}`);
    const misses = patches.filter((patch) => !apply(dist, patch));
    const verdict = !passed.get(test)
      ? "WRONG: the test fails without it"
      : misses.length > 0
        ? `WRONG: ${misses[0][0]} is nowhere in the program`
        : passes(runTests, dist, guard)
          ? "WRONG: no test fails"
          : "noticed";
    if (verdict !== "noticed") code = 1;
    console.log(`${name.padEnd(60)}${verdict} (${test})`);
  }
  return code;
}

/** A copy of the program that finds its packages. */
function copyProgram(folder) {
  cpSync(join(root, "dist"), join(folder, "dist"), { recursive: true });
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return join(folder, "dist");
}

/** Whether the patch fitted somewhere. */
function apply(dist, [from, to]) {
  let fits = false;
  for (const path of readdirSync(dist, { recursive: true })) {
    if (!path.endsWith(".js") || path === "browser.js") continue;
    const text = readFileSync(join(dist, path), "utf8");
    const spoiled = text.replace(new RegExp(from.source, `${from.flags}g`), to);
    if (spoiled === text) continue;
    writeFileSync(join(dist, path), spoiled);
    fits = true;
  }
  return fits;
}

function passes(runTests, dist, [file, test]) {
  // More points than in other runs, so that it is no matter of luck whether one of them bites.
  const env = { WSA_FAULTS_CLI: join(dist, "cli.js"), WSA_FAULTS_POINTS: "25", WSA_FAULTS_CALLS: "pwrite64,write" };
  return runTests([`test/faults/${file}.test.ts`], env, "pipe", ["-t", test]).status === 0;
}
