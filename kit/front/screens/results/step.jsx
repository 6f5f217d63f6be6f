import activities from "virtual:activities";
import { Figures } from "../../activities/parts/chart.jsx";
import { useScreen } from "../../ui/index.js";

/** What one step gave, as its activity shows it. @param {{ step: import("../../generated/messages.js").ResultStep }} props */
export function Step({ step }) {
  const { shared, mine, send, t } = useScreen();
  const Result = activities[step.activity]?.Result;
  if (!Result || !shared) return null;
  const about = /** @type {any} */ (shared.steps.find((line) => line.id === step.id));
  const within = { ...shared, step: about };
  return (
    <article class="res-step">
      <h3>{step.title}</h3>
      <Result shared={within} mine={mine} view={step.view} own={null} send={send} t={t} />
      <Figures figures={step.figures} />
    </article>
  );
}
