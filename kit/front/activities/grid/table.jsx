import { useState } from "preact/hooks";
import { Button, Icon } from "../../ui/index.js";
import { Calm } from "../parts/calm.jsx";
import { ChartDrawing } from "../parts/chart.jsx";
import { Scroll } from "../parts/scroll.jsx";
import { Legend } from "./legend.jsx";
import { usePlaces } from "./places.js";
import { Ask } from "./scale.jsx";
import "./table.css";

/** @typedef {import("./place.js").View} View */
/** @typedef {import("../../generated/messages.js").GridMine} Own */
/** @typedef {import("../props.js").Props<View, Own>} Props */

/**
 * The whole table places a card together: the cards at the left, the questions about one of them at the right.
 *
 * @param {Props & { step: string, own: Own }} props
 */
function TeamGrid({ step, view, own, t }) {
  const places = usePlaces(step, view, own);
  const [chosen, choose] = useState("");
  const current = own.order.includes(chosen)
    ? chosen
    : (own.order.find((card) => !places.isDone(card)) ?? "");
  const card = view.cards.find((one) => one.card === (current || own.order[0]));
  if (!card) return null;
  const next = own.order.find((one) => one !== card.card && !places.isDone(one));
  const to = (/** @type {string} */ other) => {
    places.submit(card.card);
    choose(other);
  };
  return (
    <div class="grid-table">
      <ul class="list grid-cards">
        {own.order.map((id) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === card.card}
              class={places.isDone(id) ? "grid-done" : ""}
              onClick={() => to(id)}
            >
              <Icon name={places.isDone(id) ? "boxed" : "box"} />
              <span>{view.cards.find((one) => one.card === id)?.text}</span>
            </button>
          </li>
        ))}
      </ul>
      <Scroll class="grid-ask" label={card.text}>
        <h2>{card.text}</h2>
        {
          /** @type {const} */ (["x", "y"]).map((name) => (
            <Ask
              key={`${card.card}/${name}`}
              axis={view[name]}
              name={name}
              value={places.valueFor(card.card)}
              set={(value) => places.set(card.card, value)}
            />
          ))
        }
        <div class="grid-on">
          <Button kind="primary" icon="next" disabled={!next} onClick={() => to(next ?? "")}>
            {next ? t("Next card") : t("You have placed all cards")}
          </Button>
          <span role="status" class="soft">
            {places.isDone(card.card) ? t("Kept. You can change it until the step closes.") : ""}
          </span>
        </div>
      </Scroll>
    </div>
  );
}

/** @param {Props} props */
export function Table(props) {
  const { shared, view, own, t } = props;
  const step = shared.step;
  const open = step?.status === "open";
  if (view.result?.figure) {
    return (
      <div class="grid-table-result">
        <ChartDrawing chart={view.result.figure} />
        <Scroll class="grid-table-list" label={t("Result")}>
          <Legend view={view} rows={view.result.rows} />
        </Scroll>
      </div>
    );
  }
  if (open && step.per === "team" && shared.team && own)
    return <TeamGrid {...props} step={step.id} own={own} key={`${shared.team}/${view.round}`} />;
  return (
    <Calm
      icon={open ? "hidden" : "clock"}
      says={
        open
          ? t("Place the cards on your own phone. Nobody sees what you choose.")
          : view.result
            ? t("Nobody placed a card.")
            : t("The trainer opens this step in a moment.")
      }
    />
  );
}
