/**
 * The step that comes after this one on the day; undefined at its end.
 *
 * @param {import("../../generated/messages.js").StepLine[]} steps
 */
export function nextOf(steps) {
  const at = steps.findIndex((line) => line.now);
  return steps.slice(at + 1).find((line) => !line.skipped && !line.later);
}
