// The open claim: drawn, its findings beside it, corrected in place.

import { drawn, placeOf } from "./drawing.js";
import { byId, coded, make } from "./elements.js";
import { card, changesInWords, inWords } from "./findings.js";
import { chart, hasMinutes, proposals, putMinutes } from "./minutes.js";
import { because as answered, follow, isBegun, made } from "./edits.js";
import { patched, together } from "./patch.js";
import { Queue } from "./queue.js";
import { segmentOf, segmentsOf } from "./segments.js";
import { counted, read } from "./values.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./patch.js").Operation} Operation */
/** @typedef {{patch: Operation[], because: string[], why: string}} Mend */
/** @typedef {import("./edits.js").Edit & {label: string}} Edit */
/** @typedef {{i: number, known: any}} Drawing the claim as it was drawn, with what was typed since */

/** What separates the parts of an 837I. */
const SEPARATORS = /[~*:^]/;

export class ClaimView {
  /** @param {{changed: () => void, failed: (error: unknown, heading?: string) => void, say: (text: string) => void, leave: () => void, confirm: (title: string, text: Node[], yes: string) => Promise<boolean>}} page */
  constructor(page) {
    this.page = page;
    /** @type {Desk | null} */
    this.desk = null;
    /** The claim that is drawn. */
    this.i = -1;
    /** The claim that was chosen: it is drawn next. */
    this.wanted = -1;
    /** @type {Drawing} */
    this.drawn = { i: -1, known: null };
    /** @type {any} */
    this.answer = null;
    this.finding = 0;
    /** @type {Map<number, {says: string, patch: Operation[]}>} */
    this.proposals = new Map();
    /** @type {import("./segments.js").Segments | null} */
    this.segments = null;
    /** Whatever changes the desk is done one after the other. */
    this.queue = new Queue();
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
    this.wanted = -1;
    this.section.hidden = true;
    byId("none-open", HTMLElement).hidden = false;
    document.documentElement.classList.remove("at-claim");
  }

  /** What is to be said of the open claim, where it is looked at. @param {string} text */
  say(text) {
    byId("claim-outcome", HTMLElement).textContent = text;
  }

  /** Says what was not taken, at the claim or, if another was chosen since, with its name. @param {number} i @param {string} text */
  refuse(i, text) {
    if (i === this.i && i === this.wanted) {
      byId("field-problem", HTMLElement).textContent = text;
    } else {
      this.page.say(`Claim ${/** @type {Desk} */ (this.desk).rows[i]?.id || "before"}: ${text}`);
    }
  }

  /**
   * Does something to the desk once all that was asked for before is done.
   * @param {() => Promise<void>} work
   */
  async after(work) {
    try {
      await this.queue.run(work);
    } catch (error) {
      this.page.failed(error);
    }
  }

  /** Opens a claim. @param {number} i @param {boolean} focus whether the keyboard goes there */
  async open(i, focus) {
    if (i !== this.i && this.i >= 0) {
      const left = [...this.drawing.querySelectorAll("input")].find((input) => input.value !== input.dataset.drawn && "error" in read(/** @type {any} */ (input.dataset.kind), input.value));
      if (left) {
        this.page.say(`${byId("claim-title", HTMLElement).textContent}: what was typed into ${left.getAttribute("aria-label")} was not taken.`);
      }
    }
    this.wanted = i;
    // what is still drawn is of another claim: nothing more is typed into it
    this.section.inert = i !== this.i;
    await this.after(async () => {
      if (i === this.wanted) {
        await this.draws(i);
      }
    });
    if (i !== this.wanted || i !== this.i) {
      return;
    }
    if (focus) {
      byId("claim-title", HTMLElement).focus({ preventScroll: true });
      document.documentElement.classList.add("at-claim");
      this.section.scrollIntoView({ block: "nearest" });
    }
  }

  /** Shows the open claim as it is now. */
  async again() {
    if (this.i >= 0 && this.i === this.wanted) {
      await this.draws(this.i);
    }
  }

