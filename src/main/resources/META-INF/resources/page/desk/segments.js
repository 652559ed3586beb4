// The 837I segments of one claim, cut out of its file by the byte offsets that the service gave.

/** Which segment a field of the claim comes from: its tag and how its text goes on, * standing for the element separator. */
const HEADER = /** @type {Record<string, string>} */ ({
  claimId: "CLM", totalCharge: "CLM", typeOfBill: "CLM", delayReason: "CLM",
  statementFrom: "DTP*434", statementThrough: "DTP*434", admissionDate: "DTP*435",
  priority: "CL1", pointOfOrigin: "CL1", patientStatus: "CL1",
  conditionCodes: "HI*BG", occurrenceCodes: "HI*BH", occurrenceSpans: "HI*BI", valueCodes: "HI*BE",
  principalDiagnosis: "HI*ABK|HI*BK", otherDiagnoses: "HI*ABF|HI*BF",
  attending: "NM1*71", referring: "NM1*DN", treatmentAuthorization: "REF*G1", originalClaimNumber: "REF*F8",
  remarks: "NTE", beneficiaryId: "NM1*IL", billingProviderNpi: "NM1*85", payer: "NM1*PR|SBR",
});
const LINE = /** @type {Record<string, string>} */ ({ serviceDate: "DTP*472", lineNumber: "LX", lineControl: "REF*6R" });

/** Where the delimiters stand in an interchange header. */
const ELEMENT_AT = 3;
const COMPONENT_AT = 104;
const END_AT = 105;
/** How much of a file before a claim is looked through for its patient. */
const ABOVE = 1 << 16;

/** @typedef {{all: string[], separator: string, component: string}} Segments */

/**
 * The segments of a claim.
 * @param {File | undefined} file
 * @param {{from: number, through: number} | undefined} bytes the last one excluded
 * @returns {Promise<Segments | null>} null where they are not known
 */
export async function segmentsOf(file, bytes) {
  if (!file || !bytes) {
    return null;
  }
  const head = latin(await file.slice(0, 400).arrayBuffer());
  const begin = head.indexOf("ISA");
  if (begin < 0) {
    return null;
  }
  const separator = head[begin + ELEMENT_AT];
  const component = head[begin + COMPONENT_AT];
  const end = head[begin + END_AT];
  const above = await cut(file, Math.max(0, bytes.from - ABOVE), bytes.from, end);
  const claim = await cut(file, bytes.from, bytes.through, end);
  return { separator, component, all: [...ofPatient(above, separator), ...claim] };
}

/** @param {File} file @param {number} from @param {number} through @param {string} end */
async function cut(file, from, through, end) {
  const text = latin(await file.slice(from, through).arrayBuffer());
  return text.split(end).map((segment) => segment.trim()).filter(Boolean);
}

/** What stands above a claim for its patient and payer, not the patient's other claims. @param {string[]} above @param {string} separator */
function ofPatient(above, separator) {
  const level = above.map((segment) => segment.startsWith("HL" + separator)).lastIndexOf(true);
  const own = level < 0 ? [] : above.slice(level);
  const other = own.findIndex((segment) => segment.startsWith("CLM" + separator));
  return other < 0 ? own : own.slice(0, other);
}

/** @param {ArrayBuffer} buffer */
const latin = (buffer) => new TextDecoder("latin1").decode(buffer);

/**
 * The segment behind a field; null where none is.
 * @param {Segments} segments
 * @param {string} path
 */
export function segmentOf({ all, separator }, path) {
  const [first, index, field] = path.split("/").slice(1);
  const starts = (/** @type {string} */ wanted) => (/** @type {string} */ segment) =>
    wanted.split("|").some((one) => {
      const text = one.replace("*", separator);
      return segment.startsWith(text) && !/[A-Z0-9]/.test(segment[text.length] || separator);
    });
  if (first !== "lines") {
    return (HEADER[first] && all.find(starts(HEADER[first]))) || null;
  }
  const begins = all.flatMap((segment, at) => (segment.startsWith("LX" + separator) ? [at] : []));
  const from = begins[Number(index)];
  if (from === undefined) {
    return null;
  }
  const line = all.slice(from, begins[Number(index) + 1] ?? all.length);
  return line.find(starts(LINE[field] || "SV2")) || null;
}

const PRINCIPAL = /^A?BK$/;
const OTHER = /^A?BF$/;
/** Which component of a diagnosis says whether it was present on admission, from 0. */
const PRESENT = 8;

/**
 * What the file says beside a diagnosis and the claim does not, which stays where the code changes.
 * @param {Segments} segments as in the file
 * @param {any} claim before
 * @param {import("./patch.js").Operation[]} patch
 * @returns {{where: string, before: string, after: string}[]} in words
 */
export function keptBeside({ all, separator, component }, claim, patch) {
  const composites = all.filter((segment) => segment.startsWith("HI" + separator)).flatMap((segment) => segment.split(separator).slice(1).map((element) => element.split(component)));
  const plain = (/** @type {unknown} */ code) => String(code ?? "").replaceAll(".", "").toUpperCase();
  return patch.flatMap(({ op, path, value }) => {
    const other = /^\/otherDiagnoses\/(\d+)$/.exec(path);
    if (op !== "replace" || typeof value !== "string" || !(other || path === "/principalDiagnosis")) {
      return [];
    }
    const before = other ? claim.otherDiagnoses[Number(other[1])] : claim.principalDiagnosis;
    const alike = composites.filter(([qualifier]) => (other ? OTHER : PRINCIPAL).test(qualifier));
    const present = (alike.find(([, code]) => plain(code) === plain(before)) || alike[other ? Number(other[1]) : 0])?.[PRESENT];
    return present ? [{ where: `present on admission of the diagnosis \`${value}\``, before: `\`${present}\``, after: `\`${present}\`, as the file says of \`${before}\`` }] : [];
  });
}
