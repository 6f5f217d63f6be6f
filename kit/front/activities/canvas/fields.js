// Where a card lies: in a field, or in one row of a field. Pure.

/** @typedef {import("../../generated/messages.js").CanvasShared} View */
/** @typedef {import("../../generated/messages.js").ZoneView} Zone */

/** How one knows what stands on a card. */
export const EVIDENCE = ["seen", "file", "assumption"];

/**
 * @param {string} kind
 * @param {import("../../ui/text.js").Translate} t
 */
export function evidenceWord(kind, t) {
  if (kind === "seen") return t("Seen or heard");
  return kind === "file" ? t("From the file") : t("Assumption");
}

/** The icon that goes with each word. */
export const EVIDENCE_ICONS = /** @type {Record<string, string>} */ ({
  seen: "eye",
  file: "paper",
  assumption: "guess",
});

/**
 * The name that a command uses for a place on the canvas.
 *
 * @param {string} zone
 * @param {string} row empty where the field has none
 */
export const fieldOf = (zone, row) => (row ? `${zone}.${row}` : zone);

/**
 * @param {string} field
 * @returns {string[]} the field, and its row
 */
export function placeOf(field) {
  const [zone = "", row = ""] = field.split(".");
  return [zone, row];
}

/**
 * What a place on the canvas is called.
 *
 * @param {View} view
 * @param {string} field
 */
export function placeName(view, field) {
  const [zone, row] = placeOf(field);
  const found = [view.zones.find((one) => one.id === zone), view.rows.find((one) => one.id === row)];
  return found.flatMap((one) => (one ? [one.label] : [])).join(" · ") || field;
}

/**
 * What the kit knows of a place: its scale, and what every card there is.
 *
 * @param {View} view
 * @param {string} field
 */
export function ruleOf(view, field) {
  const [zone, row] = placeOf(field);
  const inside = view.rows.find((one) => one.id === row);
  const outside = view.zones.find((one) => one.id === zone);
  return {
    scale: inside?.scale.length ? inside.scale : (outside?.scale ?? []),
    evidence: inside?.evidence ?? outside?.evidence ?? null,
  };
}

/**
 * How the writer of a card knows, where the place that it lies in doesn't say it already.
 *
 * @param {View} view
 * @param {{ zone: string, evidence: string | null }} card
 */
export const evidenceOf = (view, card) => (ruleOf(view, card.zone).evidence ? null : card.evidence);

/**
 * Cards with the field that they lie in as their zone, so that they can be laid out by field.
 *
 * @template {{ zone: string }} C
 * @param {C[]} cards
 * @returns {(C & { row: string })[]}
 */
export const byField = (cards) =>
  cards.map((card) => {
    const [zone = "", row = ""] = placeOf(card.zone);
    return { ...card, zone, row };
  });

/**
 * A number in front of a text, and the text: "-1 nobody calls back".
 *
 * @param {string} text
 * @param {number[]} scale its lowest and highest number; empty for none
 * @returns {{ value: number | null, rest: string }}
 */
export function splitNumber(text, scale) {
  const [low = 0, high = -1] = scale;
  const found = /^\s*([-−–+]?)\s?(\d+)(?!\d)[\s:,.]*/.exec(text);
  if (!found) return { value: null, rest: text };
  const value = Number(found[2]) * ("-−–".includes(found[1] || "+") ? -1 : 1);
  if (value < low || value > high) return { value: null, rest: text };
  return { value, rest: text.slice(found[0].length) };
}

/**
 * @param {number | null} value
 * @param {number[]} scale
 */
export function showNumber(value, scale) {
  if (value == null) return "";
  const sign = value < 0 ? "−" : value > 0 && (scale[0] ?? 0) < 0 ? "+" : "";
  return `${sign}${Math.abs(value)}`;
}

/**
 * A text as it is sent, with its number in front.
 *
 * @param {number | null} value
 * @param {string} text
 * @param {number[]} scale
 */
export function joinNumber(value, text, scale) {
  const shown = showNumber(value, scale).replace("−", "-");
  return [shown, text.trim()].filter(Boolean).join(" ");
}

/**
 * The whole numbers of a scale.
 *
 * @param {number[]} scale
 */
export function numbersOf([low = 0, high = -1]) {
  return Array.from({ length: high - low + 1 }, (_, i) => low + i);
}
