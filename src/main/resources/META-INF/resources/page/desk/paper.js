// Claims on paper: those that are listed, a sheet each where something is to be said of them, in parts that a browser can print.

import { byId, coded, make } from "./elements.js";
import { codesOf, inWords, whereOf } from "./findings.js";
import { FOOT, LINE, LISTS, PEOPLE, TOP } from "./locators.js";
import { outcome } from "./outcome.js";
import { at } from "./patch.js";
import { counted, shown } from "./values.js";
import { effectWords } from "./entries.js";
import { counts, everything, items } from "./worklist.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./worklist.js").Row} Row */

/** How many sheets a part has; a browser takes minutes for some thousands, and does not end for more. */
const SHEETS = 500;
/** How many claims with nothing found take as long as a sheet. */
const CLEAN_A_SHEET = 40;

/** Whether a claim has a sheet. @param {Row} row */
const hasSheet = (row) => row.effect !== "CLEAN" || row.changed;

/**
 * The claims cut into parts.
 * @param {Row[]} rows
 * @returns {{from: number, through: number}[]} places in the rows, the last one excluded; together all of them
 */
export function parts(rows) {
  /** @type {{from: number, through: number}[]} */
  const found = [];
  let from = 0;
  let weight = 0;
  rows.forEach((row, index) => {
    const more = hasSheet(row) ? CLEAN_A_SHEET : 1;
    if (weight + more > SHEETS * CLEAN_A_SHEET) {
      found.push({ from, through: index });
      from = index;
      weight = 0;
    }
    weight += more;
  });
  return rows.length ? [...found, { from, through: rows.length }] : found;
}

/**
 * Prints claims: at once if they are few, else a part whenever it is asked for.
 * @param {Desk} desk
 * @param {Row[]} rows
 * @param {(text: string) => void} say
 */
export async function print(desk, rows, say) {
  const all = parts(rows);
  const title = (/** @type {number} */ part) => (all.length > 1 ? `Claims, part ${part + 1} of ${all.length}` : "Claims");
  const prints = async (/** @type {number} */ part) => {
    await lay(desk, rows, all[part], title(part), part === 0);
    put(title(part));
  };
  if (all.length === 1) {
    await prints(0);
    say(`${counted(rows.length, "claim")} laid out for printing.`);
    return;
  }
  const dialog = byId("parts", HTMLDialogElement);
  const told = byId("parts-told", HTMLElement);
  told.textContent = "";
  const name = (/** @type {{from: number, through: number}} */ { from, through }) =>
    `claims ${(from + 1).toLocaleString("en-US")} to ${through.toLocaleString("en-US")} as listed, ${rows[from].id} to ${rows[through - 1].id}`;
  byId("parts-says", HTMLElement).textContent = `${counted(rows.length, "claim")} are listed. They are printed in ${counted(all.length, "part")}, one after the other, so that the browser can take them. Nothing is left out.`;
  byId("parts-list", HTMLElement).replaceChildren(...all.map((one, part) => {
    const done = make("span", { class: "tag" });
    const button = make("button", {
      type: "button",
      click: async () => {
        button.disabled = true;
        told.textContent = `Laying out part ${part + 1} of ${all.length}…`;
        try {
          await prints(part);
          done.textContent = " given to the printer";
          told.textContent = part + 1 < all.length ? `Part ${part + 1} is done. Part ${part + 2} is next.` : `Part ${part + 1} is done. It was the last.`;
        } catch (error) {
          told.textContent = `Part ${part + 1} could not be laid out. Try it again.`;
          throw error;
        } finally {
          button.disabled = false;
        }
      },
    }, `Print part ${part + 1}`);
    return make("li", {}, button, " ", name(one), done);
  }));
  dialog.showModal();
}

