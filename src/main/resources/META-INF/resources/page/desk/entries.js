// An entry of the list: a claim, or a group of claims with the same finding.

import { make } from "./elements.js";
import { counted } from "./values.js";

/** @typedef {import("./worklist.js").Item} Item */

/** @param {string} effect */
export const effectWords = (effect) => (effect === "UNREAD" ? "unread" : effect === "NOT_JUDGED" ? "not judged" : effect);

/**
 * @param {Item} item
 * @param {HTMLElement} entry
 * @param {{titles: Map<string, {title: string}>, opened: string[], claim: number}} now findings' titles, the groups that are opened, and the claim that is
 */
export function drawEntry(item, entry, { titles, opened, claim }) {
  if ("group" in item) {
    entry.className = "entry group";
    entry.replaceChildren(
      make("span", { class: "line" }, make("b", {}, `${opened.includes(item.group) ? "▾" : "▸"} ${item.group || "nothing found"}`), make("span", { class: "right" }, counted(item.rows.length, "claim"))),
      make("span", { class: "line quiet" }, make("span", { class: "cut" }, titles.get(item.group)?.title || ""), item.certain ? make("span", { class: "right tag" }, `${item.certain.toLocaleString("en-US")} mend with a click`) : null));
    return;
  }
  const { row } = item;
  entry.className = `entry claim ${row.effect}${row.mark ? " marked" : ""}${row.i === claim ? " open" : ""}`;
  entry.replaceChildren(
    make("span", { class: "line" },
      make("span", { class: "effect" }, effectWords(row.effect)),
      make("b", { class: "cut" }, row.id || `claim ${row.ordinal}`),
      row.mark || row.changed ? make("span", { class: "right tag" }, [row.changed ? "changed" : "", row.mark].filter(Boolean).join(", ")) : null),
    make("span", { class: "line quiet" }, make("span", { class: "cut" }, [row.bill, row.disciplines.join(" "), row.findings.join(" ")].filter(Boolean).join(" · ") || (row.effect === "UNREAD" ? "could not be read" : "nothing found"))));
}
