// What comes of a claim that is tried: what is said of it now and what would be, the rows that match, and those that nearly do.

import { coded, make } from "../desk/elements.js";
import { Refused } from "../desk/stream.js";
import { counted } from "../desk/values.js";

/** A row, `row` being its table and name. @typedef {{row: string, table: string, sheet: string, cell: string}} Placed */
/** A row that nearly holds. @typedef {Placed & {fact: string, keptOutBy?: {heading: string, cell?: string, wants: string, has: string, more: number}}} Near */
/** @typedef {{ruleset: string, disposition: string, findings?: {id: string, line?: number, message?: string}[]}} Evaluation */
/**
 * The answer of a trial: `active` is what is said of the claim now, `draft` or `release` what is said by what it was tried on.
 * @typedef {{active: Evaluation, draft?: Evaluation, release?: Evaluation, matched?: Placed[], nearest?: Near[]}} Tried
 */

const LISTED = 12;

/** That a claim could not be tried. @param {unknown} error */
export const failed = (error) => make("div", { class: "error" },
  make("p", {}, ...coded(error instanceof Error && error.message || "This could not be tried.")),
  error instanceof Refused && error.errors.length ? make("ul", { class: "difference" }, ...error.errors.slice(0, LISTED).map(({ pointer, message, fix }) => make("li", {}, ...coded((pointer ? "`" + pointer + "`: " : "") + message + (fix ? "; " + fix : ""))))) : null);

/** @param {Evaluation} evaluation @returns {Map<string, any>} the findings by what they say and where */
const findings = (evaluation) => new Map((evaluation.findings || []).map((one) => [`${one.id} ${one.line || ""} ${one.message}`, one]));

/**
 * @param {Tried} tried
 * @param {string | null} table at hand, whose rows come first
 * @param {(table: string, cell: string, sheet: string | null) => void} jump
 * @returns {Node[]}
 */
export function drawnAnswer({ active, draft, release, matched = [], nearest = [] }, table, jump) {
  const other = /** @type {Evaluation} */ (draft || release);
  const before = findings(active);
  const now = findings(other);
  const listed = (/** @type {any} */ one, /** @type {string} */ how) => make("li", { class: how }, how ? make("b", {}, how === "new" ? "new: " : "gone: ") : null, make("a", { href: "findings/" + encodeURIComponent(one.id), target: "_blank", rel: "noopener" }, one.id), one.line ? ` line ${one.line}: ` : " ", ...coded(one.message || ""));
  const key = (/** @type {{row: string}} */ { row }) => row.slice(row.indexOf("/") + 1);
  const go = (/** @type {Placed} */ place, /** @type {string} */ cell) => make("button", { type: "button", class: "plain", click: () => jump(place.table, cell, place.sheet) }, `${place.table} ${cell}`);
  const rows = (/** @type {Placed[]} */ all) => make("ul", { class: "difference" }, ...all.map((row) => make("li", {}, go(row, row.cell), ` row ${key(row)}`)));
  const own = table ? matched.filter((row) => row.table === table) : matched;
  const others = table ? matched.filter((row) => row.table !== table) : [];
  const same = [...now].filter(([name]) => before.has(name)).map(([, one]) => listed(one, ""));
  const fresh = [...now].filter(([name]) => !before.has(name)).map(([, one]) => listed(one, "new"));
  const gone = [...before].filter(([name]) => !now.has(name)).map(([, one]) => listed(one, "gone"));
  const turned = fresh.length || gone.length || active.disposition !== other.disposition;
  const only = active.ruleset === other.ruleset;
  const by = (/** @type {string} */ name, /** @type {Evaluation} */ evaluation, /** @type {string | null} */ how) => [`${name}: `, make("b", { class: how }, evaluation.disposition), make("span", { class: "quiet version" }, ` ${evaluation.ruleset}`)];
  return [
    make("p", {}, ...by("Active", active, null), ...(only ? [] : [make("br"), ...by(draft ? "Draft" : "This release", other, turned ? "turned" : null), turned ? "" : " (the same)"])),
    make("ul", { class: "difference" }, ...fresh, ...gone, ...same, fresh.length + gone.length + same.length ? null : make("li", {}, "Nothing is found.")),
    ...(own.length ? [make("section", {}, make("h2", {}, "Rows that match"), rows(own))] : []),
    ...(nearest.length ? [make("section", {}, make("h2", {}, "Nearly"), make("ul", { class: "difference" }, ...nearest.slice(0, LISTED).map((row) => {
      const { keptOutBy: kept } = row;
      return make("li", {}, go(row, kept?.cell || row.cell), ` row ${key(row)}, asked of ${row.fact}: `,
        kept ? make("span", {}, `${kept.heading} wants `, make("b", {}, kept.wants), ", the claim has ", make("b", {}, kept.has), kept.more ? `, and ${kept.more} more` : "") : "more than one cell keeps it out");
    }), nearest.length > LISTED ? make("li", {}, `and ${nearest.length - LISTED} more`) : null))] : []),
    ...(others.length ? [make("details", {}, make("summary", {}, `${counted(others.length, "row")} of other tables match${others.length === 1 ? "es" : ""}`), rows(others))] : []),
  ];
}
