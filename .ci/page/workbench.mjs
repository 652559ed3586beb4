// The workbench in Chromium as its users work with it: an analyst changes tables, a colleague changes the same and approves, the release is live, and
// is taken back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { browser, cell, People, reach, SAMPLES, text, told, until } from "./people.mjs";

const [address] = told();
const chromium = await browser();
const people = new People(chromium, address);
let steps = 0;
const step = (what) => {
  steps++;
  console.log("  " + what);
};
const bar = (page) => text(page, ".cell-bar b");
const judged = async (claim) => {
  const answer = await fetch(`${address}v1/evaluations`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(claim) });
  return (await answer.json()).findings.map(({ id }) => id);
};

const claim = JSON.parse(readFileSync(SAMPLES + "home-health-2025.ndjson", "utf8").split("\n").find((line) => line.includes("G0157")));
const before = await judged(claim);
const jane = await people.person();

// what is where
await people.open(jane, "");
await jane.fill("#tables-search", "G0157");
await jane.waitForSelector(".tables-search .found li");
assert.match(await text(jane, ".tables-search .found a"), /^visit-codes, A\d+$/);
step("a code is searched for");

// a draft, and a cell by the keyboard alone
const draft = await people.begin(jane, "unit-brackets", { name: "Brackets as of CR 14321" });
await reach(jane, 0, 3);
assert.equal(await bar(jane), "D9 through minutes");
await jane.keyboard.type("21");
await jane.keyboard.press("Enter");
await jane.waitForSelector("td.problem");
await jane.waitForSelector(".number-line .gap", { state: "attached" });
assert.match(await text(jane, ".complaints"), /1 problem/);
assert.match(await text(jane, ".complaints"), /no row holds for unit minutes 15, minutes 22/);
assert.match(await text(jane, ".fault"), /No row holds for minutes 22\./);
assert.match(await text(jane, ".steps .bad"), /Check/);
await jane.keyboard.press("ArrowUp");
assert.match(await text(jane, ".cell-bar .whole"), /^21\s+\(was 22\)$/);
step("a gap is complained of at its cell, and drawn");

await jane.keyboard.press("Control+z");
await until("undone", async () => (await cell(jane, 0, 3)) === "22");
assert.equal(await jane.locator("td.problem").count(), 0);
await jane.keyboard.press("Control+y");
await until("done again", async () => (await cell(jane, 0, 3)) === "21");
await jane.keyboard.press("Control+z");
await until("undone again", async () => (await cell(jane, 0, 3)) === "22");
step("undo and redo by keys");

// somebody types faster than the service answers
let waits = 0;
const slowly = async (route) => {
  waits++;
  await new Promise((resolve) => setTimeout(resolve, 1200));
  await route.continue();
  waits--;
};
await jane.route("**/edits", slowly);
const calm = () => until("all is answered", async () => !waits && (await jane.locator("td.pending").count()) === 0);
await reach(jane, 0, 3);
await jane.keyboard.type("21");
await jane.keyboard.press("Enter");
await jane.keyboard.type("3");
await until("the first answer", async () => (await jane.locator(".steps .bad").count()) === 1);
assert.equal(await jane.locator(".cell-editor input").inputValue(), "3");
await jane.keyboard.type("6");
await jane.keyboard.press("Enter");
await jane.focus("#row-filter");
await jane.keyboard.type("15");
await calm();
await jane.keyboard.type(" m");
assert.equal(await jane.inputValue("#row-filter"), "15 m");
await jane.fill("#row-filter", "");
assert.deepEqual([await cell(jane, 0, 3), await cell(jane, 1, 3)], ["21", "36"]);
assert.equal(await jane.locator("#problem .error").count(), 0);
for (const was of ["37", "22"]) {
  await jane.locator("table[role=grid]").focus();
  await jane.keyboard.press("Control+z");
  await until("taken back", async () => new RegExp(`^Taken back: unit-brackets: D\\d+ ${was} -> `).test(await text(jane, "#status")));
}
step("an answer leaves the cell alone that is typed into, and undo says what it takes back");
await reach(jane, 0, 0);
const third = await cell(jane, 2, 0);
await jane.keyboard.press("Control+-");
await jane.click("dialog .first");
await reach(jane, 2, 3);
await jane.keyboard.type("51");
await jane.keyboard.press("Enter");
await calm();
await until("deleted", async () => /, 1 taken out/.test(await text(jane, ".said")));
await until("written", async () => (await jane.locator("tr.changed").count()) === 1);
assert.equal(await text(jane, "tr.changed .name-column .text"), third);
assert.equal(await text(jane, "tr.changed td[data-column='3'] .text"), "51");
await jane.unroute("**/edits", slowly);
await jane.keyboard.press("Control+z");
await until("the cell taken back", async () => (await jane.locator("tr.changed").count()) === 0);
await jane.keyboard.press("Control+z");
await until("the row back", async () => !/taken out/.test(await text(jane, ".said")));
step("a change that waits for a deletion stays with its row");

