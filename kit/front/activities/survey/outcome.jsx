import { Card, Icon, useScreen } from "../../ui/index.js";
import { caveats, countsWord, measureName, told, VERDICT_ICONS, verdictWord } from "./words.js";

/**
 * What changed, on a phone and on the console: in words alone.
 *
 * @param {{
 *   view: import("../../generated/messages.js").SurveyShared,
 *   result: import("../../generated/messages.js").SurveyResult,
 * }} props
 */
export function Outcome({ view, result }) {
  const { t } = useScreen();
  const measures = told(result);
  if (measures.length === 0)
    return <p class="soft">{t("Too few people answered both times to show anything.")}</p>;
  return (
    <Card title={t("What changed in the group")} class="survey-outcome">
      {measures.map((one) => (
        <section key={one.id}>
          <h3>{measureName(view, one.id)}</h3>
          {one.verdict && (
            <p>
              <Icon name={VERDICT_ICONS[one.verdict]} /> <strong>{verdictWord(one.verdict, t)}</strong>
            </p>
          )}
          <p>{t("Of {n} people: {counts}.", { n: one.n, counts: countsWord(one, t) })}</p>
        </section>
      ))}
      <p class="soft small">{caveats(view, t)[0]}</p>
    </Card>
  );
}
