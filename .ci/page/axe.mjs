// The desk at work and the page for the operator in Chromium, looked through by axe: nothing may keep anybody from using them. Keeps
// pictures in the folder named second, if any.
import { join } from "node:path";
import { browser, People, SAMPLES, SCREENS, told } from "./people.mjs";

const [address, pictures] = told();
const chromium = await browser();
const people = new People(chromium, address);
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
      await page.screenshot({ path: join(pictures, `${name}-${what}.png`) });
    }
    looks++;
  };
  await page.goto(address);
  await page.waitForSelector("html[data-ready]");
  await through("form");
  await page.setInputFiles("#claims", SAMPLES + "outpatient-therapy-0341.edi");
  await page.click("#check-button");
  await page.waitForSelector(".entry.claim");
  await page.locator("#progress").waitFor({ state: "hidden" });
  await through("list");
  await page.click(".entry.claim >> nth=0");
  await page.waitForSelector("#cards .card");
  await page.locator("#claim").scrollIntoViewIfNeeded();
  await through("claim");
  await page.keyboard.press("?");
  await page.waitForSelector("#keys[open]");
  await through("keys");
  await page.goto(new URL("status", address).href);
  await page.waitForSelector("article table");
  await through("status");
  await page.context().close();
}

for (const [name, screen] of Object.entries(SCREENS)) {
  await look(name, screen);
}
await chromium.close();
console.log(`axe: ${looks} looks`);
