// What leaves the desk: corrected files, the log of what was changed, and what was marked as sent.

import { Refused, post } from "./stream.js";
import { saveAs } from "./elements.js";
import { hasMinutes } from "./minutes.js";
import { counted } from "./values.js";

/** @typedef {import("./desk.js").Desk} Desk */

/** What no 837I can carry; it was given beside the claims. Claims as JSON carry it. */
const BESIDE = /^\/(lines\/\d+\/minutes|lines\/\d+\/minutesBy|lines\/\d+\/allowedAmount|context|history)(\/|$)/;
const SENT_AT_ONCE = 1000;

/** @param {string} name @param {string} ending */
const named = (name, ending) => name.replace(/\.gz$/i, "").replace(/(\.[^.]*)?$/, (last) => ending + (last || ""));

/**
 * A file with what was changed at the desk written into it.
 * @param {Desk} desk
 * @param {File} file one of the desk's
 * @returns {Promise<{file: File, claims: number} | null>} how many claims are corrected; null where nothing is that such a file can carry
 */
export async function correctedFile(desk, file) {
  const claims = changesOf(desk, desk.files.indexOf(file) + 1);
  if (!claims.length) {
    return null;
  }
  const form = new FormData();
  form.append("corrections", new Blob([JSON.stringify({ claims, certain: false })], { type: "application/json" }), "corrections.json");
  form.append("claims", file);
  try {
    const answer = await post("v1/corrections", { body: form, accept: "*/*" });
    return { file: new File([await answer.blob()], named(file.name, ".corrected")), claims: claims.length };
  } catch (error) {
    throw error instanceof Refused ? refusal(error, file, desk) : error;
  }
}

/**
 * The minutes of a file's claims that were typed at the desk, as they are given beside claims.
 * @param {Desk} desk @param {File} file
 * @returns {File | null} null where none were
 */
export function typedMinutes(desk, file) {
  const input = desk.files.indexOf(file) + 1;
  const claims = [...desk.changed]
    .filter(([i, { changes, answer }]) => desk.rows[i].input === input && answer.filed === "837I" && changes.some(({ why }) => why === "minutes"))
    .map(([, { answer: { claim } }]) => ({
      claimId: claim.claimId,
      lines: claim.lines.filter(hasMinutes).map((/** @type {any} */ { lineNumber, minutes, minutesBy }) => ({ lineNumber, ...(minutes === undefined ? {} : { minutes }), ...(minutesBy === undefined ? {} : { minutesBy }) })),
    }))
    .filter(({ lines }) => lines.length);
  return claims.length ? new File([JSON.stringify({ claims })], "minutes.json") : null;
}

/**
 * Has the changes written into the files and saves these.
 * @param {Desk} desk
 * @param {(text: string) => void} say
 */
export async function corrected(desk, say) {
  const saved = [];
  for (const file of desk.files) {
    const done = await correctedFile(desk, file);
    if (done) {
      saveAs(done.file, done.file.name);
      saved.push(`${done.file.name} with ${counted(done.claims, "claim")} corrected`);
    }
  }
  if (saved.length) {
    await desk.tookAway();
  }
  say(saved.length ? `Saved: ${saved.join("; ")}. Check it here before you send it.` : "Nothing that a file of claims can carry was changed: minutes are given beside the claims.");
}

/** @param {Refused} error @param {File} file @param {Desk} desk */
function refusal(error, file, desk) {
  const missing = [404, 405, 501].includes(error.status);
  return new Refused({
    status: error.status,
    detail: missing
      ? "This service cannot write corrected files yet. Save what was changed and make the changes in your billing program; nothing on the desk is lost."
      : `${file.name} was not corrected: ${error.message} Nothing on the desk is lost.`,
    // told by the claim's place among the corrections
    errors: error.errors.map((one) => {
      const place = /^\/claims\/(\d+)/.exec(one.pointer || "");
      const claim = place ? changesOf(desk, desk.files.indexOf(file) + 1)[Number(place[1])] : null;
      return claim ? { ...one, message: `claim \`${claim.claimId}\`: ${one.message}` } : one;
    }),
  });
}

