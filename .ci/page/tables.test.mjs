// The modules of the workbench that know nothing of the page, in Node.
import assert from "node:assert/strict";
import { test } from "node:test";

const at = (name) => import(`../../src/main/resources/META-INF/resources/page/tables/${name}.js`);
const { cellsOf: cellsAt, complaintsAt, emptied, inWords, moved, normal, offered, placeOf } = await at("model");
const { cellsOf, pasted, textOf, MOST } = await at("clipboard");
const { common, dayAfter, folded, holds, span } = await at("periods");
const { marksOf, numberOf, reach } = await at("lines");
const { hashOf, placeOf: routed } = await at("route");
const { claimOf, lineOf } = await at("claim-text");
const { compared, lastYear, yearRows } = await at("amounts");
const { got, whoAsks, wordsOf } = await at("service");
const { lives } = await at("releases");
const { claimFrom } = await at("claim-file");
const { successor } = await at("rows");
const { DraftDesk, OVER } = await at("draft");

const column = (index, heading, kind, more = {}) => ({ index, letter: "ABCDEFGHIJ"[index], heading, meaning: "", kind, ...more });
const columns = [
  column(0, "row", "key"), column(1, "code", "code", { role: "CONDITION" }), column(2, "bill", "choice", { choices: ["34X", "32X"], words: ["any"], role: "CONDITION" }),
  column(3, "from", "date", { words: ["open"], role: "CONDITION" }), column(4, "through", "date", { words: ["open"], role: "CONDITION" }), column(5, "units", "number"), column(6, "modifiers", "codes"),
];
const row = (number, key, ...cells) => ({ row: number, key, cells: [key, ...cells] });
const sheet = (...rows) => ({ sheet: "Rules", headingRow: 8, columns, rows });
const grid = (...rows) => ({ table: "t", sheets: [sheet(...rows)], complaints: [], lines: [] });
const a = row(9, "A", "G0157", "34X", "open", "2024-12-31", "1", "GP");
const b = row(10, "B", "G0157", "34X", "2025-01-01", "open", "2", "GP");
const c = row(11, "C", "G0158", "any", "open", "open", "3", "GO");

test("what is typed becomes what the workbook holds, and what cannot be read stays as it was typed", () => {
  assert.equal(normal(columns[4], "12/31/2024"), "2024-12-31");
  assert.equal(normal(columns[4], " Open "), "open");
  assert.equal(normal(columns[4], "soon"), "soon");
  assert.equal(normal(columns[4], "2/30/2024"), "2/30/2024");
  assert.equal(normal(columns[5], "1,880"), "1880");
  assert.equal(normal(columns[5], "12,5"), "12,5");
  assert.equal(normal(columns[1], " 0420 "), "0420");
  assert.equal(normal(columns[2], "ANY"), "any");
  assert.equal(normal(columns[6], "GP,GO ,, KX"), "GP, GO, KX");
  assert.equal(emptied(columns[4]), "open");
  assert.equal(emptied({ ...columns[4], words: ["any", "open"] }), "open");
  assert.equal(emptied({ ...columns[1], words: ["open", "any"] }), "any");
  assert.equal(emptied(columns[1]), "");
  assert.deepEqual(offered(columns[2]), ["any", "34X", "32X"]);
  assert.deepEqual(placeOf("AB12"), { letter: "AB", row: 12 });
  assert.equal(placeOf("12"), null);
});

test("complaints are found by the cell of their sheet", () => {
  const wrong = { sheet: "Rules", cell: "D9", level: "problem", message: "x" };
  const found = complaintsAt({ ...grid(a), complaints: [wrong, { ...wrong, sheet: "Examples" }, { ...wrong, cell: null }] }, "Rules");
  assert.deepEqual([...found], [["D9", [wrong]]]);
  assert.deepEqual(cellsAt("D9, C10"), ["D9", "C10"]);
  assert.deepEqual(cellsAt("Z9:AB10"), ["Z9", "AA9", "AB9", "Z10", "AA10", "AB10"]);
  assert.deepEqual(cellsAt(null), []);
});

