// RFC 6902 on a claim: the operations that mends and typed corrections are made of.

/** @typedef {{op: "add" | "remove" | "replace", path: string, value?: any}} Operation */

/** @param {string} path */
export const steps = (path) => path.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/**
 * What stands at a pointer; undefined where nothing does.
 * @param {any} root
 * @param {string} path
 */
export function at(root, path) {
  return steps(path).reduce((value, step) => (value === null || value === undefined ? undefined : value[step]), root);
}

/**
 * A copy of a claim with operations made, in their order.
 * @param {any} claim
 * @param {Operation[]} operations
 * @throws {Error} if one of them does not fit the claim
 */
export function patched(claim, operations) {
  const copy = structuredClone(claim);
  for (const operation of operations) {
    make(copy, operation);
  }
  return copy;
}

/** @param {any} root @param {Operation} operation */
function make(root, { op, path, value }) {
  const way = steps(path);
  const last = /** @type {string} */ (way.pop());
  const parent = way.reduce((found, step) => (found === null || found === undefined ? undefined : found[step]), root);
  if (parent === null || typeof parent !== "object") {
    throw new Error(`nothing stands at ${path}`);
  }
  if (Array.isArray(parent)) {
    const index = last === "-" ? parent.length : Number(last);
    const most = op === "add" ? parent.length : parent.length - 1;
    if (!Number.isInteger(index) || index < 0 || index > most) {
      throw new Error(`nothing stands at ${path}`);
    }
    parent.splice(index, op === "add" ? 0 : 1, ...(op === "remove" ? [] : [structuredClone(value)]));
  } else if (op === "remove") {
    if (!(last in parent)) {
      throw new Error(`nothing stands at ${path}`);
    }
    delete parent[last];
  } else {
    parent[last] = structuredClone(value);
  }
}

/**
 * The operations that put a value into a field of a claim, or empty it: one if the field's object is there.
 * @param {any} claim
 * @param {string} path
 * @param {any} value null empties
 * @returns {Operation[]}
 */
export function putting(claim, path, value) {
  const way = steps(path);
  const field = /** @type {string} */ (way.at(-1));
  const above = "/" + way.slice(0, -1).join("/");
  const parent = way.length === 1 ? claim : at(claim, above);
  if (parent === null || parent === undefined) {
    return value === null ? [] : [{ op: "add", path: above, value: { [field]: value } }];
  }
  if (Array.isArray(parent)) {
    const there = Number(field) < parent.length;
    if (value === null) {
      return there ? [{ op: "remove", path }] : [];
    }
    return [there ? { op: "replace", path, value } : { op: "add", path: above + "/-", value }];
  }
  const there = field in parent;
  if (value !== null) {
    return [{ op: there ? "replace" : "add", path, value }];
  }
  // of the claim itself, null says that there is none; a missing field would say that nobody knows
  return !there ? [] : way.length === 1 ? [{ op: "replace", path, value: null }] : [{ op: "remove", path }];
}

/**
 * Patches that were each made for the same claim, as one: what goes from a list goes from its end on, so that no place moves
 * before its turn.
 * @param {Operation[][]} patches
 * @returns {Operation[]}
 */
export function together(patches) {
  const place = (/** @type {Operation[]} */ patch) => {
    const removal = patch.find((one) => one.op === "remove");
    return removal ? steps(removal.path).map(Number).filter(Number.isInteger) : [];
  };
  const later = (/** @type {number[]} */ a, /** @type {number[]} */ b) => {
    const differs = a.findIndex((one, at) => one !== b[at]);
    return differs < 0 ? 0 : (b[differs] ?? -1) - a[differs];
  };
  return patches
    .map((patch) => ({ patch, place: place(patch) }))
    .sort((a, b) => Number(a.place.length > 0) - Number(b.place.length > 0) || later(a.place, b.place))
    .flatMap(({ patch }) => patch);
}

/**
 * The operations that take a service line out, with its charge from the total where this is what the lines come to.
 * @param {any} claim
 * @param {number} index of the line
 * @returns {{patch: Operation[], says: string}} with what is to be said of the total
 */
export function withoutLine(claim, index) {
  const cents = (/** @type {number | undefined} */ amount) => Math.round((amount || 0) * 100);
  const { lines, totalCharge: total } = claim;
  const sum = lines.reduce((/** @type {number} */ all, /** @type {any} */ line) => all + cents(line.charge), 0);
  const rest = sum - cents(lines[index].charge);
  /** @type {Operation[]} */
  const patch = [{ op: "remove", path: `/lines/${index}` }];
  if (total === undefined || total === null) {
    return { patch, says: "The claim has no total." };
  }
  if (cents(total) === rest) {
    return { patch, says: "The total of the claim is what the other lines come to, and stays." };
  }
  if (cents(total) === sum) {
    return { patch: [...patch, { op: "replace", path: "/totalCharge", value: rest / 100 }], says: "The total of the claim follows." };
  }
  return { patch, says: `The total of the claim, ${(cents(total) / 100).toFixed(2)}, is not what its lines come to, ${(sum / 100).toFixed(2)}; it stays as it is. Mend it after this.` };
}
