import { useState } from "preact/hooks";
import { Button } from "../../ui/index.js";
import { commandOf, enough, NOTHING } from "./place.js";
import { Ask } from "./scale.jsx";

/** @typedef {import("./place.js").View} View */
/** @typedef {import("./place.js").Value} Value */

/**
 * What somebody filled in on paper: one card after another, all of the same sheet.
 *
 * @param {import("../props.js").Props<View> & {
 *   paper: { id: string, organisation: string | null, team: string | null },
 *   next: () => void,
 * }} props
 */
export function Paper({ shared, view, send, t, paper, next }) {
  const [at, go] = useState(0);
  const [value, set] = useState(NOTHING);
  const [done, tell] = useState("");
  const card = view.cards[at] ?? view.cards[0];
  if (!card) return null;
  const on = () => {
    set(NOTHING);
    if (at + 1 < view.cards.length) return go(at + 1);
    tell(t("Sheet {id} is in.", { id: paper.id }));
    go(0);
    next();
  };
  const put = async () => {
    const outcome = await send({ step: shared.step?.id, ...commandOf(view, card.card, value), paper });
    if (outcome.ok) on();
  };
  return (
    <div class="stack">
      <p>
        <span class="soft">{t("Card {n} of {count}", { n: at + 1, count: view.cards.length })}</span>
        <br />
        <strong>{card.text}</strong>
      </p>
      {
        /** @type {const} */ (["x", "y"]).map((name) => (
          <Ask key={`${card.card}/${name}`} axis={view[name]} name={name} value={value} set={set} />
        ))
      }
      <div class="row">
        <Button kind="primary" icon="paper" disabled={!enough(view, value) || !paper.id} onClick={put}>
          {t("Put it in")}
        </Button>
        <Button kind="quiet" onClick={on}>
          {t("Skip")}
        </Button>
      </div>
      <p role="status" class="soft small">
        {done}
      </p>
    </div>
  );
}