test("an edit follows its row when somebody else added or deleted others", () => {
  const before = grid(a, b, c);
  const after = grid({ ...a, row: 9 }, row(10, "N", "", "", "", "", "", ""), { ...b, row: 11 }, { ...c, row: 12 });
  const set = { op: "set", sheet: "Rules", cell: "F10", value: "7" };
  assert.deepEqual(moved(set, before, after), { ...set, cell: "F11" });
  assert.deepEqual(moved({ op: "delete", sheet: "Rules", row: 11 }, before, after), { op: "delete", sheet: "Rules", row: 12 });
  assert.deepEqual(moved({ op: "add", sheet: "Rules", after: 10, values: {} }, before, after), { op: "add", sheet: "Rules", after: 11, values: {} });
  // rows added at the end stay at the end, and in their order
  assert.deepEqual([11, 12, 13].map((last) => moved({ op: "add", sheet: "Rules", after: last, values: {} }, before, after)).map((edit) => edit.after), [12, 13, 14]);
  assert.equal(moved(set, before, grid(a, { ...c, row: 10 })), null);
  // two rows of one name where there was one: nobody knows which is meant
  assert.equal(moved(set, before, grid(a, b, { ...b, row: 11 })), null);
  assert.equal(moved({ ...set, sheet: "Examples" }, before, after), null);
});

test("an edit is said in words", () => {
  assert.equal(inWords({ op: "set", sheet: "Rules", cell: "F10", value: "7" }, grid(a, b)), "row `B`: units `2` → `7`");
  assert.equal(inWords({ op: "end", sheet: "Rules", row: 9, on: "2023-12-31", then: null }, grid(a)), "row `A`: ends on 2023-12-31");
  assert.equal(inWords({ op: "delete", sheet: "Rules", row: 9 }, grid(a)), "row `A`: deleted");
});

test("a block of a spreadsheet is read, and written so that it is read again", () => {
  const block = [["a", 'say "x"', ""], ["two\nlines", "tab\there", "z"]];
  assert.deepEqual(cellsOf(textOf(block)), block);
  assert.deepEqual(cellsOf("a\tb\r\nc\td\r\n"), [["a", "b"], ["c", "d"]]);
  assert.deepEqual(cellsOf('5"\t6'), [['5"', "6"]]);
  assert.deepEqual(cellsOf("a\t"), [["a", ""]]);
  assert.deepEqual(cellsOf(""), []);
});

test("a block is pasted over the rows as they are shown, and rows past the last are added", () => {
  const whole = sheet(a, b, c);
  const block = [["12/31/2026", "3"], ["open", "9"]];
  assert.deepEqual(pasted(whole, whole.rows, { row: 2, column: 4 }, block), { rows: 2, edits: [
    { op: "set", sheet: "Rules", cell: "E11", value: "2026-12-31" },
    { op: "add", sheet: "Rules", after: 11, values: { through: "open", units: "9" } },
  ] });
  // of a filtered table nobody sees which row would be the next
  assert.match(pasted(whole, [a, c], { row: 1, column: 4 }, block).error, /2 rows high, .*only 1 row from here on; show all rows first/);
  assert.deepEqual(pasted(whole, [a, c], { row: 0, column: 4 }, block), { rows: 2, edits: [
    { op: "set", sheet: "Rules", cell: "E9", value: "2026-12-31" }, { op: "set", sheet: "Rules", cell: "F9", value: "3" }, { op: "set", sheet: "Rules", cell: "F11", value: "9" },
  ] });
  assert.match(pasted(whole, [a], { row: 0, column: 6 }, [["x", "y"]]).error, /2 columns wide.* has 1 from here/);
  assert.match(pasted(whole, [a], { row: 0, column: 0 }, Array.from({ length: MOST + 1 }, () => ["x"])).error, /more than 1,000 cells/);
  assert.match(pasted(whole, [a], { row: 0, column: 0 }, []).error, /nothing/);
});

