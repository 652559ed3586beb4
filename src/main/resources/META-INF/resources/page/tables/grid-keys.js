// What is done in a grid by keys, the mouse and the clipboard: as in a spreadsheet program.

import { cellsOf, textOf } from "./clipboard.js";
import { emptied } from "./model.js";

/** @typedef {import("./grid.js").GridView} GridView */

/** How many rows of the screen a page leaves in sight. */
const KEPT = 2;

/** @param {GridView} view @param {number} height of a row in pixels */
export function listen(view, height) {
  const { table } = view;
  table.addEventListener("keydown", (event) => pressed(view, event, Math.max(1, Math.floor(view.box.clientHeight / height) - KEPT)));
  table.addEventListener("mousedown", (event) => {
    const cell = event.target instanceof Element ? event.target.closest("td[data-row]") : null;
    if (cell instanceof HTMLElement && !cell.querySelector(".cell-editor")) {
      view.go(Number(cell.dataset.row), Number(cell.dataset.column), event.shiftKey);
    }
  });
  table.addEventListener("dblclick", (event) => {
    if (event.target instanceof Element && event.target.closest("td[data-row]")) {
      view.edit();
    }
  });
  table.addEventListener("click", (event) => {
    const fold = event.target instanceof Element ? event.target.closest("button[data-fold]") : null;
    if (fold instanceof HTMLElement) {
      view.how.fold(view.items[Number(fold.dataset.fold)]);
    }
  });
  table.addEventListener("copy", (event) => {
    event.preventDefault();
    event.clipboardData?.setData("text/plain", textOf(view.chosen().map((row) => row.map((cell) => cell.row.cells[cell.column.index] || ""))));
  });
  table.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain");
    if (text && view.editable) {
      event.preventDefault();
      const { at, corner } = view;
      view.how.paste(view.items.map(({ row }) => row).filter(({ state }) => state !== "removed"), { row: Math.min(at.row, corner.row), column: Math.min(at.column, corner.column) }, cellsOf(text));
    }
  });
}

/** Empties the cells that are chosen. @param {GridView} view */
function clear(view) {
  if (view.editable) {
    view.how.clear(view.chosen().flat().filter(({ row, column }) => row.state !== "removed" && row.cells[column.index] !== emptied(column)));
  }
}

/** @param {GridView} view @param {KeyboardEvent} event @param {number} page how many rows a page is */
function pressed(view, event, page) {
  const { key, shiftKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const { row, column } = view.at;
  const go = (/** @type {number} */ to, /** @type {number} */ across) => () => view.go(to, across, shiftKey);
  const lastRow = view.items.length - 1;
  const lastColumn = (view.sheet?.columns.length || 1) - 1;
  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: go(control ? lastRow : row + 1, column),
    ArrowUp: go(control ? 0 : row - 1, column),
    ArrowRight: go(row, control ? lastColumn : column + 1),
    ArrowLeft: go(row, control ? 0 : column - 1),
    PageDown: go(row + page, column),
    PageUp: go(row - page, column),
    Home: go(control ? 0 : row, 0),
    End: go(control ? lastRow : row, lastColumn),
    Enter: () => view.edit(),
    F2: () => view.edit(),
    Delete: () => clear(view),
    Backspace: () => clear(view),
    Insert: () => view.how.pressed("add"),
    " ": () => (view.item?.group ? view.how.fold(view.item) : view.edit()),
  };
  /** @type {Record<string, () => void>} */
  const withControl = { z: () => view.how.pressed(shiftKey ? "redo" : "undo"), Z: () => view.how.pressed("redo"), y: () => view.how.pressed("redo"), "-": () => view.how.pressed("delete") };
  const done = control && withControl[key] || (!event.altKey && (!control || key.startsWith("Arrow") || key === "Home" || key === "End") && keys[key]);
  if (done) {
    event.preventDefault();
    done();
  } else if (key.length === 1 && !control && !event.altKey) {
    event.preventDefault();
    view.edit(key);
  }
}
