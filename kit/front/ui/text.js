// What people read: English sentences are the keys, the Dutch ones come from the catalogue.
import catalogue from "virtual:catalogue";

/** @typedef {(msgid: string, values?: Record<string, string | number>) => string} Translate */

/** @type {Map<string, Translate>} */
const made = new Map();

/**
 * The translator for a language; the same function for the same language, so that it is safe as a dependency.
 *
 * @param {string | undefined} lang "nl" or "en"; anything else reads as Dutch
 * @returns {Translate}
 */
export function translator(lang) {
  const known = lang === "en" ? "en" : "nl";
  const found = made.get(known);
  if (found) return found;
  const sentences = catalogue[known] ?? {};
  /** @type {Translate} */
  const t = (msgid, values) => fill(sentences[msgid] ?? msgid, values);
  made.set(known, t);
  return t;
}

/**
 * Put values in the places that their names have in a sentence.
 *
 * @param {string} sentence
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
function fill(sentence, values) {
  if (!values) return sentence;
  return sentence.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}
