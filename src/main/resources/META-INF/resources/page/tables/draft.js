// A draft that is worked on: its edits are sent one after the other, each upon the last, and if somebody else was faster it is asked whose counts.

import { may } from "../who.js";
import { Queue } from "../desk/queue.js";
import { Refused } from "../desk/stream.js";
import { inWords, moved } from "./model.js";
import { Stale, got, part } from "./service.js";

/** @typedef {import("./model.js").Grid} Grid */
/** @typedef {import("./model.js").Edit} Edit */
/**
 * @typedef {object} Draft
 * @property {string} id
 * @property {string} name
 * @property {string} author
 * @property {string} [authorSubject] who that is, where the service knows it
 * @property {string} reason
 * @property {string} source
 * @property {"open" | "proposed" | "scheduled" | "publishing" | "published" | "unreadable"} state
 * @property {string} base
 * @property {boolean} baseIsActive
 * @property {number} revision
 * @property {string} createdAt
 * @property {string} changedAt
 * @property {{table: string, workbook: string, problems: number, warnings: number}[]} tables
 * @property {number} undo how many steps can be taken back
 * @property {number} redo
 * @property {{by: string, subject?: string, at: string, note: string, revision: number} | null} [proposal]
 * @property {{by: string, at: string, note: string, alone: boolean, from: string | null, despiteExamples?: string, fewerExamples?: string} | null} [approval]
 * @property {Impact | null} [impact] what it was last seen to do to claims
 * @property {string} [lastEdit] what was done last, in words
 * @property {string | null} [release] the version that it became
 * @property {string | null} [refused] why it was not published though its day has come
 */
/** What a draft was last seen to do to claims; `holds` says whether its tables are still those. @typedef {{claims: number, newlyFailing: number, newlyClean: number, holds: boolean, at: string, words: string}} Impact */
/** What to do with one's own change after another's; `over` is what it does to theirs. @typedef {(stale: Stale, mine: string[], lost: number, over: string) => Promise<boolean>} Decide */

/** What a change does to what somebody else did meanwhile, in words for whoever decides whether it is done all the same. */
export const OVER = {
  edits: "Theirs is kept. Make yours again upon it?",
  proposal: "The draft is then open again, with what they changed.",
  about: "What you say of the draft takes the place of what it says now, theirs too.",
  draft: "What they changed is deleted with the draft.",
  propose: "What they changed is then proposed too, as yours.",
  approve: "What they changed is then approved and published too. Look at what is different first.",
  answers: "Theirs is kept, and the examples take what comes with it.",
  example: "Theirs is kept. The example expects what comes with it.",
};
/** What would be done to a colleague's change in the place of one's own. */
const STEPS = { undo: "Undo would take their change back, not yours", redo: "what you took back would be made again over their change" };

/** Whether it can be edited by whoever looks at it: what is proposed waits as it is. @param {Draft} draft */
export const isOpen = (draft) => draft.state === "open" && may("analyst");

/** A draft as the service tells it, with its tables, none where they cannot be told. @param {any} told @returns {Draft} */
const known = (told) => ({ ...told, tables: told.tables || [] });

export class DraftDesk {
  /** @param {Draft} draft @param {{changed: () => void, decide: Decide}} page told of every change, and asked whether a change is made again */
  constructor(draft, page) {
    this.draft = known(draft);
    /** In which time zone the day begins from which it is live, once it was told. @type {string | null} */
    this.zone = null;
    this.page = page;
    /** @type {Map<string, Grid>} */
    this.grids = new Map();
    this.queue = new Queue();
    /** Tables after edits that moved no row, and the first state in which their rows stood there. @type {WeakMap<Grid, Grid>} */
    this.places = new WeakMap();
    /** What came of checks and runs, by what was asked, and of which revision. @type {Map<string, {revision: number, result: any}>} */
    this.results = new Map();
  }

  get address() {
    return `v1/drafts/${part(this.draft.id)}`;
  }

  /** @param {string} id @param {ConstructorParameters<typeof DraftDesk>[1]} page */
  static async open(id, page) {
    return new DraftDesk(await got(`v1/drafts/${part(id)}`), page);
  }

  /** A table of the draft. @param {string} table @returns {Promise<Grid>} */
  async grid(table) {
    const { grids } = this;
    const kept = grids.get(table);
    if (kept) {
      return kept;
    }
    const grid = await got(`${this.address}/tables/${part(table)}`);
    if (grids !== this.grids) {
      // while it was on its way, something was changed
      return this.grid(table);
    }
    grids.set(table, grid);
    return grid;
  }

  /** Looks whether somebody else has changed it. */
  refresh() {
    return this.queue.run(async () => {
      const now = known(await got(this.address));
      if (now.revision !== this.draft.revision) {
        this.grids = new Map();
      }
      this.draft = now;
    });
  }

  /** What stands there now, whoever changed it. */
  async reload() {
    this.draft = known(await got(this.address));
    this.grids = new Map();
  }

  /**
   * An edit as it is in a later state of a table: it stays where it is while only cells were written, else it follows its row.
   * @param {Edit} edit
   * @param {Grid} seen
   * @param {Grid} now
   * @returns {Edit | null} null where its row is no longer there
   */
  followed(edit, seen, now) {
    return (this.places.get(seen) || seen) === (this.places.get(now) || now) ? edit : moved(edit, seen, now);
  }

