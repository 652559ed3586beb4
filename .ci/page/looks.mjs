// Every view of the workbench, looked through by axe on every screen: nothing may keep anybody from using it. Keeps pictures in the folder named second, if any.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { browser, People, reach, SAMPLES, SCREENS, text, told } from "./people.mjs";

const [address, pictures] = told();
const chromium = await browser();
const people = new People(chromium, address);
const json = readFileSync(SAMPLES + "outpatient-therapy-2018.json", "utf8");
let looks = 0;

/** @param {string} name @param {import("playwright-core").BrowserContextOptions} options */
async function look(name, options) {
  // axe is a script of another origin than the page's, which its policy would keep out
  const page = await people.person({ bypassCSP: true, ...options });
  const through = async (what) => {
    for (const fault of await people.faults(page)) {
      console.error(`${name}, ${what}: ${fault}`);
      process.exitCode = 1;
    }
    if (pictures) {
      await page.screenshot({ path: join(pictures, `look-${name}-${what}.png`) });
    }
    looks++;
  };
  await people.open(page, "");
  await through("home");
  await people.open(page, "#/tables/therapy-amounts");
  await page.waitForSelector("td[data-row]");
  assert.match(await text(page, ".said"), /of 32 rows, as of /);
  await through("folded");
  await page.click("text=Change this table…");
  await page.fill("dialog [name=name]", name);
  await page.fill("dialog [name=author]", "Jane Doe");
  await page.fill("dialog [name=reason]", "to look at it");
  await through("dialog");
  await page.click("dialog .first");
  await page.waitForSelector(".steps");
  await page.waitForSelector("td[data-row]");
  await reach(page, 0, 6);
  await page.keyboard.type("so");
  await through("editor");
  await page.keyboard.press("Enter");
  await page.waitForSelector("td.problem");
  await through("complaint");
  await page.click("text=New year…");
  for (const field of await page.locator("dialog [name^=amount]").all()) {
    await field.fill("9999");
  }
  await page.waitForSelector("dialog [data-difference]:not(:empty)");
  await through("amounts");
  await page.keyboard.press("Escape");
  const place = new URL(page.url()).hash.replace(/\/tables\/[^/]*$/, "");
  for (const one of ["", "/check", "/examples", "/impact", "/propose", "/publish"]) {
    await people.open(page, place + one);
    await page.waitForSelector(".step-panel h2");
    await page.locator(".step-panel [role=status]").waitFor({ state: "detached" });
    await through("step" + one.replace("/", "-"));
  }
  // a draft whose problem is mended can be tried, and what was tried be made an example
  await people.open(page, place + "/tables/therapy-amounts");
  await page.waitForSelector("td[data-row]");
  await page.locator("table[role=grid]").focus();
  await page.keyboard.press("Control+z");
  await page.locator("td.problem").waitFor({ state: "detached" });
  await people.open(page, place + "/try");
  await page.fill("#trial-claim", json);
  await page.click(".trial .first");
  await page.waitForSelector(".trial [role=status] li");
  await through("trial");
  await page.click("text=Make this claim an example…");
  await page.waitForSelector("dialog .example-cells");
  await through("example");
  await page.keyboard.press("Escape");
  await people.open(page, place);
  await page.click("text=Delete the draft…");
  await page.click("dialog .first");
  await page.waitForSelector("h1:text-is('Tables')");
  await people.open(page, "#/releases");
  await page.waitForSelector(".releases li");
  await through("releases");
  await page.click(".releases >> text=Try a claim >> nth=0");
  await page.waitForSelector("h1:has-text('As of')");
  await page.fill("#trial-claim", "2025-03-04 0420 97110 3u 22m");
  await page.click(".trial .first");
  await page.waitForSelector(".trial [role=status] li");
  await through("as-of");
  await page.context().close();
}

for (const [name, screen] of Object.entries(SCREENS)) {
  await look(name, screen);
}
await chromium.close();
console.log(`looks: ${looks} of axe`);
