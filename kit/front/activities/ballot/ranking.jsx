import { Icon, useScreen } from "../../ui/index.js";
import { SupportTag } from "../parts/support.jsx";
import { closeAt, gaveWord, lowestWord, majorityWord, measure } from "./facts.js";
import "./ranking.css";

/** @typedef {import("../../generated/messages.js").BallotShared} View */
/** @typedef {import("../../generated/messages.js").ResultRow} Row */
/** @typedef {import("../../generated/messages.js").BallotResult} Result */
/** @typedef {import("../../ui/text.js").Translate} Translate */

/**
 * One row in words.
 *
 * @param {Row} row
 * @param {View} view
 * @param {Result} result
 * @param {string} lang
 * @param {Translate} t
 */
function factsOf(row, view, result, lang, t) {
  const supporters = t("{n} of {of} voters", { n: row.voters, of: result.voters });
  return [
    view.method === "dots" ? supporters : "",
    gaveWord(row, view, lang, t),
    majorityWord(row, result, t),
    lowestWord(row, result, lang, t),
  ]
    .filter(Boolean)
    .join(" · ");
}

/**
 * A bar with what it measures; the number is beside it.
 *
 * @param {{ row: Row, view: View, t: Translate }} props
 */
function Bar({ row, view, t }) {
  const { lang } = useScreen();
  const { share, text, what } = measure(row, view, lang, t);
  return (
    <span class="rank-bar">
      <i style={{ "--share": share }} aria-hidden="true" />
      <strong>
        <span class="hush">{what} </span>
        {text}
      </strong>
    </span>
  );
}

/** @param {{ t: Translate }} props */
function Chosen({ t }) {
  return (
    <p class="rank-star">
      <Icon name="star" /> {t("Chosen")}
    </p>
  );
}

/** @param {{ row: Row, t: Translate }} props */
function Place({ row, t }) {
  return (
    <span class="rank-place">
      <span class="hush">{t("Place")} </span>
      {row.place}
    </span>
  );
}

/** What a card costs stands in the place of its place: in a set there is no first. @param {{ cost: number, t: Translate }} props */
function Price({ cost, t }) {
  return (
    <span class="rank-price">
      <strong>{cost}</strong>
      {cost === 1 ? t("point") : t("points")}
    </span>
  );
}

/** Said where the list is cut between two that can hardly be told apart. @param {{ t: Translate }} props */
function Close({ t }) {
  return (
    <li class="rank-close">
      <Icon name="message" />
      {t("Nearly equal: talk about it together")}
    </li>
  );
}

/**
 * One card of the ranking. When several were chosen, that stands once above them all.
 *
 * @param {{ row: Row, view: View, result: Result, t: Translate, several: boolean }} props
 */
function One({ row, view, result, t, several }) {
  const { lang } = useScreen();
  const dots = view.method === "dots";
  const none = row.answered === 0 || (dots && row.points === 0);
  return (
    <li class={row.chosen ? "rank-chosen" : ""}>
      {row.cost == null ? <Place row={row} t={t} /> : <Price cost={row.cost} t={t} />}
      <div class="rank-what">
        {row.chosen && (several ? <span class="hush">{t("Chosen")}</span> : <Chosen t={t} />)}
        <p class="rank-text">{row.text}</p>
        <p class="rank-facts">{factsOf(row, view, result, lang, t)}</p>
      </div>
      <div class="rank-much">
        <Bar row={row} view={view} t={t} />
        {none ? (
          <span class="rank-tag">{dots ? t("No dots") : t("No answers")}</span>
        ) : (
          <SupportTag label={row.label} t={t} />
        )}
      </div>
    </li>
  );
}

/**
 * The ranking, best first. What was chosen stands out by size, place and a word.
 *
 * @param {{ view: View, t: Translate, most?: number }} props `most` rows at most
 */
export function Ranking({ view, t, most = Number.POSITIVE_INFINITY }) {
  const { result } = view;
  if (!result) return null;
  if (result.voters === 0) return <p class="rank-none">{t("No votes came in.")}</p>;
  const rows = result.rows.slice(0, most);
  const rest = result.rows.length - rows.length;
  const close = closeAt(result);
  const several = result.rows.filter((row) => row.chosen).length > 1;
  return (
    <div class="rank">
      <ol class={`list rank-rows ${several ? "rank-several" : ""}`}>
        {several && (
          <li class="rank-head">
            <Chosen t={t} />
          </li>
        )}
        {rows.flatMap((row) => [
          <One key={row.card} {...{ row, view, result, t, several }} />,
          row.place === close && <Close key="close" t={t} />,
        ])}
      </ol>
      {rest > 0 && <p class="rank-rest">{rest === 1 ? t("and 1 more") : t("and {n} more", { n: rest })}</p>}
    </div>
  );
}