  /**
   * Makes edits of a table on the rows that were meant, wherever changes made before have moved them. Where somebody else changed the
   * draft meanwhile, they are made on the same rows of what stands there now, if that is wanted.
   * @param {string} table
   * @param {Edit[]} edits
   * @param {Grid} seen the table as it was when they were thought of
   * @returns {Promise<boolean>} whether they were made
   * @throws {Refused} with those whose row an earlier change took away; the others are made
   */
  edit(table, edits, seen) {
    return this.queue.run(async () => {
      const now = await this.grid(table);
      const all = edits.map((edit) => ({ edit, follows: this.followed(edit, seen, now) }));
      const lost = all.filter(({ follows }) => !follows).map(({ edit }) => ({ message: inWords(edit, seen) }));
      const mine = all.map(({ follows }) => follows).filter((edit) => edit !== null);
      const made = mine.length ? await this.send(table, mine, now) : false;
      if (lost.length) {
        throw new Refused({ status: 0, detail: `An earlier change took the row away, or gave its name to another${made ? "; all else is changed" : ""}:`, errors: lost });
      }
      return made;
    });
  }

  /**
   * @param {string} table
   * @param {Edit[]} edits
   * @param {Grid} seen
   * @returns {Promise<boolean>} whether they were made
   */
  async send(table, edits, seen) {
    let mine = edits;
    let before = seen;
    for (;;) {
      try {
        const answer = await got(`${this.address}/edits`, { method: "POST", json: { table, edits: mine }, revision: this.draft.revision });
        if (answer?.grid && mine.every(({ op }) => op === "set")) {
          this.places.set(answer.grid, this.places.get(before) || before);
        }
        this.took(answer);
        return true;
      } catch (error) {
        if (!(error instanceof Stale)) {
          throw error;
        }
        const words = mine.map((edit) => inWords(edit, before));
        await this.reload();
        const after = await this.grid(table);
        const again = mine.map((edit) => moved(edit, before, after)).filter((edit) => edit !== null);
        const wanted = await this.page.decide(error, words, mine.length - again.length, OVER.edits);
        this.page.changed();
        if (!wanted || !again.length) {
          return false;
        }
        mine = again;
        before = after;
      }
    }
  }

  /**
   * Takes the last step back, or makes it again.
   * @param {"undo" | "redo"} which
   * @returns {Promise<string>} what that was, in words
   * @throws {Refused} where somebody else was faster, with what they changed: it would be their step
   */
  step(which) {
    return this.queue.run(async () => {
      try {
        const before = this.draft.lastEdit;
        this.took(await got(`${this.address}/${which}`, { method: "POST", revision: this.draft.revision }));
        return (which === "undo" ? before : this.draft.lastEdit) || "the last change";
      } catch (error) {
        if (!(error instanceof Stale)) {
          throw error;
        }
        await this.reload();
        this.page.changed();
        throw new Refused({ status: error.status, detail: `Somebody else changed this draft first, and ${STEPS[which]}. Theirs is shown now:`, errors: error.difference.map((message) => ({ message })) });
      }
    });
  }

  /**
   * Changes the draft otherwise than by edits of cells.
   * @param {string} path below its address
   * @param {import("./service.js").Asked} asked
   * @param {string} over what it does to a change that somebody else made first
   * @param {boolean} [aside] whether its tables stay as they are, so that what came of them still counts
   * @returns {Promise<any>} the answer; null if somebody else was faster and it was not wanted any more
   */
  change(path, asked, over, aside = false) {
    return this.queue.run(async () => {
      for (;;) {
        try {
          const { revision } = this.draft;
          const answer = await got(this.address + path, { ...asked, revision });
          const now = (answer?.draft || answer)?.revision;
          for (const kept of aside && now ? this.results.values() : []) {
            kept.revision = kept.revision === revision ? now : kept.revision;
          }
          this.took(answer);
          return answer ?? true;
        } catch (error) {
          if (!(error instanceof Stale)) {
            throw error;
          }
          await this.reload();
          const wanted = await this.page.decide(error, [], 0, over);
          this.page.changed();
          if (!wanted) {
            return null;
          }
        }
      }
    });
  }

  /** @param {any} answer a draft, or a draft and the table that was changed; null of one that is gone */
  took(answer) {
    if (!answer) {
      return;
    }
    const draft = answer?.draft || (answer?.id ? answer : null);
    if (draft) {
      this.draft = known(draft);
    }
    this.zone = answer?.zone || this.zone;
    if (answer?.grid) {
      // what is complained of in the other tables may be another
      this.grids = new Map([[answer.grid.table, answer.grid]]);
    } else if (draft) {
      this.grids = new Map();
    }
    this.page.changed();
  }

  /** What came of something, if the draft is still as it was then. @param {string} what @returns {any} */
  result(what) {
    const kept = this.results.get(what);
    return kept && kept.revision === this.draft.revision ? kept.result : null;
  }

  /** @param {string} what @param {any} result @param {number} revision of the draft that it is about */
  keep(what, result, revision) {
    this.results.set(what, { revision, result });
  }
}