/** What the service is to write into a file. @param {Desk} desk @param {number} input which file, from 1 */
export function changesOf(desk, input) {
  return [...desk.changed]
    .map(([i, { changes, answer }]) => ({ row: desk.rows[i], changes, filed: answer.filed }))
    .filter(({ row }) => row.input === input)
    .map(({ row, changes, filed }) => ({
      claim: row.ordinal,
      claimId: row.id,
      patch: changes.flatMap((change) => change.patch).filter((operation) => filed !== "837I" || !BESIDE.test(operation.path)),
      because: [...new Set(changes.flatMap((change) => change.because))],
    }))
    .filter(({ patch }) => patch.length)
    .sort((a, b) => a.claim - b.claim);
}

/** Saves what was changed and why, as a table and as JSON. @param {Desk} desk @param {(text: string) => void} say */
export async function changeLog(desk, say) {
  const entries = log(desk);
  saveAs(new Blob([csv(entries)], { type: "text/csv" }), "changes.csv");
  saveAs(new Blob([JSON.stringify({ changes: entries }, null, 1)], { type: "application/json" }), "changes.json");
  await desk.tookAway();
  say(`Saved as changes.csv and changes.json: ${counted(entries.length, "change")}.`);
}

/** @param {Desk} desk */
export function log(desk) {
  return [...desk.changed]
    .flatMap(([i, { changes }]) => changes.map((change) => ({ row: desk.rows[i], change })))
    .sort((a, b) => a.change.step - b.change.step || a.row.i - b.row.i)
    .flatMap(({ row, change }) =>
      change.words.map((word) => ({
        at: change.at,
        file: desk.files[row.input - 1]?.name || "",
        claim: row.ordinal,
        claimId: row.id,
        where: word.where,
        before: plain(word.before),
        after: plain(word.after),
        why: change.why,
        because: change.because,
      })));
}

/** @param {string} text */
const plain = (text) => text.replaceAll("`", "");

/** @param {ReturnType<typeof log>} entries */
export function csv(entries) {
  // a cell that begins so would be taken for a formula
  const cell = (/** @type {unknown} */ value) => `"${String(value).replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
  const columns = /** @type {const} */ (["at", "file", "claim", "claimId", "where", "before", "after", "why", "because"]);
  const rows = entries.map((entry) => columns.map((column) => cell(column === "because" ? entry.because.join(" ") : entry[column])).join(","));
  return [columns.join(","), ...rows].join("\r\n") + "\r\n";
}

/**
 * Keeps claims as sent.
 * @param {Desk} desk
 * @param {import("./worklist.js").Row[]} rows
 * @returns {Promise<string>} what came of it
 */
export async function sentClaims(desk, rows) {
  const sum = { kept: 0, keptBefore: 0, nobodys: 0, unread: 0 };
  // as they stand in the files: answers are unpacked many at a time
  const inOrder = [...rows].sort((a, b) => a.i - b.i);
  for (let from = 0; from < rows.length; from += SENT_AT_ONCE) {
    const some = inOrder.slice(from, from + SENT_AT_ONCE);
    const claims = [];
    for (const row of some) {
      claims.push(JSON.stringify((await desk.answer(row.i)).claim));
    }
    const answer = await post("v1/history/sent", { body: claims.join("\n") + "\n", type: "application/x-ndjson", accept: "application/json" });
    const kept = await answer.json();
    sum.kept += kept.kept;
    sum.keptBefore += kept.keptBefore;
    sum.nobodys += kept.nobodys;
    sum.unread += kept.unread;
    await desk.mark(some.map((row) => row.i), "sent", "");
  }
  return [
    `${counted(sum.kept, "claim")} kept as sent`,
    sum.keptBefore ? `${sum.keptBefore} kept before` : "",
    sum.nobodys ? `${sum.nobodys} without member id or billing provider not kept` : "",
    sum.unread ? `${sum.unread} could not be read` : "",
  ].filter(Boolean).join(", ") + ".";
}
