// Where things stand in the drawing of a grid, in units of its view box. Pure.

/**
 * @typedef {import("./place.js").View} View
 * @typedef {import("../../generated/messages.js").PlacedCard} Row
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ row: Row, at: Point, from: Point }} Mark
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 */

export const WIDTH = 1000;
export const HEIGHT = 790;
/** @type {Box} The plane itself; the axes stand around it. */
export const PLANE = { left: 104, right: 992, top: 8, bottom: 686 };
/** Half the width of a mark. */
export const RADIUS = 24;
/** How far the middles of two marks lie apart at least. */
const PITCH = 2 * RADIUS + 4;

/**
 * Where a value lies along an axis. A class takes up half a unit to both sides, and so does the first and last point.
 *
 * @param {View} view
 * @param {"x" | "y"} name
 * @param {number} value
 */
export function along(view, name, value) {
  const { points, reverse } = view[name];
  const share = (value - 0.5) / points.length;
  const [from, to] = name === "x" ? [PLANE.left, PLANE.right] : [PLANE.bottom, PLANE.top];
  return from + (reverse ? 1 - share : share) * (to - from);
}

/** @param {View} view @param {number} x @param {number} y @returns {Point} */
export const spot = (view, x, y) => ({ x: along(view, "x", x), y: along(view, "y", y) });

/**
 * A rectangle between two corners, whichever way the axes run.
 *
 * @param {Point} a
 * @param {Point} b
 */
export function between(a, b) {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** @param {View} view @param {import("../../generated/messages.js").AreaView} area */
export const areaBox = (view, area) =>
  between(spot(view, area.left, area.bottom), spot(view, area.right, area.top));

/** @param {Point} p @param {ReturnType<typeof between>} box */
const inside = (p, box) =>
  p.x >= box.x && p.x <= box.x + box.width && p.y >= box.y && p.y <= box.y + box.height;

/**
 * The corner of the plane in which a region's name stands: its first one that no earlier region has.
 *
 * @param {View} view
 * @returns {Map<string, { x: number, y: number, end: boolean }>} by region; `end`: the text ends there
 */
export function names(view) {
  const found = new Map();
  const corners = [
    [PLANE.right, PLANE.top],
    [PLANE.left, PLANE.top],
    [PLANE.left, PLANE.bottom],
    [PLANE.right, PLANE.bottom],
  ];
  for (const [x = 0, y = 0] of corners) {
    const [end, low] = [x === PLANE.right, y === PLANE.bottom];
    const just = { x: x + (end ? -1 : 1), y: y + (low ? -1 : 1) };
    const region = view.regions.find((one) => one.areas.some((area) => inside(just, areaBox(view, area))));
    if (region && !found.has(region.id))
      found.set(region.id, { x: x + (end ? -14 : 14), y: y + (low ? -12 : 33), end });
  }
  return found;
}

/**
 * Where marks stand so that none covers another. Between classes they stand in rows in their own cell; elsewhere in their
 * own place if it is free, and else in the nearest place that is.
 *
 * @param {View} view
 * @param {Row[]} rows the first ones keep their place
 * @returns {Mark[]}
 */
export function arrange(view, rows) {
  const shown = rows.filter((row) => row.x > 0 && row.y > 0); // no impact at all has no place in the diagram
  return view.x.classes && view.y.classes ? inCells(view, shown) : nearby(view, shown);
}

/**
 * @param {View} view
 * @param {Row[]} rows
 * @returns {Mark[]}
 */
function inCells(view, rows) {
  const { width, height } = areaBox(view, { left: 0.5, right: 1.5, bottom: 0.5, top: 1.5 });
  return rows.map((row) => {
    const from = spot(view, row.x, row.y);
    const mates = rows.filter((other) => other.x === row.x && other.y === row.y);
    const most = Math.floor(width / PITCH);
    const columns = Math.min(
      mates.length,
      Math.max(most, Math.ceil(Math.sqrt((mates.length * width) / height))),
    );
    const lines = Math.ceil(mates.length / columns);
    const n = mates.indexOf(row);
    const line = Math.floor(n / columns);
    const here = line < lines - 1 ? columns : mates.length - columns * (lines - 1);
    const step = { x: Math.min(PITCH, width / columns), y: Math.min(PITCH, height / lines) };
    const at = {
      x: from.x + ((n % columns) - (here - 1) / 2) * step.x,
      y: from.y + (line - (lines - 1) / 2) * step.y,
    };
    return { row, at, from };
  });
}

/**
 * @param {View} view
 * @param {Row[]} rows
 * @returns {Mark[]}
 */
function nearby(view, rows) {
  /** @type {Mark[]} */
  const marks = [];
  const room = {
    x: PLANE.left + RADIUS,
    y: PLANE.top + RADIUS,
    width: PLANE.right - PLANE.left - 2 * RADIUS,
    height: PLANE.bottom - PLANE.top - 2 * RADIUS,
  };
  for (const row of rows) {
    const from = spot(view, row.x, row.y);
    const free = (/** @type {Point} */ p) =>
      marks.every(({ at }) => Math.hypot(at.x - p.x, at.y - p.y) >= PITCH);
    marks.push({ row, at: around(from).find((p) => inside(p, room) && free(p)) ?? from, from });
  }
  return marks;
}

/**
 * Places around a point, the nearest first.
 *
 * @param {Point} middle
 * @returns {Point[]}
 */
function around(middle) {
  const found = [middle];
  for (let ring = 1; ring <= 12; ring++) {
    const far = (ring * PITCH) / 2;
    for (let i = 0; i < 6 * ring; i++) {
      const turn = (2 * Math.PI * i) / (6 * ring);
      found.push({ x: middle.x + far * Math.cos(turn), y: middle.y - far * Math.sin(turn) });
    }
  }
  return found;
}
