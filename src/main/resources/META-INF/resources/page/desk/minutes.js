// From the chart to the bill: what the minutes of the lines come to, as lines to take over.

import { words } from "./locators.js";

/** The question without the units that minutes are to answer. @param {any} claim */
export function chart(claim) {
  const asked = structuredClone(claim);
  for (const line of asked.lines) {
    if (hasMinutes(line)) {
      delete line.units;
    }
  }
  return asked;
}

/** @param {any} line */
export const hasMinutes = (line) => line.minutes !== undefined || line.minutesBy !== undefined;

/**
 * The operations that put minutes on a line.
 * @param {any} claim
 * @param {number} i which line, from 0
 * @param {"minutes" | "assistant"} which
 * @param {number | null} value
 * @returns {import("./patch.js").Operation[]}
 */
export function putMinutes(claim, i, which, value) {
  const line = claim.lines[i];
  const by = line.minutesBy || {};
  const assistant = which === "assistant" ? value : by.assistant ?? null;
  const together = by.together || 0;
  const all = which === "minutes" ? value : line.minutes ?? ((by.therapist || 0) + (assistant || 0) + together || null);
  const path = `/lines/${i}`;
  /** @type {import("./patch.js").Operation[]} */
  const operations = [];
  const put = (/** @type {string} */ field, /** @type {any} */ to) => {
    if (to !== null) {
      operations.push({ op: field in line ? "replace" : "add", path: `${path}/${field}`, value: to });
    } else if (field in line) {
      operations.push({ op: "remove", path: `${path}/${field}` });
    }
  };
  put("minutes", all);
  put("minutesBy", all === null || (assistant === null && !together) ? null : { therapist: Math.max(0, all - (assistant || 0) - together), assistant: assistant || 0, together });
  return operations;
}

/**
 * What to bill where it differs from what is billed.
 * @param {any} claim as billed
 * @param {any[]} proposed `proposedLines` of the answer to its chart
 * @returns {Map<number, {says: string, patch: import("./patch.js").Operation[]}>} by line, from 0
 */
export function proposals(claim, proposed) {
  /** @type {Map<number, {says: string, patch: import("./patch.js").Operation[]}>} */
  const found = new Map();
  claim.lines.forEach((/** @type {any} */ line, /** @type {number} */ i) => {
    const wanted = proposed.filter((one) => one.from === line.lineNumber);
    if (!wanted.length || !hasMinutes(line) || (wanted.length === 1 && same(line, wanted[0]))) {
      return;
    }
    const [first, ...more] = wanted;
    const charges = shares(line.charge, wanted.map((one) => one.units));
    const path = `/lines/${i}`;
    const next = Math.max(...claim.lines.map((/** @type {any} */ one) => one.lineNumber)) + 1;
    found.set(i, {
      says: `By the minutes, ${words(path)} is ` + wanted.map((one, at) => inWords(one, more.length ? charges[at] : undefined)).join(", and "),
      patch: [
        { op: line.units === undefined ? "add" : "replace", path: path + "/units", value: first.units },
        { op: "replace", path: path + "/modifiers", value: first.modifiers },
        ...(more.length && line.charge !== undefined ? [{ op: /** @type {"replace"} */ ("replace"), path: path + "/charge", value: charges[0] }] : []),
        ...more.map((one, at) => ({ op: /** @type {"add"} */ ("add"), path: "/lines/-", value: added(line, one, charges[at + 1], next + at) })),
      ],
    });
  });
  return found;
}

/** @param {any} line @param {any} one */
const same = (line, one) => line.units === one.units && JSON.stringify(line.modifiers) === JSON.stringify(one.modifiers);

/** @param {any} one @param {number | undefined} charge */
const inWords = (one, charge) =>
  [`${one.units} × ${one.hcpcs}`, one.modifiers.join(" "), charge === undefined ? "" : `for ${charge.toFixed(2)}`].filter(Boolean).join(" ");

/** A charge in parts as the units are, which together are the charge. @param {number | undefined} charge @param {number[]} units @returns {(number | undefined)[]} */
function shares(charge, units) {
  const all = units.reduce((sum, one) => sum + one, 0);
  if (charge === undefined || !all) {
    return units.map(() => undefined);
  }
  const cents = Math.round(charge * 100);
  const rest = units.slice(1).map((one) => Math.round((cents * one) / all));
  return [cents - rest.reduce((sum, one) => sum + one, 0), ...rest].map((part) => part / 100);
}

/** @param {any} line @param {any} one @param {number | undefined} charge @param {number} lineNumber */
function added(line, one, charge, lineNumber) {
  const { minutes, minutesBy, nonCoveredCharge, lineControl, allowedAmount, ...rest } = line;
  return { ...rest, lineNumber, hcpcs: one.hcpcs, modifiers: one.modifiers, units: one.units, ...(charge === undefined ? {} : { charge }) };
}
