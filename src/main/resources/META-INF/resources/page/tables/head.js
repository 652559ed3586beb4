// What stands above every view of a table or a draft: where one is, what the draft is for, and the steps from a change to live.

import { make } from "../desk/elements.js";
import { counted } from "../desk/values.js";
import { may } from "../who.js";
import { STATE_WORDS } from "./home.js";
import { hashOf } from "./route.js";

/** @typedef {import("./draft.js").DraftDesk} DraftDesk */
/** @typedef {import("./draft.js").Draft} Draft */

/** How a step went. @typedef {{says: string, is: "good" | "bad" | "none"}} Outcome */

/** @param {number} claims @param {number} failing @param {number} clean */
const saidOf = (claims, failing, clean) => `${counted(claims, "claim")}: ${failing} newly failing, ${clean} newly clean`;

/** What came of each step so far, in a few words. @param {DraftDesk} desk @returns {Record<string, Outcome>} */
export function outcomes(desk) {
  const { draft } = desk;
  const problems = draft.tables.reduce((sum, table) => sum + table.problems, 0);
  const check = desk.result("check");
  const examples = desk.result("examples");
  const impact = desk.result("impact");
  const found = check ? check.problems.length : problems;
  /** @param {string} says @param {Outcome["is"]} [is] @returns {Outcome} */
  const outcome = (says, is = "none") => ({ says, is });
  const turned = (/** @type {string} */ verdict) => (impact?.verdicts || []).find((/** @type {any} */ one) => one.verdict === verdict)?.claims || 0;
  return {
    edit: outcome(draft.tables.length ? `${counted(draft.tables.length, "table")} changed` : "nothing changed", draft.tables.length ? "good" : "none"),
    check: !draft.tables.length ? outcome("") : found ? outcome(counted(found, "problem"), "bad") : outcome(check ? "sound" : "no problem so far", check ? "good" : "none"),
    examples: examples ? (examples.failed ? outcome(`${counted(examples.failed, "example")} failed`, "bad") : outcome(`all ${examples.passed.toLocaleString("en-US")} pass`, "good")) : outcome(desk.results.has("examples") ? "changed since" : "not run here"),
    impact: impact ? outcome(saidOf(impact.claims, turned("newly failing"), turned("newly clean")), "good")
      : draft.impact ? outcome(saidOf(draft.impact.claims, draft.impact.newlyFailing, draft.impact.newlyClean) + (draft.impact.holds ? "" : "; changed since"), draft.impact.holds ? "good" : "none")
        : outcome(desk.results.has("impact") ? "changed since" : "not run here"),
    propose: draft.proposal ? outcome(`by ${draft.proposal.by}`, "good") : outcome("not proposed"),
    publish: draft.state === "published" ? outcome("published", "good") : draft.state === "scheduled" ? outcome(`from ${draft.approval?.from}`, "good") : outcome("not approved"),
  };
}

const NAMES = /** @type {Record<string, string>} */ ({ edit: "Edit", check: "Check", examples: "Examples", impact: "Impact", propose: "Propose", publish: "Approve and publish" });
const SIGNS = { good: "✔", bad: "✖", none: "" };

/** @param {DraftDesk} desk @param {string} current */
function steps(desk, current) {
  const all = outcomes(desk);
  return make("nav", { "aria-label": "Steps of the draft" }, make("ol", { class: "steps" }, ...Object.entries(NAMES).map(([step, name]) => {
    const { says, is } = all[step];
    return make("li", {}, make("a", { href: hashOf({ view: "draft", draft: desk.draft.id, step }), class: is, "aria-current": step === current ? "step" : null },
      make("b", {}, name), make("span", {}, SIGNS[is] ? make("span", { "aria-hidden": "true" }, SIGNS[is] + " ") : null, says)));
  })));
}

/**
 * Draws what stands above a view, in the place of what was drawn before.
 * @param {HTMLElement} box
 * @param {import("./tables.js").Page} page
 * @param {DraftDesk | null} desk
 * @param {string} step that is shown
 * @param {import("./model.js").Grid | null} grid the table that is shown
 */
export function head(box, page, desk, step, grid) {
  const draft = desk?.draft;
  const trail = make("nav", { "aria-label": "Where this is", class: "trail" },
    make("a", { href: draft ? "#/drafts" : "#/" }, draft ? "Drafts" : "Tables"),
    ...(draft && grid ? [" › ", make("a", { href: hashOf({ view: "draft", draft: draft.id }) }, draft.name)] : []));
  const focused = box.contains(document.activeElement) ? document.activeElement?.getAttribute("href") : null;
  box.replaceChildren(...[
    trail,
    make("h1", { tabindex: -1 }, grid ? grid.table : draft?.name || ""),
    draft ? make("p", { class: "draft-says" }, make("span", { class: `badge-state ${draft.state}` }, STATE_WORDS[draft.state] || draft.state), ` by ${draft.author}: ${draft.reason}${draft.source ? ` (${draft.source})` : ""}`, draft.baseIsActive || draft.state === "published" ? null : make("span", { class: "warning" }, ` · begun on ${draft.base}, which is no longer the active release`), draft.state === "open" && !may("analyst") ? make("span", { class: "quiet" }, " · changing it needs the role analyst") : null, draft.refused ? make("span", { class: "error" }, ` · not published on its day: ${draft.refused}`) : null) : null,
    grid ? make("p", { class: "quiet" }, `${grid.about}${/[.]$/.test(grid.about) ? "" : "."} Dates are those of: ${grid.dates}. For one case ${grid.policy === "one" ? "exactly one row" : grid.policy === "all" ? "every row that matches" : `${grid.policy} row`} holds.`) : null,
    desk ? steps(desk, step) : null,
  ].filter((one) => one !== null));
  if (focused) {
    /** @type {HTMLElement | null} */ (box.querySelector(`a[href="${CSS.escape(focused)}"]`))?.focus();
  }
}
