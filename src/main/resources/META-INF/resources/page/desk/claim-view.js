// The open claim: drawn, its findings beside it, corrected in place.

import { drawn, placeOf } from "./drawing.js";
import { byId, coded, make } from "./elements.js";
import { card, changesInWords, inWords } from "./findings.js";
import { chart, hasMinutes, proposals, putMinutes } from "./minutes.js";
import { at, patched, putting, together } from "./patch.js";
import { segmentOf, segmentsOf } from "./segments.js";
import { counted, read } from "./values.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./patch.js").Operation} Operation */
/** @typedef {{patch: Operation[], because: string[], why: string}} Mend */

export class ClaimView {
  /** @param {{changed: () => void, failed: (error: unknown) => void, say: (text: string) => void, leave: () => void, confirm: (title: string, text: Node[], yes: string) => Promise<boolean>}} page */
  constructor(page) {
    this.page = page;
    /** @type {Desk | null} */
    this.desk = null;
    this.i = -1;
    /** @type {any} */
    this.answer = null;
    this.finding = 0;
    /** @type {Map<number, {says: string, patch: Operation[]}>} */
    this.proposals = new Map();
    /** @type {import("./segments.js").Segments | null} */
    this.segments = null;
    /** What is typed is taken one after the other. */
    this.queue = Promise.resolve();
    this.redrawing = false;
    this.section = byId("claim", HTMLElement);
    this.drawing = byId("drawing", HTMLElement);
    this.cards = byId("cards", HTMLElement);
    this.listen();
  }

  /** @param {Desk} desk */
  use(desk) {
    this.desk = desk;
  }

  close() {
    this.i = -1;
    this.section.hidden = true;
    document.documentElement.classList.remove("at-claim");
  }

  /** Opens a claim. @param {number} i @param {boolean} focus whether the keyboard goes there */
  async open(i, focus) {
    await this.queue;
    this.i = i;
    this.finding = 0;
    await this.again();
    if (focus) {
      byId("claim-title", HTMLElement).focus({ preventScroll: true });
      document.documentElement.classList.add("at-claim");
      this.section.scrollIntoView({ block: "nearest" });
    }
  }

  /** Shows the open claim as it is now. */
  async again() {
    const desk = /** @type {Desk} */ (this.desk);
    if (this.i < 0 || !desk.rows[this.i]) {
      return;
    }
    const i = this.i;
    const answer = await desk.answer(i);
    const [segments, suggested] = await Promise.all([segmentsOf(desk.files[answer.input - 1], answer.bytes), this.suggested(answer)]);
    if (i !== this.i) {
      return;
    }
    Object.assign(this, { answer, segments, proposals: suggested });
    this.draw();
  }

  /** @param {any} answer @returns {Promise<Map<number, {says: string, patch: Operation[]}>>} */
  async suggested({ claim, filed }) {
    if (!claim?.lines?.some(hasMinutes)) {
      return new Map();
    }
    const [judged] = await /** @type {Desk} */ (this.desk).ask([chart(claim)], filed === "837I");
    return judged.problem ? new Map() : proposals(claim, judged.proposedLines);
  }

  draw() {
    const desk = /** @type {Desk} */ (this.desk);
    const { answer } = this;
    const { claim } = answer;
    const findings = answer.findings || [];
    const typing = this.drawing.dataset.claim === String(this.i) ? this.typing() : null;
    this.drawing.dataset.claim = String(this.i);
    this.section.hidden = false;
    byId("claim-title", HTMLElement).textContent = answer.claimId ? `Claim ${answer.claimId}` : `Claim ${answer.ordinal} of the file`;
    byId("claim-says", HTMLElement).textContent = this.says(findings);
    byId("field-problem", HTMLElement).textContent = "";
    this.redrawing = true;
    this.drawing.replaceChildren(claim ? drawn(claim, new Map([...this.proposals].map(([line, { says }]) => [line, says]))) : make("p", {}, "This claim could not be read, so it cannot be drawn."));
    this.redrawing = false;
    this.cards.replaceChildren(...findings.map((/** @type {any} */ finding, /** @type {number} */ index) => card(finding, index + 1, this.about(finding))), ...this.unreadable());
    findings.forEach((/** @type {any} */ finding, /** @type {number} */ index) => this.number(finding, index + 1));
    byId("findings-title", HTMLElement).textContent = findings.length ? counted(findings.length, "finding") : answer.problem ? "Why it was not read" : "Nothing found";
    const unchecked = answer.notChecked || [];
    byId("unchecked", HTMLElement).replaceChildren(...(unchecked.length ? [make("details", {}, make("summary", {}, `${counted(unchecked.length, "topic")} could not be checked`), make("ul", {}, ...unchecked.map((/** @type {any} */ one) => make("li", {}, `${one.topic}: needs ${one.needs}`))))] : []));
    const changes = desk.changesOf(this.i);
    byId("changes", HTMLElement).replaceChildren(...(changes.length ? [make("h4", {}, "Changed here"), make("ol", {}, ...changes.map((change) => make("li", {}, ...change.words.flatMap((word) => [...coded(inWords(word)), " "]), make("span", { class: "quiet" }, change.because.length ? `for ${change.because.join(", ")}` : "typed"))))] : []));
    byId("undo-claim", HTMLElement).hidden = !changes.length;
    const mark = desk.marks.get(this.i);
    for (const button of this.section.querySelectorAll("[data-mark]")) {
      button.setAttribute("aria-pressed", String(mark?.mark === /** @type {HTMLElement} */ (button).dataset.mark));
    }
    typing?.();
  }

