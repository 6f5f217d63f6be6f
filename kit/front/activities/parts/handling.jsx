import { Button, Icon, useScreen } from "../../ui/index.js";
import "./handling.css";

/** @typedef {import("../../generated/messages.js").CardView} CardView */

/**
 * What the trainer can do about a card: choose it for merging, hide it, take it apart; or put it back.
 *
 * @param {{ card: CardView, chosen: boolean, choose: () => void }} props
 */
export function Handling({ card, chosen, choose }) {
  const { send, t } = useScreen();
  if (card.hidden) {
    return (
      <Button small kind="quiet" icon="eye" onClick={() => send({ kind: "restore_card", card: card.id })}>
        {t("Put back")}
      </Button>
    );
  }
  return (
    <>
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
    </>
  );
}
