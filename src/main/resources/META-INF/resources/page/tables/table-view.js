// A table: its sheets as grids, and in a draft everything that changes them.

import { offered } from "../who.js";
import { coded, make, saveAs } from "../desk/elements.js";
import { counted } from "../desk/values.js";
import { amounts } from "./amounts.js";
import { pasted } from "./clipboard.js";
import { isOpen, OVER } from "./draft.js";
import { GridView } from "./grid.js";
import { head } from "./head.js";
import { fileOf, newDraft } from "./home.js";
import { cellOf, cellsOf, emptied, lastRow, placeOf, sheetOf } from "./model.js";
import { folded, span, today } from "./periods.js";
import { added, copied, deleted, ended } from "./rows.js";
import { about, complaints, numberLines } from "./side.js";
import { got, part } from "./service.js";
import { TrialView } from "./trial.js";

/** @typedef {import("./model.js").Grid} Grid */
/** @typedef {import("./model.js").Sheet} Sheet */
/** @typedef {import("./model.js").Row} Row */
/** @typedef {import("./model.js").Column} Column */
/** @typedef {import("./model.js").Edit} Edit */
/** @typedef {import("./draft.js").DraftDesk} DraftDesk */

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** A sheet of fewer rows is shown whole. */
const FEW = 25;

export class TableView {
  /** @param {HTMLElement} box @param {import("./tables.js").Page} page @param {DraftDesk | null} desk @param {Grid} grid */
  constructor(box, page, desk, grid) {
    this.page = page;
    this.desk = desk;
    this.grid = grid;
    this.name = grid.sheets[0].sheet;
    this.text = "";
    /** @type {string | null} */
    this.day = null;
    /** @type {Set<string>} */
    this.unfolded = new Set();
    /** @type {Map<string, Promise<{code: string, label: string}[]>>} */
    this.lists = new Map();
    /** What is drawn beside the grid: of which row, in which state of the table. @type {{key: string | undefined, grid: Grid | null}} */
    this.beside = { key: undefined, grid: null };
    this.head = make("div");
    this.bar = make("div", { class: "cell-bar" });
    this.tools = make("div", { class: "tools" });
    this.said = make("p", { class: "quiet said", role: "status" });
    this.side = make("div");
    const sheet = make("div", { class: "sheet-box" });
    this.view = new GridView(sheet, {
      set: (row, column, value, seen) => this.edit([{ op: "set", sheet: this.name, cell: cellOf(column, row), value }], seen),
      paste: (rows, at, block) => this.paste(rows, at, block),
      clear: (cells) => this.edit(cells.map(({ row, column }) => ({ op: "set", sheet: this.name, cell: cellOf(column, row), value: emptied(column) }))),
      reached: (row, column) => this.reached(row, column),
      fold: (item) => this.fold(item.group),
      codes: (column) => this.codes(column),
      pressed: (key) => this.does(key),
    });
    this.trial = new TrialView(page, desk ? { desk } : { version: null }, grid.table, (table, cell, name) => (table === this.grid.table ? this.jump(name || this.grid.sheets[0].sheet, cell) : page.go({ view: "table", draft: desk?.draft.id, table, cell, sheet: name || undefined })));
    this.aside = make("aside", { class: "beside-table", "aria-label": "What is said of this table" }, this.side, this.trial.box);
    box.append(this.head, this.tools, this.bar, this.said, make("div", { class: "table-panes" }, sheet, this.aside));
    this.startDay();
    this.changed();
  }

  /** @param {HTMLElement} box @param {import("./tables.js").Page} page @param {DraftDesk | null} desk @param {string} table */
  static async open(box, page, desk, table) {
    return new TableView(box, page, desk, desk ? await desk.grid(table) : await got(`v1/tables/${part(table)}/grid`));
  }

  get editable() {
    return this.desk !== null && isOpen(this.desk.draft);
  }

  get sheet() {
    return /** @type {Sheet} */ (sheetOf(this.grid, this.name));
  }

  /** Long tables of which rows hold at different times begin folded. */
  startDay() {
    this.day = this.sheet.rows.length > FEW && span(this.sheet) && folded(this.sheet, this.sheet.rows, today(), new Set(), () => false).length < this.sheet.rows.length ? today() : null;
  }

