// The desk as it is seen: the list of claims, the open claim, and what is done to them.

import { Desk } from "./desk.js";
import { byId, make } from "./elements.js";
import { ClaimView } from "./claim-view.js";
import { drawEntry } from "./entries.js";
import { listenToFilters, showFilters } from "./filters.js";
import { VirtualList } from "./list.js";
import { aboutFiles, arrivedOf, outcome } from "./outcome.js";
import { print } from "./paper.js";
import { Store } from "./store.js";
import { changeLog, corrected, correctedFile, sentClaims, typedMinutes } from "./saving.js";
import { listen } from "./keys.js";
import { counted } from "./values.js";
import { chosen, counts, everything, items } from "./worklist.js";

/** @typedef {import("./worklist.js").Row} Row */
/** @typedef {import("./worklist.js").Item} Item */
/** @typedef {{seen: (claims: number) => void, signal: AbortSignal}} Following told how many claims were judged */

const ENTRY_PIXELS = 52;
const VIEW = "hearth-desk-view";
/** Claims that arrive are shown not more often than this, and so that showing takes a tenth of the time. */
const SHOWN_MS = 300;
const SHOWN_SHARE = 10;

export class DeskView {
  /** @param {{failed: (error: unknown, heading?: string) => void, say: (text: string) => void, stop: () => Promise<void>}} page stops a check that goes on */
  constructor(page) {
    this.page = page;
    this.view = everything();
    /** @type {Desk | null} */
    this.desk = null;
    /** Whether the claims of the check that goes on are the ones here. */
    this.taking = false;
    this.section = byId("desk", HTMLElement);
    /** @type {VirtualList<Item>} */
    this.list = new VirtualList(byId("list", HTMLElement), ENTRY_PIXELS, {
      draw: (item, entry) => drawEntry(item, entry, { titles: this.ready.titles, opened: this.view.opened, claim: this.claim.i }),
      key: (item) => ("row" in item ? `row ${item.row.i} ${item.under || ""}` : "group " + item.group),
      enter: (item) => this.enter(item),
      reach: (item) => this.reach(item),
    });
    this.claim = new ClaimView({
      changed: () => this.refresh(),
      failed: page.failed,
      say: page.say,
      leave: () => this.leave(),
      confirm: (title, text, yes) => this.confirm(title, text, yes),
    });
    this.listen();
  }

  /** The desk, which is there once the page is. */
  get ready() {
    return /** @type {Desk} */ (this.desk);
  }

  /** The files whose claims are here. @returns {File[]} */
  get files() {
    return this.desk?.files || [];
  }

  /** Shows what was here before the page was loaded anew. @returns {Promise<boolean>} whether files were still being read, to be gone on with */
  async restore() {
    try {
      this.desk = new Desk(await Store.open());
      if (await this.desk.restore()) {
        const { claim: opened, ...view } = JSON.parse(sessionStorage.getItem(VIEW) || "{}");
        this.view = { ...everything(), ...view };
        this.claim.use(this.desk);
        this.show();
        this.page.say((this.desk.reading ? "" : "This is the desk as you left it. ") + this.outcome(0));
        if (opened !== undefined && this.desk.rows[opened]) {
          await this.claim.open(opened, false);
        }
        return this.desk.reading;
      }
    } catch (error) {
      this.page.failed(error);
    }
    return false;
  }

  /** Whether what was done here and not taken away may go. */
  mayBeReplaced() {
    const untaken = this.desk?.untaken || 0;
    const marks = [...(this.desk?.marks.values() || [])].filter(({ mark }) => mark !== "sent").length;
    const lost = [
      untaken ? `what was changed on ${counted(untaken, "claim")} and not downloaded` : "",
      marks ? `${counted(marks, "mark")} of claims that are done or ignored` : "",
    ].filter(Boolean);
    return !lost.length || window.confirm(`This would be lost: ${lost.join(", and ")}. Clear the desk?`);
  }

  /**
   * Takes files to the desk; rows are shown while they come.
   * @param {File[]} files @param {[string, File][]} beside what stands beside them: the field of the form and the file @param {Following} how
   */
  async take(files, beside, { seen, signal }) {
    const desk = this.ready;
    this.taking = false;
    await desk.take(files, beside, {
      signal,
      accepted: () => this.claim.queue.run(async () => {
        this.taking = true;
        this.view = everything();
        this.claim.close();
        this.claim.use(desk);
      }),
      seen: this.showing(seen),
    });
    await this.taken();
    byId("desk-title", HTMLElement).focus({ preventScroll: true });
    this.section.scrollIntoView({ block: "start" });
  }

  /** Goes on reading after the page was loaded anew. @param {Following} how */
  async goOn({ seen, signal }) {
    this.taking = true;
    await this.ready.goOn({ signal, seen: this.showing(seen) });
    await this.taken();
  }

