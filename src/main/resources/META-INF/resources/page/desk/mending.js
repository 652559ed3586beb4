// Changes of the open claim, or of all that have the same finding: made, told in words, taken back.

import { byId, coded, make } from "./elements.js";
import { changesInWords, inWords } from "./findings.js";
import { patched, together } from "./patch.js";
import { keptBeside } from "./segments.js";
import { counted } from "./values.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./patch.js").Operation} Operation */
/** @typedef {{patch: Operation[], because: string[], why: string}} Mend */

/** What operations make of a claim, in words. @param {any} claim @param {Operation[]} patch */
export const wordsOf = (claim, patch) => changesInWords(claim, patched(claim, patch), patch);

export class Mending {
  /** @param {import("./claim-view.js").ClaimView} view */
  constructor(view) {
    this.view = view;
  }

  /** What operations make of a claim, and what stays beside a code that they change. @param {number} i @param {any} claim @param {Operation[]} patch */
  wordsOf(i, claim, patch) {
    const { segments } = this.view;
    const kept = i === this.view.i && segments ? keptBeside(segments, claim, patch) : [];
    return [...wordsOf(claim, patch), ...kept];
  }

  /** Makes the mend of a finding of this claim. @param {number} number from 1 */
  async mend(number) {
    const { i } = this.view;
    const asked = this.view.answer?.findings?.[number - 1];
    if (i < 0 || !asked) {
      return;
    }
    await this.view.after(async () => {
      const { claim, findings = [] } = await /** @type {Desk} */ (this.view.desk).answer(i);
      const finding = findings.find((/** @type {any} */ one) => one.id === asked.id && one.field === asked.field && one.message === asked.message);
      if (!finding) {
        this.view.refuse(i, `${asked.id} is not found as it was any more.`);
        return;
      }
      if (!finding.patch || finding.asFiled) {
        return;
      }
      const words = this.wordsOf(i, claim, finding.patch);
      const sure = finding.mend === "certain"
        || (await this.view.page.confirm("Make this change?", [make("p", {}, ...coded(finding.message)), make("ul", {}, ...words.map((word) => make("li", {}, ...coded(inWords(word)))))], "Change the claim"));
      if (sure && (await this.change(i, { patch: finding.patch, because: [finding.id], why: finding.mend === "certain" ? "certain" : "asked" })) && i === this.view.i) {
        this.view.next(number);
      }
    });
  }

  /**
   * To be called in the queue.
   * @param {number} i
   * @param {Mend} mend
   * @param {() => void} [taken] before the claim is drawn anew
   * @returns {Promise<boolean>} whether it was taken
   */
  async change(i, { patch, because, why }, taken) {
    const desk = /** @type {Desk} */ (this.view.desk);
    if (!patch.length) {
      return false;
    }
    const { claim } = await desk.answer(i);
    const { changed, refused, failed } = await desk.change(new Map([[i, { patch, because, why, words: this.wordsOf(i, claim, patch) }]]));
    if (changed.includes(i)) {
      taken?.();
    }
    await this.view.again();
    this.view.page.changed();
    const problem = refused.get(i);
    if (problem) {
      this.view.refuse(i, "Not taken: " + (problem.errors[0] ? `${problem.errors[0].message}${problem.errors[0].fix ? "; " + problem.errors[0].fix : ""}` : problem.message).replaceAll("`", ""));
    }
    if (failed) {
      throw failed;
    }
    if (changed.length && i === this.view.i) {
      const left = this.view.answer.findings.length;
      this.view.say(left ? `Judged again: ${counted(left, "finding")} left.` : "Judged again: nothing is found any more.");
    }
    return changed.length > 0;
  }

  /** Makes the certain mends of a finding on every claim that has it. @param {string} id */
  async mendAll(id) {
    await this.view.after(async () => {
      const desk = /** @type {Desk} */ (this.view.desk);
      const rows = desk.rows.filter((row) => row.certain.includes(id));
      if (!rows.length) {
        this.view.say(`No claim has ${id} with a certain mend any more.`);
        return;
      }
      const example = await this.example(rows[0].i, id);
      const sure = await this.view.page.confirm(
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
      const { changed, refused, failed } = await desk.change(changes, (done) => this.view.say(`Judging again: ${done} of ${counted(changes.size, "claim")}.`));
      await this.view.again();
      this.view.page.changed();
      if (failed) {
        const some = `${changed.length.toLocaleString("en-US")} of ${changes.size.toLocaleString("en-US")} were mended`;
        this.view.say(`${some}; the rest is as it was. Undo takes them back.`);
        this.view.page.failed(failed, `${some}, the rest is as it was`);
        return;
      }
      const left = desk.rows.filter((row) => row.certain.includes(id)).length;
      this.view.say(`${counted(changed.length, "claim")} mended and judged again.${refused.size ? ` ${refused.size} could not be changed so.` : ""}${left ? ` ${left} still have ${id}.` : ` No claim has ${id} with a certain mend any more.`}`);
    });
  }

  /** @param {number} i @param {string} id */
  async patchOf(i, id) {
    const { claim, findings } = await /** @type {Desk} */ (this.view.desk).answer(i);
    const patch = together(findings.filter((/** @type {any} */ one) => one.id === id && one.mend === "certain").map((/** @type {any} */ one) => one.patch));
    return { patch, words: this.wordsOf(i, claim, patch) };
  }

  /** @param {number} i @param {string} id */
  async example(i, id) {
    return (await this.patchOf(i, id)).words.map(inWords);
  }

  /** Takes back the last change of the open claim. */
  async undo() {
    const { i } = this.view;
    await this.view.after(async () => {
      const { failed } = await /** @type {Desk} */ (this.view.desk).undo(i);
      await this.view.again();
      this.view.page.changed();
      if (failed) {
        throw failed;
      }
      this.view.say("Undone, and judged again.");
    });
  }
}
