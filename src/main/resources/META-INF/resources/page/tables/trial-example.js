// A claim that was tried becomes an example: what of it goes into the workbook is shown before it does.

import { coded, make } from "../desk/elements.js";
import { asked } from "./dialogs.js";
import { isOpen, OVER } from "./draft.js";
import { got } from "./service.js";

/**
 * The claim as an example would have it; `refused` says why it cannot be one.
 * @typedef {{claim?: string, bill?: string, lines?: string, rest?: string, expect?: string, left?: string[], refused?: string}} AsExample
 */

/**
 * What is offered below an answer.
 * @param {import("./tables.js").Page} page
 * @param {import("./draft.js").DraftDesk} desk
 * @param {AsExample | undefined} example
 * @returns {Node[]}
 */
export function keepExample(page, desk, example) {
  if (!example || !isOpen(desk.draft)) {
    return [];
  }
  return example.claim
    ? [make("button", { type: "button", class: "of-answer", click: () => keep(page, desk, example) }, "Make this claim an example…")]
    : [make("p", { class: "quiet of-answer" }, "It cannot become an example: ", ...coded(example.refused || ""), ".")];
}

/** What the workbook will hold. @param {AsExample} example */
const cells = ({ bill = "", lines = "", rest = "", expect = "" }) => make("dl", { class: "example-cells" },
  ...[["bill", bill], ["lines", lines.split("; ").join("\n")], ["claim", rest], ["expect", expect]].flatMap(([heading, text]) => (text ? [make("dt", {}, heading), make("dd", {}, text)] : [])));

/** @param {import("./tables.js").Page} page @param {import("./draft.js").DraftDesk} desk @param {AsExample} example */
async function keep(page, desk, example) {
  const changed = desk.draft.tables.map(({ table }) => table);
  /** @type {{name: string, examples?: number}[]} */
  let all;
  try {
    all = await got("v1/tables");
  } catch (error) {
    page.failed(error, "The example was not added");
    return;
  }
  // those that the draft changes first
  const tables = all.filter(({ examples }) => examples).map(({ name }) => name).sort((a, b) => Number(changed.includes(b)) - Number(changed.includes(a)));
  const given = await asked({
    title: "Make this claim an example",
    text: [
      "This goes into the workbook. What the draft answers now becomes what the example expects; compare it with the source first.",
      cells(example),
      ...(example.left?.length ? [`Replaced by made-up ones or left out: ${example.left.join(", ")}.`] : []),
      "Its dates stay as they are.",
    ],
    fields: [
      { name: "table", label: "In the examples of", value: tables[0], required: true, options: tables.map((table) => [table, table]) },
      { name: "name", label: "Name", required: true, most: 200, help: "What it shows, such as: 22 minutes are one unit" },
      { name: "source", label: "Source", required: true, most: 200 },
    ],
    ok: "Add the example",
  });
  if (!given) {
    return;
  }
  try {
    if (await desk.change("/examples/new", { method: "POST", json: { ...given, claim: example.claim } }, OVER.example)) {
      page.say(`The example ${given.name} stands in ${given.table}.`);
    }
  } catch (error) {
    page.failed(error, "The example was not added");
  }
}
