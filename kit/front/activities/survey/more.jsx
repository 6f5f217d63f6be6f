import { number } from "../../ui/index.js";
import { measureName } from "./words.js";
import "./more.css";

/**
 * @typedef {import("../../generated/messages.js").SurveyShared} View
 * @typedef {import("../../generated/messages.js").SurveyResult} Result
 * @typedef {import("../../generated/messages.js").OnceResult} One
 * @typedef {import("../../ui/text.js").Translate} Translate
 * @typedef {{ view: View, result: Result, lang: string, t: Translate }} Props
 */

/** A change as the figures write it: with a plus or a real minus. @param {number} value @param {string} lang */
const signed = (value, lang) => {
  const plain = number(Math.abs(value), lang, 1);
  return Number(value.toFixed(1)) === 0 ? plain : `${value < 0 ? "−" : "+"}${plain}`;
};

/** The same with the answers of people who answered once. @param {Props} props */
export function Everyone({ view, result, lang, t }) {
  const say = (/** @type {number} */ value) => signed(value, lang);
  return result.everyone.map((one) => (
    <p key={one.id} class="soft">
      {one.how === "overlap"
        ? t("{name}, also counting who answered once: a change of {mean}, margin {low} to {high}.", {
            name: measureName(view, one.id),
            mean: say(one.mean),
            low: say(one.low),
            high: say(one.high),
          })
        : t("{name}, without knowing who is who: a difference of {mean}, margin {low} to {high}.", {
            name: measureName(view, one.id),
            mean: say(one.mean),
            low: say(one.low),
            high: say(one.high),
          })}{" "}
      {t("{before} people answered at the start, {after} now.", { before: one.before, after: one.after })}
      {one.how === "welch" && <> {t("That says far less than when they are paired.")}</>}
    </p>
  ));
}

/** What was asked at this moment alone. @param {Props} props */
export function Once({ view, result, lang, t }) {
  const rows = result.once.filter((one) => one.median != null);
  if (rows.length === 0) return null;
  return (
    <div class="survey-once">
      {rows.map((one) => (
        <Asked key={one.id} one={one} view={view} result={result} lang={lang} t={t} />
      ))}
    </div>
  );
}

/** @param {Props & { one: One }} props */
function Asked({ one, view, result, lang, t }) {
  const item = view.items.find((other) => other.id === one.id);
  const choices = view.choices[item?.choices ?? ""] ?? [];
  const middle =
    choices.find((choice) => choice.value === one.median)?.label ?? number(one.median ?? 0, lang, 1);
  const score = result.measures.find((measure) => measure.id === one.memory);
  const most = Math.max(1, ...(one.counts ?? []));
  return (
    <section>
      <h4>{item?.text}</h4>
      {one.counts ? (
        <ul class="list">
          {choices.map((choice, i) => (
            <li key={choice.value}>
              <span>{choice.label}</span>
              <i style={{ "--share": (one.counts?.[i] ?? 0) / most }} aria-hidden="true" />
              <strong>{one.counts?.[i]}</strong>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("The middle answer: {answer} ({n} people).", { answer: middle, n: one.n })}</p>
      )}
      {score?.before != null && one.mean != null && (
        <p class="soft small">
          {t("Looking back, people give {mean} on average. At the start they gave {before}.", {
            mean: number(one.mean, lang, 1),
            before: number(score.before, lang, 1),
          })}
        </p>
      )}
    </section>
  );
}
