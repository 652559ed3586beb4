// The keyboard: single letters while nothing is typed in, and only if they are wanted.

import { byId } from "./elements.js";

const WANTED = "hearth-desk-keys";

/**
 * @param {{list: import("./list.js").VirtualList<any>, claim: import("./claim-view.js").ClaimView, undo: () => void, open: () => boolean}} desk
 */
export function listen({ list, claim, undo, open }) {
  const dialog = byId("keys", HTMLDialogElement);
  const wanted = byId("single-keys", HTMLInputElement);
  wanted.checked = localStorage.getItem(WANTED) !== "off";
  wanted.addEventListener("change", () => localStorage.setItem(WANTED, wanted.checked ? "on" : "off"));
  byId("help", HTMLButtonElement).addEventListener("click", () => dialog.showModal());
  /** @type {Record<string, () => void>} */
  const keys = {
    j: () => move(list, 1),
    k: () => move(list, -1),
    n: () => claim.goTo(claim.finding + 1),
    p: () => claim.goTo(claim.finding - 1),
    m: () => claim.mend(Math.max(1, claim.finding)),
    d: () => claim.i >= 0 && claim.mark("done"),
    u: undo,
    "/": () => byId("search", HTMLInputElement).focus(),
    "?": () => dialog.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (!open() || document.querySelector("dialog[open]") || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === "Escape") {
      byId("back", HTMLButtonElement).click();
      return;
    }
    const typing = target instanceof HTMLInputElement && !["checkbox", "file"].includes(target.type) || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
    if (!typing && wanted.checked && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
}

/** @param {import("./list.js").VirtualList<any>} list @param {number} by */
function move(list, by) {
  list.box.focus({ preventScroll: true });
  list.move(by);
}
