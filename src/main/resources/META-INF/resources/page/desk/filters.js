// The filters above the list, each offering what the claims have.

import { byId } from "./elements.js";
import { kind, offered } from "./worklist.js";

/** @typedef {import("./worklist.js").Row} Row */
/** @typedef {import("./worklist.js").View} View */

/** The select, the part of a view, and what a row has for it. @type {[string, "finding" | "effect" | "place" | "bill" | "discipline", (row: Row) => string[]][]} */
const FILTERS = [
  ["by-finding", "finding", (row) => row.findings],
  ["by-effect", "effect", (row) => [row.effect]],
  ["by-place", "place", (row) => row.places],
  ["by-bill", "bill", (row) => [row.bill].filter(Boolean)],
  ["by-discipline", "discipline", (row) => row.disciplines],
];

/**
 * Shows what there is to filter by, and what a view filters by; a view's filter of which there is nothing is taken off.
 * @param {Row[]} rows @param {View} view @param {Map<string, {title: string}>} titles of findings
 */
export function showFilters(rows, view, titles) {
  const within = view.show === "all" ? rows : rows.filter((row) => kind(row) === view.show);
  for (const [id, part, values] of FILTERS) {
    const select = byId(id, HTMLSelectElement);
    const options = offered(within, values).map(([value, many]) => {
      const title = part === "finding" ? " " + (titles.get(value)?.title || "") : "";
      return new Option(`${value}${title} (${many.toLocaleString("en-US")})`, value, false, value === view[part]);
    });
    select.replaceChildren(new Option("any", "", false, !view[part]), ...options);
    if (view[part] && !options.some((option) => option.value === view[part])) {
      view[part] = "";
    }
  }
  byId("order", HTMLSelectElement).value = view.order;
  byId("grouped", HTMLInputElement).checked = view.grouped;
  if (document.activeElement?.id !== "search") {
    byId("search", HTMLInputElement).value = view.search;
  }
}

/** @param {() => View} view the view by then @param {() => void} changed */
export function listenToFilters(view, changed) {
  const told = (/** @type {string} */ id, /** @type {string} */ event, /** @type {(element: any) => void} */ take) =>
    document.getElementById(id)?.addEventListener(event, ({ target }) => {
      take(target);
      changed();
    });
  for (const [id, part] of FILTERS) {
    told(id, "change", (select) => { view()[part] = select.value; });
  }
  told("order", "change", (select) => { view().order = select.value; });
  told("grouped", "change", (box) => { view().grouped = box.checked; });
  told("search", "input", (box) => { view().search = box.value; });
}
