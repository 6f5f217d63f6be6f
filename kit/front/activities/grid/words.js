// The words of a grid that several screens need. Pure.
import { number } from "../../ui/format.js";

/**
 * @typedef {import("../../generated/messages.js").PlacedCard} Row
 * @typedef {import("./place.js").View} View
 * @typedef {import("../../ui/text.js").Translate} Translate
 */

/**
 * Where a card lies, in words: "Effect 4,5 · Moeite 2".
 *
 * @param {View} view
 * @param {Row} row
 * @param {string} lang
 */
export function placeWord(view, row, lang) {
  return `${view.x.title} ${row.x_sign || number(row.x, lang, 1)} · ${view.y.title} ${row.y_sign || number(row.y, lang, 1)}`;
}

/**
 * Where it lay after the round before; empty when it did not move.
 *
 * @param {View} view
 * @param {Row} row
 * @param {string} lang
 */
export function wasWord(view, row, lang) {
  const [x, y] = row.was;
  if (x == null || y == null) return "";
  const [x_sign = "", y_sign = ""] = row.was_signs;
  return placeWord(view, { ...row, x, y, x_sign, y_sign }, lang);
}

/**
 * @param {View} view
 * @param {string | null} id
 */
export const regionOf = (view, id) => view.regions.find((region) => region.id === id);
