// What was active when, by whom and why; and the way back.

import { coded, make, saveAs } from "../desk/elements.js";
import { Refused } from "../desk/stream.js";
import { counted } from "../desk/values.js";
import { may } from "../who.js";
import { asked, person, remember } from "./dialogs.js";
import { fileOf, when } from "./home.js";
import { got, part, wordsOf } from "./service.js";
import { hashOf } from "./route.js";
import { drawnWords } from "./words.js";

/** @typedef {{number: number, version: string, at: string, from?: string | null, kind: string, author?: string, reason?: string, source?: string, approvedBy?: string, alone?: boolean, identified?: boolean, before?: string | null, difference?: any, examples?: {passed: number, failed: number} | null, kept?: boolean, draft?: {id: string, name: string, zone?: string, note?: string, despiteExamples?: string, fewerExamples?: string} | null, impact?: string | null, hash: string, previous?: string | null}} Release */

const KINDS = /** @type {Record<string, string>} */ ({ draft: "published from a draft", publish: "published from a folder", activation: "made active", rollback: "taken back", watched: "watched folder", start: "came with the program" });
const SHOWN = 60;

/** Between which instants a release judged claims; a release that stands in the record twice in a row was one. @typedef {{since: string, until: string | null}} Life */

/**
 * When each release was live.
 * @param {Pick<Release, "version" | "at">[]} releases the newest first
 * @returns {Life[]}
 */
export function lives(releases) {
  /** @type {string | null} when what came after it began */
  let ended = null;
  return releases.map(({ version, at }, index) => {
    const newer = releases[index - 1];
    ended = !newer ? null : newer.version === version ? ended : newer.at;
    return { since: at, until: ended };
  });
}

/** @param {HTMLElement} box @param {import("./tables.js").Page} page */
export async function releasesView(box, page) {
  const [releases, chain, waiting] = /** @type {[Release[], {whole: boolean, records: number, fault?: string}, HTMLElement | string]} */ (await Promise.all([got("v1/releases"), got("v1/releases/verification"), waitingDrafts()]));
  const active = releases[0]?.version;
  const all = lives(releases);
  box.replaceChildren(make("h1", { tabindex: -1 }, "Releases"),
    make("p", {}, "Every release that was active, the newest first. Each record holds the hash of the one before it, so that none can be changed or left out without being seen."),
    make("p", { class: chain.whole ? "quiet" : "error" }, chain.whole ? `Checked just now: ${counted(chain.records, "record")}, none changed and none missing.` : `The chain of records is broken: ${chain.fault}`),
    make("div", { class: "actions" }, make("button", { type: "button", click: () => download(page) }, "Download the log")),
    waiting,
    releases.length ? make("ol", { class: "releases", reversed: true, start: releases.length > SHOWN ? null : releases[0].number }, ...releases.slice(0, SHOWN).map((release, index) => drawn(release, all[index], active, () => back(release, String(active), box, page)))) : make("p", { class: "quiet" }, "None is recorded yet."),
    releases.length > SHOWN ? make("p", { class: "quiet" }, `and ${releases.length - SHOWN} older ones; the log has all of them.`) : "");
}

/** What waits for its day; where drafts cannot be read, why not: the releases are there all the same. @returns {Promise<HTMLElement | string>} */
async function waitingDrafts() {
  try {
    const waiting = /** @type {import("./draft.js").Draft[]} */ (await got("v1/drafts")).filter(({ state }) => state === "scheduled");
    return waiting.length ? make("section", {}, make("h2", {}, "Waiting for their day"), make("ul", { class: "found" }, ...waiting.map(scheduled))) : "";
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error;
    }
    return make("p", { class: "error" }, "What waits for its day cannot be told: ", ...coded(error.message));
  }
}

/** @param {import("./draft.js").Draft} draft */
const scheduled = (draft) => make("li", {}, make("a", { href: hashOf({ view: "draft", draft: draft.id, step: "publish" }) }, draft.name), " ",
  make("span", { class: "badge-state scheduled" }, `scheduled from ${draft.approval?.from}`),
  make("span", { class: "about" }, [`by ${draft.author}`, `approved by ${draft.approval?.by}`, draft.reason].join(" · ")),
  draft.refused ? make("p", { class: "error" }, `Not published on its day: ${draft.refused}`) : null,
  make("a", { href: hashOf({ view: "trial", draft: draft.id }) }, "Try a claim on it"));