  /** @param {number} i */
  async draws(i) {
    const desk = /** @type {Desk} */ (this.desk);
    try {
      if (!desk.rows[i]) {
        return;
      }
      const answer = await desk.answer(i);
      const [segments, suggested] = await Promise.all([segmentsOf(desk.files[answer.input - 1], answer.bytes).catch(() => null), this.suggested(answer)]);
      if (i === this.wanted) {
        if (i !== this.i) {
          this.finding = 0;
          this.say("");
          byId("field-problem", HTMLElement).textContent = "";
          byId("segment", HTMLElement).hidden = true;
        }
        const drawn = this.drawn.i === i ? this.drawn : null;
        Object.assign(this, { i, answer, segments, proposals: suggested });
        this.draw(drawn);
      }
    } finally {
      this.section.inert = this.wanted !== this.i;
    }
  }

  /** @param {any} answer @returns {Promise<Map<number, {says: string, patch: Operation[]}>>} */
  async suggested({ claim, filed }) {
    if (!claim?.lines?.some(hasMinutes)) {
      return new Map();
    }
    try {
      const [judged] = await /** @type {Desk} */ (this.desk).ask([chart(claim)], filed === "837I");
      return judged.problem ? new Map() : proposals(claim, judged.proposedLines);
    } catch {
      // the claim is shown all the same
      return new Map();
    }
  }

