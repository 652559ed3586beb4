// A claim as it is written to be tried: JSON, or lines in the short form of the examples.

/** @typedef {{date: string, revenueCode: string, hcpcs: string, modifiers: string, units: string, minutes: string, charge: string}} Filled */

/**
 * What is sent of a claim that was written.
 * @param {string} text JSON, the one-line form of an example, or lines in its short form
 * @param {string} bill 34X or 32X, where the text does not say it
 * @returns {{body: string, type: string} | {error: string}}
 */
export function claimOf(text, bill) {
  const written = text.trim();
  if (!written) {
    return { error: "write or paste a claim first" };
  }
  if (!written.startsWith("{")) {
    const lines = written.split(/\r?\n|;/).map((line) => line.trim().replace(/^- /, "")).filter((line) => line);
    return { body: `{bill: ${bill}, lines: [${lines.map((line) => JSON.stringify(line)).join(", ")}]}`, type: "text/plain" };
  }
  try {
    JSON.parse(written);
    return { body: written, type: "application/json" };
  } catch {
    return /^\{\s*"/.test(written) ? { error: "this is no whole JSON: a bracket, a comma or a quotation mark is missing" } : { body: written, type: "text/plain" };
  }
}

/** A line in short form, of what was filled in. @param {Filled} filled */
export function lineOf({ date, revenueCode, hcpcs, modifiers, units, minutes, charge }) {
  const words = [date || "undated", revenueCode, hcpcs.toUpperCase(), ...modifiers.toUpperCase().split(/[\s,]+/), units ? units + "u" : "", minutes ? minutes + "m" : "", charge ? "$" + charge.replace(/^\$/, "") : ""];
  return words.filter((word) => word).join(" ");
}
