import { Icon } from "../../ui/index.js";
import { Pages } from "../parts/shown.jsx";
import { through } from "./turnout.jsx";
import "./wall.css";

/** @typedef {import("../../generated/messages.js").SurveyShared} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** @param {{ icon: string, children?: import("preact").ComponentChildren }} props */
function Calm({ icon, children }) {
  return (
    <div class="wall-survey-calm">
      <Icon name={icon} />
      {children}
    </div>
  );
}

/** @param {Props} props */
export function Wall(props) {
  const { shared, view, t } = props;
  const status = shared.step?.status;
  if (status === "open") {
    const { done, of } = through(shared, view);
    return (
      <div class="wall-working">
        <div>
          <p class="wall-instruction">{shared.step?.instruction}</p>
          <p class="wall-aside">
            <Icon name="hidden" />
            {t("Answer on your own phone. Nobody sees what you choose.")}
          </p>
        </div>
        <div class="wall-tally">
          <p class="wall-survey-through">
            <strong>{done}</strong>{" "}
            {of
              ? t("of {of} people have finished", { of })
              : done === 1
                ? t("person has finished")
                : t("people have finished")}
          </p>
        </div>
      </div>
    );
  }
  if (shared.figures.length > 0) return <Pages figures={shared.figures} />;
  if (status === "closed") {
    return (
      <Calm icon="check">
        <p>{t("Thank you, everyone!")}</p>
        <p class="wall-survey-small">
          {view.moment === "before"
            ? t("At the end we ask the same again, and see what changed.")
            : t("Too few people answered both times to show anything.")}
        </p>
      </Calm>
    );
  }
  return (
    <div class="wall-working">
      <p class="wall-instruction">{shared.step?.instruction}</p>
    </div>
  );
}
