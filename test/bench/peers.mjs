import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const OURS = `node ${CLI}`;

/** What everybody looks for: the numbers and the names, as an extended regular expression. */
const PATTERN = "WSA[A-Z_]+|\\b1(00|01|10)[0-9][0-9]\\b";

const PERL_COUNT = `perl -ne 'while (/${PATTERN}/g) { $n{$&}++ } END { print "$_ $n{$_}\\n" for keys %n }'`;
const MAWK_COUNT =
  "mawk '{ s = $0; while (match(s, /WSA[A-Z_]+|1(00|01|10)[0-9][0-9]/)) { n[substr(s, RSTART, RLENGTH)]++; s = substr(s, RSTART + RLENGTH) } } END { for (c in n) print c, n[c] }'";

/**
 * The work that is compared: who does it, and how. `LOG` stands for the file, `STORE` for a new store; each command
 * gets the plain text of the log, unpacked and turned into UTF-8 for those who need that.
 */
export const works = [
  {
    name: "count",
    commands: {
      "wsa-annotate ingest": { needs: "node", command: `${OURS} ingest LOG --store STORE`, packed: true },
      "rg --no-unicode -c": { needs: "rg", command: `rg --no-unicode -c '${PATTERN}' LOG` },
      "rg -o | sort | uniq -c": { needs: "rg", command: `rg --no-unicode -o '${PATTERN}' LOG | sort | uniq -c` },
      // Into a pipe: at /dev/null it would stop at the first match.
      "grep -cE": { needs: "grep", command: `LC_ALL=C grep -cE '${PATTERN}' LOG | cat` },
      mawk: { needs: "mawk", command: `${MAWK_COUNT} LOG` },
      perl: { needs: "perl", command: `${PERL_COUNT} LOG` },
      lnav: { needs: "lnav", command: `HOME=FOLDER lnav -n -c ':filter-in ${PATTERN}' LOG | wc -l` },
    },
  },
  {
    name: "count from the disk",
    // Takes the log out of memory.
    before: "dd of=LOG oflag=nocache conv=notrunc,fdatasync count=0",
    commands: {
      "wsa-annotate ingest": { needs: "node", command: `${OURS} ingest LOG --store STORE`, packed: true },
      "cat > /dev/null": { needs: "cat", command: "cat LOG > /dev/null" },
      "rg --no-unicode -c": { needs: "rg", command: `rg --no-unicode -c '${PATTERN}' LOG` },
    },
  },
  {
    name: "count two logs",
    commands: {
      "wsa-annotate ingest --jobs 2": { needs: "node", command: `${OURS} ingest LOG SECOND --jobs 2 --store STORE` },
      "wsa-annotate ingest --jobs 1": { needs: "node", command: `${OURS} ingest LOG SECOND --jobs 1 --store STORE` },
      "rg --no-unicode -c": { needs: "rg", command: `rg --no-unicode -c '${PATTERN}' LOG SECOND` },
    },
  },
  {
    name: "annotate a file",
    commands: {
      "wsa-annotate FILE": { needs: "node", command: `${OURS} annotate LOG --store STORE | cat`, packed: true },
      mawk: {
        needs: "mawk",
        command: "mawk '{ gsub(/WSA[A-Z_]+|1(00|01|10)[0-9][0-9]/, \"& <<code>>\"); print }' LOG | cat",
      },
      sed: { needs: "sed", command: `LC_ALL=C sed -E 's/${PATTERN}/& <<code>>/g' LOG | cat` },
      perl: { needs: "perl", command: `perl -pe 's/${PATTERN}/$& <<code>>/g' LOG | cat` },
      "rg --passthru": { needs: "rg", command: `rg --passthru '${PATTERN}' -r '$0 <<code>>' LOG | cat` },
    },
  },
  {
    name: "annotate a pipe",
    commands: {
      "cat | wsa-annotate | cat": {
        needs: "node",
        command: `cat LOG | ${OURS} annotate --store STORE | cat`,
        encoded: true,
      },
      mawk: {
        needs: "mawk",
        command: "cat LOG | mawk '{ gsub(/WSA[A-Z_]+|1(00|01|10)[0-9][0-9]/, \"& <<code>>\"); print }' | cat",
      },
      "rg --passthru": { needs: "rg", command: `cat LOG | rg --passthru '${PATTERN}' -r '$0 <<code>>' | cat` },
    },
  },
];

/** What has nothing to do with the size of a log; `FOLDER` holds 10,000 small ones, `COUNTED` is a store of them. */
export const starts = {
  "wsa-annotate ingest of 10,000 logs": { needs: "node", command: `${OURS} ingest FOLDER/small --store STORE` },
  "the same, nothing new": { needs: "node", command: `${OURS} ingest FOLDER/small --store COUNTED` },
  "wsa-annotate explain 10054": { needs: "node", command: `${OURS} explain 10054` },
  "node -e 0": { needs: "node", command: "node -e 0" },
};

/** Whether a program is there. */
export function isThere(program) {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}

/** The first line of what a program says about its version. */
export function versionOf(program) {
  const { stdout, stderr } = spawnSync(program, [program === "mawk" ? "-Wversion" : "--version"], { encoding: "utf8" });
  return (
    `${stdout}${stderr}`
      .split("\n")
      .find((line) => /\d/.test(line))
      ?.trim() ?? program
  );
}
