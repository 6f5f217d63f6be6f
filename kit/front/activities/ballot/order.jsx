import { Button } from "../../ui/index.js";
import { inPlace, shift, toggle } from "./votes.js";
import "./order.css";

/**
 * @typedef {import("../../generated/messages.js").OptionView} Option
 * @typedef {import("./votes.js").Votes} Votes
 */

/**
 * Cards put in order by tapping: what is tapped gets the next place, and can move up and down from there.
 *
 * @param {{
 *   options: Option[],
 *   votes: Votes,
 *   set: (votes: Votes) => void,
 *   t: import("../../ui/text.js").Translate,
 *   body?: (option: Option) => import("preact").ComponentChildren,
 * }} props `body` shows a card; its text when left out
 */
export function Order({ options, votes, set, t, body = (option) => <p>{option.text}</p> }) {
  const by = new Map(options.map((option) => [option.card, option]));
  const placed = inPlace(votes).filter((card) => by.has(card));
  const open = options.filter(({ card }) => !(card in votes));
  const next = placed.length + 1;
  return (
    <div class="order">
      {placed.length > 0 && (
        <ol class="list order-list" aria-label={t("Your order")}>
          {placed.map((card, i) => {
            const option = /** @type {Option} */ (by.get(card));
            return (
              <li key={card} class="order-card order-in">
                <span class="order-place">
                  <span class="hush">{t("Place")} </span>
                  {i + 1}
                </span>
                <div class="order-text">{body(option)}</div>
                <fieldset class="order-acts">
                  <legend class="hush">{option.text}</legend>
                  <Button
                    icon="up"
                    label={t("One place up")}
                    disabled={i === 0}
                    onClick={() => set(shift(votes, card, -1))}
                  />
                  <Button
                    icon="down"
                    label={t("One place down")}
                    disabled={i === placed.length - 1}
                    onClick={() => set(shift(votes, card, 1))}
                  />
                  <Button
                    kind="quiet"
                    icon="close"
                    label={t("Take it out of the order")}
                    onClick={() => set(toggle(votes, card))}
                  />
                </fieldset>
              </li>
            );
          })}
        </ol>
      )}
      {open.length > 0 && (
        <ul class="list order-list" aria-label={t("Not in order yet")}>
          {open.map((option) => (
            <li key={option.card} class="order-card">
              <div class="order-text">{body(option)}</div>
              <Button
                class="order-next"
                label={`${t("Put on place {n}", { n: next })}: ${option.text}`}
                onClick={() => set(toggle(votes, option.card))}
              >
                {t("Put on place {n}", { n: next })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
