import { Icon } from "../../ui/index.js";
import { ChartDrawing } from "../parts/chart.jsx";
import { cardsWord } from "../parts/words.js";
import { Leafing } from "./legend.jsx";
import "./wall.css";

/** @typedef {import("./place.js").View} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** @param {Props} props */
export function Wall({ shared, view, t }) {
  const { step, counts } = shared;
  if (view.result?.figure) {
    return (
      <div class="grid-wall">
        <ChartDrawing chart={view.result.figure} />
        <Leafing view={view} rows={view.result.rows} chart={view.result.figure} />
      </div>
    );
  }
  const of = Math.max(view.begun ?? 0, counts.ready_of || counts.joined);
  return (
    <div class="grid-working">
      <div>
        {view.round > 1 && <p class="grid-round">{t("Round {n}", { n: view.round })}</p>}
        <p class="grid-say">{view.result ? t("Nobody placed a card.") : step?.instruction}</p>
        {step?.status === "open" && (
          <p class="grid-aside">
            <Icon name="hidden" />
            {step.per === "team"
              ? t("Every table decides by itself. The result comes when the step is closed.")
              : t("Everyone decides alone. The result comes when the step is closed.")}
          </p>
        )}
      </div>
      {step?.status === "open" && (
        <div class="grid-turnout">
          <p>
            <strong>{view.done ?? 0}</strong> {t("of {of} have placed all", { of })}
          </p>
          <p>
            {cardsWord(view.again.length || view.cards.length, t)} · {view.x.title} · {view.y.title}
          </p>
        </div>
      )}
    </div>
  );
}
