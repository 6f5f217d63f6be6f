import { Button, Icon } from "../../ui/index.js";
import { cardsWord } from "../parts/words.js";

/**
 * Which round it is, and the way to the next one: the sheets move on, and the timer starts anew.
 *
 * @param {import("../props.js").Props<import("../../generated/messages.js").CanvasShared>} props
 */
export function Rounds({ shared, view, send, t }) {
  const step = shared.step;
  if (view.round === 0 || !step) return null;
  const open = step.status === "open";
  const last = view.round >= view.rounds;
  const seconds = Math.round(view.round_minutes * 60);
  const next = async () => {
    const outcome = await send({ kind: "next_round", step: step.id });
    if (outcome.ok && seconds > 0) await send({ kind: "timer", seconds });
  };
  return (
    <section class="work-round" aria-label={t("Rounds")}>
      <p>
        <strong>{t("Round {n} of {count}", { n: view.round, count: view.rounds })}</strong>{" "}
        <span class="soft">{t("{cards} in this round", { cards: cardsWord(view.round_cards, t) })}</span>
      </p>
      {open && seconds > 0 && view.round === 1 && (
        <Button small kind="quiet" icon="clock" onClick={() => send({ kind: "timer", seconds })}>
          {t("Timer for this round: {n} min", { n: view.round_minutes })}
        </Button>
      )}
      {open && !last && (
        <Button kind="secondary" icon="next" onClick={next}>
          {view.pass_on ? t("Next round: pass the sheets on") : t("Next round")}
        </Button>
      )}
      {open && last && (
        <p class="soft">
          <Icon name="flag" /> {t("This is the last round.")}
        </p>
      )}
    </section>
  );
}
