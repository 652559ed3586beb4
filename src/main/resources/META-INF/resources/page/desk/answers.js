// The answers to claims as they came: put aside packed and unparsed, a hundred at a time, until a claim is looked at.

/** How many answers are packed together. */
export const CHUNK = 100;
/** How many chunks that were looked at are kept unpacked. */
const RECENT = 4;
const LINE_END = Uint8Array.of(10);

/** @param {Uint8Array<ArrayBuffer>[]} lines */
async function packed(lines) {
  const gzip = new CompressionStream("gzip");
  const writer = gzip.writable.getWriter();
  const written = (async () => {
    for (const line of lines) {
      await writer.write(line);
      await writer.write(LINE_END);
    }
    await writer.close();
  })();
  const [bytes] = await Promise.all([new Response(gzip.readable).arrayBuffer(), written]);
  return bytes;
}

/** @param {ArrayBuffer} bytes @returns {Promise<string[]>} */
async function unpacked(bytes) {
  const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  return text.split("\n");
}

export class Answers {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    /** What arrived and is not yet in the database, by chunk. @type {Map<number, Uint8Array<ArrayBuffer>[]>} */
    this.arriving = new Map();
    /** @type {Map<number, string[]>} */
    this.recent = new Map();
  }

  /**
   * Takes an answer that arrived.
   * @param {number} i which claim of the desk it is for, from 0; one after the other
   * @param {Uint8Array} line
   * @returns {number | null} the chunk that is full by it
   */
  take(i, line) {
    const chunk = Math.floor(i / CHUNK);
    const lines = this.arriving.get(chunk) || [];
    this.arriving.set(chunk, lines);
    // what arrived together has one buffer, most of which is other claims'
    lines.push(new Uint8Array(line));
    return lines.length === CHUNK ? chunk : null;
  }

  /**
   * Writes a chunk, with what else is to be there if it is.
   * @param {number} chunk
   * @param {[string, IDBValidKey, any][]} entries of other stores
   */
  async write(chunk, entries) {
    const bytes = await packed(/** @type {Uint8Array<ArrayBuffer>[]} */ (this.arriving.get(chunk)));
    await this.store.put([["chunks", chunk, bytes], ...entries]);
    this.arriving.delete(chunk);
  }

  /** The answer to a claim. @param {number} i */
  async get(i) {
    const chunk = Math.floor(i / CHUNK);
    const arriving = this.arriving.get(chunk);
    if (arriving) {
      return JSON.parse(new TextDecoder().decode(arriving[i % CHUNK]));
    }
    let texts = this.recent.get(chunk);
    if (!texts) {
      texts = await unpacked(await this.store.get("chunks", chunk));
      this.recent.set(chunk, texts);
      if (this.recent.size > RECENT) {
        this.recent.delete(/** @type {number} */ (this.recent.keys().next().value));
      }
    }
    return JSON.parse(texts[i % CHUNK]);
  }
}