  /** The draft, or what is shown of it, is another. */
  changed() {
    const before = this.grid;
    this.grid = this.desk?.grids.get(this.grid.table) || this.grid;
    this.view.pending = this.stillPending(before);
    head(this.head, this.page, this.desk, "edit", this.grid);
    this.drawTools();
    this.draw();
    if (this.desk && !this.desk.grids.has(this.grid.table)) {
      this.desk.grid(this.grid.table).then(() => this.changed(), (error) => this.page.failed(error));
    }
    this.trial.changed();
  }

  /** What was typed and is still on its way, at the cells of its rows. @param {Grid} before the table that it was drawn in @returns {Map<string, string>} */
  stillPending(before) {
    // one change is the one that is answered
    return new Map(!this.desk || this.desk.queue.waiting < 2 ? [] : [...this.view.pending].flatMap(([cell, value]) => {
      const edit = this.desk?.followed({ op: "set", sheet: this.name, cell, value }, before, this.grid);
      return edit?.cell ? [[edit.cell, value]] : [];
    }));
  }

  draw() {
    const { sheet } = this;
    const wanted = this.text.toLowerCase();
    const complained = new Set(this.grid.complaints.filter((one) => one.sheet === this.name).flatMap((one) => cellsOf(one.cell)).map((cell) => placeOf(cell)?.row));
    const rows = wanted ? sheet.rows.filter(({ cells }) => cells.some((cell) => cell.toLowerCase().includes(wanted))) : sheet.rows;
    const items = folded(sheet, rows, this.day, this.unfolded, (row) => Boolean(row.state) || complained.has(row.row));
    const removed = (sheet.removed || []).map(({ key, cells }) => ({ row: /** @type {Row} */ ({ row: 0, key, cells, state: "removed" }), group: "", folded: 0, unfolded: false, inForce: false }));
    this.view.show(this.grid, sheet, [...items, ...removed], this.editable);
    this.said.textContent = `${items.length === sheet.rows.length ? counted(sheet.rows.length, "row") : `${items.length.toLocaleString("en-US")} of ${counted(sheet.rows.length, "row")}`}${removed.length ? `, ${removed.length} taken out` : ""}${this.day ? `, as of ${this.day}` : ""}.`;
  }

  drawTools() {
    const { sheet, editable } = this;
    const tool = (/** @type {string} */ text, /** @type {() => unknown} */ does, /** @type {boolean} */ can, /** @type {string | null} */ title = null) => make("button", { type: "button", disabled: !can, title, click: does }, text);
    const draft = this.desk?.draft;
    const dated = span(sheet);
    const filter = make("input", { type: "search", value: this.text, id: "row-filter", autocomplete: "off", input: (/** @type {any} */ event) => { this.text = event.target.value; this.draw(); } });
    const day = make("input", { type: "date", value: this.day || "", id: "as-of", change: (/** @type {any} */ event) => { this.day = event.target.value || null; this.unfolded.clear(); this.draw(); } });
    const back = draft?.state === "proposed" ? tool("Take the proposal back", () => this.desk?.change("/proposal", { method: "DELETE" }, OVER.proposal, true).catch((error) => this.page.failed(error)), true, "A draft that is proposed waits as it is") : null;
    const had = this.tools.contains(document.activeElement) ? document.activeElement : null;
    this.tools.replaceChildren(
      make("div", { role: "group", "aria-label": "Sheets", class: "sheets" }, ...this.grid.sheets.map((one) => make("button", { type: "button", "aria-pressed": String(one.sheet === this.name), click: () => this.turn(one.sheet) }, `${one.sheet} (${one.rows.length})`))),
      editable ? make("div", { role: "group", "aria-label": "Rows", class: "sheets" },
        tool("Add…", () => this.does("add"), true, "Insert"), tool("Copy…", () => this.does("copy"), true), tool("End…", () => this.does("end"), Boolean(dated), dated ? null : "rows of this sheet have no dates"), tool("Delete…", () => this.does("delete"), true, "Ctrl -"),
        tool("Undo", () => this.does("undo"), (draft?.undo || 0) > 0, "Ctrl Z"), tool("Redo", () => this.does("redo"), (draft?.redo || 0) > 0, "Ctrl Y")) : "",
      make("label", {}, "Rows with ", filter),
      dated ? make("label", {}, "As of ", day, " ", this.day ? make("button", { type: "button", click: () => { this.day = null; this.drawTools(); this.draw(); } }, "All periods") : null) : "",
      make("div", { class: "sheets right" },
        this.desk ? back : offered(make("button", { type: "button", class: "first", click: () => this.begin() }, "Change this table…"), "Changing it", "analyst"),
        editable && this.grid.table === "therapy-amounts" ? tool("New year…", () => this.newYear(), true) : null,
        make("button", { type: "button", click: () => this.download() }, "Download .xlsx"),
        editable ? make("label", { class: "button" }, "Upload .xlsx", make("input", { type: "file", accept: ".xlsx", class: "unseen", change: (/** @type {any} */ event) => this.upload(event.target) })) : null));
    // an answer must not take the keyboard from where somebody works
    if (had?.id === filter.id && had instanceof HTMLInputElement) {
      filter.focus({ preventScroll: true });
      filter.setSelectionRange(had.selectionStart, had.selectionEnd);
    } else if (had) {
      const again = [...this.tools.querySelectorAll("button, input")].find((one) => (had.id ? one.id === had.id : one.textContent === had.textContent));
      /** @type {HTMLElement | undefined} */ (again)?.focus({ preventScroll: true });
    }
  }

