import { useEffect, useRef, useState } from "preact/hooks";
import { Button, Field, Icon, useScreen } from "../../ui/index.js";
import { cardsWord } from "./words.js";
import "./merge.css";

/** @typedef {import("../../generated/messages.js").CardView} CardView */

/**
 * The cards that were tapped, kept in order.
 *
 * @template {CardView} C
 * @param {C[]} cards those that may be chosen
 * @returns {{
 *   picked: C[],
 *   has: (id: string) => boolean,
 *   toggle: (id: string) => void,
 *   take: (ids: string[]) => void,
 *   whole: boolean,
 *   clear: () => void,
 * }} `take` chooses just these, and they are then `whole`: what is left to do is to merge them
 */
export function usePick(cards) {
  const [chosen, choose] = useState(/** @type {string[]} */ ([]));
  const [whole, complete] = useState(false);
  return {
    picked: chosen.flatMap((id) => cards.filter((card) => card.id === id)),
    has: (id) => chosen.includes(id),
    toggle: (id) => {
      complete(false);
      choose((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
    },
    take: (ids) => {
      complete(true);
      choose(ids);
    },
    whole,
    clear: () => choose([]),
  };
}

/**
 * The cards that were tapped, with the text that their merged card will have.
 *
 * @param {{ cards: CardView[], clear: () => void, max: number, whole?: boolean }} props `max`: letters of the merged
 *   card at the most; `whole`: no more cards will be chosen, so that the text is what comes next
 */
export function Merge({ cards, clear, max, whole = false }) {
  const { send, t } = useScreen();
  const [own, type] = useState(/** @type {string | null} */ (null));
  const text = own ?? cards[0]?.text ?? "";
  const enough = cards.length > 1 && text.trim().length > 0 && text.length <= max;
  const field = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    if (whole) field.current?.focus();
  }, [whole]);
  const merge = async () => {
    const outcome = await send({ kind: "merge_cards", cards: cards.map((card) => card.id), text });
    if (outcome.ok) {
      type(null);
      clear();
    }
  };
  return (
    <section class="merge" aria-label={t("Merge cards")}>
      <p class="merge-count">
        <Icon name="merge" />
        <strong>{t("{cards} chosen", { cards: cardsWord(cards.length, t) })}</strong>
        {cards.length < 2 && <span>{t("Tap another card that says the same.")}</span>}
        <span class="merge-space" />
        <Button small kind="quiet" icon="close" onClick={clear}>
          {t("Choose none")}
        </Button>
      </p>
      {cards.length > 1 && (
        <div class="merge-text">
          <Field
            label={t("Text of the merged card")}
            value={text}
            onInput={type}
            max={max}
            lines={2}
            field={field}
          />
          <Button kind="primary" icon="merge" disabled={!enough} onClick={merge}>
            {t("Merge {n} cards", { n: cards.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