  /** Shows claims as they arrive, now and then. @param {(claims: number) => void} seen @returns {(claims: number) => void} */
  showing(seen) {
    let next = 0;
    return (done) => {
      seen(done);
      const began = performance.now();
      if (began >= next) {
        this.show();
        // the first one to be seen is waited for
        const least = this.list.items.length ? SHOWN_MS : 0;
        next = performance.now() + Math.max(least, SHOWN_SHARE * (performance.now() - began));
      }
    };
  }

  /** All claims are here. */
  async taken() {
    const desk = this.ready;
    // what was changed while claims arrived is judged by those, and these by it
    await this.claim.queue.run(async () => {
      await desk.judgeAgain();
      await this.claim.again();
    });
    const count = counts(desk.rows);
    this.view.show = count.failing || desk.notes.length ? "failing" : count.noted ? "noted" : "all";
    this.show();
  }

  /**
   * The check ended before its time.
   * @param {number} total claims of the files, 0 if not known
   * @returns {string} what is to be said of it
   */
  stopped(total) {
    const arrived = this.desk?.rows.length || 0;
    if (!this.taking && arrived) {
      return "This was not checked; what is on the desk is as it was";
    }
    if (!arrived) {
      this.section.hidden = true;
      return "This was not checked";
    }
    this.show();
    return `Not whole: ${arrivedOf(arrived, total)} arrived`;
  }

  /** What came of it. @param {number} total claims of the files, 0 if not known */
  outcome(total) {
    return outcome(this.ready, total);
  }

  show() {
    this.section.hidden = false;
    document.documentElement.classList.add("at-desk");
    const { end } = this.ready;
    const sentences = aboutFiles(this.ready);
    const box = byId("notes", HTMLElement);
    box.hidden = !sentences.length;
    box.replaceChildren(make("h3", {}, end && !end.whole ? "The files were not read whole" : "About the files"), make("ul", {}, ...sentences.map((one) => make("li", {}, one))));
    this.refresh();
  }

  /** Shows what the rows are now. */
  refresh() {
    const desk = this.ready;
    const { rows } = desk;
    const count = counts(rows);
    /** @type {Record<string, number>} */
    const numbers = { ...count, all: rows.length };
    for (const button of this.section.querySelectorAll("[data-show]")) {
      const show = /** @type {HTMLElement} */ (button).dataset.show || "";
      button.setAttribute("aria-pressed", String(this.view.show === show));
      /** @type {HTMLElement} */ (button.querySelector("strong")).textContent = numbers[show].toLocaleString("en-US");
      /** @type {HTMLElement} */ (button).hidden = show === "notJudged" && !numbers[show];
    }
    showFilters(rows, this.view, desk.titles);
    const found = chosen(rows, this.view);
    this.list.show(items(found, this.view));
    byId("listed", HTMLElement).textContent = found.length ? `${counted(found.length, "claim")} listed` : this.view.show === "failing" && !count.failing ? "No claim fails." : "No claim is like that.";
    const changed = [...desk.changed.values()].filter((kept) => kept.changes.length).length;
    byId("undo", HTMLButtonElement).disabled = !changed;
    byId("download", HTMLButtonElement).disabled = !changed;
    byId("log", HTMLButtonElement).disabled = !changed;
    byId("as-corrected", HTMLElement).hidden = !changed;
    byId("print", HTMLButtonElement).disabled = !found.length;
    byId("download", HTMLButtonElement).textContent = desk.files.length > 1 ? "Download corrected files" : "Download corrected file";
    byId("sent", HTMLButtonElement).hidden = byId("check", HTMLFormElement).dataset.history !== "on";
    this.remember();
  }

  remember() {
    sessionStorage.setItem(VIEW, JSON.stringify({ ...this.view, claim: this.claim.i }));
  }

  /** @param {Item} item */
  async enter(item) {
    if ("row" in item) {
      await this.claim.open(item.row.i, true);
      this.remember();
      this.list.draw();
    } else {
      const { opened } = this.view;
      const open = opened.includes(item.group);
      this.view.opened = open ? opened.filter((one) => one !== item.group) : [...opened, item.group];
      this.refresh();
      this.claim.openGroup(item.group, item.rows);
    }
  }

  /** The claim that the keyboard reaches in the list is shown beside it. @param {Item} item */
  async reach(item) {
    if ("row" in item) {
      await this.claim.open(item.row.i, false);
      this.remember();
      this.list.draw();
    }
  }

  /** Whether the claim that is open is the one that the list is at. */
  atHand() {
    const { list, claim } = this;
    const item = list.items[list.active];
    const has = !item || ("row" in item ? item.row.i === claim.i : item.rows.some((row) => row.i === claim.i));
    if (claim.i < 0 || claim.wanted !== claim.i || !has) {
      this.say("Open a claim of the list first, with Enter.");
      return false;
    }
    return true;
  }

