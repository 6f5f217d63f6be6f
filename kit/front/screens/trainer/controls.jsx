import { useEffect, useRef, useState } from "preact/hooks";
import { Button, useScreen } from "../../ui/index.js";

/** @typedef {import("../../generated/messages.js").Shared} Shared */
/** @typedef {import("../../ui/text.js").Translate} Translate */

/**
 * Why it may be too early to leave this step; empty when nothing speaks against it.
 *
 * @param {Shared} shared
 * @param {Translate} t
 */
export function whyWait(shared, t) {
  if (shared.step?.status !== "open") return "";
  const { ready, ready_of: of } = shared.counts;
  if (of > 0 && ready < of) {
    return shared.step.per === "team"
      ? t("Input is still open; {n} of {of} tables are ready.", { n: ready, of })
      : t("Input is still open; {n} of {of} are ready.", { n: ready, of });
  }
  return t("Input is still open. It closes when you go on.");
}

/**
 * A question on the spot, instead of a dialogue of the browser.
 *
 * @param {{ why: string, yes: string, no: string, onYes: () => void, onNo: () => void }} props
 */
export function Ask({ why, yes, no, onYes, onNo }) {
  const first = useRef(/** @type {HTMLParagraphElement | null} */ (null));
  useEffect(() => first.current?.focus(), []);
  return (
    <section class="ask" aria-label={why}>
      <p tabIndex={-1} ref={first}>
        {why}
      </p>
      <Button kind="primary" onClick={onYes}>
        {yes}
      </Button>
      <Button onClick={onNo}>{no}</Button>
    </section>
  );
}

/**
 * What the trainer most likely does next with this step; null when that is to go on.
 *
 * @param {Shared} shared
 */
export function mainAct(shared) {
  const step = shared.step;
  if (!step?.input) return null;
  if (step.status === "waiting") return "open";
  if (step.status === "open") return "close";
  return step.can_hide && !step.revealed ? "reveal" : null;
}

/**
 * Open, close and reveal: what fits where the step is; the likeliest stands out.
 *
 * @param {{ step: import("../../generated/messages.js").StepView, main: string | null }} props
 */
function Acts({ step, main }) {
  const { send, t } = useScreen();
  const to = (/** @type {string} */ kind) => () => send({ kind, step: step.id });
  const kind = (/** @type {string} */ name) => (main === name ? "primary" : "secondary");
  return (
    <>
      {step.status === "open" ? (
        <Button kind={kind("close")} icon="close" onClick={to("close")}>
          {t("Close step")}
        </Button>
      ) : (
        <Button kind={kind("open")} icon="play" onClick={to("open")}>
          {step.status === "closed" ? t("Open again") : t("Open step")}
        </Button>
      )}
      {step.can_hide && !step.revealed && step.status !== "waiting" && (
        <Button kind={kind("reveal")} icon="eye" onClick={to("reveal")}>
          {t("Show to everyone")}
        </Button>
      )}
    </>
  );
}

/**
 * Leave this step for the next one, or for the end; an open step is closed on the way.
 *
 * @param {Shared} shared
 * @param {(command: Record<string, any>) => Promise<any>} send
 * @param {import("../../generated/messages.js").StepLine | undefined} after
 */
async function leave(shared, send, after) {
  const step = shared.step;
  if (after) {
    await send({ kind: "go_to", step: after.id });
    return;
  }
  if (step?.status === "open") await send({ kind: "close", step: step.id });
  await send({ kind: "finish" });
}

/**
 * The steps before and after this one, without those that were left out. What is held weeks later does not come
 * after this one: the day ends here.
 *
 * @param {import("../../generated/messages.js").StepLine[]} steps
 */
export function around(steps) {
  const done = steps.filter((line) => line.now || !line.skipped);
  const at = done.findIndex((line) => line.now);
  const next = done[at + 1];
  return {
    before: done[at - 1],
    after: next?.later ? undefined : next,
    later: next?.later ? next : undefined,
  };
}

/**
 * What leaving the last step is called, and what there is to know before it.
 *
 * @param {boolean} back there is a step that is held weeks later
 * @param {Translate} t
 */
export function theEnd(back, t) {
  return back
    ? { name: t("Finish for today"), why: t("For today it ends here: every screen says thank you.") }
    : { name: t("Finish the workshop"), why: t("The workshop ends here: every screen says thank you.") };
}

/** The big buttons: back, open, close, reveal, next. */
export function Controls() {
  const { shared, send, t } = useScreen();
  const [asks, ask] = useState(false);
  const step = shared?.step;
  if (!shared || !step) return null;
  const { before, after, later } = around(shared.steps);
  const main = mainAct(shared);
  const end = theEnd(Boolean(later), t);
  const why = whyWait(shared, t) || (after ? "" : end.why);
  const go = () => {
    ask(false);
    leave(shared, send, after);
  };
  if (asks) {
    return (
      <div class="controls">
        <Ask
          why={why}
          yes={after ? t("Go on to {step}", { step: after.title }) : end.name}
          no={t("Wait a moment")}
          onYes={go}
          onNo={() => ask(false)}
        />
      </div>
    );
  }
  const back = before ? t("Back to {step}", { step: before.title }) : "";
  return (
    <div class="controls">
      {before && (
        <Button
          kind="quiet"
          icon="back"
          label={back}
          title={back}
          onClick={() => send({ kind: "go_to", step: before.id })}
        />
      )}
      {step.input && <Acts step={step} main={main} />}
      <span class="console-space" />
      <Button
        kind={main === null ? "primary" : "secondary"}
        icon="next"
        class="controls-next"
        onClick={() => (why ? ask(true) : go())}
      >
        {after ? t("Next: {step}", { step: after.title }) : end.name}
      </Button>
    </div>
  );
}
