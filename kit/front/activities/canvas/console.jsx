import { useState } from "preact/hooks";
import { Button, Icon, Note, percent } from "../../ui/index.js";
import { Doubles } from "../parts/doubles.jsx";
import { Handling } from "../parts/handling.jsx";
import { Merge, usePick } from "../parts/merge.jsx";
import { byZone, cardsWord } from "../parts/words.js";
import { byField, placeOf } from "./fields.js";
import { Evidence, Hints } from "./marks.jsx";
import { Photo } from "./photo.jsx";
import { Rounds } from "./rounds.jsx";
import { Focus } from "./wall.jsx";
import "./console.css";

/** @typedef {import("../../generated/messages.js").CanvasShared} View */
/** @typedef {import("../../generated/messages.js").CanvasCard} CanvasCard */
/** @typedef {import("../props.js").Props<View>} Props */

/**
 * One contribution with what the trainer can do about it.
 *
 * @param {{
 *   card: CanvasCard,
 *   row?: string,
 *   parent?: string,
 *   chosen: boolean,
 *   choose: () => void,
 *   t: Props["t"],
 * }} props
 */
function Line({ card, row, parent, chosen, choose, t }) {
  const more = (
    <>
      <Photo name={card.photo} text={card.text} />
      {(row || card.evidence) && (
        <p class="work-marks">
          {row && <span class="work-row">{row}</span>}
          <Evidence kind={card.evidence} />
        </p>
      )}
      {card.hints.length > 0 && (
        <details class="work-tips">
          <summary>
            <Icon name="tip" />{" "}
            {card.hints.length === 1 ? t("1 tip") : t("{n} tips", { n: card.hints.length })}
          </summary>
          <Hints hints={card.hints} />
        </details>
      )}
    </>
  );
  return (
    <Note
      card={card}
      parent={parent === card.text ? undefined : parent}
      more={more}
      class={chosen ? "note-chosen" : ""}
    >
      <Handling {...{ card, chosen, choose }} />
    </Note>
  );
}

/**
 * How much there is, and what is worth knowing of it.
 *
 * @param {Props & { shown: number, lang: string }} props
 */
function Counts({ view, shown, t, lang }) {
  const hidden = view.cards.length - shown;
  const tips = view.cards.filter((card) => !card.hidden && card.hints.length > 0).length;
  const more = [
    hidden > 0 && t("{n} hidden", { n: hidden }),
    view.assumptions > 0 &&
      (view.assumptions === 1 ? t("1 assumption") : t("{n} assumptions", { n: view.assumptions })),
    tips > 0 && (tips === 1 ? t("1 card with a tip") : t("{n} cards with a tip", { n: tips })),
    view.built_on != null &&
      view.built_on > 0 &&
      t("{share} builds on another organisation", { share: percent(view.built_on, lang) }),
  ];
  return (
    <h2>
      {cardsWord(shown, t)}
      <span class="soft small">
        {more.filter(Boolean).map((text) => (
          <span key={String(text)}> · {text}</span>
        ))}
      </span>
    </h2>
  );
}

/** @param {Props} props */
export function Console(props) {
  const { shared, view, t } = props;
  const [newest, order] = useState(true);
  const texts = new Map([...view.offers, ...view.cards].map((one) => [one.id, one.text]));
  const rows = new Map(view.rows.map((row) => [row.id, row.label]));
  const shown = view.cards.filter((card) => !card.hidden);
  const pick = usePick(shown);
  const whole = new Map(view.cards.map((card) => [card.id, card]));
  const groups = byZone(view.zones, byField(newest ? [...view.cards].reverse() : view.cards));
  return (
    <div class="stack" data-phase={shared.step?.phase}>
      <Rounds {...props} />
      <div class="work-head">
        <Counts {...props} shown={shown.length} lang={shared.lang} />
        {view.cards.length > 1 && (
          <Button small kind="quiet" icon={newest ? "down" : "up"} onClick={() => order(!newest)}>
            {newest ? t("Newest first") : t("Oldest first")}
          </Button>
        )}
      </div>
      <Focus focus={view.focus} />
      <Doubles groups={view.doubles} cards={shown} pick={pick} />
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
              {group.cards.flatMap(({ id }) => {
                const card = whole.get(id);
                if (!card) return [];
                return (
                  <Line
                    key={id}
                    card={card}
                    row={rows.get(placeOf(card.zone)[1] ?? "")}
                    parent={card.parent ? texts.get(card.parent) : undefined}
                    chosen={pick.has(id)}
                    choose={() => pick.toggle(id)}
                    t={t}
                  />
                );
              })}
            </div>
          </section>
        ))}
      {pick.picked.length > 0 && (
        <Merge cards={pick.picked} clear={pick.clear} max={4 * view.max_chars} whole={pick.whole} />
      )}
    </div>
  );
}