test("of rows that are the same but for their period the one in force is shown, and others on demand", () => {
  const whole = sheet(a, b, c);
  assert.deepEqual(span(whole), { from: 3, through: 4 });
  assert.deepEqual(common(whole), [1, 2]);
  assert.equal(holds(a.cells, span(whole), "2024-12-31"), true);
  assert.equal(holds(a.cells, span(whole), "2025-01-01"), false);
  const keys = (day, unfolded = new Set(), always = () => false) => folded(whole, whole.rows, day, unfolded, always).map((item) => [item.row.key, item.folded, item.inForce]);
  assert.deepEqual(keys("2025-06-01"), [["B", 1, true], ["C", 0, true]]);
  assert.deepEqual(keys("2024-06-01"), [["A", 1, true], ["C", 0, true]]);
  assert.deepEqual(keys(null), [["A", 0, true], ["B", 0, true], ["C", 0, true]]);
  const { group } = folded(whole, whole.rows, "2025-06-01", new Set(), () => false)[0];
  assert.deepEqual(keys("2025-06-01", new Set([group])), [["A", 0, false], ["B", 1, true], ["C", 0, true]]);
  // what is changed or complained of never hides
  assert.deepEqual(keys("2025-06-01", new Set(), (one) => one.key === "A"), [["A", 0, false], ["B", 0, true], ["C", 0, true]]);
  // none in force: the last one stands for them
  assert.deepEqual(folded(whole, [{ ...a, cells: a.cells.with(3, "2020-01-01").with(4, "2020-12-31") }, a], "2026-01-01", new Set(), () => false).map(({ row: { cells } }) => cells[4]), ["2020-12-31"]);
  assert.equal(dayAfter("2024-02-28"), "2024-02-29");
  assert.equal(dayAfter("2026-12-31"), "2027-01-01");
});

const line = (spans, gaps = [], overlaps = []) => ({ heading: "minutes", group: "", from: 8, to: 60, spans, gaps, overlaps });

test("rows are drawn on a line in proportion, and a gap is never too narrow to be seen", () => {
  const { marks, from, to } = marksOf(line([{ row: "1", least: 0, most: 49, cell: "C9" }, { row: "2", least: 50, most: 99, cell: "C10" }]), 100);
  assert.deepEqual(marks.map(({ kind, x, width }) => [kind, x, width]), [["span", 0, 50], ["span", 50, 50]]);
  assert.deepEqual([from, to], ["0", "99"]);
  const gap = marksOf(line([{ row: "1", least: 0, most: 998, cell: "C9" }], [{ least: 999, most: 999 }]), 100).marks.find(({ kind }) => kind === "gap");
  assert.equal(gap.width, 3);
  assert.ok(gap.x + gap.width <= 100);
});

test("of a long line the surroundings of what is wrong are drawn", () => {
  const spans = Array.from({ length: 90 }, (_, i) => ({ row: String(i), least: i * 10, most: i * 10 + (i === 40 ? 8 : 9), cell: "C" + (9 + i) }));
  const { marks } = marksOf(line(spans, [{ least: 409, most: 409 }]), 100);
  assert.deepEqual(marks.filter(({ kind }) => kind === "span").map((mark) => mark.row), ["39", "40", "41", "42"]);
});

test("days and open ends are drawn too", () => {
  assert.equal(numberOf("1970-01-02"), 1);
  assert.equal(numberOf("open"), null);
  const { marks, from, to } = marksOf(line([{ row: "1", least: "open", most: "2024-12-31", cell: "C9" }, { row: "2", least: "2025-01-01", most: null, cell: "C10" }]), 100);
  assert.deepEqual([from, to], ["open", "open"]);
  assert.equal(marks[0].x, 0);
  assert.equal(Math.round(marks[1].x + marks[1].width), 100);
  assert.deepEqual([reach(1, 1), reach(1, 5), reach("2025-01-01", null), reach(null, "2025-01-01"), reach(null, null)], ["1", "1 to 5", "2025-01-01 and on", "up to 2025-01-01", "always"]);
});

