// A table as a grid of which only the rows that are seen are in the page.

import { make } from "../desk/elements.js";
import { openField } from "./editor.js";
import { listen } from "./grid-keys.js";
import { drawnRow } from "./grid-rows.js";
import { cellOf, complaintsAt, normal } from "./model.js";

/** @typedef {import("./model.js").Grid} Grid */
/** @typedef {import("./model.js").Sheet} Sheet */
/** @typedef {import("./model.js").Row} Row */
/** @typedef {import("./model.js").Column} Column */
/** @typedef {import("./model.js").Complaint} Complaint */
/** @typedef {import("./periods.js").Item} Item */
/** @typedef {import("./editor.js").Move} Move */

/** How high a row is, in pixels. */
const ROW = 34;
const MARGIN = 10;
const NARROWEST = 7;
const WIDEST = 26;
/** Rows that say how wide a column is. */
const MEASURED = 300;
/** The event of a cell that is not edited any more. */
const LEFT = "cell-left";

/**
 * @typedef {object} How
 * @property {(row: Row, column: Column, value: string, seen: Grid) => void} set told with the table that the row was seen in
 * @property {(rows: Row[], at: {row: number, column: number}, block: string[][]) => void} paste
 * @property {(cells: {row: Row, column: Column}[]) => void} clear
 * @property {(row: Row | null, column: Column | null) => void} reached
 * @property {(item: Item) => void} fold
 * @property {(column: Column) => Promise<{code: string, label: string}[]>} codes
 * @property {(key: "undo" | "redo" | "add" | "delete") => void} pressed
 */

export class GridView {
  /** @param {HTMLElement} box @param {How} how */
  constructor(box, how) {
    this.how = how;
    this.box = box;
    this.caption = make("caption", { class: "unseen" });
    this.columns = make("colgroup");
    this.head = make("thead");
    this.body = make("tbody");
    this.table = make("table", { role: "grid", tabindex: 0, class: "sheet" }, this.caption, this.columns, this.head, this.body);
    this.above = make("tr", { "aria-hidden": "true", class: "room" }, make("td"));
    this.below = make("tr", { "aria-hidden": "true", class: "room" }, make("td"));
    box.replaceChildren(this.table);
    /** @type {Item[]} */
    this.items = [];
    /** @type {Grid | null} */
    this.grid = null;
    /** @type {Sheet | null} */
    this.sheet = null;
    /** @type {Map<string, Complaint[]>} */
    this.complaints = new Map();
    this.editable = false;
    /** Where the keyboard is: an index of the items and of the columns; -1 for the heading of the row. */
    this.at = { row: 0, column: 0 };
    /** The other corner of what is chosen. */
    this.corner = { row: 0, column: 0 };
    /** Cells whose change is on its way, with what was typed. @type {Map<string, string>} */
    this.pending = new Map();
    this.editing = false;
    /** What is shown once the cell that is edited is left. @type {Parameters<GridView["show"]> | null} */
    this.next = null;
    this.drawn = { first: 0, last: 0 };
    /** The rows that are drawn, by their index. @type {Map<number, HTMLElement>} */
    this.rows = new Map();
    /** @type {HTMLElement[]} */
    this.marked = [];
    box.addEventListener("scroll", () => this.draw(false), { passive: true });
    new ResizeObserver(() => this.draw(false)).observe(box);
    listen(this, ROW);
  }

