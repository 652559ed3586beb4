// The last steps of a draft: it is proposed, somebody approves it, and it is published, now or from a day.

import { make } from "../desk/elements.js";
import { asked, person, remember } from "./dialogs.js";
import { outcomes } from "./head.js";
import { when } from "./home.js";
import { Problem } from "./service.js";
import { hashOf } from "./route.js";

/** @typedef {import("./steps.js").StepsView} StepsView */

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
      draft.state === "proposed" ? make("p", {}, "An edit takes the proposal back, and it is proposed anew.") : null, make("h3", {}, "What is different"), difference,
      make("div", { class: "actions" }, make("a", { class: "button", href: hashOf({ view: "draft", draft: draft.id, step: "publish" }) }, "Go on to the approval"),
        draft.state === "proposed" ? make("button", { type: "button", click: () => change(view, "/proposal", { method: "DELETE" }, "It was not taken back") }, "Take the proposal back") : null));
    return;
  }
  view.show(make("h2", {}, "Propose"), make("p", {}, "Somebody else then looks at what is different, and approves it."), make("h3", {}, "So far"), before(view), make("h3", {}, "What is different"), difference,
    make("div", { class: "actions" }, make("button", { type: "button", class: "first", disabled: draft.state !== "open" || !draft.tables.length, click: () => propose(view) }, "Propose…")));
}

/** @param {StepsView} view */
async function propose(view) {
  const given = await asked({ title: "Propose the draft", fields: [person("by", "Who proposes it"), { name: "note", label: "Note for whoever approves it", optional: true, lines: 3, most: 1000 }], ok: "Propose" });
  if (given) {
    remember(given.by);
    await change(view, "/proposal", { method: "POST", json: given }, "It was not proposed");
  }
}

/** @param {StepsView} view */
export async function publication(view) {
  const { desk } = view;
  const { draft } = desk;
  const difference = await view.difference();
  const approval = draft.approval;
  if (approval) {
    const zone = approval.zone ? `, ${approval.zone}` : "";
    view.show(make("h2", {}, draft.state === "scheduled" ? `Approved; live from ${approval.from}${zone}` : draft.state === "published" ? "Published" : "Approved"),
      make("p", {}, `Approved by ${approval.by}, ${when(approval.at)}${approval.alone ? ", who proposed it too" : ""}.`), approval.note ? make("p", {}, make("q", {}, approval.note)) : null,
      draft.release ? make("p", {}, "Release ", make("code", {}, draft.release), ". ", make("a", { href: "#/releases" }, "See the releases"), ", where one click takes it back.") : null);
    return;
  }
  if (draft.state !== "proposed") {
    view.show(make("h2", {}, "Approve and publish"), make("p", {}, "It is proposed first."), before(view), make("p", {}, make("a", { class: "button", href: hashOf({ view: "draft", draft: draft.id, step: "propose" }) }, "Go to the proposal")));
    return;
  }
  const proposed = draft.proposal;
  view.show(make("h2", {}, "Approve and publish"), make("p", {}, `Proposed by ${proposed?.by}, ${when(proposed?.at || "")}.`), proposed?.note ? make("p", {}, make("q", {}, proposed.note)) : null,
    make("h3", {}, "So far"), before(view), make("h3", {}, "What is different"), difference,
    make("div", { class: "actions" }, make("button", { type: "button", class: "first", click: () => approve(view, "") }, "Approve and publish…"), make("button", { type: "button", click: () => change(view, "/proposal", { method: "DELETE" }, "It was not sent back") }, "Send it back")));
}

/** @param {StepsView} view @param {string} failed what the service said of examples when it was refused before */
async function approve(view, failed) {
  const { draft } = view.desk;
  const given = await asked({
    title: `Approve ${draft.name}`,
    text: failed ? [failed] : ["It is checked once more and every example runs. Then it is the active release within a second."],
    fields: [
      person("by", "Who approves it", draft.proposal?.by),
      { name: "note", label: "Note", optional: true, lines: 2, most: 1000 },
      { name: "from", label: "Live from the beginning of this day", type: "date", optional: true, help: "Of the agency's time zone, which the answer names; left out: now." },
      ...(failed ? [{ name: "despiteExamples", label: "Publish despite the examples, because", optional: true, lines: 2, most: 500, help: "Stands in the record of releases. Better: change the examples with the rows." }, { name: "fewerExamples", label: "Fewer examples than before, because", optional: true, lines: 2, most: 500 }] : []),
    ],
    ok: "Approve and publish",
    wide: Boolean(failed),
  });
  if (!given) {
    return;
  }
  remember(given.by);
  const json = Object.fromEntries(Object.entries(given).filter(([name, value]) => value || name === "note"));
  if (given.by === draft.proposal?.by && !await asked({ title: "You proposed it yourself", text: ["Nobody else has looked at it. It can be published so, and the record says that one person did both."], ok: "Publish alone" })) {
    return;
  }
  view.page.say("Publishing: every example runs once more.");
  try {
    const answer = await view.desk.change("/approval", { method: "POST", json }, true);
    if (answer) {
      view.page.say(view.desk.draft.state === "scheduled" ? "Approved; it waits for its day." : "Published: it is the active release.");
    }
  } catch (error) {
    view.page.say("");
    if (!failed && error instanceof Problem && /example/i.test(error.message)) {
      await approve(view, error.message);
    } else {
      view.page.failed(error, "It was not published");
    }
  }
}

/** @param {StepsView} view @param {string} path @param {import("./service.js").Asked} request @param {string} heading */
async function change(view, path, request, heading) {
  try {
    await view.desk.change(path, request, true);
  } catch (error) {
    view.page.failed(error, heading);
  }
}
