// The yearly therapy amounts: last year's rows beside what is typed for the new year.

import { make } from "../desk/elements.js";
import { asked } from "./dialogs.js";
import { normal, sheetOf } from "./model.js";

/** @typedef {import("./model.js").Grid} Grid */
/** @typedef {import("./model.js").Sheet} Sheet */
/** @typedef {import("./model.js").Row} Row */
/** @typedef {import("./model.js").Edit} Edit */

const SHEET = "Rows";
/** @param {Sheet} sheet @param {string} heading */
const index = (sheet, heading) => sheet.columns.find((column) => column.heading === heading)?.index ?? -1;

/** The rows of the last year that the table knows. @param {Sheet} sheet @returns {{year: number, rows: Row[]}} */
export function lastYear(sheet) {
  const from = index(sheet, "from");
  const year = Math.max(...sheet.rows.map(({ cells }) => Number((cells[from] || "").slice(0, 4)) || 0));
  return { year, rows: sheet.rows.filter(({ cells }) => (cells[from] || "").startsWith(String(year))) };
}

/**
 * By how many percent an amount differs from last year's, in words.
 * @param {string} before
 * @param {string} now
 * @param {string | null | undefined} most how many percent it may, if that is bounded
 * @returns {{says: string, far: boolean}}
 */
export function compared(before, now, most) {
  const [was, is] = [Number(before), Number(now)];
  if (!now || !Number.isFinite(is) || !Number.isFinite(was) || !was) {
    return { says: "", far: false };
  }
  const percent = ((is - was) / was) * 100;
  return { says: `${percent < 0 ? "−" : "+"}${Math.abs(percent).toFixed(1)} %`, far: Boolean(most) && Math.abs(percent) > Number(most) };
}

/**
 * The edits that write a year's rows: copies of last year's, each with its new amount; last year's are ended if they are open.
 * @param {Sheet} sheet
 * @param {Row[]} rows last year's
 * @param {number} year
 * @param {Record<string, string>} amounts by the name of last year's row
 * @param {{source: string, day: string}} checked where they stand, and on which day that was compared
 * @returns {Edit[]}
 */
export function yearRows(sheet, rows, year, amounts, { source, day }) {
  const through = index(sheet, "through");
  const ends = rows.filter(({ cells }) => cells[through] === "open").map((row) => /** @type {Edit} */ ({ op: "set", sheet: SHEET, cell: sheet.columns[through].letter + row.row, value: `${year - 1}-12-31` }));
  // from the last up, so that no row moves before it is copied
  const copies = [...rows].sort((a, b) => b.row - a.row).map((row) => /** @type {Edit} */ ({
    op: "copy", sheet: SHEET, row: row.row,
    values: { row: row.key.replace(String(year - 1), String(year)), amount: amounts[row.key], from: `${year}-01-01`, through: `${year}-12-31`, source, "checked on": day },
  }));
  return [...ends, ...copies];
}

/**
 * Asks for a new year's amounts and writes their rows.
 * @param {Grid} grid of the therapy amounts
 * @param {(edits: Edit[]) => void} edit
 */
export async function amounts(grid, edit) {
  const sheet = sheetOf(grid, SHEET);
  if (!sheet) {
    return;
  }
  const { year: last, rows } = lastYear(sheet);
  const [code, amount] = ["code", "amount"].map((heading) => index(sheet, heading));
  const column = sheet.columns[amount];
  const said = make("table", {}, make("thead", {}, make("tr", {}, ...["row", `amount ${last}`, "difference"].map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", { "aria-live": "polite" }, ...rows.map((row) => make("tr", {}, make("th", { scope: "row" }, row.cells[code]), make("td", { class: "amount" }, row.cells[amount]), make("td", { "data-difference": row.key }, "")))));
  const listen = (/** @type {Event} */ event) => {
    const { target } = event;
    const row = target instanceof HTMLInputElement ? rows.find(({ key }) => "amount " + key === target.name) : null;
    const cell = row && said.querySelector(`[data-difference="${CSS.escape(row.key)}"]`);
    if (row && cell && target instanceof HTMLInputElement) {
      const { says, far } = compared(row.cells[amount], normal(column, target.value), column.mostChange);
      cell.textContent = says + (far ? " ▲ far from last year's" : "");
      cell.className = far ? "warning" : "";
    }
  };
  document.addEventListener("input", listen);
  const given = await asked({
    title: `Therapy amounts of ${last + 1}`,
    text: ["All else stays as in the rows of last year. Look at the new rows afterwards, the review threshold too.", said],
    fields: [
      ...rows.map((row) => ({ name: "amount " + row.key, label: `${row.cells[code]}, ${last + 1}`, required: true, most: 20 })),
      { name: "source", label: "Source", required: true, most: 500, help: "Such as: CR 14321; Pub. 100-04 ch. 5 s. 10.3; seen" },
      { name: "day", label: "Compared with it on", type: "date", required: true, value: new Date().toISOString().slice(0, 10) },
    ],
    ok: "Write the rows",
    wide: true,
  });
  document.removeEventListener("input", listen);
  if (given) {
    edit(yearRows(sheet, rows, last + 1, Object.fromEntries(rows.map(({ key }) => [key, normal(column, given["amount " + key])])), { source: given.source, day: given.day }));
  }
}
