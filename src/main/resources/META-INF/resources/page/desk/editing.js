// The open claim typed into: fields, columns of minutes, lines put in and taken out.

import { byId, coded, make } from "./elements.js";
import { because as answered, follow, isBegun, made } from "./edits.js";
import { inWords } from "./findings.js";
import { putMinutes } from "./minutes.js";
import { wordsOf } from "./mending.js";
import { patched, withoutLine } from "./patch.js";
import { segmentOf } from "./segments.js";
import { counted, read } from "./values.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./patch.js").Operation} Operation */
/** @typedef {import("./edits.js").Edit & {label: string}} Edit */
/** @typedef {import("./claim-view.js").Drawing} Drawing */

/** What separates the parts of an 837I. */
const SEPARATORS = /[~*:^]/;

export class Editing {
  /** @param {import("./claim-view.js").ClaimView} view @param {import("./mending.js").Mending} mending makes what was typed */
  constructor(view, mending) {
    this.view = view;
    this.mending = mending;
    this.listen();
  }

  /**
   * What was typed into fields and is now left, judged together.
   * @param {HTMLInputElement[]} inputs
   */
  left(inputs) {
    const { drawn, answer } = this.view;
    const problem = byId("field-problem", HTMLElement);
    problem.textContent = "";
    /** @type {Edit[]} */
    const edits = [];
    for (const input of inputs) {
      const label = input.getAttribute("aria-label") || "";
      const got = valueOf(input, answer.filed);
      if ("error" in got) {
        problem.textContent = `${label}: ${got.error}.`;
        input.setAttribute("aria-invalid", "true");
        return;
      }
      const edit = { path: input.dataset.path || "", value: got.value, parts: partsOf(input, answer.filed), label };
      if (!isBegun(edit, drawn.known)) {
        input.dataset.drawn = input.value;
        edits.push(edit);
      }
    }
    if (!edits.length) {
      return;
    }
    this.view.drawing.setAttribute("aria-busy", "true");
    this.view.after(() => this.typed(drawn, edits)).finally(() => {
      if (!this.view.queue.waiting) {
        this.view.drawing.removeAttribute("aria-busy");
      }
    });
  }

  /** Makes what was typed into a drawing on the claim as it is now. @param {Drawing} drawn @param {Edit[]} edits */
  async typed({ i, known }, edits) {
    const desk = /** @type {Desk} */ (this.view.desk);
    if (!desk.rows[i]) {
      return;
    }
    const answer = await desk.answer(i);
    let { claim } = answer;
    /** @type {Operation[]} */
    const patch = [];
    /** @type {(() => void)[]} */
    const kept = [];
    /** @type {string[]} */
    const ids = [];
    for (const edit of edits) {
      const done = made(edit, known, claim);
      if (!done) {
        await this.view.again();
        this.view.refuse(i, `${edit.label}: what stood there is no longer in the claim, so what was typed was not taken. Type it anew.`);
        return;
      }
      claim = patched(claim, done.patch);
      patch.push(...done.patch);
      kept.push(done.keep);
      ids.push(...answered(answer.findings || [], done.path));
    }
    const why = edits.every(({ path }) => path.includes("minutes")) ? "minutes" : "typed";
    await this.mending.change(i, { patch, because: [...new Set(ids)], why }, () => kept.forEach((keep) => keep()));
  }

  /** A column of minutes. @param {HTMLInputElement} input the first of them @param {string} text */
  async pasted(input, text) {
    const { path = "" } = input.dataset;
    const { i, known } = this.view.drawn;
    const which = path.endsWith("assistant") ? "assistant" : "minutes";
    const cells = text.replace(/\r?\n$/, "").split(/\r?\n/).map((row) => row.split("\t")[0].trim());
    await this.view.after(async () => {
      let { claim } = await /** @type {Desk} */ (this.view.desk).answer(i);
      const place = follow(path, known, claim);
      const first = place === null ? claim.lines.length : Number(place.split("/")[2]);
      /** @type {Operation[]} */
      const patch = [];
      for (const [offset, cell] of cells.entries()) {
        const got = read("minutes", cell);
        if ("error" in got || first + offset >= claim.lines.length) {
          this.view.refuse(i, "error" in got
            ? `Row ${offset + 1} of what was pasted is no number of minutes: ${got.error}. Nothing was taken.`
            : `${counted(cells.length, "row")} were pasted, and the claim has ${counted(claim.lines.length - first, "line")} from here on. Nothing was taken.`);
          return;
        }
        const some = putMinutes(claim, first + offset, which, /** @type {number | null} */ (got.value));
        claim = patched(claim, some);
        patch.push(...some);
      }
      await this.mending.change(i, { patch, because: [], why: "minutes" });
    });
  }