  /** @param {Drawing | null} before what was drawn of the same claim */
  draw(before) {
    const desk = /** @type {Desk} */ (this.desk);
    const { answer } = this;
    const { claim } = answer;
    const findings = answer.findings || [];
    this.drawn = { i: this.i, known: structuredClone(claim) };
    const typing = before && claim ? this.typing(before.known, claim) : null;
    this.section.hidden = false;
    byId("none-open", HTMLElement).hidden = true;
    byId("claim-title", HTMLElement).textContent = answer.claimId ? `Claim ${answer.claimId}` : `Claim ${answer.ordinal} of the file`;
    byId("claim-says", HTMLElement).textContent = this.says(findings);
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

  /**
   * Keeps what is being typed over a drawing anew.
   * @param {any} known the claim as it was drawn before
   * @param {any} claim
   * @returns {() => void} to be called after it
   */
  typing(known, claim) {
    const inputs = [...this.drawing.querySelectorAll("input")];
    const begun = inputs.filter((input) => input.value !== input.dataset.drawn);
    const focused = inputs.find((input) => input === document.activeElement);
    const [from, to] = [focused?.selectionStart ?? null, focused?.selectionEnd ?? null];
    return () => {
      const now = (/** @type {HTMLInputElement} */ input) => {
        const path = follow(input.dataset.path || "", known, claim);
        return path === null ? null : /** @type {HTMLInputElement | null} */ (this.drawing.querySelector(`input[data-path="${CSS.escape(path)}"]`));
      };
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
        mend = wordsOf(this.answer.claim, finding.patch).map(inWords).join("; ");
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
    const { i } = this;
    const asked = this.answer?.findings?.[number - 1];
    if (i < 0 || !asked) {
      return;
    }
    await this.after(async () => {
      const { claim, findings = [] } = await /** @type {Desk} */ (this.desk).answer(i);
      const finding = findings.find((/** @type {any} */ one) => one.id === asked.id && one.field === asked.field && one.message === asked.message);
      if (!finding) {
        this.refuse(i, `${asked.id} is not found as it was any more.`);
        return;
      }
      if (!finding.patch || finding.asFiled) {
        return;
      }
      const words = wordsOf(claim, finding.patch);
      const sure = finding.mend === "certain"
        || (await this.page.confirm("Make this change?", [make("p", {}, ...coded(finding.message)), make("ul", {}, ...words.map((word) => make("li", {}, ...coded(inWords(word)))))], "Change the claim"));
      if (sure && (await this.change(i, { patch: finding.patch, because: [finding.id], why: finding.mend === "certain" ? "certain" : "asked" })) && i === this.i) {
        this.next(number);
      }
    });
  }

  /** The keyboard goes on to the finding that took the place of one. @param {number} number */
  next(number) {
    const { length } = this.cards.querySelectorAll(".card");
    if (length) {
      this.goTo(Math.min(number, length));
    } else {
      byId("claim-title", HTMLElement).focus({ preventScroll: true });
    }
  }

  /**
   * To be called in the queue.
   * @param {number} i
   * @param {Mend} mend
   * @param {() => void} [taken] before the claim is drawn anew
   * @returns {Promise<boolean>} whether it was taken
   */
  async change(i, { patch, because, why }, taken) {
    const desk = /** @type {Desk} */ (this.desk);
    if (!patch.length) {
      return false;
    }
    const { claim } = await desk.answer(i);
    const { changed, refused, failed } = await desk.change(new Map([[i, { patch, because, why, words: wordsOf(claim, patch) }]]));
    if (changed.includes(i)) {
      taken?.();
    }
    await this.again();
    this.page.changed();
    const problem = refused.get(i);
    if (problem) {
      this.refuse(i, "Not taken: " + (problem.errors[0] ? `${problem.errors[0].message}${problem.errors[0].fix ? "; " + problem.errors[0].fix : ""}` : problem.message).replaceAll("`", ""));
    }
    if (failed) {
      throw failed;
    }
    if (changed.length && i === this.i) {
      const left = this.answer.findings.length;
      this.say(left ? `Judged again: ${counted(left, "finding")} left.` : "Judged again: nothing is found any more.");
    }
    return changed.length > 0;
  }

  /** Makes the certain mends of a finding on every claim that has it. @param {string} id */
  async mendAll(id) {
    await this.after(async () => {
      const desk = /** @type {Desk} */ (this.desk);
      const rows = desk.rows.filter((row) => row.certain.includes(id));
      if (!rows.length) {
        this.say(`No claim has ${id} with a certain mend any more.`);
        return;
      }
      const example = await this.example(rows[0].i, id);
      const sure = await this.page.confirm(
        `Mend ${id} on ${counted(rows.length, "claim")}?`,
        [make("p", {}, desk.titles.get(id)?.title || ""), make("p", {}, "For example, on claim ", make("b", {}, rows[0].id), ":"), make("ul", {}, ...example.map((text) => make("li", {}, ...coded(text))))],
        `Mend all ${rows.length}`);
      if (!sure) {
        return;
      }
      /** @type {Map<number, any>} */
      const changes = new Map();
      for (const row of rows) {
        const { patch, words } = await this.patchOf(row.i, id);
        if (patch.length) {
          changes.set(row.i, { patch, words, because: [id], why: "certain" });
        }
      }
      const { changed, refused, failed } = await desk.change(changes, (done) => this.say(`Judging again: ${done} of ${counted(changes.size, "claim")}.`));
      await this.again();
      this.page.changed();
      if (failed) {
        const some = `${changed.length.toLocaleString("en-US")} of ${changes.size.toLocaleString("en-US")} were mended`;
        this.say(`${some}; the rest is as it was. Undo takes them back.`);
        this.page.failed(failed, `${some}, the rest is as it was`);
        return;
      }
      const left = desk.rows.filter((row) => row.certain.includes(id)).length;
      this.say(`${counted(changed.length, "claim")} mended and judged again.${refused.size ? ` ${refused.size} could not be changed so.` : ""}${left ? ` ${left} still have ${id}.` : ` No claim has ${id} with a certain mend any more.`}`);
    });
  }

  /** @param {number} i @param {string} id */
  async patchOf(i, id) {
    const { claim, findings } = await /** @type {Desk} */ (this.desk).answer(i);
    const patch = together(findings.filter((/** @type {any} */ one) => one.id === id && one.mend === "certain").map((/** @type {any} */ one) => one.patch));
    return { patch, words: wordsOf(claim, patch) };
  }

  /** @param {number} i @param {string} id */
  async example(i, id) {
    return (await this.patchOf(i, id)).words.map(inWords);
  }

  /** Says what a group of claims has in common, and offers its mend. @param {string} id @param {import("./worklist.js").Row[]} rows */
  async openGroup(id, rows) {
    const row = rows.find((one) => one.certain.includes(id)) || rows[0];
    await this.open(row.i, false);
    if (this.i !== row.i) {
      return;
    }
    const number = (this.answer.findings || []).findIndex((/** @type {any} */ finding) => finding.id === id) + 1;
    if (number) {
      this.finding = number;
      this.cards.querySelector(`[data-number="${number}"]`)?.classList.add("at-hand");
    }
  }

  /**
   * What was typed into fields and is now left, judged together.
   * @param {HTMLInputElement[]} inputs
   */
  left(inputs) {
    const { drawn, answer } = this;
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
    this.drawing.setAttribute("aria-busy", "true");
    this.after(() => this.typed(drawn, edits)).finally(() => {
      if (!this.queue.waiting) {
        this.drawing.removeAttribute("aria-busy");
      }
    });
  }

  /** Makes what was typed into a drawing on the claim as it is now. @param {Drawing} drawn @param {Edit[]} edits */
  async typed({ i, known }, edits) {
    const desk = /** @type {Desk} */ (this.desk);
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
        await this.again();
        this.refuse(i, `${edit.label}: what stood there is no longer in the claim, so what was typed was not taken. Type it anew.`);
        return;
      }
      claim = patched(claim, done.patch);
      patch.push(...done.patch);
      kept.push(done.keep);
      ids.push(...answered(answer.findings || [], done.path));
    }
    const why = edits.every(({ path }) => path.includes("minutes")) ? "minutes" : "typed";
    await this.change(i, { patch, because: [...new Set(ids)], why }, () => kept.forEach((keep) => keep()));
  }

