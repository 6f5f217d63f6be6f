// How a change is put into words. Pure.

/**
 * @typedef {import("../../generated/messages.js").SurveyShared} View
 * @typedef {import("../../generated/messages.js").MeasureView} Measure
 * @typedef {import("../../ui/text.js").Translate} Translate
 */

/**
 * What a measure is called: its set, or what a question about organisations is about.
 *
 * @param {View} view
 * @param {string} id
 */
export function measureName(view, id) {
  const item = view.items.find((one) => one.id === id);
  const name = view.sets.find((one) => one.id === id)?.name ?? item?.construct ?? id;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * What an interval says in a word. Never that anything is proved.
 *
 * @param {string | null} verdict
 * @param {Translate} t
 */
export function verdictWord(verdict, t) {
  if (verdict === "higher") return t("Higher");
  if (verdict === "lower") return t("Lower");
  return t("No clear difference");
}

/** The icon that goes with each word. */
export const VERDICT_ICONS = /** @type {Record<string, string>} */ ({
  higher: "up",
  lower: "down",
  unclear: "minus",
});

/**
 * How many people moved, in one sentence.
 *
 * @param {{ up: number | null, same: number | null, down: number | null }} one
 * @param {Translate} t
 */
export function countsWord({ up, same, down }, t) {
  return t("{up} higher, {same} the same, {down} lower", { up: up ?? 0, same: same ?? 0, down: down ?? 0 });
}

/**
 * The measures of which something may be told.
 *
 * @param {import("../../generated/messages.js").SurveyResult} result
 */
export const told = (result) => result.measures.filter((one) => one.shown !== "nothing");

/**
 * What must be said with every result.
 *
 * @param {View} view
 * @param {Translate} t
 */
export const caveats = (view, t) => [
  ...(view.moment === "after" ? [t("Answers right after a day are often more positive.")] : []),
  t("There is no group to compare with, so this proves nothing."),
  t("This is not a validated scale."),
];
