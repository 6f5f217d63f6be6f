import { Between } from "../../phone/between.jsx";
import { Icon, useScreen } from "../../ui/index.js";
import { SUPPORT_ICONS, supportWord } from "../parts/words.js";

/**
 * @typedef {import("../../generated/messages.js").BallotResult} Result
 * @typedef {import("../../generated/messages.js").ResultRow} Row
 */

/** How many cards show at once; the rest is one tap away. */
const FIRST = 5;

/**
 * The result on a phone: what was chosen, and how widely each card is carried, in words.
 *
 * @param {{ view: { winners: number }, result: Result, votes: Record<string, number> }} props
 */
export function Outcome({ view, result, votes }) {
  const { t } = useScreen();
  if (result.voters === 0) {
    return (
      <div class="stack">
        <p>{t("No votes came in.")}</p>
        <Between />
      </div>
    );
  }
  const first = Math.max(FIRST, view.winners);
  const [top, rest] = [result.rows.slice(0, first), result.rows.slice(first)];
  return (
    <div class="stack">
      <h2>{t("The result")}</h2>
      <p class="soft">
        {t("{n} people voted. Look at the wall for the whole picture.", { n: result.voters })}
      </p>
      <Rows rows={top} result={result} votes={votes} />
      {rest.length > 0 && (
        <details class="more">
          <summary>{rest.length === 1 ? t("1 more card") : t("{n} more cards", { n: rest.length })}</summary>
          <Rows rows={rest} result={result} votes={votes} />
        </details>
      )}
    </div>
  );
}

/** @param {{ rows: Row[], result: Result, votes: Record<string, number> }} props */
function Rows({ rows, result, votes }) {
  return (
    <ol class="list outcome">
      {rows.map((row) => (
        <li key={row.card}>
          <One row={row} result={result} dots={votes[row.card] ?? 0} />
        </li>
      ))}
    </ol>
  );
}

/** @param {{ row: Row, result: Result, dots: number }} props */
function One({ row, result, dots }) {
  const { t } = useScreen();
  const { organisations } = result;
  return (
    <article class={`result ${row.chosen ? "result-chosen" : ""}`}>
      <p class="result-place">
        <span class="hush">{t("Place")} </span>
        {row.place}
      </p>
      <div class="result-what">
        {row.chosen && (
          <p class="result-star">
            <Icon name="star" /> {t("Chosen")}
          </p>
        )}
        <p class="result-text">{row.text}</p>
        <p class="result-support">
          <Icon name={SUPPORT_ICONS[row.label] ?? "dot"} />
          <span>
            <strong>{supportWord(row.label, t)}</strong>
            {organisations > 1 && (
              <>: {t("a majority in {n} of {of} organisations", { n: row.majority, of: organisations })}</>
            )}
          </span>
        </p>
        <p class="soft small">
          {row.points === 1 ? t("1 dot") : t("{n} dots", { n: row.points })}
          {dots > 0 && <>, {dots === 1 ? t("1 of them yours") : t("{n} of them yours", { n: dots })}</>}
        </p>
      </div>
    </article>
  );
}
