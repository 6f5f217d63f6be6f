import { useScreen } from "../../ui/index.js";
import { Everyone, Once } from "./more.jsx";
import { told } from "./words.js";

/** @typedef {import("../../generated/messages.js").SurveyShared} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** Who answered, and what stands beside the figures: all answers together, and what was asked once. @param {Props} props */
export function Result({ view, t }) {
  const { lang } = useScreen();
  const { result } = view;
  const people = view.answered ?? 0;
  const filled = people === 1 ? t("1 person answered.") : t("{n} people answered.", { n: people });
  if (!result) {
    return (
      <p class="soft">
        {filled} {view.moment === "before" && t("The change is shown when the same is asked again.")}
      </p>
    );
  }
  return (
    <div class="stack">
      <p class="soft">
        {filled} {t("Of {n} of them the answers at the start are known too.", { n: result.pairs })}
      </p>
      {told(result).length === 0 && <p>{t("Too few people answered both times to show anything.")}</p>}
      <Everyone view={view} result={result} lang={lang} t={t} />
      <Once view={view} result={result} lang={lang} t={t} />
    </div>
  );
}
