// Mistakes as people make them, typed or pasted into the grid in Chromium: each is complained of at its cell, and gone once it is undone.
import assert from "node:assert/strict";
import { browser, People, text, told, until } from "./people.mjs";

/** What is done, in which table and sheet, from which cell on, what is typed or pasted, at which cells it is complained of, how, and in which words. */
const MISTAKES = [
  ["a minute lost between two brackets", "unit-brackets", "Rules", "D9", "21", ["D9", "C10"], "problem", /no row holds for unit minutes 15, minutes 22/],
  ["a bracket with minutes below 0", "unit-brackets", "Rules", "C9", "-1", ["C9"], "problem", /`?-1`? makes no sense as `?from minutes/],
  ["a bracket with units below 0", "unit-brackets", "Rules", "G9", "-1", ["G9"], "problem", /a number of 0 to 96/],
  ["a yearly amount cut short", "therapy-amounts", "Rows", "C17", "24", ["C17"], "problem", /a number of 1000 to 9999/],
  ["a yearly amount ten times too high", "therapy-amounts", "Rows", "C17", "24,800", ["C17"], "problem", /24800/],
  ["two digits of a yearly amount exchanged", "therapy-amounts", "Rows", "C17", "4280", ["C17"], "warning", /78 % more/],
  ["a code without its zero", "revenue-codes", "Rows", "B24", "420", ["B24"], "problem", /its code is `?420/],
  ["a code dragged down as a series", "therapy-codes", "Rows", "B21", "97220\n97221\n97222", ["B21", "B22", "B23"], "problem", /write the code that the row is called by/],
  ["one column sorted by itself", "visit-codes", "Rows", "B2", "G0152\nG0151", ["B2", "B3"], "problem", /the row is called `?G0151/],
  ["the day of the check emptied", "modifiers", "Rules", "L9", "", ["L9"], "problem", /the cell is blank/],
  ["a part of a percentage", "parameters", "Rows", "C4", "0.85", ["C4"], "problem", /no whole number/],
  ["a row that ends before it begins", "modifiers", "Rules", "H11", "12/31/2014", ["H11"], "problem", /before it begins with 2015-01-01/],
  ["an O for a 0", "modifiers", "Rules", "C10", "5O", ["C10"], "problem", /a letter where a digit belongs; write 50/],
  ["an example with a date as in the United States", "first-claims", "Examples", "C3", "3/7/2022 0420 97110 GP", ["C3"], "problem", /write 2022-03-07/],
  ["an example that expects a finding that there is not", "first-claims", "Examples", "E3", "HHT-999 line 1", ["E3"], "problem", /is no finding/],
  ["an example that expects a row that there is not", "first-claims", "Examples", "E3", "HHT-347 (row first-claims/gone)", ["E3"], "problem", /has no row `?gone/],
];

const [address] = told();
const chromium = await browser();
const people = new People(chromium, address);
const jane = await people.person();
const draft = await people.begin(jane, "unit-brackets", { name: "Mistakes", reason: "to see them told" });
const marked = (level) => jane.locator(`td.${level}`).evaluateAll((cells) => cells.map((one) => `${one.dataset.column}/${one.dataset.row}`));

for (const [at, [what, table, sheet, cell, typed, cells, level, words]] of MISTAKES.entries()) {
  // the address is another each time, so that the page goes there again
  await jane.evaluate((hash) => { location.hash = hash; }, `#/drafts/${draft}/tables/${table}?sheet=${sheet}&cell=${cell}&at=${at}`);
  await jane.waitForSelector(`h1:text-is('${table}')`);
  await until(`${what}: at its cell`, async () => (await jane.locator(".cell-bar b").count()) && (await text(jane, ".cell-bar b")).startsWith(cell + " "));
  const [row, column] = (await jane.getAttribute("table[role=grid]", "aria-activedescendant")).split("-").slice(1).map(Number);
  const before = await marked(level);
  if (typed.includes("\n")) {
    await jane.evaluate((block) => {
      const data = new DataTransfer();
      data.setData("text/plain", block);
      document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, typed);
  } else if (typed) {
    await jane.keyboard.press("F2");
    await jane.keyboard.press("Control+a");
    await jane.keyboard.insertText(typed);
    await jane.keyboard.press("Enter");
  } else {
    await jane.keyboard.press("Delete");
  }
  const places = cells.map((one) => `${column + one.charCodeAt(0) - cell.charCodeAt(0)}/${row + Number(one.slice(1)) - Number(cell.slice(1))}`);
  await until(`${what}: complained of`, async () => (await jane.locator("td.pending").count()) === 0 && (await marked(level)).length > before.length);
  assert.deepEqual((await marked(level)).filter((one) => !before.includes(one)), places, what);
  const said = (await jane.locator(`.complaints li.${level}`).allInnerTexts()).join("\n");
  assert.match(said, words, what);
  assert.ok(said.includes(`${sheet}, ${cells.join(", ")}`) || cells.every((one) => said.includes(`${sheet}, ${one}`)), `${what}: ${said}`);
  await jane.locator("table[role=grid]").focus();
  await jane.keyboard.press("Control+z");
  await until(`${what}: undone`, async () => (await marked(level)).length === before.length);
}
await people.open(jane, `#/drafts/${draft}`);
await jane.click("text=Delete the draft…");
await jane.click("dialog .first");
await jane.waitForSelector("h1:text-is('Tables')");
await chromium.close();
console.log(`mistakes: ${MISTAKES.length} told at their cells`);
