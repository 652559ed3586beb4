// Parses 277CA, 999 and a corrected 837I with node-x12, which knows nothing of Hearth, and counts what they hold: those that a test holds
// Hearth to, and those that the command line and the service gave, which are in the folder named first.
const { readFileSync } = require("node:fs");
const { X12Parser } = require("node-x12");

let passed = 0;

function equal(actual, expected, what) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    console.error(`${what}: expected ${JSON.stringify(expected)}, was ${JSON.stringify(actual)}`);
    process.exit(1);
  }
  passed++;
}

/** The transaction sets of a file of one interchange and one group; a strict parser throws at whatever is malformed. */
function sets(file, kind) {
  const interchange = new X12Parser(true).parse(readFileSync(file, "utf8"));
  equal(interchange.functionalGroups.length, 1, `${file} groups`);
  const group = interchange.functionalGroups[0];
  equal(group.header.valueOf(1), kind, `${file} GS01`);
  equal(interchange.trailer.valueOf(2), interchange.header.valueOf(13), `${file} IEA02`);
  equal(Number(group.trailer.valueOf(1)), group.transactions.length, `${file} GE01`);
  for (const set of group.transactions) {
    equal(Number(set.trailer.valueOf(1)), set.segments.length + 2, `${file} SE01`);
    equal(set.trailer.valueOf(2), set.header.valueOf(2), `${file} SE02`);
  }
  return group.transactions;
}

function values(set, tag, element, where = () => true) {
  return set.segments.filter((segment) => segment.tag === tag && where(segment)).map((segment) => segment.valueOf(element));
}

function claims(file, expected) {
  const found = sets(file, "HN");
  equal(found.length, expected, `${file} transaction sets`);
  found.forEach(totals);
}

/** Every claim is accepted or rejected, and the totals say how many of each and what they charge. */
function totals(set) {
  equal(set.header.valueOf(1), "277", "ST01");
  const level = values(set, "HL", 3);
  equal(level.slice(0, 3), ["20", "21", "19"], "levels above the claims");
  let patient = false;
  let first = false;
  const charges = { WQ: 0, U: 0 };
  const counts = { WQ: 0, U: 0 };
  for (const segment of set.segments) {
    if (segment.tag === "HL") patient = segment.valueOf(3) === "PT";
    if (segment.tag === "TRN") first = patient;
    if (segment.tag === "STC" && first) {
      first = false;
      counts[segment.valueOf(3)]++;
      charges[segment.valueOf(3)] += Number(segment.valueOf(4));
    }
  }
  const sum = (tag, qualifiers) =>
    values(set, tag, 2, (segment) => qualifiers.includes(segment.valueOf(1))).reduce((all, one) => all + Number(one), 0);
  equal(counts.WQ + counts.U, level.filter((code) => code === "PT").length, "claims");
  equal(sum("QTY", ["90"]), counts.WQ, "QTY*90");
  equal(sum("QTY", ["AA"]), counts.U, "QTY*AA");
  equal(sum("QTY", ["QA"]), counts.WQ, "QTY*QA");
  equal(sum("QTY", ["QC"]), counts.U, "QTY*QC");
  // each amount stands for the batch and again for its providers
  equal(sum("AMT", ["YU"]).toFixed(2), (2 * charges.WQ).toFixed(2), "AMT*YU");
  equal(sum("AMT", ["YY"]).toFixed(2), (2 * charges.U).toFixed(2), "AMT*YY");
}

function implementation(file, verdicts) {
  const found = sets(file, "FA");
  equal(found.length, 1, `${file} transaction sets`);
  equal(found[0].header.valueOf(1), "999", "ST01");
  equal(values(found[0], "AK2", 2), ["0001", "0002", "0003"], "AK202");
  equal(values(found[0], "IK5", 1), verdicts, `${file} IK501`);
  equal(values(found[0], "AK9", 4), [String(verdicts.filter((verdict) => verdict !== "R").length)], "AK904");
}

/** A corrected file has the segments of the one that came, but for those that were mended. */
function corrected(file, original, mended) {
  const [now, before] = [sets(file, "HC"), sets(original, "HC")].map((found) =>
    found.flatMap((set) => set.segments.map((segment) => segment.toString())));
  equal(now.length, before.length, `${file} segments`);
  equal(now.filter((segment, index) => segment !== before[index]), mended, `${file} mended segments`);
}

const given = process.argv[2];
corrected(`${given}/corrected.837.edi`, "src/main/resources/samples/outpatient-therapy-0341.edi", [
  "SV2*0420*HC:97110:GP*120.00*UN*2**0~",
]);
claims("src/test/resources/x12/acknowledged/277ca.edi", 2);
implementation("src/test/resources/x12/acknowledged/999.edi", ["E", "R", "A"]);
for (const door of ["command", "service"]) {
  claims(`${given}/${door}.277ca.edi`, 3);
  implementation(`${given}/${door}.999.edi`, ["A", "A", "A"]);
}
claims(`${given}/torn.277ca.edi`, 2);
implementation(`${given}/torn.999.edi`, ["E", "R", "A"]);
console.log(`acknowledgements: ${passed} passed, 0 failed`);
