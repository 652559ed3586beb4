// The modules of the desk that know nothing of the page, in Node.
import assert from "node:assert/strict";
import { test } from "node:test";

const at = (name) => import(`../../src/main/resources/META-INF/resources/page/desk/${name}.js`);
const { patched, putting, together } = await at("patch");
const { read, shown } = await at("values");
const { words } = await at("locators");
const { chosen, counts, everything, items, row } = await at("worklist");
const { proposals, putMinutes } = await at("minutes");
const { segmentOf, segmentsOf } = await at("segments");
const { countClaims, lines } = await at("stream");
const { changesOf, csv, log } = await at("saving");

const claim = () => ({
  claimId: "A-1", typeOfBill: "0341", conditionCodes: ["D9", "07"], remarks: null,
  lines: [
    { lineNumber: 1, revenueCode: "0420", hcpcs: "97110", modifiers: ["GP", "GP", "CQ"], serviceDate: "2026-05-01", units: 2, charge: 120 },
    { lineNumber: 2, revenueCode: "0420", hcpcs: "97140", modifiers: [], serviceDate: "2026-05-01", units: 1, charge: 50 },
  ],
});

test("a patch is made in the order of its operations, and leaves the claim as it was", () => {
  const before = claim();
  const after = patched(before, [
    { op: "add", path: "/lines/1/modifiers/-", value: "GP" },
    { op: "remove", path: "/lines/0/modifiers/1" },
    { op: "replace", path: "/lines/0/units", value: 3 },
    { op: "add", path: "/attending", value: { npi: "1" } },
  ]);
  assert.deepEqual(after.lines[0].modifiers, ["GP", "CQ"]);
  assert.deepEqual(after.lines[1].modifiers, ["GP"]);
  assert.equal(after.lines[0].units, 3);
  assert.deepEqual(after.attending, { npi: "1" });
  assert.deepEqual(before, claim());
});

test("what does not fit a claim is refused", () => {
  for (const operation of [
    { op: "remove", path: "/lines/0/modifiers/3" },
    { op: "replace", path: "/lines/9/units", value: 1 },
    { op: "remove", path: "/principalDiagnosis" },
    { op: "add", path: "/lines/0/modifiers/x", value: "GP" },
  ]) {
    assert.throws(() => patched(claim(), [operation]), /nothing stands at/);
  }
});

test("patches made for the same claim take from the end of a list first", () => {
  const list = { codes: ["A", "A", "B", "B", "C"] };
  const one = [{ op: "remove", path: "/codes/1" }];
  const other = [{ op: "remove", path: "/codes/3" }];
  assert.deepEqual(patched(list, together([one, other])).codes, ["A", "B", "C"]);
  const set = [{ op: "replace", path: "/codes/4", value: "D" }];
  assert.deepEqual(patched(list, together([one, other, set])).codes, ["A", "B", "D"]);
});

test("what is typed becomes operations", () => {
  assert.deepEqual(putting(claim(), "/remarks", "X"), [{ op: "replace", path: "/remarks", value: "X" }]);
  assert.deepEqual(putting(claim(), "/typeOfBill", null), [{ op: "replace", path: "/typeOfBill", value: null }]);
  assert.deepEqual(putting(claim(), "/priority", null), []);
  assert.deepEqual(putting(claim(), "/attending/npi", "1"), [{ op: "add", path: "/attending", value: { npi: "1" } }]);
  assert.deepEqual(putting(claim(), "/conditionCodes/7", "21"), [{ op: "add", path: "/conditionCodes/-", value: "21" }]);
  assert.deepEqual(putting(claim(), "/conditionCodes/1", null), [{ op: "remove", path: "/conditionCodes/1" }]);
  assert.deepEqual(putting(claim(), "/lines/0/units", null), [{ op: "remove", path: "/lines/0/units" }]);
  assert.deepEqual(putting(claim(), "/lines/0/nonCoveredCharge", 5), [{ op: "add", path: "/lines/0/nonCoveredCharge", value: 5 }]);
});

