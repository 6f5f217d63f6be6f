// Words and small sums of the café. Pure.
import { left } from "../../ui/format.js";

/** @typedef {import("../../ui/text.js").Translate} Translate */
/** @typedef {import("../../generated/messages.js").CafeShared} View */

/** What a table keeps of a round; the rest are notes. */
export const HARVEST = ["insight", "question"];

/** The last minutes of a round, in which a table chooses what it keeps. */
const LAST_SECONDS = 120;

/**
 * @param {string} zone
 * @param {Translate} t
 */
export function zoneWord(zone, t) {
  if (zone === "insight") return t("Insight");
  if (zone === "question") return t("Question");
  return zone === "concern" ? t("Concern") : t("Idea");
}

/**
 * @param {string} zone
 * @param {Translate} t
 */
export function zonesWord(zone, t) {
  if (zone === "insight") return t("Insights");
  if (zone === "question") return t("Questions");
  return zone === "concern" ? t("Concerns") : t("Ideas");
}

/**
 * Where a round stands: people find their table, they talk, they choose what to keep, or the time is up.
 *
 * @param {View} view
 * @param {import("../../generated/messages.js").TimerView | null | undefined} timer
 * @param {number} now Unix seconds
 * @returns {"walk" | "talk" | "keep" | "over"}
 */
export function stage(view, timer, now) {
  const rest = left(timer, now);
  if (rest == null || !timer?.total) return "talk";
  if (rest <= 0) return "over";
  const talking = view.round_minutes * 60;
  if (view.switch_minutes > 0 && timer.total > talking && rest > talking) return "walk";
  return rest <= Math.min(LAST_SECONDS, talking / 4) ? "keep" : "talk";
}

/**
 * The organisations at a table, by name; how many people of each where that is more than one.
 *
 * @param {Record<string, number>} organisations
 * @param {{ id: string, name: string }[]} known
 * @returns {string[]}
 */
export function mix(organisations, known) {
  return Object.entries(organisations).map(([id, n]) => {
    const name = known.find((one) => one.id === id)?.name ?? id;
    return n > 1 ? `${name} (${n})` : name;
  });
}

/**
 * The theme that a card, or a table, is about.
 *
 * @param {View} view
 * @param {{ round?: number | null, table?: string | null }} card
 */
export function themeOf(view, card) {
  if (view.variant === "theme_per_table") {
    const at = view.tables.findIndex((table) => table.name === card.table);
    return view.themes[Math.max(0, at) % view.themes.length];
  }
  return view.themes[Math.min((card.round ?? 1) - 1, view.themes.length - 1)];
}

/**
 * What a table may keep of a round, in words.
 *
 * @param {{ insights: number, questions: number }} view
 * @param {Translate} t
 */
export function keepWords({ insights, questions }, t) {
  const one = insights === 1 ? t("1 insight") : t("{n} insights", { n: insights });
  const other = questions === 1 ? t("1 question") : t("{n} questions", { n: questions });
  if (!questions) return one;
  return insights ? t("{insights} and {questions}", { insights: one, questions: other }) : other;
}
