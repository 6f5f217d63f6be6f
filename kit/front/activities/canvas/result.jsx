import { Behind } from "../parts/behind.jsx";
import { byZone, cardsWord } from "../parts/words.js";
import "./result.css";

/** @typedef {import("../../generated/messages.js").CanvasShared} View */
/** @typedef {import("../../generated/messages.js").CardView} CardView */
/** @typedef {import("../props.js").Props<View>} Props */

/** More cards than this are folded away; the count says how many there are. */
const SHOWN = 24;

/** @param {{ view: View, cards: CardView[] }} props */
function Zones({ view, cards }) {
  const groups = byZone(view.zones, cards).filter((group) => group.cards.length > 0);
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
                {card.text}
                {card.team && <small>{card.team}</small>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
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
  const labels = new Map(view.zones.map((zone) => [zone.id, zone.label]));
  const many = view.cards.length > SHOWN;
  return (
    <div class="stack">
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
        head={[t("Field"), t("Text"), t("Table"), t("Organisation"), t("Merged from")]}
        rows={view.cards.map((card) => [
          labels.get(card.zone) ?? card.zone,
          card.text,
          card.team,
          card.organisation,
          card.merged.join(" | "),
        ])}
      />
    </div>
  );
}
