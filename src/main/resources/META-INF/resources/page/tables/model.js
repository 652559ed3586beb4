// What a table looks like as a grid, and what is asked of it. Knows nothing of the page.

import { read } from "../desk/values.js";

/**
 * A column: `kind` is what its cells hold (key, code, codes, date, number, amount, choice, choices, yes-no, text, source, finding), `choices` the
 * words allowed, `list` the code list that knows its codes, `words` what may stand in the place of a value, `mostChange` by how many percent a number may
 * differ from the one of the time before.
 * @typedef {{index: number, letter: string, heading: string, meaning: string, kind: string, choices?: string[] | null, list?: string | null, words?: string[] | null, role?: string | null, least?: string | null, most?: string | null, mostChange?: string | null}} Column
 */
/**
 * A row: `row` is its number as the sheet shows it, `was` what stood in the active edition where that differs, `examples` how many reach it, as far as
 * they were run.
 * @typedef {{row: number, key: string, cells: string[], was?: (string | null)[] | null, state?: "added" | "changed" | "removed" | null, findings?: string[], examples?: number | null, stale?: boolean}} Row
 */
/** @typedef {{sheet: string, headingRow: number, columns: Column[], rows: Row[], removed?: {key: string, cells: string[]}[]}} Sheet */
/** @typedef {{sheet: string | null, cell: string | null, level: "problem" | "warning", message: string, fix?: string | null, claim?: string | null}} Complaint */
/** @typedef {{heading: string, group: string, spans: {row: string, least?: any, most?: any, cell: string}[], gaps: {least: any, most: any}[], overlaps: {least?: any, most?: any, rows: string[]}[]}} Line */
/**
 * @typedef {object} Grid
 * @property {string} table
 * @property {string} workbook
 * @property {"decision-table" | "code-list"} kind
 * @property {string} dates
 * @property {string} about
 * @property {string} policy
 * @property {number | null} revision
 * @property {boolean} base
 * @property {Sheet[]} sheets
 * @property {Complaint[]} complaints
 * @property {Line[]} lines
 * @property {{row: number, on: string, effective: string, what: string}[]} changes
 */
/** @typedef {{op: "set" | "add" | "copy" | "delete" | "end", sheet: string, cell?: string, value?: string, after?: number, row?: number, values?: Record<string, string>, on?: string, then?: Record<string, string> | null}} Edit */

const CELL = /^([A-Z]+)(\d+)$/;
const BLOCK = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/;
/** So many rows of a block are marked. */
const TALLEST = 500;
/** Kinds of which several stand in a cell, separated by commas. */
const SEVERAL = ["codes", "choices"];
/** Kinds that bound a span: without a value it has no end. */
const ENDS = ["date", "number", "amount"];

/** @param {Grid} grid @param {string} name @returns {Sheet | undefined} */
export const sheetOf = (grid, name) => grid.sheets.find(({ sheet }) => sheet === name);

/** @param {Column} column @param {{row: number}} row */
export const cellOf = (column, row) => column.letter + row.row;

/** @param {Column} column */
export const holdsSeveral = (column) => SEVERAL.includes(column.kind);

/** Where a cell is. @param {string | null | undefined} cell @returns {{letter: string, row: number} | null} */
export function placeOf(cell) {
  const parts = CELL.exec(cell || "");
  return parts ? { letter: parts[1], row: Number(parts[2]) } : null;
}

/** The complaints about a sheet by cell. @param {Grid} grid @param {string} sheet @returns {Map<string, Complaint[]>} */
export function complaintsAt(grid, sheet) {
  /** @type {Map<string, Complaint[]>} */
  const at = new Map();
  for (const complaint of grid.complaints) {
    for (const cell of complaint.sheet === sheet ? cellsOf(complaint.cell) : []) {
      at.set(cell, [...(at.get(cell) || []), complaint]);
    }
  }
  return at;
}

/** The cells of a place: one, several with commas between them, or a block. @param {string | null | undefined} place @returns {string[]} */
export function cellsOf(place) {
  return (place || "").split(/\s*,\s*/).flatMap((one) => {
    const block = BLOCK.exec(one);
    if (!block) {
      return CELL.test(one) ? [one] : [];
    }
    const rows = Array.from({ length: Math.min(TALLEST, Number(block[4]) - Number(block[2]) + 1) }, (_, i) => Number(block[2]) + i);
    const columns = Array.from({ length: number(block[3]) - number(block[1]) + 1 }, (_, i) => letters(number(block[1]) + i));
    return rows.flatMap((row) => columns.map((column) => column + row));
  });
}