// of two views that are asked for, the last one is worked on
await jane.route("**/tables/visit-codes", slowly);
await jane.evaluate(() => {
  location.hash = location.hash.replace("unit-brackets", "visit-codes");
});
await until("it is asked for", () => waits === 1);
await jane.evaluate(() => {
  location.hash = location.hash.replace("visit-codes", "unit-brackets");
});
await jane.waitForSelector("h1:text-is('unit-brackets')");
await until("the other came too", () => waits === 0);
await jane.unroute("**/tables/visit-codes", slowly);
await reach(jane, 0, 3);
await jane.keyboard.type("21");
await jane.keyboard.press("Enter");
await jane.waitForSelector("td.problem");
await jane.keyboard.press("Control+z");
await until("undone at last", async () => (await cell(jane, 0, 3)) === "22");
step("the view that comes late does not take the place of another");

// Escape leaves a cell as it was; a choice and a date have what helps to write them
await reach(jane, 0, 4);
await jane.keyboard.press("F2");
await jane.waitForSelector(".cell-editor input[type=date]", { state: "attached" });
assert.equal(await text(jane, ".cell-editor .word"), "open");
await jane.keyboard.type("x");
await jane.keyboard.press("Escape");
assert.equal(await cell(jane, 0, 4), "open");
await jane.keyboard.press("Tab");
assert.notEqual(await jane.evaluate(() => document.activeElement?.getAttribute("role")), "grid");
step("Escape restores, Tab leaves the grid");

// a block from a spreadsheet
await reach(jane, 0, 2);
await jane.evaluate(() => {
  const data = new DataTransfer();
  data.setData("text/plain", "8\t20\n21\t37\n");
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
});
await until("pasted", async () => (await cell(jane, 0, 3)) === "20" && (await cell(jane, 1, 2)) === "21");
assert.equal(await text(jane, "#status"), "2 rows pasted, 2 changes.");
await until("checked", async () => (await jane.locator("tr.changed").count()) === 2);
await jane.click("text=Undo");
await until("the block undone", async () => (await cell(jane, 0, 3)) === "22" && (await cell(jane, 1, 2)) === "23");
step("a block is pasted and undone at once");

