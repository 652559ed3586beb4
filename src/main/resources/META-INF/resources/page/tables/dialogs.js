// What the page asks for in a dialog.

import { coded, make } from "../desk/elements.js";
import { me } from "../who.js";
import { drawnWords } from "./words.js";

const NAME = "hearth-tables-name";

/**
 * A field of a dialog; `lines` makes it a box for several lines, `optional` says that it may be left out.
 * @typedef {{name: string, label: string, type?: string, value?: string, required?: boolean, optional?: boolean, help?: string, options?: [string, string][], lines?: number, most?: number, min?: string}} Field
 */

/** @param {Field} field */
function drawn({ name, label, type = "text", value = "", required = false, optional = false, help, options, lines, most = 500, min }) {
  const attributes = { name, required, "aria-describedby": help ? `help-${name}` : null };
  const input = options
    ? make("select", attributes, ...options.map(([key, text]) => make("option", { value: key, selected: key === value }, text)))
    : lines
      ? make("textarea", { ...attributes, rows: lines, maxlength: most }, value)
      : make("input", { ...attributes, type, value: type === "checkbox" ? "yes" : value, maxlength: type === "text" ? most : null, checked: type === "checkbox" && value === "yes", min, autocomplete: type === "password" ? "off" : null });
  return make("div", { class: "ask-field" }, type === "checkbox" ? make("label", {}, input, " ", label) : make("label", {}, label, optional ? make("span", { class: "quiet" }, " (may be left out)") : null, input),
    help ? make("p", { class: "quiet", id: `help-${name}` }, help) : null);
}

/**
 * Asks, and waits for the answer.
 * @param {{title: string, text?: (string | Node)[], fields?: (Field | null)[], ok: string, cancel?: string, danger?: boolean, wide?: boolean}} what text in which backticks mark code
 * @returns {Promise<Record<string, string> | null>} what was filled in; null where it was cancelled
 */
export function asked({ title, text = [], fields = [], ok, cancel = "Cancel", danger = false, wide = false }) {
  const before = document.activeElement;
  const form = make("form", { method: "dialog" },
    make("h2", { id: "ask-title" }, title),
    ...text.map((one) => (typeof one === "string" ? make("p", {}, ...coded(one)) : one)),
    ...fields.filter((field) => field !== null).map(drawn),
    make("div", { class: "actions" }, make("button", { class: danger ? "first danger" : "first", value: "ok" }, ok), make("button", { value: "cancel", formnovalidate: true }, cancel)));
  const dialog = make("dialog", { "aria-labelledby": "ask-title", class: wide ? "wide" : null }, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus({ preventScroll: true });
      }
      resolve(dialog.returnValue === "ok" ? values : null);
    });
  });
}

/**
 * The field for who somebody is; the browser remembers what was told last. None where the service knows it.
 * @param {string} name
 * @param {string} label
 * @param {string} [other] who did the step before, and whose name is not proposed
 * @returns {Field | null}
 */
export const person = (name, label, other) => (me ? null : { name, label, value: localStorage.getItem(NAME) === other ? "" : localStorage.getItem(NAME) || "", required: true, most: 80, help: "Your name as colleagues know it; it stands in the record of releases." });

/** @param {string | undefined} name nothing where it was not asked for */
export const remember = (name) => name && localStorage.setItem(NAME, name);

/** The token of the operator. @param {boolean} wrong whether the last one was refused @returns {Promise<string | null>} */
export async function token(wrong) {
  const given = await asked({
    title: "This service asks for its token",
    text: [wrong ? "The service did not take that token." : "Whoever runs the service knows it. It is kept in this tab alone, until you close it."],
    fields: [{ name: "token", label: "Token", type: "password", required: true }],
    ok: "Go on",
  });
  return given?.token || null;
}

/**
 * Somebody else changed the draft first.
 * @param {import("./service.js").Stale} stale
 * @param {string[]} mine one's own changes in words
 * @param {number} lost how many of them have no row any more
 * @param {string} over what one's own does to theirs, where it can be done
 * @returns {Promise<boolean>} whether one's own are to be made again upon the other's
 */
export async function decided(stale, mine, lost, over) {
  const left = mine.length - lost;
  const answer = await asked({
    title: "Somebody else changed this draft first",
    wide: true,
    text: [
      stale.difference.length ? "What they changed:" : stale.message,
      ...(stale.difference.length ? [drawnWords(stale.difference)] : []),
      ...(mine.length ? ["What you changed:", drawnWords(mine)] : []),
      ...(lost ? [`${lost === mine.length ? "None of it" : "Not all of it"} can be made again: ${lost} of ${mine.length} have no row of that name any more.`] : []),
      mine.length && !left ? "Theirs is shown." : over,
    ],
    ok: mine.length ? (left ? "Make mine again" : "Show theirs") : "Do it all the same",
    cancel: left || !mine.length ? "Leave mine out" : "Close",
  });
  return answer !== null;
}
