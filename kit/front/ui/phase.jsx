import { useScreen } from "./model.js";

/** @typedef {import("./text.js").Translate} Translate */

export const PHASES = ["open", "empathise", "define", "ideate", "test", "close"];

/**
 * The word for a phase.
 *
 * @param {string} phase
 * @param {Translate} t
 */
export function phaseName(phase, t) {
  switch (phase) {
    case "open":
      return t("Open");
    case "empathise":
      return t("Empathise");
    case "define":
      return t("Define");
    case "ideate":
      return t("Ideate");
    case "test":
      return t("Test");
    default:
      return t("Close");
  }
}

/**
 * A phase as a tag in its own hue, with its word.
 *
 * @param {{ phase: string }} props
 */
export function PhaseTag({ phase }) {
  const { t } = useScreen();
  return (
    <span class="phase-tag" data-phase={phase}>
      {phaseName(phase, t)}
    </span>
  );
}

/**
 * The steps that count now: none that was left out, and none that is held weeks later, until the room is there.
 *
 * @param {import("../generated/messages.js").StepLine[]} steps
 */
export const counted = (steps) => steps.filter((line) => line.now || !(line.skipped || line.later));

/**
 * The planned minutes of the day.
 *
 * @param {import("../generated/messages.js").StepLine[]} steps
 */
export const dayMinutes = (steps) =>
  steps.reduce((sum, line) => sum + (line.skipped || line.later ? 0 : line.minutes), 0);

/**
 * The step that is held weeks later, as long as it is still to come.
 *
 * @param {import("../generated/messages.js").StepLine[]} steps
 */
export const comesLater = (steps) =>
  steps.find((line) => line.later && !line.skipped && line.status === "waiting");

/**
 * Where we are: one stop per step, coloured by phase; done, now, to come. The words stand beside it, so it is hidden
 * from screen readers.
 *
 * @param {{ steps: import("../generated/messages.js").StepLine[] }} props
 */
export function PhaseLine({ steps }) {
  const now = steps.findIndex((step) => step.now);
  return (
    <div class="phase-line" aria-hidden="true">
      {steps.map((step, i) => (
        <span
          key={step.id}
          data-phase={step.phase}
          class={`phase-stop ${i === now ? "phase-stop-now" : ""} ${now >= 0 && i < now ? "phase-stop-done" : ""}`}
          style={{ flexGrow: Math.max(step.minutes, 5) }}
        />
      ))}
    </div>
  );
}
