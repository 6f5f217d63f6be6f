// What a result says of one card, in words and as a bar. Pure.

import { number, percent } from "../../ui/format.js";
import { dotsWord } from "../parts/words.js";

/**
 * @typedef {import("../../generated/messages.js").BallotShared} View
 * @typedef {import("../../generated/messages.js").BallotResult} Result
 * @typedef {import("../../generated/messages.js").ResultRow} Row
 * @typedef {import("../../ui/text.js").Translate} Translate
 */

/**
 * How many organisations (or tables) carry a card; empty where there is only one.
 *
 * @param {Row} row
 * @param {Result} result
 * @param {Translate} t
 */
export function majorityWord(row, result, t) {
  const { organisations: of, tables } = result;
  if (of < 2) return "";
  if (tables) return t("{n} of {of} tables support it", { n: row.majority, of });
  return t("a majority in {n} of {of} organisations", { n: row.majority, of });
}

/**
 * The share of support in the organisation where it is lowest: never which one that is, and nothing of small ones.
 *
 * @param {Row} row
 * @param {Result} result
 * @param {string} lang
 * @param {Translate} t
 */
export function lowestWord(row, result, lang, t) {
  if (result.organisations < 2 || result.tables || row.answered === 0 || row.lowest == null) return "";
  return t("lowest support {n}", { n: percent(row.lowest, lang) });
}

/**
 * What the voters gave a card, by the method of the vote.
 *
 * @param {Row} row
 * @param {View} view
 * @param {string} lang
 * @param {Translate} t
 */
export function gaveWord(row, view, lang, t) {
  switch (view.method) {
    case "approval": {
      const neutral = row.answered - row.voters - row.against;
      return t("{n} for, {m} neutral, {k} against", { n: row.voters, m: neutral, k: row.against });
    }
    case "ranking":
      return t("comes before {n} of {of} others", { n: row.wins ?? 0, of: othersOf(view) });
    case "score":
      return t("mean mark {n}, middle {m}", {
        n: number(row.mark ?? 0, lang, 1),
        m: number(row.middle ?? 0, lang, 1),
      });
    case "budget":
      return t("{n} of {of} voters", { n: row.voters, of: row.answered });
    default:
      return dotsWord(row.points, t);
  }
}

/** @param {View} view */
const othersOf = (view) => Math.max(0, (view.result?.rows.length ?? 1) - 1);

/**
 * What the bar of a card shows: how long it is, the number beside it, and what that number is.
 *
 * @param {Row} row
 * @param {View} view
 * @param {string} lang
 * @param {Translate} t
 * @returns {{ share: number, text: string, what: string }}
 */
export function measure(row, view, lang, t) {
  const rows = view.result?.rows ?? [];
  const points = view.result?.rank === "points";
  if (view.method === "score") {
    const mark = (points ? row.points : row.mark) ?? 0;
    return { share: Math.max(0, mark - 1) / 4, text: number(mark, lang, 1), what: t("Mark, from 1 to 5:") };
  }
  if (view.method === "ranking" && !points) {
    const wins = row.wins ?? 0;
    return {
      share: wins / Math.max(1, othersOf(view)),
      text: String(wins),
      what: t("Others that it comes before:"),
    };
  }
  if (!points) {
    return {
      share: row.scale / 100,
      text: String(Math.round(row.scale)),
      what: t("Support across organisations, from 0 to 100:"),
    };
  }
  if (view.method === "approval")
    return { share: row.share, text: percent(row.share, lang), what: t("Share of those who answered:") };
  const most = Math.max(1, ...rows.map((one) => one.points));
  return { share: row.points / most, text: number(row.points, lang, 1), what: t("Points:") };
}

/**
 * What the bars on a screen mean, in a sentence.
 *
 * @param {View} view
 * @param {Translate} t
 */
export function ruleWord(view, t) {
  const points = view.result?.rank === "points";
  const tables = view.result?.tables;
  switch (view.method) {
    case "score":
      return points
        ? t("The bar is the mean of all marks.")
        : t("The bar is the mean mark: every organisation counts the same.");
    case "ranking":
      return points
        ? t("The bar is the number of points by place.")
        : t("The bar shows before how many others most people put it.");
    case "approval":
      if (points) return t("The bar is the share of those who answered that supports it.");
      break;
    case "budget":
      if (points) return t("The bar is the number of people who support it. Everyone had the same purse.");
      return tables
        ? t("The bar is the support across tables. Every table had the same purse.")
        : t("The bar is the support across organisations. Every organisation had the same purse.");
    default:
      if (points) return t("The bar is the number of dots.");
  }
  return tables
    ? t("The bar is the support across tables: every table counts the same.")
    : t("The bar is the support across organisations: every organisation counts the same.");
}

/**
 * The place after which the list is cut, where the card there and the next can hardly be told apart; else 0.
 *
 * @param {Result} result
 */
export function closeAt(result) {
  return result.close ? result.rows.filter((row) => row.chosen).length : 0;
}
