// A claim drawn as on a UB-04, every field an input.

import { make } from "./elements.js";
import { FOOT, LINE, LISTS, MODIFIERS, OTHER_DIAGNOSES, PEOPLE, TOP } from "./locators.js";
import { at } from "./patch.js";
import { counted, shown } from "./values.js";

/** @typedef {import("./values.js").Kind} Kind */

/**
 * An input of the drawing.
 * @param {any} claim
 * @param {{path: string, fl: string, name: string, kind: Kind, size?: number}} field
 */
function input(claim, { path, fl, name, kind, size }) {
  const value = shown(kind, at(claim, path));
  return make("input", {
    "data-path": path,
    "data-drawn": value,
    "data-kind": kind,
    "aria-label": (fl ? `FL ${fl} ` : "") + name,
    value,
    size: size || null,
    placeholder: kind === "date" ? "mm/dd/yyyy" : null,
    autocomplete: "off",
    spellcheck: "false",
    inputmode: kind === "amount" || kind === "units" ? "decimal" : kind === "minutes" ? "numeric" : null,
  });
}

/** @param {string} fl @param {string} name */
const heading = (fl, name) => make("span", { class: "name" }, fl ? make("b", {}, fl) : null, fl ? " " : null, name);

/** @param {any} claim @param {import("./locators.js").Box} box */
function drawnBox(claim, box) {
  const above = box.fields.length > 1 && box.fields[0].path.split("/").length > 2 ? "/" + box.fields[0].path.split("/")[1] : null;
  return make(
    "div",
    { class: `box area-${box.area}`, "data-fl": box.fl, "data-path": above },
    heading(box.fl, box.name),
    make("span", { class: "fields" }, ...box.fields.map((field) => make("span", { class: "field", "data-path": field.path }, input(claim, field)))),
  );
}

/** @param {any} claim @param {typeof LISTS[number]} list */
function drawnList(claim, list) {
  const entries = at(claim, list.path) || [];
  // rows of the form that are empty are left out, but for one place to type into
  const places = Math.ceil((entries.length + 1) / list.across) * list.across;
  const slots = Array.from({ length: places }, (_, i) => {
    const path = `${list.path}/${i}`;
    const fl = list.fl(i);
    const fields = list.parts
      ? Object.entries(list.parts).map(([part, kind]) => ({ path: `${path}/${part}`, fl, name: part, kind: /** @type {Kind} */ (kind) }))
      : [{ path, fl, name: "condition code", kind: /** @type {Kind} */ ("code") }];
    return make("span", { class: "slot field", "data-path": path, "data-fl": fl }, make("b", {}, fl), ...fields.map((field) => input(claim, field)));
  });
  return make("div", { class: `box list list-${list.path.slice(1)}`, "data-path": list.path, "data-fl": list.fls }, heading(list.fls, list.name), make("div", { class: "slots" }, ...slots));
}

/** @param {any} claim */
function drawnDiagnoses(claim) {
  const others = claim.otherDiagnoses || [];
  const places = Math.max(others.length, Math.min(OTHER_DIAGNOSES.length, Math.ceil((others.length + 2) / 6) * 6 - 1));
  const slots = Array.from({ length: places }, (_, i) => {
    const fl = "67" + (OTHER_DIAGNOSES[i] || "");
    const path = `/otherDiagnoses/${i}`;
    return make("span", { class: "slot field", "data-path": path, "data-fl": fl }, make("b", {}, OTHER_DIAGNOSES[i] || ""), input(claim, { path, fl, name: "other diagnosis", kind: "code" }));
  });
  return make(
    "div",
    { class: "box list list-diagnoses", "data-path": "/otherDiagnoses", "data-fl": "67A-Q" },
    heading("67", "Diagnoses"),
    make("div", { class: "slots" },
      make("span", { class: "slot field", "data-path": "/principalDiagnosis", "data-fl": "67" }, make("b", {}, "67"), input(claim, { path: "/principalDiagnosis", fl: "67", name: "principal diagnosis", kind: "code" })),
      ...slots),
  );
}

