// The desk as it is seen: the list of claims, the open claim, and what is done to them.

import { Desk } from "./desk.js";
import { byId, make } from "./elements.js";
import { ClaimView } from "./claim-view.js";
import { VirtualList } from "./list.js";
import { Store } from "./store.js";
import { changeLog, corrected, sentClaims } from "./saving.js";
import { listen } from "./keys.js";
import { counted } from "./values.js";
import { chosen, counts, everything, items, kind, offered } from "./worklist.js";

/** @typedef {import("./worklist.js").Row} Row */
/** @typedef {import("./worklist.js").Item} Item */

const ENTRY_PIXELS = 52;
const VIEW = "hearth-desk-view";
/** Filters: the select, the part of a view, and what a row has for it. @type {[string, "finding" | "effect" | "place" | "bill" | "discipline", (row: Row) => string[]][]} */
const FILTERS = [
  ["by-finding", "finding", (row) => row.findings],
  ["by-effect", "effect", (row) => [row.effect]],
  ["by-place", "place", (row) => row.places],
  ["by-bill", "bill", (row) => [row.bill].filter(Boolean)],
  ["by-discipline", "discipline", (row) => row.disciplines],
];

const MARKS = { "": "", done: "done", ignored: "ignored", sent: "sent" };

/** How many sentences about files are shown. */
const SENTENCES = 50;

