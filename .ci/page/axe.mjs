// The desk at work in Chromium, looked through by axe: nothing may keep anybody from using it. Keeps pictures in the folder
// named second, if any.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [address, pictures] = process.argv.slice(2);
const require = createRequire(join(process.env.NODE_PATH, "x"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const file = "src/main/resources/samples/outpatient-therapy-0341.edi";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
let looks = 0;

/** @param {string} name @param {import("playwright-core").BrowserContextOptions} options */
async function look(name, options) {
  // axe is a script of another origin than the page's, which its policy would keep out
  const context = await browser.newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  const through = async (what) => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const { id, nodes } of violations) {
      console.error(`${name}, ${what}: ${id}: ${nodes.map((node) => node.html).join("\n  ")}`);
      process.exitCode = 1;
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) {
      console.error(`${name}, ${what}: ${wide} pixels wider than the screen`);
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
  await page.setInputFiles("#claims", file);
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
  await context.close();
}

await look("desk", { viewport: { width: 1500, height: 950 } });
await look("dark", { viewport: { width: 1280, height: 850 }, colorScheme: "dark" });
await look("phone", { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
// 1280 pixels at 200 %
await look("large", { viewport: { width: 640, height: 425 } });
await browser.close();
console.log(`axe: ${looks} looks`);
