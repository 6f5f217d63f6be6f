import activities from "virtual:activities";
import { useMemo, useState } from "preact/hooks";
import { Button, Field, Icon, Screen, useScreen } from "../../ui/index.js";
import { Stage } from "../wall/stage.jsx";
import { Paper } from "./paper.jsx";
import { System } from "./system.jsx";
import { Tables } from "./tables.jsx";

/** What the room sees now, small. Only to look at. */
function Preview() {
  const screen = useScreen();
  const room = /** @type {any} */ (screen.shared?.room);
  const value = useMemo(
    () => ({ ...screen, shared: room, mine: null, send: async () => ({ ok: true }) }),
    [screen, room],
  );
  if (!room) return null;
  return (
    <figure class="preview">
      <figcaption class="now-label">{screen.t("What the room sees")}</figcaption>
      <div class="wall preview-wall" inert>
        <Screen.Provider value={/** @type {any} */ (value)}>
          <div class="wall-stage">
            <Stage />
          </div>
        </Screen.Provider>
      </div>
    </figure>
  );
}

/** Three different numbers. Where the step counts who is through, as a vote does, nobody says so besides. */
function Counts() {
  const { shared, t } = useScreen();
  if (!shared) return null;
  const { joined, connected, ready, ready_of: of } = shared.counts;
  const counted = activities[shared.step?.activity ?? ""]?.tallies && shared.step?.status === "open";
  return (
    <dl class="counts">
      <div>
        <dt>{t("joined")}</dt>
        <dd>{joined}</dd>
      </div>
      <div>
        <dt>{t("connected")}</dt>
        <dd>{connected ?? "–"}</dd>
      </div>
      {!counted && (
        <div class={of > 0 && ready >= of ? "counts-all" : ""}>
          <dt>{shared.step?.per === "team" ? t("tables ready") : t("ready")}</dt>
          <dd>
            {ready}
            {of > 0 && <small> / {of}</small>}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Eyes to the front, and one sentence for every screen. */
function Speak() {
  const { shared, send, t } = useScreen();
  const [text, type] = useState("");
  const say = async () => {
    const outcome = await send({ kind: "message", text });
    if (outcome.ok) type("");
  };
  return (
    <div class="speak">
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={shared?.attention ? "true" : "false"}
        onClick={() => send({ kind: "attention", on: !shared?.attention })}
      >
        <span class="switch-track" aria-hidden="true" />
        <span>
          <strong>{t("Look to the front")}</strong>
          <small>
            {shared?.attention ? t("Phones are on hold now.") : t("All phones ask for attention.")}
          </small>
        </span>
      </button>
      {shared?.message && (
        <p class="speak-now">
          <Icon name="message" />
          <span>{shared.message}</span>
          <Button
            small
            kind="quiet"
            icon="close"
            label={t("Take the message away")}
            onClick={() => send({ kind: "message" })}
          />
        </p>
      )}
      <form
        class="speak-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) say();
        }}
      >
        <Field label={t("Message to everyone")} value={text} onInput={type} max={280} />
        <Button type="submit" disabled={!text.trim()}>
          {t("Send message")}
        </Button>
      </form>
    </div>
  );
}

/** The room: what it sees, who is in it, and how to speak to it. */
export function Room() {
  const { shared, t } = useScreen();
  const [tab, see] = useState("tables");
  const tabs = /** @type {[string, string][]} */ ([
    ["tables", t("Tables")],
    ["paper", t("Paper")],
    ["system", t("System")],
  ]);
  return (
    <>
      <h2 class="hush">{t("The room")}</h2>
      <Preview />
      <Counts />
      <Speak />
      <div class="room-tabs">
        {tabs.map(([name, text]) => (
          <button key={name} type="button" aria-pressed={tab === name} onClick={() => see(name)}>
            {text}
          </button>
        ))}
      </div>
      {tab === "tables" && <Tables />}
      {tab === "paper" && <Paper key={shared?.step?.id} />}
      {tab === "system" && <System />}
    </>
  );
}
