// The open claim marked as done, or as ignored with a reason.

import { byId } from "./elements.js";

/** @typedef {import("./desk.js").Desk} Desk */

export class Marking {
  /** @param {import("./claim-view.js").ClaimView} view */
  constructor(view) {
    this.view = view;
  }

  /** @param {"done" | "ignored"} mark @param {string} [reason] @param {number} [i] */
  async mark(mark, reason = "", i = this.view.i) {
    await this.view.after(async () => {
      const desk = /** @type {Desk} */ (this.view.desk);
      if (!desk.rows[i]) {
        return;
      }
      const has = desk.marks.get(i)?.mark === mark;
      await desk.mark([i], has ? "" : mark, reason);
      await this.view.again();
      this.view.page.changed();
    });
  }

  async ignore() {
    const { i } = this.view;
    if (/** @type {Desk} */ (this.view.desk).marks.get(i)?.mark === "ignored") {
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
}
