// The modules of the desk that know nothing of the page, in Node.
import assert from "node:assert/strict";
import { test } from "node:test";

const at = (name) => import(`../../src/main/resources/META-INF/resources/page/desk/${name}.js`);
const { patched, putting, together, withoutLine } = await at("patch");
const { read, shown } = await at("values");
const { words } = await at("locators");
const { chosen, counts, everything, items, row } = await at("worklist");
const { proposals, putMinutes } = await at("minutes");
const { keptBeside, segmentOf, segmentsOf } = await at("segments");
const { changesInWords } = await at("findings");
const { parts } = await at("paper");
const { countClaims, lines } = await at("stream");
const { changesOf, csv, log, typedMinutes } = await at("saving");
const { because, follow, isBegun, made } = await at("edits");
const { Queue } = await at("queue");
const { Desk } = await at("desk");

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
  assert.deepEqual(read("amount", "-1,234,567.8"), { value: -1234567.8 });
  for (const typed of ["12,50", "1,2345", "1,200,5", ",5", "1200,000"]) {
    assert.match(read("amount", typed).error, /commas between thousands only/, typed);
    assert.ok(read("units", typed).error, typed);
  }
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
      [1, { answer: { filed: "837I" }, changes: [change([{ op: "add", path: "/lines/0/minutes", value: 3 }], [], 2)] }],
      [0, { answer: { filed: "837I" }, changes: [change([{ op: "add", path: "/lines/0/modifiers/-", value: "GP" }], ["HHT-301"], 1)] }],
    ]),
  };
  assert.deepEqual(changesOf(desk, 1), [{ claim: 1, claimId: "A-10", patch: [{ op: "add", path: "/lines/0/modifiers/-", value: "GP" }], because: ["HHT-301"] }]);
  assert.deepEqual(changesOf(desk, 2), []);
  // claims as JSON carry the minutes
  desk.changed.get(1).answer.filed = "JSON";
  assert.deepEqual(changesOf(desk, 1).map((one) => one.patch), [[{ op: "add", path: "/lines/0/modifiers/-", value: "GP" }], [{ op: "add", path: "/lines/0/minutes", value: 3 }]]);
  const entries = log(desk);
  assert.deepEqual(entries.map((one) => one.claimId), ["A-10", "A-9"]);
  assert.match(csv(entries), /^at,file,claim,claimId,where,before,after,why,because\r\n/);
  assert.match(csv(entries), /"'=A"/);
});

/** Types into a drawing of a claim, one after the other as a drawing that is not yet drawn anew takes it. */
function typing(before) {
  const known = structuredClone(before);
  return {
    known,
    now: before,
    type(path, value, parts = {}) {
      const done = made({ path, value, parts }, known, this.now);
      if (done) {
        this.now = patched(this.now, done.patch);
        done.keep();
      }
      return done;
    },
  };
}

test("a code typed over another replaces that one, whatever went from the list since it was drawn", () => {
  const lists = [
    ["/conditionCodes", { conditionCodes: ["07", "20", "21"] }, (it) => it.conditionCodes],
    ["/otherDiagnoses", { otherDiagnoses: ["07", "20", "21"] }, (it) => it.otherDiagnoses],
    ["/lines/0/modifiers", { lines: [{ lineNumber: 1, modifiers: ["07", "20", "21"] }] }, (it) => it.lines[0].modifiers],
  ];
  for (const [list, before, of] of lists) {
    const drawing = typing(before);
    drawing.type(list + "/0", null);
    drawing.type(list + "/1", "C4");
    assert.deepEqual(of(drawing.now), ["C4", "21"], list);
    drawing.type(list + "/2", "D9");
    drawing.type(list + "/0", "A6");
    drawing.type(list + "/0", "A7");
    assert.deepEqual(of(drawing.now), ["C4", "D9", "A7"], list);
    drawing.type(list + "/0", null);
    assert.deepEqual(of(drawing.now), ["C4", "D9"], list);
  }
});

