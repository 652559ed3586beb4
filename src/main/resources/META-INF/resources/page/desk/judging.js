// Claims judged again: with what was changed on them, and by the other claims of their members as these are now.

import { Refused, lines, post } from "./stream.js";
import { patched } from "./patch.js";
import { pastOf } from "./worklist.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./desk.js").Change} Change */
/** @typedef {import("./desk.js").Judged} Judged */

/** How many claims are judged again in one request. */
const BATCH = 400;
const NDJSON = "application/x-ndjson";
/** What a file breaks of its guide shows in the file alone. */
const GUIDE = "HHT-9";

/**
 * Judges claims again with their changes, and the other claims of their members by these.
 * @param {Desk} desk
 * @param {Map<number, Change[]>} wanted all changes that claims are to have
 * @param {(done: number) => void} [seen]
 * @returns {Promise<Judged>}
 */
export async function judged(desk, wanted, seen) {
  /** @type {Judged} */
  const came = { changed: [], refused: new Map(), failed: null };
  try {
    for (const members of await batches(desk, wanted)) {
      await judgeSome(desk, members, wanted, came);
      seen?.(came.changed.length + came.refused.size);
    }
  } catch (error) {
    came.failed = error;
  }
  if (came.changed.length && desk.taken) {
    desk.taken = false;
    await desk.store.put([desk.state()]);
  }
  return came;
}

/**
 * The claims to be judged again, so many at a time that the claims of a member are together: of the member whose a claim was, and
 * of the one whose it becomes.
 * @param {Desk} desk
 * @param {Map<number, Change[]>} wanted
 * @returns {Promise<number[][]>} each in the order of the files
 */
async function batches(desk, wanted) {
  /** @type {Map<string, Set<number>>} */
  const groups = new Map();
  const group = (/** @type {string} */ past) => groups.get(past) || new Set(desk.pasts.get(past));
  for (const [i, changes] of wanted) {
    const original = await desk.original(i);
    let becomes = "";
    try {
      becomes = pastOf(patched(original.claim, changes.flatMap((change) => change.patch)));
    } catch {
      // that it does not fit the claim is said when it is judged
    }
    const both = new Set([i, ...group(desk.rows[i].past), ...(becomes ? group(becomes) : [])]);
    for (const one of both) {
      groups.set(desk.rows[one].past, both);
    }
    if (becomes) {
      groups.set(becomes, both);
    }
  }
  /** @type {number[][]} */
  const batches = [];
  for (const members of new Set(groups.values())) {
    const last = batches.at(-1);
    if (last && last.length + members.size <= BATCH) {
      last.push(...members);
    } else {
      batches.push([...members]);
    }
  }
  return batches.map((batch) => batch.sort((a, b) => a - b));
}

/**
 * @param {Desk} desk
 * @param {number[]} members claims in the order of their files, the pasts of each whole
 * @param {Map<number, Change[]>} wanted
 * @param {Judged} came added to
 * @returns {Promise<void>}
 */
async function judgeSome(desk, members, wanted, came) {
  const { changed, refused } = came;
  const wants = (/** @type {number} */ i) => (refused.has(i) ? undefined : wanted.get(i));
  /** @type {{i: number, claim: any, original: any}[]} */
  const sent = [];
  for (const i of members) {
    const original = await desk.original(i);
    if (!original.claim) {
      continue;
    }
    const changes = wants(i);
    let { claim } = await desk.answer(i);
    try {
      claim = changes ? patched(original.claim, changes.flatMap((change) => change.patch)) : claim;
    } catch (error) {
      refused.set(i, new Refused({ status: 0, detail: String(error instanceof Error ? error.message : error) }));
    }
    sent.push({ i, claim, original });
  }
  const answers = await ask(sent.map(({ claim }) => claim), sent.every(({ original }) => original.filed === "837I"));
  const unread = sent.flatMap(({ i }, index) => (answers[index].problem && wants(i) ? [{ i, problem: answers[index].problem }] : []));
  if (unread.length) {
    // the member's other claims are not judged without these, but by them as they were
    unread.forEach(({ i, problem }) => refused.set(i, new Refused({ ...problem, status: 422 })));
    return judgeSome(desk, members, wanted, came);
  }
  /** @type {[string, number, any][]} */
  const writes = [];
  sent.forEach(({ i, claim, original }, index) => {
    const read = answers[index];
    if (read.problem) {
      return;
    }
    const answer = merged(read, original, claim);
    desk.note(answer);
    const changes = wants(i) || desk.changesOf(i);
    // another claim's change may tell on one that was not changed
    const keeps = changes.length || JSON.stringify(answer.findings.map(said)) !== JSON.stringify(original.findings.map(said));
    if (keeps) {
      desk.changed.set(i, { changes, answer });
    } else {
      desk.changed.delete(i);
    }
    writes.push(["changed", i, desk.changed.get(i)]);
    desk.place(i, desk.again(i, keeps ? answer : original));
    if (wants(i)) {
      changed.push(i);
    }
  });
  await desk.store.put(writes);
}

/**
 * The answers to claims, in their order, each judged by those before it.
 * @param {any[]} claims
 * @param {boolean} filed whether they are of an 837I file, so that what they do not have is not there
 */
export async function ask(claims, filed) {
  const answer = await post("v1/evaluations" + (filed ? "?as=837I" : ""), {
    body: claims.map((claim) => JSON.stringify(claim)).join("\n") + "\n",
    type: NDJSON,
    accept: NDJSON,
  });
  const answers = [];
  for await (const line of lines(answer)) {
    const read = line ? JSON.parse(line) : {};
    if (read.claimId !== undefined || read.problem) {
      answers.push(read);
    }
  }
  if (answers.length !== claims.length) {
    throw new Refused({ status: 0, detail: "The answer is not whole; nothing was changed. Try again." });
  }
  return answers;
}

/**
 * What a claim gets now: what its file alone shows is kept from the answer to the file.
 * @param {any} read
 * @param {any} original
 * @param {any} claim
 */
function merged(read, original, claim) {
  const ofFile = original.findings
    .filter((/** @type {any} */ finding) => finding.id.startsWith(GUIDE))
    .map((/** @type {any} */ finding) => ({ ...finding, asFiled: true }));
  const findings = [...read.findings, ...ofFile];
  return {
    ...read,
    findings,
    disposition: ofFile.length ? worst(read.disposition, ofFile) : read.disposition,
    input: original.input,
    ordinal: original.ordinal,
    bytes: original.bytes,
    filed: original.filed,
    disciplines: original.disciplines,
    claim,
  };
}

/** @param {any} finding */
const said = (finding) => [finding.id, finding.field, finding.message];

/** @param {string} disposition @param {any[]} findings */
function worst(disposition, findings) {
  const effects = ["CLEAN", "INFO", "WARN", "DENY", "REJECT", "RTP"];
  return [disposition, ...findings.map((finding) => finding.effect)].sort((a, b) => effects.indexOf(b) - effects.indexOf(a))[0];
}