/** Lays claims out. @param {Desk} desk @param {Row[]} rows @param {{from: number, through: number}} part @param {string} title @param {boolean} first */
async function lay(desk, rows, { from, through }, title, first) {
  const some = rows.slice(from, through);
  const sheets = some.map((row, index) => ({ row, number: from + index + 1 })).filter(({ row }) => hasSheet(row));
  const clean = some.filter((row) => !hasSheet(row));
  // as they stand in the files: answers are unpacked many at a time
  const laid = new Map();
  for (const { row, number } of [...sheets].sort((a, b) => a.row.i - b.row.i)) {
    laid.set(row.i, sheet(desk, row, number, await desk.answer(row.i)));
  }
  byId("paper", HTMLElement).replaceChildren(
    make("h1", {}, title),
    make("p", {}, `${outcome(desk, 0)} Of ${desk.files.length > 5 ? counted(desk.files.length, "file") : desk.files.map((file) => file.name).join(", ")}. Here are claims ${(from + 1).toLocaleString("en-US")} to ${through.toLocaleString("en-US")} of the ${rows.length.toLocaleString("en-US")} listed at the desk.`),
    ...(first ? [contents(desk, rows)] : []),
    ...(clean.length ? [make("h2", {}, `Nothing found on ${counted(clean.length, "claim")}`), make("ul", { class: "numbers" }, ...clean.map((row) => make("li", {}, row.id)))] : []),
    ...sheets.map(({ row }) => laid.get(row.i)));
}

/** Gives what is laid out to the printer; it is taken away after that. @param {string} title the name of what is printed */
function put(title) {
  const before = document.title;
  document.title = title;
  document.documentElement.classList.add("on-paper");
  window.addEventListener("afterprint", () => {
    document.title = before;
    document.documentElement.classList.remove("on-paper");
    byId("paper", HTMLElement).replaceChildren();
  }, { once: true });
  window.print();
}