// the workbook leaves and comes back
const [download] = await Promise.all([jane.waitForEvent("download"), jane.click("text=Download .xlsx")]);
assert.equal(download.suggestedFilename(), "unit-brackets.drl.xlsx");
const workbook = readFileSync(await download.path());
assert.equal(workbook.subarray(0, 2).toString(), "PK");
await jane.setInputFiles("input[type=file][accept='.xlsx']", { name: "unit-brackets.drl.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: workbook });
await until("uploaded", async () => /is now the draft's unit-brackets\.drl\.xlsx/.test(await text(jane, "#status")));
step("the workbook is downloaded and uploaded");

// two people at one table
const ann = await people.person();
await people.open(ann, `#/drafts/${draft}/tables/visit-codes`);
await people.open(jane, `#/drafts/${draft}/tables/visit-codes`);
await ann.waitForSelector("td[data-row]");
await jane.waitForSelector("td[data-row]");
const columns = await jane.locator("thead th").allInnerTexts();
const through = columns.findIndex((one) => / through$/.test(one.replace(/\s+/g, " "))) - 1;
const source = columns.findIndex((one) => / source$/.test(one.replace(/\s+/g, " "))) - 1;
const rowOf = async (page, key) => {
  await page.fill("#row-filter", key);
  await until("one row", async () => (await page.locator("tbody tr:not(.room)").count()) === 1);
};
await rowOf(ann, "G0158");
await reach(ann, 0, source);
await ann.keyboard.press("Enter");
await ann.keyboard.type("CR 7182");
await ann.keyboard.press("Enter");
await ann.waitForSelector("tr.changed");
await rowOf(jane, "G0157");
await reach(jane, 0, through);
await jane.click("text=End…");
await jane.fill("dialog [name=on]", "2024-12-31");
await jane.uncheck("dialog [name=then]");
await jane.click("dialog .first");
await jane.waitForSelector("dialog:has-text('Somebody else changed this draft first')");
assert.match(await text(jane, "dialog"), /What they changed:[\s\S]*G0158[\s\S]*CR 7182/);
assert.match(await text(jane, "dialog"), /What you changed:[\s\S]*G0157: ends on 2024-12-31/);
await jane.click("text=Make mine again");
await until("ended", async () => (await cell(jane, 0, through)) === "2024-12-31");
await jane.fill("#row-filter", "");
await until("both changed", async () => (await jane.locator("tr.changed").count()) === 2);
step("the second of two people is told what the first changed, and hers is made upon it");
await ann.locator("table[role=grid]").focus();
await ann.keyboard.press("Control+z");
await ann.waitForSelector("#problem h2:text-is('Nothing was taken back')");
assert.match(await text(ann, "#problem"), /would take their change back, not yours[\s\S]*G0157/);
await ann.fill("#row-filter", "");
await until("both stand", async () => (await ann.locator("tr.changed").count()) === 2);
step("undo never takes back what somebody else did");

// a claim that the change turns
await rowOf(jane, "G0157");
await jane.click(".trial > summary");
await jane.fill("#trial-claim", "2025-03-04 0421 G0157 3u");
await jane.selectOption("#trial-bill", "32X");
await jane.click(".trial .first");
await jane.waitForSelector(".trial .new");
assert.match(await text(jane, ".trial [role=status]"), /new: HHT-/);
await jane.locator(".trial .new").scrollIntoViewIfNeeded();
await jane.locator("table[role=grid]").focus();
await jane.keyboard.press("Control+z");
await until("the answer turned back", async () => (await jane.locator(".trial .new").count()) === 0);
await jane.keyboard.press("Control+y");
await jane.waitForSelector(".trial .new");
step("a claim is tried, and its answer turns with the cell");

// a claim of a file becomes an example, and nobody's
await jane.setInputFiles("#trial-file", SAMPLES + "home-health-2025.ndjson");
await jane.waitForSelector("dialog:has-text('Which claim of home-health-2025.ndjson?')");
await jane.selectOption("dialog [name=claim]", { index: 0 });
await jane.click("dialog .first");
await jane.waitForSelector(".trial >> text=Make this claim an example…");
const billed = JSON.parse(await jane.inputValue("#trial-claim"));
await jane.click("text=Make this claim an example…");
const shown = await text(jane, "dialog .example-cells");
assert.match(shown, /2025-03-04 0421 G0157 3u 45m \$200/);
assert.ok(![billed.claimId, billed.beneficiaryId].some((own) => shown.includes(own)));
assert.match(await text(jane, "dialog"), /Replaced by made-up ones or left out: claim number, member id/);
assert.ok((await jane.locator("dialog [name=table] option").allInnerTexts()).includes("header-requirements-32x"));
await jane.click("dialog >> text=Cancel");
step("a claim of a file is shown as the example that it would be");

// check, examples, impact
await jane.click(".steps >> text=Check");
await jane.waitForSelector("h2:text-is('Sound')");
await jane.click(".steps >> text=Examples");
await jane.click("text=Run the examples");
await jane.waitForSelector("h2:has-text('example')", { timeout: 180_000 });
await until("the examples end", async () => /examples pass|failed/.test(await text(jane, ".steps a[aria-current] span")));
const failing = await jane.locator(".steps a[aria-current].bad").count();
step(`the examples run: ${await text(jane, ".step-panel h2")}`);
await jane.click(".steps >> text=Impact");
await jane.setInputFiles("#impact-claims", SAMPLES + "home-health-2025.ndjson");
await jane.waitForSelector(".verdicts", { timeout: 120_000 });
step(`the impact is told: ${(await text(jane, ".steps a[aria-current] span")).trim()}`);

// proposed by one, approved by the other
await jane.click(".steps >> text=Propose");
await jane.click(".step-panel >> text=Propose…");
await jane.fill("dialog [name=note]", "Ended by CR 14321, page 3");
await jane.click("dialog .first");
await jane.waitForSelector("h2:text-is('Proposed')");
await people.open(ann, `#/drafts/${draft}/publish`);
await ann.waitForSelector("h2:text-is('Approve and publish')");
assert.match(await text(ann, ".step-panel"), /Proposed by Jane Doe[\s\S]*page 3[\s\S]*G0157: through open → 2024-12-31/);
await ann.click(".step-panel >> text=Approve and publish…");
await ann.fill("dialog [name=by]", "Ann Smith");
await ann.click("dialog .first");
if (failing) {
  await ann.waitForSelector("dialog [name=despiteExamples]", { timeout: 120_000 });
  await ann.fill("dialog [name=despiteExamples]", "the pages follow");
  await ann.click("dialog .first");
}
await ann.waitForSelector("h2:text-is('Published')", { timeout: 120_000 });
step("one proposes, the other approves");

assert.notDeepEqual(await judged(claim), before);
step("the release judges claims");

// the release, how it judged, and back
await ann.click("#tabs >> text=Releases");
await ann.waitForSelector(".releases li.newest");
const newest = await text(ann, ".releases li.newest");
assert.match(newest, /live since/);
assert.match(newest, /Jane Doe/);
assert.match(newest, /approved by Ann Smith/);
assert.match(newest, /CR 14321/);
assert.match(await text(ann, ".releases > li:not(.newest)"), /was live .* to /);
await ann.click(".releases >> text=Try a claim as of this version >> nth=0");
await ann.fill("#trial-claim", "2025-03-04 0421 G0157 3u");
await ann.selectOption("#trial-bill", "32X");
await ann.click(".trial .first");
await ann.waitForSelector(".trial .gone");
assert.match(await text(ann, ".trial [role=status]"), /Active: \w+ [-+.\w]+\s+This release: \w+ [-+.\w]+/);
step("a claim is tried as of the release before");

// two people who would both take it back: the second is told that something else is live
await people.open(jane, "#/releases");
await jane.waitForSelector(".releases li.newest");
await ann.click("#tabs >> text=Releases");
await ann.waitForSelector(".releases li.newest");
for (const [page, name] of [[ann, "Ann Smith"], [jane, "Jane Doe"]]) {
  await page.click("text=Go back to this release… >> nth=0");
  await page.fill("dialog [name=by]", name);
  await page.fill("dialog [name=reason]", "published a day too early");
  await page.click("dialog .first");
  if (page === ann) {
    await until("gone back", async () => /is the active release again/.test(await text(ann, "#status")));
  }
}
assert.match(await text(ann, ".releases li.newest"), /published a day too early/);
await jane.waitForSelector("#problem h2:text-is('It was not gone back to')");
assert.match(await text(jane, ".releases li.newest"), /by Ann Smith/);
step("the release is recorded, and taken back once");
assert.deepEqual(await judged(claim), before);
step("and claims are judged as before");
await chromium.close();
console.log(`workbench: ${steps} steps`);
