import { Choices } from "./choices.jsx";
import "./sheet.css";

/** @typedef {import("../../generated/messages.js").BallotShared} View */

const COSTS = [1, 2, 3, 4, 5];

/**
 * What each card costs, before a vote with a budget opens. What a grid says can be changed; the same tap again takes
 * the trainer's own number back.
 *
 * @param {import("../props.js").Props<View>} props
 */
export function Costs({ shared, view, send, t }) {
  const unknown = view.options.filter(({ cost }) => cost == null).length;
  const choices = COSTS.map((weight) => ({
    weight,
    text: String(weight),
    label: weight === 1 ? t("costs 1 point") : t("costs {n} points", { n: weight }),
  }));
  const price = (/** @type {string} */ card, /** @type {number | null} */ cost) =>
    send({ kind: "set_cost", step: shared.step?.id, card, ...(cost == null ? {} : { cost }) });
  return (
    <section class="stack">
      <h2>{t("What does each card cost?")}</h2>
      <p class="soft small">
        {t("1 is little effort, 5 is very much. The room has {n} points together.", { n: view.budget })}{" "}
        {unknown > 0 && t("{n} without a cost yet: those count as 3.", { n: unknown })}
      </p>
      <ul class="list ballot-rows">
        {view.options.map(({ card, text, cost }) => (
          <li key={card}>
            <p>{text}</p>
            <Choices
              text={text}
              choices={choices}
              value={cost ?? undefined}
              set={(weight) => price(card, weight === cost ? null : weight)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
