/** @typedef {import("../../generated/messages.js").BallotShared} View */

/** @param {import("../props.js").Props<View>} props */
export function Phone({ t }) {
  return <p>{t("Loading…")}</p>;
}
