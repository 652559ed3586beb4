// How a biller writes what a claim holds, and back: dates as month/day/year, amounts with cents.

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const WRITTEN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;
const PACKED = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;

/** @typedef {"code" | "text" | "date" | "amount" | "units" | "minutes" | "upper"} Kind */

/** @param {string} digits */
const year = (digits) => (digits.length === 4 ? digits : "20" + digits);

/**
 * A value as it is shown.
 * @param {Kind} kind
 * @param {unknown} value
 * @returns {string}
 */
export function shown(kind, value) {
  if (value === null || value === undefined) {
    return "";
  }
  if (kind === "date") {
    const parts = ISO.exec(String(value));
    return parts ? `${parts[2]}/${parts[3]}/${parts[1]}` : String(value);
  }
  return kind === "amount" ? Number(value).toFixed(2) : String(value);
}

/**
 * What was typed, as the claim holds it.
 * @param {Kind} kind
 * @param {string} typed
 * @returns {{value: string | number | null} | {error: string}}
 */
export function read(kind, typed) {
  const text = kind === "text" ? typed : typed.trim();
  if (text === "") {
    return { value: null };
  }
  switch (kind) {
    case "date":
      return date(text);
    case "amount":
    case "units":
      return number(text, kind === "amount" ? "an amount such as 120.00" : "a number of units such as 2");
    case "minutes":
      return /^\d{1,4}$/.test(text) && Number(text) <= 1440
        ? { value: Number(text) }
        : { error: "write whole minutes, 0 to 1440" };
    case "text":
      return { value: text };
    default:
      return { value: text.toUpperCase() };
  }
}

/** @param {string} text */
function date(text) {
  const iso = ISO.exec(text);
  const written = WRITTEN.exec(text) || PACKED.exec(text);
  const [y, m, d] = iso ? iso.slice(1) : written ? [year(written[3]), written[1], written[2]] : ["", "", ""];
  const value = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  const day = new Date(value + "T00:00:00Z");
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
    ? { value }
    : { error: "write a day as month/day/year, such as 05/01/2026" };
}

/** Commas stand between thousands alone: "12,50" is not taken for 1,250. @param {string} typed @param {string} wanted */
function number(typed, wanted) {
  const text = typed.replace(/^(-?)\$/, "$1").replace(/^-?\d{1,3}(,\d{3})+(?=\.|$)/, (thousands) => thousands.replaceAll(",", ""));
  return /^-?(\d{1,9}(\.\d{0,4})?|\.\d{1,4})$/.test(text) ? { value: Number(text) } : { error: "write " + wanted + (typed.includes(",") ? ", with a point before the cents and commas between thousands only" : "") };
}

/** @param {number} count @param {string} one @param {string} [many] */
export const counted = (count, one, many = one + "s") => `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
