// The workbench: which view is shown, and what it says.

import { byId, coded, make } from "../desk/elements.js";
import { Refused } from "../desk/stream.js";
import { DraftDesk } from "./draft.js";
import { decided, token } from "./dialogs.js";
import { draftsView, home } from "./home.js";
import { releasesView } from "./releases.js";
import { hashOf, placeOf } from "./route.js";
import { may } from "../who.js";
import { Problem, whoAsks } from "./service.js";
import { StepsView } from "./steps.js";
import { TableView } from "./table-view.js";
import { TryView } from "./try-view.js";

/** @typedef {import("./route.js").Place} Place */
/**
 * What is shown, where it can change: `settled` waits until nothing is typed in it, `find` goes to a place of it if it has it.
 * @typedef {{changed?: () => void, leave?: () => void, settled?: () => Promise<unknown>, find?: (place: Place) => boolean}} View
 */

/** What the views are given: where to say something, and how to go elsewhere. */
export class Page {
  constructor() {
    this.box = byId("bench", HTMLElement);
    this.problem = byId("problem", HTMLElement);
    this.status = byId("status", HTMLElement);
    /** The draft that is worked on, kept while its views are gone through. @type {DraftDesk | null} */
    this.desk = null;
    /** @type {View | null} */
    this.view = null;
    this.turn = 0;
  }

  /** @param {string} text */
  say(text) {
    this.status.textContent = text;
  }

  /** @param {unknown} error @param {string} [heading] */
  failed(error, heading = "This was not done") {
    const refused = error instanceof Refused;
    if (!refused && error instanceof DOMException && error.name === "AbortError") {
      this.say("Cancelled.");
      return;
    }
    // what is wrong with an uploaded workbook comes by its cells
    const cells = error instanceof Problem ? /** @type {{sheet?: string, cell?: string, message: string, fix?: string}[]} */ (error.problem.problems || []) : [];
    const errors = refused ? [...error.errors, ...cells.map((one) => ({ ...one, pointer: [one.sheet, one.cell].filter((part) => part).join(", ") }))] : [];
    this.problem.replaceChildren(make("div", { class: "notice error", role: "alert" },
      make("h2", {}, heading),
      make("p", {}, ...coded(refused ? error.message : "Something failed in this page. Load it anew and try again.")),
      errors.length ? make("ul", {}, ...errors.map((one) => make("li", {}, ...coded((one.pointer ? "`" + one.pointer + "`: " : "") + one.message + (one.fix ? "; " + one.fix : ""))))) : null,
      make("button", { type: "button", click: () => this.problem.replaceChildren() }, "Close")));
    if (!this.box.querySelector(".cell-editor")) {
      // else it would cut off what is typed; a screen reader is told of it all the same
      this.problem.focus();
    }
    if (!refused) {
      throw error;
    }
  }

  /** @param {Place} place */
  go(place) {
    location.hash = hashOf(place);
  }

  /** The draft of an id, as it is worked on. @param {string} id */
  async draft(id) {
    const { turn } = this;
    const kept = this.desk;
    if (kept?.draft.id === id) {
      await kept.refresh();
      return kept;
    }
    const desk = await DraftDesk.open(id, {
      changed: () => this.view?.changed?.(),
      decide: async (...stale) => {
        await this.view?.settled?.();
        return decided(...stale);
      },
    });
    if (turn === this.turn) {
      this.desk = desk;
    }
    return desk;
  }

  /** Shows what the address says. @param {boolean} first */
  async show(first = false) {
    const turn = ++this.turn;
    const place = placeOf(location.hash);
    if (!first && this.view?.find?.(place)) {
      return;
    }
    this.problem.replaceChildren();
    this.say("");
    this.view?.leave?.();
    this.view = null;
    document.documentElement.classList.toggle("at-table", place.view === "table");
    for (const link of document.querySelectorAll("#tabs a")) {
      const here = link.getAttribute("href") === (place.view === "releases" || place.release ? "#/releases" : place.draft || place.view === "drafts" ? "#/drafts" : "#/");
      if (here) {
        link.setAttribute("aria-current", "page");
      } else {
        link.removeAttribute("aria-current");
      }
    }
    const box = make("div");
    try {
      const view = await this.open(place, box);
      if (turn !== this.turn) {
        // somebody has gone elsewhere meanwhile
        view?.leave?.();
        return;
      }
      this.view = view;
    } catch (error) {
      if (turn === this.turn) {
        this.box.replaceChildren(make("h1", { tabindex: -1 }, "Tables"));
        this.failed(error, "This cannot be shown");
      }
      return;
    }
    this.box.replaceChildren(box);
    /** @type {View | null} */ (this.view)?.find?.(place);
    const heading = this.box.querySelector("h1");
    document.title = `Hearth: ${heading?.textContent || "tables"}`;
    if (!first && !place.cell && !place.row) {
      heading?.focus();
    }
  }

  /** @param {Place} place @param {HTMLElement} box @returns {Promise<View | null>} */
  async open(place, box) {
    if (place.view === "table") {
      return TableView.open(box, this, place.draft ? await this.draft(place.draft) : null, place.table || "");
    }
    if (place.view === "draft") {
      return new StepsView(box, this, await this.draft(place.draft || ""), place.step || "edit");
    }
    if (place.view === "trial") {
      return new TryView(box, this, place.draft ? { desk: await this.draft(place.draft) } : { version: place.release || "" });
    }
    if (place.view === "releases") {
      await releasesView(box, this);
    } else if (place.view === "drafts") {
      await draftsView(box, this);
    } else {
      await home(box, this);
    }
    return null;
  }
}

whoAsks(token);
if (!may("analyst", "approver", "operator")) {
  document.querySelectorAll("#tabs a:not([href='#/'])").forEach((link) => link.remove());
}
const page = new Page();
window.addEventListener("hashchange", () => page.show());
page.show(true).then(() => {
  document.documentElement.dataset.ready = "true";
});
