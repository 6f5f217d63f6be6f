// Sentences about a ballot on the larger screens. Pure.

import { dotsWord } from "../parts/words.js";
import { given, said } from "./votes.js";

/**
 * @typedef {import("../../generated/messages.js").BallotShared} View
 * @typedef {import("../../ui/text.js").Translate} Translate
 */

/**
 * What each voter gives, in a few words.
 *
 * @param {View} view
 * @param {Translate} t
 */
export function methodWord(view, t) {
  switch (view.method) {
    case "approval":
      return t("for, neutral or against");
    case "ranking":
      return t("put in order");
    case "score":
      return t("marks from 1 to 5");
    case "budget":
      return t("{n} points to spend together", { n: view.budget });
    default:
      return dotsWord(view.dots, t);
  }
}

/**
 * How far a ballot is that is being filled in.
 *
 * @param {View} view
 * @param {import("./votes.js").Votes} votes
 * @param {Translate} t
 */
export function progressWord(view, votes, t) {
  const [n, of] = [said(votes), view.options.length];
  switch (view.method) {
    case "dots":
      return t("{left} of {dots} left", { left: view.dots - given(votes), dots: dotsWord(view.dots, t) });
    case "ranking":
      return t("{n} of {of} in order", { n, of });
    case "budget":
      return t("{n} of {of} supported", { n, of });
    default:
      return t("{n} of {of} answered", { n, of });
  }
}

/**
 * Who voted.
 *
 * @param {import("../../generated/messages.js").BallotResult} result
 * @param {Translate} t
 */
export function votersWord(result, t) {
  if (result.tables) return t("{n} tables voted.", { n: result.voters });
  return t("{n} voters from {k} organisations.", { n: result.voters, k: result.organisations });
}