test("entries of several fields are found again by what they say", () => {
  const entries = [{ code: "11", date: "2026-05-01" }, { code: "29", date: "2026-05-02" }, { code: "35", date: "2026-05-03" }];
  const drawing = typing({ occurrenceCodes: entries });
  drawing.type("/occurrenceCodes/0/code", null);
  drawing.type("/occurrenceCodes/1/date", "2026-06-01");
  drawing.type("/occurrenceCodes/1/code", "44");
  assert.deepEqual(drawing.now.occurrenceCodes, [{ code: "44", date: "2026-06-01" }, entries[2]]);
  drawing.type("/occurrenceCodes/3/date", "2026-07-01", { code: "A3", date: "2026-07-01" });
  drawing.type("/occurrenceCodes/3/code", "A4");
  assert.deepEqual(drawing.now.occurrenceCodes, [{ code: "44", date: "2026-06-01" }, entries[2], { code: "A4", date: "2026-07-01" }]);
  assert.equal(isBegun({ path: "/valueCodes/0/code", value: "61", parts: { code: "61", amount: null } }, drawing.known), true);
  assert.equal(isBegun({ path: "/valueCodes/0/code", value: "61", parts: { code: "61", amount: "1" } }, drawing.known), false);
  for (const [list, entry] of [["valueCodes", { code: "61", amount: "12345" }], ["occurrenceSpans", { code: "74", from: "2026-05-01", through: "2026-05-02" }]]) {
    const none = typing({});
    none.type(`/${list}/0/code`, entry.code, entry);
    assert.deepEqual(none.now[list], [entry]);
    const two = typing({ [list]: [{ ...entry, code: "01" }, entry] });
    two.type(`/${list}/0/code`, null);
    two.type(`/${list}/1/code`, "99");
    assert.deepEqual(two.now[list], [{ ...entry, code: "99" }]);
  }
});

test("what was typed over something that is gone is refused, and lines are known by their number", () => {
  const before = claim();
  const without = patched(before, [{ op: "remove", path: "/lines/0" }]);
  assert.equal(follow("/lines/1/units", before, without), "/lines/0/units");
  assert.equal(follow("/lines/0/units", before, without), null);
  assert.equal(made({ path: "/lines/0/units", value: 3, parts: {} }, before, without), null);
  assert.equal(made({ path: "/conditionCodes/0", value: "20", parts: {} }, before, { ...before, conditionCodes: ["07"] }), null);
  assert.equal(follow("/conditionCodes/3", before, { conditionCodes: ["07"] }), "/conditionCodes/2");
  assert.deepEqual(made({ path: "/lines/1/minutes", value: 23, parts: {} }, before, without).patch, [{ op: "add", path: "/lines/0/minutes", value: 23 }]);
});

test("a typed change answers the findings of its own field alone", () => {
  const findings = ["/", "/lines", "/lines/0", "/lines/0/units", "/conditionCodes", "/conditionCodes/1", "/occurrenceCodes/0/date", "/lines/0/modifiers"].map((field) => ({ id: field, field }));
  assert.deepEqual(because(findings, "/lines/0/units"), ["/lines/0/units"]);
  assert.deepEqual(because(findings, "/lines/0/charge"), []);
  assert.deepEqual(because(findings, "/conditionCodes/1"), ["/conditionCodes/1"]);
  assert.deepEqual(because(findings, "/occurrenceCodes/0/code"), ["/occurrenceCodes/0/date"]);
  assert.deepEqual(because(findings, "/lines/0/modifiers/2"), ["/lines/0/modifiers"]);
});

test("minutes by an assistant may come before all minutes, and those of both at once stay", () => {
  const first = patched(claim(), putMinutes(claim(), 1, "assistant", 15));
  assert.deepEqual([first.lines[1].minutes, first.lines[1].minutesBy], [15, { therapist: 0, assistant: 15, together: 0 }]);
  const all = patched(first, putMinutes(first, 1, "minutes", 38));
  assert.deepEqual([all.lines[1].minutes, all.lines[1].minutesBy], [38, { therapist: 23, assistant: 15, together: 0 }]);
  const both = { lines: [{ lineNumber: 1, minutes: 40, minutesBy: { therapist: 20, assistant: 10, together: 10 } }] };
  assert.deepEqual(patched(both, putMinutes(both, 0, "assistant", 15)).lines[0].minutesBy, { therapist: 15, assistant: 15, together: 10 });
  assert.deepEqual(patched(both, putMinutes(both, 0, "assistant", null)).lines[0].minutesBy, { therapist: 30, assistant: 0, together: 10 });
});

