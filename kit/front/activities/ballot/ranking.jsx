import { Icon } from "../../ui/index.js";
import { dotsWord, SUPPORT_ICONS, supportWord } from "../parts/words.js";
import "./ranking.css";

/** @typedef {import("../../generated/messages.js").ResultRow} Row */
/** @typedef {import("../../generated/messages.js").BallotResult} Result */
/** @typedef {import("../../ui/text.js").Translate} Translate */

/**
 * One row in words.
 *
 * @param {Row} row
 * @param {Result} result
 * @param {Translate} t
 */
function factsOf(row, result, t) {
  const { voters, organisations } = result;
  return [
    t("{n} of {of} voters", { n: row.voters, of: voters }),
    dotsWord(row.points, t),
    organisations > 1
      ? t("a majority in {n} of {of} organisations", { n: row.majority, of: organisations })
      : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

/**
 * A bar from 0 to 100 with what it measures; the number is beside it.
 *
 * @param {{ row: Row, result: Result, t: Translate }} props
 */
function Bar({ row, result, t }) {
  const most = Math.max(1, ...result.rows.map((one) => one.points));
  const byPoints = result.rank === "points";
  const share = byPoints ? row.points / most : row.scale / 100;
  return (
    <span class="rank-bar">
      <i style={{ "--share": share }} aria-hidden="true" />
      <strong>
        <span class="hush">{byPoints ? t("Dots:") : t("Support across organisations, from 0 to 100:")} </span>
        {Math.round(byPoints ? row.points : row.scale)}
      </strong>
    </span>
  );
}

/** @param {{ label: string, t: Translate }} props */
export function SupportTag({ label, t }) {
  return (
    <span class={`rank-tag rank-${label}`}>
      <Icon name={SUPPORT_ICONS[label] ?? "dot"} />
      {supportWord(label, t)}
    </span>
  );
}

/**
 * The ranking, best first. What was chosen stands out by size, place and a word.
 *
 * @param {{ result: Result, t: Translate, most?: number, brief?: boolean, rest?: boolean }} props `most` rows at most; `brief`
 *   leaves the facts out below the chosen ones; `rest` false does not say how many more there are
 */
export function Ranking({
  result,
  t,
  most = Number.POSITIVE_INFINITY,
  brief = false,
  rest: tellRest = true,
}) {
  if (result.voters === 0) return <p class="rank-none">{t("No votes came in.")}</p>;
  const rows = result.rows.slice(0, most);
  const rest = result.rows.length - rows.length;
  return (
    <div class="rank">
      <ol class="list rank-rows">
        {rows.map((row) => (
          <li key={row.card} class={row.chosen ? "rank-chosen" : ""}>
            <span class="rank-place">
              <span class="hush">{t("Place")} </span>
              {row.place}
            </span>
            <div class="rank-what">
              {row.chosen && (
                <p class="rank-star">
                  <Icon name="star" /> {t("Chosen")}
                </p>
              )}
              <p class="rank-text">{row.text}</p>
              {(!brief || row.chosen) && <p class="rank-facts">{factsOf(row, result, t)}</p>}
            </div>
            <div class="rank-much">
              <Bar row={row} result={result} t={t} />
              {row.points > 0 ? (
                <SupportTag label={row.label} t={t} />
              ) : (
                <span class="rank-tag">{t("No dots")}</span>
              )}
            </div>
          </li>
        ))}
      </ol>
      {tellRest && rest > 0 && (
        <p class="rank-rest">{rest === 1 ? t("and 1 more") : t("and {n} more", { n: rest })}</p>
      )}
    </div>
  );
}