  /**
   * Shows a sheet; while a cell is edited, once that is left, so that nobody's typing is cut off.
   * @param {Grid} grid
   * @param {Sheet} sheet
   * @param {Item[]} items
   * @param {boolean} editable
   */
  show(grid, sheet, items, editable) {
    if (this.editing) {
      this.next = [grid, sheet, items, editable];
      return;
    }
    const same = this.sheet?.sheet === sheet.sheet && this.grid?.table === grid.table;
    const was = this.items[this.at.row]?.row.key;
    this.grid = grid;
    this.sheet = sheet;
    this.items = items;
    this.editable = editable;
    this.complaints = complaintsAt(grid, sheet.sheet);
    this.caption.textContent = `${grid.table}, sheet ${sheet.sheet}`;
    this.table.setAttribute("aria-rowcount", String(items.length + 1));
    this.table.setAttribute("aria-colcount", String(sheet.columns.length + 1));
    this.table.setAttribute("aria-readonly", String(!editable));
    if (same) {
      // the row that was at hand stays so, wherever it is by now
      const now = this.items[this.at.row]?.row.key === was ? this.at.row : this.items.findIndex(({ row }) => row.key === was);
      this.at.row = Math.max(0, Math.min(items.length - 1, now < 0 ? this.at.row : now));
      this.corner = { ...this.at };
    } else {
      this.at = { row: 0, column: 0 };
      this.corner = { row: 0, column: 0 };
      this.box.scrollTop = 0;
      this.box.scrollLeft = 0;
      this.heading();
    }
    this.draw(true);
    this.tell();
  }

  heading() {
    const { columns, rows } = /** @type {Sheet} */ (this.sheet);
    const width = (/** @type {Column} */ column) => {
      const longest = Math.max(...column.heading.split(" ").map((word) => word.length), ...rows.slice(0, MEASURED).map(({ cells }) => (cells[column.index] || "").length));
      return Math.max(column.kind === "date" ? 12 : NARROWEST, Math.min(WIDEST, longest)) + 2;
    };
    const widths = columns.map(width);
    this.columns.replaceChildren(make("col", { class: "numbers" }), ...widths.map((ch) => {
      const col = make("col");
      col.style.width = ch + "ch";
      return col;
    }));
    this.table.style.width = `calc(5.5rem + ${widths.reduce((sum, ch) => sum + ch, 0)}ch)`;
    this.head.replaceChildren(make("tr", { "aria-rowindex": 1 },
      make("th", { scope: "col", class: "numbers", "aria-colindex": 1 }, "row"),
      ...columns.map((column, index) => make("th", { scope: "col", "aria-colindex": index + 2, title: column.meaning, class: index ? null : "name-column" }, make("span", { class: "letter", "aria-hidden": "true" }, column.letter), " ", column.heading))));
  }

  /** @param {boolean} anew whether what is drawn already is drawn again */
  draw(anew) {
    if (!this.sheet || this.editing) {
      return;
    }
    const first = Math.max(0, Math.floor(this.box.scrollTop / ROW) - MARGIN);
    const last = Math.min(this.items.length, first + Math.ceil(this.box.clientHeight / ROW) + 2 * MARGIN);
    if (!anew && Math.abs(first - this.drawn.first) < MARGIN / 2 && Math.abs(last - this.drawn.last) < MARGIN / 2 && first !== 0 && last !== this.items.length || !anew && first === this.drawn.first && last === this.drawn.last) {
      return;
    }
    this.drawn = { first, last };
    this.above.style.height = first * ROW + "px";
    this.below.style.height = (this.items.length - last) * ROW + "px";
    this.above.hidden = first === 0;
    this.below.hidden = last === this.items.length;
    this.fill(first, last, anew);
    this.mark();
  }

  /** Puts rows into the page; those that are there already stay. @param {number} first @param {number} last @param {boolean} anew */
  fill(first, last, anew) {
    for (const [index, row] of this.rows) {
      if (anew || index < first || index >= last) {
        row.remove();
        this.rows.delete(index);
      }
    }
    if (!this.above.isConnected) {
      this.body.replaceChildren(this.above, this.below);
    }
    /** @type {Element} */
    let before = this.above;
    for (let index = first; index < last; index++) {
      const row = this.rows.get(index) || drawnRow(this.items[index], index, this);
      if (!this.rows.has(index)) {
        before.after(row);
        this.rows.set(index, row);
      }
      before = row;
    }
  }

