// A draft that is worked on: its edits are sent one after the other, each upon the last, and if somebody else was faster it is asked whose counts.

import { Queue } from "../desk/queue.js";
import { inWords, moved } from "./model.js";
import { Stale, got, part } from "./service.js";

/** @typedef {import("./model.js").Grid} Grid */
/** @typedef {import("./model.js").Edit} Edit */
/**
 * @typedef {object} Draft
 * @property {string} id
 * @property {string} name
 * @property {string} author
 * @property {string} reason
 * @property {string} source
 * @property {"open" | "proposed" | "scheduled" | "published" | "withdrawn"} state
 * @property {string} base
 * @property {boolean} baseIsActive
 * @property {number} revision
 * @property {string} createdAt
 * @property {string} changedAt
 * @property {{table: string, workbook: string, problems: number, warnings: number}[]} tables
 * @property {number} undo how many steps can be taken back
 * @property {number} redo
 * @property {{by: string, at: string, note: string, revision: number} | null} [proposal]
 * @property {{by: string, at: string, note: string, alone: boolean, from: string | null, despiteExamples?: string, fewerExamples?: string} | null} [approval]
 * @property {string} [lastEdit] what was done last, in words
 * @property {string | null} [release] the version that it became
 * @property {string | null} [refused] why it was not published though its day has come
 */
/** What to do with one's own change after another's. @typedef {(stale: Stale, mine: string[], lost: number) => Promise<boolean>} Decide */

/** Whether it can be edited: what is proposed waits as it is. @param {Draft} draft */
export const isOpen = (draft) => draft.state === "open";

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
    const kept = this.grids.get(table);
    if (kept) {
      return kept;
    }
    const grid = await got(`${this.address}/tables/${part(table)}`);
    this.grids.set(table, grid);
    return grid;
  }

  /** Looks whether somebody else has changed it. */
  refresh() {
    return this.queue.run(async () => {
      const now = known(await got(this.address));
      if (now.revision !== this.draft.revision) {
        this.grids.clear();
      }
      this.draft = now;
    });
  }

  /** What stands there now, whoever changed it. @param {string | null} [table] */
  async reload(table = null) {
    const before = this.grids;
    this.draft = known(await got(this.address));
    this.grids = new Map();
    if (table) {
      await this.grid(table);
    }
    return before;
  }

  /**
   * Makes edits of a table. Where somebody else changed the draft meanwhile, they are made on the same rows of what stands there now, if that is wanted.
   * @param {string} table
   * @param {Edit[]} edits
   * @returns {Promise<boolean>} whether they were made
   */
  edit(table, edits) {
    return this.queue.run(async () => {
      let mine = edits;
      let before = await this.grid(table);
      for (;;) {
        try {
          this.took(await got(`${this.address}/edits`, { method: "POST", json: { table, edits: mine }, revision: this.draft.revision }));
          return true;
        } catch (error) {
          if (!(error instanceof Stale)) {
            throw error;
          }
          const words = mine.map((edit) => inWords(edit, before));
          await this.reload(table);
          const after = await this.grid(table);
          const again = mine.map((edit) => moved(edit, before, after)).filter((edit) => edit !== null);
          const wanted = await this.page.decide(error, words, mine.length - again.length);
          this.page.changed();
          if (!wanted || !again.length) {
            return false;
          }
          mine = again;
          before = after;
        }
      }
    });
  }

  /** Takes the last step back, or makes it again. @param {"undo" | "redo"} which */
  async step(which) {
    await this.change(`/${which}`, { method: "POST" });
  }

  /**
   * Changes the draft otherwise than by edits of cells.
   * @param {string} path below its address
   * @param {import("./service.js").Asked} asked
   * @param {boolean} [aside] whether its tables stay as they are, so that what came of them still counts
   * @returns {Promise<any>} the answer; null if somebody else was faster and it was not wanted any more
   */
  change(path, asked, aside = false) {
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
          const wanted = await this.page.decide(error, [], 0);
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
      this.grids.set(answer.grid.table, answer.grid);
    } else if (draft) {
      this.grids.clear();
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
