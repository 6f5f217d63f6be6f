import { Icon, useScreen } from "../../ui/index.js";
import { useFit } from "../parts/fit.js";
import { Change } from "./change.jsx";
import { Items } from "./items.jsx";
import { through } from "./turnout.jsx";
import { caveats, told } from "./words.js";
import "../parts/arrive.css";
import "./wall.css";

/** @typedef {import("../../generated/messages.js").SurveyShared} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** What changed, large: the scores, then as many questions as fit. @param {Props} props */
function Result({ view, t }) {
  const { lang } = useScreen();
  const result = /** @type {import("../../generated/messages.js").SurveyResult} */ (view.result);
  const rows = result.items.filter((row) => row.up != null);
  const [box, fit] = useFit(rows.length, JSON.stringify(rows));
  return (
    <div class="wall-survey wall-full">
      <div class="wall-survey-changes">
        {told(result).map((one) => (
          <Change key={one.id} view={view} one={one} lang={lang} t={t} brief />
        ))}
      </div>
      <div class="wall-survey-items" ref={box}>
        <Items view={view} rows={rows.slice(0, fit)} lang={lang} t={t} short />
      </div>
      <p class="wall-survey-note">
        {t("{n} people answered both times.", { n: result.pairs })} {caveats(view, t)[0]}
      </p>
    </div>
  );
}

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
  if (view.result && told(view.result).length > 0) return <Result {...props} />;
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
