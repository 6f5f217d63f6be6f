import { useState } from "preact/hooks";
import { Button, Field, Icon, Note } from "../../ui/index.js";
import { byZone, cardsWord } from "../parts/words.js";
import { Focus } from "./wall.jsx";
import "./console.css";

/** @typedef {import("../../generated/messages.js").CanvasShared} View */
/** @typedef {import("../../generated/messages.js").CardView} CardView */
/** @typedef {import("../props.js").Props<View>} Props */

/**
 * The cards that were tapped, with the text that their merged card will have.
 *
 * @param {{ cards: CardView[], clear: () => void, view: View, send: Props["send"], t: Props["t"] }} props
 */
function Merge({ cards, clear, view, send, t }) {
  const [own, type] = useState(/** @type {string | null} */ (null));
  const text = own ?? cards[0]?.text ?? "";
  const max = 4 * view.max_chars;
  const enough = cards.length > 1 && text.trim().length > 0 && text.length <= max;
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
        {cards.length === 1 && <span>{t("Tap another card that says the same.")}</span>}
        <span class="console-space" />
        <Button small kind="quiet" icon="close" onClick={clear}>
          {t("Choose none")}
        </Button>
      </p>
      {cards.length > 1 && (
        <div class="merge-text">
          <Field label={t("Text of the merged card")} value={text} onInput={type} max={max} lines={2} />
          <Button kind="primary" icon="merge" disabled={!enough} onClick={merge}>
            {t("Merge {n} cards", { n: cards.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

/**
 * One contribution with what the trainer can do about it.
 *
 * @param {{ card: CardView, parent?: string, chosen: boolean, choose: () => void, send: Props["send"], t: Props["t"] }} props
 */
function Line({ card, parent, chosen, choose, send, t }) {
  return (
    <Note card={card} parent={parent} class={chosen ? "note-chosen" : ""}>
      {card.hidden ? (
        <Button small kind="quiet" icon="eye" onClick={() => send({ kind: "restore_card", card: card.id })}>
          {t("Put back")}
        </Button>
      ) : (
        <>
          <button
            type="button"
            class="pick"
            aria-pressed={chosen}
            aria-label={t("Choose: {text}", { text: card.text })}
            onClick={choose}
          >
            <span class="pick-box" aria-hidden="true">
              {chosen && <Icon name="check" />}
            </span>
            {t("Choose")}
          </button>
          <Button
            small
            kind="quiet"
            icon="hidden"
            label={t("Hide: {text}", { text: card.text })}
            onClick={() => send({ kind: "hide_card", card: card.id })}
          >
            {t("Hide")}
          </Button>
          {card.merged.length > 0 && (
            <Button small kind="quiet" icon="split" onClick={() => send({ kind: "unmerge", card: card.id })}>
              {t("Take apart")}
            </Button>
          )}
        </>
      )}
    </Note>
  );
}

/** @param {Props} props */
export function Console({ shared, view, send, t }) {
  const [chosen, choose] = useState(/** @type {string[]} */ ([]));
  const [newest, order] = useState(true);
  const texts = new Map(view.cards.map((card) => [card.id, card.text]));
  const shown = view.cards.filter((card) => !card.hidden);
  const picked = chosen.flatMap((id) => shown.filter((card) => card.id === id));
  const toggle = (/** @type {string} */ id) =>
    choose((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  const groups = byZone(view.zones, newest ? [...view.cards].reverse() : view.cards);
  const hidden = view.cards.length - shown.length;
  return (
    <div class="stack" data-phase={shared.step?.phase}>
      <div class="work-head">
        <h2>
          {cardsWord(shown.length, t)}
          {hidden > 0 && <span class="soft small"> · {t("{n} hidden", { n: hidden })}</span>}
        </h2>
        {view.cards.length > 1 && (
          <Button small kind="quiet" icon={newest ? "down" : "up"} onClick={() => order(!newest)}>
            {newest ? t("Newest first") : t("Oldest first")}
          </Button>
        )}
      </div>
      <Focus focus={view.focus} />
      {view.cards.length === 0 && (
        <p class="soft">{t("Nothing has come in yet. Cards appear here at once.")}</p>
      )}
      {groups
        .filter((group) => group.cards.length > 0)
        .map((group) => (
          <section key={group.id} class="work-zone">
            {view.zones.length > 1 && (
              <h3>
                {group.title} <span class="soft">{group.cards.length}</span>
              </h3>
            )}
            <div class="work-cards">
              {group.cards.map((card) => (
                <Line
                  key={card.id}
                  card={card}
                  parent={card.parent ? texts.get(card.parent) : undefined}
                  chosen={chosen.includes(card.id)}
                  choose={() => toggle(card.id)}
                  send={send}
                  t={t}
                />
              ))}
            </div>
          </section>
        ))}
      {picked.length > 0 && <Merge cards={picked} clear={() => choose([])} view={view} send={send} t={t} />}
    </div>
  );
}
