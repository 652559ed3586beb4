// Small helpers for making parts of the page. Whatever comes from a claim is text and nothing else.

/**
 * Makes an element.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} [properties] attributes; functions are listeners
 * @param {...(Node | string | null | undefined)} content
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(name, properties = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === "function") {
      made.addEventListener(key, value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : String(value));
    }
  }
  made.append(...content.filter((part) => part !== null && part !== undefined).map((part) => /** @type {Node | string} */ (part)));
  return made;
}

/** Text in which what stands in backticks is code. @param {string} text @returns {Node[]} */
export const coded = (text) =>
  text.split("`").map((part, index) => (index % 2 ? make("code", {}, part) : document.createTextNode(part)));

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new Error("the page has no " + id);
  }
  return found;
}

/** Lets the browser save content as a file. @param {Blob} content @param {string} name */
export function saveAs(content, name) {
  const address = URL.createObjectURL(content);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