test("what is asked of a queue is done one after the other, also after something failed", async () => {
  const queue = new Queue();
  const done = [];
  const slow = queue.run(async () => { await new Promise((resolve) => setTimeout(resolve, 5)); done.push(1); throw new Error("no"); });
  const next = queue.run(() => done.push(2));
  assert.equal(queue.waiting, 2);
  await assert.rejects(slow, /no/);
  await next;
  assert.deepEqual(done, [1, 2]);
  assert.equal(queue.waiting, 0);
});

/** A desk with claims of members, and a service that finds HHT-120 on a claim whose member had one before. */
async function deskOf(members) {
  const kept = new Map();
  const store = { get: async (name, key) => kept.get(name + key), all: async () => [], clear: async () => kept.clear(), put: async (entries) => entries.forEach(([name, key, value]) => kept.set(name + key, value)) };
  const judged = [];
  globalThis.fetch = async (address, { body }) => {
    const claims = typeof body === "string" ? body.trim().split("\n").map((line) => JSON.parse(line)) : members.map((beneficiaryId, i) => ({ claimId: "C" + i, beneficiaryId, billingProviderNpi: "1" }));
    judged.push(claims.map((one) => one.claimId));
    if (claims.some((one) => one.beneficiaryId === "DOWN")) {
      throw new TypeError("no service");
    }
    const seen = new Set();
    const answers = claims.map((one, i) => {
      if (one.beneficiaryId === "BAD") {
        return { claimId: one.claimId, problem: { detail: "no member", errors: [] } };
      }
      const key = (one.beneficiaryId || "").trim().toUpperCase();
      const again = key !== "" && seen.has(key);
      seen.add(key);
      return { claimId: one.claimId, claim: one, filed: "837I", input: 1, ordinal: i + 1, disposition: again ? "REJECT" : "CLEAN", findings: again ? [{ id: "HHT-120", field: "/claimId", message: "twice", title: "", effect: "REJECT" }] : [] };
    });
    const listed = address.endsWith("claims=listed") ? answers.flatMap((one) => [{ row: one }, one]) : answers;
    return new Response([...listed, { end: { whole: true } }].map((one) => JSON.stringify(one)).join("\n"));
  };
  const desk = new Desk(store);
  // a claim can be opened as soon as it is listed
  let first = null;
  const seen = () => { first ??= desk.answer(0); };
  await desk.take([new File([""], "a.edi")], [], { accepted: async () => {}, seen, signal: undefined });
  assert.equal((await first).claimId, "C0");
  judged.length = 0;
  const member = (i, value) => desk.change(new Map([[i, { patch: [{ op: "replace", path: "/beneficiaryId", value }], because: [], why: "typed", words: [] }]]));
  return { desk, judged, member, effects: () => desk.rows.map((one) => one.effect), kept };
}

test("a claim that becomes another member's is judged by that member's claims, and those of its former one by what is left", async () => {
  const { desk, judged, member, effects } = await deskOf(["A1", "B1", "a1 "]);
  assert.deepEqual(effects(), ["CLEAN", "CLEAN", "REJECT"]);
  await member(1, "b9");
  assert.deepEqual(judged.pop(), ["C1"]);
  await member(1, " a1");
  assert.deepEqual(judged.pop(), ["C0", "C1", "C2"]);
  assert.deepEqual(effects(), ["CLEAN", "REJECT", "REJECT"]);
  await member(0, "Z9");
  assert.deepEqual(judged.pop(), ["C0", "C1", "C2"]);
  assert.deepEqual(effects(), ["CLEAN", "CLEAN", "REJECT"]);
  await desk.undo();
  assert.deepEqual(effects(), ["CLEAN", "REJECT", "REJECT"]);
  await member(2, null);
  assert.deepEqual(effects(), ["CLEAN", "REJECT", "CLEAN"]);
});

