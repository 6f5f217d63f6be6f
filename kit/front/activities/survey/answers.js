// What somebody answered, as far as their phone knows. Pure.

/**
 * @typedef {import("../../generated/messages.js").SurveyShared} View
 * @typedef {import("../../generated/messages.js").ItemView} Item
 * @typedef {import("../../generated/messages.js").Named} Named
 * @typedef {Record<string, number | null>} Answers
 */

/** @param {string} key */
const itemOf = (key) => key.split(":", 1)[0];

/**
 * The answers that the workshop has, with those on their way.
 *
 * @param {Answers | undefined} had
 * @param {import("../../host/types.js").Pending[]} pending
 * @param {string} step
 * @returns {Answers}
 */
export function known(had, pending, step) {
  let answers = { ...had };
  for (const { command, error } of pending) {
    if (command.kind === "answer" && command.step === step && !error)
      answers = take(answers, command.answers);
  }
  return answers;
}

/**
 * New answers in place of old ones. Those about organisations replace all of that question.
 *
 * @param {Answers} answers
 * @param {Answers} more
 * @returns {Answers}
 */
export function take(answers, more) {
  const again = new Set(Object.keys(more).map(itemOf));
  const rest = Object.entries(answers).filter(([key]) => !again.has(itemOf(key)));
  return { ...Object.fromEntries(rest), ...more };
}

/**
 * The organisations that somebody is asked about: all but their own.
 *
 * @param {View} view
 * @param {string | null | undefined} own
 */
export const others = (view, own) => view.about.filter((one) => one.id !== own);

/**
 * The questions, without those about other organisations where there are none.
 *
 * @param {View} view
 * @param {Named[]} about
 */
export const asked = (view, about) => view.items.filter((item) => !item.each || about.length > 0);

/**
 * Whether a question is answered; *I don't know* is an answer.
 *
 * @param {Item} item
 * @param {Answers} answers
 * @param {Named[]} about
 */
export function isAnswered(item, answers, about) {
  if (!item.each || item.id in answers) return item.id in answers;
  return about.every((one) => `${item.id}:${one.id}` in answers);
}

/**
 * Where to go on: the first question without an answer, or past the end.
 *
 * @param {Item[]} items
 * @param {Answers} answers
 * @param {Named[]} about
 */
export function firstOpen(items, answers, about) {
  const at = items.findIndex((item) => !isAnswered(item, answers, about));
  return at < 0 ? items.length : at;
}

/**
 * A code as it was meant: capitals, without spaces and dashes.
 *
 * @param {string} typed
 */
export const codeOf = (typed) => typed.toUpperCase().replace(/[^A-Z0-9]/g, "");

/**
 * A code as it is easiest to read: ABC DEF.
 *
 * @param {string} code
 */
export const inHalves = (code) =>
  `${code.slice(0, Math.ceil(code.length / 2))} ${code.slice(Math.ceil(code.length / 2))}`;
