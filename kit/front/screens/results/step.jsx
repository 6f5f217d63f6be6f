import activities from "virtual:activities";
import { Figures } from "../../activities/parts/chart.jsx";
import { useScreen } from "../../ui/index.js";
import { anchor } from "./anchor.js";

/** What one step gave, as its activity shows it, and its figures. @param {{ step: import("../../generated/messages.js").ResultStep }} props */
export function Step({ step }) {
  const { shared, mine, send, t } = useScreen();
  const face = activities[step.activity];
  const Result = face?.Result;
  if (!Result || !shared) return null;
  const about = /** @type {any} */ (shared.steps.find((line) => line.id === step.id));
  const within = { ...shared, step: about };
  return (
    <article class="res-step" data-phase={step.phase}>
      <h3 id={anchor(`step-${step.id}`)} tabIndex={-1}>
        {step.title}
      </h3>
      {(face.gives?.(step.view) ?? true) && (
        <Result shared={within} mine={mine} view={step.view} own={null} send={send} t={t} />
      )}
      <Figures figures={step.figures} />
    </article>
  );
}
