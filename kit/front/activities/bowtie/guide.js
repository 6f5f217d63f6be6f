// How a bowtie is built: the elements in their order, what each one is, and what to ask yourself. Pure.

/**
 * @typedef {import("../../generated/messages.js").TieView} Tie
 * @typedef {import("../../generated/messages.js").NodeView} Node
 * @typedef {import("../../generated/messages.js").BowtieShared} View
 * @typedef {import("../../ui/text.js").Translate} Translate
 * @typedef {Node["element"]} Element
 */

export const ELEMENTS = /** @type {Element[]} */ ([
  "hazard",
  "top_event",
  "threat",
  "consequence",
  "prev",
  "recov",
  "escal",
  "escal_barrier",
]);

/** On what an element hangs. */
export const HANGS = /** @type {Record<string, Element[]>} */ ({
  prev: ["threat"],
  recov: ["consequence"],
  escal: ["prev", "recov"],
  escal_barrier: ["escal"],
});

/** Fewer lines than this are no picture yet. */
const ENOUGH = 3;

/**
 * What an element is called, as the name of a part of the work and as one of them.
 *
 * @param {string} element
 * @param {Translate} t
 * @returns {{ part: string, one: string }}
 */
export function nameOf(element, t) {
  const names = /** @type {Record<string, { part: string, one: string }>} */ ({
    hazard: { part: t("Hazard"), one: t("Hazard or situation") },
    top_event: { part: t("When it goes wrong"), one: t("The moment that it goes wrong") },
    threat: { part: t("Causes"), one: t("Cause") },
    consequence: { part: t("Consequences"), one: t("Consequence") },
    prev: { part: t("Measures before"), one: t("Measure before") },
    recov: { part: t("Measures after"), one: t("Measure after") },
    escal: { part: t("Weak spots"), one: t("Weak spot") },
    escal_barrier: { part: t("Extra support"), one: t("Extra support") },
  });
  return names[element] ?? { part: element, one: element };
}

/**
 * What an element is, and the question that tests it.
 *
 * @param {string} element
 * @param {Translate} t
 * @returns {{ is: string, ask: string }}
 */
export function guideTo(element, t) {
  const guide = /** @type {Record<string, { is: string, ask: string }>} */ ({
    hazard: {
      is: t("Something ordinary that can do harm. For instance: many young people in one square."),
      ask: t("Is it still there when all goes well?"),
    },
    top_event: {
      is: t("The moment that nobody is in control any more. The damage is not done yet."),
      ask: t("Can you see it happen on a clock? Can harm still be avoided?"),
    },
    threat: {
      is: t("Can make it go wrong all by itself, if nobody does anything."),
      ask: t(
        "Would this alone be enough? Or is it a subject (‘contact’), or a missing measure (‘no lights’)?",
      ),
    },
    consequence: {
      is: t("Harm that follows. Write each consequence down apart."),
      ask: t("Does it need other measures than the consequence next to it?"),
    },
    prev: {
      is: t("Stands between a cause and the moment that it goes wrong."),
      ask: t("If all else fails, does this one stop it?"),
    },
    recov: {
      is: t("Stands between the moment that it goes wrong and a consequence."),
      ask: t("Does it make the harm smaller, or the recovery faster?"),
    },
    escal: {
      is: t("What makes a measure fail. Think of holidays, too few people, or fear of reporting."),
      ask: t("When does this measure not work?"),
    },
    escal_barrier: {
      is: t("Keeps a measure working, also with its weak spot."),
      ask: t("Does the measure then work after all?"),
    },
  });
  return guide[element] ?? { is: "", ask: "" };
}

/**
 * The elements of one kind.
 *
 * @param {Node[]} nodes
 * @param {string} element
 */
export const those = (nodes, element) => nodes.filter((node) => node.element === element);

/**
 * On what one may still hang an element of this kind.
 *
 * @param {Tie} tie
 * @param {string} element
 * @param {number} mostMeasures
 */
export function placesFor(tie, element, mostMeasures) {
  const most = element === "prev" || element === "recov" ? mostMeasures : 1;
  const taken = (/** @type {string} */ id) =>
    tie.nodes.filter((node) => node.parent === id && node.element === element).length;
  return (HANGS[element] ?? []).flatMap((kind) =>
    those(tie.nodes, kind).filter((node) => taken(node.id) < most),
  );
}

/**
 * On which of these places something new goes: the one that was pointed at, else the first gap, else the first.
 *
 * @param {Tie} tie
 * @param {Node[]} places
 * @param {string} on
 */
export const placeOf = (tie, places, on) =>
  places.find(({ id }) => id === on) ??
  places.find(({ id }) => tie.tells.gaps.includes(id) || tie.tells.bare.includes(id)) ??
  places[0] ??
  null;

/**
 * How far a part is: how many there are, whether there is room for more, and whether it is enough to go on.
 *
 * @param {Tie} tie
 * @param {string} element
 * @param {View} view
 */
export function progress(tie, element, view) {
  const n = those(tie.nodes, element).length;
  if (element === "hazard" || element === "top_event") return { n, full: n > 0, done: n > 0 };
  if (element === "threat" || element === "consequence") {
    return { n, full: n >= view.most_lines, done: n >= Math.min(ENOUGH, view.most_lines) };
  }
  const full = placesFor(tie, element, view.most_measures).length === 0;
  const line = element === "prev" ? "threat" : "consequence";
  const lines = those(tie.nodes, line);
  if (element === "prev" || element === "recov") {
    return { n, full, done: lines.length > 0 && !lines.some(({ id }) => tie.tells.gaps.includes(id)) };
  }
  return { n, full, done: n > 0 && (element === "escal" || tie.tells.bare.length === 0) };
}

/**
 * The part to work on: the first that is not done.
 *
 * @param {Tie} tie
 * @param {View} view
 */
export function nextPart(tie, view) {
  return ELEMENTS.find((element) => !progress(tie, element, view).done) ?? "escal";
}

/**
 * A friendly question about what somebody types, or nothing. It never stops anyone.
 *
 * @param {string} element
 * @param {string} text
 * @param {Translate} t
 */
export function doubt(element, text, t) {
  const words = text.trim().toLowerCase();
  if (
    element === "threat" &&
    /^(geen|te weinig|gebrek aan|onvoldoende|no|lack of|too few|too little) /.test(words)
  ) {
    return t("Is this a measure that is missing? Write what can go wrong itself.");
  }
  if (element === "threat" && /^\S{4,}$/.test(words)) {
    return t("Is this a subject? Write what happens then.");
  }
  if (element === "consequence" && / (en|and) /.test(words) && words.length > 30) {
    return t("Are these two consequences? Then write them apart.");
  }
  return "";
}