test("a change that cannot be read leaves all as it was, the member's other claims too", async () => {
  const { desk, member, effects } = await deskOf(["A1", "A1"]);
  const { changed, refused } = await member(0, "BAD");
  assert.deepEqual([changed, [...refused.keys()]], [[], [0]]);
  assert.deepEqual(effects(), ["CLEAN", "REJECT"]);
  assert.equal(desk.changesOf(0).length, 0);
});

test("what fails half-way says which claims were changed", async () => {
  const { desk, effects } = await deskOf(Array.from({ length: 500 }, (_, i) => "M" + i));
  const change = (i) => [i, { patch: [{ op: "replace", path: "/beneficiaryId", value: i < 450 ? "N" + i : "DOWN" }], because: [], why: "certain", words: [] }];
  const { changed, failed } = await desk.change(new Map(desk.rows.map((one) => change(one.i))));
  assert.equal(changed.length, 400);
  assert.match(failed.message, /did not answer/);
  assert.equal(desk.untaken, 400);
  await desk.tookAway();
  assert.equal(desk.untaken, 0);
  assert.equal((await desk.undo()).changed.length, 400);
  assert.equal(effects().length, 500);
});

test("a line that goes takes its charge from a total that is what the lines come to", () => {
  const lines = [{ lineNumber: 1, charge: 120.1 }, { lineNumber: 2, charge: 50.2 }, { lineNumber: 3 }];
  const follows = withoutLine({ lines, totalCharge: 170.3 }, 1);
  assert.deepEqual(follows.patch, [{ op: "remove", path: "/lines/1" }, { op: "replace", path: "/totalCharge", value: 120.1 }]);
  assert.match(follows.says, /follows/);
  const alone = [{ op: "remove", path: "/lines/1" }];
  assert.deepEqual(withoutLine({ lines, totalCharge: 120.1 }, 1), { patch: alone, says: "The total of the claim is what the other lines come to, and stays." });
  const other = withoutLine({ lines, totalCharge: 200 }, 1);
  assert.deepEqual(other.patch, alone);
  assert.match(other.says, /200\.00, is not what its lines come to, 170\.30/);
  assert.deepEqual(withoutLine({ lines, totalCharge: null }, 1).patch, alone);
});

test("what the file says of a diagnosis beside its code is told where the code changes", () => {
  const segments = { separator: "*", component: ":", all: ["HI*ABK:Z47.1:::::::Y", "HI*ABF:I10*ABF:E11.9:::::::N"] };
  const claim = { principalDiagnosis: "Z471", otherDiagnoses: ["I10", "E119"] };
  const kept = (path, value) => keptBeside(segments, claim, [{ op: "replace", path, value }]).map(({ where, after }) => [where, after]);
  assert.deepEqual(kept("/principalDiagnosis", "M545"), [["present on admission of the diagnosis `M545`", "`Y`, as the file says of `Z471`"]]);
  assert.deepEqual(kept("/otherDiagnoses/1", "E118"), [["present on admission of the diagnosis `E118`", "`N`, as the file says of `E119`"]]);
  assert.deepEqual(kept("/otherDiagnoses/0", "I11"), []);
  assert.deepEqual(kept("/principalDiagnosis", null), []);
  assert.deepEqual(kept("/patientStatus", "01"), []);
});

test("claims are printed in parts that together are all of them", () => {
  const many = (count, effect) => Array.from({ length: count }, () => ({ effect, changed: false }));
  assert.deepEqual(parts([]), []);
  assert.deepEqual(parts(many(500, "RTP")), [{ from: 0, through: 500 }]);
  assert.deepEqual(parts(many(1001, "RTP")), [{ from: 0, through: 500 }, { from: 500, through: 1000 }, { from: 1000, through: 1001 }]);
  // claims without findings are a line in a list
  assert.deepEqual(parts([...many(499, "RTP"), ...many(4000, "CLEAN")]), [{ from: 0, through: 539 }, { from: 539, through: 4499 }]);
});

