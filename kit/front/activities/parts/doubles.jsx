import { useRef, useState } from "preact/hooks";
import { Button, Icon, useScreen } from "../../ui/index.js";
import { nameOf, nextOf, toLookAt, waveAway } from "./doubles.js";
import "./doubles.css";

/** @typedef {import("../../generated/messages.js").CardView} CardView */

/**
 * Cards that may say the same, one suggestion at a time. The trainer chooses them, reads them and merges them, or says
 * that they are not the same. While other cards are chosen it stays out of the way.
 *
 * @param {{
 *   groups: string[][],
 *   cards: CardView[],
 *   pick: { picked: CardView[], take: (ids: string[]) => void },
 * }} props `cards`: those that may be chosen
 */
export function Doubles({ groups, cards, pick }) {
  const { t } = useScreen();
  const [, look] = useState(0);
  const shown = useRef("");
  const found = toLookAt(groups, cards);
  const now = nextOf(found, shown.current);
  if (!now) return null;
  const taken = pick.picked.length > 0;
  const ids = now.map((card) => card.id);
  if (taken && !ids.every((id) => pick.picked.some((card) => card.id === id))) return null;
  shown.current = nameOf(now);
  const away = () => {
    waveAway(ids);
    look((times) => times + 1);
  };
  return (
    <section class="doubles" aria-label={t("Are these alike?")}>
      <h3>
        <Icon name="merge" />
        {t("Are these alike?")}
        {found.length > 1 && (
          <span class="soft small">{t("{n} more to look at", { n: found.length - 1 })}</span>
        )}
      </h3>
      <ul aria-live="polite">
        {now.map((card) => (
          <li key={card.id}>{card.text}</li>
        ))}
      </ul>
      <p class="doubles-choice">
        <Button small icon="check" disabled={taken} onClick={() => pick.take(ids)}>
          {taken ? t("Chosen: merge them below") : t("Choose these")}
        </Button>
        {!taken && (
          <Button small kind="quiet" icon="close" onClick={away}>
            {t("Not the same")}
          </Button>
        )}
      </p>
    </section>
  );
}
