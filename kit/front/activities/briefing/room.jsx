/** @typedef {import("../../generated/messages.js").BriefingShared} View */

/** @param {import("../props.js").Props<View>} props */
export function Table({ t }) {
  return <p>{t("Loading…")}</p>;
}

/** @param {import("../props.js").Props<View>} props */
export function Console({ t }) {
  return <p>{t("Loading…")}</p>;
}

/** @param {import("../props.js").Props<View>} props */
export function Wall({ t }) {
  return <p>{t("Loading…")}</p>;
}

/** @param {import("../props.js").Props<View>} props */
export function Result({ t }) {
  return <p>{t("Loading…")}</p>;
}
