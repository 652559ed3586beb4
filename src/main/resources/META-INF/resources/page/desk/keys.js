// The keyboard: single letters while nothing is typed in, and only if they are wanted.

import { byId } from "./elements.js";

const WANTED = "hearth-desk-keys";

/**
 * @param {{list: import("./list.js").VirtualList<any>, claim: import("./claim-view.js").ClaimView, undo: () => void, open: () => boolean, atHand: () => boolean}} desk
 *     whether the desk is open, and whether the claim that is open is the one that the list is at
 */
export function listen({ list, claim, undo, open, atHand }) {
  const dialog = byId("keys", HTMLDialogElement);
  const wanted = byId("single-keys", HTMLInputElement);
  wanted.checked = localStorage.getItem(WANTED) !== "off";
  wanted.addEventListener("change", () => localStorage.setItem(WANTED, wanted.checked ? "on" : "off"));
  byId("help", HTMLButtonElement).addEventListener("click", () => dialog.showModal());
  /** @type {Record<string, () => unknown>} */
  const keys = {
    j: () => move(list, 1),
    k: () => move(list, -1),
    n: () => atHand() && claim.goTo(claim.finding + 1),
    p: () => atHand() && claim.goTo(claim.finding - 1),
    m: () => atHand() && claim.mending.mend(Math.max(1, claim.finding)),
    d: () => atHand() && claim.marking.mark("done"),
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
