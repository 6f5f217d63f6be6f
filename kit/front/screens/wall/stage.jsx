import activities from "virtual:activities";
import { counted, Icon, PhaseLine, PhaseTag, Timer, useScreen } from "../../ui/index.js";
import { Face } from "../activity.jsx";
import { Closing } from "./closing.jsx";
import { JoinSmall } from "./join.jsx";
import { Welcome } from "./welcome.jsx";
import "./stage.css";
import "./moments.css";

/** How many are ready with this step. */
function Ready() {
  const { shared, t } = useScreen();
  const { ready, ready_of: of } = shared?.counts ?? { ready: 0, ready_of: 0 };
  if (!of || shared?.step?.status !== "open" || activities[shared.step.activity]?.tallies) return null;
  return (
    <p class={`wall-ready ${ready >= of ? "wall-ready-all" : ""}`}>
      <Icon name={ready >= of ? "check" : "clock"} />
      {shared.step.per === "team"
        ? t("{n} of {of} tables ready", { n: ready, of })
        : t("{n} of {of} ready", { n: ready, of })}
    </p>
  );
}

/** The trainer asks for eyes, or says something: on top of whatever the room is doing. */
function Notices() {
  const { shared, t } = useScreen();
  return (
    <div class="wall-notices" aria-live="polite">
      {shared?.attention && (
        <p class="wall-attention">
          <Icon name="look" /> {t("Look to the front for a moment")}
        </p>
      )}
      {shared?.message && (
        <p class="wall-message">
          <Icon name="message" /> {shared.message}
        </p>
      )}
    </div>
  );
}

function Running() {
  const { shared, t } = useScreen();
  const step = shared?.step;
  if (!shared || !step) return null;
  const steps = counted(shared.steps);
  const at = steps.findIndex((line) => line.now);
  return (
    <div class="wall-running" data-phase={step.phase}>
      <PhaseLine steps={steps} />
      <header class="wall-top">
        <div class="wall-step">
          <p class="wall-where">
            <PhaseTag phase={step.phase} />
            <span>{t("Step {n} of {count}", { n: at + 1, count: steps.length })}</span>
          </p>
          <h1>{step.title}</h1>
        </div>
        <Timer timer={step.timer} big />
      </header>
      <div class="wall-main">
        <Face face="Wall" />
      </div>
      <footer class="wall-foot">
        <JoinSmall />
        <Notices />
        <Ready />
      </footer>
    </div>
  );
}

/** What the room sees; the wall fills a projector with it, the console shows it small. */
export function Stage() {
  const { shared, t } = useScreen();
  if (!shared) return <p class="wall-loading">{t("Loading…")}</p>;
  if (shared.state === "finished") return <Closing />;
  const back = shared.step?.status === "waiting" && shared.steps.some((line) => line.now && line.later);
  if (shared.state === "waiting" || !shared.step || back) {
    return (
      <>
        <Welcome step={(back && shared.step) || undefined} />
        <Notices />
      </>
    );
  }
  return <Running />;
}