/** @param {Release} release @param {Life} life @param {string | undefined} active @param {() => void} rollback */
function drawn(release, life, active, rollback) {
  const words = wordsOf(release.difference);
  const who = [release.author ? `by ${release.author}` : "", release.approvedBy ? `approved by ${release.approvedBy}${release.alone ? ", who made or proposed it too" : ""}` : "", (release.author || release.approvedBy) && !release.identified ? "names as told" : ""].filter((part) => part).join(", ");
  const live = life.until === null;
  return make("li", { class: live ? "newest" : null, value: release.number },
    make("h2", {}, make("code", {}, release.version), " ", make("span", { class: `badge-state ${live ? "published" : ""}` }, live ? `live since ${when(life.since)}` : `was live ${when(life.since)} to ${when(life.until || "")}`)),
    make("p", {}, `${KINDS[release.kind] || release.kind}${who ? `, ${who}` : ""}.`),
    release.reason ? make("p", {}, "Why: ", release.reason, release.source ? ` (${release.source})` : "") : null,
    release.draft?.name ? make("p", {}, "Draft: ", release.draft.name, release.from ? `, from ${release.from} (${release.draft.zone})` : "", release.draft.note ? make("span", {}, "; ", make("q", {}, release.draft.note)) : null) : null,
    release.draft?.despiteExamples ? make("p", { class: "warning" }, `Despite the examples: ${release.draft.despiteExamples}`) : null,
    release.draft?.fewerExamples ? make("p", { class: "warning" }, `Fewer examples: ${release.draft.fewerExamples}`) : null,
    release.examples ? make("p", { class: release.examples.failed ? "warning" : "quiet" }, release.examples.failed ? `${counted(release.examples.failed, "example")} of ${(release.examples.passed + release.examples.failed).toLocaleString("en-US")} failed.` : `All ${release.examples.passed.toLocaleString("en-US")} examples passed.`) : null,
    release.impact ? make("p", {}, "Impact on claims: ", ...coded(release.impact)) : null,
    words.length ? make("details", {}, make("summary", {}, `What it changed (${words.length})`), drawnWords(words)) : null,
    make("details", {}, make("summary", {}, "Record"), make("p", { class: "quiet" }, `Number ${release.number}, recorded ${when(release.at)}, hash `, make("code", {}, release.hash), release.previous ? ", upon " : ", the first.", release.previous ? make("code", {}, release.previous) : null)),
    release.kept === false ? null : make("div", { class: "actions" },
      make("a", { class: "button", href: hashOf({ view: "trial", release: release.version }) }, live ? "Try a claim" : "Try a claim as of this version"),
      release.version === active || !may("operator") ? null : make("button", { type: "button", click: rollback }, "Go back to this release…")));
}

/** @param {import("./tables.js").Page} page */
async function download(page) {
  try {
    saveAs(await fileOf("v1/releases/log", "application/x-ndjson"), "releases.ndjson");
  } catch (error) {
    page.failed(error, "The log was not downloaded");
  }
}

/** @param {Release} release @param {string} active what is live as far as the page knows @param {HTMLElement} box @param {import("./tables.js").Page} page */
async function back(release, active, box, page) {
  const given = await asked({
    title: `Go back to ${release.version}?`,
    text: [`Its tables, of ${when(release.at)}, are the active ones at once. The release that is active now stays in the list, and is gone back to in the same way.`],
    fields: [person("by", "Who goes back"), { name: "reason", label: "Why", required: true, most: 500 }],
    ok: "Go back",
    danger: true,
  });
  if (!given) {
    return;
  }
  remember(given.by);
  try {
    await got(`v1/releases/${part(release.version)}/rollback`, { method: "POST", json: { ...given, before: active } });
  } catch (error) {
    page.failed(error, "It was not gone back to");
    if (error instanceof Refused && error.status === 409) {
      // something else is live by now
      await drawnAgain(box, page);
    }
    return;
  }
  page.say(`${release.version} is the active release again.`);
  if (await drawnAgain(box, page)) {
    /** @type {HTMLElement | null} */ (box.querySelector("h1"))?.focus();
  }
}

/** Draws the list as it is now; says so where that cannot be, unless something worse is said already. @param {HTMLElement} box @param {import("./tables.js").Page} page */
async function drawnAgain(box, page) {
  try {
    await releasesView(box, page);
    return true;
  } catch (error) {
    if (!(error instanceof Refused) || !page.problem.hasChildNodes()) {
      page.failed(error, "The list is as it was before");
    }
    return false;
  }
}
