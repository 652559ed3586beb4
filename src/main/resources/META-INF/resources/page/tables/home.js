// The first view: what is where, drafts that are open, and all tables.

import { make } from "../desk/elements.js";
import { counted } from "../desk/values.js";
import { may, offered } from "../who.js";
import { asked, person, remember } from "./dialogs.js";
import { hashOf } from "./route.js";
import { ask, got } from "./service.js";

/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {{name: string, workbook: string, kind: string, rows: number, dates: string, about: string, examples?: number, staleRows?: number}} Table */
/** @typedef {{table: string, sheet: string, cell: string, row: string, heading: string, text: string}} Hit */

const QUIET_MS = 250;
/** How many letters are shown on either side of what was searched for. */
const AROUND = 50;
export const STATE_WORDS = /** @type {Record<string, string>} */ ({ open: "open", proposed: "proposed, waits for approval", scheduled: "approved, waits for its day", publishing: "being published", published: "published", unreadable: "cannot be read" });

/** @param {string} instant */
export const when = (instant) => (instant ? new Date(instant).toLocaleString("en-US", { dateStyle: "medium", timeStyle: "short" }) : "");

/** @param {Draft[]} drafts */
export function drawnDrafts(drafts) {
  return drafts.length
    ? make("ul", { class: "found" }, ...drafts.map((draft) => make("li", {},
      make("a", { href: hashOf({ view: "draft", draft: draft.id }) }, draft.name), " ",
      make("span", { class: `badge-state ${draft.state}` }, STATE_WORDS[draft.state] || draft.state),
      make("span", { class: "about" }, [`by ${draft.author}`, draft.reason, draft.lastEdit || "", `changed ${when(draft.changedAt)}`].filter((part) => part).join(" · ")),
      draft.baseIsActive || !["open", "proposed", "scheduled"].includes(draft.state) ? null : make("span", { class: "warning" }, " begun on a release that is no longer the active one"))))
    : make("p", { class: "quiet" }, "No draft is open. A change begins with one: open a table and choose “Change this table”, or begin here.");
}

/**
 * Asks for what a new draft needs, and begins it.
 * @param {{failed: (error: unknown, heading?: string) => void}} page
 * @param {string} [name] that is proposed
 * @returns {Promise<Draft | null>}
 */
export async function newDraft(page, name = "") {
  const given = await asked({
    title: "Begin a draft",
    text: ["Nobody notices a draft before it is published."],
    fields: [
      { name: "name", label: "What it is for", value: name, required: true, most: 80, help: "Such as: Therapy amounts 2027" },
      person("author", "Who makes it"),
      { name: "reason", label: "Why", required: true, most: 500, help: "Such as: CR 14321" },
      { name: "source", label: "Source", optional: true, most: 500, help: "Such as: Pub. 100-04 transmittal 12345" },
    ],
    ok: "Begin",
  });
  if (!given) {
    return null;
  }
  remember(given.author);
  try {
    return await got("v1/drafts", { method: "POST", json: given });
  } catch (error) {
    page.failed(error, "The draft was not begun");
    return null;
  }
}

/** The surroundings of what was searched for, which is marked. @param {string} text @param {string} wanted @returns {(Node | string)[]} */
function excerpt(text, wanted) {
  const at = text.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0) {
    return [text.slice(0, 2 * AROUND)];
  }
  const first = Math.max(0, at - AROUND);
  const last = at + wanted.length + AROUND;
  return [first ? "… " : "", text.slice(first, at), make("mark", {}, text.slice(at, at + wanted.length)), text.slice(at + wanted.length, last), last < text.length ? " …" : ""];
}

/** @param {Hit} hit @param {string} wanted */
const drawnHit = (hit, wanted) => make("li", {},
  make("a", { href: hashOf({ view: "table", table: hit.table, sheet: hit.sheet, cell: hit.cell }) }, `${hit.table}, ${hit.cell}`), " ",
  make("strong", {}, ...excerpt(hit.text, wanted)),
  make("span", { class: "about" }, `row ${hit.row}, ${hit.heading}${hit.sheet === "Examples" ? ", an example" : ""}`));

