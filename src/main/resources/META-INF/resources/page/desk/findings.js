// The findings of a claim, numbered as in the drawing, with what to do about them.

import { coded, make } from "./elements.js";
import { at } from "./patch.js";
import { words } from "./locators.js";
import { shown } from "./values.js";

const LINE = /^\/lines\/\d+$/;
const CHARGE = /charge$/i;

/** What a value is in words. @param {any} value @returns {string} */
function valueWords(value) {
  if (value === undefined || value === null || value === "") {
    return "nothing";
  }
  if (Array.isArray(value)) {
    return value.length ? value.map(valueWords).join(" ") : "nothing";
  }
  return typeof value === "object" ? Object.values(value).map(valueWords).join(" ") : "`" + value + "`";
}

/**
 * What operations change, before and after, in words.
 * @param {any} before the claim
 * @param {any} after the claim
 * @param {import("./patch.js").Operation[]} operations
 */
export function changesInWords(before, after, operations) {
  /** @type {Map<string, {where: string, before: string, after: string}>} */
  const found = new Map();
  for (const { op, path } of operations) {
    // an entry of a list moves when another goes: the list as a whole says it
    const shownPath = /\/(\d+|-)$/.test(path) ? path.slice(0, path.lastIndexOf("/")) : path;
    const whole = shownPath === "/lines" ? path : shownPath;
    // where a line was, the next one stands
    const gone = op === "remove" && whole === path && LINE.test(path);
    const said = (/** @type {any} */ value) => (CHARGE.test(whole) && typeof value === "number" ? "`" + shown("amount", value) + "`" : valueWords(value));
    found.set(whole, {
      where: words(whole),
      before: said(at(before, whole)),
      after: gone ? "taken out" : said(whole.endsWith("/-") ? after.lines.at(-1) : at(after, whole)),
    });
  }
  return [...found.values()];
}

/** @param {{where: string, before: string, after: string}} change */
export const inWords = ({ where, before, after }) => `${where}: ${before} → ${after}`;

const CODES = [["fiss", "FISS"], ["carc", "CARC"], ["rarc", "RARC"], ["claimStatus", "277CA"]];

/** What payers call it; empty if nothing is known. @param {any} finding */
export const codesOf = (finding) => CODES.filter(([key]) => finding.codes?.[key]).map(([key, name]) => `${name} ${finding.codes[key]}`).join(", ");

/** Where it is on the form. @param {any} finding */
export const whereOf = (finding) => [finding.formLocator, finding.line ? "line " + finding.line : ""].filter(Boolean).join(", ");

/** @param {any} finding */
function grounds(finding) {
  const page = "findings/" + encodeURIComponent(finding.id);
  const codes = codesOf(finding);
  const row = finding.row;
  return make("dl", {},
    codes ? make("div", {}, make("dt", {}, "Codes"), make("dd", {}, make("a", { href: page, target: "_blank" }, codes))) : null,
    finding.citation ? make("div", {}, make("dt", {}, "Source"), make("dd", {}, make("a", { href: page, target: "_blank" }, finding.citation))) : null,
    row ? make("div", {}, make("dt", {}, "Row"), make("dd", {},
      make("a", { href: `v1/tables/${encodeURIComponent(row.table)}.xlsx`, download: row.workbook || "" }, `${row.table}, ${row.sheet}!${row.cell}`))) : null);
}

/**
 * A finding's card.
 * @param {any} finding
 * @param {number} number
 * @param {{mend: string | null, alike: number, segment: string | null}} about
 *     what its mend would change in words; how many claims have the same certain mend; the segment behind it
 * @returns {HTMLElement}
 */
export function card(finding, number, { mend, alike, segment }) {
  const where = whereOf(finding);
  const certain = finding.mend === "certain";
  return make("li", { class: `card ${finding.severity}`, tabindex: -1, "data-number": number, id: "finding-" + number },
    make("h4", {},
      make("span", { class: "badge" }, String(number)), " ",
      make("span", { class: "effect" }, finding.effect), " ",
      make("a", { href: "findings/" + encodeURIComponent(finding.id), target: "_blank" }, finding.id), " ", finding.title),
    where ? make("p", { class: "where" }, make("button", { type: "button", class: "plain", "data-goto": number }, where)) : null,
    make("p", { class: "message" }, ...coded(finding.message)),
    finding.fix ? make("p", { class: "fix" }, ...coded(finding.fix)) : null,
    finding.asFiled ? make("p", { class: "quiet" }, "As the file was: only a check of the corrected file tells whether it is mended.") : null,
    mend
      ? make("p", { class: "mend" }, ...coded(mend), " ",
        make("button", { type: "button", "data-mend": number }, certain ? "Mend" : "Mend this claim"),
        certain && alike > 1 ? make("button", { type: "button", "data-mend-all": finding.id }, `Mend all ${alike}`) : null)
      : null,
    segment ? make("p", { class: "segment" }, make("code", {}, segment)) : null,
    grounds(finding));
}
