// The results of a workshop, on a laptop or a projector: first how people worked together, then what came of it.
import activities from "virtual:activities";
import { Icon, LangSwitch, Mark, phaseName, StatusLine, screen, useScreen } from "../ui/index.js";
import { Collaboration } from "./results/collaboration.jsx";
import { Step } from "./results/step.jsx";
import { lastResult, Support } from "./results/support.jsx";
import "./results.css";

/** @typedef {import("../generated/messages.js").ResultsView} View */
/** @typedef {import("../generated/messages.js").ResultStep} StepResult */

/** Whether a step tells how people worked together, as its activity says. @param {StepResult} step */
const together = (step) => activities[step.activity]?.about === "collaboration";

/**
 * One part of the results with what its steps gave.
 *
 * @param {{ title: string, steps: StepResult[], phase: string, children?: import("preact").ComponentChildren }} props
 */
function Part({ title, steps, phase, children }) {
  if (steps.length === 0 && !children) return null;
  return (
    <section class="res-part" data-phase={phase}>
      <h2>{title}</h2>
      {children}
      {steps.map((step) => (
        <Step key={step.id} step={step} />
      ))}
    </section>
  );
}

/** @param {{ results: View }} props */
function Outcome({ results }) {
  const { t } = useScreen();
  const of = (/** @type {string} */ phase) => results.steps.filter((step) => step.phase === phase);
  const told = new Set(["define", "ideate", "test"]);
  const others = [...new Set(results.steps.map((step) => step.phase))].filter((phase) => !told.has(phase));
  const ballot = lastResult(of("ideate")) ?? lastResult(results.steps);
  return (
    <>
      <Part title={t("The question")} phase="define" steps={of("define")}>
        {results.question && <p class="res-question">{results.question}</p>}
      </Part>
      <Part title={t("The ideas")} phase="ideate" steps={of("ideate")}>
        {results.winner && (
          <div class="res-winner">
            <p class="rank-star">
              <Icon name="star" /> {t("Our idea")}
            </p>
            <p>{results.winner}</p>
          </div>
        )}
      </Part>
      {ballot && <Support result={ballot} />}
      <Part title={t("The feedback")} phase="test" steps={of("test")} />
      {others.map((phase) => (
        <Part key={phase} title={phaseName(phase, t)} phase={phase} steps={of(phase)} />
      ))}
    </>
  );
}

function Results() {
  const { shared, t } = useScreen();
  if (!shared) return <p class="res-loading">{t("Loading…")}</p>;
  const results = /** @type {View | null} */ (shared.results);
  const given = (results?.steps ?? []).filter(
    (step) => activities[step.activity]?.gives?.(step.view) ?? true,
  );
  return (
    <div class="res">
      <header class="res-top">
        <p class="row">
          <Mark />
          <span class="soft">{shared.programme}</span>
        </p>
        <h1>{t("Results: {title}", { title: shared.title })}</h1>
        <div class="row">
          <StatusLine brief />
          {shared.state === "running" && (
            <span class="soft">{t("The workshop is still going on; this page follows it.")}</span>
          )}
          <LangSwitch />
        </div>
      </header>
      <main>
        {results && <Collaboration results={results} steps={given.filter(together)} />}
        {results && results.steps.length > 0 ? (
          <Outcome results={{ ...results, steps: given.filter((step) => !together(step)) }} />
        ) : (
          <p class="res-empty">
            {t("There are no contributions yet. They appear here as soon as a step was open.")}
          </p>
        )}
      </main>
    </div>
  );
}

export default screen("results", Results);
