// A claim out of a file that somebody chose or dropped. The service reads the file and forgets it.

import { lines } from "../desk/stream.js";
import { asked } from "./dialogs.js";
import { ask, typeOf } from "./service.js";

/** Of so many claims one can be chosen. */
const CHOSEN = 200;

/**
 * The only claim of a file, or the one that is chosen.
 * @param {File} file
 * @returns {Promise<{claim: any, filed: boolean} | {none: string} | null>} `filed` if it stood in an 837I; `none` says what was
 *   wrong with the first that could not be read, and is empty where there was nothing to be read; null where nobody chose
 */
export async function claimFrom(file) {
  const stop = new AbortController();
  const type = await typeOf(file);
  const answer = await ask("v1/evaluations?claims=true", { method: "POST", body: file, type, accept: "application/x-ndjson", signal: stop.signal });
  const claims = [];
  let wrong = "";
  for await (const line of lines(answer)) {
    const one = line.trim() ? JSON.parse(line) : {};
    if (one.claim) {
      claims.push(one.claim);
    } else if (one.problem) {
      wrong ||= said(one);
    }
    if (claims.length === CHOSEN) {
      stop.abort();
      break;
    }
  }
  const filed = type === "application/edi-x12";
  if (claims.length < 2) {
    return claims.length ? { claim: claims[0], filed } : { none: wrong };
  }
  const given = await asked({
    title: `Which claim of ${file.name}?`,
    fields: [{ name: "claim", label: claims.length < CHOSEN ? "Claim" : `Claim, of the first ${CHOSEN}`, value: "0", options: claims.map((claim, index) => [String(index), `${claim.claimId}: ${claim.typeOfBill}, ${claim.statementFrom} to ${claim.statementThrough}`]) }],
    ok: "Take it",
  });
  return given && { claim: claims[Number(given.claim)], filed };
}

/** What is wrong with a claim, or with the file. @param {{claimId?: string, problem: {detail?: string, errors?: {message: string, fix?: string}[]}}} read */
function said({ claimId, problem }) {
  const [first] = problem.errors || [];
  return (claimId ? `claim ${claimId}: ` : "") + (first ? first.message + (first.fix ? "; " + first.fix : "") : problem.detail || "");
}