  /** @param {Row | null} row @param {Column | null} column */
  reached(row, column) {
    const cell = row && column && row.state !== "removed" ? cellOf(column, row) : null;
    const said = cell ? this.view.complaints.get(cell) || [] : [];
    const was = row?.was?.[column?.index ?? -1];
    this.bar.replaceChildren(...(row && column ? [
      make("p", {}, make("b", {}, `${cell || "removed"} ${column.heading}`), column.meaning ? `: ${column.meaning}` : "", column.list ? `; codes of ${column.list}` : "", column.least || column.most ? `; ${column.least || "…"} to ${column.most || "…"}` : ""),
      make("p", { class: "whole" }, row.cells[column.index] || "blank", was !== null && was !== undefined ? make("span", { class: "quiet" }, ` (was ${was || "blank"})`) : null),
      ...said.map((one) => make("p", { class: one.level === "problem" ? "error" : "warning" }, one.level === "problem" ? "✖ " : "▲ ", ...coded(one.message + (one.fix ? `; ${one.fix}` : "")))),
    ] : []));
    if (row?.key !== this.beside.key || this.grid !== this.beside.grid) {
      this.beside = { key: row?.key, grid: this.grid };
      this.side.replaceChildren(...[
        complaints(this.grid, (one) => one.sheet && one.cell && this.jump(one.sheet, cellsOf(one.cell)[0])),
        numberLines(this.grid, row, (to) => this.jump(this.grid.sheets[0].sheet, to)),
        about(this.sheet, row),
      ].filter((one) => one !== null));
    }
  }

  /** @param {string} name of a sheet */
  turn(name) {
    this.name = name;
    this.view.pending.clear();
    this.unfolded.clear();
    this.startDay();
    this.drawTools();
    this.draw();
  }

  /** @param {string} name of a sheet @param {string} cell */
  jump(name, cell) {
    // leaves the cell that is edited
    this.view.table.focus({ preventScroll: true });
    if (name !== this.name && sheetOf(this.grid, name)) {
      this.text = "";
      this.turn(name);
    }
    if (!this.view.jump(cell)) {
      this.text = "";
      this.day = null;
      this.drawTools();
      this.draw();
      this.view.jump(cell);
    }
  }

  /** Whether a place of the address is in this table, and shown. @param {import("./route.js").Place} place */
  find(place) {
    if (place.view !== "table" || place.table !== this.grid.table || place.draft !== this.desk?.draft.id) {
      return false;
    }
    const { sheet } = this.grid.sheets[0];
    const row = place.row ? this.grid.sheets[0].rows.find(({ key }) => key === place.row) : null;
    if (place.cell || row) {
      this.jump(place.sheet || (row ? sheet : this.name), place.cell || cellOf(this.grid.sheets[0].columns[0], /** @type {Row} */ (row)));
    }
    return true;
  }

  leave() {
    this.trial.leave();
  }

  /** Waits until no cell is edited. */
  settled() {
    return this.view.settled();
  }

  /** @param {string} group */
  fold(group) {
    if (group) {
      this.unfolded[this.unfolded.has(group) ? "delete" : "add"](group);
      this.draw();
    }
  }

