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