/** A field that searches all tables as somebody types. @param {{failed: (error: unknown, heading?: string) => void}} page */
export function search(page) {
  const field = make("input", { type: "search", id: "tables-search", autocomplete: "off", "aria-describedby": "tables-search-help" });
  const status = make("p", { role: "status", class: "quiet" });
  const list = make("div", { class: "search-results" });
  let last = 0;
  let waiting = 0;
  const look = async () => {
    const asking = ++last;
    const text = field.value.trim();
    if (text.length < 2) {
      status.textContent = "";
      list.replaceChildren();
      return;
    }
    try {
      const found = await got("v1/tables?search=" + encodeURIComponent(text));
      if (asking !== last) {
        return;
      }
      // rows before the examples that use them
      const hits = /** @type {Hit[]} */ (found.hits).sort((a, b) => Number(a.sheet === "Examples") - Number(b.sheet === "Examples"));
      const pages = /** @type {{finding: string, example: string}[]} */ (found.pages || []);
      status.textContent = hits.length || pages.length ? `${counted(hits.length, "cell")}${found.more ? ` and ${found.more} more` : ""}, ${counted(pages.length, "page", "pages")} of findings.` : `Nothing holds “${text}”.`;
      list.replaceChildren(
        make("ul", { class: "found" }, ...hits.map((hit) => drawnHit(hit, text))),
        pages.length ? make("section", {}, make("h3", {}, "Pages of findings whose examples use it"), make("ul", { class: "found" }, ...pages.map((one) => make("li", {}, make("a", { href: "findings/" + encodeURIComponent(one.finding) }, one.finding), " ", make("span", { class: "about" }, one.example))))) : "");
    } catch (error) {
      page.failed(error, "This was not searched");
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(look, QUIET_MS);
  });
  return make("section", { class: "tables-search" }, make("label", { for: "tables-search" }, "Where is a code, a date or a word used?"), field, make("p", { class: "quiet", id: "tables-search-help" }, "Looks through every table, its examples, and the pages of findings; such as G0157."), status, list);
}

/** @param {Table[]} tables @param {string} title */
const drawnTables = (tables, title) => make("section", {}, make("h2", {}, title),
  make("div", { class: "scrolled", tabindex: 0, role: "region", "aria-label": title },
    make("table", { class: "tables-list" },
      make("thead", {}, make("tr", {}, ...["table", "what its rows are", "rows", "examples", "dates are", "not compared for a year"].map((text) => make("th", { scope: "col" }, text)))),
      make("tbody", {}, ...tables.map((table) => make("tr", {},
        make("th", { scope: "row" }, make("a", { href: hashOf({ view: "table", table: table.name }) }, table.name)),
        make("td", {}, table.about), make("td", { class: "amount" }, String(table.rows)), make("td", { class: "amount" }, table.examples === undefined ? "" : String(table.examples)), make("td", {}, table.dates),
        make("td", { class: table.staleRows ? "warning" : "" }, table.staleRows ? counted(table.staleRows, "row") : "")))))));

/** The list of tables. @param {HTMLElement} box @param {import("./tables.js").Page} page */
export async function home(box, page) {
  const [tables, drafts] = await Promise.all([got("v1/tables"), !may("analyst", "approver", "operator") ? [] : got("v1/drafts").catch((error) => (page.failed(error, "The drafts cannot be shown"), []))]);
  const stale = /** @type {Table[]} */ (tables).filter(({ staleRows }) => staleRows);
  const begin = make("button", { type: "button", click: async () => {
    const draft = await newDraft(page);
    if (draft) {
      page.go({ view: "draft", draft: draft.id });
    }
  } }, "Begin a draft…");
  const amounts = make("a", { class: "button", href: hashOf({ view: "table", table: "therapy-amounts" }) }, "New therapy amounts");
  box.replaceChildren(
    make("h1", { tabindex: -1 }, "Tables"),
    make("p", {}, "Every code, date, amount and requirement that claims are judged by is a row here. A change is made in a draft: it is checked as you type, tried on examples and on claims, approved and published, and one click takes it back."),
    search(page),
    make("section", {}, make("h2", {}, "Drafts"), drawnDrafts(/** @type {Draft[]} */ (drafts).filter(({ state }) => state === "open" || state === "proposed" || state === "scheduled")), make("div", { class: "actions" }, offered(begin, "Beginning a draft", "analyst"), amounts)),
    stale.length ? make("p", { class: "warning" }, `${counted(stale.reduce((sum, { staleRows }) => sum + (staleRows || 0), 0), "row")} were not compared with their source for more than a year: ${stale.map(({ name }) => name).join(", ")}.`) : "",
    drawnTables(tables.filter((/** @type {Table} */ { kind }) => kind === "decision-table"), "Decision tables"),
    drawnTables(tables.filter((/** @type {Table} */ { kind }) => kind !== "decision-table"), "Code lists"));
}

/** All drafts. @param {HTMLElement} box @param {import("./tables.js").Page} page */
export async function draftsView(box, page) {
  const drafts = /** @type {Draft[]} */ (await got("v1/drafts"));
  const open = drafts.filter(({ state }) => ["open", "proposed", "scheduled", "publishing"].includes(state));
  const done = drafts.filter((draft) => !open.includes(draft));
  box.replaceChildren(make("h1", { tabindex: -1 }, "Drafts"), drawnDrafts(open),
    make("div", { class: "actions" }, offered(make("button", { type: "button", click: async () => {
      const draft = await newDraft(page);
      if (draft) {
        page.go({ view: "draft", draft: draft.id });
      }
    } }, "Begin a draft…"), "Beginning a draft", "analyst")),
    done.length ? make("section", {}, make("h2", {}, "Published"), drawnDrafts(done)) : "");
}

/** Lets the browser save what the service answers. @param {string} address @param {string} accept @returns {Promise<Blob>} */
export const fileOf = async (address, accept) => (await ask(address, { accept })).blob();
