import { useEffect, useRef, useState } from "preact/hooks";
import { clock, left } from "./format.js";
import { Icon } from "./icon.jsx";
import { useScreen } from "./model.js";

/**
 * The time on this device in Unix seconds, drawn again each second while `running`.
 *
 * @param {boolean} running
 * @returns {number}
 */
export function useNow(running) {
  const [now, set] = useState(() => Date.now() / 1000);
  useEffect(() => {
    if (!running) return undefined;
    set(Date.now() / 1000);
    const timer = setInterval(() => set(Date.now() / 1000), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}

/**
 * Time left in the step. Nothing when there is no timer. A screen reader can ask for it at any moment and is told at
 * one minute and at the end.
 *
 * @param {{ timer: import("../generated/messages.js").TimerView | null | undefined, big?: boolean }} props
 */
export function Timer({ timer, big = false }) {
  const { t } = useScreen();
  const now = useNow(timer?.ends != null);
  const rest = left(timer, now);
  const before = useRef(rest);
  const [news, tell] = useState("");
  useEffect(() => {
    const was = before.current;
    before.current = rest;
    if (rest == null || was == null) return;
    if (was > 60 && rest <= 60) tell(t("1 minute left"));
    if (was > 0 && rest <= 0) tell(t("Time is up"));
  }, [rest, t]);
  if (rest == null) return null;
  const paused = timer?.ends == null;
  const over = rest <= 0;
  const state = over ? "over" : paused ? "paused" : rest <= 60 ? "short" : "runs";
  return (
    <span class={`timer timer-${state} ${big ? "timer-big" : ""}`}>
      <Icon name={paused && !over ? "pause" : "clock"} />
      <span role="timer" aria-label={t("Time left")}>
        {over ? t("Time is up") : clock(rest)}
      </span>
      {paused && !over && <span class="timer-paused">{t("paused")}</span>}
      <span class="hush" aria-live="polite">
        {news}
      </span>
    </span>
  );
}