/** @param {string} text the letters of a column */
const number = (text) => [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** @param {number} index from 1 @returns {string} */
const letters = (index) => (index > 26 ? letters(Math.floor((index - 1) / 26)) : "") + String.fromCharCode(65 + ((index - 1) % 26));

/** @param {Complaint[]} complaints @returns {"problem" | "warning" | null} */
export const worst = (complaints) =>
  complaints.some(({ level }) => level === "problem") ? "problem" : complaints.length ? "warning" : null;

/** The choices of a cell in order: the words that stand for no value first. @param {Column} column @returns {string[]} */
export const offered = (column) => [...new Set([...(column.words || []), ...(column.kind === "yes-no" ? ["yes", "no"] : []), ...(column.choices || [])])];

/** What a cell holds once it is emptied: the word for no condition or no end, if the column has one. @param {Column} column */
export const emptied = (column) => column.words?.find((word) => word === (ENDS.includes(column.kind) ? "open" : "any")) || column.words?.find((word) => word === "any" || word === "open") || "";

/**
 * What was typed, as the workbook holds it; what cannot be read is left as it is, and the checker says so at its cell.
 * @param {Column} column
 * @param {string} typed
 * @returns {string}
 */
export function normal(column, typed) {
  const text = typed.trim();
  const word = offered(column).find((one) => one.toLowerCase() === text.toLowerCase());
  if (word !== undefined) {
    return word;
  }
  if (column.kind === "date") {
    const got = read("date", text);
    return "value" in got && got.value !== null ? String(got.value) : text;
  }
  if (column.kind === "amount" || column.kind === "number") {
    const got = read("amount", text);
    return "value" in got && got.value !== null ? String(got.value) : text;
  }
  return holdsSeveral(column) ? text.split(/\s*,\s*/).filter((part) => part).join(", ") : text;
}

/**
 * An edit as it is once somebody else has changed the table: it follows the row that it was meant for.
 * @param {Edit} edit
 * @param {Grid} before the table as it was when the edit was made
 * @param {Grid} after
 * @returns {Edit | null} null where the row is no longer there, or is not the only one of its name
 */
export function moved(edit, before, after) {
  const from = sheetOf(before, edit.sheet);
  const to = sheetOf(after, edit.sheet);
  if (!from || !to) {
    return null;
  }
  const place = placeOf(edit.cell);
  if (edit.op === "add" && edit.after !== undefined && edit.after >= lastRow(from)) {
    // at the end, below those that are added before it
    return { ...edit, after: lastRow(to) + edit.after - lastRow(from) };
  }
  const number = place?.row ?? edit.row ?? edit.after;
  const row = from.rows.find((one) => one.row === number);
  if (!row) {
    return null;
  }
  const now = to.rows.filter((one) => one.key === row.key);
  const index = from.rows.filter((one) => one.key === row.key).indexOf(row);
  if (now.length <= index || now.length !== from.rows.filter((one) => one.key === row.key).length) {
    return null;
  }
  const column = place && from.columns.find(({ letter }) => letter === place.letter);
  const target = column && to.columns.find(({ heading }) => heading === column.heading);
  if (place) {
    return target ? { ...edit, cell: cellOf(target, now[index]) } : null;
  }
  return edit.after !== undefined ? { ...edit, after: now[index].row } : { ...edit, row: now[index].row };
}

/** The number of a sheet's last row; that of its headings if it has none. @param {Sheet} sheet */
export const lastRow = (sheet) => sheet.rows.at(-1)?.row ?? sheet.headingRow;

/** An edit in words. @param {Edit} edit @param {Grid} grid the table that it was made for */
export function inWords(edit, grid) {
  const place = placeOf(edit.cell);
  const sheet = sheetOf(grid, edit.sheet);
  const row = sheet?.rows.find((one) => one.row === (place?.row ?? edit.row ?? edit.after));
  const name = row ? `row \`${row.key}\`` : `row ${place?.row ?? edit.row ?? edit.after}`;
  switch (edit.op) {
    case "set": {
      const column = sheet?.columns.find(({ letter }) => letter === place?.letter);
      return `${name}: ${column?.heading ?? edit.cell} \`${row && column ? row.cells[column.index] : ""}\` → \`${edit.value}\``;
    }
    case "add":
      return `a new row${row ? ` below ${name}` : ""}`;
    case "copy":
      return `a copy of ${name}`;
    case "end":
      return `${name}: ends on ${edit.on}${edit.then ? ", and a new row holds from the next day" : ""}`;
    default:
      return `${name}: deleted`;
  }
}