  async addLine() {
    const { i } = this.view;
    await this.view.after(async () => {
      const { lines } = (await /** @type {Desk} */ (this.view.desk).answer(i)).claim;
      const last = lines.at(-1);
      const lineNumber = Math.max(...lines.map((/** @type {any} */ line) => line.lineNumber)) + 1;
      const value = { lineNumber, revenueCode: last.revenueCode, ...(last.procedureQualifier ? { procedureQualifier: last.procedureQualifier } : {}), modifiers: [], ...(last.serviceDate ? { serviceDate: last.serviceDate } : {}), units: 1, charge: 0 };
      await this.mending.change(i, { patch: [{ op: "add", path: "/lines/-", value }], because: [], why: "typed" });
      if (i === this.view.i && i === this.view.wanted) {
        /** @type {HTMLElement | null} */ (this.view.drawing.querySelector(`input[data-path="/lines/${lines.length}/hcpcs"]`))?.focus();
      }
    });
  }

  /** Takes a service line out, after it was asked. @param {number} line from 0 */
  async removeLine(line) {
    const { i, known } = this.view.drawn;
    await this.view.after(async () => {
      const { claim } = await /** @type {Desk} */ (this.view.desk).answer(i);
      const path = follow(`/lines/${line}`, known, claim);
      if (path === null) {
        this.view.refuse(i, `Line ${line + 1} is no longer in the claim.`);
        return;
      }
      const { patch, says } = withoutLine(claim, Number(path.split("/")[2]));
      const words = wordsOf(claim, patch);
      if (await this.view.page.confirm("Remove this service line?", [make("ul", {}, ...words.map((word) => make("li", {}, ...coded(inWords(word))))), make("p", {}, says)], "Remove the line")) {
        await this.mending.change(i, { patch, because: [], why: "typed" });
      }
    });
  }

  /** @param {number} line from 0 */
  async take(line) {
    const { i } = this.view;
    const asked = this.view.proposals.get(line);
    await this.view.after(async () => {
      const proposal = this.view.proposals.get(line);
      if (i !== this.view.i || !proposal || proposal.says !== asked?.says) {
        this.view.refuse(i, "The minutes say something else by now; nothing was taken.");
        return;
      }
      const words = wordsOf(this.view.answer.claim, proposal.patch);
      if (await this.view.page.confirm("Bill what the minutes say?", [make("p", {}, proposal.says + "."), make("ul", {}, ...words.map((word) => make("li", {}, ...coded(inWords(word)))))], "Change the line")) {
        await this.mending.change(i, { patch: proposal.patch, because: [], why: "minutes" });
      }
    });
  }

  listen() {
    /** The fields that were typed into, of those that are judged together. @param {HTMLInputElement} input */
    const typedInto = (input) => [...(periodOf(input)?.querySelectorAll("input") || [input])].filter((one) => one.value !== one.dataset.drawn);
    const left = (/** @type {EventTarget | null} */ target) => {
      const inputs = target instanceof HTMLInputElement && !this.view.redrawing ? typedInto(target) : [];
      if (inputs.length) {
        this.left(inputs);
      }
    };
    this.view.drawing.addEventListener("focusout", (event) => {
      const period = event.target instanceof Element ? periodOf(event.target) : null;
      if (!period || !(event.relatedTarget instanceof Node && period.contains(event.relatedTarget))) {
        left(event.target);
      }
    });
    this.view.drawing.addEventListener("keydown", (event) => {
      const { target } = event;
      if (event.key === "Enter") {
        left(target);
      } else if (event.key === "Escape" && target instanceof HTMLInputElement && target.value !== target.dataset.drawn) {
        // what stood there is restored; a second Escape leaves
        event.stopPropagation();
        target.value = target.dataset.drawn || "";
        byId("field-problem", HTMLElement).textContent = "";
      }
    });
    this.view.drawing.addEventListener("paste", (event) => {
      const text = event.clipboardData?.getData("text") || "";
      if (event.target instanceof HTMLInputElement && event.target.dataset.kind === "minutes" && /[\r\n]/.test(text)) {
        event.preventDefault();
        this.pasted(event.target, text);
      }
    });
    this.view.drawing.addEventListener("focusin", (event) => {
      const path = event.target instanceof HTMLInputElement ? event.target.dataset.path : null;
      const segment = path && this.view.segments ? segmentOf(this.view.segments, path) : null;
      const strip = byId("segment", HTMLElement);
      strip.hidden = !segment;
      const changed = /** @type {Desk} */ (this.view.desk).changesOf(this.view.i).length > 0;
      strip.replaceChildren(changed ? "837I, as in the file: " : "837I: ", make("code", {}, segment || ""));
    });
  }
}

/** The box of first and last day that a field is in. @param {Element} element */
const periodOf = (element) => element.closest(".area-period");

/** @param {HTMLInputElement} input @param {string} filed what the claim came as @returns {ReturnType<typeof read>} */
const valueOf = (input, filed) =>
  filed === "837I" && SEPARATORS.test(input.value)
    ? { error: "an 837I separates its parts by ~ * : and ^, so leave them out" }
    : read(/** @type {import("./values.js").Kind} */ (input.dataset.kind || "text"), input.value);

/** What the fields of the entry hold that an input is part of. @param {HTMLInputElement} input @param {string} filed */
function partsOf(input, filed) {
  const fields = [...(input.closest(".slot")?.querySelectorAll("input") || [])].map((one) => {
    const got = valueOf(one, filed);
    return [one.dataset.path?.split("/").at(-1), "error" in got ? null : got.value];
  });
  return Object.fromEntries(fields);
}
