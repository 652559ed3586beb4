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

const LINE_END = 10;
const BLANK = 32;

/**
 * The lines of an answer as they arrive, as bytes.
 * @param {Response} answer
 * @returns {AsyncGenerator<Uint8Array>}
 */
export async function* byteLines(answer) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (answer.body).getReader();
  /** @type {Uint8Array[]} */
  let begun = [];
  for (;;) {
    const { done, value } = await next(reader);
    if (done) {
      break;
    }
    let from = 0;
    for (let end = value.indexOf(LINE_END); end >= 0; end = value.indexOf(LINE_END, from)) {
      begun.push(value.subarray(from, end));
      yield begun.length > 1 ? joined(begun) : begun[0];
      begun = [];
      from = end + 1;
    }
    if (from < value.length) {
      begun.push(value.subarray(from));
    }
  }
  if (begun.length) {
    yield joined(begun);
  }
}

/**
 * The lines of an answer as they arrive.
 * @param {Response} answer
 * @returns {AsyncGenerator<string>}
 */
export async function* lines(answer) {
  const decoder = new TextDecoder();
  for await (const line of byteLines(answer)) {
    yield decoder.decode(line);
  }
}

/** @param {Uint8Array[]} pieces */
function joined(pieces) {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
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
  const tag = [67, 76, 77, head[isa + 3]]; // CLM
  const end = head[isa + 105];
  let count = 0;
  // how much of the tag was seen; less than none where a segment turned out to be another
  let matched = 0;
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return count;
    }
    let at = 0;
    while (at < value.length) {
      for (; matched >= 0 && matched < tag.length && at < value.length; at++) {
        if (value[at] === tag[matched]) {
          matched++;
        } else if (matched > 0 || value[at] > BLANK) {
          matched = -1;
        }
      }
      if (matched === tag.length) {
        count++;
        matched = -1;
      }
      if (matched < 0) {
        const ended = value.indexOf(end, Math.max(0, at - 1));
        if (ended < 0) {
          break;
        }
        at = ended + 1;
        matched = 0;
      }
    }
  }
}
