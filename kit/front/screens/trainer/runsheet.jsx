import { useEffect, useRef, useState } from "preact/hooks";
import { clockLang } from "../../activities/parts/words.js";
import { Button, dayMinutes, Icon, phaseName, timeOfDay, useScreen } from "../../ui/index.js";

/** @typedef {import("../../generated/messages.js").StepLine} StepLine */

/**
 * Steps in runs of the same phase, so that a phase is named once.
 *
 * @param {StepLine[]} steps
 */
export function byPhase(steps) {
  /** @type {{ phase: string, steps: StepLine[] }[]} */
  const runs = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last?.phase === step.phase) last.steps.push(step);
    else runs.push({ phase: step.phase, steps: [step] });
  }
  return runs;
}

/**
 * The planned time of a step, and when it really began if that differs.
 *
 * @param {{ step: StepLine }} props
 */
function Times({ step }) {
  const { lang, t } = useScreen();
  if (step.later) return <span class="sheet-times">{t("weeks later")}</span>;
  const planned = step.planned_at == null ? null : timeOfDay(step.planned_at, clockLang(lang));
  const actual = step.opened_at == null ? null : timeOfDay(step.opened_at, clockLang(lang));
  return (
    <span class="sheet-times">
      {planned && (
        <span class={actual && actual !== planned ? "sheet-planned" : ""}>
          <span class="hush">{t("planned")} </span>
          {planned}
        </span>
      )}
      {actual && actual !== planned && (
        <span>
          <span class="hush">{t("began")} </span>
          {actual}
        </span>
      )}
      <span class="sheet-minutes">{t("{n} min", { n: step.minutes })}</span>
    </span>
  );
}

/** @param {{ step: StepLine }} props */
function State({ step }) {
  const { t } = useScreen();
  if (step.now) return <span class="sheet-state sheet-state-now">{t("now")}</span>;
  if (step.skipped) return <span class="sheet-state">{t("left out")}</span>;
  if (step.status === "closed" || (!step.input && step.opened_at != null)) {
    return <Icon name="check" label={t("done")} class="sheet-done" />;
  }
  return null;
}

/**
 * What can be done with a step: go there, leave it out, do it again, or put another one after it.
 *
 * @param {{ step: StepLine, done: () => void }} props
 */
function Change({ step, done }) {
  const { shared, send, t } = useScreen();
  const extras = shared?.console?.extras ?? [];
  const act = (/** @type {Record<string, any>} */ command) => () => {
    done();
    send(command);
  };
  return (
    <div class="sheet-ask">
      {!step.now && (
        <Button small onClick={act({ kind: "go_to", step: step.id })}>
          {t("Go to this step")}
        </Button>
      )}
      {!step.now && (
        <Button small onClick={act({ kind: "skip_step", step: step.id, skipped: !step.skipped })}>
          {step.skipped ? t("Do it after all") : t("Leave it out")}
        </Button>
      )}
      {step.opened_at != null && (
        <Button small onClick={act({ kind: "repeat_step", step: step.id })}>
          {t("Do it once more")}
        </Button>
      )}
      <select
        class="sheet-insert"
        aria-label={t("Put a step after this one")}
        value=""
        onChange={(event) => act({ kind: "insert_step", after: step.id, extra: event.currentTarget.value })()}
      >
        <option value="">{t("Put a step after this one")}</option>
        {extras.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <Button small kind="quiet" onClick={done}>
        {t("Stay here")}
      </Button>
    </div>
  );
}

/** The programme: what was planned, what really happened, and where we are. Tap a step to go there. */
export function RunSheet() {
  const { shared, t } = useScreen();
  const [asked, ask] = useState("");
  const here = useRef(/** @type {HTMLLIElement | null} */ (null));
  const now = shared?.steps.find((step) => step.now)?.id;
  useEffect(() => {
    const line = here.current;
    const pane = line?.closest(".console-sheet");
    // Only the programme scrolls: scrollIntoView would take the whole page along.
    if (!now || !line || !pane) return;
    const above = line.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += above - (pane.clientHeight - line.clientHeight) / 2;
  }, [now]);
  if (!shared) return null;
  const minutes = dayMinutes(shared.steps);
  return (
    <>
      <h2>
        {t("Programme")} <span class="soft small">{t("{n} min", { n: minutes })}</span>
      </h2>
      <ol class="list sheet">
        {byPhase(shared.steps).map((run, i) => (
          <li key={i} data-phase={run.phase}>
            <p class="sheet-phase">{phaseName(run.phase, t)}</p>
            <ol class="list">
              {run.steps.map((step) => (
                <li
                  key={step.id}
                  ref={step.now ? here : undefined}
                  class={step.now ? "sheet-now" : step.skipped ? "sheet-out" : ""}
                >
                  <button
                    type="button"
                    class="sheet-step"
                    aria-current={step.now ? "step" : undefined}
                    aria-expanded={asked === step.id}
                    onClick={() => ask(asked === step.id ? "" : step.id)}
                  >
                    <span class="sheet-title">{step.title}</span>
                    <State step={step} />
                    <Times step={step} />
                  </button>
                  {asked === step.id && <Change step={step} done={() => ask("")} />}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </>
  );
}
