import { Between } from "../../phone/between.jsx";
import { Icon, useScreen } from "../../ui/index.js";
import { SUPPORT_ICONS, supportWord } from "../parts/words.js";
import { Cost } from "./choices.jsx";
import { closeAt, gaveWord, majorityWord } from "./facts.js";

/**
 * @typedef {import("../../generated/messages.js").BallotShared} View
 * @typedef {import("../../generated/messages.js").BallotResult} Result
 * @typedef {import("../../generated/messages.js").ResultRow} Row
 * @typedef {import("../../ui/text.js").Translate} Translate
 */

/** How many cards show at once; the rest is one tap away. */
const FIRST = 5;

/**
 * The result on a phone: what was chosen, and how widely each card is carried, in words.
 *
 * @param {{ view: View, result: Result, votes: Record<string, number> }} props
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
  const first = Math.max(FIRST, result.rows.filter((row) => row.chosen).length);
  const [top, rest] = [result.rows.slice(0, first), result.rows.slice(first)];
  const voters = result.tables
    ? t("{n} tables voted. Look at the wall for the whole picture.", { n: result.voters })
    : t("{n} people voted. Look at the wall for the whole picture.", { n: result.voters });
  return (
    <div class="stack">
      <h2>{t("The result")}</h2>
      <p class="soft">{voters}</p>
      {result.spent != null && (
        <p>
          <strong>{t("Chosen together: {n} of {of} points", { n: result.spent, of: view.budget })}</strong>
        </p>
      )}
      <Rows rows={top} view={view} result={result} votes={votes} />
      {rest.length > 0 && (
        <details class="more">
          <summary>{rest.length === 1 ? t("1 more card") : t("{n} more cards", { n: rest.length })}</summary>
          <Rows rows={rest} view={view} result={result} votes={votes} />
        </details>
      )}
    </div>
  );
}

/** @param {{ rows: Row[], view: View, result: Result, votes: Record<string, number> }} props */
function Rows({ rows, view, result, votes }) {
  const { t } = useScreen();
  const close = closeAt(result);
  return (
    <ol class="list outcome">
      {rows.map((row) => (
        <li key={row.card}>
          <One row={row} view={view} result={result} own={votes[row.card]} />
          {row.place === close && (
            <p class="result-close">
              <Icon name="message" /> {t("Nearly equal: talk about it together")}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** @param {{ row: Row, view: View, result: Result, own: number | undefined }} props */
function One({ row, view, result, own }) {
  const { lang, t } = useScreen();
  const majority = majorityWord(row, result, t);
  const mine = own == null ? "" : ownWord(own, view.method, t);
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
            {majority && <>: {majority}</>}
          </span>
        </p>
        <p class="soft small">
          {gaveWord(row, view, lang, t)}
          {mine && <> · {mine}</>}
        </p>
        {row.cost != null && <Cost cost={row.cost} t={t} />}
      </div>
    </article>
  );
}

/**
 * What the viewer's own vote on a card was.
 *
 * @param {number} own
 * @param {string} method
 * @param {Translate} t
 */
function ownWord(own, method, t) {
  switch (method) {
    case "approval":
      if (own === 0) return t("you: neutral");
      return own > 0 ? t("you: for") : t("you: against");
    case "ranking":
      return t("you: place {n}", { n: own });
    case "score":
      return t("you: {n}", { n: own });
    case "budget":
      return t("you: for");
    default:
      return own === 1 ? t("1 of them yours") : t("{n} of them yours", { n: own });
  }
}
