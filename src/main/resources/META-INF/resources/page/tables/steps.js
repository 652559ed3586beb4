// The steps of a draft after its edits: check, examples, impact, proposal, approval; each with what came of it.

import { coded, make } from "../desk/elements.js";
import { counted } from "../desk/values.js";
import { asked } from "./dialogs.js";
import { isOpen, OVER } from "./draft.js";
import { cellsOf } from "./model.js";
import { head } from "./head.js";
import { drawnImpact } from "./impact.js";
import { got, streamed, wordsOf } from "./service.js";
import { proposal, publication } from "./publish.js";
import { hashOf } from "./route.js";
import { drawnWords, tableOf } from "./words.js";

/** @typedef {import("./draft.js").DraftDesk} DraftDesk */
/** @typedef {import("./tables.js").Page} Page */

const LISTED = 50;

export class StepsView {
  /** @param {HTMLElement} box @param {Page} page @param {DraftDesk} desk @param {string} step */
  constructor(box, page, desk, step) {
    this.page = page;
    this.desk = desk;
    this.step = step;
    this.head = make("div");
    this.panel = make("section", { class: "step-panel", "aria-live": "off" });
    /** @type {AbortController | null} */
    this.running = null;
    box.append(this.head, this.panel);
    this.changed();
  }

  changed() {
    head(this.head, this.page, this.desk, this.step, null);
    this.draw();
  }

  leave() {
    this.running?.abort();
  }

  draw() {
    const panels = /** @type {Record<string, () => Promise<void>>} */ ({
      edit: () => this.edit(), check: () => this.check(), examples: () => this.examples(), impact: () => drawnImpact(this),
      propose: () => proposal(this), publish: () => publication(this),
    });
    panels[this.step]().catch((error) => this.page.failed(error, "This cannot be shown"));
  }

  /** Shows the panel. @param {...(Node | string | null)} content */
  show(...content) {
    this.panel.replaceChildren(...content.filter((one) => one !== null));
  }

  /** @param {string} table @param {string} [cell] @param {string | null} [sheet] */
  link(table, cell, sheet) {
    return hashOf({ view: "table", draft: this.desk.draft.id, table, cell, sheet: sheet || undefined });
  }

  /** To where a claim is tried on the draft. */
  tryLink() {
    return make("a", { class: "button", href: hashOf({ view: "trial", draft: this.desk.draft.id }) }, "Try a claim");
  }

  /** What the draft makes different, in words. */
  async difference() {
    if (!this.desk.draft.tables.length) {
      return make("p", { class: "quiet" }, "Nothing is different from the active release.");
    }
    const words = wordsOf(await got(`${this.desk.address}/difference`));
    return drawnWords(words);
  }

  async edit() {
    const { draft } = this.desk;
    const [tables, difference] = await Promise.all([got("v1/tables"), this.difference()]);
    const changed = new Map(draft.tables.map((one) => [one.table, one]));
    const select = make("select", { id: "open-table" }, ...tables.map((/** @type {{name: string}} */ { name }) => make("option", { value: name }, name)));
    this.show(
      make("h2", {}, "Tables of this draft"),
      draft.tables.length ? make("ul", { class: "found" }, ...draft.tables.map((one) => make("li", {}, make("a", { href: this.link(one.table) }, one.table), one.problems ? make("span", { class: "error" }, ` ✖ ${counted(one.problems, "problem")}`) : null, one.warnings ? make("span", { class: "warning" }, ` ▲ ${counted(one.warnings, "warning")}`) : null))) : make("p", { class: "quiet" }, "None is changed yet."),
      make("div", { class: "actions" }, make("label", { for: "open-table" }, isOpen(draft) ? "Change a table: " : "Look at a table: "), select, make("button", { type: "button", click: () => this.page.go({ view: "table", draft: draft.id, table: select.value }) }, changed.size ? "Open" : "Open it")),
      make("h2", {}, "What is different"), difference,
      make("div", { class: "actions" },
        draft.tables.length ? this.tryLink() : null,
        isOpen(draft) ? make("button", { type: "button", click: () => this.rename() }, "Change name or reason…") : null,
        draft.state === "published" ? null : make("button", { type: "button", click: () => this.remove() }, "Delete the draft…")));
  }

  async rename() {
    const { draft } = this.desk;
    const given = await asked({ title: "What the draft is for", fields: [
      { name: "name", label: "What it is for", value: draft.name, required: true, most: 80 },
      { name: "reason", label: "Why", value: draft.reason, required: true },
      { name: "source", label: "Source", optional: true, value: draft.source },
    ], ok: "Keep" });
    if (given) {
      await this.desk.change("", { method: "PUT", json: given }, OVER.about, true).catch((error) => this.page.failed(error));
    }
  }

