import { Icon, number, percent } from "../../ui/index.js";
import { countsWord, measureName, VERDICT_ICONS, verdictWord } from "./words.js";
import "./change.css";

/**
 * @typedef {import("../../generated/messages.js").SurveyShared} View
 * @typedef {import("../../generated/messages.js").MeasureView} Measure
 * @typedef {import("../../ui/text.js").Translate} Translate
 */

/**
 * How many people went up, stayed the same and went down: as lengths, as icons and in words.
 *
 * @param {{ one: { up: number | null, same: number | null, down: number | null }, t: Translate }} props
 */
export function Moved({ one, t }) {
  const parts = /** @type {[string, string, number][]} */ ([
    ["up", t("higher"), one.up ?? 0],
    ["same", t("the same"), one.same ?? 0],
    ["down", t("lower"), one.down ?? 0],
  ]);
  return (
    <div class="survey-moved">
      <div class="survey-lengths" aria-hidden="true">
        {parts.map(
          ([kind, , n]) => n > 0 && <i key={kind} class={`survey-${kind}`} style={{ flexGrow: n }} />,
        )}
      </div>
      <ul class="list survey-counts">
        {parts.map(([kind, word, n]) => (
          <li key={kind}>
            <Icon name={kind === "same" ? "minus" : kind} />
            <strong>{n}</strong> {word}
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * How a score is written: a share as a percentage.
 *
 * @param {Measure} one
 * @param {string} lang
 * @returns {(value: number | null) => string}
 */
const sayer = (one, lang) => (value) =>
  one.top === 1 ? percent(value ?? 0, lang) : number(value ?? 0, lang, 1);

/**
 * The means before and after on their scale, with the margin around the change.
 *
 * @param {{ one: Measure, lang: string, t: Translate }} props
 */
function Line({ one, lang, t }) {
  if (one.before == null || one.after == null) return null;
  const at = (/** @type {number} */ value) => 3 + (94 * (value - one.bottom)) / (one.top - one.bottom);
  const say = sayer(one, lang);
  const [from, to] = [at(Math.min(one.before, one.after)), at(Math.max(one.before, one.after))];
  return (
    <div
      class="survey-line"
      role="img"
      aria-label={t("From {before} to {after}", { before: say(one.before), after: say(one.after) })}
    >
      <i class="survey-track" />
      <i class="survey-span" style={{ insetInlineStart: `${from}%`, width: `${to - from}%` }} />
      <i class="survey-before" style={{ insetInlineStart: `${at(one.before)}%` }} />
      <i class="survey-after" style={{ insetInlineStart: `${at(one.after)}%` }} />
      <span class="survey-end">{say(one.bottom)}</span>
      <span class="survey-end">{say(one.top)}</span>
    </div>
  );
}

/**
 * One measure: the word for it first, then people, then numbers.
 *
 * @param {{ view: View, one: Measure, lang: string, t: Translate, brief?: boolean }} props
 */
export function Change({ view, one, lang, t, brief = false }) {
  return (
    <section class="survey-change">
      <h4>{measureName(view, one.id)}</h4>
      {one.verdict && (
        <p class={`survey-verdict survey-verdict-${one.verdict}`}>
          <Icon name={VERDICT_ICONS[one.verdict]} /> {verdictWord(one.verdict, t)}
        </p>
      )}
      <Moved one={one} t={t} />
      {!brief && <Line one={one} lang={lang} t={t} />}
      {!brief && <p class="soft small">{numbersWord(one, lang, t)}</p>}
    </section>
  );
}

/**
 * What the numbers say, as far as there are any.
 *
 * @param {Measure} one
 * @param {string} lang
 * @param {Translate} t
 */
export function numbersWord(one, lang, t) {
  const say = sayer(one, lang);
  const counts = t("Of {n} people: {counts}.", { n: one.n, counts: countsWord(one, t) });
  if (one.mean == null)
    return `${counts} ${t("The middle change is {median}.", { median: say(one.median) })}`;
  const mean = t("On average from {before} to {after}: a change of {mean}, margin {low} to {high}.", {
    before: say(one.before),
    after: say(one.after),
    mean: say(one.mean),
    low: say(one.low),
    high: say(one.high),
  });
  const size =
    one.effect == null
      ? ""
      : t("Size of the difference: {effect} (margin {low} to {high}).", {
          effect: number(one.effect, lang, 2),
          low: number(one.effect_low ?? 0, lang, 2),
          high: number(one.effect_high ?? 0, lang, 2),
        });
  return `${mean} ${size}`;
}