test("every place of the workbench has an address, and it leads there", () => {
  for (const place of [
    { view: "tables" }, { view: "releases" }, { view: "drafts" }, { view: "table", table: "visit-codes" },
    { view: "trial", draft: "7f3a" }, { view: "trial", release: "2026-11-30+3f2a9c1d77e0" },
    { view: "table", draft: "7f3a", table: "unit-brackets", sheet: "Rules", cell: "D9" }, { view: "draft", draft: "7f3a", step: "impact" }, { view: "table", table: "visit-codes", row: "G0157 & more" },
  ]) {
    assert.deepEqual(routed(hashOf(place)), place);
  }
  assert.deepEqual(routed("#/drafts/7f3a/nowhere"), { view: "draft", draft: "7f3a", step: "edit" });
  assert.deepEqual(routed("#/%E0%A4%A"), { view: "tables" });
  assert.deepEqual(routed(""), { view: "tables" });
});

test("a claim is tried as JSON, as an example or as its lines", () => {
  assert.deepEqual(claimOf("2024-03-05 0420 97110 GP 2u 30m\n- 2024-03-06 0420 97112", "34X"), { body: '{bill: 34X, lines: ["2024-03-05 0420 97110 GP 2u 30m", "2024-03-06 0420 97112"]}', type: "text/plain" });
  assert.deepEqual(claimOf("{bill: 32X, lines: [x]}", "34X"), { body: "{bill: 32X, lines: [x]}", type: "text/plain" });
  assert.deepEqual(claimOf(' {"typeOfBill": "0341"}', "34X"), { body: '{"typeOfBill": "0341"}', type: "application/json" });
  assert.match(claimOf('{"typeOfBill": ', "34X").error, /no whole JSON/);
  assert.match(claimOf("  ", "34X").error, /write or paste/);
  assert.equal(lineOf({ date: "2024-03-05", revenueCode: "0420", hcpcs: "g0157", modifiers: "gp, kx", units: "2", minutes: "30", charge: "60" }), "2024-03-05 0420 G0157 GP KX 2u 30m $60");
  assert.equal(lineOf({ date: "", revenueCode: "0270", hcpcs: "", modifiers: "", units: "", minutes: "", charge: "" }), "undated 0270");
});

test("a year's amounts are compared with the last and written as copies of its rows", () => {
  const amountColumns = ["row", "code", "amount", "from", "through", "source", "checked on"].map((heading, index) => column(index, heading, heading === "amount" ? "amount" : "text"));
  const whole = { sheet: "Rows", headingRow: 1, columns: amountColumns, rows: [
    row(2, "amount OT 2025", "OT", "2410", "2025-01-01", "2025-12-31", "s", "d"),
    row(3, "amount OT 2026", "OT", "2480", "2026-01-01", "2026-12-31", "s", "d"),
    row(4, "amount PT 2026", "PT", "2480", "2026-01-01", "open", "s", "d"),
  ] };
  const { year, rows } = lastYear(whole);
  assert.equal(year, 2026);
  assert.deepEqual(rows.map(({ key }) => key), ["amount OT 2026", "amount PT 2026"]);
  assert.deepEqual(yearRows(whole, rows, 2027, { "amount OT 2026": "2550", "amount PT 2026": "2560" }, { source: "CR 1", day: "2026-11-30" }), [
    { op: "set", sheet: "Rows", cell: "E4", value: "2026-12-31" },
    { op: "copy", sheet: "Rows", row: 4, values: { row: "amount PT 2027", amount: "2560", from: "2027-01-01", through: "2027-12-31", source: "CR 1", "checked on": "2026-11-30" } },
    { op: "copy", sheet: "Rows", row: 3, values: { row: "amount OT 2027", amount: "2550", from: "2027-01-01", through: "2027-12-31", source: "CR 1", "checked on": "2026-11-30" } },
  ]);
  assert.deepEqual(compared("2480", "2550", "25"), { says: "+2.8 %", far: false });
  assert.deepEqual(compared("2480", "2550", "2.5"), { says: "+2.8 %", far: true });
  assert.deepEqual(compared("2480", "24", "25"), { says: "−99.0 %", far: true });
  // a table that bounds no change bounds none here
  assert.deepEqual(compared("2480", "24", null), { says: "−99.0 %", far: false });
  assert.deepEqual(compared("2480", "x", "25"), { says: "", far: false });
});

