import { counted, Icon, PhaseTag, useScreen } from "../../ui/index.js";
import { Face } from "../activity.jsx";
import { Controls } from "./controls.jsx";
import { TimerControls } from "./timer.jsx";

/** @typedef {import("../../generated/messages.js").StepView} StepView */

/**
 * Where a step stands, in words.
 *
 * @param {{ step: StepView }} props
 */
function Status({ step }) {
  const { t } = useScreen();
  const looks = !step.input;
  const words = { waiting: t("Not open yet"), open: t("Open for input"), closed: t("Closed") };
  return (
    <ul class="list now-status">
      {!looks && (
        <li class={`now-status-${step.status}`}>
          <span class="now-dot" aria-hidden="true" />
          {words[/** @type {"open"} */ (step.status)] ?? step.status}
        </li>
      )}
      {!looks && step.can_hide && (
        <li>
          <Icon name={step.revealed ? "eye" : "hidden"} />
          {step.revealed
            ? t("The room sees everything")
            : step.per === "team"
              ? t("Each table sees its own work")
              : t("Others see nothing yet")}
        </li>
      )}
      {step.anonymous && <li>{t("anonymous")}</li>}
      {!looks && <li>{step.per === "team" ? t("per table") : t("per person")}</li>}
    </ul>
  );
}

/** The step the room is in: what to say, what to do, and what comes in. */
export function Now() {
  const { shared, t } = useScreen();
  const step = shared?.step;
  if (!shared || !step) return null;
  const steps = counted(shared.steps);
  const at = steps.findIndex((line) => line.now);
  const text = shared.console?.trainer_text ?? "";
  return (
    <>
      <section class="now" data-phase={step.phase}>
        <div class="now-head">
          <div>
            <p class="row now-where">
              <PhaseTag phase={step.phase} />
              <span class="soft small">{t("Step {n} of {count}", { n: at + 1, count: steps.length })}</span>
            </p>
            <h1>{step.title}</h1>
          </div>
          <TimerControls key={step.id} />
        </div>
        <Status step={step} />
        <p class="now-instruction">
          <span class="now-label">{t("The room reads")}</span>
          {step.instruction}
        </p>
        {text && (
          <details class="now-say" open={step.status !== "open"} key={`${step.id}-${step.status}`}>
            <summary>{t("What you say and do")}</summary>
            <p>{text}</p>
          </details>
        )}
      </section>
      <Controls key={step.id} />
      <section class="now-work" aria-label={t("What comes in")}>
        <Face face="Console" key={step.id} />
      </section>
    </>
  );
}
