import { Unplaced } from "./console.jsx";

/** @typedef {import("./place.js").View} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** What the figure below it does not say. @param {Props} props */
export function Result({ view, t }) {
  const { result } = view;
  if (!result) return <p class="soft">{t("The cards are still being placed.")}</p>;
  if (result.rows.length === 0) return <p class="soft">{t("Nobody placed a card.")}</p>;
  return <Unplaced texts={result.unplaced} t={t} />;
}
