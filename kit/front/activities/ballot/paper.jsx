import { useState } from "preact/hooks";
import { Button } from "../../ui/index.js";
import { dotsWord } from "../parts/words.js";
import { Stepper } from "./stepper.jsx";

/** @typedef {import("../../generated/messages.js").BallotShared} View */

/**
 * A ballot from paper.
 *
 * @param {import("../props.js").Props<View> & {
 *   paper: { id: string, organisation: string | null, team: string | null },
 *   next: () => void,
 * }} props
 */
export function Paper({ shared, view, send, t, paper, next }) {
  const [votes, vote] = useState(/** @type {Record<string, number>} */ ({}));
  const [done, tell] = useState("");
  const used = Object.values(votes).reduce((sum, n) => sum + n, 0);
  const left = view.dots - used;
  const ready = used > 0 && paper.id.length > 0;
  const cast = async () => {
    const outcome = await send({ kind: "cast_votes", step: shared.step?.id, votes, paper });
    if (!outcome.ok) return;
    tell(t("The ballot of sheet {id} is in.", { id: paper.id }));
    vote({});
    next();
  };
  return (
    <div class="stack">
      <p>
        <strong>{t("{left} of {dots} left", { left, dots: dotsWord(view.dots, t) })}</strong>
      </p>
      <ul class="list paper-options">
        {view.options.map((option) => (
          <li key={option.card}>
            <span>{option.text}</span>
            <Stepper
              text={option.text}
              value={votes[option.card] ?? 0}
              most={Math.min(view.most, (votes[option.card] ?? 0) + left)}
              set={(n) => vote({ ...votes, [option.card]: n })}
              t={t}
            />
          </li>
        ))}
      </ul>
      <Button kind="primary" icon="paper" disabled={!ready} onClick={cast}>
        {t("Put ballot in")}
      </Button>
      <p role="status" class="soft small">
        {done}
      </p>
    </div>
  );
}
