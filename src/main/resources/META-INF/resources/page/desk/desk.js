// The claims on the desk: what was answered, what was changed and why, and the judging of what was changed.

import { Refused, lines, post } from "./stream.js";
import { patched } from "./patch.js";
import { row as rowOf } from "./worklist.js";

/** @typedef {import("./worklist.js").Row} Row */
/** @typedef {import("./patch.js").Operation} Operation */

/**
 * A change of one claim.
 * @typedef {object} Change
 * @property {number} step changes made together have the same; undone together
 * @property {Operation[]} patch
 * @property {string[]} because findings that it mends, empty where somebody typed
 * @property {string} why "certain", "asked", "typed" or "minutes"
 * @property {{where: string, before: string, after: string}[]} words
 * @property {string} at when
 */

/** How many answers are written into the database at a time. */
const CHUNK = 100;
/** How many claims are judged again in one request. */
const BATCH = 400;
const NDJSON = "application/x-ndjson";
/** What a file breaks of its guide shows in the file alone. */
const GUIDE = "HHT-9";

export class Desk {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    /** @type {Row[]} */
    this.rows = [];
    /** @type {Map<string, number[]>} */
    this.pasts = new Map();
    /** @type {Map<number, {changes: Change[], answer: any}>} */
    this.changed = new Map();
    /** @type {Map<number, {mark: "done" | "ignored" | "sent", reason: string}>} */
    this.marks = new Map();
    /** @type {File[]} */
    this.files = [];
    /** @type {string[]} what is wrong with files and not with a claim */
    this.notes = [];
    /** @type {any} the last line of the answer */
    this.end = null;
    /** @type {Map<string, {title: string}>} */
    this.titles = new Map();
    this.step = 1;
    /** @type {Map<number, string[]>} */
    this.recent = new Map();
  }

  /** What was on the desk before the page was loaded anew; whether anything was. */
  async restore() {
    const desk = await this.store.get("desk", "state");
    if (!desk) {
      return false;
    }
    this.end = desk.end;
    this.notes = desk.notes;
    this.titles = new Map(desk.titles);
    this.files = (await this.store.all("files")).map(([, file]) => file);
    for (const [, rows] of await this.store.all("rows")) {
      rows.forEach((/** @type {Row} */ row) => this.keep(row));
    }
    for (const [i, kept] of await this.store.all("changed")) {
      this.changed.set(i, kept);
      this.rows[i] = this.again(i, kept.answer);
      this.step = Math.max(this.step, ...kept.changes.map((/** @type {Change} */ change) => change.step + 1));
    }
    for (const [i, mark] of await this.store.all("marks")) {
      this.marks.set(i, mark);
      this.rows[i].mark = mark.mark;
    }
    return this.rows.length > 0 || this.notes.length > 0;
  }

  async clear() {
    await this.store.clear();
    Object.assign(this, new Desk(this.store));
  }

  /** @param {Row} row */
  keep(row) {
    this.rows[row.i] = row;
    const past = this.pasts.get(row.past);
    if (past) {
      past.push(row.i);
    } else {
      this.pasts.set(row.past, [row.i]);
    }
  }

  /**
   * Takes files to the desk and has them judged.
   * @param {File[]} files
   * @param {FormData} form with what stands beside them; the claims are added
   * @param {{seen: (claims: number) => void, signal: AbortSignal}} how told of every claim that was judged
   */
  async take(files, form, { seen, signal }) {
    await this.clear();
    this.files = files;
    files.forEach((file) => form.append("claims", file));
    const answer = await post("v1/evaluations?claims=true", { body: form, accept: NDJSON, signal });
    await this.store.put(files.map((file, index) => ["files", index, file]));
    /** @type {Row[]} */
    let rows = [];
    /** @type {string[]} */
    let texts = [];
    let told = 0;
    const write = async () => {
      const chunk = (this.rows.length - rows.length) / CHUNK;
      await this.store.put([["chunks", chunk, texts.join("\n")], ["rows", chunk, rows]]);
      rows = [];
      texts = [];
    };
    try {
      for await (const line of lines(answer)) {
        if (!line) {
          continue;
        }
        const read = JSON.parse(line);
        if (read.end) {
          this.end = read.end;
        } else if (read.ordinal === undefined) {
          this.notes.push(...problems(read));
        } else {
          const row = rowOf(read, this.rows.length);
          this.note(read);
          this.keep(row);
          rows.push(row);
          texts.push(line);
          if (rows.length === CHUNK) {
            await write();
          }
          if (performance.now() - told > 100 || this.rows.length === 1) {
            told = performance.now();
            seen(this.rows.length);
          }
        }
      }
    } finally {
      // what arrived before an answer broke off stays on the desk
      if (rows.length) {
        await write();
      }
      await this.store.put([
        ["desk", "state", { end: this.end, notes: this.notes, titles: [...this.titles] }],
      ]);
      seen(this.rows.length);
    }
  }

  /** @param {any} answer */
  note(answer) {
    for (const finding of answer.findings || []) {
      if (!this.titles.has(finding.id)) {
        this.titles.set(finding.id, { title: finding.title });
      }
    }
  }

  /** The row of a claim that was judged again. @param {number} i @param {any} answer */
  again(i, answer) {
    const row = rowOf(answer, i);
    row.changed = (this.changed.get(i)?.changes.length || 0) > 0;
    row.mark = this.marks.get(i)?.mark || "";
    // whose past it is in the file stays what it was: its place among the claims before and after it
    row.past = this.rows[i].past;
    return row;
  }

  /** The answer as it came with the file. @param {number} i */
  async original(i) {
    const chunk = Math.floor(i / CHUNK);
    let texts = this.recent.get(chunk);
    if (!texts) {
      texts = /** @type {string} */ (await this.store.get("chunks", chunk)).split("\n");
      this.recent.set(chunk, texts);
      if (this.recent.size > 4) {
        this.recent.delete(/** @type {number} */ (this.recent.keys().next().value));
      }
    }
    return JSON.parse(texts[i % CHUNK]);
  }

  /** The answer as it is now, with the claim. @param {number} i */
  async answer(i) {
    return this.changed.get(i)?.answer || this.original(i);
  }

  /** @param {number} i @returns {Change[]} */
  changesOf(i) {
    return this.changed.get(i)?.changes || [];
  }

  /**
   * Changes claims and judges them and the others of their members again.
   * @param {Map<number, Omit<Change, "step" | "at">>} changes
   * @param {(done: number) => void} [seen]
   * @returns {Promise<{changed: number[], refused: Map<number, Refused>}>} a claim that cannot be read so is not changed
   */
  async change(changes, seen) {
    const step = this.step++;
    const at = new Date().toISOString();
    /** @type {Map<number, Change[]>} */
    const wanted = new Map();
    for (const [i, change] of changes) {
      wanted.set(i, [...this.changesOf(i), { ...change, step, at }]);
    }
    return this.judge(wanted, seen);
  }

  /** Takes back the last step of all, or of one claim. @param {number} [i] @returns {Promise<number[]>} the claims */
  async undo(i) {
    const all = [...this.changed].filter(([claim]) => i === undefined || claim === i);
    const last = all.flatMap(([, kept]) => kept.changes).reduce((most, { step }) => Math.max(most, step), 0);
    /** @type {Map<number, Change[]>} */
    const wanted = new Map();
    for (const [claim, kept] of all) {
      if (kept.changes.at(-1)?.step === last) {
        wanted.set(claim, kept.changes.slice(0, -1));
      }
    }
    return (await this.judge(wanted)).changed;
  }

  /**
   * @param {Map<number, Change[]>} wanted all changes that claims are to have
   * @param {(done: number) => void} [seen]
   */
  async judge(wanted, seen) {
    /** @type {number[]} */
    const changed = [];
    /** @type {Map<number, Refused>} */
    const refused = new Map();
    const pasts = [...new Set([...wanted.keys()].map((i) => this.rows[i].past))];
    while (pasts.length) {
      /** @type {number[]} */
      const members = [];
      while (pasts.length && members.length < BATCH) {
        members.push(.../** @type {number[]} */ (this.pasts.get(/** @type {string} */ (pasts.shift()))));
      }
      await this.judgeSome(members, wanted, changed, refused);
      seen?.(changed.length + refused.size);
    }
    return { changed, refused };
  }

  /**
   * @param {number[]} members claims in the order of their files, the pasts of each whole
   * @param {Map<number, Change[]>} wanted
   * @param {number[]} changed added to
   * @param {Map<number, Refused>} refused added to
   */
  async judgeSome(members, wanted, changed, refused) {
    /** @type {{i: number, claim: any, original: any}[]} */
    const sent = [];
    for (const i of members) {
      const original = await this.original(i);
      if (!original.claim) {
        continue;
      }
      const changes = wanted.get(i);
      try {
        const claim = changes ? patched(original.claim, changes.flatMap((change) => change.patch)) : (await this.answer(i)).claim;
        sent.push({ i, claim, original });
      } catch (error) {
        refused.set(i, new Refused({ status: 0, detail: String(error instanceof Error ? error.message : error) }));
        sent.push({ i, claim: (await this.answer(i)).claim, original });
      }
    }
    const answers = await this.ask(sent.map(({ claim }) => claim), sent.every(({ original }) => original.filed === "837I"));
    /** @type {[string, number, any][]} */
    const writes = [];
    sent.forEach(({ i, claim, original }, index) => {
      const read = answers[index];
      const changes = wanted.get(i);
      if (read.problem) {
        if (changes) {
          refused.set(i, new Refused({ ...read.problem, status: 422 }));
        }
        return;
      }
      const answer = this.merged(read, original, claim);
      this.note(answer);
      const kept = { changes: refused.has(i) || !changes ? this.changesOf(i) : changes, answer };
      if (kept.changes.length) {
        this.changed.set(i, kept);
        writes.push(["changed", i, kept]);
      } else if (changes || this.changed.has(i)) {
        this.changed.delete(i);
        writes.push(["changed", i, undefined]);
      }
      if (!kept.changes.length && !changes && JSON.stringify(answer.findings.map(said)) !== JSON.stringify(original.findings.map(said))) {
        // another claim's change tells on this one
        this.changed.set(i, kept);
        writes.push(["changed", i, kept]);
      }
      this.rows[i] = this.again(i, this.changed.has(i) ? answer : original);
      if (changes && !refused.has(i)) {
        changed.push(i);
      }
    });
    await this.store.put(writes);
  }

  /**
   * The answers to claims, in their order, each judged by those before it.
   * @param {any[]} claims
   * @param {boolean} filed whether they are of an 837I file, so that what they do not have is not there
   */
  async ask(claims, filed) {
    const answer = await post("v1/evaluations" + (filed ? "?as=837I" : ""), {
      body: claims.map((claim) => JSON.stringify(claim)).join("\n") + "\n",
      type: NDJSON,
      accept: NDJSON,
    });
    const answers = [];
    for await (const line of lines(answer)) {
      const read = line ? JSON.parse(line) : {};
      if (read.claimId !== undefined || read.problem) {
        answers.push(read);
      }
    }
    if (answers.length !== claims.length) {
      throw new Refused({ status: 0, detail: "The answer is not whole; nothing was changed. Try again." });
    }
    return answers;
  }

  /**
   * What a claim gets now: what its file alone shows is kept from the answer to the file.
   * @param {any} read
   * @param {any} original
   * @param {any} claim
   */
  merged(read, original, claim) {
    const ofFile = original.findings
      .filter((/** @type {any} */ finding) => finding.id.startsWith(GUIDE))
      .map((/** @type {any} */ finding) => ({ ...finding, asFiled: true }));
    const findings = [...read.findings, ...ofFile];
    return {
      ...read,
      findings,
      disposition: ofFile.length ? worst(read.disposition, ofFile) : read.disposition,
      input: original.input,
      ordinal: original.ordinal,
      bytes: original.bytes,
      filed: original.filed,
      disciplines: original.disciplines,
      claim,
    };
  }

  /** @param {number[]} rows @param {"" | "done" | "ignored" | "sent"} mark @param {string} reason */
  async mark(rows, mark, reason) {
    for (const i of rows) {
      if (mark) {
        this.marks.set(i, { mark, reason });
      } else {
        this.marks.delete(i);
      }
      this.rows[i].mark = mark;
    }
    await this.store.put(rows.map((i) => ["marks", i, this.marks.get(i)]));
  }
}

/** @param {any} finding */
const said = (finding) => [finding.id, finding.field, finding.message];

/** @param {string} disposition @param {any[]} findings */
function worst(disposition, findings) {
  const effects = ["CLEAN", "INFO", "WARN", "DENY", "REJECT", "RTP"];
  return [disposition, ...findings.map((finding) => finding.effect)].sort((a, b) => effects.indexOf(b) - effects.indexOf(a))[0];
}

/** What a line that is no claim's says, a sentence each. @param {any} read */
function problems(read) {
  const about = read.claimId ? `Claim ${read.claimId}: ` : "";
  const errors = read.problem.errors || [];
  return errors.length
    ? errors.map((/** @type {any} */ error) => about + error.message + (error.fix ? "; " + error.fix : ""))
    : [about + read.problem.detail];
}
