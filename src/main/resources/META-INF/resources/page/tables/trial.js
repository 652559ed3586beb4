// A claim that is tried on the draft: which rows match it, which nearly do, and the cell that keeps each out. It is tried again after every change.

import { coded, make } from "../desk/elements.js";
import { lines } from "../desk/stream.js";
import { asked } from "./dialogs.js";
import { claimOf, lineOf } from "./claim-text.js";
import { isOpen, OVER } from "./draft.js";
import { ask, got, part, typeOf } from "./service.js";

/** @typedef {import("./draft.js").DraftDesk} DraftDesk */
/** A row, `row` being its table and name. @typedef {{row: string, table: string, sheet: string, cell: string}} Placed */
/** A row that nearly holds. @typedef {Placed & {fact: string, keptOutBy?: {heading: string, cell?: string, wants: string, has: string, more: number}}} Near */

const FIELDS = /** @type {[keyof import("./claim-text.js").Filled, string, string][]} */ ([["date", "date", "date"], ["revenueCode", "revenue code", "text"], ["hcpcs", "HCPCS", "text"], ["modifiers", "modifiers", "text"], ["units", "units", "text"], ["minutes", "minutes", "text"], ["charge", "charge", "text"]]);
const LISTED = 12;

/** What was written last, for the next table of the same page. */
let written = { text: "", bill: "34X", open: false };

export class TrialView {
  /**
   * @param {import("./tables.js").Page} page
   * @param {DraftDesk | null} desk
   * @param {string} table whose nearest rows are told
   * @param {(table: string, cell: string, sheet: string | null) => void} jump
   */
  constructor(page, desk, table, jump) {
    this.table = table;
    this.page = page;
    this.desk = desk;
    this.jump = jump;
    /** @type {AbortController | null} */
    this.asking = null;
    this.tried = 0;
    this.text = make("textarea", { id: "trial-claim", rows: 3, spellcheck: "false", "aria-describedby": "trial-help", placeholder: "2024-03-05 0420 97110 GP 2u 30m" });
    this.text.value = written.text;
    this.bill = make("select", { id: "trial-bill" }, ...["34X", "32X"].map((bill) => make("option", { value: bill, selected: bill === written.bill }, bill)));
    this.answer = make("div", { role: "status" });
    this.box = this.drawn();
  }

