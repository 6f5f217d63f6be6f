import { percent } from "../../ui/index.js";
import { Behind } from "../parts/behind.jsx";
import { byZone, cardsWord } from "../parts/words.js";
import { byField, evidenceWord, placeName } from "./fields.js";
import { Line } from "./line.jsx";
import { Evidence } from "./marks.jsx";
import { Photo } from "./photo.jsx";
import "./result.css";

/** @typedef {import("../../generated/messages.js").CanvasShared} View */
/** @typedef {import("../../generated/messages.js").CardView} CardView */
/** @typedef {import("../props.js").Props<View>} Props */

/** More cards than this are folded away; the count says how many there are. */
const SHOWN = 24;

/** @param {{ view: View, cards: CardView[] }} props */
function Zones({ view, cards }) {
  const groups = byZone(view.zones, byField(cards)).filter((group) => group.cards.length > 0);
  const rows = new Map(view.rows.map((row) => [row.id, row.label]));
  return (
    <div class="res-zones" data-zones={view.zones.length}>
      {groups.map((group) => (
        <section key={group.id}>
          {view.zones.length > 1 && (
            <h4>
              {group.title} <span class="soft">{group.cards.length}</span>
            </h4>
          )}
          <ul class="list">
            {group.cards.map((card) => (
              <li key={card.id}>
                {card.row && <strong class="res-row">{rows.get(card.row)}</strong>}
                <Photo name={card.photo} text={card.text} />
                {card.text}
                <Evidence kind={card.evidence} />
                {card.team && <small>{card.team}</small>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/**
 * What the cards tell together: assumptions, what was built on whose idea, and the line of a journey.
 *
 * @param {{ view: View, lang: string, t: Props["t"] }} props
 */
function Facts({ view, lang, t }) {
  const said = [
    view.built_on != null &&
      view.built_on > 0 &&
      t("{share} of the ideas build on one of another organisation", { share: percent(view.built_on, lang) }),
    view.assumptions > 0 &&
      t("{n} of {cards} are assumptions", { n: view.assumptions, cards: cardsWord(view.total, t) }),
  ].filter(Boolean);
  return (
    <>
      {said.length > 0 && <p class="res-facts">{said.join(" · ")}</p>}
      {view.journey?.feeling.some((one) => one != null) && (
        <Line journey={view.journey} zones={view.zones} named />
      )}
    </>
  );
}

/** @param {Props} props */
export function Result({ shared, view, t }) {
  if (view.cards.length === 0) {
    const hidden = view.total > 0;
    return (
      <p class="soft">
        {hidden
          ? t("{cards}, not shown to the room.", { cards: cardsWord(view.total, t) })
          : t("Nothing was written here.")}
      </p>
    );
  }
  const many = view.cards.length > SHOWN;
  return (
    <div class="stack" data-phase={shared.step?.phase}>
      <Facts view={view} lang={shared.lang} t={t} />
      {many ? (
        <details class="res-fold">
          <summary>{t("Show {cards}", { cards: cardsWord(view.cards.length, t) })}</summary>
          <Zones view={view} cards={view.cards} />
        </details>
      ) : (
        <Zones view={view} cards={view.cards} />
      )}
      <Behind
        name={`cards-${shared.step?.id ?? view.canvas}`}
        caption={view.title}
        head={[t("Field"), t("Text"), t("Table"), t("Organisation"), t("How one knows"), t("Merged from")]}
        rows={view.cards.map((card) => [
          placeName(view, card.zone),
          card.text,
          card.team,
          card.organisation,
          card.evidence ? evidenceWord(card.evidence, t) : "",
          card.merged.join(" | "),
        ])}
      />
    </div>
  );
}
