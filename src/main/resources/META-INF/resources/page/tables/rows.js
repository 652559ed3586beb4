// Whole rows: added, copied, ended and deleted, each asked for in a dialog where something must be said.

import { make } from "../desk/elements.js";
import { asked } from "./dialogs.js";
import { emptied, normal, offered } from "./model.js";
import { dayAfter, span, today } from "./periods.js";

/** @typedef {import("./model.js").Sheet} Sheet */
/** @typedef {import("./model.js").Row} Row */
/** @typedef {import("./model.js").Edit} Edit */
/** @typedef {import("./dialogs.js").Field} Field */

const LONG = ["text", "source"];
/** The column of the day on which somebody last compared a row with its source. */
const CHECKED = "checked on";
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** The field of a dialog for each column. @param {Sheet} sheet @param {string[] | null} cells what stands in them @returns {Field[]} */
const fields = (sheet, cells) => sheet.columns.map((column) => {
  const known = column.kind === "choice" || column.kind === "yes-no" ? offered(column) : null;
  const value = cells?.[column.index] ?? (column.heading === CHECKED ? today() : emptied(column));
  return {
    name: column.heading,
    label: column.heading,
    value,
    help: column.meaning,
    options: known ? /** @type {[string, string][]} */ ((known.includes(value) ? known : [value, ...known]).map((word) => [word, word])) : undefined,
    lines: LONG.includes(column.kind) || value.includes("\n") ? 2 : undefined,
    most: 2000,
  };
});

/** @param {Sheet} sheet @param {Record<string, string>} given */
const values = (sheet, given) => Object.fromEntries(sheet.columns.map((column) => [column.heading, normal(column, given[column.heading] ?? "")]));

/** @param {Sheet} sheet @param {number} after the number of the row above @returns {Promise<Edit | null>} */
export async function added(sheet, after) {
  const given = await asked({ title: `A new row in ${sheet.sheet}`, fields: fields(sheet, null), ok: "Add the row", wide: true });
  return given && { op: "add", sheet: sheet.sheet, after, values: values(sheet, given) };
}

/** @param {Sheet} sheet @param {Row} row @returns {Promise<Edit | null>} */
export async function copied(sheet, row) {
  const given = await asked({ title: `A copy of row ${row.key}`, text: ["Give it a name of its own, and change what is different."], fields: fields(sheet, row.cells), ok: "Add the copy", wide: true });
  if (!given) {
    return null;
  }
  const all = values(sheet, given);
  const different = Object.fromEntries(sheet.columns.flatMap(({ heading, index }) => (all[heading] === row.cells[index] ? [] : [[heading, all[heading]]])));
  return { op: "copy", sheet: sheet.sheet, row: row.row, values: different };
}

/** The cells of the row that takes another's place from a day; it holds as long as that one would have. @param {Sheet} sheet @param {Row} row @param {string} next */
export const successor = (sheet, row, next) => row.cells.map((text, index) => {
  const { kind, heading } = sheet.columns.find((column) => column.index === index) || {};
  return index === span(sheet)?.from ? next : heading === CHECKED ? today() : kind === "key" ? `${row.key} ${next.slice(0, 7)}` : text;
});

/**
 * Asks for a row's last day, and whether another takes its place.
 * @param {Sheet} sheet
 * @param {Row} row
 * @returns {Promise<Edit | null>}
 */
export async function ended(sheet, row) {
  const days = span(sheet);
  const from = days ? row.cells[days.from] : "open";
  const given = await asked({
    title: `End row ${row.key}`,
    text: [`It holds from ${from} through ${days ? row.cells[days.through] : "open"}. Claims of later days are judged without it.`],
    fields: [
      { name: "on", label: "Last day", type: "date", required: true, min: ISO.test(from) ? from : undefined },
      { name: "then", label: "Another row takes its place from the next day", type: "checkbox", value: "yes" },
    ],
    ok: "Go on",
  });
  if (!given) {
    return null;
  }
  if (given.then !== "yes") {
    return { op: "end", sheet: sheet.sheet, row: row.row, on: given.on, then: null };
  }
  const next = dayAfter(given.on);
  const cells = successor(sheet, row, next);
  const after = await asked({ title: `What holds from ${next}`, text: [`The row that takes the place of ${row.key}.`], fields: fields(sheet, cells), ok: "End the old row, add the new one", wide: true });
  if (!after) {
    return null;
  }
  return { op: "end", sheet: sheet.sheet, row: row.row, on: given.on, then: values(sheet, after) };
}

/** @param {Sheet} sheet @param {Row[]} rows @returns {Promise<Edit[] | null>} from the last up, so that no number moves before its turn */
export async function deleted(sheet, rows) {
  const dated = span(sheet);
  const given = await asked({
    title: rows.length === 1 ? `Delete row ${rows[0].key}?` : `Delete ${rows.length} rows?`,
    text: [
      ...(rows.length > 1 ? [make("ul", {}, ...rows.slice(0, 20).map(({ key }) => make("li", {}, key)), rows.length > 20 ? make("li", {}, `and ${rows.length - 20} more`) : null)] : []),
      dated ? "Claims of every day are then judged without it, those of past years too. If it only holds no longer, end it instead." : "Undo brings it back.",
    ],
    ok: "Delete",
    danger: true,
  });
  return given && rows.map(({ row }) => row).sort((a, b) => b - a).map((row) => ({ op: "delete", sheet: sheet.sheet, row }));
}