  drawn() {
    const file = make("input", { type: "file", id: "trial-file", change: () => file.files?.[0] && this.take(file.files[0]) });
    const inputs = FIELDS.map(([name, label, type]) => make("label", {}, label, make("input", { name, type, autocomplete: "off" })));
    const filled = make("form", { class: "fill-in" }, ...inputs, make("button", {}, "Add the line"));
    filled.addEventListener("submit", (event) => {
      event.preventDefault();
      const values = /** @type {import("./claim-text.js").Filled} */ (Object.fromEntries([...new FormData(filled)].map(([name, value]) => [name, String(value).trim()])));
      this.text.value = [this.text.value.trim(), lineOf(values)].filter((part) => part).join("\n");
      this.run();
    });
    const details = make("details", { class: "trial", open: written.open }, make("summary", {}, "Try a claim"),
      this.desk ? null : make("p", { class: "quiet" }, "A claim is tried in a draft: choose “Change this table” first."),
      make("label", { for: "trial-claim" }, "Claim"), this.text,
      make("div", { class: "actions" }, make("label", { for: "trial-bill" }, "Bill ", this.bill), make("button", { type: "button", class: "first", disabled: !this.desk, click: () => this.run() }, "Try"),
        make("label", { class: "button", for: "trial-file" }, "From a file…"), file),
      this.answer, make("details", {}, make("summary", {}, "Fill in a line"), filled),
      make("p", { class: "quiet", id: "trial-help" }, "A line a row as the examples write it, a whole example, or JSON. Leave names out: it is judged and forgotten, unless you make it an example."));
    file.classList.add("unseen");
    details.addEventListener("toggle", () => {
      written.open = details.open;
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

  /** The first claim of a file. @param {File} file */
  async take(file) {
    const stop = new AbortController();
    try {
      const answer = await ask("v1/evaluations?claims=true", { method: "POST", body: file, type: await typeOf(file), accept: "application/x-ndjson", signal: stop.signal });
      for await (const line of lines(answer)) {
        const one = line.trim() ? JSON.parse(line) : {};
        if (one.claim) {
          stop.abort();
          this.text.value = JSON.stringify(one.claim, null, 1);
          await this.run();
          return;
        }
      }
      this.page.say(`${file.name} holds no claim that can be read.`);
    } catch (error) {
      this.page.failed(error, "The claim was not taken");
    }
  }

  async run() {
    const { desk } = this;
    written = { text: this.text.value, bill: this.bill.value, open: true };
    const claim = claimOf(this.text.value, this.bill.value);
    if (!desk || "error" in claim) {
      this.answer.replaceChildren(make("p", { class: "error" }, "error" in claim ? claim.error + "." : ""));
      return;
    }
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    this.tried = desk.draft.revision;
    try {
      const tried = await got(`${desk.address}/trial?table=${part(this.table)}`, { method: "POST", body: claim.body, type: claim.type, signal: asking.signal });
      this.show(tried, claim);
    } catch (error) {
      if (!asking.signal.aborted) {
        this.answer.replaceChildren(make("p", { class: "error" }, ...coded(error instanceof Error && error.message || "This could not be tried.")));
      }
    }
  }

  /** @param {any} tried @param {{body: string, type: string}} claim */
  show({ active, draft, matched = [], nearest = [] }, claim) {
    const findings = (/** @type {any} */ evaluation) => new Map((evaluation?.findings || []).map((/** @type {any} */ one) => [`${one.id} ${one.line || ""} ${one.message}`, one]));
    const before = findings(active);
    const now = findings(draft);
    const listed = (/** @type {any} */ one, /** @type {string} */ how) => make("li", { class: how }, how ? make("b", {}, how === "new" ? "new: " : "gone: ") : null, make("a", { href: "findings/" + encodeURIComponent(one.id), target: "_blank", rel: "noopener" }, one.id), " ", ...coded(one.message || ""));
    const key = (/** @type {{row: string}} */ { row }) => row.slice(row.indexOf("/") + 1);
    const go = (/** @type {Placed} */ { table, sheet }, /** @type {string} */ cell) => make("button", { type: "button", class: "plain", click: () => this.jump(table, cell, sheet) }, `${table} ${cell}`);
    const same = [...now].filter(([key]) => before.has(key)).map(([, one]) => listed(one, ""));
    const fresh = [...now].filter(([key]) => !before.has(key)).map(([, one]) => listed(one, "new"));
    const gone = [...before].filter(([key]) => !now.has(key)).map(([, one]) => listed(one, "gone"));
    const turned = fresh.length || gone.length || active?.disposition !== draft?.disposition;
    this.answer.replaceChildren(
      make("p", {}, "Active: ", make("b", {}, active?.disposition || "—"), " · Draft: ", make("b", { class: turned ? "turned" : null }, draft?.disposition || "—"), turned ? "" : " (the same)"),
      make("ul", { class: "difference" }, ...fresh, ...gone, ...same, fresh.length + gone.length + same.length ? null : make("li", {}, "Nothing is found.")),
      matched.length ? make("section", {}, make("h3", {}, "Rows that match"), make("ul", { class: "difference" }, ...matched.slice(0, LISTED).map((/** @type {Placed} */ row) => make("li", {}, go(row, row.cell), ` row ${key(row)}`)), matched.length > LISTED ? make("li", {}, `and ${matched.length - LISTED} more`) : null)) : "",
      nearest.length ? make("section", {}, make("h3", {}, "Nearly"), make("ul", { class: "difference" }, ...nearest.slice(0, LISTED).map((/** @type {Near} */ row) => {
        const { keptOutBy: by } = row;
        return make("li", {}, go(row, by?.cell || row.cell), ` row ${key(row)}, asked of ${row.fact}: `,
          by ? make("span", {}, `${by.heading} wants `, make("b", {}, by.wants), ", the claim has ", make("b", {}, by.has), by.more ? `, and ${by.more} more` : "") : "more than one cell keeps it out");
      }))) : "",
      this.desk && isOpen(this.desk.draft) && claim.type === "text/plain" ? make("button", { type: "button", click: () => this.example(claim) }, "Make this claim an example…") : "");
  }

  /** @param {{body: string, type: string}} claim */
  async example(claim) {
    const { desk } = this;
    if (!desk) {
      return;
    }
    const tables = desk.draft.tables.map(({ table }) => table);
    const given = await asked({
      title: "Make this claim an example",
      text: ["What the draft answers now becomes what the example expects. Compare it with the source first."],
      fields: [
        { name: "table", label: "In the examples of", value: tables[0], required: true, options: tables.length ? tables.map((table) => [table, table]) : undefined },
        { name: "name", label: "Name", required: true, most: 200, help: "What it shows, such as: 22 minutes are one unit" },
        { name: "source", label: "Source", required: true, most: 200 },
      ],
      ok: "Add the example",
    });
    if (!given) {
      return;
    }
    try {
      if (await desk.change("/examples/new", { method: "POST", json: { ...given, claim: claim.body } }, OVER.example)) {
        this.page.say(`The example ${given.name} stands in ${given.table}.`);
      }
    } catch (error) {
      this.page.failed(error, "The example was not added");
    }
  }
}