  /** A column of minutes. @param {HTMLInputElement} input the first of them @param {string} text */
  async pasted(input, text) {
    const { path = "" } = input.dataset;
    const { i, known } = this.drawn;
    const which = path.endsWith("assistant") ? "assistant" : "minutes";
    const cells = text.replace(/\r?\n$/, "").split(/\r?\n/).map((row) => row.split("\t")[0].trim());
    await this.after(async () => {
      let { claim } = await /** @type {Desk} */ (this.desk).answer(i);
      const place = follow(path, known, claim);
      const first = place === null ? claim.lines.length : Number(place.split("/")[2]);
      /** @type {Operation[]} */
      const patch = [];
      for (const [offset, cell] of cells.entries()) {
        const got = read("minutes", cell);
        if ("error" in got || first + offset >= claim.lines.length) {
          this.refuse(i, "error" in got
            ? `Row ${offset + 1} of what was pasted is no number of minutes: ${got.error}. Nothing was taken.`
            : `${counted(cells.length, "row")} were pasted, and the claim has ${counted(claim.lines.length - first, "line")} from here on. Nothing was taken.`);
          return;
        }
        const some = putMinutes(claim, first + offset, which, /** @type {number | null} */ (got.value));
        claim = patched(claim, some);
        patch.push(...some);
      }
      await this.change(i, { patch, because: [], why: "minutes" });
    });
  }

  async addLine() {
    const { i } = this;
    await this.after(async () => {
      const { lines } = (await /** @type {Desk} */ (this.desk).answer(i)).claim;
      const last = lines.at(-1);
      const lineNumber = Math.max(...lines.map((/** @type {any} */ line) => line.lineNumber)) + 1;
      const value = { lineNumber, revenueCode: last.revenueCode, ...(last.procedureQualifier ? { procedureQualifier: last.procedureQualifier } : {}), modifiers: [], ...(last.serviceDate ? { serviceDate: last.serviceDate } : {}), units: 1, charge: 0 };
      await this.change(i, { patch: [{ op: "add", path: "/lines/-", value }], because: [], why: "typed" });
      if (i === this.i && i === this.wanted) {
        /** @type {HTMLElement | null} */ (this.drawing.querySelector(`input[data-path="/lines/${lines.length}/hcpcs"]`))?.focus();
      }
    });
  }

