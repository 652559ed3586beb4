// How fast the workbench is in Chromium, by hand and at a quiet moment: from a keystroke to the complaint at its cell, and how a table of 3,000 rows scrolls.
import { loadavg } from "node:os";
import { browser, People, reach, told, until } from "./people.mjs";

const ROWS = 3_000;
const TIMES = 12;
const [address] = told();
const chromium = await browser();
const people = new People(chromium, address);
const page = await people.person();
const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];

await people.begin(page, "unit-brackets", { name: "Speed", reason: "to measure it" });
const seen = [];
const served = [];
page.on("requestfinished", (request) => /\/edits$/.test(request.url()) && served.push(request.timing().responseEnd));
for (let i = 0; i < TIMES; i++) {
  await reach(page, 0, 3);
  await page.keyboard.type("21");
  // the page itself notes when Enter was pressed and when the cell was marked
  const took = page.evaluate(() => new Promise((resolve) => {
    let pressed = 0;
    document.addEventListener("keydown", () => { pressed = performance.now(); }, { capture: true, once: true });
    new MutationObserver((_, observer) => {
      if (document.querySelector("td.problem")) {
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - pressed));
      }
    }).observe(document.querySelector(".sheet tbody"), { subtree: true, childList: true, attributes: true });
  }));
  await page.keyboard.press("Enter");
  seen.push(await took);
  await page.locator("table[role=grid]").focus();
  await page.keyboard.press("Control+z");
  await until("undone", async () => (await page.locator("td.problem").count()) === 0);
}
console.log(`from Enter to the complaint: median ${Math.round(median(seen))} ms, first ${Math.round(seen[0])} ms; of that the service ${Math.round(median(served))} ms; load ${loadavg()[0].toFixed(1)}`);
await people.open(page, "#/drafts");
await page.click("a:text-is('Speed')");
await page.click("text=Delete the draft…");
await page.click("dialog .first");
await page.waitForSelector("h1:text-is('Tables')");

await page.route("**/v1/tables/therapy-codes/grid", async (route) => {
  const answer = await route.fetch();
  const grid = await answer.json();
  const [sheet] = grid.sheets;
  sheet.rows = Array.from({ length: ROWS }, (_, i) => ({ ...sheet.rows[i % sheet.rows.length], row: i + 2, key: `row ${i}`, cells: sheet.rows[i % sheet.rows.length].cells.with(0, `row ${i}`) }));
  await route.fulfill({ response: answer, json: grid });
});
await people.open(page, "#/tables/therapy-codes");
await page.waitForSelector("td[data-row]");
await page.click("text=All periods").catch(() => {});
const frames = await page.evaluate(() => new Promise((resolve) => {
  const box = document.querySelector(".sheet-box");
  const gaps = [];
  let last = performance.now();
  let steps = 0;
  const next = () => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    box.scrollTop += 400;
    if (++steps < 240) {
      requestAnimationFrame(next);
    } else {
      resolve({ gaps, at: box.scrollTop });
    }
  };
  requestAnimationFrame(next);
}));
console.log(`a table of ${ROWS.toLocaleString("en-US")} rows, scrolled ${Math.round(frames.at).toLocaleString("en-US")} pixels: median frame ${median(frames.gaps).toFixed(1)} ms, longest ${Math.max(...frames.gaps).toFixed(0)} ms, over 50 ms: ${frames.gaps.filter((one) => one > 50).length} of ${frames.gaps.length}; load ${loadavg()[0].toFixed(1)}`);
await chromium.close();
