// What is being typed when a claim is drawn anew.

import { follow } from "./edits.js";

/**
 * Keeps what is being typed over a drawing anew.
 * @param {HTMLElement} drawing
 * @param {any} known the claim as it was drawn before
 * @param {any} claim
 * @returns {() => void} to be called after it
 */
export function typing(drawing, known, claim) {
  const inputs = [...drawing.querySelectorAll("input")];
  const begun = inputs.filter((input) => input.value !== input.dataset.drawn);
  const focused = inputs.find((input) => input === document.activeElement);
  const [from, to] = [focused?.selectionStart ?? null, focused?.selectionEnd ?? null];
  return () => {
    const now = (/** @type {HTMLInputElement} */ input) => {
      const path = follow(input.dataset.path || "", known, claim);
      return path === null ? null : /** @type {HTMLInputElement | null} */ (drawing.querySelector(`input[data-path="${CSS.escape(path)}"]`));
    };
    for (const before of begun) {
      const input = now(before);
      if (input && input.dataset.drawn === before.dataset.drawn) {
        input.value = before.value;
      }
    }
    const input = focused && now(focused);
    input?.focus({ preventScroll: true });
    if (input && from !== null) {
      input.setSelectionRange(from, to);
    }
  };
}