  /** Keeps what is being typed over a drawing anew. @returns {() => void} to be called after it */
  typing() {
    const inputs = [...this.drawing.querySelectorAll("input")];
    const begun = inputs.filter((input) => input.value !== input.dataset.drawn);
    const focused = inputs.find((input) => input === document.activeElement);
    const [from, to] = [focused?.selectionStart ?? null, focused?.selectionEnd ?? null];
    return () => {
      const now = (/** @type {HTMLInputElement} */ before) =>
        /** @type {HTMLInputElement | null} */ (this.drawing.querySelector(`input[data-path="${CSS.escape(before.dataset.path || "")}"]`));
      for (const before of begun) {
        const input = now(before);
        if (input && input.dataset.drawn === before.dataset.drawn) {
          input.value = before.value;
        }
      }
      const input = focused && now(focused);
      input?.focus({ preventScroll: true });
      if (input && from !== null) {
        input.setSelectionRange(from, to);
      }
    };
  }

  /** @param {any[]} findings */
  says(findings) {
    const { answer } = this;
    const mark = /** @type {Desk} */ (this.desk).marks.get(this.i);
    const parts = [
      answer.problem ? "Not checked: it could not be read." : answer.notJudged ? `Not judged: ${answer.notJudged.reason}, ${answer.notJudged.detail.replaceAll("`", "")}.` : findings.length ? `${answer.disposition}: ${counted(findings.length, "finding")}.` : "Clean.",
      answer.claim ? `Type of bill ${answer.claim.typeOfBill || "unknown"}, claim ${answer.ordinal} of ${/** @type {Desk} */ (this.desk).files[answer.input - 1]?.name || "the file"}.` : "",
      mark ? `Marked as ${mark.mark}${mark.reason ? ": " + mark.reason : ""}.` : "",
    ];
    return parts.filter(Boolean).join(" ");
  }

  unreadable() {
    const { problem } = this.answer;
    if (!problem) {
      return [];
    }
    const errors = problem.errors?.length ? problem.errors : [{ message: problem.detail }];
    return errors.map((/** @type {any} */ error) => make("li", { class: "card error" }, make("p", { class: "message" }, ...coded(error.message)), error.fix ? make("p", { class: "fix" }, ...coded(error.fix)) : null));
  }

  /** What a finding's card says beside it. @param {any} finding */
  about(finding) {
    const desk = /** @type {Desk} */ (this.desk);
    let mend = null;
    if (finding.patch && !finding.asFiled) {
      try {
        mend = this.words(finding.patch).map(inWords).join("; ");
      } catch {
        // a mend that no longer fits the claim is not offered
        mend = null;
      }
    }
    return {
      mend,
      alike: finding.mend === "certain" ? desk.rows.filter((row) => row.certain.includes(finding.id)).length : 0,
      segment: this.segments && finding.field ? segmentOf(this.segments, finding.field) : null,
    };
  }

  /** @param {Operation[]} patch */
  words(patch) {
    return changesInWords(this.answer.claim, patched(this.answer.claim, patch), patch);
  }

