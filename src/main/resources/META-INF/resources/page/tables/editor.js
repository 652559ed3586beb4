// The field that a cell becomes while it is edited: what may stand there is offered by the column's kind.

import { make } from "../desk/elements.js";
import { holdsSeveral, offered } from "./model.js";

/** @typedef {import("./model.js").Column} Column */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */
/** Where the grid goes once a cell is left. @typedef {"stay" | "down" | "up" | "right" | "left"} Move */

const LONG = ["text", "source"];
/** How many codes are offered at a time. */
const OFFERED = 200;
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Opens a field in a cell.
 * @param {HTMLElement} cell
 * @param {Column} column
 * @param {string} text what stands there
 * @param {{label: string, first: string | null, codes: () => Promise<{code: string, label: string}[]>, commit: (value: string, move: Move) => void, cancel: () => void}} how
 *     `first` is the letter that began it, which takes the place of what stood there
 * @returns {Field}
 */
export function openField(cell, column, text, how) {
  const known = offered(column);
  const field = column.kind === "choice" || column.kind === "yes-no"
    ? choice(known, text)
    : LONG.includes(column.kind) || /\n/.test(text) || text.length > 60
      ? make("textarea", { rows: 4, spellcheck: "false" }, text)
      : make("input", { value: text, autocomplete: "off", spellcheck: "false", inputmode: column.kind === "number" || column.kind === "amount" ? "decimal" : null });
  field.setAttribute("aria-label", how.label);
  const box = make("div", { class: "cell-editor" + (field instanceof HTMLTextAreaElement ? " long" : "") }, field);
  if (column.kind === "date" && field instanceof HTMLInputElement) {
    box.append(...known.filter((word) => word !== "any" || !known.includes("open")).map((word) => make("button", { type: "button", class: "word", click: () => end(true, "stay", word) }, word)), calendar(field));
  } else if (field instanceof HTMLInputElement) {
    complete(box, field, column, known, how.codes);
  }
  cell.replaceChildren(box);
  let done = false;
  const end = (/** @type {boolean} */ keep, /** @type {Move} */ move, value = field.value) => {
    if (!done) {
      done = true;
      if (keep) {
        how.commit(value, move);
      } else {
        how.cancel();
      }
    }
  };
  field.addEventListener("keydown", (event) => {
    const key = /** @type {KeyboardEvent} */ (event);
    key.stopPropagation();
    /** @type {Record<string, [boolean, Move]>} */
    const keys = { Escape: [false, "stay"], Enter: [true, key.shiftKey ? "up" : "down"], Tab: [true, key.shiftKey ? "left" : "right"] };
    const line = field instanceof HTMLTextAreaElement && key.key === "Enter" && key.altKey;
    if (line) {
      key.preventDefault();
      field.setRangeText("\n", field.selectionStart, field.selectionEnd, "end");
    } else if (keys[key.key] && !key.isComposing) {
      key.preventDefault();
      end(...keys[key.key]);
    }
  });
  ["copy", "cut", "paste"].forEach((name) => field.addEventListener(name, (event) => event.stopPropagation()));
  box.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && box.contains(event.relatedTarget))) {
      end(true, "stay");
    }
  });
  field.focus({ preventScroll: true });
  if (how.first !== null && !(field instanceof HTMLSelectElement)) {
    field.value = how.first;
  } else if (!(field instanceof HTMLSelectElement)) {
    field.select();
  }
  return field;
}

/** @param {string[]} known @param {string} text */
function choice(known, text) {
  const all = known.includes(text) ? known : [text, ...known];
  const select = make("select", {}, ...all.map((word) => make("option", { value: word }, word)));
  select.value = text;
  return select;
}

/** A button that opens the browser's calendar; the day that is chosen is put into the field. @param {HTMLInputElement} field */
function calendar(field) {
  const day = make("input", { type: "date", tabindex: -1, "aria-hidden": "true", class: "calendar" });
  day.value = ISO.test(field.value) ? field.value : "";
  day.addEventListener("change", () => {
    field.value = day.value || field.value;
    field.focus();
  });
  const button = make("button", { type: "button", "aria-label": "Choose a day", title: "Choose a day (Alt and the arrow down)" }, "▾");
  button.addEventListener("click", () => day.showPicker());
  field.addEventListener("keydown", (event) => {
    if (event.altKey && event.key === "ArrowDown") {
      event.preventDefault();
      day.showPicker();
    }
  });
  return make("span", { class: "pick" }, button, day);
}

/**
 * Offers words and codes while somebody types; where several stand in a cell, for the last of them.
 * @param {HTMLElement} box
 * @param {HTMLInputElement} field
 * @param {Column} column
 * @param {string[]} known
 * @param {() => Promise<{code: string, label: string}[]>} codes
 */
function complete(box, field, column, known, codes) {
  if (column.kind === "key" || column.kind === "number" && !known.length) {
    return;
  }
  const list = make("datalist", { id: "cell-codes" });
  /** @type {{code: string, label: string}[]} */
  let all = known.map((code) => ({ code, label: "" }));
  const show = () => {
    const parts = holdsSeveral(column) ? field.value.split(",") : [field.value];
    const last = (parts.pop() || "").trim().toUpperCase();
    const before = parts.length ? parts.map((part) => part.trim()).join(", ") + ", " : "";
    const begun = all.filter(({ code }) => code.toUpperCase().startsWith(last));
    list.replaceChildren(...begun.slice(0, OFFERED).map(({ code, label }) => make("option", { value: before + code, label: label ? `${code} ${label}` : null })));
  };
  field.setAttribute("list", list.id);
  field.addEventListener("input", show);
  box.append(list);
  show();
  codes().then((more) => {
    all = [...all, ...more.filter(({ code }) => !known.includes(code))];
    show();
  }, () => {});
}
