// What can be said of an element besides its text, in words. Pure.

/**
 * @typedef {import("../../generated/messages.js").NodeMarks} Marks
 * @typedef {import("../../ui/text.js").Translate} Translate
 * @typedef {[value: string, word: string][]} Choices
 */

/** @param {Translate} t @returns {Choices} */
export const statuses = (t) => [
  ["bestaat", t("is there already")],
  ["nieuw", t("is new")],
  ["idee", t("is an idea")],
];

/** @param {Translate} t @returns {Choices} */
export const effects = (t) => [
  ["goed", t("works well")],
  ["matig", t("works a little")],
  ["zwak", t("works badly")],
  ["onbekend", t("not known")],
];

/** @param {Translate} t @returns {Choices} */
export const levels = (t) => [
  ["1", t("1: for everyone")],
  ["2", t("2: for groups at risk")],
  ["3", t("3: at first signs")],
  ["4", t("4: when it goes wrong")],
];

/**
 * The links of the safety chain on one side of the top event.
 *
 * @param {string} element
 * @param {Translate} t
 * @returns {Choices}
 */
export const chains = (element, t) =>
  element === "prev"
    ? [
        ["proactie", t("taking the cause away")],
        ["preventie", t("preventing")],
      ]
    : [
        ["preparatie", t("being prepared")],
        ["repressie", t("acting at that moment")],
        ["nazorg", t("care afterwards")],
      ];

/** @param {Translate} t @returns {Choices} */
export const domains = (t) => [
  ["zorg", t("care")],
  ["sociaal", t("social")],
  ["veiligheid", t("safety")],
  ["fysiek", t("physical")],
  ["digitaal", t("digital")],
];

/**
 * @param {Choices} choices
 * @param {string | number} value
 */
export const wordFor = (choices, value) => choices.find(([one]) => one === String(value))?.[1] ?? "";

/**
 * Which of the marks an element has, in the order in which a form asks for them.
 *
 * @param {string} element
 * @returns {(keyof Marks)[]}
 */
export function marksOf(element) {
  if (element === "threat" || element === "consequence") return ["domain"];
  if (element === "escal_barrier") return ["organisation", "lead", "status"];
  if (element === "prev" || element === "recov") {
    return ["organisation", "lead", "status", "effect", "prevention", "domain", "chain"];
  }
  return [];
}

/**
 * The name of an organisation, or what somebody typed who comes from elsewhere.
 *
 * @param {import("../../generated/messages.js").Shared} shared
 * @param {string | null} id
 */
export const organisationName = (shared, id) =>
  shared.organisations.find((one) => one.id === id)?.name ?? id ?? "";

/** @param {number} n @param {Translate} t */
export const linesWord = (n, t) => (n === 1 ? t("1 line") : t("{n} lines", { n }));

/** @param {number} n @param {Translate} t */
export const measuresWord = (n, t) => (n === 1 ? t("1 measure") : t("{n} measures", { n }));

/** @param {number} n @param {Translate} t */
export const gapsWord = (n, t) => (n === 0 ? t("no gaps") : n === 1 ? t("1 gap") : t("{n} gaps", { n }));

/**
 * What is said of an element, in one line.
 *
 * @param {import("../../generated/messages.js").Shared} shared
 * @param {import("../../generated/messages.js").NodeView} node
 * @param {Translate} t
 */
export function told(shared, node, t) {
  const { marks, element } = node;
  const measure = element === "prev" || element === "recov";
  const owner = organisationName(shared, marks.organisation);
  return [
    owner || (measure ? t("no owner yet") : ""),
    marks.lead,
    wordFor(statuses(t), marks.status),
    wordFor(effects(t), marks.effect === "onbekend" ? "" : marks.effect),
    wordFor(levels(t), marks.prevention),
    measure ? "" : wordFor(domains(t), marks.domain),
  ]
    .filter(Boolean)
    .join(" · ");
}
