import { useState } from "preact/hooks";
import { Button, Icon, useScreen } from "../../ui/index.js";
import { Hints } from "./marks.jsx";
import "./prompts.css";

/** @typedef {import("../../generated/messages.js").CanvasShared} View */
/** @typedef {import("../../generated/messages.js").CanvasMine} Own */
/** @typedef {import("../../generated/messages.js").Offer} Offer */

/** More prompts than this are folded away. */
const SHOWN = 3;

/**
 * What this canvas is about: the question or the idea that the room chose.
 *
 * @param {{ texts: string[] }} props
 */
export function Focus({ texts }) {
  const { t } = useScreen();
  if (texts.length === 0) return null;
  return (
    <section class="focus" aria-label={t("What it is about")}>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </section>
  );
}

/**
 * Which round it is, and whose sheet one has in hand.
 *
 * @param {{ view: View, own: Own | null }} props
 */
export function Round({ view, own }) {
  const { t } = useScreen();
  if (view.round === 0) return null;
  const sheet = own?.sheet;
  return (
    <section class="round" aria-live="polite">
      <p class="round-name">
        <strong>{t("Round {n} of {count}", { n: view.round, count: view.rounds })}</strong>
        {sheet && sheet.number > 0 && (
          <span>{t("sheet {n} of {count}", { n: sheet.number, count: sheet.of })}</span>
        )}
      </p>
      {sheet && (
        <p class="soft small">
          {sheet.own
            ? t("This is your own sheet. Write your first ideas.")
            : t("This sheet comes from someone else. Read it, and build on it.")}
        </p>
      )}
    </section>
  );
}

/**
 * What an earlier step found: tap one to build on it, or to take it over where this canvas is for choosing.
 *
 * @param {{ view: View, chosen: string | undefined, choose: (offer: Offer) => void }} props
 */
export function Offers({ view, chosen, choose }) {
  const { t } = useScreen();
  const { offers, take_over: whole } = view;
  if (offers.length === 0) return null;
  const taken = new Set(whole ? view.cards.map((card) => card.parent) : []);
  const shown = whole ? offers.length : SHOWN;
  const list = (/** @type {Offer[]} */ some) => (
    <ul class="list offers">
      {some.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            class="offer"
            aria-pressed={one.id === chosen ? "true" : "false"}
            onClick={() => choose(one)}
          >
            <Icon name={taken.has(one.id) ? "check" : "branch"} />
            <span>
              {one.text}
              {taken.has(one.id) && <small>{t("Taken over")}</small>}
              {one.organisation && <small>{one.organisation}</small>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section class="prompts">
      <h2 class="prompts-title">{whole ? t("To choose from") : t("To build on")}</h2>
      {list(offers.slice(0, shown))}
      {offers.length > shown && (
        <details>
          <summary>{t("{n} more", { n: offers.length - shown })}</summary>
          {list(offers.slice(shown))}
        </details>
      )}
    </section>
  );
}

/**
 * A card from another world; each person begins with another one.
 *
 * @param {{ view: View, begin: number }} props
 */
export function Deck({ view, begin }) {
  const { t } = useScreen();
  const [drawn, draw] = useState(0);
  const count = view.deck.length;
  // Five apart, so that neighbours who draw on don't follow each other through the deck.
  const card = view.deck[(((begin * 5 + drawn) % count) + count) % count];
  if (!card) return null;
  return (
    <section class="deck" aria-label={t("Card to think differently")} aria-live="polite">
      <p class="deck-title">
        {card.sign && (
          <span class="deck-sign" aria-hidden="true">
            {card.sign}
          </span>
        )}
        {card.title}
      </p>
      {card.text && <p class="deck-text">{card.text}</p>}
      <p class="deck-question">{card.question}</p>
      {view.ending && <p class="deck-ending">{view.ending}</p>}
      <Button small kind="secondary" icon="next" onClick={() => draw(drawn + 1)}>
        {t("Another card")}
      </Button>
    </section>
  );
}

/**
 * Buttons that give a text another turn.
 *
 * @param {{ view: View, begin: (text: string) => void }} props `begin` puts a text in the field, unless there is one
 */
export function Variants({ view, begin }) {
  const { t } = useScreen();
  const [chosen, choose] = useState("");
  if (view.variants.length === 0) return null;
  const shown = view.variants.find((one) => one.id === chosen);
  return (
    <section class="prompts">
      <h2 class="prompts-title">{t("Give it another turn")}</h2>
      <div class="pick-row">
        {view.variants.map((one) => (
          <button
            key={one.id}
            type="button"
            class="pick-one"
            aria-pressed={one.id === chosen ? "true" : "false"}
            onClick={() => {
              choose(one.id);
              begin(one.start);
            }}
          >
            {one.label}
          </button>
        ))}
      </div>
      {shown && (
        <p class="soft small" role="status">
          {shown.help}
        </p>
      )}
    </section>
  );
}

/**
 * What is worth thinking of for all of one's cards together.
 *
 * @param {{ own: Own | null }} props
 */
export function Tips({ own }) {
  return <Hints hints={own?.tips} />;
}
