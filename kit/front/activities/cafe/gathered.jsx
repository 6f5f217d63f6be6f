import { useState } from "preact/hooks";
import { Button, Field, Icon, Note } from "../../ui/index.js";
import { cardsWord } from "../parts/words.js";
import { lessonHelp, lessonWord } from "./lessons.js";
import { HARVEST, themeOf, zoneWord } from "./words.js";

/** @typedef {import("../../generated/messages.js").CafeShared} View */
/** @typedef {import("../../generated/messages.js").CardView} CardView */
/** @typedef {import("../props.js").Props<View>} Props */

/**
 * The cards that were tapped, with the text that their merged card will have.
 *
 * @param {{ cards: CardView[], clear: () => void, max: number, send: Props["send"], t: Props["t"] }} props
 */
function Merge({ cards, clear, max, send, t }) {
  const [own, type] = useState(/** @type {string | null} */ (null));
  const text = own ?? cards[0]?.text ?? "";
  const enough = cards.length > 1 && text.trim().length > 0 && text.length <= max;
  const merge = async () => {
    const outcome = await send({ kind: "merge_cards", cards: cards.map((card) => card.id), text });
    if (!outcome.ok) return;
    type(null);
    clear();
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

/** The lessons, each of which can be on or off for a card. @param {{ card: CardView, view: View, tag: (tags: string[]) => void, t: Props["t"] }} props */
function Lessons({ card, view, tag, t }) {
  return (
    <fieldset class="cafe-lessons">
      <legend class="hush">{t("What it is about: {text}", { text: card.text })}</legend>
      {view.lessons.map((lesson) => {
        const on = card.tags.includes(lesson);
        return (
          <button
            key={lesson}
            type="button"
            aria-pressed={on ? "true" : "false"}
            title={lessonHelp(lesson, t)}
            onClick={() => tag(on ? card.tags.filter((one) => one !== lesson) : [...card.tags, lesson])}
          >
            {on && <Icon name="check" />}
            {lessonWord(lesson, t)}
          </button>
        );
      })}
    </fieldset>
  );
}

/**
 * One card with what the trainer can do about it.
 *
 * @param {{ card: CardView, chosen: boolean, choose: () => void, orders: boolean, view: View, step: string, send: Props["send"], t: Props["t"] }} props
 *   `orders`: the rounds are over, and the room orders the harvest
 */
function Line({ card, chosen, choose, orders, view, step, send, t }) {
  const at = [
    zoneWord(card.zone, t),
    card.merged.length > 0 ? "" : card.table,
    view.variant === "theme_per_table" && card.round ? t("Round {n}", { n: card.round }) : "",
  ];
  if (card.hidden) {
    return (
      <Note card={card}>
        <Button small kind="quiet" icon="eye" onClick={() => send({ kind: "restore_card", card: card.id })}>
          {t("Put back")}
        </Button>
      </Note>
    );
  }
  return (
    <Note
      card={{ ...card, organisation: null, team: at.filter(Boolean).join(" · ") }}
      class={chosen ? "note-chosen" : ""}
    >
      <button
        type="button"
        class="pick"
        aria-pressed={chosen ? "true" : "false"}
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
      {orders && HARVEST.includes(card.zone) && (
        <Lessons
          {...{ card, view, t }}
          tag={(tags) => send({ kind: "tag_card", step, card: card.id, tags })}
        />
      )}
    </Note>
  );
}

/**
 * What the tables kept and wrote, by theme: merge it, hide it, and say what it is about.
 *
 * @param {Props} props
 */
export function Gathered({ shared, view, send, t }) {
  const [all, see] = useState(false);
  const [chosen, choose] = useState(/** @type {string[]} */ ([]));
  const kept = view.cards.filter((card) => all || HARVEST.includes(card.zone));
  const picked = chosen.flatMap((id) => kept.filter((card) => card.id === id && !card.hidden));
  const orders = view.round >= view.rounds || shared.step?.status === "closed";
  const notes = view.cards.length - view.cards.filter((card) => HARVEST.includes(card.zone)).length;
  const toggle = (/** @type {string} */ id) =>
    choose((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  return (
    <section class="stack" aria-label={t("The harvest")} data-phase={shared.step?.phase}>
      <div class="work-head">
        <h2>
          {t("The harvest")} <span class="soft">{kept.length}</span>
        </h2>
        {notes > 0 && (
          <Button small kind="quiet" aria-pressed={all ? "true" : "false"} onClick={() => see(!all)}>
            {all ? t("Only the harvest") : t("Also {n} notes", { n: notes })}
          </Button>
        )}
      </div>
      {kept.length === 0 && (
        <p class="soft">{t("No table has kept anything yet. It appears here at once.")}</p>
      )}
      {view.themes.map((theme) => {
        const cards = kept.filter((card) => themeOf(view, card)?.id === theme.id);
        if (cards.length === 0) return null;
        return (
          <section key={theme.id} class="work-zone">
            <h3>
              {theme.title} <span class="soft">{cards.length}</span>
            </h3>
            <div class="work-cards">
              {cards.map((card) => (
                <Line
                  key={card.id}
                  {...{ card, view, send, t }}
                  orders={orders}
                  step={shared.step?.id ?? ""}
                  chosen={chosen.includes(card.id)}
                  choose={() => toggle(card.id)}
                />
              ))}
            </div>
          </section>
        );
      })}
      {picked.length > 0 && (
        <Merge cards={picked} clear={() => choose([])} max={4 * view.max_chars} send={send} t={t} />
      )}
    </section>
  );
}
