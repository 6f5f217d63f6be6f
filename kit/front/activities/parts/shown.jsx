import { ChartDrawing, ChartLimits } from "./chart.jsx";
import { Pager } from "./pager.jsx";
import { useTurn } from "./turn.js";
import "./shown.css";

/** How long each page stays, in seconds. */
const STAYS = 20;

/** @typedef {import("../../generated/messages.js").FigureView} Figure */

/** One figure on a wall, as large as can be, with what is to be seen in it beside it. @param {{ chart: Figure }} props */
export function Shown({ chart }) {
  return (
    <article class="wall-chart">
      <div class="wall-chart-drawing">
        <ChartDrawing chart={chart} />
      </div>
      <div class="wall-chart-what">
        <h2>{chart.title}</h2>
        <p class="wall-chart-says">{chart.says}</p>
        {chart.unit && <p class="chart-unit">{chart.unit}</p>}
        <ChartLimits chart={chart} />
      </div>
    </article>
  );
}

/**
 * A page of the wall, and after it the figures of the step, one after another; without a page the figures alone.
 *
 * @param {{ figures: Figure[], children?: import("preact").ComponentChildren }} props
 */
export function Pages({ figures, children }) {
  const first = children ? 1 : 0;
  const count = first + figures.length;
  const turn = useTurn(count, STAYS);
  const figure = figures[turn.index - first];
  if (count === first) return <>{children}</>;
  return (
    <div class="wall-pages wall-full">
      {figure ? <Shown chart={figure} /> : children}
      {count > 1 && <Pager turn={turn} count={count} />}
    </div>
  );
}