  async remove() {
    const { draft } = this.desk;
    if (await asked({ title: `Delete the draft ${draft.name}?`, text: ["What is changed in it is lost. The active release stays as it is."], ok: "Delete", danger: true })) {
      try {
        if (await this.desk.change("", { method: "DELETE" }, OVER.draft)) {
          this.page.desk = null;
          this.page.go({ view: "tables" });
        }
      } catch (error) {
        this.page.failed(error, "It was not deleted");
      }
    }
  }

  async check() {
    const { draft } = this.desk;
    this.show(make("h2", {}, "Check"), make("p", { role: "status" }, "Checking every table."));
    const { revision } = draft;
    const kept = this.desk.result("check");
    const result = kept || await got(`${this.desk.address}/check`);
    if (!kept) {
      this.desk.keep("check", result, revision);
      head(this.head, this.page, this.desk, this.step, null);
    }
    if (this.step !== "check") {
      return;
    }
    const listed = (/** @type {any[]} */ all, /** @type {string} */ level) => make("ul", { class: "complaints" }, ...all.map((one) => make("li", { class: level },
      make("span", { "aria-hidden": "true" }, level === "problem" ? "✖ " : "▲ "), make("a", { href: this.link(tableOf(one.workbook), cellsOf(one.cell)[0], one.sheet) }, [tableOf(one.workbook), one.sheet, one.cell].filter((part) => part).join(", ")), ": ", ...coded(one.message + (one.fix ? `; ${one.fix}` : "")))));
    this.show(make("h2", {}, result.problems.length ? `${counted(result.problems.length, "problem")} to mend` : "Sound"),
      make("p", {}, result.problems.length ? "Mend these first: a draft with problems cannot be proposed." : "Every cell can be read, and the rows of all tables fit together. The examples are next."),
      result.problems.length ? listed(result.problems, "problem") : null,
      result.warnings?.length ? make("h3", {}, counted(result.warnings.length, "warning")) : null,
      result.warnings?.length ? listed(result.warnings, "warning") : null,
      result.problems.length ? null : make("p", {}, make("a", { class: "button", href: hashOf({ view: "draft", draft: draft.id, step: "examples" }) }, "Go on to the examples")));
  }

  /**
   * Runs something that tells of its progress.
   * @param {string} title
   * @param {AsyncGenerator<any>} answer
   * @param {(line: any) => {done?: number, all?: number, says?: string} | null} progress
   * @param {AbortController} stop
   * @returns {Promise<any>} the last line
   */
  async run(title, answer, progress, stop) {
    this.running?.abort();
    this.running = stop;
    const bar = make("progress", { "aria-label": title });
    const status = make("p", { role: "status" }, title + " …");
    const failed = make("ul", { class: "difference" });
    this.show(make("h2", {}, title), make("div", { class: "running" }, bar, make("button", { type: "button", click: () => stop.abort() }, "Cancel")), status, failed);
    let last = null;
    let told = 0;
    for await (const line of answer) {
      last = line;
      const at = progress(line);
      if (at?.says && failed.childElementCount < LISTED) {
        failed.append(make("li", {}, at.says));
      }
      if (at?.done !== undefined) {
        if (at.all) {
          bar.max = at.all;
          bar.value = at.done;
        }
        // a screen reader is told now and then only
        if (Date.now() - told > 1000) {
          told = Date.now();
          status.textContent = at.all ? `${at.done.toLocaleString("en-US")} of ${at.all.toLocaleString("en-US")}.` : `${at.done.toLocaleString("en-US")} so far.`;
        }
      }
    }
    this.running = null;
    return last;
  }