/** The first of many, and how many more there are. @param {string[]} sentences */
const firstOf = (sentences) => [...sentences.slice(0, SENTENCES), ...(sentences.length > SENTENCES ? [`and ${(sentences.length - SENTENCES).toLocaleString("en-US")} more`] : [])];

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
      draw: (item, entry) => this.drawEntry(item, entry),
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

  /** Whether the last answers are all here. */
  get ready() {
    return /** @type {Desk} */ (this.desk);
  }

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
      }
    } catch (error) {
      this.page.failed(error);
    }
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
   * @param {File[]} files @param {FormData} form @param {{seen: (claims: number) => void, signal: AbortSignal}} how
   */
  async take(files, form, { seen, signal }) {
    const desk = this.ready;
    let shownAt = 0;
    this.taking = false;
    await desk.take(files, form, {
      signal,
      accepted: () => this.claim.queue.run(async () => {
        this.taking = true;
        this.view = everything();
        this.claim.close();
        await desk.clear();
        this.claim.use(desk);
      }),
      seen: (done) => {
        seen(done);
        if (performance.now() - shownAt > Math.max(400, done / 50) || done <= 1) {
          shownAt = performance.now();
          this.show();
        }
      },
    });
    // what was changed while claims arrived is judged by those, and these by it
    await this.claim.queue.run(() => desk.judgeAgain());
    const count = counts(desk.rows);
    this.view.show = count.failing || desk.notes.length ? "failing" : count.noted ? "noted" : "all";
    this.show();
    byId("desk-title", HTMLElement).focus({ preventScroll: true });
    this.section.scrollIntoView({ block: "start" });
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
    return `Not whole: ${total ? `${arrived.toLocaleString("en-US")} of ${counted(total, "claim")}` : counted(arrived, "claim")} arrived`;
  }

  /** What came of it, the worst first. @param {number} total claims of the files, 0 if not known */
  outcome(total) {
    const { rows, end, notes, reading, unknown, torn } = this.ready;
    const count = counts(rows);
    const judged = rows.length - count.unread - count.notJudged;
    const arrived = total > rows.length ? `${rows.length.toLocaleString("en-US")} of ${counted(total, "claim")} arrived` : "";
    const state = reading
      ? "Not whole: the page was loaded anew while the files were read. Check again."
      : !end
      ? `The answer is not whole: it broke off${arrived ? ", " + arrived : ""}. Check again.`
      : !rows.length || !judged
        ? "Nothing was checked."
        : !end.whole
          ? unknown && !torn && !arrived
            ? `Not all: ${counted(unknown, "file")} that ${unknown === 1 ? "is no file" : "are no files"} of claims.`
            : `Not whole: ${arrived || "the input breaks off, and claims may be missing"}.`
          : arrived
            ? `Not whole: ${arrived}.`
          : count.unread
            ? `${judged.toLocaleString("en-US")} of ${counted(rows.length, "claim")} could be checked.`
            : "";
    const parts = [
      `${counted(judged, "claim")} checked`,
      `${count.failing - count.unread} failing`,
      count.unread ? `${count.unread} that could not be read` : "",
      count.noted ? `${count.noted} to look at` : "",
      `${count.clean} clean`,
      count.notJudged ? `${count.notJudged} not judged` : "",
    ].filter(Boolean);
    return [state, parts.join(", ") + ".", notes.length ? counted(notes.length, "note") + " on the files." : ""].filter(Boolean).join(" ");
  }

  show() {
    this.section.hidden = false;
    document.documentElement.classList.add("at-desk");
    const { end, notes } = this.ready;
    const sentences = [
      ...notes,
      ...[...(end?.errors || []), ...(end?.warnings || [])].map((one) => (one.file ? one.file + ": " : "") + one.message + (one.fix ? "; " + one.fix : "")),
    ];
    const box = byId("notes", HTMLElement);
    box.hidden = !sentences.length;
    box.replaceChildren(make("h3", {}, end && !end.whole ? "The files were not read whole" : "About the files"), make("ul", {}, ...firstOf(sentences).map((one) => make("li", {}, one.replaceAll("`", "")))));
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
    const within = rows.filter((row) => this.view.show === "all" || kind(row) === this.view.show);
    for (const [id, part, values] of FILTERS) {
      const select = byId(id, HTMLSelectElement);
      const options = offered(within, values).map(([value, many]) => {
        const title = part === "finding" ? " " + (desk.titles.get(value)?.title || "") : "";
        return new Option(`${value}${title} (${many})`, value, false, value === this.view[part]);
      });
      select.replaceChildren(new Option("any", "", false, !this.view[part]), ...options);
      if (this.view[part] && !options.some((option) => option.value === this.view[part])) {
        this.view[part] = "";
      }
    }
    byId("order", HTMLSelectElement).value = this.view.order;
    byId("grouped", HTMLInputElement).checked = this.view.grouped;
    if (document.activeElement?.id !== "search") {
      byId("search", HTMLInputElement).value = this.view.search;
    }
    const found = chosen(rows, this.view);
    this.list.show(items(found, this.view));
    byId("listed", HTMLElement).textContent = found.length ? `${counted(found.length, "claim")} listed` : this.view.show === "failing" && !count.failing ? "No claim fails." : "No claim is like that.";
    const changed = [...desk.changed.values()].filter((kept) => kept.changes.length).length;
    byId("undo", HTMLButtonElement).disabled = !changed;
    byId("download", HTMLButtonElement).disabled = !changed;
    byId("log", HTMLButtonElement).disabled = !changed;
    byId("as-chosen", HTMLElement).hidden = !changed;
    byId("download", HTMLButtonElement).textContent = desk.files.length > 1 ? "Download corrected files" : "Download corrected file";
    byId("sent", HTMLButtonElement).hidden = byId("check", HTMLFormElement).dataset.history !== "on";
    this.remember();
  }

  remember() {
    sessionStorage.setItem(VIEW, JSON.stringify({ ...this.view, claim: this.claim.i }));
  }

  /** @param {Item} item @param {HTMLElement} entry */
  drawEntry(item, entry) {
    if ("group" in item) {
      const title = this.ready.titles.get(item.group)?.title || "";
      const open = this.view.opened.includes(item.group);
      entry.className = "entry group";
      entry.replaceChildren(
        make("span", { class: "line" }, make("b", {}, `${open ? "▾" : "▸"} ${item.group || "nothing found"}`), make("span", { class: "right" }, counted(item.rows.length, "claim"))),
        make("span", { class: "line quiet" }, make("span", { class: "cut" }, title), item.certain ? make("span", { class: "right tag" }, `${item.certain} mend with a click`) : null));
      return;
    }
    const { row } = item;
    entry.className = `entry claim ${row.effect}${row.mark ? " marked" : ""}${row.i === this.claim.i ? " open" : ""}`;
    entry.replaceChildren(
      make("span", { class: "line" },
        make("span", { class: "effect" }, row.effect === "UNREAD" ? "unread" : row.effect === "NOT_JUDGED" ? "not judged" : row.effect),
        make("b", { class: "cut" }, row.id || `claim ${row.ordinal}`),
        row.mark || row.changed ? make("span", { class: "right tag" }, [row.changed ? "changed" : "", MARKS[row.mark]].filter(Boolean).join(", ")) : null),
      make("span", { class: "line quiet" }, make("span", { class: "cut" }, [row.bill, row.disciplines.join(" "), row.findings.join(" ")].filter(Boolean).join(" · ") || (row.effect === "UNREAD" ? "could not be read" : "nothing found"))));
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
    for (const [id, part] of FILTERS) {
      byId(id, HTMLSelectElement).addEventListener("change", (event) => {
        this.view[part] = /** @type {HTMLSelectElement} */ (event.target).value;
        this.refresh();
      });
    }
    byId("order", HTMLSelectElement).addEventListener("change", (event) => {
      this.view.order = /** @type {HTMLSelectElement} */ (event.target).value;
      this.refresh();
    });
    byId("grouped", HTMLInputElement).addEventListener("change", (event) => {
      this.view.grouped = /** @type {HTMLInputElement} */ (event.target).checked;
      this.refresh();
    });
    const search = byId("search", HTMLInputElement);
    search.addEventListener("input", () => {
      this.view.search = search.value;
      this.refresh();
    });
    byId("undo", HTMLButtonElement).addEventListener("click", () => this.undo());
    byId("clear", HTMLButtonElement).addEventListener("click", () => this.clear());
    byId("download", HTMLButtonElement).addEventListener("click", () => this.during(this.claim.queue.run(() => corrected(this.ready, this.page.say))));
    byId("log", HTMLButtonElement).addEventListener("click", () => this.during(this.claim.queue.run(() => changeLog(this.ready, this.page.say))));
    byId("sent", HTMLButtonElement).addEventListener("click", () => this.sent());
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
}
