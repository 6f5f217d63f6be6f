// The order in which the results are told: how people worked together first, then what came of it. Pure.

/** @typedef {import("../../generated/messages.js").ResultsView} View */
/** @typedef {import("../../generated/messages.js").ResultStep} StepResult */
/** @typedef {import("../../ui/text.js").Translate} Translate */
/** @typedef {{ about?: string, gives?: (view: any) => boolean }} Face what an activity says of its results */
/** @typedef {{ id: string, title: string, phase: string, chapter: string, steps: StepResult[] }} Part */

/** The figure of how the day went, which closes what is told of working together. */
const DAY = "timeline";

/** Phases that have a part of their own in the solution, in the order of the story. */
const TOLD = ["define", "ideate", "test"];

/**
 * The steps that have something to show, by what they are about; the rest is about the solution.
 *
 * @param {StepResult[]} steps
 * @param {Record<string, Face>} faces
 * @param {(id: string) => boolean} later whether a step is held weeks after the day
 */
export function sorted(steps, faces, later) {
  const given = steps.filter((step) => (faces[step.activity]?.gives?.(step.view) ?? true) || figured(step));
  const about = (/** @type {string} */ what) => given.filter((step) => faces[step.activity]?.about === what);
  const known = ["collaboration", "promises", "case"];
  return {
    together: about("collaboration").filter((step) => !later(step.id)),
    later: about("collaboration").filter((step) => later(step.id)),
    promises: about("promises"),
    facts: about("case"),
    solution: given.filter((step) => !known.includes(faces[step.activity]?.about ?? "")),
  };
}

/** @param {StepResult} step */
const figured = (step) => step.figures.length > 0;

/** @param {StepResult | null} step @returns {import("../../generated/messages.js").BallotResult | undefined} */
const resultOf = (step) => /** @type {any} */ (step?.view)?.result;

/**
 * The step of the last ballot among these; null when none was closed with votes in it.
 *
 * @param {StepResult[]} steps
 */
export function lastBallot(steps) {
  return steps.filter((step) => (resultOf(step)?.voters ?? 0) > 0).at(-1) ?? null;
}

/**
 * The parts of the results that there is something in, in the order in which they are told.
 *
 * @typedef {ReturnType<typeof storyOf>} Story
 *
 * @param {View} results
 * @param {import("../../generated/messages.js").StepLine[]} lines the programme
 * @param {Record<string, Face>} faces
 * @param {Translate} t
 */
export function storyOf(results, lines, faces, t) {
  const afterwards = new Set(lines.filter((line) => line.later).map(({ id }) => id));
  const { solution, ...found } = sorted(results.steps, faces, (id) => afterwards.has(id));
  const during = (/** @type {string} */ phase) => solution.filter((step) => step.phase === phase);
  const last = lastBallot(during("ideate")) ?? lastBallot(solution);
  const support = resultOf(last);
  // What the ballot gave is told once: below what it means, and not in the part of its phase too.
  const ballot = support && support.organisations > 1 ? last : null;
  const rest = solution.filter((step) => step !== ballot);
  const of = (/** @type {string[]} */ ...phases) => rest.filter((step) => phases.includes(step.phase));
  const chapter = t("The solution");
  const parts = /** @type {(Part & { there: unknown })[]} */ ([
    {
      id: "question",
      title: t("The question"),
      phase: "define",
      steps: of("define"),
      there: results.question,
    },
    { id: "ideas", title: t("The ideas"), phase: "ideate", steps: of("ideate"), there: results.winner },
    {
      id: "support",
      title: t("What carried across organisations, and what divided"),
      phase: "close",
      steps: ballot ? [ballot] : [],
      there: null,
    },
    { id: "test", title: t("What the test taught"), phase: "test", steps: of("test"), there: null },
    {
      id: "room",
      title: t("In the whole room"),
      phase: "close",
      steps: rest.filter((step) => !["open", "empathise", ...TOLD].includes(step.phase)),
      there: null,
    },
    {
      id: "before",
      title: t("What we saw and heard"),
      phase: "empathise",
      steps: of("open", "empathise"),
      there: null,
    },
  ]).map((part) => ({ ...part, chapter }));
  return {
    ...found,
    met: results.figures.filter(({ id }) => id !== DAY),
    day: results.figures.filter(({ id }) => id === DAY),
    support: (ballot && support) ?? null,
    parts: parts.filter(({ steps, there }) => steps.length > 0 || there),
  };
}

/**
 * A day as people write it, with the year.
 *
 * @param {number} at Unix seconds
 * @param {string} lang
 */
export function dayOf(at, lang) {
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(at * 1000);
}

/**
 * What stands among the contents: the parts, and below the first its steps.
 *
 * @param {Story} story
 * @param {{ facts: boolean, files: boolean }} there
 * @param {Translate} t
 * @returns {{ id: string, title: string, chapter?: string, step?: boolean }[]}
 */
export function contentsOf(story, there, t) {
  const steps = (/** @type {StepResult[]} */ found) =>
    found.map(({ id, title }) => ({ id: `step-${id}`, title, step: true }));
  const figures = (/** @type {View["figures"]} */ found) =>
    found.map(({ id, title }) => ({ id: `figure-${id}`, title, step: true }));
  return [
    { id: "together", title: t("Working together") },
    ...steps(story.together),
    ...figures(story.met),
    ...steps(story.promises),
    ...figures(story.day),
    ...steps(story.later),
    ...story.parts,
    ...(there.facts ? [{ id: "case", title: t("The figures of the case") }] : []),
    ...(there.files ? [{ id: "files", title: t("Take it with you") }] : []),
  ];
}
