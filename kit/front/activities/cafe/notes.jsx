import { Button, Note, useScreen, useToast } from "../../ui/index.js";
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
  const { shared, status, send, t } = useScreen();
  const toast = useToast();
  let state = "";
  if (card.error) state = t("Not sent: {reason}", { reason: card.error.message });
  else if (card.sending) state = status === "connected" ? t("Being sent…") : t("Waits for a connection");
  const withdraw = () => {
    send({ kind: "withdraw_card", card: card.id });
    const again = { kind: "add_card", step: shared?.step?.id, zone: card.zone, text: card.text };
    toast({ text: t("Card taken back"), action: { label: t("Undo"), run: () => send(again) } });
  };
  return (
    <Note
      card={{ ...card, organisation: card.own ? null : card.organisation, team: null }}
      own={card.own}
      state={state}
    >
      {card.error && (
        <Button kind="quiet" small icon="trash" onClick={() => send({ kind: "drop", id: card.entry })}>
          {t("Throw away")}
        </Button>
      )}
      {card.own && card.editable && !card.sending && !card.error && (
        <>
          <Button
            kind="quiet"
            small
            icon="edit"
            label={t("Change card: {text}", { text: card.text })}
            onClick={() => onEdit(card)}
          >
            {t("Change")}
          </Button>
          <Button
            kind="quiet"
            small
            icon="trash"
            label={t("Take card back: {text}", { text: card.text })}
            onClick={withdraw}
          >
            {t("Take back")}
          </Button>
        </>
      )}
    </Note>
  );
}
