// Who looks at the page, where the service asks people who they are; what they may not do is not offered, and why is said.

import { make } from "./desk/elements.js";

// modules are tried without a page too
const { roles, name, subject } = globalThis.document ? document.body.dataset : /** @type {DOMStringMap} */ ({});

/** Who looks at it; null where nobody needs to say who they are. @type {{name: string, subject: string, roles: string[]} | null} */
export const me = roles === undefined ? null : { name: name || "", subject: subject || "", roles: roles.split(" ").filter((role) => role) };

/** Whether they have one of these roles, or need none. @param {string[]} any */
export const may = (...any) => !me || me.roles.some((role) => any.includes(role));

/**
 * What is offered to those who have one of these roles; to the others what it needs.
 * @template {Node | null} T
 * @param {T} offered
 * @param {string} what it is, such as `Proposing a draft`
 * @param {string[]} any
 * @returns {T | HTMLElement}
 */
export const offered = (offered, what, ...any) => (may(...any) ? offered : make("p", { class: "quiet" }, `${what} needs the role ${any.join(" or ")}, which you do not have.`));
