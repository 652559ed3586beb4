// The open claim: drawn, its findings beside it.

import { drawn, placeOf } from "./drawing.js";
import { Editing } from "./editing.js";
import { byId, coded, make } from "./elements.js";
import { card, inWords } from "./findings.js";
import { Marking } from "./marking.js";
import { Mending, wordsOf } from "./mending.js";
import { chart, hasMinutes, proposals } from "./minutes.js";
import { Queue } from "./queue.js";
import { segmentOf, segmentsOf } from "./segments.js";
import { typing } from "./typing.js";
import { counted, read } from "./values.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./patch.js").Operation} Operation */
/** @typedef {{i: number, known: any}} Drawing the claim as it was drawn, with what was typed since */

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
    this.mending = new Mending(this);
    this.editing = new Editing(this, this.mending);
    this.marking = new Marking(this);
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
      // one that is drawn is drawn anew whenever it changes: the keyboard does not wait for it here
      if (i === this.wanted && i !== this.i) {
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
    const restore = before && claim ? typing(this.drawing, before.known, claim) : null;
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
    restore?.();
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

  /** The keyboard goes on to the finding that took the place of one. @param {number} number */
  next(number) {
    const { length } = this.cards.querySelectorAll(".card");
    if (length) {
      this.goTo(Math.min(number, length));
    } else {
      byId("claim-title", HTMLElement).focus({ preventScroll: true });
    }
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

  listen() {
    this.section.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      const { card, goto: place, mend, mendAll, take, addLine, removeLine, mark } = button?.dataset || {};
      if (card) {
        this.goTo(Number(card));
      } else if (place) {
        this.edit(Number(place));
      } else if (mend) {
        this.mending.mend(Number(mend));
      } else if (mendAll) {
        this.mending.mendAll(mendAll);
      } else if (take) {
        this.editing.take(Number(take));
      } else if (addLine !== undefined) {
        this.editing.addLine();
      } else if (removeLine) {
        this.editing.removeLine(Number(removeLine));
      } else if (mark === "done") {
        this.marking.mark("done");
      } else if (mark === "ignored") {
        this.marking.ignore();
      }
    });
    byId("undo-claim", HTMLElement).addEventListener("click", () => this.mending.undo());
    byId("back", HTMLElement).addEventListener("click", () => {
      document.documentElement.classList.remove("at-claim");
      this.page.leave();
    });
  }
}
