import { Button } from "./button.jsx";
import { useScreen } from "./model.js";

/**
 * What stays in reach of a thumb at the bottom of a phone: the one main thing to do, and saying that you are done.
 *
 * @param {{
 *   ready?: boolean,
 *   main?: import("preact").ComponentChildren,
 *   onSubmit?: (event: Event) => void,
 *   children?: import("preact").ComponentChildren,
 * }} props `main` is the main button; `children` stand above it; with `onSubmit` it is a form
 */
export function Dock({ ready = true, main, onSubmit, children }) {
  const inside = (
    <>
      {children}
      <div class="dock-row">
        {main}
        {ready && <Ready alone={!main} />}
      </div>
    </>
  );
  if (!onSubmit) return <div class="dock">{inside}</div>;
  return (
    <form class="dock" onSubmit={onSubmit} noValidate>
      {inside}
    </form>
  );
}

/** @param {{ alone: boolean }} props */
function Ready({ alone }) {
  const { shared, mine, pending, send, t } = useScreen();
  const step = shared?.step;
  if (!step || !mine) return null;
  const asked = pending.filter(({ command }) => command.kind === "ready" && command.step === step.id).pop();
  const ready = asked ? asked.command.ready : mine.ready;
  const team = step.per === "team" && mine.me?.team;
  const label = team ? t("Our table is done") : t("I am done");
  // Beside a main button there is no room for the whole sentence; a screen reader still gets it.
  return (
    <Button
      kind={alone && !ready ? "primary" : "secondary"}
      icon={ready ? "boxed" : "box"}
      block={alone}
      class={`ready ${ready ? "ready-on" : ""}`}
      label={label}
      aria-pressed={ready ? "true" : "false"}
      onClick={() => send({ kind: "ready", step: step.id, ready: !ready })}
    >
      {alone ? label : t("Done")}
    </Button>
  );
}
