// The trainer's console: the programme, the step now, and the room, side by side; on a phone one at a time.
import { useState } from "preact/hooks";
import { Icon, screen, useScreen } from "../ui/index.js";
import { Bar } from "./trainer/bar.jsx";
import { Finished, Start } from "./trainer/moments.jsx";
import { Now } from "./trainer/now.jsx";
import { Room } from "./trainer/room.jsx";
import { RunSheet } from "./trainer/runsheet.jsx";
import "./trainer/layout.css";
import "./trainer/now.css";
import "./trainer/room.css";

/** @typedef {"sheet" | "now" | "room"} Pane */

function Console() {
  const { shared, t } = useScreen();
  const [pane, see] = useState(/** @type {Pane} */ ("now"));
  if (!shared?.console) return <p class="console-loading">{t("Loading…")}</p>;
  const middle = { waiting: <Start />, finished: <Finished /> }[shared.state] ?? <Now />;
  const tabs = /** @type {[Pane, string, string][]} */ ([
    ["sheet", "clock", t("Programme")],
    ["now", "play", t("Step now")],
    ["room", "people", t("The room")],
  ]);
  return (
    <div class="console" data-pane={pane} data-phase={shared.step?.phase}>
      <Bar />
      <div class="console-panes">
        <nav class="console-sheet" aria-label={t("Programme")}>
          <RunSheet />
        </nav>
        <main class="console-now">{middle}</main>
        <aside class="console-room" aria-label={t("The room")}>
          <Room />
        </aside>
      </div>
      <div class="console-tabs">
        {tabs.map(([name, icon, text]) => (
          <button key={name} type="button" aria-pressed={pane === name} onClick={() => see(name)}>
            <Icon name={icon} />
            {text}
          </button>
        ))}
      </div>
    </div>
  );
}

export default screen("trainer", Console);
