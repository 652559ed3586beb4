// Asks the service, and reads its answer line by line.

/** What the service says is wrong. */
export class Refused extends Error {
  /** @param {{status: number, title?: string, detail?: string, errors?: {pointer?: string, message: string, fix?: string}[]}} problem */
  constructor(problem) {
    super(problem.detail || problem.title || "");
    this.status = problem.status;
    this.errors = problem.errors || [];
  }
}

const UNREADABLE = "The service gave no readable answer. Try again, or tell whoever runs it.";
const BROKEN = "The answer broke off. What arrived before is on the desk; check again for the rest.";
const SILENT = "The service did not answer. Is it running? Was a file changed or moved since you chose it?";

/**
 * Posts to the service.
 * @param {string} address
 * @param {{body: BodyInit, type?: string, accept: string, signal?: AbortSignal}} request
 * @returns {Promise<Response>} with a status below 300
 * @throws {Refused} with what the service says; if it says nothing, status 0
 */
export async function post(address, { body, type, accept, signal }) {
  let answer;
  try {
    answer = await fetch(address, {
      method: "POST",
      body,
      signal,
      headers: { Accept: accept + ", application/problem+json", ...(type ? { "Content-Type": type } : {}) },
    });
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    throw new Refused({ status: 0, detail: SILENT });
  }
  if (answer.ok) {
    return answer;
  }
  let problem;
  try {
    problem = await answer.json();
  } catch {
    problem = { detail: UNREADABLE };
  }
  throw new Refused({ ...problem, status: answer.status });
}

/**
 * The lines of an answer as they arrive.
 * @param {Response} answer
 * @returns {AsyncGenerator<string>}
 */
export async function* lines(answer) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (answer.body).getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await next(reader);
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    const parts = rest.split("\n");
    rest = /** @type {string} */ (parts.pop());
    yield* parts;
    if (done) {
      if (rest) {
        yield rest;
      }
      return;
    }
  }
}

/** @param {ReadableStreamDefaultReader<Uint8Array>} reader */
async function next(reader) {
  try {
    return await reader.read();
  } catch (error) {
    throw error instanceof DOMException && error.name === "AbortError" ? error : new Refused({ status: 0, detail: BROKEN });
  }
}

/**
 * How many claims a file holds, for the progress.
 * @param {File} file
 * @returns {Promise<number | null>} null where only reading it as the service does can tell
 */
export async function countClaims(file) {
  const head = new Uint8Array(await file.slice(0, 200).arrayBuffer());
  const isa = String.fromCharCode(...head).indexOf("ISA");
  if (isa < 0 || isa > 90 || head.length < isa + 106) {
    return null;
  }
  const element = head[isa + 3];
  const tag = [67, 76, 77, element]; // CLM
  let count = 0;
  let matched = 0;
  let begins = true;
  const end = head[isa + 105];
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return count;
    }
    for (const byte of value) {
      if (begins && byte === tag[matched]) {
        matched++;
        if (matched === 4) {
          count++;
          begins = false;
        }
      } else if (byte === end) {
        begins = true;
        matched = 0;
      } else if (byte > 32 || matched) {
        begins = false;
      }
    }
  }
}
