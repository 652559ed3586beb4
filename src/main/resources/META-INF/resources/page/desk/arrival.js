// Claims as they arrive: of each a row, which is read, and its answer, which is put aside.

import { CHUNK } from "./answers.js";
import { byteLines, post } from "./stream.js";
import { row as rowOf } from "./worklist.js";

/** @typedef {import("./desk.js").Desk} Desk */

const NDJSON = "application/x-ndjson";
/** The problem of a file that holds no claims at all. */
const UNKNOWN = ":unknown-input";
const TOLD_MS = 100;

/**
 * Asks for the answers to files of claims.
 * @param {File[]} files
 * @param {[string, File][]} beside what stands beside them: the field and the file
 * @param {AbortSignal} signal
 */
export function asked(files, beside, signal) {
  const form = new FormData();
  beside.forEach(([name, file]) => form.append(name, file));
  files.forEach((file) => form.append("claims", file));
  return post("v1/evaluations?claims=listed", { body: form, accept: NDJSON, signal });
}

/**
 * Takes the answers to the files of a desk, from the first that is not on it.
 * @param {Desk} desk
 * @param {Response} answer
 * @param {(claims: number) => void} seen told of every claim that was judged
 * @param {Promise<unknown>} before what is to be written into the database before them
 */
export async function arrive(desk, answer, seen, before) {
  const { files } = desk;
  const decoder = new TextDecoder();
  /** How many were here before; they are passed over. */
  let have = desk.rows.length;
  /** @type {import("./worklist.js").Row[]} */
  let rows = [];
  let told = 0;
  let at = 0;
  /** The row whose answer comes next. @type {any} */
  let row = null;
  let writing = before;
  // told when it is waited for
  writing.catch(() => {});
  const write = async (/** @type {number} */ chunk) => {
    const some = rows;
    rows = [];
    // one at a time: what waits in memory does not grow with the files
    await writing;
    writing = desk.answers.write(chunk, [["rows", chunk, some], desk.state()]);
    writing.catch(() => {});
  };
  const take = async (/** @type {Uint8Array} */ line) => {
    const i = at++;
    if (i === 0 && have && (await desk.original(0)).ruleset !== JSON.parse(decoder.decode(line)).ruleset) {
      // other rules judge by now: all claims by the same
      desk.forget();
      have = 0;
    }
    if (i >= have) {
      const made = rowOf(row, i);
      desk.note(row);
      desk.keep(made);
      rows.push(made);
      desk.settle(i);
      const full = desk.answers.take(i, line);
      if (full !== null) {
        await write(full);
      }
    }
    row = null;
    if (performance.now() - told > TOLD_MS || at === 1) {
      told = performance.now();
      seen(at);
    }
  };
  try {
    for await (const line of byteLines(answer)) {
      if (row) {
        await take(line);
      } else if (line.length) {
        const read = JSON.parse(decoder.decode(line));
        if (read.row) {
          row = read.row;
        } else if (read.end) {
          desk.end = read.end;
        } else {
          desk[String(read.problem.type).endsWith(UNKNOWN) ? "unknown" : "torn"] += read.claimId ? 0 : 1;
          desk.notes.push(...problems(read, files.length > 1 ? files[read.input - 1]?.name : ""));
        }
      }
    }
  } finally {
    // what arrived before an answer broke off stays on the desk; a page that is left reads on when it is there again
    if (!desk.left) {
      if (rows.length) {
        await write(Math.floor((desk.rows.length - 1) / CHUNK));
      }
      await writing;
      desk.reading = false;
      await desk.store.put([desk.state()]);
      seen(at);
    }
  }
}

/** What a line that is no claim's says, a sentence each. @param {any} read @param {string | undefined} file its name where there are several */
function problems(read, file) {
  const about = (file ? file + ": " : "") + (read.claimId ? `Claim ${read.claimId}: ` : "");
  const errors = read.problem.errors || [];
  return errors.length
    ? errors.map((/** @type {any} */ error) => about + error.message + (error.fix ? "; " + error.fix : ""))
    : [about + read.problem.detail];
}