  /** Shows where the keyboard is, and what is chosen. */
  mark() {
    const top = Math.min(this.at.row, this.corner.row);
    const bottom = Math.max(this.at.row, this.corner.row);
    const left = Math.min(this.at.column, this.corner.column);
    const right = Math.max(this.at.column, this.corner.column);
    for (const cell of this.marked) {
      cell.classList.remove("chosen", "at-hand");
      cell.removeAttribute("aria-selected");
    }
    this.marked = [...this.rows].filter(([index]) => index >= top && index <= bottom)
      .flatMap(([, row]) => /** @type {HTMLElement[]} */ ([...row.children].slice(left + 1, right + 2)));
    for (const cell of this.marked) {
      cell.classList.add("chosen");
      cell.setAttribute("aria-selected", "true");
    }
    const active = this.element();
    if (active) {
      active.classList.add("at-hand");
      this.table.setAttribute("aria-activedescendant", active.id);
    } else {
      this.table.removeAttribute("aria-activedescendant");
    }
  }

  /** The cell at hand, if it is drawn. */
  element() {
    return document.getElementById(`cell-${this.at.row}-${this.at.column}`);
  }

  get item() {
    return this.items[this.at.row] || null;
  }

  get column() {
    return this.sheet?.columns[this.at.column] || null;
  }

  tell() {
    this.how.reached(this.item?.row || null, this.column);
  }

  /** @param {number} row @param {number} column @param {boolean} [stretch] whether what is chosen grows to there */
  go(row, column, stretch = false) {
    const columns = this.sheet?.columns.length || 1;
    this.at = { row: Math.max(0, Math.min(this.items.length - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) };
    if (!stretch) {
      this.corner = { ...this.at };
    }
    const top = this.at.row * ROW;
    const head = this.head.offsetHeight;
    if (top < this.box.scrollTop) {
      this.box.scrollTop = top;
    } else if (top + ROW + head > this.box.scrollTop + this.box.clientHeight - 18) {
      this.box.scrollTop = top + ROW + head + 18 - this.box.clientHeight;
    }
    this.draw(!this.element());
    this.mark();
    this.element()?.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.tell();
  }

  /** Goes to a cell by its name, such as D9. @param {string} cell @returns {boolean} whether it is shown */
  jump(cell) {
    const row = this.items.findIndex((item) => this.sheet?.columns.some((column) => cellOf(column, item.row) === cell));
    const column = this.sheet?.columns.findIndex(({ letter }) => letter === cell.replace(/\d+$/, "")) ?? -1;
    if (row < 0 || column < 0) {
      return false;
    }
    this.go(row, column);
    this.table.focus({ preventScroll: true });
    return true;
  }

  /** @param {string | null} first the letter that begins it */
  edit(first = null) {
    const { item, column, grid } = this;
    const cell = this.element();
    if (!this.editable || !grid || !item || !column || !cell || item.row.state === "removed") {
      return;
    }
    const { row } = item;
    const before = this.pending.get(cellOf(column, row)) ?? row.cells[column.index] ?? "";
    this.editing = true;
    const left = () => {
      const { next } = this;
      this.editing = false;
      this.next = null;
      if (next) {
        this.show(...next);
      } else {
        this.draw(true);
      }
      this.box.dispatchEvent(new Event(LEFT));
    };
    openField(cell, column, before, {
      first,
      label: `${column.heading}, row ${row.key}`,
      codes: () => this.how.codes(column),
      cancel: () => {
        left();
        this.table.focus({ preventScroll: true });
      },
      commit: (typed, move) => {
        const value = normal(column, typed);
        if (value !== before) {
          this.pending.set(cellOf(column, row), value);
          this.how.set(row, column, value, grid);
        }
        left();
        if (move !== "stay") {
          this.table.focus({ preventScroll: true });
          const [down, right] = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1] }[move];
          this.go(this.at.row + down, this.at.column + right);
        }
      },
    });
  }

  /** Waits until no cell is edited: what takes the keyboard away would end it half typed. @returns {Promise<unknown>} */
  settled() {
    return this.editing ? new Promise((resolve) => this.box.addEventListener(LEFT, resolve, { once: true })) : Promise.resolve();
  }

  /** The cells that are chosen, row by row. */
  chosen() {
    const rows = this.items.slice(Math.min(this.at.row, this.corner.row), Math.max(this.at.row, this.corner.row) + 1);
    const columns = (this.sheet?.columns || []).slice(Math.min(this.at.column, this.corner.column), Math.max(this.at.column, this.corner.column) + 1);
    return rows.map(({ row }) => columns.map((column) => ({ row, column })));
  }
}
