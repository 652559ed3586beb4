// What was typed into a drawing, made on the claim as it is by then: a place of a list is the entry that stood there when it was drawn.

import { at, patched, putting, steps } from "./patch.js";
import { putMinutes } from "./minutes.js";

/** @typedef {import("./patch.js").Operation} Operation */
/**
 * @typedef {object} Edit
 * @property {string} path where it was typed
 * @property {string | number | null} value null where it was emptied
 * @property {Record<string, any>} parts of an entry that has several, what each field of it holds; else empty
 */

const ENTRY = /^(.*\/(?:conditionCodes|otherDiagnoses|modifiers|occurrenceCodes|occurrenceSpans|valueCodes))\/(\d+)(?:\/(\w+))?$/;
const MINUTES = /^\/lines\/(\d+)\/minutes(By\/assistant)?$/;

/** @param {any} entry */
const isNone = (entry) => entry === undefined || entry === null;

/** Whether two entries of a list are the same one: lines by their number, all else by what they say. @param {any} a @param {any} b */
const same = (a, b) => (!isNone(a) && !isNone(b) && a.lineNumber !== undefined ? a.lineNumber === b.lineNumber : JSON.stringify(a) === JSON.stringify(b));

/**
 * Where a place of a drawing is in the claim as it is now.
 * @param {string} path
 * @param {any} known the claim as it was drawn, and as was typed into the drawing since
 * @param {any} now
 * @returns {string | null} a place behind the list's end where the entry was empty; null where the entry is no longer there
 */
export function follow(path, known, now) {
  let [before, after] = [known, now];
  let found = "";
  for (const step of steps(path)) {
    let place = step;
    if (Array.isArray(before) || Array.isArray(after)) {
      const entries = before || [];
      const others = after || [];
      const index = Number(step);
      if (isNone(entries[index])) {
        place = String(others.length + Array.from({ length: index }, (_, i) => entries[i]).filter(isNone).length);
      } else {
        const equal = others.flatMap((/** @type {any} */ other, /** @type {number} */ i) => (same(entries[index], other) ? [i] : []));
        if (!equal.length) {
          return null;
        }
        place = String(equal.reduce((/** @type {number} */ a, /** @type {number} */ b) => (Math.abs(b - index) < Math.abs(a - index) ? b : a)));
      }
    }
    found += "/" + place;
    before = before?.[step];
    after = after?.[place];
  }
  return found;
}

/**
 * The operations of what was typed.
 * @param {Edit} edit
 * @param {any} known as for follow; afterwards with what was typed, an emptied place of a list staying empty
 * @param {any} now
 * @returns {{patch: Operation[], path: string, keep: () => void} | null} null where what was typed over is no longer there;
 *     otherwise what it makes of the claim, where, and how to note in the drawing that it was taken
 */
export function made({ path, value, parts }, known, now) {
  const to = follow(path, known, now);
  if (to === null) {
    return null;
  }
  const minutes = MINUTES.exec(to);
  if (minutes) {
    return { patch: putMinutes(now, Number(minutes[1]), minutes[2] ? "assistant" : "minutes", /** @type {number | null} */ (value)), path: to, keep: () => {} };
  }
  const entry = ENTRY.exec(to);
  if (!entry) {
    return { patch: putting(now, to, value), path: to, keep: () => {} };
  }
  const [, list, index, part] = entry;
  const there = Number(index) < (at(now, list) || []).length;
  const gone = part === "code" && value === null;
  const patch = part && !there ? adding(now, list, parts) : gone ? [{ op: /** @type {const} */ ("remove"), path: `${list}/${index}` }] : putting(now, to, value);
  const after = at(patched(now, patch), list) || [];
  const held = (gone || !part) && value === null ? null : there ? after[Number(index)] : after.at(-1);
  const drawn = /** @type {RegExpExecArray} */ (ENTRY.exec(path));
  return { patch, path: to, keep: () => hold(known, drawn[1], Number(drawn[2]), held) };
}

/** @param {any} now @param {string} list @param {any} value @returns {Operation[]} */
const adding = (now, list, value) =>
  at(now, list) ? [{ op: "add", path: list + "/-", value }] : [{ op: "add", path: list, value: [value] }];

/** @param {any} known @param {string} path @param {number} index @param {any} entry */
function hold(known, path, index, entry) {
  const way = steps(path);
  const field = /** @type {string} */ (way.pop());
  const parent = way.reduce((found, step) => found[step], known);
  const list = Array.isArray(parent[field]) ? parent[field] : (parent[field] = []);
  while (list.length < index) {
    list.push(null);
  }
  list[index] = entry === null ? null : structuredClone(entry);
}

/** Whether an entry that has several fields is new and not yet complete. @param {Edit} edit @param {any} known */
export function isBegun({ path, parts }, known) {
  const entry = ENTRY.exec(path);
  return Boolean(entry?.[3]) && isNone(at(known, `${/** @type {any} */ (entry)[1]}/${/** @type {any} */ (entry)[2]}`)) && Object.values(parts).some(isNone);
}

/**
 * The findings that a typed change answers: those of the very field, or of the entry of a list of codes that it is a part of.
 * @param {any[]} findings
 * @param {string} path
 * @returns {string[]} ids, each once
 */
export function because(findings, path) {
  const entry = ENTRY.exec(path);
  // the modifiers of a line are one field of the form
  const whole = !entry ? path : entry[1].endsWith("/modifiers") ? entry[1] : `${entry[1]}/${entry[2]}`;
  const answers = (/** @type {string} */ field) => field === path || (Boolean(entry) && (field === whole || field.startsWith(whole + "/")));
  return [...new Set(findings.filter((one) => one.field && answers(one.field)).map((one) => one.id))];
}
