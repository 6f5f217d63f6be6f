// A table's own screen: a tablet or laptop that a team stands or sits around.
import { useState } from "preact/hooks";
import {
  Button,
  counted,
  Icon,
  LangSwitch,
  Mark,
  PhaseLine,
  PhaseTag,
  StatusLine,
  screen,
  Timer,
  useScreen,
} from "../ui/index.js";
import { Face } from "./activity.jsx";
import "./team.css";

/**
 * Which table does this screen stand on?
 *
 * @param {{ done: () => void }} props
 */
function Sit({ done }) {
  const { shared, send, t } = useScreen();
  return (
    <main class="table-moment">
      <Mark />
      <h1>{t("Which table are you?")}</h1>
      <div class="table-choice">
        {shared?.teams.map((team) => (
          <button
            key={team.name}
            type="button"
            onClick={() => {
              done();
              send({ kind: "sit", team: team.name });
            }}
          >
            <strong>{team.name}</strong>
            <span>{team.people === 1 ? t("1 person") : t("{n} people", { n: team.people })}</span>
          </button>
        ))}
      </div>
      <LangSwitch />
    </main>
  );
}

/** The organisations at this table. */
function Here() {
  const { shared } = useScreen();
  const team = shared?.teams.find((one) => one.name === shared.team);
  if (!shared || !team) return null;
  const names = Object.entries(team.organisations).map(([id, n]) => {
    const name = shared.organisations.find((one) => one.id === id)?.name ?? id;
    return n > 1 ? `${name} (${n})` : name;
  });
  return <p class="table-here">{names.join(" · ")}</p>;
}

/** Done, as one table. */
function Ready() {
  const { shared, mine, pending, send, t } = useScreen();
  const step = shared?.step;
  const takes = step?.per === "team" && (step.status === "open" || !step.input);
  if (!step || !takes) return null;
  const asked = pending.filter(({ command }) => command.kind === "ready" && command.step === step.id).pop();
  const ready = asked ? asked.command.ready : Boolean(mine?.ready);
  return (
    <Button
      kind={ready ? "secondary" : "primary"}
      icon={ready ? "check" : "flag"}
      aria-pressed={ready}
      onClick={() => send({ kind: "ready", step: step.id, ready: !ready })}
    >
      {ready ? t("We are ready") : t("Say we are ready")}
    </Button>
  );
}

/** Before the first step, and after the last. */
function Moment() {
  const { shared, t } = useScreen();
  const finished = shared?.state === "finished";
  return (
    <main class="table-moment">
      <Mark />
      <h1>{shared?.team}</h1>
      <Here />
      <p class="table-moment-text">
        {finished ? t("Thank you! The workshop is finished.") : t("Welcome. The trainer starts in a moment.")}
      </p>
    </main>
  );
}

/** What the trainer asks of all. */
function Notices() {
  const { shared, t } = useScreen();
  return (
    <div class="table-notices" aria-live="polite">
      {shared?.attention && (
        <p class="table-attention">
          <Icon name="look" /> {t("Look to the front for a moment")}
        </p>
      )}
      {shared?.message && (
        <p class="table-message">
          <Icon name="message" /> {shared.message}
        </p>
      )}
    </div>
  );
}

/** The step is there, but not open yet. */
function Soon() {
  const { shared, t } = useScreen();
  const step = shared?.step;
  if (!step || !step.input || step.status !== "waiting") return null;
  return (
    <p class="table-soon">
      <Icon name="clock" /> {t("The trainer opens this step in a moment.")}
    </p>
  );
}

function Team() {
  const { shared, t } = useScreen();
  const [choosing, choose] = useState(false);
  if (!shared) return <p class="table-loading">{t("Loading…")}</p>;
  const known = shared.teams.some((team) => team.name === shared.team);
  if (!known || choosing) return <Sit done={() => choose(false)} />;
  const step = shared.step;
  if (shared.state !== "running" || !step) {
    return (
      <>
        <Moment />
        <Notices />
      </>
    );
  }
  return (
    <div class="table-screen" data-phase={step.phase}>
      <header class="table-top">
        <button
          type="button"
          class="table-name"
          title={t("Choose another table")}
          aria-label={`${shared.team}. ${t("Choose another table")}`}
          onClick={() => choose(true)}
        >
          {shared.team}
        </button>
        <div class="table-what">
          <p class="row">
            <PhaseTag phase={step.phase} />
            <StatusLine brief />
          </p>
          <h1>{step.title}</h1>
        </div>
        <Timer timer={step.timer} big />
        <Ready />
      </header>
      <PhaseLine steps={counted(shared.steps)} />
      <Notices />
      <main class="table-work">
        <div class="table-lead">
          <p class="table-instruction">{step.instruction}</p>
          <Soon />
        </div>
        <div class="table-face">
          <Face face="Table" key={step.id} />
        </div>
      </main>
      <footer class="table-foot">
        <Here />
        <LangSwitch />
      </footer>
    </div>
  );
}

export default screen("team", () => (
  <div class="table-root">
    <Team />
  </div>
));