  /** The codes that a column may hold: those of its list, else those that stand in it already. @param {Column} column */
  codes(column) {
    const list = column.list?.replace(/^families of /, "");
    const own = () => [...new Set(this.sheet.rows.flatMap(({ cells }) => (cells[column.index] || "").split(/\s*,\s*/)))].filter((code) => code).sort().map((code) => ({ code, label: "" }));
    if (!list || column.list !== list) {
      return Promise.resolve(own());
    }
    const kept = this.lists.get(list) || got(`v1/tables/${part(list)}`).then((/** @type {{columns: {heading: string}[], rows: {key: string, values: Record<string, string>}[]}} */ table) =>
      [...new Map(table.rows.map(({ key, values }) => [values.code || key, { code: values.code || key, label: values.label || values.title || values.meaning || "" }])).values()]);
    this.lists.set(list, kept);
    return kept;
  }

  /** @param {Edit[]} edits @param {Grid} [seen] the table as it was when they were thought of */
  async edit(edits, seen = this.grid) {
    if (!this.desk || !edits.length) {
      return;
    }
    this.page.problem.replaceChildren();
    try {
      await this.desk.edit(this.grid.table, edits, seen);
    } catch (error) {
      this.view.pending.clear();
      this.draw();
      this.page.failed(error, "This was not changed");
    }
  }

  /** @param {Row[]} rows @param {{row: number, column: number}} at @param {string[][]} block */
  paste(rows, at, block) {
    const done = pasted(this.sheet, rows, at, block);
    if ("error" in done) {
      this.page.say(`Nothing was pasted: ${done.error}.`);
      return;
    }
    this.page.say(`${counted(done.rows, "row")} pasted, ${counted(done.edits.length, "change")}.`);
    this.edit(done.edits);
  }

  /** @param {"add" | "copy" | "end" | "delete" | "undo" | "redo"} what */
  async does(what) {
    if (!this.editable || !this.desk) {
      return;
    }
    const row = this.view.item?.row.state === "removed" ? null : this.view.item?.row || null;
    // while something is asked, the answer to an earlier change may come
    const seen = this.grid;
    if (what === "undo" || what === "redo") {
      try {
        const done = await this.desk.step(what);
        this.page.say(`${what === "undo" ? "Taken back" : "Made again"}: ${done}`);
      } catch (error) {
        this.page.failed(error, what === "undo" ? "Nothing was taken back" : "Nothing was made again");
      }
    } else if (what === "add") {
      const edit = await added(this.sheet, row?.row ?? lastRow(this.sheet));
      this.edit(edit ? [edit] : [], seen);
    } else if (row && what === "delete") {
      const rows = [...new Set(this.view.chosen().flat().map((cell) => cell.row))].filter(({ state }) => state !== "removed");
      this.edit(await deleted(this.sheet, rows) || [], seen);
    } else if (row) {
      const edit = await (what === "copy" ? copied : ended)(this.sheet, row);
      this.edit(edit ? [edit] : [], seen);
    }
  }

  newYear() {
    const seen = this.grid;
    return amounts(seen, (edits) => this.edit(edits, seen));
  }

  async begin() {
    const draft = await newDraft(this.page, this.grid.table);
    if (draft) {
      this.page.go({ view: "table", draft: draft.id, table: this.grid.table });
    }
  }

  get address() {
    return this.desk ? `${this.desk.address}/tables/${part(this.grid.table)}.xlsx` : `v1/tables/${part(this.grid.table)}.xlsx`;
  }

  async download() {
    try {
      saveAs(await fileOf(this.address, XLSX), this.grid.workbook.replace(/^.*\//, ""));
    } catch (error) {
      this.page.failed(error, "The workbook was not downloaded");
    }
  }

  /** @param {HTMLInputElement} input */
  async upload(input) {
    const [file] = input.files || [];
    input.value = "";
    if (!file || !this.desk) {
      return;
    }
    try {
      const taken = await this.desk.change(`/tables/${part(this.grid.table)}.xlsx`, { method: "PUT", body: file, type: XLSX }, `\`${file.name}\` replaces what they changed in \`${this.grid.workbook}\`. To keep theirs, leave yours out, download the workbook anew, and make your changes in that.`);
      if (taken) {
        this.page.say(`${file.name} is now the draft's ${this.grid.workbook}.`);
      }
    } catch (error) {
      this.page.failed(error, `${file.name} was not taken`);
    }
  }
}
