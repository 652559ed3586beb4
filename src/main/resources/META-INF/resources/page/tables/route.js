// Where in the workbench one is, as the address says it after its #.

/**
 * @typedef {object} Place
 * @property {"tables" | "table" | "drafts" | "draft" | "releases" | "trial"} view
 * @property {string} [table]
 * @property {string} [draft]
 * @property {string} [release] a version, of a trial
 * @property {string} [step] of a draft: edit, check, examples, impact, propose, publish
 * @property {string} [sheet]
 * @property {string} [cell]
 * @property {string} [row] the name of a row, where its cell is not known
 */

const TRY = "try";
export const STEPS = ["edit", "check", "examples", "impact", "propose", "publish"];

/** @param {string} hash @returns {Place} */
export function placeOf(hash) {
  const [path, query] = hash.replace(/^#\/?/, "").split("?");
  const [first, id, ...rest] = path.split("/").map(decoded);
  const asked = new URLSearchParams(query);
  const at = Object.fromEntries(["sheet", "cell", "row"].flatMap((name) => (asked.get(name) ? [[name, String(asked.get(name))]] : [])));
  if (first === "releases") {
    return id && rest[0] === TRY ? { view: "trial", release: id } : { view: "releases" };
  }
  if (first === "tables" && id) {
    return { view: "table", table: id, ...at };
  }
  if (first === "drafts" && id && rest[0] === TRY) {
    return { view: "trial", draft: id };
  }
  if (first === "drafts" && id) {
    return rest[0] === "tables" && rest[1] ? { view: "table", draft: id, table: rest[1], ...at } : { view: "draft", draft: id, step: STEPS.includes(rest[0]) ? rest[0] : "edit" };
  }
  return { view: first === "drafts" ? "drafts" : "tables" };
}

/** @param {Place} place @returns {string} */
export function hashOf({ view, table, draft, release, step, sheet, cell, row }) {
  const asked = new URLSearchParams({ ...(sheet ? { sheet } : {}), ...(cell ? { cell } : {}), ...(row ? { row } : {}) }).toString();
  const names = view === "trial" ? [...(draft ? ["drafts", draft] : ["releases", release || ""]), TRY] : view === "table"
    ? [...(draft ? ["drafts", draft] : []), "tables", table || ""]
    : view === "draft" ? ["drafts", draft || "", ...(step && step !== "edit" ? [step] : [])] : [view === "tables" ? "" : view];
  return "#/" + names.map(encodeURIComponent).join("/") + (asked ? "?" + asked : "");
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