test("a release was live until another began, and one that is recorded again was not interrupted", () => {
  const record = (version, at) => ({ version, at });
  assert.deepEqual(lives([record("C", "5"), record("B", "4"), record("B", "3"), record("C", "2"), record("A", "1")]), [
    { since: "5", until: null }, { since: "4", until: "5" }, { since: "3", until: "5" }, { since: "2", until: "3" }, { since: "1", until: "2" },
  ]);
  assert.deepEqual(lives([]), []);
});

test("a difference is words, however it comes", () => {
  assert.deepEqual(wordsOf(["a", "b"]), ["a", "b"]);
  assert.deepEqual(wordsOf({ words: ["a"] }), ["a"]);
  assert.deepEqual(wordsOf("a\n\nb"), ["a", "b"]);
  assert.deepEqual(wordsOf(null), []);
});

test("the row that takes another's place holds as long as that one would have", () => {
  const dated = { ...sheet(a), columns: [...columns, column(7, "checked on", "date")] };
  const cells = successor(dated, row(9, "A", "G0157", "34X", "open", "2025-12-31", "1", "GP", "2020-01-01"), "2025-07-01");
  assert.deepEqual(cells.slice(0, 7), ["A 2025-07", "G0157", "34X", "2025-07-01", "2025-12-31", "1", "GP"]);
  assert.notEqual(cells[7], "2020-01-01");
  assert.equal(successor(sheet(b), b, "2026-01-01")[4], "open");
});

/** A desk over a service that answers what is next in line, and what was asked of it. */
function desk(answers, decide = () => assert.fail("nobody else has changed it")) {
  const asked = [];
  globalThis.sessionStorage = { getItem: () => null };
  globalThis.fetch = async (address, { method, body, headers }) => {
    asked.push([method, address, ...(body ? [JSON.parse(body).edits] : []), ...(headers["If-Match"] ? [headers["If-Match"]] : [])]);
    const [status, answer] = answers.shift() || assert.fail("too much is asked: " + address);
    return new Response(JSON.stringify(answer), { status });
  };
  return { asked, desk: new DraftDesk({ id: "d", revision: 1, lastEdit: "t: D9 1 -> 2", tables: [] }, { changed: () => {}, decide }) };
}
const changed = (revision, table, lastEdit) => [200, { draft: { id: "d", revision, lastEdit }, grid: table }];
const set = (cell, value) => ({ op: "set", sheet: "Rules", cell, value });
const [T, EDITS] = ["v1/drafts/d/tables/t", "v1/drafts/d/edits"];

test("a file without a claim that can be read says what is wrong with the first", async () => {
  const saying = (...lines) => {
    globalThis.sessionStorage = { getItem: () => null };
    globalThis.fetch = async () => new Response(lines.map((line) => JSON.stringify(line)).join("\n") + "\n", { status: 200 });
    return claimFrom(new File(["{}"], "claims.json"));
  };
  assert.deepEqual(await saying({ claimId: "C1", problem: { detail: "1 problem", errors: [{ message: "`x` is no date", fix: "write one" }] } }, { problem: { detail: "torn" } }), { none: "claim C1: `x` is no date; write one" });
  assert.deepEqual(await saying({ problem: { detail: "it is torn" } }), { none: "it is torn" });
  assert.deepEqual(await saying(), { none: "" });
  assert.deepEqual(await saying({ problem: { detail: "torn" } }, { claim: { claimId: "C2" } }), { claim: { claimId: "C2" }, filed: false });
});

