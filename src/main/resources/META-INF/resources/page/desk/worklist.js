// Which claims are shown, in which order. Knows nothing of the page.

/**
 * What the list knows of a claim; the claim itself stays in the store.
 * @typedef {object} Row
 * @property {number} i its number on the desk, from 0
 * @property {number} input which file, from 1
 * @property {number} ordinal which claim of its file, from 1
 * @property {string} id the sender's claim number
 * @property {string} last4 of the member id
 * @property {string} bill
 * @property {string} effect disposition, or "UNREAD"
 * @property {string[]} findings ids, each once
 * @property {string[]} certain ids of those with a certain mend
 * @property {string[]} places form locators of its findings
 * @property {string[]} disciplines
 * @property {string} from first day of its statement
 * @property {string} past whose claim it is: claims with the same word are each other's past
 * @property {boolean} changed
 * @property {"" | "done" | "ignored" | "sent"} mark
 */

/**
 * @typedef {object} View
 * @property {string} show "failing", "clean", "other" or "all"
 * @property {string} finding
 * @property {string} effect
 * @property {string} place
 * @property {string} bill
 * @property {string} discipline
 * @property {string} search
 * @property {string} order "worst", "file", "number", "from"
 * @property {boolean} grouped
 * @property {string[]} opened findings whose claims are listed
 */

/** Rising: how bad what was found is. */
const EFFECTS = ["NOT_JUDGED", "CLEAN", "INFO", "WARN", "DENY", "REJECT", "RTP", "UNREAD"];

/** @param {string} effect */
export const rank = (effect) => EFFECTS.indexOf(effect);

/** @returns {View} */
export const everything = () => ({
  show: "failing", finding: "", effect: "", place: "", bill: "", discipline: "", search: "", order: "worst", grouped: false, opened: [],
});

/** Whether the payer would not take it as it is, or it was not read at all. @param {Row} row */
export const failing = (row) => rank(row.effect) >= rank("DENY");

/** Which of the four counts a claim stands under. @param {Row} row */
export function kind(row) {
  return failing(row) ? "failing" : row.effect === "NOT_JUDGED" ? "notJudged" : rank(row.effect) > rank("CLEAN") ? "noted" : "clean";
}

/** @param {Row[]} rows */
export function counts(rows) {
  const count = { failing: 0, noted: 0, clean: 0, notJudged: 0, unread: 0, open: 0, changed: 0 };
  for (const row of rows) {
    count[kind(row)]++;
    count.unread += Number(row.effect === "UNREAD");
    count.open += Number(failing(row) && !row.mark);
    count.changed += Number(row.changed);
  }
  return count;
}

/** @param {Row[]} rows @param {View} view @returns {Row[]} */
export function chosen(rows, view) {
  const search = view.search.trim().toUpperCase();
  const found = rows.filter(
    (row) =>
      (view.show === "all" || kind(row) === view.show)
      && (!view.finding || row.findings.includes(view.finding))
      && (!view.effect || row.effect === view.effect)
      && (!view.place || row.places.includes(view.place))
      && (!view.bill || row.bill === view.bill)
      && (!view.discipline || row.disciplines.includes(view.discipline))
      && (!search || row.id.toUpperCase().includes(search) || row.last4 === search),
  );
  return found.sort(ORDERS[view.order] || ORDERS.worst);
}

/** @type {Record<string, (a: Row, b: Row) => number>} */
const ORDERS = {
  // what was dealt with sinks
  worst: (a, b) => Number(a.mark !== "") - Number(b.mark !== "") || rank(b.effect) - rank(a.effect) || b.findings.length - a.findings.length || a.i - b.i,
  file: (a, b) => a.i - b.i,
  number: (a, b) => a.id.localeCompare(b.id, "en", { numeric: true }) || a.i - b.i,
  from: (a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)) || a.i - b.i,
};

