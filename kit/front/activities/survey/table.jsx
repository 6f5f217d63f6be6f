import { Icon } from "../../ui/index.js";
import "./table.css";

/** @typedef {import("../../generated/messages.js").SurveyShared} View */

/** A table does nothing here: everyone answers alone. @param {import("../props.js").Props<View>} props */
export function Table({ shared, t }) {
  const open = shared.step?.status === "open";
  return (
    <div class="survey-calm">
      <Icon name={open ? "hidden" : "clock"} />
      <p>
        {open
          ? t("Answer on your own phone. Nobody sees what you choose.")
          : t("Look to the front: the trainer goes on.")}
      </p>
    </div>
  );
}
