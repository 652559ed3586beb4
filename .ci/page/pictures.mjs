// Makes the pictures of the pages for the docs, in the folder named second, as a service with an empty data folder shows them. pictures.sh calls it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { browser, People, reach, SAMPLES, SCREENS, text, told, until } from "./people.mjs";

const [address, folder, made] = told();
const chromium = await browser();
const people = new People(chromium, address);
const picture = async (page, name, more = {}) => page.screenshot({ path: join(folder, `${name}.png`), ...more });
const NARROW = { viewport: { width: 1240, height: 760 } };

// the desk
const biller = await people.person({ viewport: { width: 1400, height: 900 } });
await biller.goto(address);
await biller.waitForSelector("html[data-ready]");
await biller.setInputFiles("#claims", SAMPLES + "outpatient-therapy-0341.edi");
await biller.click("#check-button");
await biller.waitForSelector(".entry.claim");
await biller.locator("#progress").waitFor({ state: "hidden" });
await biller.click(".entry.claim >> nth=0");
await biller.waitForSelector("#cards .card");
await biller.evaluate(() => scrollTo(0, document.querySelector("#desk").offsetTop - 50));
await picture(biller, "desk");

// from a change to live
const jane = await people.person(NARROW);
await people.open(jane, "");
await jane.fill("#tables-search", "G0157");
await jane.waitForSelector(".tables-search .found li");
await picture(jane, "tables-home");

await people.begin(jane, "unit-brackets", { name: "Brackets as of CR 14321" });
await reach(jane, 0, 3);
await jane.keyboard.type("21");
await jane.keyboard.press("Enter");
await jane.waitForSelector("td.problem");
await jane.keyboard.press("ArrowUp");
await picture(jane, "tables-complaint");

const draft = await people.begin(jane, "visit-codes", { name: "G0157 ends with 2024", source: "Pub. 100-04 transmittal 12345" });
const columns = await jane.locator("thead th").allInnerTexts();
await jane.fill("#row-filter", "G0157");
await until("one row", async () => (await jane.locator("tbody tr:not(.room)").count()) === 1);
await reach(jane, 0, columns.findIndex((one) => / through$/.test(one.replace(/\s+/g, " "))) - 1);
await jane.click("text=End…");
await jane.fill("dialog [name=on]", "2024-12-31");
await jane.uncheck("dialog [name=then]");
await jane.click("dialog .first");
await jane.waitForSelector("tr.changed");
await jane.click(".trial > summary");
await jane.fill("#trial-claim", "2025-03-04 0421 G0157 3u");
await jane.selectOption("#trial-bill", "32X");
await jane.click(".trial .first");
await jane.waitForSelector(".trial .new");
await jane.locator(".trial").scrollIntoViewIfNeeded();
await jane.evaluate(() => document.querySelector(".beside-table").scrollTo(0, document.querySelector(".trial").offsetTop - document.querySelector(".beside-table").offsetTop));
await picture(jane, "tables-trial");

await jane.click(".steps >> text=Examples");
await jane.click("text=Run the examples");
await until("the examples end", async () => /examples? pass|failed/.test(await text(jane, ".steps a[aria-current] span")));
await picture(jane, "tables-examples");
await jane.click(".steps >> text=Impact");
await jane.setInputFiles("#impact-claims", SAMPLES + "home-health-2025.ndjson");
await jane.waitForSelector(".verdicts");
await picture(jane, "tables-impact-page");
await jane.click(".steps >> text=Propose");
await jane.click(".step-panel >> text=Propose…");
await jane.fill("dialog [name=note]", "Ended by CR 14321, page 3");
await jane.click("dialog .first");
await jane.waitForSelector("h2:text-is('Proposed')");

const ann = await people.person(NARROW);
await people.open(ann, `#/drafts/${draft}/publish`);
await ann.waitForSelector("h2:text-is('Approve and publish')");
await picture(ann, "tables-approve");
await ann.click(".step-panel >> text=Approve and publish…");
await ann.fill("dialog [name=by]", "Ann Smith");
await ann.click("dialog .first");
await ann.waitForSelector("dialog [name=despiteExamples], h2:text-is('Published')");
if (await ann.locator("dialog [name=despiteExamples]").count()) {
  await ann.fill("dialog [name=despiteExamples]", "the examples follow with CR 14321");
  await ann.click("dialog .first");
}
await ann.waitForSelector("h2:text-is('Published')");
await ann.click("#tabs >> text=Releases");
await ann.waitForSelector(".releases li.newest");
await ann.click(".releases .newest summary >> nth=0");
await picture(ann, "tables-releases");

// what the command line made: a text as a terminal shows it, a page, a drawing
const shell = await people.person({ viewport: { width: 920, height: 400 }, deviceScaleFactor: 1 });
const escaped = (one) => one.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const lines = readFileSync(join(made, "check.txt"), "utf8").trimEnd().split("\n");
const colour = (line) => (/^\$/.test(line) ? "#7fd58b" : /^error/.test(line) ? "#ff8a80" : /^ /.test(line) ? "#a9b4c2" : "#fff");
await shell.setContent(`<body style="margin:0;background:#fff"><pre id="terminal" style="margin:0;padding:20px 24px;width:104ch;white-space:pre-wrap;background:#1e2430;font:14px/20px 'DejaVu Sans Mono',monospace">${lines.map((line) => `<span style="color:${colour(line)}">${escaped(line)}</span>`).join("\n")}</pre></body>`);
await shell.locator("#terminal").screenshot({ path: join(folder, "check.png") });
await shell.goto("file://" + join(made, "impact.html"));
await shell.setViewportSize({ width: 884, height: 850 });
await picture(shell, "tables-impact");
// the policy of a page holds for whatever is set into it
await shell.goto("about:blank");
await shell.setViewportSize({ width: 1200, height: 600 });
await shell.setContent(`<body style="margin:0;background:#fff">${readFileSync(join(made, "episode.svg"), "utf8").replace(/^<\?xml[^>]*\?>/, "")}</body>`);
await shell.locator("svg").first().screenshot({ path: join(folder, "episode.png") });
await chromium.close();
