// Asks the service for tables, drafts and releases. Where it wants the operator's token, the page is asked for it once; it stays in this tab.

import { Refused, lines } from "../desk/stream.js";
import { me } from "../who.js";

const TOKEN = "hearth-admin-token";
const JSON_TYPE = "application/json";
const SILENT = "The service did not answer. Is it running?";
const ENDED = "Your login has ended. Load the page anew and log in; what is typed and not sent yet is then gone.";
const UNREADABLE = "The service gave no readable answer. Try again, or tell whoever runs it.";

/** Somebody else was faster. */
export class Stale extends Refused {
  /** @param {any} problem */
  constructor(problem) {
    super(problem);
    /** @type {string[]} what the other changed, in words */
    this.difference = wordsOf(problem.difference);
    /** @type {number} */
    this.revision = problem.revision;
  }
}

/** A problem with what it says beside its text. */
export class Problem extends Refused {
  /** @param {any} problem */
  constructor(problem) {
    super(problem);
    /** @type {any} */
    this.problem = problem;
  }
}

/** A difference in words, whether it comes as words or table by table. @param {any} difference @returns {string[]} */
export function wordsOf(difference) {
  if (Array.isArray(difference)) {
    return difference.map(String);
  }
  return difference?.words?.map(String) || (typeof difference === "string" ? difference.split("\n").filter((line) => line.trim()) : []);
}

/** @type {(wrong: boolean) => Promise<string | null>} */
let askForToken = async () => null;

/** The question that is open, for all who wait for the token. @type {Promise<string | null> | null} */
let asking = null;

/**
 * Another token than the one that was refused: the one that was told meanwhile, else the one that is told now. However many requests
 * were refused, it is asked for once.
 * @param {string | null} refused
 * @returns {Promise<string | null>} null where nobody has it
 */
async function anotherToken(refused) {
  const kept = sessionStorage.getItem(TOKEN);
  if (kept !== refused && kept) {
    return kept;
  }
  asking ??= askForToken(refused !== null).then((given) => {
    if (given) {
      sessionStorage.setItem(TOKEN, given);
    } else {
      sessionStorage.removeItem(TOKEN);
    }
    return given;
  }).finally(() => {
    asking = null;
  });
  return asking;
}

/** Says who asks for the token; null where nobody has it. @param {typeof askForToken} ask */
export const whoAsks = (ask) => {
  askForToken = ask;
};

/**
 * @typedef {object} Asked
 * @property {string} [method] GET if it is absent
 * @property {any} [json] the body
 * @property {BodyInit} [body]
 * @property {string} [type] of the body
 * @property {string} [accept]
 * @property {number} [revision] of the draft that is changed
 * @property {AbortSignal} [signal]
 */

/**
 * @param {string} address
 * @param {Asked} [asked]
 * @returns {Promise<Response>} with a status below 300
 * @throws {Stale | Problem}
 */
export async function ask(address, { method = "GET", json, body, type, accept = JSON_TYPE, revision, signal } = {}) {
  for (;;) {
    const token = sessionStorage.getItem(TOKEN);
    const answer = await asked(address, {
      method,
      body: json === undefined ? body : JSON.stringify(json),
      signal,
      headers: {
        Accept: `${accept}, application/problem+json`,
        ...(json !== undefined ? { "Content-Type": JSON_TYPE } : type ? { "Content-Type": type } : {}),
        ...(revision === undefined ? {} : { "If-Match": `"${revision}"` }),
        ...(token ? { Authorization: "Bearer " + token } : {}),
      },
    });
    if (answer.ok) {
      return answer;
    }
    if (answer.status === 401 && me) {
      throw new Problem({ status: 401, detail: ENDED });
    }
    if (answer.status === 401 && await anotherToken(token)) {
      continue;
    }
    const problem = { ...(await answer.json().catch(() => ({ detail: UNREADABLE }))), status: answer.status };
    throw answer.status === 412 ? new Stale(problem) : new Problem(problem);
  }
}

/** @param {string} address @param {RequestInit} request */
async function asked(address, request) {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (request.signal?.aborted) {
      throw error;
    }
    throw new Problem({ status: 0, detail: SILENT });
  }
}

/** The answer as JSON. @param {string} address @param {Asked} [asked] @returns {Promise<any>} */
export async function got(address, asked) {
  const answer = await ask(address, asked);
  return answer.status === 204 ? null : answer.json();
}

/** The lines of an NDJSON answer as they come. @param {string} address @param {Asked} asked @returns {AsyncGenerator<any>} */
export async function* streamed(address, asked) {
  for await (const line of lines(await ask(address, { method: "POST", accept: "application/x-ndjson", ...asked }))) {
    const read = line.trim() ? JSON.parse(line) : null;
    if (read?.problem) {
      throw new Problem(read.problem);
    }
    if (read) {
      yield read;
    }
  }
}

/** The media type of a file of claims; the service looks at what it holds. @param {File} file */
export const typeOf = async (file) => (/^\s*[[{]/.test(await file.slice(0, 100).text()) ? "application/x-ndjson" : "application/edi-x12");

/** @param {string} name of a table or an id */
export const part = (name) => encodeURIComponent(name);
