// The claims on the desk: what was answered, and what was changed and why.

import { Answers, CHUNK } from "./answers.js";
import { arrive, asked } from "./arrival.js";
import { ask, judged } from "./judging.js";
import { row as rowOf, shared } from "./worklist.js";

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

/**
 * What came of changes.
 * @typedef {object} Judged
 * @property {number[]} changed
 * @property {Map<number, import("./stream.js").Refused>} refused claims that cannot be read so; they are not changed
 * @property {unknown} failed what ended it before all were judged, else null
 */

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
    /** What stands beside the claims: the field of the form and the file. @type {[string, File][]} */
    this.beside = [];
    /** @type {string[]} what is wrong with files and not with a claim */
    this.notes = [];
    /** How many files are no files of claims, and how many break off. */
    this.unknown = 0;
    this.torn = 0;
    /** @type {any} the last line of the answer */
    this.end = null;
    /** @type {Map<string, {title: string}>} */
    this.titles = new Map();
    this.step = 1;
    /** Whether files are being read. */
    this.reading = false;
    /** Whether the changes were taken away as they are. */
    this.taken = false;
    /** Whether the page goes, so that what is under way is for the one that comes. */
    this.left = false;
    this.answers = new Answers(store);
  }

  /** What was on the desk before the page was loaded anew; whether anything was. */
  async restore() {
    const desk = await this.store.get("desk", "state");
    if (!desk) {
      return false;
    }
    const { end, notes, taken, reading, unknown, torn } = desk;
    Object.assign(this, { end, notes, taken, reading, unknown, torn });
    this.titles = new Map(desk.titles);
    this.files = (await this.store.get("files", "claims")) || [];
    this.beside = (await this.store.get("files", "beside")) || [];
    // one by one: all at once would be twice in memory
    for (let chunk = 0; ; chunk++) {
      const rows = await this.store.get("rows", chunk);
      // reading goes on where a chunk ends
      if (!rows || (reading && rows.length < CHUNK)) {
        break;
      }
      rows.forEach((/** @type {Row} */ row) => this.keep(shared(row)));
    }
    for (const [i, kept] of await this.store.all("changed")) {
      this.changed.set(i, kept);
      this.step = Math.max(this.step, ...kept.changes.map((/** @type {Change} */ change) => change.step + 1));
    }
    for (const [i, mark] of await this.store.all("marks")) {
      this.marks.set(i, mark);
    }
    this.rows.forEach((row) => this.settle(row.i));
    return this.rows.length > 0 || this.notes.length > 0 || this.reading;
  }

  /** Takes the rows and their answers off the page, to be taken anew; what was changed and marked stays. */
  forget() {
    Object.assign(this, { rows: [], pasts: new Map(), answers: new Answers(this.store) });
  }

  /** Gives the row of a claim what was done to the claim before the row was here. @param {number} i */
  settle(i) {
    const kept = this.changed.get(i);
    if (kept) {
      this.place(i, this.again(i, kept.answer));
    } else {
      this.rows[i].mark = this.marks.get(i)?.mark || "";
    }
  }

  /** Takes everything off the desk, from the page even where the database cannot be emptied. */
  async clear() {
    Object.assign(this, new Desk(this.store));
    await this.store.clear();
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
   * @param {[string, File][]} beside what stands beside them: the field of the form and the file
   * @param {{accepted: () => Promise<void>, seen: (claims: number) => void, signal: AbortSignal}} how told once the service takes
   *     the files, whose claims then take the place of those on the desk, and of every claim that was judged
   */
  async take(files, beside, { accepted, seen, signal }) {
    const answer = await asked(files, beside, signal);
    await accepted();
    // not waited for: the first claims are shown while the browser deletes what was there and copies the files
    const emptied = this.clear();
    Object.assign(this, { files, beside, reading: true });
    const kept = this.store.put([["files", "claims", files], ["files", "beside", beside], this.state()]);
    await arrive(this, answer, seen, Promise.all([emptied, kept]));
  }

  /**
   * Goes on with the files of a page that was loaded anew while it read them.
   * @param {{seen: (claims: number) => void, signal: AbortSignal}} how told of every claim that was judged
   */
  async goOn({ seen, signal }) {
    const answer = await asked(this.files, this.beside, signal);
    Object.assign(this, { notes: [], unknown: 0, torn: 0, end: null });
    await arrive(this, answer, seen, Promise.resolve());
  }

  /** What is kept of the desk as a whole. @returns {[string, string, any]} */
  state() {
    return ["desk", "state", { end: this.end, notes: this.notes, titles: [...this.titles], reading: this.reading, taken: this.taken, unknown: this.unknown, torn: this.torn }];
  }

  /** The changes were taken away. */
  async tookAway() {
    this.taken = true;
    await this.store.put([this.state()]);
  }

  /** How many claims were changed and not taken away since. */
  get untaken() {
    return this.taken ? 0 : [...this.changed.values()].filter((kept) => kept.changes.length).length;
  }

  /** Judges what was changed again, with what arrived since. */
  async judgeAgain() {
    return judged(this, new Map([...this.changed].filter(([, kept]) => kept.changes.length).map(([i, kept]) => [i, kept.changes])));
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
    return row;
  }

  /** Puts a row in the place of a former one, among the claims of its member. @param {number} i @param {Row} row */
  place(i, row) {
    const { past } = this.rows[i];
    this.rows[i] = row;
    if (row.past === past) {
      return;
    }
    const left = (this.pasts.get(past) || []).filter((one) => one !== i);
    if (left.length) {
      this.pasts.set(past, left);
    } else {
      this.pasts.delete(past);
    }
    this.pasts.set(row.past, [...(this.pasts.get(row.past) || []), i].sort((a, b) => a - b));
  }

  /** The answer as it came with the file. @param {number} i @returns {Promise<any>} */
  original(i) {
    return this.answers.get(i);
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
   * @returns {Promise<Judged>}
   */
  async change(changes, seen) {
    const step = this.step++;
    const at = new Date().toISOString();
    /** @type {Map<number, Change[]>} */
    const wanted = new Map();
    for (const [i, change] of changes) {
      wanted.set(i, [...this.changesOf(i), { ...change, step, at }]);
    }
    return judged(this, wanted, seen);
  }

  /** Takes back the last step of all, or of one claim. @param {number} [i] @returns {Promise<Judged>} */
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
    return judged(this, wanted);
  }

  /** The answers to claims as they are now; none is kept. @param {any[]} claims @param {boolean} filed whether they are of an 837I file */
  ask(claims, filed) {
    return ask(claims, filed);
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
