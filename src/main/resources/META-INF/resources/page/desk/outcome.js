// What came of a check, in words: the worst first.

import { counts } from "./worklist.js";
import { counted } from "./values.js";

/** How many sentences about files are shown. */
const SENTENCES = 50;

/** @typedef {import("./desk.js").Desk} Desk */

/** How many of how many claims arrived. @param {number} arrived @param {number} total 0 if not known */
export const arrivedOf = (arrived, total) => (total ? `${arrived.toLocaleString("en-US")} of ${counted(total, "claim")}` : counted(arrived, "claim"));

/** What is missing from the answer; empty if nothing is. @param {Desk} desk @param {number} total claims of the files, 0 if not known */
function missing({ rows, end, reading, unknown, torn }, total) {
  const count = counts(rows);
  const judged = rows.length - count.unread - count.notJudged;
  const arrived = total > rows.length ? `${arrivedOf(rows.length, total)} arrived` : "";
  if (reading) {
    return "Not whole: the page was loaded anew while the files were read. Load it again to go on.";
  }
  if (!end) {
    return `The answer is not whole: it broke off${arrived ? ", " + arrived : ""}. Check again.`;
  }
  if (!rows.length || !judged) {
    return "Nothing was checked.";
  }
  if (!end.whole) {
    return unknown && !torn && !arrived
      ? `Not all: ${counted(unknown, "file")} that ${unknown === 1 ? "is no file" : "are no files"} of claims.`
      : `Not whole: ${arrived || "the input breaks off, and claims may be missing"}.`;
  }
  if (arrived) {
    return `Not whole: ${arrived}.`;
  }
  return count.unread ? `${judged.toLocaleString("en-US")} of ${counted(rows.length, "claim")} could be checked.` : "";
}

/** What came of it. @param {Desk} desk @param {number} total claims of the files, 0 if not known */
export function outcome(desk, total) {
  const { rows, notes } = desk;
  const count = counts(rows);
  const many = (/** @type {number} */ number) => number.toLocaleString("en-US");
  const parts = [
    `${counted(rows.length - count.unread - count.notJudged, "claim")} checked`,
    `${many(count.failing - count.unread)} failing`,
    count.unread ? `${many(count.unread)} that could not be read` : "",
    count.noted ? `${many(count.noted)} to look at` : "",
    `${many(count.clean)} clean`,
    count.notJudged ? `${many(count.notJudged)} not judged` : "",
  ].filter(Boolean);
  return [missing(desk, total), parts.join(", ") + ".", notes.length ? counted(notes.length, "note") + " on the files." : ""].filter(Boolean).join(" ");
}

/** What is to be said of the files, the first sentences of many. @param {Desk} desk */
export function aboutFiles({ notes, end }) {
  const sentences = [
    ...notes,
    ...[...(end?.errors || []), ...(end?.warnings || [])].map((one) => (one.file ? one.file + ": " : "") + one.message + (one.fix ? "; " + one.fix : "")),
  ].map((one) => one.replaceAll("`", ""));
  return [...sentences.slice(0, SENTENCES), ...(sentences.length > SENTENCES ? [`and ${(sentences.length - SENTENCES).toLocaleString("en-US")} more`] : [])];
}
