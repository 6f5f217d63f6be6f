// What one person thinks of one card, and what is still missing. Pure.

/**
 * @typedef {import("../../generated/messages.js").GridShared} View
 * @typedef {import("../../generated/messages.js").GridAxisView} Axis
 * @typedef {import("../../generated/messages.js").PlacingView} Placing
 * @typedef {{ x: number | null, y: number | null, scores: Record<string, string> }} Value
 * @typedef {"x" | "y"} Name
 */

export const CLASSES = ["0", "A", "B", "C", "D", "E"];

/** @type {Value} */
export const NOTHING = { x: null, y: null, scores: {} };

/**
 * @param {Placing | undefined} placing
 * @returns {Value}
 */
export function given(placing) {
  return placing ? { x: placing.x, y: placing.y, scores: placing.scores } : NOTHING;
}

/**
 * What is asked together: both scales at once, but an axis with criteria has a page of its own.
 *
 * @param {View} view
 * @returns {Name[][]}
 */
export function pagesOf(view) {
  return view.x.criteria.length + view.y.criteria.length > 0 ? [["x"], ["y"]] : [["x", "y"]];
}

/**
 * How many answers an axis has, and how many it could have.
 *
 * @param {View} view
 * @param {Name} name
 * @param {Value} value
 * @returns {[number, number]}
 */
function answers(view, name, value) {
  const { criteria } = view[name];
  if (criteria.length === 0) return [value[name] == null ? 0 : 1, 1];
  return [criteria.filter(({ id }) => id in value.scores).length, criteria.length];
}

/** @param {View} view @param {Value} value @param {Name[]} names */
export const enough = (view, value, names = ["x", "y"]) =>
  names.every((name) => answers(view, name, value)[0] > 0);

/** @param {View} view @param {Value} value @param {Name[]} names */
export const whole = (view, value, names = ["x", "y"]) =>
  names.every((name) => {
    const [some, all] = answers(view, name, value);
    return some === all;
  });

/**
 * The command that says so.
 *
 * @param {View} view
 * @param {string} card
 * @param {Value} value
 */
export function commandOf(view, card, value) {
  const axis = (/** @type {Name} */ name) => (view[name].criteria.length > 0 ? {} : { [name]: value[name] });
  const { scores } = value;
  return {
    kind: "place_card",
    card,
    ...axis("x"),
    ...axis("y"),
    ...(Object.keys(scores).length > 0 && { scores }),
  };
}

/**
 * Whether two say the same.
 *
 * @param {View} view
 * @param {Value} a
 * @param {Value} b
 */
export function same(view, a, b) {
  const [one, other] = [a, b].map((value) => {
    const { scores = {}, ...rest } = commandOf(view, "", value);
    return JSON.stringify([rest, Object.entries(scores).sort()]);
  });
  return one === other;
}

/**
 * The point of an axis with a value; one that lies between two has only a number.
 *
 * @param {Axis} axis
 * @param {number} value
 */
export function pointOf(axis, value) {
  return axis.points.find((point) => point.value === value) ?? { sign: String(value), label: "" };
}
