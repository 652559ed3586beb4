// Rows drawn on a line of numbers or days, so that a gap between them, or two over the same place, is seen.

import { make } from "../desk/elements.js";

/** @typedef {import("./model.js").Line} Line */
/** @typedef {{kind: "span" | "gap" | "overlap", x: number, width: number, label: string, row?: string, cell?: string}} Mark */

const SPACE = "http://www.w3.org/2000/svg";
const WIDTH = 320;
const HEIGHT = 56;
/** What is narrower cannot be seen or met with a pointer. */
const NARROWEST = 3;
const DAY_MS = 86_400_000;
/** How far an open end reaches past the last limit that is known, as a part of the rest. */
const PAST = 0.08;

/** @param {any} value a number, an ISO day, or nothing where a span has no end @returns {number | null} */
export function numberOf(value) {
  if (value === null || value === undefined || value === "" || value === "open" || value === "any") {
    return null;
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? Date.parse(value + "T00:00:00Z") / DAY_MS : Number(value);
}

/** @param {Line} line */
export const isFaulty = (line) => line.gaps.length > 0 || line.overlaps.length > 0;

/** What to draw of a line: all of it, or the surroundings of what is wrong. @param {Line} line */
function part(line) {
  const spans = line.spans.map((span) => ({ ...span, low: numberOf(span.least), high: numberOf(span.most) }))
    .sort((a, b) => (a.low ?? -Infinity) - (b.low ?? -Infinity));
  const faults = [...line.gaps, ...line.overlaps].map(({ least, most }) => ({ low: numberOf(least), high: numberOf(most) }));
  if (!faults.length || spans.length < 8) {
    return spans;
  }
  const low = Math.min(...faults.map((fault) => fault.low ?? -Infinity));
  const high = Math.max(...faults.map((fault) => fault.high ?? Infinity));
  const first = spans.findIndex((span) => (span.high ?? Infinity) >= low);
  const beyond = spans.findIndex((span) => (span.low ?? -Infinity) > high);
  return spans.slice(Math.max(0, (first < 0 ? spans.length : first) - 2), (beyond < 0 ? spans.length : beyond) + 2);
}

/**
 * Where the marks of a line go.
 * @param {Line} line
 * @param {number} width of the drawing
 * @returns {{marks: Mark[], from: string, to: string}} with what stands at its ends
 */
export function marksOf(line, width) {
  const spans = part(line);
  const known = [...spans.flatMap(({ low, high }) => [low, high === null ? null : high + 1]), ...[...line.gaps, ...line.overlaps].flatMap(({ least, most }) => [numberOf(least), numberOf(most)])].filter((limit) => limit !== null);
  if (!known.length) {
    return { marks: [], from: "open", to: "open" };
  }
  const low = Math.min(...known);
  const high = Math.max(...known, low + 1);
  const opens = spans.some((span) => span.low === null);
  const ends = spans.some((span) => span.high === null);
  const past = (high - low) * PAST;
  const left = opens ? low - past : low;
  const right = ends ? high + past : high;
  const place = (/** @type {number} */ at) => Math.max(0, Math.min(width, ((at - left) / (right - left)) * width));
  /** @param {Mark["kind"]} kind @param {any} least @param {any} most @param {string} label @returns {Mark} */
  const mark = (kind, least, most, label) => {
    const x = place(numberOf(least) ?? left);
    const end = place((numberOf(most) ?? right) + 1);
    return { kind, x: Math.min(x, width - NARROWEST), width: Math.max(NARROWEST, end - x), label };
  };
  const marks = [
    ...spans.map((span) => ({ ...mark("span", span.least, span.most, `${span.row}: ${reach(span.least, span.most)}`), row: span.row, cell: span.cell })),
    ...line.overlaps.map(({ least, most, rows }) => mark("overlap", least, most, `${rows.join(" and ")} both hold: ${reach(least, most)}`)),
    ...line.gaps.map(({ least, most }) => mark("gap", least, most, `no row holds: ${reach(least, most)}`)),
  ];
  return { marks, from: opens ? "open" : String(spans[0]?.least), to: ends ? "open" : String(spans.at(-1)?.most) };
}

/** @param {any} least @param {any} most */
export const reach = (least, most) => (numberOf(least) === null && numberOf(most) === null ? "always" : least === most ? String(least) : numberOf(most) === null ? `${least} and on` : numberOf(least) === null ? `up to ${most}` : `${least} to ${most}`);

/** @param {string} name @param {Record<string, string | number>} attributes @param {...(Node | string)} content */
function svg(name, attributes, ...content) {
  const made = document.createElementNS(SPACE, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, String(value)));
  made.append(...content);
  return made;
}

/**
 * Draws a line; what it shows is also said in words below it.
 * @param {Line} line
 * @param {(cell: string) => void} jump to the cell of a span
 */
export function drawnLine(line, jump) {
  const { marks, from, to } = marksOf(line, WIDTH);
  const faults = [...line.gaps.map(({ least, most }) => `No row holds for ${line.heading} ${reach(least, most)}.`), ...line.overlaps.map(({ least, most, rows }) => `Rows ${rows.join(" and ")} both hold for ${line.heading} ${reach(least, most)}.`)];
  const title = `${line.heading}${line.group ? `, ${line.group}` : ""}`;
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "number-line", role: "img", "aria-label": `${title}: ${line.spans.length} rows. ${faults.join(" ")}` },
    svg("line", { x1: 0, x2: WIDTH, y1: 34, y2: 34, class: "axis" }),
    ...marks.map(({ kind, x, width, label, cell }, index) => {
      const shape = svg("rect", { x, y: kind === "span" ? (index % 2 ? 18 : 12) : 6, width: Math.max(NARROWEST, width - (kind === "span" ? 1 : 0)), height: kind === "span" ? 14 : 30, class: kind, ...(cell ? { "data-cell": cell } : {}) }, svg("title", {}, label));
      if (cell) {
        shape.addEventListener("click", () => jump(cell));
      }
      return shape;
    }),
    svg("text", { x: 0, y: 50 }, from), svg("text", { x: WIDTH, y: 50, "text-anchor": "end" }, to));
  return make("figure", { class: "line-figure" }, make("figcaption", {}, title), picture, ...faults.map((fault) => make("p", { class: "fault" }, make("span", { "aria-hidden": "true" }, "▲ "), fault)));
}
