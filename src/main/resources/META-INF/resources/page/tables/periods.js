// Rows that hold for a span of days: which of them holds on a day, and which are the same thing at other times.

/** @typedef {import("./model.js").Sheet} Sheet */
/** @typedef {import("./model.js").Row} Row */
/**
 * A row that is shown.
 * @typedef {object} Item
 * @property {Row} row
 * @property {string} group what it has in common with the rows of other periods
 * @property {number} folded how many rows of other periods stand behind it
 * @property {boolean} unfolded whether those are shown below it
 * @property {boolean} inForce whether it holds on the day
 */

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** The columns that say for which days a row holds. @param {Sheet} sheet @returns {{from: number, through: number} | null} */
export function span(sheet) {
  const from = sheet.columns.find(({ heading, kind }) => heading === "from" && kind === "date");
  const through = sheet.columns.find(({ heading, kind }) => heading === "through" && kind === "date");
  return from && through ? { from: from.index, through: through.index } : null;
}

/** Whether a row holds on a day. @param {string[]} cells @param {{from: number, through: number}} days @param {string} day */
export const holds = (cells, days, day) =>
  !(ISO.test(cells[days.from]) && cells[days.from] > day) && !(ISO.test(cells[days.through]) && cells[days.through] < day);

/** The columns that rows of other periods have in common: codes and conditions, but no days. @param {Sheet} sheet @returns {number[]} */
export function common(sheet) {
  const days = span(sheet);
  const codes = sheet.columns.filter(({ heading, role, kind, index }) =>
    (role ? role === "CONDITION" : heading === "code" || heading === "list") && kind !== "date" && index !== days?.from && index !== days?.through);
  return codes.map(({ index }) => index);
}

/**
 * The rows to be shown for a day: of those that are the same but for their period the one in force, else the last. What is
 * changed or complained of is always shown.
 * @param {Sheet} sheet
 * @param {Row[]} rows
 * @param {string | null} day null for all rows
 * @param {Set<string>} unfolded groups whose other periods are wanted
 * @param {(row: Row) => boolean} always
 * @returns {Item[]}
 */
export function folded(sheet, rows, day, unfolded, always) {
  const days = span(sheet);
  const keys = common(sheet);
  if (!day || !days || !keys.length) {
    return rows.map((row) => ({ row, group: "", folded: 0, unfolded: false, inForce: true }));
  }
  /** @type {Map<string, Row[]>} */
  const groups = new Map();
  const groupOf = (/** @type {Row} */ row) => JSON.stringify(keys.map((index) => row.cells[index]));
  for (const row of rows) {
    const group = groupOf(row);
    groups.set(group, [...(groups.get(group) || []), row]);
  }
  /** @type {Map<string, Row>} */
  const fronts = new Map();
  for (const [group, all] of groups) {
    const latest = all.reduce((a, b) => (from(b, days) > from(a, days) ? b : a));
    fronts.set(group, all.find((row) => holds(row.cells, days, day)) || latest);
  }
  return rows.flatMap((row) => {
    const group = groupOf(row);
    const all = /** @type {Row[]} */ (groups.get(group));
    const front = fronts.get(group) === row;
    const inForce = holds(row.cells, days, day);
    if (!front && !inForce && !unfolded.has(group) && !always(row)) {
      return [];
    }
    const behind = front ? all.filter((one) => one !== row && !holds(one.cells, days, day) && !always(one)).length : 0;
    return [{ row, group, folded: behind, unfolded: unfolded.has(group), inForce }];
  });
}

/** @param {Row} row @param {{from: number}} days */
const from = (row, days) => (ISO.test(row.cells[days.from]) ? row.cells[days.from] : "");

/** The day after another, as ISO dates. @param {string} day */
export function dayAfter(day) {
  const date = new Date(day + "T00:00:00Z");
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** Today where the browser is, as an ISO date. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