test("dates and numbers are read as billers write them", () => {
  for (const typed of ["05/01/2026", "5/1/26", "050126", "05012026", "2026-05-01", " 5-1-2026 "]) {
    assert.deepEqual(read("date", typed), { value: "2026-05-01" }, typed);
  }
  for (const typed of ["02/30/2026", "13/01/2026", "soon", "2026"]) {
    assert.match(read("date", typed).error, /month\/day\/year/, typed);
  }
  assert.deepEqual(read("amount", "$1,200.50"), { value: 1200.5 });
  assert.deepEqual(read("amount", ".01"), { value: 0.01 });
  assert.match(read("units", "two").error, /number of units/);
  assert.match(read("minutes", "1441").error, /0 to 1440/);
  assert.deepEqual(read("upper", "gp "), { value: "GP" });
  assert.deepEqual(read("date", ""), { value: null });
  assert.equal(shown("date", "2026-05-01"), "05/01/2026");
  assert.equal(shown("amount", 120), "120.00");
});

test("a field is called as on the form", () => {
  assert.equal(words("/lines/1/modifiers"), "FL 44 modifiers, line 2");
  assert.equal(words("/lines/0/minutes"), "minutes, line 1");
  assert.equal(words("/lines/-"), "a new line");
  assert.equal(words("/attending/npi"), "FL 76 attending, npi");
  assert.equal(words("/conditionCodes"), "FL 18-28 condition codes");
});

const rows = [
  row({ claimId: "A-10", disposition: "RTP", input: 1, ordinal: 1, disciplines: ["PT"], claim: { typeOfBill: "0341", beneficiaryId: "1EG4TE5MK73", billingProviderNpi: "1" },
    findings: [{ id: "HHT-301", mend: "certain", formLocator: "FL 44" }, { id: "HHT-512", formLocator: "FL 44" }] }, 0),
  row({ claimId: "A-9", disposition: "CLEAN", input: 1, ordinal: 2, claim: { typeOfBill: "0329", beneficiaryId: "1EG4TE5MK73", billingProviderNpi: "1" }, findings: [] }, 1),
  row({ claimId: "A-11", disposition: "WARN", input: 1, ordinal: 3, claim: {}, findings: [{ id: "HHT-512", formLocator: "FL 44" }] }, 2),
  row({ claimId: null, problem: {}, input: 1, ordinal: 4 }, 3),
  row({ claimId: "A-12", disposition: "NOT_JUDGED", input: 1, ordinal: 5, claim: {}, findings: [] }, 4),
];

test("claims are counted, filtered and ordered", () => {
  assert.deepEqual(counts(rows), { failing: 2, noted: 1, clean: 1, notJudged: 1, unread: 1, open: 2, changed: 0 });
  const ids = (view) => chosen(rows, { ...everything(), ...view }).map((one) => one.i);
  assert.deepEqual(ids({}), [3, 0]);
  assert.deepEqual(ids({ show: "all", order: "file" }), [0, 1, 2, 3, 4]);
  assert.deepEqual(ids({ show: "all", order: "number", search: "a-1" }), [0, 2, 4]);
  assert.deepEqual(ids({ show: "all", search: "mk73", order: "file" }), [0, 1]);
  assert.deepEqual(ids({ show: "all", finding: "HHT-512", order: "file" }), [0, 2]);
  assert.deepEqual(ids({ show: "all", discipline: "PT" }), [0]);
  assert.deepEqual(ids({ show: "all", bill: "0329" }), [1]);
  assert.equal(rows[0].past, rows[1].past);
  assert.notEqual(rows[2].past, rows[4].past);
});

test("groups say how many a click mends, and list their claims once opened", () => {
  const view = { ...everything(), show: "all", grouped: true, opened: ["HHT-301"] };
  const shown = items(chosen(rows.slice(0, 1), view), view);
  assert.deepEqual(shown.map((item) => ("group" in item ? [item.group, item.rows.length, item.certain] : item.row.id)), [["HHT-301", 1, 1], "A-10", ["HHT-512", 1, 0]]);
});

test("minutes become units, and lines whose charges are together what was charged", () => {
  const chart = patched(claim(), putMinutes(claim(), 0, "minutes", 38));
  assert.equal(chart.lines[0].minutes, 38);
  const by = patched(chart, putMinutes(chart, 0, "assistant", 15));
  assert.deepEqual(by.lines[0].minutesBy, { therapist: 23, assistant: 15, together: 0 });
  const found = proposals(by, [
    { from: 1, hcpcs: "97110", modifiers: ["GP"], units: 2 },
    { from: 1, hcpcs: "97110", modifiers: ["GP", "CQ"], units: 1 },
  ]);
  assert.equal(found.get(0).says, "By the minutes, line 1 is 2 × 97110 GP for 80.00, and 1 × 97110 GP CQ for 40.00");
  const taken = patched(by, found.get(0).patch);
  assert.deepEqual(taken.lines.map((one) => [one.lineNumber, one.units, one.charge]), [[1, 2, 80], [2, 1, 50], [3, 1, 40]]);
  assert.equal(taken.lines[2].minutes, undefined);
  assert.equal(proposals(chart, [{ from: 1, hcpcs: "97110", modifiers: ["GP", "GP", "CQ"], units: 2 }]).size, 0);
});

