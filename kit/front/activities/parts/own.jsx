import { Button, useScreen, useToast } from "../../ui/index.js";

/** @typedef {import("../../generated/messages.js").CardView} CardView */

/**
 * How it is with a card that is on its way, in words.
 *
 * @param {{ error?: { message: string } | null, sending?: boolean }} card
 * @param {import("../../host/types.js").Status | undefined} status
 * @param {import("../../ui/text.js").Translate} t
 */
export function onItsWay(card, status, t) {
  if (card.error) return t("Not sent: {reason}", { reason: card.error.message });
  if (card.sending) return status === "connected" ? t("Being sent…") : t("Waits for a connection");
  return null;
}

/**
 * What somebody can do about a card of their own. What was taken back can be written again at once.
 *
 * @template {CardView} C
 * @param {{ card: C, onEdit: (card: C) => void }} props
 */
export function OwnActs({ card, onEdit }) {
  const { shared, send, t } = useScreen();
  const toast = useToast();
  const withdraw = () => {
    send({ kind: "withdraw_card", card: card.id });
    const { zone, text, parent } = card;
    const said = { evidence: card.evidence ?? undefined, photo: card.photo ?? undefined };
    const again = { kind: "add_card", step: shared?.step?.id, zone, text, parent: parent ?? undefined };
    const run = () => send({ ...again, ...said });
    toast({ text: t("Card taken back"), action: { label: t("Undo"), run } });
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

/** Throws away what the kit refused. @param {{ entry: string | undefined }} props */
export function ThrowAway({ entry }) {
  const { send, t } = useScreen();
  return (
    <Button kind="quiet" small icon="trash" onClick={() => send({ kind: "drop", id: entry })}>
      {t("Throw away")}
    </Button>
  );
}
