import { Between } from "../../phone/between.jsx";
import { Icon, useScreen } from "../../ui/index.js";
import { pointOf } from "./place.js";
import { Shape } from "./shape.jsx";
import { placeWord, regionOf } from "./words.js";

/** How many cards show at once; the rest is one tap away. */
const FIRST = 5;

/**
 * @typedef {import("./place.js").View} View
 * @typedef {import("../../generated/messages.js").PlacedCard} Row
 * @typedef {Record<string, import("./place.js").Placing>} Placed
 */

/**
 * Where the room placed the cards, in words, with one's own place beside it.
 *
 * @param {{ view: View, result: import("../../generated/messages.js").GridResult, placed: Placed }} props
 */
export function Outcome({ view, result, placed }) {
  const { t } = useScreen();
  if (result.rows.length === 0) {
    return (
      <div class="stack">
        <p>{t("Nobody placed a card.")}</p>
        <Between />
      </div>
    );
  }
  const [top, rest] = [result.rows.slice(0, FIRST), result.rows.slice(FIRST)];
  return (
    <div class="stack">
      <h2>{t("The result")}</h2>
      <p class="soft">
        {result.tables
          ? t("The middle of all tables. Look at the wall for the whole picture.")
          : t("Every organisation counts the same. Look at the wall for the whole picture.")}
      </p>
      <Rows {...{ view, placed }} rows={top} />
      {rest.length > 0 && (
        <details class="place-more">
          <summary>{rest.length === 1 ? t("1 more card") : t("{n} more cards", { n: rest.length })}</summary>
          <Rows {...{ view, placed }} rows={rest} />
        </details>
      )}
    </div>
  );
}

/** @param {{ view: View, rows: Row[], placed: Placed }} props */
function Rows({ view, rows, placed }) {
  const { lang, t } = useScreen();
  const own = (/** @type {import("./place.js").Placing} */ { x, y }) =>
    `${pointOf(view.x, x).sign} · ${pointOf(view.y, y).sign}`;
  return (
    <ol class="list place-result">
      {rows.map((row) => {
        const region = regionOf(view, row.region);
        const mine = placed[row.card];
        return (
          <li key={row.card}>
            <p class="place-number">{row.place}</p>
            <div>
              {region && (
                <p class="place-region">
                  <Shape shape={region.shape} /> {region.title}
                </p>
              )}
              <p>{row.text}</p>
              <p class="soft small">
                {placeWord(view, row, lang)}
                {mine && <> ({t("you: {place}", { place: own(mine) })})</>}
              </p>
              {row.discuss.length > 0 && (
                <p class="place-discuss">
                  <Icon name="split" /> {t("Talk about this first")}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
