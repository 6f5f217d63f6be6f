import { votersWord } from "./words.js";

/** @typedef {import("../../generated/messages.js").BallotShared} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** Who voted. What they chose stands in the figures of the step. @param {Props} props */
export function Result({ view, t }) {
  const { result } = view;
  if (!result) return <p class="soft">{t("The vote is still open.")}</p>;
  return <p class="soft">{result.voters > 0 ? votersWord(result, t) : t("No votes came in.")}</p>;
}
