// Blocks of cells as spreadsheet programs put them on the clipboard: lines of cells with tabs between them.

import { counted } from "../desk/values.js";
import { cellOf, lastRow, normal } from "./model.js";

/** @typedef {import("./model.js").Sheet} Sheet */
/** @typedef {import("./model.js").Row} Row */
/** @typedef {import("./model.js").Edit} Edit */

/** How many cells are taken at a time. */
export const MOST = 1000;

/**
 * The cells of a block. A cell in quotes may hold tabs and line ends, and two quotes for one.
 * @param {string} text
 * @returns {string[][]}
 */
export function cellsOf(text) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  let at = 0;
  while (at < text.length) {
    let cell;
    const quoted = text[at] === '"' ? /^"((?:[^"]|"")*)"(?=\t|\r?\n|$)/.exec(text.slice(at)) : null;
    if (quoted) {
      cell = quoted[1].replaceAll('""', '"');
      at += quoted[0].length;
    } else {
      const end = text.slice(at).search(/\t|\r?\n/);
      cell = end < 0 ? text.slice(at) : text.slice(at, at + end);
      at += cell.length;
    }
    row.push(cell);
    if (text[at] === "\t") {
      at++;
      if (at === text.length) {
        row.push("");
      }
    } else {
      rows.push(row);
      row = [];
      at += text.startsWith("\r\n", at) ? 2 : 1;
    }
  }
  if (row.length) {
    rows.push(row);
  }
  return rows;
}

/** A block for the clipboard. @param {string[][]} rows */
export const textOf = (rows) =>
  rows.map((row) => row.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");

/**
 * The edits that put a block into a table; rows past the last one are added, unless other rows may stand there that are not shown.
 * @param {Sheet} sheet
 * @param {Row[]} shown the rows as they are shown, top down
 * @param {{row: number, column: number}} at where its first cell goes, as an index of those rows and of the columns
 * @param {string[][]} block
 * @returns {{edits: Edit[], rows: number} | {error: string}}
 */
export function pasted(sheet, shown, at, block) {
  const width = Math.max(0, ...block.map((row) => row.length));
  const room = sheet.columns.length - at.column;
  if (!width) {
    return { error: "there is nothing on the clipboard" };
  }
  if (width > room) {
    return { error: `the block is ${width} columns wide, and the table has ${room} from here on; begin further left` };
  }
  if (block.length * width > MOST) {
    return { error: `the block has more than ${MOST.toLocaleString("en-US")} cells; paste it in parts, or upload the workbook` };
  }
  const below = shown.length - at.row;
  if (block.length > below && shown.length < sheet.rows.length) {
    return { error: `the block is ${counted(block.length, "row")} high, and not all rows of the table are shown, only ${counted(below, "row")} from here on; show all rows first: empty “Rows with”, and choose “All periods”` };
  }
  /** @type {Edit[]} */
  const edits = [];
  let after = lastRow(sheet);
  block.forEach((cells, offset) => {
    const row = shown[at.row + offset];
    if (row) {
      cells.forEach((cell, index) => {
        const column = sheet.columns[at.column + index];
        const value = normal(column, cell);
        if (value !== row.cells[column.index]) {
          edits.push({ op: "set", sheet: sheet.sheet, cell: cellOf(column, row), value });
        }
      });
    } else {
      const values = Object.fromEntries(cells.map((cell, index) => {
        const column = sheet.columns[at.column + index];
        return [column.heading, normal(column, cell)];
      }));
      edits.push({ op: "add", sheet: sheet.sheet, after: after++, values });
    }
  });
  return { edits, rows: block.length };
}
