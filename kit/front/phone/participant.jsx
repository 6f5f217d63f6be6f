import { useRef } from "preact/hooks";
import { screen, useScreen } from "../ui/index.js";
import { Attention, Message, TopBar } from "./bars.jsx";
import { Code } from "./code.jsx";
import { Finished } from "./finished.jsx";
import { useKeyboard } from "./keyboard.js";
import { Profile } from "./profile.jsx";
import { Step } from "./step.jsx";
import { Waiting } from "./waiting.jsx";
import "./phone.css";
import "./join.css";

/** What there is to do for this person now: one thing at a time. */
function Now() {
  const { shared, mine, code, denied, pending, t } = useScreen();
  // `code` is undefined where a host let us in by other means.
  if (code === null || denied) return <Code />;
  if (!shared || !mine) return <p class="phone-wait">{t("One moment, we are looking up the workshop…")}</p>;
  const asked = pending.some(({ command }) => command.kind === "set_profile");
  if (!mine.me?.organisation && !asked) return <Profile />;
  if (shared.state === "finished") return <Finished shared={shared} mine={mine} />;
  if (!shared.step) return <Waiting shared={shared} mine={mine} />;
  return <Step shared={shared} mine={mine} step={shared.step} />;
}

function Participant() {
  const { shared, status, code } = useScreen();
  const look = Boolean(shared?.attention);
  const page = useRef(/** @type {HTMLDivElement | null} */ (null));
  useKeyboard(page);
  return (
    <>
      <div class="phone" data-status={code === null ? undefined : status} inert={look} ref={page}>
        <TopBar />
        <main class="phone-main">
          <Message />
          <Now />
        </main>
      </div>
      {look && <Attention />}
    </>
  );
}

export const participant = screen("participant", Participant);

/** One step standing alone in a cell of a notebook, whatever the room does. */
function Alone() {
  const { shared, mine, t } = useScreen();
  return (
    <div class="phone">
      <TopBar />
      {shared?.step && mine ? (
        <Step shared={shared} mine={mine} step={shared.step} />
      ) : (
        <p class="phone-wait">{t("One moment, we are looking up the workshop…")}</p>
      )}
    </div>
  );
}

export const step = screen("step", Alone);
