import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon, useScreen } from "../../ui/index.js";
import { ChartLimits } from "../parts/chart.jsx";
import { Pager } from "../parts/pager.jsx";
import { useTurn } from "../parts/turn.js";
import { Shape } from "./shape.jsx";
import { placeWord, wasWord } from "./words.js";
import "./legend.css";

/**
 * @typedef {import("./place.js").View} View
 * @typedef {import("../../generated/messages.js").PlacedCard} Row
 */

/** How long a page of the list stays, in seconds. */
const STAYS = 14;

/**
 * The cards by region, the most urgent first: what the numbers in the diagram are.
 *
 * @param {{ view: View, rows: Row[], brief?: boolean }} props `brief` leaves out where a card lies
 */
export function Legend({ view, rows, brief = false }) {
  const groups = view.regions
    .map((region) => ({ region, rows: rows.filter((row) => row.region === region.id) }))
    .filter((group) => group.rows.length > 0);
  const rest = rows.filter((row) => !view.regions.some((region) => region.id === row.region));
  return (
    <div class={brief ? "legend legend-brief" : "legend"}>
      {groups.map(({ region, rows: own }) => (
        <section key={region.id} aria-label={region.title}>
          <h3>
            <Shape shape={region.shape} /> {region.title}
            <small>{region.text}</small>
          </h3>
          <Rows {...{ view, brief }} rows={own} />
        </section>
      ))}
      {rest.length > 0 && <Rows {...{ view, brief }} rows={rest} />}
    </div>
  );
}

/** @param {{ view: View, rows: Row[], brief: boolean }} props */
function Rows({ view, rows, brief }) {
  const { lang, t } = useScreen();
  return (
    <ol class="list">
      {rows.map((row) => {
        const was = wasWord(view, row, lang);
        return (
          <li
            key={row.card}
            class={`${row.chosen ? "legend-chosen" : ""} ${row.discuss.length > 0 ? "legend-apart" : ""}`}
          >
            <span class="legend-number">{row.place}</span>
            <div>
              <p>{row.text}</p>
              {!brief && (
                <p class="legend-place">
                  {placeWord(view, row, lang)}
                  {was && <> ({t("before: {place}", { place: was })})</>}
                </p>
              )}
              {(row.chosen || row.discuss.length > 0) && (
                <p class="legend-signs">
                  {row.chosen && (
                    <span>
                      <Icon name="star" /> {t("Goes on")}
                    </span>
                  )}
                  {row.discuss.length > 0 && (
                    <span class="legend-discuss">
                      <Icon name="split" /> {t("Talk about this first")}
                    </span>
                  )}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/**
 * The same in the height that there is: what does not fit comes on a next page, and the pages turn slowly.
 *
 * @param {{ view: View, rows: Row[], chart: import("../../generated/messages.js").FigureView }} props `chart` is the diagram
 */
export function Leafing({ view, rows, chart }) {
  const flow = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [pages, set] = useState(1);
  const turn = useTurn(pages, STAYS);
  const known = JSON.stringify([
    chart.says,
    rows.map((row) => [row.card, row.text, row.discuss, row.chosen]),
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards are to be measured again
  useLayoutEffect(() => {
    const at = flow.current;
    if (!at) return undefined;
    const measure = () => {
      const gap = Number.parseFloat(getComputedStyle(at).columnGap) || 0;
      set(Math.max(1, Math.round((at.scrollWidth + gap) / (at.clientWidth + gap))));
    };
    const watch = new ResizeObserver(measure);
    watch.observe(at);
    measure();
    return () => watch.disconnect();
  }, [known]);
  return (
    <div class="leafing">
      <div class="leafing-window">
        <div
          ref={flow}
          class="leafing-flow"
          style={{ transform: `translateX(calc(${-turn.index} * (100% + var(--leafing-gap))))` }}
        >
          <p class="wall-chart-says">{chart.says}</p>
          <Legend view={view} rows={rows} brief />
          <div class="legend-limits">
            <ChartLimits chart={chart} />
          </div>
        </div>
      </div>
      <Pager turn={turn} count={pages} />
    </div>
  );
}
