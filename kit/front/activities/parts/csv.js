// A table as a file that a spreadsheet opens. Pure.

/** @typedef {string | number | null | undefined} Cell */

/**
 * A cell that a spreadsheet won't take for a formula: people wrote these texts themselves.
 *
 * @param {Cell} value
 * @param {string} separator
 */
function cell(value, separator) {
  if (value == null) return "";
  if (typeof value === "number") return separator === ";" ? String(value).replace(".", ",") : String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /["\n\r,;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as CSV. Dutch spreadsheets expect semicolons and decimal commas.
 *
 * @param {string[]} head
 * @param {Cell[][]} rows
 * @param {string} lang
 */
export function csv(head, rows, lang) {
  const separator = lang === "en" ? "," : ";";
  return [head, ...rows]
    .map((row) => row.map((value) => cell(value, separator)).join(separator))
    .join("\r\n");
}

/**
 * The same as an address that holds the whole file, so that nothing is fetched. It begins with a byte order mark,
 * without which spreadsheets misread accents.
 *
 * @param {string[]} head
 * @param {Cell[][]} rows
 * @param {string} lang
 */
export function csvAddress(head, rows, lang) {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${csv(head, rows, lang)}`)}`;
}
