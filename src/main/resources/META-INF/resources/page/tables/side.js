// What stands beside a grid: what is wrong, on a line if it can be drawn, and what the row at hand leads to.

import { coded, make } from "../desk/elements.js";
import { counted } from "../desk/values.js";
import { drawnLine, isFaulty } from "./lines.js";

/** @typedef {import("./model.js").Grid} Grid */
/** @typedef {import("./model.js").Sheet} Sheet */
/** @typedef {import("./model.js").Row} Row */
/** @typedef {import("./model.js").Complaint} Complaint */

/** How many complaints are listed at a time. */
const LISTED = 100;

/** @param {Complaint} complaint @param {(complaint: Complaint) => void} jump */
const drawnComplaint = (complaint, jump) => make("li", { class: complaint.level },
  make("span", { class: "sign", "aria-hidden": "true" }, complaint.level === "problem" ? "✖ " : "▲ "),
  make("span", { class: "unseen" }, complaint.level + ": "),
  complaint.cell ? make("button", { type: "button", class: "plain", click: () => jump(complaint) }, `${complaint.sheet}, ${complaint.cell}`) : complaint.sheet ? make("b", {}, complaint.sheet) : null, complaint.sheet ? ": " : null,
  ...coded(complaint.message), complaint.fix ? make("span", { class: "fix" }, "; ", ...coded(complaint.fix)) : null,
  complaint.claim ? make("p", { class: "case" }, "For example: ", ...coded(complaint.claim)) : null);

/** @param {Grid} grid @param {(complaint: Complaint) => void} jump */
export function complaints(grid, jump) {
  const problems = grid.complaints.filter(({ level }) => level === "problem");
  const warnings = grid.complaints.filter(({ level }) => level !== "problem");
  const all = [...problems, ...warnings];
  return make("section", { class: "complaints" },
    make("h2", {}, all.length ? [problems.length ? counted(problems.length, "problem") : "", warnings.length ? counted(warnings.length, "warning") : ""].filter((part) => part).join(", ") : "Nothing to complain of"),
    all.length ? make("ul", {}, ...all.slice(0, LISTED).map((one) => drawnComplaint(one, jump)), all.length > LISTED ? make("li", {}, `and ${all.length - LISTED} more`) : null) : make("p", { class: "quiet" }, "Every cell can be read, and the rows fit together."));
}

/** @param {Grid} grid @param {Row | null} row at hand @param {(cell: string) => void} jump */
export function numberLines(grid, row, jump) {
  const faulty = grid.lines.filter(isFaulty);
  const own = grid.lines.filter((line) => !isFaulty(line) && line.spans.length > 1 && row && line.spans.some((span) => span.row === row.key));
  const shown = [...faulty.slice(0, 5), ...own.slice(0, 2)];
  return shown.length ? make("section", { class: "lines-drawn" }, make("h2", {}, faulty.length ? "Where rows leave a gap or meet" : "Where the row stands"), ...shown.map((line) => drawnLine(line, jump))) : null;
}

/**
 * What is known of a row, and where it leads.
 * @param {Sheet} sheet
 * @param {Row | null} row
 */
export function about(sheet, row) {
  if (!row) {
    return null;
  }
  const findings = row.findings || [];
  return make("section", {}, make("h2", {}, `Row ${row.key}`),
    row.state === "changed" ? make("ul", { class: "was" }, ...sheet.columns.flatMap((column) => {
      const was = row.was?.[column.index];
      return was === null || was === undefined ? [] : [make("li", {}, `${column.heading}: `, make("del", {}, was || "blank"), " → ", make("ins", {}, row.cells[column.index] || "blank"))];
    })) : row.state ? make("p", {}, row.state === "added" ? "This row is new in the draft." : "The draft takes this row out.") : null,
    findings.length ? make("p", {}, "Findings: ", ...findings.flatMap((id) => [make("a", { href: "findings/" + encodeURIComponent(id), target: "_blank", rel: "noopener" }, id), " "])) : null,
    row.examples === null || row.examples === undefined ? null : make("p", { class: row.examples ? null : "warning" }, row.examples ? `${counted(row.examples, "example")} reach${row.examples === 1 ? "es" : ""} it.` : "No example reaches it."),
    row.stale ? make("p", { class: "warning" }, "It was compared with its source more than a year ago.") : null);
}
