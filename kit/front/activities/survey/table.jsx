import { Calm } from "../parts/calm.jsx";

/** @typedef {import("../../generated/messages.js").SurveyShared} View */

/** A table does nothing here: everyone answers alone. @param {import("../props.js").Props<View>} props */
export function Table({ shared, t }) {
  const open = shared.step?.status === "open";
  return (
    <Calm
      icon={open ? "hidden" : "clock"}
      says={
        open
          ? t("Answer on your own phone. Nobody sees what you choose.")
          : t("Look to the front: the trainer goes on.")
      }
    />
  );
}