test("an edit that waits for a deletion stays with its row, and one whose row is gone is told", async () => {
  const first = grid(a, b, c);
  const gone = { op: "delete", sheet: "Rules", row: 10 };
  const left = grid(a, { ...c, row: 10 });
  const { desk: one, asked } = desk([[200, first], changed(2, left), changed(3, grid(a, { ...c, row: 10 }))]);
  const seen = await one.grid("t");
  const all = await Promise.allSettled([one.edit("t", [gone], seen), one.edit("t", [set("F11", "7"), set("F10", "8")], seen)]);
  assert.deepEqual(asked, [["GET", T], ["POST", EDITS, [gone], '"1"'], ["POST", EDITS, [set("F10", "7")], '"2"']]);
  assert.equal(all[0].value, true);
  assert.match(all[1].reason.message, /took the row away.*all else is changed/);
  assert.deepEqual(all[1].reason.errors, [{ message: "row `B`: units `2` → `8`" }]);
});

test("edits of cells do not lose the row that one of them renames", async () => {
  const renamed = grid({ ...a, key: "A2" }, b, c);
  const { desk: one, asked } = desk([[200, grid(a, b, c)], changed(2, renamed), changed(3, renamed)]);
  const seen = await one.grid("t");
  assert.deepEqual(await Promise.all([one.edit("t", [set("A9", "A2")], seen), one.edit("t", [set("F9", "7")], seen)]), [true, true]);
  assert.deepEqual(asked.at(-1), ["POST", EDITS, [set("F9", "7")], '"2"']);
});

test("an edit of a table makes the others be asked for again", async () => {
  const { desk: one } = desk([[200, grid(a)], [200, { ...grid(b), table: "u" }], changed(2, grid(a))]);
  const seen = await one.grid("t");
  await one.grid("u");
  await one.edit("t", [set("F9", "7")], seen);
  assert.deepEqual([...one.grids.keys()], ["t"]);
});

test("undo and redo tell what they did, and never touch what somebody else has just done", async () => {
  const { desk: one } = desk([changed(2, grid(a), "t: C9 0 -> 1"), changed(3, grid(a), "t: D9 1 -> 2")]);
  assert.equal(await one.step("undo"), "t: D9 1 -> 2");
  assert.equal(await one.step("redo"), "t: D9 1 -> 2");
  const { desk: two, asked } = desk([[412, { difference: ["t: theirs"], revision: 2 }], [200, { id: "d", revision: 2 }]]);
  await assert.rejects(two.step("undo"), ({ message, errors }) => /would take their change back/.test(message) && errors[0].message === "t: theirs");
  assert.deepEqual(asked, [["POST", "v1/drafts/d/undo", '"1"'], ["GET", "v1/drafts/d"]]);
  assert.equal(two.draft.revision, 2);
});

test("whoever would change what somebody else has just done is told what becomes of that", async () => {
  const said = [];
  const { desk: one, asked } = desk([[412, { difference: ["theirs"], revision: 2 }], [200, { id: "d", revision: 2 }]], async (...stale) => {
    said.push(stale.slice(1));
    return false;
  });
  assert.equal(await one.change("", { method: "DELETE" }, OVER.draft), null);
  assert.deepEqual(said, [[[], 0, "What they changed is deleted with the draft."]]);
  assert.deepEqual(asked, [["DELETE", "v1/drafts/d", '"1"'], ["GET", "v1/drafts/d"]]);
});

test("the token is asked for once, however many requests want it", async () => {
  const kept = new Map();
  globalThis.sessionStorage = { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: (name) => kept.delete(name) };
  globalThis.fetch = async (address, { headers }) => new Response("{}", { status: headers.Authorization === "Bearer right" ? 200 : 401 });
  const wrong = [];
  const answers = ["wrong", "right"];
  whoAsks(async (was) => {
    wrong.push(was);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return answers.shift() ?? null;
  });
  await Promise.all([got("a"), got("b"), got("c")]);
  assert.deepEqual(wrong, [false, true]);
  kept.clear();
  await assert.rejects(got("a"), ({ status }) => status === 401);
  assert.deepEqual([...kept], []);
});
