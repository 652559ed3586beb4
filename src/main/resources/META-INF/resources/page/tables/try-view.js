// A claim is tried by a whole draft, or as of a release: one that was live, is, or waits for its day.

import { make } from "../desk/elements.js";
import { head } from "./head.js";
import { hashOf } from "./route.js";
import { TrialView } from "./trial.js";

export class TryView {
  /** @param {HTMLElement} box @param {import("./tables.js").Page} page @param {{desk: import("./draft.js").DraftDesk} | {version: string}} subject */
  constructor(box, page, subject) {
    this.page = page;
    this.subject = subject;
    this.head = make("div");
    this.trial = new TrialView(page, subject, null, (table, cell, sheet) => page.go({ view: "table", draft: this.desk?.draft.id, table, cell, sheet: sheet || undefined }));
    this.trial.box.open = true;
    box.append(this.head, make("section", { class: "step-panel" }, this.trial.box));
    this.changed();
  }

  get desk() {
    return "desk" in this.subject ? this.subject.desk : null;
  }

  /** The draft is another. */
  changed() {
    const { subject } = this;
    if ("desk" in subject) {
      head(this.head, this.page, subject.desk, "try", null);
    } else {
      this.head.replaceChildren(make("nav", { "aria-label": "Where this is", class: "trail" }, make("a", { href: hashOf({ view: "releases" }) }, "Releases")),
        make("h1", { tabindex: -1 }, `As of ${subject.version}`),
        make("p", {}, "What this release says of a claim, beside the active one. Rows lead to the tables as they are now."));
    }
    this.trial.changed();
  }

  leave() {
    this.trial.leave();
  }
}
