// Where a claim's fields stand on a UB-04, under short names of our own, and what may be typed there.

/**
 * A field.
 * @typedef {object} Field
 * @property {string} path where it stands in the claim
 * @property {string} fl form locator, empty where the form has none
 * @property {string} name
 * @property {import("./values.js").Kind} kind
 * @property {number} [size] how many characters it shows
 */

/**
 * A box of the form: one field, or several under one number.
 * @typedef {object} Box
 * @property {string} fl
 * @property {string} name
 * @property {string} [area] where in the grid
 * @property {Field[]} fields
 * @property {string} [list] the list that its fields are entries of
 */

/** @param {string} path @param {string} fl @param {string} name @param {import("./values.js").Kind} kind @param {number} [size] @returns {Field} */
const field = (path, fl, name, kind, size) => ({ path, fl, name, kind, size });

/** @param {string} area @param {string} fl @param {string} name @param {string} path @param {import("./values.js").Kind} kind @returns {Box} */
const box = (area, fl, name, path, kind) => ({ area, fl, name, fields: [field(path, fl, name, kind)] });

/** @param {string} area @param {string} fl @param {string} name @param {string} path @returns {Box} */
const person = (area, fl, name, path) => ({
  area,
  fl,
  name,
  fields: [
    field(path + "/npi", fl, name + ", NPI", "code"),
    field(path + "/lastName", fl, name + ", last name", "text"),
    field(path + "/firstName", fl, name + ", first name", "text"),
  ],
});

/** Boxes that every claim has, in the order of the form. @type {Box[]} */
export const TOP = [
  box("control", "3a", "Patient control number", "/claimId", "text"),
  box("bill", "4", "Type of bill", "/typeOfBill", "code"),
  {
    area: "period", fl: "6", name: "Statement covers",
    fields: [
      field("/statementFrom", "6", "Statement from", "date"),
      field("/statementThrough", "6", "Statement through", "date"),
    ],
  },
  box("admission", "12", "Admission", "/admissionDate", "date"),
  box("priority", "14", "Priority", "/priority", "code"),
  box("origin", "15", "Origin", "/pointOfOrigin", "code"),
  box("status", "17", "Status", "/patientStatus", "code"),
];

/** @type {Box[]} */
export const FOOT = [
  box("payer", "50", "Payer", "/payer/name", "text"),
  box("plan", "51", "Payer id", "/payer/id", "code"),
  box("filing", "", "Filing (SBR09)", "/payer/filingIndicator", "code"),
  box("provider", "56", "Billing provider NPI", "/billingProviderNpi", "code"),
  box("member", "60", "Member id", "/beneficiaryId", "code"),
  box("authorization", "63", "Treatment authorization", "/treatmentAuthorization", "code"),
  box("original", "64", "Payer's claim number", "/originalClaimNumber", "text"),
];

/** @type {Box[]} */
export const PEOPLE = [
  person("attending", "76", "Attending", "/attending"),
  person("referring", "78-79", "Referring", "/referring"),
  box("remarks", "80", "Remarks", "/remarks", "text"),
  box("received", "", "Received (BHT04)", "/receivedDate", "date"),
  box("delay", "", "Delay reason (CLM20)", "/delayReason", "code"),
];

/** Lists of codes: how many places the form has for them, how many of these in a row, and which form locator each place is. */
export const LISTS = [
  { path: "/conditionCodes", name: "Condition codes", fls: "18-28", places: 11, across: 11, parts: null,
    fl: (/** @type {number} */ i) => (i < 11 ? String(18 + i) : "18-28") },
  { path: "/occurrenceCodes", name: "Occurrence codes", fls: "31-34", places: 8, across: 4, parts: { code: "code", date: "date" },
    fl: (/** @type {number} */ i) => (i < 8 ? 31 + (i % 4) + "ab"[Math.floor(i / 4)] : "31-34") },
  { path: "/occurrenceSpans", name: "Occurrence spans", fls: "35-36", places: 4, across: 2, parts: { code: "code", from: "date", through: "date" },
    fl: (/** @type {number} */ i) => (i < 4 ? 35 + (i % 2) + "ab"[Math.floor(i / 2)] : "35-36") },
  { path: "/valueCodes", name: "Value codes", fls: "39-41", places: 12, across: 3, parts: { code: "code", amount: "code" },
    fl: (/** @type {number} */ i) => (i < 12 ? 39 + (i % 3) + "abcd"[Math.floor(i / 3)] : "39-41") },
];

/** The columns of a service line. @type {{key: string, fl: string, name: string, kind: import("./values.js").Kind, size: number}[]} */
export const LINE = [
  { key: "revenueCode", fl: "42", name: "Rev.", kind: "code", size: 4 },
  { key: "hcpcs", fl: "44", name: "HCPCS", kind: "upper", size: 5 },
  { key: "modifiers", fl: "44", name: "Modifiers", kind: "upper", size: 2 },
  { key: "serviceDate", fl: "45", name: "Date", kind: "date", size: 10 },
  { key: "units", fl: "46", name: "Units", kind: "units", size: 4 },
  { key: "charge", fl: "47", name: "Charge", kind: "amount", size: 8 },
  { key: "nonCoveredCharge", fl: "48", name: "Not covered", kind: "amount", size: 8 },
  { key: "minutes", fl: "", name: "Minutes", kind: "minutes", size: 4 },
  { key: "minutesBy/assistant", fl: "", name: "by assistant", kind: "minutes", size: 4 },
];

/** What FL 44 has room for. */
export const MODIFIERS = 4;

/** FL 67 A to Q. */
export const OTHER_DIAGNOSES = "ABCDEFGHIJKLMNOPQ";

/**
 * A field in words, such as "FL 44, line 2".
 * @param {string} path
 */
export function words(path) {
  const line = /^\/lines\/(\d+|-)(?:\/([^/]+))?/.exec(path);
  if (line) {
    const column = LINE.find((one) => one.key.split("/")[0] === line[2]);
    const where = line[1] === "-" ? "a new line" : `line ${Number(line[1]) + 1}`;
    return column ? `${column.fl ? "FL " + column.fl + " " : ""}${column.name.toLowerCase()}, ${where}` : where;
  }
  const list = LISTS.find((one) => path.startsWith(one.path));
  if (list) {
    return `FL ${list.fls} ${list.name.toLowerCase()}`;
  }
  if (path === "/principalDiagnosis" || path.startsWith("/otherDiagnoses")) {
    return path === "/principalDiagnosis" ? "FL 67 principal diagnosis" : "FL 67 A-Q other diagnoses";
  }
  if (path === "/totalCharge") {
    return "FL 47 total charge";
  }
  const found = [...TOP, ...FOOT, ...PEOPLE].flatMap((one) => one.fields).find((one) => one.path === path);
  return found ? (found.fl ? `FL ${found.fl} ` : "") + found.name.toLowerCase() : path.slice(1);
}
