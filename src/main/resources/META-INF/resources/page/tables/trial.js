// A claim that is tried on a draft or a release: which rows match it, which nearly do, and the cell that keeps each out. On a draft it is tried
// again after every change, and what was tried can become an example.

import { make } from "../desk/elements.js";
import { claimOf, lineOf } from "./claim-text.js";
import { claimFrom } from "./claim-file.js";
import { drawnAnswer, failed } from "./trial-answer.js";
import { keepExample } from "./trial-example.js";
import { got, part } from "./service.js";

/** @typedef {import("./draft.js").DraftDesk} DraftDesk */
/**
 * What a claim is tried on: a draft, or the release of a version, the active one where the version is null.
 * @typedef {{desk: DraftDesk} | {version: string | null}} Subject
 */

const FIELDS = /** @type {[keyof import("./claim-text.js").Filled, string, string][]} */ ([["date", "date", "date"], ["revenueCode", "revenue code", "text"], ["hcpcs", "HCPCS", "text"], ["modifiers", "modifiers", "text"], ["units", "units", "text"], ["minutes", "minutes", "text"], ["charge", "charge", "text"]]);

/** What was written last, for the next table of the same page. */
let written = { text: "", bill: "34X", filed: false, open: false };

export class TrialView {
  /**
   * @param {import("./tables.js").Page} page
   * @param {Subject} subject
   * @param {string | null} table whose nearest rows are told
   * @param {(table: string, cell: string, sheet: string | null) => void} jump
   */
  constructor(page, subject, table, jump) {
    this.table = table;
    this.page = page;
    this.subject = subject;
    this.jump = jump;
    /** @type {AbortController | null} */
    this.asking = null;
    /** The revision of the draft that was tried last, 0 if none was. */
    this.tried = 0;
    this.text = make("textarea", { id: "trial-claim", rows: 3, spellcheck: "false", "aria-describedby": "trial-help", placeholder: "2024-03-05 0420 97110 GP 2u 30m" });
    this.text.value = written.text;
    this.bill = make("select", { id: "trial-bill" }, ...["34X", "32X"].map((bill) => make("option", { value: bill, selected: bill === written.bill }, bill)));
    this.filed = make("input", { type: "checkbox", id: "trial-filed", checked: written.filed });
    this.answer = make("div", { role: "status" });
    this.box = this.drawn();
  }

  /** The draft that is tried; null of a release. */
  get desk() {
    return "desk" in this.subject ? this.subject.desk : null;
  }

  drawn() {
    const file = make("input", { type: "file", id: "trial-file", class: "unseen", change: () => file.files?.[0] && this.take(file.files[0]) });
    const inputs = FIELDS.map(([name, label, type]) => make("label", {}, label, make("input", { name, type, autocomplete: "off" })));
    const filled = make("form", { class: "fill-in" }, ...inputs, make("button", {}, "Add the line"));
    filled.addEventListener("submit", (event) => {
      event.preventDefault();
      const values = /** @type {import("./claim-text.js").Filled} */ (Object.fromEntries([...new FormData(filled)].map(([name, value]) => [name, String(value).trim()])));
      this.text.value = [this.text.value.trim(), lineOf(values)].filter((part) => part).join("\n");
      this.run();
    });
    const details = make("details", { class: "trial", open: written.open }, make("summary", {}, "Try a claim"),
      make("label", { for: "trial-claim" }, "Claim"), this.text,
      make("div", { class: "actions" }, make("label", { for: "trial-bill" }, "Bill ", this.bill), make("button", { type: "button", class: "first", click: () => this.run() }, "Try"),
        file, make("label", { class: "button", for: "trial-file" }, "From a file…")),
      make("p", { class: "filed" }, make("label", {}, this.filed, " JSON that stood in an 837I: what it does not say, it does not have")),
      this.answer, make("details", {}, make("summary", {}, "Fill in a line"), filled),
      make("p", { class: "quiet", id: "trial-help" }, "A line a row as the examples write it, a whole example, or a claim as JSON; or drop a file here. It is judged and forgotten, unless you make it an example: then its numbers and names are replaced first."));
    details.addEventListener("toggle", () => {
      written.open = details.open;
    });
    details.addEventListener("dragover", (event) => event.preventDefault());
    details.addEventListener("drop", (event) => {
      const dropped = event.dataTransfer?.files[0];
      if (dropped) {
        event.preventDefault();
        this.take(dropped);
      }
    });
    return details;
  }

  /** The draft is another: what was tried is tried again. */
  changed() {
    if (this.tried && this.desk && this.tried !== this.desk.draft.revision) {
      this.run();
    }
  }

  leave() {
    this.asking?.abort();
  }

  /** A claim of a file. @param {File} file */
  async take(file) {
    try {
      const taken = await claimFrom(file);
      if (taken && "none" in taken) {
        this.page.say(`${file.name} holds no claim that can be read${taken.none ? ": " + taken.none : ""}.`);
      } else if (taken) {
        this.text.value = JSON.stringify(taken.claim, null, 1);
        this.filed.checked = taken.filed;
        await this.run();
      }
    } catch (error) {
      this.page.failed(error, "The claim was not taken");
    }
  }

  /** Where it is tried. */
  async address() {
    const { subject } = this;
    if ("desk" in subject) {
      return subject.desk.address;
    }
    return `v1/releases/${part(subject.version ?? (await got("v1/ruleset")).version)}`;
  }

  async run() {
    const { desk } = this;
    written = { text: this.text.value, bill: this.bill.value, filed: this.filed.checked, open: true };
    const claim = claimOf(this.text.value, this.bill.value);
    if ("error" in claim) {
      this.answer.replaceChildren(make("p", { class: "error" }, claim.error + "."));
      return;
    }
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    // what is offered of the answer before is not of this claim
    this.answer.querySelectorAll(".of-answer").forEach((one) => one.remove());
    this.answer.classList.add("asking");
    this.tried = desk?.draft.revision || 0;
    const asked = new URLSearchParams({ ...(this.table ? { table: this.table } : {}), ...(this.filed.checked && claim.type === "application/json" ? { as: "837I" } : {}) });
    try {
      const tried = await got(`${await this.address()}/trial?${asked}`, { method: "POST", body: claim.body, type: claim.type, signal: asking.signal });
      if (!asking.signal.aborted) {
        this.answer.replaceChildren(...drawnAnswer(tried, this.table, this.jump), ...(desk ? keepExample(this.page, desk, tried.example) : []));
      }
    } catch (error) {
      if (!asking.signal.aborted) {
        this.answer.replaceChildren(failed(error));
      }
    }
    if (this.asking === asking) {
      this.answer.classList.remove("asking");
    }
  }
}
