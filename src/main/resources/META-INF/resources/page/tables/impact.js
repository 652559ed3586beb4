// What a draft does to the claims of a file.

import { drawn } from "../desk/drawing.js";
import { coded, make } from "../desk/elements.js";
import { lines } from "../desk/stream.js";
import { counted } from "../desk/values.js";
import { asked } from "./dialogs.js";
import { when } from "./home.js";
import { hashOf } from "./route.js";
import { ask, streamed, typeOf } from "./service.js";

/** @typedef {import("./steps.js").StepsView} StepsView */

const OUTLINED = ["newly failing", "newly clean", "no longer failing", "changed otherwise"];
const GOOD = ["newly clean", "no longer failing"];

/** The file that was judged last, from which a claim is drawn. It stays in this page. @type {File | null} */
let judged = null;

/** @param {StepsView} view */
export async function drawnImpact(view) {
  const { desk } = view;
  const impact = desk.result("impact");
  const input = make("input", { type: "file", id: "impact-claims", change: () => input.files?.[0] && start(view, input.files[0]) });
  const box = make("div", { class: "drop" }, make("label", { for: "impact-claims" }, "Claims: an 837I file, JSON or NDJSON"), input, make("p", {}, "Drop last month's file here. It is judged by the active release and by the draft, and forgotten."));
  box.addEventListener("dragover", (event) => {
    event.preventDefault();
    box.classList.add("over");
  });
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("over");
    const file = event.dataTransfer?.files[0];
    if (file) {
      start(view, file);
    }
  });
  view.show(make("h2", {}, impact ? "What the draft does to these claims" : "Impact on claims"),
    ...(impact ? results(view, impact) : desk.draft.impact ? [make("p", {}, `Last seen ${when(desk.draft.impact.at)}${desk.draft.impact.holds ? "" : ", before the last change"}: `, ...coded(desk.draft.impact.words), ".")] : []),
    make("h3", {}, impact ? "Try other claims" : "Which claims"), box,
    make("p", {}, make("a", { class: "button", href: hashOf({ view: "draft", draft: desk.draft.id, step: "propose" }) }, "Go on to the proposal")));
}

/** @param {StepsView} view @param {File} file */
async function start(view, file) {
  const { desk } = view;
  const { revision } = desk.draft;
  const stop = new AbortController();
  judged = file;
  try {
    const last = await view.run("Judging the claims by both", streamed(`${desk.address}/impact`, { body: file, type: await typeOf(file), signal: stop.signal }),
      ({ progress }) => (progress ? { done: progress.claims, all: progress.all } : null), stop);
    desk.keep("impact", last?.impact || last, revision);
    view.changed();
  } catch (error) {
    view.ended(error);
  }
}

/** @param {StepsView} view @param {any} impact */
function results(view, impact) {
  const of = (/** @type {string} */ verdict) => (impact.verdicts || []).find((/** @type {any} */ one) => one.verdict === verdict) || { claims: 0, examples: [] };
  const unchanged = of("unchanged").claims;
  const claims = (/** @type {any[]} */ examples) => make("ul", { class: "found" }, ...examples.map((one) => make("li", {},
    judged ? make("button", { type: "button", class: "plain", click: () => draw(view, one.claimId) }, one.claimId) : make("b", {}, one.claimId), ` ${one.before} → ${one.after}`)));
  const groups = (/** @type {any[]} */ all, /** @type {string} */ title, /** @type {(one: any) => Node} */ name) => all.length ? make("details", {}, make("summary", {}, title),
    make("div", { class: "scrolled", tabindex: 0, role: "region", "aria-label": title }, make("table", {}, make("thead", {}, make("tr", {}, ...["", "appear", "disappear", "change", "claims"].map((text) => text ? make("th", { scope: "col" }, text) : make("td", {})))),
      make("tbody", {}, ...all.map((one) => make("tr", {}, make("th", { scope: "row" }, name(one)), ...["appear", "disappear", "change", "claims"].map((key) => make("td", { class: "amount" }, String(one[key] ?? 0))))))))) : null;
  return [
    make("p", {}, `${counted(impact.claims, "claim")} judged; ${unchanged === impact.claims ? "none" : (impact.claims - unchanged).toLocaleString("en-US")} turn${impact.claims - unchanged === 1 ? "s" : ""}.${impact.unreadable ? ` ${counted(impact.unreadable, "claim")} could not be read.` : ""}${impact.whole === false ? " The input broke off." : ""}`),
    make("div", { class: "verdicts" }, ...OUTLINED.map((verdict) => {
      const { claims: count, examples } = of(verdict);
      return make("section", { class: count ? (GOOD.includes(verdict) ? "good" : verdict === "newly failing" ? "bad" : "") : "none" }, make("h3", {}, `${count.toLocaleString("en-US")} ${verdict}`), examples.length ? claims(examples) : null);
    })),
    groups(impact.findings || [], "By finding", (one) => make("span", {}, make("a", { href: "findings/" + encodeURIComponent(one.id), target: "_blank", rel: "noopener" }, one.id), " ", one.title || "")),
    groups(impact.rows || [], "By row", (one) => view.rowLink(one.row)),
  ].filter((one) => one !== null);
}

/** Shows a claim as it is billed, with what the active release finds. @param {StepsView} view @param {string} claimId */
async function draw(view, claimId) {
  if (!judged) {
    return;
  }
  const stop = new AbortController();
  try {
    const answer = await ask("v1/evaluations?claims=true", { method: "POST", body: judged, type: await typeOf(judged), accept: "application/x-ndjson", signal: stop.signal });
    for await (const line of lines(answer)) {
      const one = line.trim() ? JSON.parse(line) : {};
      if (one.claim && (one.claimId === claimId || one.claim.claimId === claimId)) {
        stop.abort();
        const picture = drawn(one.claim, new Map());
        for (const field of picture.querySelectorAll("input")) {
          field.readOnly = true;
        }
        picture.querySelectorAll("button").forEach((button) => button.remove());
        const found = one.findings || [];
        await asked({ title: `Claim ${claimId}`, wide: true, text: [make("div", { class: "claim-drawn" }, picture), make("ul", {}, ...found.map((/** @type {any} */ finding) => make("li", {}, `${finding.id} ${finding.message}`)), found.length ? null : make("li", {}, "The active release finds nothing."))], ok: "Close", cancel: "Back" });
        return;
      }
    }
    view.page.say(`Claim ${claimId} was not found in the file again.`);
  } catch (error) {
    view.page.failed(error, "The claim cannot be shown");
  }
}