  /** Takes a service line out, after it was asked. @param {number} line from 0 */
  async removeLine(line) {
    const { i, known } = this.drawn;
    await this.after(async () => {
      const { claim } = await /** @type {Desk} */ (this.desk).answer(i);
      const path = follow(`/lines/${line}`, known, claim);
      if (path === null) {
        this.refuse(i, `Line ${line + 1} is no longer in the claim.`);
        return;
      }
      /** @type {Operation[]} */
      const patch = [{ op: "remove", path }];
      const words = wordsOf(claim, patch);
      if (await this.page.confirm("Remove this service line?", [make("ul", {}, ...words.map((word) => make("li", {}, ...coded(inWords(word))))), make("p", {}, "The total of the claim stays as it is; mend it after this.")], "Remove the line")) {
        await this.change(i, { patch, because: [], why: "typed" });
      }
    });
  }

  /** @param {number} line from 0 */
  async take(line) {
    const { i } = this;
    const asked = this.proposals.get(line);
    await this.after(async () => {
      const proposal = this.proposals.get(line);
      if (i !== this.i || !proposal || proposal.says !== asked?.says) {
        this.refuse(i, "The minutes say something else by now; nothing was taken.");
        return;
      }
      const words = wordsOf(this.answer.claim, proposal.patch);
      if (await this.page.confirm("Bill what the minutes say?", [make("p", {}, proposal.says + "."), make("ul", {}, ...words.map((word) => make("li", {}, ...coded(inWords(word)))))], "Change the line")) {
        await this.change(i, { patch: proposal.patch, because: [], why: "minutes" });
      }
    });
  }

  /** @param {"done" | "ignored"} mark @param {string} [reason] @param {number} [i] */
  async mark(mark, reason = "", i = this.i) {
    await this.after(async () => {
      const desk = /** @type {Desk} */ (this.desk);
      if (!desk.rows[i]) {
        return;
      }
      const has = desk.marks.get(i)?.mark === mark;
      await desk.mark([i], has ? "" : mark, reason);
      await this.again();
      this.page.changed();
    });
  }

  async ignore() {
    const { i } = this;
    if (/** @type {Desk} */ (this.desk).marks.get(i)?.mark === "ignored") {
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
        this.mark("ignored", text.value.trim(), i);
      }
    }, { once: true });
  }

  /** Takes back the last change of the open claim. */
  async undo() {
    const { i } = this;
    await this.after(async () => {
      const { failed } = await /** @type {Desk} */ (this.desk).undo(i);
      await this.again();
      this.page.changed();
      if (failed) {
        throw failed;
      }
      this.say("Undone, and judged again.");
    });
  }

  listen() {
    /** The fields that were typed into, of those that are judged together. @param {HTMLInputElement} input */
    const typedInto = (input) => [...(periodOf(input)?.querySelectorAll("input") || [input])].filter((one) => one.value !== one.dataset.drawn);
    const left = (/** @type {EventTarget | null} */ target) => {
      const inputs = target instanceof HTMLInputElement && !this.redrawing ? typedInto(target) : [];
      if (inputs.length) {
        this.left(inputs);
      }
    };
    this.drawing.addEventListener("focusout", (event) => {
      const period = event.target instanceof Element ? periodOf(event.target) : null;
      if (!period || !(event.relatedTarget instanceof Node && period.contains(event.relatedTarget))) {
        left(event.target);
      }
    });
    this.drawing.addEventListener("keydown", (event) => {
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
      const changed = /** @type {Desk} */ (this.desk).changesOf(this.i).length > 0;
      strip.replaceChildren(changed ? "837I, as in the file: " : "837I: ", make("code", {}, segment || ""));
    });
    this.section.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      const { card, goto: place, mend, mendAll, take, addLine, removeLine, mark } = button?.dataset || {};
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
      } else if (removeLine) {
        this.removeLine(Number(removeLine));
      } else if (mark === "done") {
        this.mark("done");
      } else if (mark === "ignored") {
        this.ignore();
      }
    });
    byId("undo-claim", HTMLElement).addEventListener("click", () => this.undo());
    byId("back", HTMLElement).addEventListener("click", () => {
      document.documentElement.classList.remove("at-claim");
      this.page.leave();
    });
  }
}

/** What operations make of a claim, in words. @param {any} claim @param {Operation[]} patch */
const wordsOf = (claim, patch) => changesInWords(claim, patched(claim, patch), patch);

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