const ISA = "ISA*00*          *00*          *ZZ*SUBMITTER01    *ZZ*14011          *260406*0900*^*00501*000000201*0*T*:~";
const EDI = `${ISA}\nHL*1**20*1~\nNM1*85*2*AGENCY~\nHL*2*1*22*0~\nSBR*P*18*******MB~\nNM1*IL*1*A****MI*1EG4~\nCLM*A*1~\nLX*1~\nSV2*0420*HC:1*1*UN*1~\nHL*3*1*22*0~\nNM1*IL*1*B****MI*2EG4~\nCLM*B*2~\nDTP*434*RD8*1~\nLX*1~\nSV2*0421*HC:2*1*UN*1~\nDTP*472*D8*2~\nLX*2~\nSV2*0422*HC:3*1*UN*1~\nSE*1*1~\n`;

test("the segment behind a field is found in the file", async () => {
  const from = EDI.indexOf("CLM*B");
  const segments = await segmentsOf(new File([EDI], "a.edi"), { from, through: EDI.indexOf("SE*1") });
  assert.equal(segmentOf(segments, "/beneficiaryId"), "NM1*IL*1*B****MI*2EG4");
  assert.equal(segmentOf(segments, "/typeOfBill"), "CLM*B*2");
  assert.equal(segmentOf(segments, "/lines/0/serviceDate"), "DTP*472*D8*2");
  assert.equal(segmentOf(segments, "/lines/1/modifiers"), "SV2*0422*HC:3*1*UN*1");
  assert.equal(segmentOf(segments, "/lines/1/serviceDate"), null);
  assert.equal(segmentOf(segments, "/lines/7/units"), null);
  assert.equal(await segmentsOf(new File(["{}"], "a.json"), { from: 0, through: 1 }), null);
});

test("claims of a file are counted by their segments alone", async () => {
  assert.equal(await countClaims(new File([EDI], "a.edi")), 2);
  assert.equal(await countClaims(new File([EDI.replaceAll("\n", "").replace("HL*3", "NTE*CLM*X~HL*3")], "a.edi")), 2);
  assert.equal(await countClaims(new File(["{}"], "a.json")), null);
});

test("lines are put together over the pieces in which they arrive", async () => {
  const bytes = new TextEncoder().encode('{"a":"é"}\n{"b":2}\n');
  const stream = new ReadableStream({ start(controller) { for (const byte of bytes) { controller.enqueue(Uint8Array.of(byte)); } controller.close(); } });
  const found = [];
  for await (const line of lines(new Response(stream))) {
    found.push(line);
  }
  assert.deepEqual(found, ['{"a":"é"}', '{"b":2}']);
});

test("what is sent to be written holds what a claim can carry, and the log says why", () => {
  const change = (patch, because, step) => ({ step, patch, because, why: "typed", at: "2026-11-29T00:00:00Z", words: [{ where: "FL 80", before: "nothing", after: "`=A`" }] });
  const desk = {
    rows, files: [{ name: "a.edi" }],
    changed: new Map([
      [1, { changes: [change([{ op: "add", path: "/lines/0/minutes", value: 3 }], [], 2)] }],
      [0, { changes: [change([{ op: "add", path: "/lines/0/modifiers/-", value: "GP" }], ["HHT-301"], 1)] }],
    ]),
  };
  assert.deepEqual(changesOf(desk, 1), [{ claim: 1, claimId: "A-10", patch: [{ op: "add", path: "/lines/0/modifiers/-", value: "GP" }], because: ["HHT-301"] }]);
  assert.deepEqual(changesOf(desk, 2), []);
  const entries = log(desk);
  assert.deepEqual(entries.map((one) => one.claimId), ["A-10", "A-9"]);
  assert.match(csv(entries), /^at,file,claim,claimId,where,before,after,why,because\r\n/);
  assert.match(csv(entries), /"'=A"/);
});
