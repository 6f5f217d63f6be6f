import { useScreen } from "../../ui/index.js";
import { along, areaBox, arrange, between, HEIGHT, names, PLANE, RADIUS, spot, WIDTH } from "./layout.js";
import { PATHS } from "./shape.jsx";
import "./diagram.css";

/**
 * @typedef {import("./place.js").View} View
 * @typedef {import("../../generated/messages.js").PlacedCard} Row
 * @typedef {import("./layout.js").Mark} Mark
 */

const MIDDLE = { x: (PLANE.left + PLANE.right) / 2, y: (PLANE.top + PLANE.bottom) / 2 };

/**
 * The grid with a number for every card; the list beside it says which.
 *
 * @param {{ view: View, rows: Row[] }} props
 */
export function Diagram({ view, rows }) {
  const { t } = useScreen();
  const marks = arrange(view, rows);
  const label = t("{x} and {y}: a diagram. The list says the same.", {
    x: view.x.title,
    y: view.y.title,
  });
  return (
    <svg class="plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <Regions view={view} />
      <Axis view={view} name="x" />
      <Axis view={view} name="y" />
      {rows.map((row) => (
        <Spread key={row.card} view={view} row={row} />
      ))}
      {marks.map((mark) => (
        <Path key={mark.row.card} view={view} mark={mark} />
      ))}
      {marks.map((mark) => (
        <Numbered key={mark.row.card} mark={mark} />
      ))}
    </svg>
  );
}

/** The regions, the most urgent on top, each with its name in a corner. @param {{ view: View }} props */
function Regions({ view }) {
  const places = names(view);
  const shown = view.regions.map((region, n) => ({ region, n })).reverse();
  return (
    <>
      {shown.map(({ region, n }) =>
        region.areas.map((area, i) => (
          <rect
            key={`${region.id}/${i}`}
            class={`plot-region plot-region-${n % 4}`}
            {...areaBox(view, area)}
          />
        )),
      )}
      <rect
        class="plot-edge"
        {...between({ x: PLANE.left, y: PLANE.top }, { x: PLANE.right, y: PLANE.bottom })}
      />
      {shown.map(({ region }) => {
        const place = places.get(region.id);
        if (!place) return null;
        const { x, y, end } = place;
        return (
          <g key={region.id} class="plot-name">
            <path d={PATHS[region.shape]} transform={`translate(${end ? x - 26 : x} ${y - 24}) scale(1.1)`} />
            <text x={end ? x - 34 : x + 34} y={y} text-anchor={end ? "end" : "start"}>
              {region.title}
            </text>
          </g>
        );
      })}
    </>
  );
}

/**
 * One axis: a sign at every point, a word at both ends, and what it is about in the middle.
 *
 * @param {{ view: View, name: "x" | "y" }} props
 */
function Axis({ view, name }) {
  const { points, title, reverse, classes } = view[name];
  const flat = name === "x";
  const [first, last] = reverse
    ? [points[points.length - 1], points[0]]
    : [points[0], points[points.length - 1]];
  const turn = flat ? undefined : `rotate(-90 34 ${PLANE.bottom})`;
  const [from, to] = flat ? [PLANE.left, PLANE.right] : [34, 34 + PLANE.bottom - PLANE.top];
  const line = flat ? HEIGHT - 14 : PLANE.bottom;
  return (
    <g class="plot-axis">
      {points.slice(classes ? 1 : 0).map(({ value }) => {
        const at = along(view, name, classes ? value - 0.5 : value);
        return flat ? (
          <line key={value} x1={at} x2={at} y1={PLANE.top} y2={PLANE.bottom} />
        ) : (
          <line key={value} x1={PLANE.left} x2={PLANE.right} y1={at} y2={at} />
        );
      })}
      {points.map(({ value, sign }) => {
        const at = along(view, name, value);
        return flat ? (
          <text key={value} class="plot-sign" x={at} y={PLANE.bottom + 36} text-anchor="middle">
            {sign}
          </text>
        ) : (
          <text key={value} class="plot-sign" x={PLANE.left - 16} y={at + 10} text-anchor="end">
            {sign}
          </text>
        );
      })}
      <g transform={turn}>
        <text x={from} y={line}>
          {first?.label}
        </text>
        <text class="plot-title" x={(from + to) / 2} y={line} text-anchor="middle">
          {title}
        </text>
        <text x={to} y={line} text-anchor="end">
          {last?.label}
        </text>
      </g>
    </g>
  );
}

/** How far the organisations lie apart, where they should talk first. @param {{ view: View, row: Row }} props */
function Spread({ view, row }) {
  if (row.discuss.length === 0) return null;
  const ends = [spot(view, row.x_low, Math.max(row.y_low, 0.5)), spot(view, row.x_high, row.y_high)];
  const box = between(ends[0] ?? MIDDLE, ends[1] ?? MIDDLE);
  const room = RADIUS / 2;
  return (
    <rect
      class="plot-spread"
      x={box.x - room}
      y={box.y - room}
      width={box.width + 2 * room}
      height={box.height + 2 * room}
      rx={room}
    />
  );
}

/** From where a card lay a round ago, or from its own place where it had to make room. @param {{ view: View, mark: Mark }} props */
function Path({ view, mark }) {
  const { row, at, from } = mark;
  const [x, y] = row.was;
  const was = x != null && y != null && x >= 1 && y >= 1 ? spot(view, x, y) : null;
  const aside = Math.hypot(at.x - from.x, at.y - from.y) > RADIUS && !(view.x.classes && view.y.classes);
  return (
    <g class="plot-path">
      {was && <line class="plot-was" x1={was.x} y1={was.y} x2={at.x} y2={at.y} />}
      {was && <circle class="plot-was" cx={was.x} cy={was.y} r="8" />}
      {aside && <line x1={from.x} y1={from.y} x2={at.x} y2={at.y} />}
      {aside && <circle class="plot-here" cx={from.x} cy={from.y} r="5" />}
    </g>
  );
}

/** @param {{ mark: Mark }} props */
function Numbered({ mark: { row, at } }) {
  const apart = row.discuss.length > 0;
  return (
    <g class={`plot-mark ${row.chosen ? "plot-chosen" : ""}`}>
      {apart && <circle class="plot-apart" cx={at.x} cy={at.y} r={RADIUS + 5} />}
      <circle cx={at.x} cy={at.y} r={RADIUS} />
      <text x={at.x} y={at.y + 10} text-anchor="middle">
        {row.place}
      </text>
    </g>
  );
}
