import { number, percent, useScreen } from "../../ui/index.js";
import { Behind } from "../parts/behind.jsx";
import { Change } from "./change.jsx";
import { Items } from "./items.jsx";
import { Everyone, Once } from "./more.jsx";
import { Ties } from "./ties.jsx";
import { caveats, measureName, told, verdictWord } from "./words.js";

/** @typedef {import("../../generated/messages.js").SurveyShared} View */
/** @typedef {import("../../generated/messages.js").SurveyResult} SurveyResult */
/** @typedef {import("../props.js").Props<View>} Props */

/** How this may be read, and how it may not. @param {Pick<Props, "view" | "t">} props */
function Read({ view, t }) {
  return (
    <div class="survey-read">
      <strong>{t("How to read this")}</strong>
      <ul>
        {caveats(view, t).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

/** The numbers behind the figures. @param {Pick<Props, "view" | "t"> & { name: string, result: SurveyResult }} props */
function Numbers({ name, view, result, t }) {
  const { lang } = useScreen();
  const two = (/** @type {number | null} */ value) => (value == null ? "" : number(value, lang, 2));
  const share = (/** @type {number | null} */ value) => (value == null ? "" : percent(value, lang));
  return (
    <>
      <Behind
        name={`${name}-scores`}
        caption={t("Scores per person")}
        head={[
          t("Score"),
          t("People"),
          t("Higher"),
          t("The same"),
          t("Lower"),
          t("Middle change"),
          t("Mean before"),
          t("Mean after"),
          t("Mean change"),
          t("Margin (95%)"),
          t("Size (g)"),
          t("In words"),
          t("Mean correlation of the questions"),
        ]}
        rows={told(result).map((one) => [
          measureName(view, one.id),
          one.n,
          one.up,
          one.same,
          one.down,
          two(one.median),
          two(one.before),
          two(one.after),
          two(one.mean),
          one.low == null ? "" : t("{low} to {high}", { low: two(one.low), high: two(one.high) }),
          two(one.effect),
          one.verdict ? verdictWord(one.verdict, t) : "",
          two(one.together),
        ])}
      />
      <Behind
        name={`${name}-questions`}
        caption={t("Change per question")}
        head={[
          t("Question"),
          t("People"),
          t("Higher"),
          t("The same"),
          t("Lower"),
          t("agrees before"),
          t("agrees after"),
        ]}
        rows={result.items
          .filter((row) => row.up != null)
          .map((row) => [
            view.items.find((item) => item.id === row.id)?.text,
            row.n,
            row.up,
            row.same,
            row.down,
            share(row.agree_before),
            share(row.agree_after),
          ])}
      />
    </>
  );
}

/** @param {Props} props */
export function Result({ shared, view, t }) {
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
  const name = shared.step?.id ?? "survey";
  const measures = told(result);
  return (
    <div class="stack">
      <p class="soft">
        {filled} {t("Of {n} of them the answers at the start are known too.", { n: result.pairs })}
      </p>
      {measures.length === 0 ? (
        <p>{t("Too few people answered both times to show anything.")}</p>
      ) : (
        <>
          <div class="survey-changes">
            {measures.map((one) => (
              <Change key={one.id} view={view} one={one} lang={lang} t={t} />
            ))}
          </div>
          <Items view={view} rows={result.items} lang={lang} t={t} />
        </>
      )}
      <Everyone view={view} result={result} lang={lang} t={t} />
      <Once view={view} result={result} lang={lang} t={t} />
      {result.ties && <Ties ties={result.ties} name={name} lang={lang} t={t} />}
      <Read view={view} t={t} />
      {measures.length > 0 && <Numbers name={name} view={view} result={result} t={t} />}
    </div>
  );
}
