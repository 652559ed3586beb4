// The last steps of a draft: it is proposed, somebody approves it, and it is published, now or from a day.

import { coded, make, saveAs } from "../desk/elements.js";
import { me, may, offered } from "../who.js";
import { asked, person, remember } from "./dialogs.js";
import { OVER } from "./draft.js";
import { outcomes } from "./head.js";
import { fileOf, when } from "./home.js";
import { Problem } from "./service.js";
import { hashOf } from "./route.js";

/** @typedef {import("./steps.js").StepsView} StepsView */

/** What the service wants to be told where something stands against a release. */
const DESPITE = /** @type {Record<string, import("./dialogs.js").Field>} */ ({
  despiteExamples: { name: "despiteExamples", label: "Publish despite the examples, because", required: true, lines: 2, most: 500, help: "Stands in the record of releases. Better: go back, and change the examples with the rows." },
  fewerExamples: { name: "fewerExamples", label: "Publish with fewer examples, because", required: true, lines: 2, most: 500, help: "Stands in the record of releases." },
});
/** How many of the things that stand against a release are listed. */
const LISTED = 10;

/** What was done before, in a list. @param {StepsView} view */
function before(view) {
  const all = outcomes(view.desk);
  return make("ul", { class: "found" }, ...["check", "examples", "impact"].map((step) => make("li", {}, make("a", { href: hashOf({ view: "draft", draft: view.desk.draft.id, step }) }, step), " ", make("span", { class: all[step].is === "bad" ? "error" : "quiet" }, all[step].says))));
}

/** @param {StepsView} view */
export async function proposal(view) {
  const { desk } = view;
  const { draft } = desk;
  const difference = await view.difference();
  if (draft.proposal) {
    const { by, at, note } = draft.proposal;
    view.show(make("h2", {}, "Proposed"), make("p", {}, `By ${by}, ${when(at)}.`), note ? make("p", {}, make("q", {}, note)) : null,
      draft.state === "proposed" ? make("p", {}, "It waits as it is. To change it, take the proposal back.") : null, make("h3", {}, "What is different"), difference,
      make("div", { class: "actions" }, make("a", { class: "button", href: hashOf({ view: "draft", draft: draft.id, step: "publish" }) }, "Go on to the approval"),
        draft.state === "proposed" && may("analyst", "approver") ? make("button", { type: "button", click: () => change(view, "/proposal", { method: "DELETE" }, "It was not taken back") }, "Take the proposal back") : null));
    return;
  }
  view.show(make("h2", {}, "Propose"), make("p", {}, "Somebody else then looks at what is different, and approves it."), make("h3", {}, "So far"), before(view), make("h3", {}, "What is different"), difference,
    make("div", { class: "actions" }, offered(make("button", { type: "button", class: "first", disabled: draft.state !== "open" || !draft.tables.length, click: () => propose(view) }, "Propose…"), "Proposing it", "analyst")));
}

/** @param {StepsView} view */
async function propose(view) {
  const given = await asked({ title: "Propose the draft", fields: [person("by", "Who proposes it"), { name: "note", label: "Note for whoever approves it", optional: true, lines: 3, most: 500 }], ok: "Propose" });
  if (given) {
    remember(given.by);
    await change(view, "/proposal", { method: "POST", json: given }, "It was not proposed", OVER.propose);
  }
}

/** @param {StepsView} view */
export async function publication(view) {
  const { desk } = view;
  const { draft } = desk;
  const difference = await view.difference();
  const approval = draft.approval;
  if (approval) {
    const zone = desk.zone ? `, ${desk.zone}` : "";
    view.show(make("h2", {}, draft.state === "scheduled" ? `Approved; live from ${approval.from}${zone}` : draft.state === "published" ? "Published" : "Approved"),
      make("p", {}, `Approved by ${approval.by}, ${when(approval.at)}${approval.alone ? ", who made or proposed it too" : ""}.`), approval.note ? make("p", {}, make("q", {}, approval.note)) : null,
      draft.release ? make("p", {}, "Release ", make("code", {}, draft.release), ". ", make("a", { href: "#/releases" }, "See the releases"), ", where one click takes it back.") : null,
      approval.despiteExamples ? make("p", { class: "warning" }, `Despite the examples: ${approval.despiteExamples}`) : null, approval.fewerExamples ? make("p", { class: "warning" }, `Fewer examples: ${approval.fewerExamples}`) : null,
      draft.state === "scheduled" ? make("div", { class: "actions" }, view.tryLink(), may("analyst", "approver") ? make("button", { type: "button", click: () => change(view, "/proposal", { method: "DELETE" }, "It was not taken back") }, "Take the approval back") : null) : null);
    return;
  }
  if (draft.state !== "proposed") {
    view.show(make("h2", {}, "Approve and publish"), make("p", {}, "It is proposed first."), before(view), make("p", {}, make("a", { class: "button", href: hashOf({ view: "draft", draft: draft.id, step: "propose" }) }, "Go to the proposal")));
    return;
  }
  const proposed = draft.proposal;
  view.show(make("h2", {}, "Approve and publish"), make("p", {}, `Proposed by ${proposed?.by}, ${when(proposed?.at || "")}.`), proposed?.note ? make("p", {}, make("q", {}, proposed.note)) : null,
    make("h3", {}, "So far"), before(view), make("h3", {}, "What is different"), difference,
    make("div", { class: "actions" }, approving(view), view.tryLink(), may("analyst", "approver") ? make("button", { type: "button", click: () => change(view, "/proposal", { method: "DELETE" }, "It was not sent back") }, "Send it back") : null, make("button", { type: "button", title: "For a folder under version control: the workbooks and their text mirrors", click: () => takeFiles(view) }, "Take the files to commit")));
}

