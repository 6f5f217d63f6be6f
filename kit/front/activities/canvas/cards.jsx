import { Button, Note, useScreen, useToast } from "../../ui/index.js";

/** @typedef {import("./own.js").OwnCard} OwnCard */

/**
 * The cards of one field, one's own first.
 *
 * @param {{
 *   cards: OwnCard[],
 *   zone: string,
 *   open: boolean,
 *   onEdit: (card: OwnCard) => void,
 *   onBuild: (card: OwnCard) => void,
 * }} props
 */
export function Cards({ cards, zone, open, onEdit, onBuild }) {
  const { t } = useScreen();
  const here = cards.filter((card) => card.zone === zone);
  if (here.length === 0) return open ? <p class="soft small">{t("Nothing here yet.")}</p> : null;
  return (
    <ul class="list cards">
      {here.map((card) => (
        <li key={card.id}>
          <One
            card={card}
            parent={cards.find((one) => one.id === card.parent)?.text}
            {...{ open, onEdit, onBuild }}
          />
        </li>
      ))}
    </ul>
  );
}

/**
 * @param {{
 *   card: OwnCard,
 *   parent?: string,
 *   open: boolean,
 *   onEdit: (card: OwnCard) => void,
 *   onBuild: (card: OwnCard) => void,
 * }} props
 */
function One({ card, parent, open, onEdit, onBuild }) {
  const { shared, status, t } = useScreen();
  const here = shared?.step?.per === "team";
  const from = card.own ? { organisation: null, team: null } : here ? { team: null } : {};
  return (
    <Note
      card={{ ...card, ...from, hidden: false }}
      own={card.own}
      parent={parent}
      state={condition(card, status, t)}
    >
      {card.error && <Refused card={card} onEdit={open ? onEdit : null} />}
      {open && card.own && card.editable && !card.error && <Own card={card} onEdit={onEdit} />}
      {open && !card.own && (
        <Button kind="quiet" small icon="branch" onClick={() => onBuild(card)}>
          {t("Build on this")}
        </Button>
      )}
    </Note>
  );
}

/**
 * How things are with a card, in words.
 *
 * @param {OwnCard} card
 * @param {import("../../host/types.js").Status | undefined} status
 * @param {import("../../ui/text.js").Translate} t
 */
function condition(card, status, t) {
  if (card.error) return t("Not sent: {reason}", { reason: card.error.message });
  if (card.sending) return status === "connected" ? t("Being sent…") : t("Waits for a connection");
  if (card.hidden) return t("The trainer took this card off the screens.");
  // Buttons that only stand at one's own cards say it already.
  return card.own && !card.editable ? t("Your card") : null;
}

/** @param {{ card: OwnCard, onEdit: (card: OwnCard) => void }} props */
function Own({ card, onEdit }) {
  const { shared, send, t } = useScreen();
  const toast = useToast();
  const step = shared?.step?.id;
  const withdraw = () => {
    send({ kind: "withdraw_card", card: card.id });
    const again = { kind: "add_card", step, zone: card.zone, text: card.text, parent: card.parent };
    toast({ text: t("Card taken back"), action: { label: t("Undo"), run: () => send(again) } });
  };
  return (
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
  );
}

/** @param {{ card: OwnCard, onEdit: ((card: OwnCard) => void) | null }} props */
function Refused({ card, onEdit }) {
  const { send, t } = useScreen();
  return (
    <>
      {onEdit && (
        <Button kind="quiet" small icon="edit" onClick={() => onEdit(card)}>
          {t("Mend it")}
        </Button>
      )}
      <Button kind="quiet" small icon="trash" onClick={() => send({ kind: "drop", id: card.entry })}>
        {t("Throw away")}
      </Button>
    </>
  );
}