/** Which findings are on how many of the claims. @param {Desk} desk @param {Row[]} rows */
function contents(desk, rows) {
  const groups = items(rows, { ...everything(), grouped: true }).flatMap((item) => ("group" in item && item.group ? [item] : []));
  const { failing, noted, clean } = counts(rows);
  return make("table", {},
    make("caption", {}, `Findings on the claims listed: ${failing.toLocaleString("en-US")} failing, ${noted.toLocaleString("en-US")} to look at, ${clean.toLocaleString("en-US")} clean`),
    make("thead", {}, make("tr", {}, ...["Finding", "What it is", "Claims"].map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, ...groups.map(({ group, rows: members }) => make("tr", {}, make("td", {}, group), make("td", {}, desk.titles.get(group)?.title || ""), make("td", {}, members.length.toLocaleString("en-US"))))));
}

/** A claim's sheet. @param {Desk} desk @param {Row} row @param {number} number @param {any} answer */
function sheet(desk, row, number, answer) {
  const { claim, problem } = answer;
  const findings = answer.findings || [];
  const mark = desk.marks.get(row.i);
  const changes = desk.changesOf(row.i);
  const why = problem ? (problem.errors?.length ? problem.errors : [{ message: problem.detail }]) : [];
  return make("section", { class: "sheet" },
    make("h2", {}, `Claim ${row.id || `${row.ordinal} of the file`}: ${effectWords(row.effect)}`),
    make("p", { class: "quiet" }, [`No. ${number}`, desk.files[row.input - 1]?.name, mark ? `${mark.mark}${mark.reason ? ": " + mark.reason : ""}` : ""].filter(Boolean).join(" · ")),
    answer.notJudged ? make("p", {}, `Not judged: ${answer.notJudged.reason}, `, ...coded(answer.notJudged.detail), ".") : null,
    why.length ? make("ul", {}, ...why.map((/** @type {any} */ error) => make("li", {}, ...coded(error.message + (error.fix ? "; " + error.fix : ""))))) : null,
    findings.length ? make("ol", { class: "found" }, ...findings.map((/** @type {any} */ one, /** @type {number} */ index) => finding(one, index))) : null,
    changes.length ? make("div", {}, make("h3", {}, "Changed at the desk"), make("ul", {}, ...changes.flatMap((change) => change.words.map((word) => make("li", {}, ...coded(inWords(word))))))) : null,
    ...(claim ? [make("h3", {}, changes.length ? "The claim as corrected" : "The claim"), header(claim, findings), lines(claim, findings)] : []));
}

/** @param {any} found @param {number} index */
function finding(found, index) {
  return make("li", {},
    make("p", {}, make("span", { class: "at" }, String(index + 1)), " ", make("b", {}, `${found.effect} ${found.id} ${found.title}`), ...[whereOf(found), codesOf(found), found.citation].filter(Boolean).map((text) => "; " + text)),
    make("p", {}, ...coded(found.message), ...(found.fix ? [" → ", ...coded(found.fix)] : [])));
}

/** The numbers of the findings that a field is meant by. @param {any[]} findings @param {(finding: any) => boolean} meant */
const marks = (findings, meant) => findings.flatMap((one, index) => (meant(one) ? [make("span", { class: "at" }, String(index + 1))] : []));

/** Whether a finding is about a place or what is in it. @param {string} path */
const within = (path) => (/** @type {any} */ { field }) => field === path || Boolean(field?.startsWith(path + "/"));

/** A value of the claim; of the member id the last four characters alone, as paper goes from hand to hand. @param {any} claim @param {import("./locators.js").Field} field */
function written(claim, { path, kind }) {
  const text = shown(kind, at(claim, path));
  return path === "/beneficiaryId" && text ? "…" + text.slice(-4) : text;
}

/** What stands in the fields; the claim number stands above. @param {any} claim @param {any[]} findings */
function header(claim, findings) {
  const boxes = [...TOP, ...FOOT, ...PEOPLE].map(({ fl, name, fields }) => ({
    fl, name, text: fields.map((field) => written(claim, field)).filter(Boolean).join(" "), paths: fields.map(({ path }) => path),
  }));
  const lists = LISTS.map(({ path, name, fls, parts }) => ({
    fl: fls, name, paths: [path],
    text: (at(claim, path) || []).map((/** @type {any} */ entry) => (parts ? Object.entries(parts).map(([part, kind]) => shown(/** @type {import("./values.js").Kind} */ (kind), entry[part])).join(" ") : entry)).join(", "),
  }));
  const diagnoses = { fl: "67", name: "Diagnoses", paths: ["/principalDiagnosis", "/otherDiagnoses"], text: [claim.principalDiagnosis, ...(claim.otherDiagnoses || [])].filter(Boolean).join(", ") };
  const seen = [...boxes, ...lists, diagnoses].map((box) => ({ ...box, marks: marks(findings, (one) => box.paths.some((path) => within(path)(one))) }));
  return make("dl", {}, ...seen.filter((box) => (box.text && box.paths[0] !== "/claimId") || box.marks.length).map((box) =>
    make("div", box.marks.length ? { class: "wrong" } : {}, make("dt", {}, [box.fl, box.name].filter(Boolean).join(" ")), make("dd", {}, box.text || "empty", ...box.marks))));
}

/** @param {any} claim @param {any[]} findings */
function lines(claim, findings) {
  const columns = LINE.filter(({ key, fl }) => fl || (claim.lines || []).some((/** @type {any} */ line) => at(line, "/" + key) !== undefined));
  const cell = (/** @type {string} */ text, /** @type {Node[]} */ found) => make("td", found.length ? { class: "wrong" } : {}, text, ...found);
  return make("table", {},
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Line"), ...columns.map(({ fl, name }) => make("th", { scope: "col" }, [fl, name].filter(Boolean).join(" "))))),
    make("tbody", {}, ...(claim.lines || []).map((/** @type {any} */ line, /** @type {number} */ i) => make("tr", {},
      cell(String(i + 1), marks(findings, ({ field }) => field === `/lines/${i}`)),
      ...columns.map(({ key, kind }) => {
        const path = `/lines/${i}/${key}`;
        const value = at(claim, path);
        return cell(Array.isArray(value) ? value.join(" ") : shown(kind, value), marks(findings, within(path)));
      })))),
    make("tfoot", {}, make("tr", {}, make("th", { scope: "row" }, "Total"), ...columns.map(({ key }) => (key === "charge" ? cell(shown("amount", claim.totalCharge), marks(findings, within("/totalCharge"))) : make("td", {}))))));
}
