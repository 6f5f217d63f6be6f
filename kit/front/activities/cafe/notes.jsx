import { Note, useScreen } from "../../ui/index.js";
import { OwnActs, onItsWay, ThrowAway } from "../parts/own.jsx";
import { HARVEST, zonesWord, zoneWord } from "./words.js";

/** @typedef {import("./own.js").OwnCard} OwnCard */

/**
 * What those before wrote at this table, folded; what they kept stands first.
 *
 * @param {{ cards: OwnCard[] }} props
 */
export function Before({ cards }) {
  const { t } = useScreen();
  if (cards.length === 0) return null;
  const kept = cards.filter((card) => HARVEST.includes(card.zone));
  const rest = cards.filter((card) => !HARVEST.includes(card.zone));
  return (
    <details class="cafe-before" open={cards.length < 4}>
      <summary>
        {t("What did those before you think?")} <span class="soft">{cards.length}</span>
      </summary>
      <ul class="list cafe-said">
        {[...kept, ...rest].map((card) => (
          <li key={card.id}>
            <span class="cafe-kind">{zoneWord(card.zone, t)}</span> {card.text}
          </li>
        ))}
      </ul>
    </details>
  );
}

/**
 * What lies on the table in this round, by kind; what the table keeps comes last.
 *
 * @param {{ cards: OwnCard[], onEdit: (card: OwnCard) => void }} props
 */
export function Notes({ cards, onEdit }) {
  const { shared, t } = useScreen();
  const zones = /** @type {string[]} */ (shared?.view?.zones ?? []);
  const groups = zones
    .map((zone) => ({ zone, cards: cards.filter((card) => card.zone === zone) }))
    .filter((group) => group.cards.length > 0);
  if (groups.length === 0) return <p class="soft">{t("Nothing lies on your table yet. Write along.")}</p>;
  return (
    <>
      {groups.map((group) => (
        <section key={group.zone} class="cafe-notes">
          <h2>{zonesWord(group.zone, t)}</h2>
          <ul class="list cafe-cards">
            {group.cards.map((card) => (
              <li key={card.id}>
                <One card={card} onEdit={onEdit} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** @param {{ card: OwnCard, onEdit: (card: OwnCard) => void }} props */
function One({ card, onEdit }) {
  const { status, t } = useScreen();
  return (
    <Note
      card={{ ...card, organisation: card.own ? null : card.organisation, team: null }}
      own={card.own}
      state={onItsWay(card, status, t)}
    >
      {card.error && <ThrowAway entry={card.entry} />}
      {card.own && card.editable && !card.sending && !card.error && <OwnActs card={card} onEdit={onEdit} />}
    </Note>
  );
}