/** @param {any} claim @param {any} line @param {number} i @param {Map<number, string>} proposals */
function drawnLine(claim, line, i, proposals) {
  const cells = LINE.map(({ key, fl, name, kind, size }) => {
    const path = `/lines/${i}/${key}`;
    const label = `${name}, line ${i + 1}`;
    const inputs = key === "modifiers"
      ? Array.from({ length: Math.max(MODIFIERS, (line.modifiers || []).length) }, (_, m) => input(claim, { path: `${path}/${m}`, fl, name: `modifier ${m + 1}, line ${i + 1}`, kind, size }))
      : [input(claim, { path, fl, name: label, kind, size })];
    return make("td", { class: "field column-" + key.replace("/", "-"), "data-path": path, "data-fl": fl }, ...inputs);
  });
  const row = make("tr", { "data-line": i }, make("th", { scope: "row", class: "field", "data-path": `/lines/${i}` }, String(i + 1)), ...cells,
    make("td", { class: "remove" }, claim.lines.length > 1 ? make("button", { type: "button", class: "plain", "data-remove-line": String(i), "aria-label": `Remove line ${i + 1}`, title: "Remove this line" }, "×") : null));
  const proposed = proposals.get(i);
  return proposed
    ? [row, make("tr", { class: "proposed" }, make("td", { colspan: LINE.length + 2 }, proposed, " ", make("button", { type: "button", "data-take": i }, "Take it")))]
    : [row];
}

/** @param {any} claim @param {Map<number, string>} proposals */
function drawnLines(claim, proposals) {
  const lines = claim.lines || [];
  const head = make("tr", {}, make("th", { scope: "col" }, "#"),
    ...LINE.map(({ key, fl, name }) => make("th", { scope: "col", class: "column-" + key.replace("/", "-") }, fl ? make("b", {}, fl) : null, fl ? " " : null, name)), make("td", { class: "remove" }));
  const foot = make("tr", {},
    make("td", { colspan: 6 }, make("button", { type: "button", "data-add-line": true }, "Add a line")),
    make("td", { class: "field", "data-path": "/totalCharge", "data-fl": "47" }, input(claim, { path: "/totalCharge", fl: "47", name: "total charge", kind: "amount", size: 8 })),
    make("td", { colspan: 4, class: "total" }, "total of the claim"));
  return make("div", { class: "lines", tabindex: 0, role: "region", "aria-label": `Service lines, ${lines.length}` },
    make("table", {},
      make("caption", {}, `${counted(lines.length, "service line")}. Minutes are not on a UB-04; paste a column of a spreadsheet into the first of them.`),
      make("thead", {}, head),
      make("tbody", {}, ...lines.flatMap((/** @type {any} */ line, /** @type {number} */ i) => drawnLine(claim, line, i, proposals))),
      make("tfoot", {}, foot)));
}

/**
 * Draws a claim.
 * @param {any} claim
 * @param {Map<number, string>} proposals what minutes say of a line, by its number from 0
 * @returns {HTMLElement}
 */
export function drawn(claim, proposals) {
  return make("div", { class: "ub04" },
    make("div", { class: "grid top" }, ...TOP.map((box) => drawnBox(claim, box))),
    make("div", { class: "grid lists" }, ...LISTS.map((list) => drawnList(claim, list))),
    drawnLines(claim, proposals),
    make("div", { class: "grid foot" }, ...FOOT.map((box) => drawnBox(claim, box))),
    make("div", { class: "grid" }, drawnDiagnoses(claim)),
    make("div", { class: "grid people" }, ...PEOPLE.map((box) => drawnBox(claim, box))));
}

/**
 * Where in a drawing a finding stands: its field, else what holds it, else its form locator.
 * @param {HTMLElement} drawing
 * @param {any} finding
 * @returns {HTMLElement | null}
 */
export function placeOf(drawing, finding) {
  /** @param {string} selector @returns {HTMLElement | null} */
  const find = (selector) => drawing.querySelector(selector);
  for (let path = finding.field || ""; path; path = path.slice(0, path.lastIndexOf("/"))) {
    const found = find(`.field[data-path="${CSS.escape(path)}"]`) || find(`.box[data-path="${CSS.escape(path)}"]`) || find(`.field[data-path^="${CSS.escape(path)}/"]`);
    if (found) {
      return found;
    }
  }
  const fl = (finding.formLocator || "").replace(/^FL /, "");
  const line = finding.line ? find(`tr[data-line="${finding.line - 1}"] .field[data-fl="${CSS.escape(fl)}"]`) || find(`.field[data-path="/lines/${finding.line - 1}"]`) : null;
  return line || (fl ? find(`[data-fl="${CSS.escape(fl)}"]`) : null);
}
