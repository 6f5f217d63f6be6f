import { Markdown } from "../../activities/parts/markdown.jsx";
import { Button, comesLater, Icon, useScreen } from "../../ui/index.js";
import { plainAddress, Qr } from "../wall/join.jsx";

const SIGNS = /** @type {Record<string, string>} */ ({ ok: "check", warn: "alert", fail: "close" });

/** What was checked before the start: each with a sign, a word and a sentence. */
export function Checks() {
  const { shared, t } = useScreen();
  const words = /** @type {Record<string, string>} */ ({
    ok: t("In order"),
    warn: t("Look at this"),
    fail: t("Not in order"),
  });
  return (
    <ul class="list checks">
      {(shared?.console?.checks ?? []).map((check) => (
        <li key={check.id} class={`check-${check.state}`}>
          <Icon name={SIGNS[check.state] ?? "dot"} />
          <span>
            <strong>{words[check.state] ?? check.state}</strong> {check.text}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Before the first step: is all in order, how people get in, who is in, and the button that starts it. */
export function Start() {
  const { shared, send, t } = useScreen();
  if (!shared) return null;
  const first = shared.steps[0];
  const failed = shared.console?.checks.some((check) => check.state === "fail");
  const joined = shared.counts.joined;
  return (
    <section class="start">
      <h1>{t("Before you start")}</h1>
      <div class="start-parts">
        <div class="stack">
          <h2>{t("Checklist")}</h2>
          <Checks />
        </div>
        {shared.join && (
          <div class="stack start-join">
            <h2>{t("How people join")}</h2>
            <Qr join={shared.join} />
            <p>
              {plainAddress(shared.join.url)} <br />
              {t("Code")} <b class="wall-code">{shared.join.code}</b>
            </p>
          </div>
        )}
      </div>
      {shared.console?.case_text && (
        <details class="now-say">
          <summary>{t("About this case")}</summary>
          <Markdown text={shared.console.case_text} />
        </details>
      )}
      <div class="controls">
        <p>
          <strong>
            {joined === 0
              ? t("Nobody is in yet")
              : joined === 1
                ? t("1 person is in")
                : t("{n} people are in", { n: joined })}
          </strong>
          {failed && <span class="start-failed">{t("Something on the checklist is not in order.")}</span>}
        </p>
        <span class="console-space" />
        {first && (
          <Button kind="primary" icon="play" onClick={() => send({ kind: "go_to", step: first.id })}>
            {t("Start with {step}", { step: first.title })}
          </Button>
        )}
      </div>
    </section>
  );
}

/** After the last step. */
export function Finished() {
  const { shared, send, t } = useScreen();
  const room = /** @type {any} */ (shared?.room);
  const results = /** @type {import("../../generated/messages.js").ResultsView | null} */ (
    room?.results ?? null
  );
  const later = shared && comesLater(shared.steps);
  const goThere = async () => {
    const outcome = await send({ kind: "finish", finished: false });
    if (outcome.ok) await send({ kind: "go_to", step: later?.id });
  };
  return (
    <section class="start">
      <h1>{later ? t("Finished for today") : t("The workshop is finished")}</h1>
      <p>{t("Every screen says thank you. The results are on the results screen; nothing is lost.")}</p>
      {later && (
        <div class="stack start-later">
          <p>
            <Icon name="clock" />{" "}
            {t("In 6 to 8 weeks you open this same file again, for “{step}”. A copy won't do.", {
              step: later.title,
            })}
          </p>
          <Button icon="play" onClick={goThere}>
            {t("Weeks later: {step}", { step: later.title })}
          </Button>
        </div>
      )}
      {results?.winner && (
        <div class="start-winner">
          <p class="rank-star">
            <Icon name="star" /> {t("Our idea")}
          </p>
          <p>{results.winner}</p>
        </div>
      )}
      {shared?.console && (
        <p class="soft">
          {t("Everything is in one file: {file}", { file: shared.console.health.file })}
          <br />
          {t("Tables for a spreadsheet:")}{" "}
          <code>{`leefkit export "${shared.console.health.file}" --to results --format xlsx`}</code>
        </p>
      )}
      <div class="controls">
        <Button icon="back" onClick={() => send({ kind: "finish", finished: false })}>
          {t("Go on after all")}
        </Button>
        <span class="console-space" />
        {shared?.counts.connected != null && (
          <a class="button button-primary" href="/page/results" target="_blank" rel="noopener">
            <span class="button-text">{t("Open the results")}</span>
          </a>
        )}
      </div>
    </section>
  );
}
