// People who use the pages in Chromium, each with a browser of their own, and how they find their way.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const require = createRequire(join(process.env.NODE_PATH, "x"));
const { chromium } = require("playwright-core");
const axe = () => readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Where the samples are, for whoever uses a file. */
export const SAMPLES = "src/main/resources/samples/";

/** The screens that every view is looked at on; the last is one of 1280 pixels at 200 %. */
export const SCREENS = {
  desk: { viewport: { width: 1500, height: 950 } },
  dark: { viewport: { width: 1280, height: 850 }, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  large: { viewport: { width: 640, height: 425 } },
};

/** A browser that speaks to nobody but the service. */
export const browser = () => chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});

/** Waits until something holds. */
export async function until(what, holds) {
  for (let tries = 0; tries < 900; tries++) {
    if (await holds()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.fail("never: " + what);
}

/** What stands in the first element of a selector. */
export const text = (page, selector) => page.locator(selector).first().innerText();

/** Goes to a cell by the keyboard: the table is focused, then its first cell, then so many rows down and columns right. */
export async function reach(page, down, right) {
  await page.locator("table[role=grid]").focus();
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < down; i++) {
    await page.keyboard.press("ArrowDown");
  }
  for (let i = 0; i < right; i++) {
    await page.keyboard.press("ArrowRight");
  }
}

/** What a cell of the grid shows. */
export const cell = (page, row, column) => text(page, `#cell-${row}-${column} .text`);

/** The service's address and the folder for pictures, if any, of a script's arguments. */
export const told = () => process.argv.slice(2);

/** Those who use a service. */
export class People {
  /** @param {import("playwright-core").Browser} chromium @param {string} address of the service, with a slash at its end */
  constructor(chromium, address) {
    this.browser = chromium;
    this.address = address;
  }

  /** A page of somebody who has a browser of their own; what it complains of fails the script. */
  async person(options = {}) {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true, ...options });
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(this.address).origin }).catch(() => {});
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on("pageerror", (error) => assert.fail(error));
    page.on("console", (message) => {
      // the browser itself says which answers were refusals
      assert.ok(message.type() !== "error" || /status of (412|422|409)/.test(message.text()), message.text());
    });
    return page;
  }

  /** Shows a place of the workbench. */
  async open(page, place) {
    await page.goto(`${this.address}tables${place}`);
    await page.waitForSelector("html[data-ready]");
  }

  /** Begins a draft from a table that is shown. @returns {Promise<string>} its id */
  async begin(page, table, { name, author = "Jane Doe", reason = "CR 14321", source = "" }) {
    await this.open(page, `#/tables/${table}`);
    await page.waitForSelector("td[data-row]");
    await page.click("text=Change this table…");
    await page.fill("dialog [name=name]", name);
    await page.fill("dialog [name=author]", author);
    await page.fill("dialog [name=reason]", reason);
    await page.fill("dialog [name=source]", source);
    await page.click("dialog .first");
    await page.waitForSelector(".steps");
    await page.waitForSelector("td[data-row]");
    return /drafts\/([0-9a-f]+)/.exec(page.url())[1];
  }

  /** What axe says of what is shown, and whether it is wider than the screen. @returns {Promise<string[]>} */
  async faults(page) {
    await page.evaluate(axe());
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    return [...violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n  ")}`), ...(wide > 0 ? [`${wide} pixels wider than the screen`] : [])];
  }
}
