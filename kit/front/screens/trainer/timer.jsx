import { Button, left, Timer, useNow, useScreen } from "../../ui/index.js";

/** The timer with its buttons. */
export function TimerControls() {
  const { shared, send, t } = useScreen();
  const step = shared?.step;
  const timer = step?.timer;
  const now = useNow(timer?.ends != null);
  if (!step) return null;
  const rest = left(timer, now);
  const set = (/** @type {Record<string, any>} */ what) => send({ kind: "timer", ...what });
  if (rest == null) {
    if (step.minutes === 0) return null;
    return (
      <div class="now-timer">
        <Button small icon="play" onClick={() => set({ seconds: Math.round(step.minutes * 60) })}>
          {t("Start timer: {n} min", { n: step.minutes })}
        </Button>
      </div>
    );
  }
  const runs = timer?.ends != null;
  return (
    <div class="now-timer">
      <Timer timer={timer} big />
      <span class="row">
        <Button small icon="add" onClick={() => set({ add: 60 })}>
          {t("1 minute more")}
        </Button>
        {runs && rest > 0 && (
          <Button small icon="pause" label={t("Pause the timer")} onClick={() => set({ pause: true })}>
            {t("Pause")}
          </Button>
        )}
        {!runs && rest > 0 && (
          <Button
            small
            icon="play"
            label={t("Let the timer run again")}
            onClick={() => set({ resume: true })}
          >
            {t("Resume")}
          </Button>
        )}
        <Button
          small
          kind="quiet"
          icon="close"
          label={t("Take the timer away")}
          onClick={() => set({ seconds: 0 })}
        />
      </span>
    </div>
  );
}
