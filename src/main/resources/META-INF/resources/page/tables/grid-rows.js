// A row of a grid as it is drawn: its number and state, and its cells with what is wrong with them and what they were.

import { make } from "../desk/elements.js";
import { cellOf, worst } from "./model.js";

/** @typedef {import("./model.js").Row} Row */
/** @typedef {import("./model.js").Column} Column */
/** @typedef {import("./model.js").Complaint} Complaint */
/** @typedef {import("./periods.js").Item} Item */
/**
 * What the rows of a sheet have in common: `complaints` are by cell, `pending` is what was typed into cells whose change is on its way.
 * @typedef {{sheet: import("./model.js").Sheet | null, complaints: Map<string, Complaint[]>, pending: Map<string, string>}} Known
 */

/** How a state is shown and said. */
const STATES = /** @type {Record<string, [string, string]>} */ ({ added: ["+", "added"], changed: ["✎", "changed"], removed: ["−", "removed"] });

/** A sign for those who see, and words for those who listen. @param {string} sign @param {string} said @param {string} style @param {string} [title] */
const signed = (sign, said, style, title = said) => make("span", { class: style, title }, make("span", { "aria-hidden": "true" }, sign), make("span", { class: "unseen" }, " " + said));

/** @param {Item} item @param {number} index among those that are shown @param {Known} known */
export function drawnRow(item, index, known) {
  const { row } = item;
  const [sign, said] = STATES[row.state || ""] || ["", ""];
  const fold = item.folded || item.unfolded && item.group
    ? make("button", { type: "button", class: "fold", tabindex: -1, "data-fold": index, title: item.unfolded ? "Hide the other periods" : `Show ${item.folded} other periods` },
      item.unfolded ? "▾" : `▸${item.folded}`, make("span", { class: "unseen" }, item.unfolded ? " hide the other periods" : " other periods"))
    : null;
  return make("tr", { class: `${row.state || ""}${item.inForce ? "" : " past"}`, "aria-rowindex": index + 2 },
    make("th", { scope: "row", class: "numbers", "aria-colindex": 1 },
      make("span", {}, row.state === "removed" ? "" : String(row.row)),
      sign ? signed(sign, said, "state") : null,
      row.examples ? signed(String(row.examples), `${row.examples === 1 ? "example reaches" : "examples reach"} it`, "reached", `${row.examples} ${row.examples === 1 ? "example reaches" : "examples reach"} it`) : null,
      row.stale ? signed("⌛", "source not compared for a year", "stale", "compared with its source more than a year ago") : null,
      fold),
    ...(known.sheet?.columns || []).map((column, at) => drawnCell(row, column, index, at, known)));
}

/** @param {Row} row @param {Column} column @param {number} index @param {number} at @param {Known} known */
function drawnCell(row, column, index, at, { complaints, pending }) {
  const name = cellOf(column, row);
  const text = pending.get(name) ?? row.cells[column.index] ?? "";
  const was = row.was?.[column.index];
  const said = row.state === "removed" ? [] : complaints.get(name) || [];
  const level = worst(said);
  const changed = row.state === "changed" && was !== null && was !== undefined;
  return make("td", {
    id: `cell-${index}-${at}`,
    "data-row": index,
    "data-column": at,
    "aria-colindex": at + 2,
    "aria-invalid": level === "problem" ? "true" : null,
    class: [at ? "" : "name-column", `kind-${column.kind}`, level || "", changed ? "changed-cell" : "", pending.has(name) ? "pending" : ""].join(" ").trim(),
    title: changed ? `was: ${was}` : null,
  },
  level ? make("span", { class: "sign", "aria-hidden": "true" }, level === "problem" ? "✖" : "▲") : null,
  make("span", { class: "text" }, text),
  level ? make("span", { class: "unseen" }, ` ${level}: ${said.map(({ message }) => message).join("; ")}`) : null,
  changed ? make("span", { class: "unseen" }, ` was ${was}`) : null);
}
