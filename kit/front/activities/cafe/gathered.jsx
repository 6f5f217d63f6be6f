import { useState } from "preact/hooks";
import { Button, Icon, Note } from "../../ui/index.js";
import { Doubles } from "../parts/doubles.jsx";
import { Handling } from "../parts/handling.jsx";
import { Merge, usePick } from "../parts/merge.jsx";
import { lessonHelp, lessonWord } from "./lessons.js";
import { HARVEST, themeOf, zoneWord } from "./words.js";

/** @typedef {import("../../generated/messages.js").CafeShared} View */
/** @typedef {import("../../generated/messages.js").CardView} CardView */
/** @typedef {import("../props.js").Props<View>} Props */

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
  return (
    <Note
      card={card.hidden ? card : { ...card, organisation: null, team: at.filter(Boolean).join(" · ") }}
      class={chosen ? "note-chosen" : ""}
    >
      <Handling {...{ card, chosen, choose }} />
      {orders && !card.hidden && HARVEST.includes(card.zone) && (
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
  const kept = view.cards.filter((card) => all || HARVEST.includes(card.zone));
  const pick = usePick(kept.filter((card) => !card.hidden));
  const orders = view.round >= view.rounds || shared.step?.status === "closed";
  const notes = view.cards.length - view.cards.filter((card) => HARVEST.includes(card.zone)).length;
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
      <Doubles groups={view.doubles} cards={kept.filter((card) => !card.hidden)} pick={pick} />
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
                  chosen={pick.has(card.id)}
                  choose={() => pick.toggle(card.id)}
                />
              ))}
            </div>
          </section>
        );
      })}
      {pick.picked.length > 0 && (
        <Merge cards={pick.picked} clear={pick.clear} max={4 * view.max_chars} whole={pick.whole} />
      )}
    </section>
  );
}