  /** What came of something, where it is looked at. @param {string} text */
  say(text) {
    (this.claim.i >= 0 ? this.claim : this.page).say(text);
  }

  leave() {
    this.list.draw();
    this.remember();
    byId("list", HTMLElement).focus();
  }

  /** @param {string} title @param {Node[]} text @param {string} yes @returns {Promise<boolean>} */
  confirm(title, text, yes) {
    const dialog = byId("ask", HTMLDialogElement);
    byId("ask-title", HTMLElement).textContent = title;
    byId("ask-text", HTMLElement).replaceChildren(...text);
    byId("ask-yes", HTMLButtonElement).textContent = yes;
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
  }

  listen() {
    this.section.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("[data-show]") : null;
      if (button instanceof HTMLElement) {
        this.view.show = button.dataset.show || "all";
        this.refresh();
      }
    });
    listenToFilters(() => this.view, () => this.refresh());
    byId("undo", HTMLButtonElement).addEventListener("click", () => this.undo());
    byId("clear", HTMLButtonElement).addEventListener("click", () => this.clear());
    byId("download", HTMLButtonElement).addEventListener("click", () => this.during(this.claim.queue.run(() => corrected(this.ready, this.page.say))));
    byId("log", HTMLButtonElement).addEventListener("click", () => this.during(this.claim.queue.run(() => changeLog(this.ready, this.page.say))));
    byId("sent", HTMLButtonElement).addEventListener("click", () => this.sent());
    byId("print", HTMLButtonElement).addEventListener("click", () => this.print());
    window.addEventListener("pagehide", () => { this.ready.left = true; });
    window.addEventListener("pageshow", () => { this.desk && (this.desk.left = false); });
    listen({
      list: this.list,
      claim: this.claim,
      undo: () => this.undo(),
      open: () => !this.section.hidden,
      atHand: () => this.atHand(),
    });
  }

  /** @param {Promise<unknown>} work */
  async during(work) {
    try {
      await work;
    } catch (error) {
      this.page.failed(error);
    }
  }

  async undo() {
    await this.during(
      this.claim.queue.run(async () => {
        const { changed, failed } = await this.ready.undo();
        this.refresh();
        await this.claim.again();
        if (failed) {
          throw failed;
        }
        this.say(changed.length ? `Undone: ${counted(changed.length, "claim")} as before the last change.` : "Nothing was changed that can be undone.");
      }));
  }

  async clear() {
    if (!this.mayBeReplaced()) {
      return;
    }
    await this.page.stop();
    let says = "The desk is clear; nothing of the claims is left in this browser.";
    try {
      await this.claim.queue.run(async () => {
        this.claim.close();
        await this.ready.clear();
      });
    } catch {
      says = "The desk could not be cleared: what your files hold is still in the database of this browser. Close this tab and open the page anew, which deletes it, or delete what the browser keeps for this site.";
    }
    this.section.hidden = true;
    document.documentElement.classList.remove("at-desk");
    sessionStorage.removeItem(VIEW);
    this.page.say(says);
    byId("claims", HTMLInputElement).focus();
  }

  async sent() {
    const rows = chosen(this.ready.rows, this.view).filter((row) => row.effect !== "UNREAD" && row.mark !== "sent");
    if (!rows.length) {
      this.page.say("All claims that are listed were kept as sent before, or could not be read.");
      return;
    }
    const sure = await this.confirm(
      `Keep ${counted(rows.length, "claim")} as sent?`,
      [make("p", {}, "All claims that are listed now, as corrected here, are kept in the history of this service, and later claims of the same members are judged by them. Do it once they went to the payer.")],
      "Keep as sent");
    if (sure) {
      await this.during(
        this.claim.queue.run(async () => {
          this.page.say(await sentClaims(this.ready, rows));
          this.refresh();
        }));
    }
  }

  /** Prints the claims that are listed. */
  async print() {
    const rows = chosen(this.ready.rows, this.view);
    await this.during(
      this.claim.queue.run(() => print(this.ready, rows, this.page.say)));
  }

  /**
   * A file of the desk as what is saved of it is to be made from: with its changes, if there are some and it is wanted so.
   * @param {File} file @param {boolean} minutesGiven whether minutes are given beside it
   * @returns {Promise<{claims: File, minutes: File | null, note: string}>} with the minutes that were typed here, and what is to be said
   */
  async asCorrected(file, minutesGiven) {
    const { desk } = this;
    const wanted = !byId("as-corrected", HTMLElement).hidden && byId("corrected", HTMLInputElement).checked;
    if (!desk?.files.includes(file) || !wanted) {
      return { claims: file, minutes: null, note: "" };
    }
    const minutes = typedMinutes(desk, file);
    const done = await correctedFile(desk, file);
    return {
      claims: done?.file || file,
      minutes: minutesGiven ? null : minutes,
      note: minutes && minutesGiven ? "Minutes that were typed here are left out, since others are given beside the claims." : "",
    };
  }
}