/** The way to approve a draft, of whoever may: where the service knows people, it is another than who began or proposed it. @param {StepsView} view */
function approving(view) {
  const { draft } = view.desk;
  if (me && may("approver") && [draft.authorSubject, draft.proposal?.subject].includes(me.subject)) {
    return make("p", { class: "quiet" }, "You have begun or proposed it, so another approves it.");
  }
  return offered(make("button", { type: "button", class: "first", click: () => approve(view) }, "Approve and publish…"), "Approving it", "approver");
}

/**
 * Asks for what an approval needs, and again where the service wants to be told why it shall hold all the same.
 * @param {StepsView} view
 * @param {{needs: string[], refused: Problem | null, given: Record<string, string>}} [before] what was asked and answered before
 */
async function approve(view, { needs, refused, given: said } = { needs: [], refused: null, given: {} }) {
  const { draft } = view.desk;
  const errors = refused?.errors || [];
  const given = await asked({
    title: `Approve ${draft.name}`,
    text: refused
      ? [refused.message.split("; ")[0] + ".", make("ul", { class: "difference" }, ...errors.slice(0, LISTED).map(({ message }) => make("li", {}, ...coded(message))), errors.length > LISTED ? make("li", {}, `and ${errors.length - LISTED} more`) : null)]
      : ["It is checked once more, and every example runs. Then it is the active release."],
    fields: [
      me ? null : /** @type {import("./dialogs.js").Field} */ ({ ...person("by", "Who approves it", draft.proposal?.by), ...(said.by ? { value: said.by } : {}) }),
      { name: "note", label: "Note", optional: true, lines: 2, most: 500, value: said.note },
      { name: "from", label: "Live from the beginning of this day", type: "date", optional: true, value: said.from, help: "Of the agency's time zone, which is named once it is approved. Without a day: now." },
      ...needs.map((need) => ({ ...DESPITE[need], value: said[need] })),
    ],
    ok: "Approve and publish",
    wide: refused !== null,
  });
  if (!given) {
    return;
  }
  remember(given.by);
  const alone = !me && [draft.author, draft.proposal?.by].some((name) => name?.trim().toLowerCase() === given.by.trim().toLowerCase());
  if (alone && !refused && !await asked({ title: "You made or proposed it yourself", text: ["Nobody else has looked at it. It can be published so, and the record says that one person did both."], ok: "Publish alone" })) {
    return;
  }
  view.page.say("Publishing: every example runs once more.");
  try {
    const json = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
    const answer = await view.desk.change("/approval", { method: "POST", json }, OVER.approve, true);
    view.page.say(!answer ? "" : view.desk.draft.state === "scheduled" ? `Approved. It waits for its day${view.desk.zone ? `, which begins in the time zone ${view.desk.zone}` : ""}.` : "Published: it is the active release.");
  } catch (error) {
    view.page.say("");
    const need = error instanceof Problem ? Object.keys(DESPITE).find((name) => error.message.includes(name) && !needs.includes(name)) : null;
    if (need) {
      await approve(view, { needs: [...needs, need], refused: /** @type {Problem} */ (error), given });
    } else {
      view.page.failed(error, "It was not published");
    }
  }
}

/** Saves the workbooks of a draft and their text mirrors, as a folder under version control has them. @param {StepsView} view */
async function takeFiles(view) {
  try {
    saveAs(await fileOf(view.desk.address + "/files.zip", "application/zip"), `draft-${view.desk.draft.id}.zip`);
  } catch (error) {
    view.page.failed(error, "The files were not taken");
  }
}

/**
 * @param {StepsView} view
 * @param {string} path
 * @param {import("./service.js").Asked} request
 * @param {string} heading where it fails
 * @param {string} over what it does to a change that somebody else made first
 */
async function change(view, path, request, heading, over = OVER.proposal) {
  try {
    await view.desk.change(path, request, over, true);
  } catch (error) {
    view.page.failed(error, heading);
  }
}