test("minutes that were typed are given beside a file, those of its claims alone", async () => {
  const file = (name) => new File(["x"], name);
  const files = [file("a.edi"), file("b.edi")];
  const kept = (claimId, why) => ({ changes: [{ why }], answer: { filed: "837I", claim: { claimId, lines: [{ lineNumber: 1, minutes: 30 }, { lineNumber: 2 }, { lineNumber: 3, minutesBy: { therapist: 5, assistant: 8, together: 0 } }] } } });
  const desk = { files, rows: [{ input: 1 }, { input: 2 }, { input: 1 }], changed: new Map([[0, kept("A", "minutes")], [1, kept("B", "minutes")], [2, kept("C", "typed")]]) };
  assert.deepEqual(JSON.parse(await typedMinutes(desk, files[0]).text()), { claims: [{ claimId: "A", lines: [{ lineNumber: 1, minutes: 30 }, { lineNumber: 3, minutesBy: { therapist: 5, assistant: 8, together: 0 } }] }] });
  desk.changed.delete(0);
  assert.equal(typedMinutes(desk, files[0]), null);
});

test("a desk that was left while it read goes on where it was, and keeps what was done to claims that come again", async () => {
  const { desk, kept, member } = await deskOf(Array.from({ length: 250 }, (_, i) => "M" + i));
  await member(230, "N230");
  await desk.mark([240], "done", "");
  // as if the page had gone while the last claims came
  for (const name of ["rows2", "chunks2"]) {
    kept.delete(name);
  }
  kept.get("deskstate").reading = true;
  const all = (name) => [...kept].filter(([key]) => key.startsWith(name)).map(([key, value]) => [Number(key.slice(name.length)), value]);
  const again = new Desk({ ...desk.store, all: async (name) => all(name) });
  assert.equal(await again.restore(), true);
  assert.equal(again.rows.length, 200);
  const seen = [];
  await again.goOn({ seen: (claims) => seen.push(claims), signal: undefined });
  assert.equal(again.rows.length, 250);
  assert.equal(seen.at(-1), 250);
  assert.deepEqual([again.rows[230].changed, again.rows[240].mark, again.reading], [true, "done", false]);
  assert.equal((await again.answer(230)).claim.beneficiaryId, "N230");
  assert.equal((await again.original(249)).claimId, "C249");
  assert.deepEqual(again.rows.map((one) => one.i), Array.from({ length: 250 }, (_, i) => i));
});

test("a page that goes leaves its desk to be read on", async () => {
  const kept = new Map();
  const store = { get: async (name, key) => kept.get(name + key), all: async () => [], clear: async () => kept.clear(), put: async (entries) => entries.forEach(([name, key, value]) => kept.set(name + key, structuredClone(value))) };
  const desk = new Desk(store);
  globalThis.fetch = async () => new Response(new ReadableStream({ pull(controller) { desk.left = desk.reading; desk.reading ? controller.error(new TypeError("gone")) : controller.enqueue(new TextEncoder().encode("\n")); } }));
  await assert.rejects(desk.take([], [], { accepted: async () => {}, seen: () => {}, signal: undefined }));
  assert.equal(kept.get("deskstate").reading, true);
});

test("a line that goes is told as taken out, and amounts with cents", () => {
  const before = { totalCharge: 170, lines: [{ lineNumber: 1, hcpcs: "97110", charge: 120 }, { lineNumber: 2, hcpcs: "97140", charge: 50 }] };
  const { patch } = withoutLine(before, 0);
  assert.deepEqual(changesInWords(before, patched(before, patch), patch), [
    { where: "line 1", before: "`1` `97110` `120`", after: "taken out" },
    { where: "FL 47 total charge", before: "`170.00`", after: "`50.00`" },
  ]);
});