  /** Marks the place of a finding in the drawing. @param {any} finding @param {number} number */
  number(finding, number) {
    const place = placeOf(this.drawing, finding);
    if (!place) {
      return;
    }
    place.classList.add("wrong", finding.severity);
    place.append(make("button", { type: "button", class: "badge", "data-card": number, "aria-label": `Finding ${number}: ${finding.id} ${finding.title}` }, String(number)));
    for (const input of place.querySelectorAll("input")) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", [input.getAttribute("aria-describedby"), "finding-" + number].filter(Boolean).join(" "));
    }
  }

  /** Goes to a finding: its card, and its place in the drawing. @param {number} number from 1 */
  goTo(number) {
    const cards = [...this.cards.querySelectorAll(".card")];
    if (!cards.length) {
      return;
    }
    this.finding = ((number - 1 + cards.length) % cards.length) + 1;
    const at = /** @type {HTMLElement} */ (cards[this.finding - 1]);
    document.querySelectorAll(".at-hand").forEach((element) => element.classList.remove("at-hand"));
    at.classList.add("at-hand");
    const place = this.drawing.querySelector(`.badge[data-card="${this.finding}"]`)?.parentElement;
    place?.classList.add("at-hand");
    place?.scrollIntoView({ block: "center", inline: "nearest" });
    at.focus({ preventScroll: Boolean(place) });
    at.scrollIntoView({ block: "nearest" });
  }

  /** The input that a finding is about gets the keyboard. @param {number} number */
  edit(number) {
    const place = this.drawing.querySelector(`.badge[data-card="${number}"]`)?.parentElement;
    const inputs = [...(place?.querySelectorAll("input") || place?.closest("tr")?.querySelectorAll("input") || [])];
    (inputs.find((input) => !input.value) || inputs[0])?.focus();
  }

  /** Makes the mend of a finding of this claim. @param {number} number from 1 */
  async mend(number) {
    await this.queue;
    const finding = this.answer.findings?.[number - 1];
    if (!finding?.patch || finding.asFiled) {
      return;
    }
    const words = this.words(finding.patch);
    const sure = finding.mend === "certain"
      || (await this.page.confirm("Make this change?", [make("p", {}, ...coded(finding.message)), make("ul", {}, ...words.map((word) => make("li", {}, ...coded(inWords(word)))))], "Change the claim"));
    if (sure) {
      await this.change({ patch: finding.patch, because: [finding.id], why: finding.mend === "certain" ? "certain" : "asked" });
    }
  }

  /** @param {Mend} mend */
  async change({ patch, because, why }) {
    const desk = /** @type {Desk} */ (this.desk);
    if (!patch.length) {
      return;
    }
    try {
      const { refused } = await desk.change(new Map([[this.i, { patch, because, why, words: this.words(patch) }]]));
      const problem = refused.get(this.i);
      await this.again();
      this.page.changed();
      if (problem) {
        byId("field-problem", HTMLElement).textContent = "Not taken: " + (problem.errors[0] ? `${problem.errors[0].message}${problem.errors[0].fix ? "; " + problem.errors[0].fix : ""}` : problem.message).replaceAll("`", "");
      } else {
        const left = this.answer.findings.length;
        this.page.say(left ? `Judged again: ${counted(left, "finding")} left.` : "Judged again: nothing is found any more.");
      }
    } catch (error) {
      this.page.failed(error);
    }
  }

  /** Makes the certain mends of a finding on every claim that has it. @param {string} id */
  async mendAll(id) {
    await this.queue;
    const desk = /** @type {Desk} */ (this.desk);
    const rows = desk.rows.filter((row) => row.certain.includes(id));
    const example = await this.example(rows[0].i, id);
    const sure = await this.page.confirm(
      `Mend ${id} on ${counted(rows.length, "claim")}?`,
      [make("p", {}, desk.titles.get(id)?.title || ""), make("p", {}, "For example, on claim ", make("b", {}, rows[0].id), ":"), make("ul", {}, ...example.map((text) => make("li", {}, ...coded(text))))],
      `Mend all ${rows.length}`);
    if (!sure) {
      return;
    }
    try {
      /** @type {Map<number, any>} */
      const changes = new Map();
      for (const row of rows) {
        const { patch, words } = await this.patchOf(row.i, id);
        if (patch.length) {
          changes.set(row.i, { patch, words, because: [id], why: "certain" });
        }
      }
      const { changed, refused } = await desk.change(changes, (done) => this.page.say(`Judging again: ${done} of ${counted(changes.size, "claim")}.`));
      await this.again();
      this.page.changed();
      const left = desk.rows.filter((row) => row.certain.includes(id)).length;
      this.page.say(`${counted(changed.length, "claim")} mended and judged again.${refused.size ? ` ${refused.size} could not be changed so.` : ""}${left ? ` ${left} still have ${id}.` : ` No claim has ${id} with a certain mend any more.`}`);
    } catch (error) {
      this.page.failed(error);
    }
  }

  /** @param {number} i @param {string} id */
  async patchOf(i, id) {
    const { claim, findings } = await /** @type {Desk} */ (this.desk).answer(i);
    const patch = together(findings.filter((/** @type {any} */ one) => one.id === id && one.mend === "certain").map((/** @type {any} */ one) => one.patch));
    return { patch, words: changesInWords(claim, patched(claim, patch), patch) };
  }

  /** @param {number} i @param {string} id */
  async example(i, id) {
    return (await this.patchOf(i, id)).words.map(inWords);
  }

  /** Says what a group of claims has in common, and offers its mend. @param {string} id @param {import("./worklist.js").Row[]} rows */
  async openGroup(id, rows) {
    const row = rows.find((one) => one.certain.includes(id)) || rows[0];
    await this.open(row.i, false);
    const number = (this.answer.findings || []).findIndex((/** @type {any} */ finding) => finding.id === id) + 1;
    if (number) {
      this.finding = number;
      this.cards.querySelector(`[data-number="${number}"]`)?.classList.add("at-hand");
    }
  }

  /** What was typed into a field. @param {HTMLInputElement} input */
  async typed(input) {
    const { path = "", kind = "text" } = input.dataset;
    const { claim } = this.answer;
    const got = read(/** @type {import("./values.js").Kind} */ (kind), input.value);
    const problem = byId("field-problem", HTMLElement);
    if ("error" in got) {
      problem.textContent = `${input.getAttribute("aria-label")}: ${got.error}.`;
      input.setAttribute("aria-invalid", "true");
      return;
    }
    problem.textContent = "";
    const patch = this.operations(claim, path, got.value, input);
    input.dataset.drawn = patch ? input.value : input.dataset.drawn;
    if (patch?.length) {
      await this.change({ patch, because: this.becauseOf(path), why: path.includes("minutes") ? "minutes" : "typed" });
    }
  }

  /** @param {any} claim @param {string} path @param {any} value @param {HTMLInputElement} input @returns {Operation[] | null} null while a new entry is not complete */
  operations(claim, path, value, input) {
    const minutes = /^\/lines\/(\d+)\/minutes(By\/assistant)?$/.exec(path);
    if (minutes) {
      return putMinutes(claim, Number(minutes[1]), minutes[2] ? "assistant" : "minutes", value);
    }
    const entry = /^(\/(?:occurrenceCodes|occurrenceSpans|valueCodes))\/(\d+)\/(\w+)$/.exec(path);
    if (!entry) {
      return putting(claim, path, value);
    }
    const [, list, index, part] = entry;
    const there = Number(index) < (at(claim, list) || []).length;
    if (there) {
      return part === "code" && value === null ? [{ op: "remove", path: `${list}/${index}` }] : putting(claim, path, value);
    }
    /** @type {Record<string, any>} */
    const made = {};
    for (const other of /** @type {Element} */ (input.closest(".slot")).querySelectorAll("input")) {
      const got = read(/** @type {any} */ (other.dataset.kind), other.value);
      if ("error" in got || got.value === null) {
        return null;
      }
      made[/** @type {string} */ (other.dataset.path?.split("/").at(-1))] = got.value;
    }
    return [{ op: "add", path: list + "/-", value: made }];
  }

  /** The findings whose place a field is. @param {string} path */
  becauseOf(path) {
    const found = (this.answer.findings || []).filter((/** @type {any} */ one) => one.field && (path === one.field || path.startsWith(one.field + "/") || one.field.startsWith(path + "/")));
    return [...new Set(found.map((/** @type {any} */ one) => one.id))];
  }

  /** A column of minutes. @param {HTMLInputElement} input the first of them @param {string} text */
  async pasted(input, text) {
    const { path = "" } = input.dataset;
    const which = path.endsWith("assistant") ? "assistant" : "minutes";
    const first = Number(path.split("/")[2]);
    const cells = text.replace(/\r?\n$/, "").split(/\r?\n/).map((row) => row.split("\t")[0].trim());
    let { claim } = this.answer;
    /** @type {Operation[]} */
    const patch = [];
    for (const [offset, cell] of cells.entries()) {
      const got = read("minutes", cell);
      if ("error" in got || first + offset >= claim.lines.length) {
        byId("field-problem", HTMLElement).textContent = "error" in got
          ? `Row ${offset + 1} of what was pasted is no number of minutes: ${got.error}. Nothing was taken.`
          : `${counted(cells.length, "row")} were pasted, and the claim has ${counted(claim.lines.length - first, "line")} from here on. Nothing was taken.`;
        return;
      }
      const some = putMinutes(claim, first + offset, which, /** @type {number | null} */ (got.value));
      claim = patched(claim, some);
      patch.push(...some);
    }
    await this.change({ patch, because: [], why: "minutes" });
  }

  async addLine() {
    await this.queue;
    const { lines } = this.answer.claim;
    const last = lines.at(-1);
    const value = { lineNumber: last.lineNumber + 1, revenueCode: last.revenueCode, ...(last.procedureQualifier ? { procedureQualifier: last.procedureQualifier } : {}), modifiers: [], ...(last.serviceDate ? { serviceDate: last.serviceDate } : {}), units: 1, charge: 0 };
    await this.change({ patch: [{ op: "add", path: "/lines/-", value }], because: [], why: "typed" });
    /** @type {HTMLElement | null} */ (this.drawing.querySelector(`input[data-path="/lines/${lines.length}/hcpcs"]`))?.focus();
  }

  /** @param {number} line from 0 */
  async take(line) {
    await this.queue;
    const proposal = this.proposals.get(line);
    if (!proposal) {
      return;
    }
    const words = this.words(proposal.patch);
    if (await this.page.confirm("Bill what the minutes say?", [make("p", {}, proposal.says + "."), make("ul", {}, ...words.map((word) => make("li", {}, ...coded(inWords(word)))))], "Change the line")) {
      await this.change({ patch: proposal.patch, because: [], why: "minutes" });
    }
  }

  /** @param {"done" | "ignored"} mark @param {string} [reason] */
  async mark(mark, reason = "") {
    const desk = /** @type {Desk} */ (this.desk);
    const has = desk.marks.get(this.i)?.mark === mark;
    await desk.mark([this.i], has ? "" : mark, reason);
    this.draw();
    this.page.changed();
  }

  async ignore() {
    if (/** @type {Desk} */ (this.desk).marks.get(this.i)?.mark === "ignored") {
      await this.mark("ignored");
      return;
    }
    const dialog = byId("reason", HTMLDialogElement);
    const text = byId("reason-text", HTMLInputElement);
    dialog.returnValue = "";
    text.value = "";
    dialog.showModal();
    dialog.addEventListener("close", () => {
      if (dialog.returnValue === "ignore") {
        this.mark("ignored", text.value.trim());
      }
    }, { once: true });
  }

  listen() {
    const left = (/** @type {EventTarget | null} */ target) => {
      if (target instanceof HTMLInputElement && !this.redrawing && target.value !== target.dataset.drawn) {
        this.drawing.setAttribute("aria-busy", "true");
        const mine = this.queue.then(() => this.typed(target)).finally(() => {
          if (this.queue === mine) {
            this.drawing.removeAttribute("aria-busy");
          }
        });
        this.queue = mine;
      }
    };
    this.drawing.addEventListener("focusout", (event) => left(event.target));
    this.drawing.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        left(event.target);
      }
    });
    this.drawing.addEventListener("paste", (event) => {
      const text = event.clipboardData?.getData("text") || "";
      if (event.target instanceof HTMLInputElement && event.target.dataset.kind === "minutes" && /[\r\n]/.test(text)) {
        event.preventDefault();
        this.pasted(event.target, text);
      }
    });
    this.drawing.addEventListener("focusin", (event) => {
      const path = event.target instanceof HTMLInputElement ? event.target.dataset.path : null;
      const segment = path && this.segments ? segmentOf(this.segments, path) : null;
      const strip = byId("segment", HTMLElement);
      strip.hidden = !segment;
      strip.replaceChildren("837I: ", make("code", {}, segment || ""));
    });
    this.section.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      const { card, goto: place, mend, mendAll, take, addLine, mark } = button?.dataset || {};
      if (card) {
        this.goTo(Number(card));
      } else if (place) {
        this.edit(Number(place));
      } else if (mend) {
        this.mend(Number(mend));
      } else if (mendAll) {
        this.mendAll(mendAll);
      } else if (take) {
        this.take(Number(take));
      } else if (addLine !== undefined) {
        this.addLine();
      } else if (mark === "done") {
        this.mark("done");
      } else if (mark === "ignored") {
        this.ignore();
      }
    });
    byId("undo-claim", HTMLElement).addEventListener("click", async () => {
      try {
        await /** @type {Desk} */ (this.desk).undo(this.i);
        await this.again();
        this.page.changed();
        this.page.say("Undone, and judged again.");
      } catch (error) {
        this.page.failed(error);
      }
    });
    byId("back", HTMLElement).addEventListener("click", () => {
      document.documentElement.classList.remove("at-claim");
      this.page.leave();
    });
  }
}
