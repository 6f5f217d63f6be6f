import phones from "virtual:phones";
import { useEffect, useRef } from "preact/hooks";
import { counted, Dock, PhaseLine, phaseName, Timer, useScreen } from "../ui/index.js";

/**
 * The step that the room is in: where we are, what to do, and the thing to do it with.
 *
 * @param {{
 *   shared: import("../generated/messages.js").Shared,
 *   mine: import("../generated/messages.js").Mine,
 *   step: import("../generated/messages.js").StepView,
 * }} props
 */
export function Step({ shared, mine, step }) {
  const { send, t } = useScreen();
  const title = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  const before = useRef(step.id);
  useEffect(() => {
    if (before.current === step.id) return;
    before.current = step.id;
    window.scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, [step.id]);
  const steps = counted(shared.steps);
  const number = steps.findIndex((line) => line.id === step.id) + 1;
  const Phone = phones[shared.view?.activity];
  return (
    <>
      <div class="bar" data-phase={step.phase}>
        <p class="bar-where">
          <strong class="bar-phase">{phaseName(step.phase, t)}</strong>
          <span class="bar-step">
            <span class="hush">{t("Step")} </span>
            {t("{n} of {count}", { n: number, count: steps.length })}
          </span>
        </p>
        <Timer timer={step.timer} />
        <PhaseLine steps={steps} />
      </div>
      <div class="phone-page" data-phase={step.phase}>
        <div class="head">
          <h1 ref={title} tabIndex={-1}>
            {step.title}
          </h1>
          {mine.me?.team && <p class="head-team">{mine.me.team}</p>}
          <p class="head-say">{step.instruction}</p>
        </div>
        {Phone && shared.view ? (
          <Phone
            key={step.id}
            shared={shared}
            mine={mine}
            view={shared.view}
            own={mine.step === step.id ? mine.view : null}
            send={send}
            t={t}
          />
        ) : (
          <>
            <p>{t("Look at the wall for this step.")}</p>
            <Dock />
          </>
        )}
      </div>
    </>
  );
}
