// The claims on the desk: what was answered, what was changed and why, and the judging of what was changed.

import { Refused, lines, post } from "./stream.js";
import { patched } from "./patch.js";
import { pastOf, row as rowOf } from "./worklist.js";

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
 * @property {Map<number, Refused>} refused claims that cannot be read so; they are not changed
 * @property {unknown} failed what ended it before all were judged, else null
 */

/** How many answers are written into the database at a time. */
const CHUNK = 100;
/** How many claims are judged again in one request. */
const BATCH = 400;
const NDJSON = "application/x-ndjson";
/** The problem of a file that holds no claims at all. */
const UNKNOWN = ":unknown-input";
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
    /** What arrived and is not yet in the database. @type {Map<number, string[]>} */
    this.arriving = new Map();
    /** @type {Map<number, string[]>} */
    this.recent = new Map();
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
    this.files = (await this.store.all("files")).map(([, file]) => file);
    for (const [, rows] of await this.store.all("rows")) {
      rows.forEach((/** @type {Row} */ row) => this.keep(row));
    }
    for (const [i, kept] of await this.store.all("changed")) {
      this.changed.set(i, kept);
      this.place(i, this.again(i, kept.answer));
      this.step = Math.max(this.step, ...kept.changes.map((/** @type {Change} */ change) => change.step + 1));
    }
    for (const [i, mark] of await this.store.all("marks")) {
      this.marks.set(i, mark);
      this.rows[i].mark = mark.mark;
    }
    return this.rows.length > 0 || this.notes.length > 0 || this.reading;
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
   * @param {FormData} form with what stands beside them; the claims are added
   * @param {{accepted: () => Promise<void>, seen: (claims: number) => void, signal: AbortSignal}} how told once the service takes
   *     the files, which is to clear the desk, and of every claim that was judged
   */
  async take(files, form, { accepted, seen, signal }) {
    files.forEach((file) => form.append("claims", file));
    const answer = await post("v1/evaluations?claims=true", { body: form, accept: NDJSON, signal });
    await accepted();
    this.files = files;
    this.reading = true;
    await this.store.put([...files.map((file, index) => /** @type {[string, number, any]} */ (["files", index, file])), this.state()]);
    /** @type {Row[]} */
    let rows = [];
    /** @type {string[]} */
    let texts = [];
    let told = 0;
    let chunk = 0;
    this.arriving.set(chunk, texts);
    const write = async () => {
      await this.store.put([["chunks", chunk, texts.join("\n")], ["rows", chunk, rows], this.state()]);
      this.arriving.delete(chunk);
      rows = [];
      texts = [];
      chunk++;
      this.arriving.set(chunk, texts);
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
          const kind = String(read.problem.type).endsWith(UNKNOWN) ? "unknown" : "torn";
          this[kind] += read.claimId ? 0 : 1;
          this.notes.push(...problems(read, files.length > 1 ? files[read.input - 1]?.name : ""));
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
      this.reading = false;
      await this.store.put([this.state()]);
      seen(this.rows.length);
    }
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
    return this.judge(new Map([...this.changed].filter(([, kept]) => kept.changes.length).map(([i, kept]) => [i, kept.changes])));
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

  /** The answer as it came with the file. @param {number} i */
  async original(i) {
    const chunk = Math.floor(i / CHUNK);
    let texts = this.arriving.get(chunk) || this.recent.get(chunk);
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
    return this.judge(wanted, seen);
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
    return this.judge(wanted);
  }

  /**
   * @param {Map<number, Change[]>} wanted all changes that claims are to have
   * @param {(done: number) => void} [seen]
   * @returns {Promise<Judged>}
   */
  async judge(wanted, seen) {
    /** @type {Judged} */
    const judged = { changed: [], refused: new Map(), failed: null };
    try {
      for (const members of await this.batches(wanted)) {
        await this.judgeSome(members, wanted, judged);
        seen?.(judged.changed.length + judged.refused.size);
      }
    } catch (error) {
      judged.failed = error;
    }
    if (judged.changed.length && this.taken) {
      this.taken = false;
      await this.store.put([this.state()]);
    }
    return judged;
  }

  /**
   * The claims to be judged again, so many at a time that the claims of a member are together: of the member whose a claim was, and
   * of the one whose it becomes.
   * @param {Map<number, Change[]>} wanted
   * @returns {Promise<number[][]>} each in the order of the files
   */
  async batches(wanted) {
    /** @type {Map<string, Set<number>>} */
    const groups = new Map();
    const group = (/** @type {string} */ past) => groups.get(past) || new Set(this.pasts.get(past));
    for (const [i, changes] of wanted) {
      const original = await this.original(i);
      let becomes = "";
      try {
        becomes = pastOf(patched(original.claim, changes.flatMap((change) => change.patch)));
      } catch {
        // that it does not fit the claim is said when it is judged
      }
      const both = new Set([i, ...group(this.rows[i].past), ...(becomes ? group(becomes) : [])]);
      for (const one of both) {
        groups.set(this.rows[one].past, both);
      }
      if (becomes) {
        groups.set(becomes, both);
      }
    }
    /** @type {number[][]} */
    const batches = [];
    for (const members of new Set(groups.values())) {
      const last = batches.at(-1);
      if (last && last.length + members.size <= BATCH) {
        last.push(...members);
      } else {
        batches.push([...members]);
      }
    }
    return batches.map((batch) => batch.sort((a, b) => a - b));
  }

  /**
   * @param {number[]} members claims in the order of their files, the pasts of each whole
   * @param {Map<number, Change[]>} wanted
   * @param {Judged} judged added to
   * @returns {Promise<void>}
   */
  async judgeSome(members, wanted, judged) {
    const { changed, refused } = judged;
    const wants = (/** @type {number} */ i) => (refused.has(i) ? undefined : wanted.get(i));
    /** @type {{i: number, claim: any, original: any}[]} */
    const sent = [];
    for (const i of members) {
      const original = await this.original(i);
      if (!original.claim) {
        continue;
      }
      const changes = wants(i);
      let { claim } = await this.answer(i);
      try {
        claim = changes ? patched(original.claim, changes.flatMap((change) => change.patch)) : claim;
      } catch (error) {
        refused.set(i, new Refused({ status: 0, detail: String(error instanceof Error ? error.message : error) }));
      }
      sent.push({ i, claim, original });
    }
    const answers = await this.ask(sent.map(({ claim }) => claim), sent.every(({ original }) => original.filed === "837I"));
    const unread = sent.flatMap(({ i }, index) => (answers[index].problem && wants(i) ? [{ i, problem: answers[index].problem }] : []));
    if (unread.length) {
      // the member's other claims are not judged without these, but by them as they were
      unread.forEach(({ i, problem }) => refused.set(i, new Refused({ ...problem, status: 422 })));
      return this.judgeSome(members, wanted, judged);
    }
    /** @type {[string, number, any][]} */
    const writes = [];
    sent.forEach(({ i, claim, original }, index) => {
      const read = answers[index];
      if (read.problem) {
        return;
      }
      const answer = this.merged(read, original, claim);
      this.note(answer);
      const changes = wants(i) || this.changesOf(i);
      // another claim's change may tell on one that was not changed
      const keeps = changes.length || JSON.stringify(answer.findings.map(said)) !== JSON.stringify(original.findings.map(said));
      if (keeps) {
        this.changed.set(i, { changes, answer });
      } else {
        this.changed.delete(i);
      }
      writes.push(["changed", i, this.changed.get(i)]);
      this.place(i, this.again(i, keeps ? answer : original));
      if (wants(i)) {
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

/** What a line that is no claim's says, a sentence each. @param {any} read @param {string | undefined} file its name where there are several */
function problems(read, file) {
  const about = (file ? file + ": " : "") + (read.claimId ? `Claim ${read.claimId}: ` : "");
  const errors = read.problem.errors || [];
  return errors.length
    ? errors.map((/** @type {any} */ error) => about + error.message + (error.fix ? "; " + error.fix : ""))
    : [about + read.problem.detail];
}
