import { createContext } from "preact";
import { useCallback, useContext, useEffect, useRef, useState } from "preact/hooks";
import { Button } from "./button.jsx";
import { Icon } from "./icon.jsx";
import { useModel } from "./model.js";

/** Milliseconds. */
const STAYS = 5000;
/** So many times as long where there is something to do or to understand. */
const LONGER = 3;

/**
 * @typedef {{ label: string, run: () => void }} Action
 * @typedef {{ text: string, kind?: "info" | "good" | "bad", action?: Action }} Toast
 */

/** @type {import("preact").Context<(toast: Toast) => void>} */
const Show = createContext(/** @type {(toast: Toast) => void} */ (() => {}));

/** Returns the function that shows a toast. */
export function useToast() {
  return useContext(Show);
}

/**
 * Holds the toasts of a screen, and shows every refusal of its model. They go by themselves, unless someone is at it. The newest replaces what was there: one at a time can be read.
 *
 * @param {{ model: import("../host/types.js").Model, close: string, children?: import("preact").ComponentChildren }} props
 */
export function Toasts({ model, close, children }) {
  const { shared } = useModel(model);
  const step = useRef(/** @type {string | undefined} */ (undefined));
  step.current = shared?.step?.id;
  const [toast, set] = useState(/** @type {(Toast & { n: number, step?: string }) | null} */ (null));
  const count = useRef(0);
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  const show = useCallback((/** @type {Toast} */ next) => {
    count.current += 1;
    set({ ...next, n: count.current, step: step.current });
  }, []);

  useEffect(() => {
    const refused = (/** @type {{ message: string }} */ error) => show({ text: error.message, kind: "bad" });
    model.on("refused", refused);
    return () => model.off("refused", refused);
  }, [model, show]);

  useEffect(() => {
    if (!toast) return undefined;
    let times = toast.action || toast.kind === "bad" ? LONGER : 1;
    const timer = setInterval(() => {
      times -= 1;
      // What was said of one step says nothing of the next.
      const over = times <= 0 || toast.step !== step.current;
      if (over && !box.current?.matches(":hover, :focus-within")) set(null);
    }, STAYS);
    return () => clearInterval(timer);
  }, [toast]);

  const away = () => set(null);
  return (
    <Show.Provider value={show}>
      {children}
      <div ref={box} class="toasts" role={toast?.kind === "bad" ? "alert" : "status"}>
        {toast && (
          <div key={toast.n} class={`toast toast-${toast.kind ?? "info"}`}>
            <Icon name={toast.kind === "bad" ? "alert" : "check"} />
            <p>{toast.text}</p>
            {toast.action && (
              <Button
                kind="quiet"
                small
                icon="undo"
                onClick={() => {
                  toast.action?.run();
                  away();
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <Button kind="quiet" small icon="close" label={close} onClick={away} />
          </div>
        )}
      </div>
    </Show.Provider>
  );
}