  async examples() {
    const { draft } = this.desk;
    const kept = this.desk.result("examples");
    const run = make("button", { type: "button", class: "first", click: () => this.runExamples().catch((error) => this.ended(error)) }, kept ? "Run them again" : "Run the examples");
    if (!kept) {
      this.show(make("h2", {}, "Examples"), make("p", {}, "Every table and every page of a finding holds claims in a few words and what they must get. They run as tests, those of the tables that you changed first."), make("div", { class: "actions" }, run));
      return;
    }
    const own = draft.tables.map(({ table }) => table).filter((table) => kept.own.has(table));
    const groups = kept.groups || [];
    const nameOf = (/** @type {{where: string, name: string}} */ { where, name }) => `${where}\n${name}`;
    const byName = new Map(kept.failures.map((/** @type {any} */ one) => [nameOf(one), one]));
    const drawn = (/** @type {any} */ one) => make("li", {}, make("b", {}, one.name), make("span", { class: "quiet" }, ` ${one.where}`), one.instead?.length ? make("ul", {}, ...one.instead.map((/** @type {string} */ text) => make("li", {}, ...coded(text)))) : null);
    const listed = new Set(groups.flatMap((/** @type {any} */ group) => group.examples.map(nameOf)));
    const rest = kept.failures.filter((/** @type {any} */ one) => !listed.has(nameOf(one)));
    this.show(make("h2", {}, kept.failed ? `${counted(kept.failed, "example")} of ${(kept.passed + kept.failed).toLocaleString("en-US")} failed` : `All ${kept.passed.toLocaleString("en-US")} examples pass`),
      kept.failed ? make("p", {}, "Either the change is wrong, or the example is what has become wrong: then the example is changed with the row.") : null,
      ...groups.map((/** @type {any} */ group) => make("details", { open: groups.length < 4 }, make("summary", {}, `${counted(group.examples.length, "example")} use`, group.examples.length === 1 ? "s " : " ", this.rowLink(group.row), group.change ? `: ${group.change}` : ""), make("ul", { class: "difference" }, ...group.examples.slice(0, LISTED).map((/** @type {any} */ one) => drawn(byName.get(nameOf(one)) || one))))),
      rest.length ? make("details", { open: !groups.length }, make("summary", {}, groups.length ? `${counted(rest.length, "other example")}` : "Which failed"), make("ul", { class: "difference" }, ...rest.slice(0, LISTED).map(drawn), rest.length > LISTED ? make("li", {}, `and ${rest.length - LISTED} more`) : null)) : null,
      own.length && isOpen(draft) ? make("div", { class: "notice" }, make("h3", {}, "Take the new answers"), make("p", {}, "Where the manual says what comes now, the examples of the workbook take the new answers, as a change of the draft that you look at and can undo."), ...own.map((table) => make("button", { type: "button", click: () => this.take(table) }, `Take them in ${table}…`))) : null,
      kept.unreached?.length ? make("details", {}, make("summary", {}, `${counted(kept.unreached.length, "row")} that no example reaches`), make("ul", {}, ...kept.unreached.slice(0, LISTED).map((/** @type {any} */ row) => make("li", {}, this.rowLink(row))))) : null,
      kept.coverage?.length ? make("p", { class: "quiet" }, "Examples reach ", kept.coverage.map((/** @type {{table: string, rows: number, reached: number}} */ { table, rows, reached }) => `${reached} of ${counted(rows, "row")} of ${table}`).join(", "), ".") : null,
      make("div", { class: "actions" }, run, make("a", { class: "button", href: hashOf({ view: "draft", draft: draft.id, step: "impact" }) }, "Go on to the impact")));
  }

  /** A row as `table/key`, leading to its table. @param {string} row */
  rowLink(row) {
    const [table, ...name] = row.split("/");
    return make("a", { href: hashOf({ view: "table", draft: this.desk.draft.id, table, row: name.join("/") }) }, row);
  }

  async runExamples() {
    const { revision } = this.desk.draft;
    /** @type {any[]} */
    const failures = [];
    const stop = new AbortController();
    const last = await this.run("Running the examples", streamed(`${this.desk.address}/examples`, { signal: stop.signal }), ({ example, progress }) => {
      if (example && example.passed === false) {
        failures.push(example);
        return { says: `${example.name} (${example.where})` };
      }
      const at = progress || example;
      return at?.all === undefined ? null : { done: at.ran, all: at.all };
    }, stop);
    const own = new Set(this.desk.draft.tables.filter(({ table, workbook }) => failures.some(({ where }) => String(where).includes(workbook.replace(/^.*\//, "")) || String(where).includes(table))).map(({ table }) => table));
    this.desk.keep("examples", { ...last?.end, failures, own }, revision);
    this.changed();
  }

  /** @param {unknown} error */
  ended(error) {
    this.running = null;
    this.draw();
    this.page.failed(error, "This did not come to its end");
  }

  /** @param {string} table */
  async take(table) {
    if (!await asked({ title: `Take the new answers in ${table}?`, text: ["Its own examples that fail then expect what comes now. Look at each of them afterwards in the sheet Examples, where they are marked as changed: an example that expects what is wrong lets the wrong thing pass."], ok: "Take them" })) {
      return;
    }
    try {
      if (await this.desk.change("/answers", { method: "POST", json: { table } }, OVER.answers)) {
        this.page.go({ view: "table", draft: this.desk.draft.id, table, sheet: "Examples", cell: "A2" });
      }
    } catch (error) {
      this.page.failed(error, "The answers were not taken");
    }
  }
}
