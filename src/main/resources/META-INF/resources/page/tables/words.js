// What differs, in the words of the service: the name of a table, and below it, indented, what differs in it.

import { coded, make } from "../desk/elements.js";

/** @param {string[]} words @returns {HTMLElement} */
export function drawnWords(words) {
  const box = make("div", { class: "difference" });
  /** @type {HTMLElement | null} */
  let list = null;
  for (const word of words) {
    if (/^\s/.test(word) || !words.some((one) => /^\s/.test(one))) {
      list = list || make("ul");
      const said = coded(word.trim().replace(" -> ", " → "));
      // what is indented further belongs to the line before it
      if (/^\s{3}/.test(word) && list.lastElementChild) {
        list.lastElementChild.append(make("br"), ...said);
      } else {
        list.append(make("li", {}, ...said));
      }
      box.append(list);
    } else {
      list = null;
      box.append(make("p", {}, ...coded(word)));
    }
  }
  return box;
}

/** The name of a table by that of its workbook. @param {string} workbook such as `codes/visit-codes.xlsx` */
export const tableOf = (workbook) => workbook.replace(/^.*\//, "").replace(/(\.drl)?\.xlsx$/, "");