/** @typedef {{group: string, rows: Row[], certain: number} | {row: Row, under?: string}} Item */

/** What the list shows, a group's claims below it if it was opened. @param {Row[]} rows chosen ones @param {View} view @returns {Item[]} */
export function items(rows, view) {
  if (!view.grouped) {
    return rows.map((row) => ({ row }));
  }
  /** @type {Map<string, Row[]>} */
  const groups = new Map();
  for (const row of rows) {
    for (const finding of row.findings.length ? row.findings : [""]) {
      const group = groups.get(finding);
      if (group) {
        group.push(row);
      } else {
        groups.set(finding, [row]);
      }
    }
  }
  const ordered = [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  return ordered.flatMap(([group, members]) => [
    { group, rows: members, certain: members.filter((row) => row.certain.includes(group)).length },
    ...(view.opened.includes(group) ? members.map((row) => ({ row, under: group })) : []),
  ]);
}

/** The values that rows have, each with how many have it, for a filter. @param {Row[]} rows @param {(row: Row) => string[]} values */
export function offered(rows, values) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const row of rows) {
    for (const value of values(row)) {
      found.set(value, (found.get(value) || 0) + 1);
    }
  }
  return [...found].sort((a, b) => a[0].localeCompare(b[0], "en", { numeric: true }));
}

/** @type {Map<string, string>} */
const words = new Map();

/** One string for many equal ones. @param {string} word */
function one(word) {
  const known = words.get(word);
  if (known === undefined) {
    words.set(word, word);
    return word;
  }
  return known;
}

/** @type {Map<string, string[]>} */
const lists = new Map();

/** One list for many equal ones; none of them is changed. @param {string[]} list */
function oneList(list) {
  const key = list.join(" ");
  const known = lists.get(key);
  if (known === undefined) {
    lists.set(key, list.map(one));
    return list;
  }
  return known;
}

/** @param {string[]} all */
const each = (all) => oneList([...new Set(all.filter(Boolean))]);

/** A row that was kept, with what it has in common with others held once. @param {Row} row */
export function shared(row) {
  const { bill, effect, from, findings, certain, places, disciplines } = row;
  return Object.assign(row, {
    bill: one(bill), effect: one(effect), from: one(from),
    findings: oneList(findings), certain: oneList(certain), places: oneList(places), disciplines: oneList(disciplines),
  });
}

/** A code as the service compares it: without blanks around it, in capitals. @param {unknown} code */
const plain = (code) => String(code ?? "").trim().replace(/[a-z]/g, (letter) => letter.toUpperCase());

/** Whose claim it is: claims with the same answer are each other's past; empty where nobody can tell. @param {any} claim */
export function pastOf({ beneficiaryId, billingProviderNpi }) {
  const [member, agency] = [plain(beneficiaryId), plain(billingProviderNpi)];
  return member && agency ? `${member} ${agency}` : "";
}

/**
 * What the list knows of an answer.
 * @param {any} answer an evaluation with its claim, or what is wrong with a claim
 * @param {number} i
 * @returns {Row}
 */
export function row(answer, i) {
  const claim = answer.claim || {};
  const findings = answer.findings || [];
  const member = claim.beneficiaryId || "";
  return {
    i,
    input: answer.input,
    ordinal: answer.ordinal,
    id: answer.claimId || "",
    last4: member.slice(-4).toUpperCase(),
    bill: one(claim.typeOfBill || ""),
    effect: one(answer.disposition || "UNREAD"),
    findings: each(findings.map((/** @type {any} */ finding) => finding.id)),
    certain: each(findings.map((/** @type {any} */ finding) => (finding.mend === "certain" ? finding.id : ""))),
    places: each(findings.map((/** @type {any} */ finding) => finding.formLocator || "")),
    disciplines: each(answer.disciplines || []),
    from: one(claim.statementFrom || ""),
    past: pastOf(claim) || `#${i}`,
    changed: false,
    mark: "",
  };
}
