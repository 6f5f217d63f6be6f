import { useState } from "preact/hooks";
import { Button, Card, Dock, Field, useScreen } from "../../ui/index.js";
import { inHalves } from "./answers.js";

/**
 * The code with which somebody can come back: on this phone alone, and nowhere on any other screen.
 *
 * @param {{ code: string | null, over?: boolean }} props `over`: the questions are closed
 */
export function GivenCode({ code, over = false }) {
  const { t } = useScreen();
  return (
    <Card title={t("Your own code")} class="survey-code">
      {code ? (
        <>
          <Letters code={code} />
          <p>
            <strong>{t("Write this code down, or take a photo.")}</strong>
          </p>
          <p>
            {t("In 6 to 8 weeks we ask you the same again.")}{" "}
            {t("With the code your answers then belong together.")}
          </p>
          <p class="soft small">
            {t("Only you have this code.")} {t("Later nobody can look it up for you.")}
          </p>
        </>
      ) : (
        <p>
          {over
            ? t("Your code can't be looked up any more.")
            : t("Your code comes when your answers are in.")}
        </p>
      )}
    </Card>
  );
}

/** A code, large; spelt out for who listens. @param {{ code: string }} props */
export function Letters({ code }) {
  return (
    <p class="survey-letters">
      <span aria-hidden="true">{inHalves(code)}</span>
      <span class="hush">{[...code].join(" ")}</span>
    </p>
  );
}

/**
 * Weeks later: who has a code goes on as the same unknown person, who has none as somebody new.
 *
 * @param {{ step: string, without: () => void }} props
 */
export function AskCode({ step, without }) {
  const { send, t } = useScreen();
  const [code, type] = useState("");
  const [busy, wait] = useState(false);
  const [refusal, say] = useState("");
  const use = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy || !code.trim()) return;
    wait(true);
    const outcome = await send({ kind: "use_code", step, code });
    wait(false);
    say(outcome.ok ? "" : outcome.error.message);
  };
  return (
    <>
      <div class="stack">
        <h2>{t("Do you have your code?")}</h2>
        <p>
          {t("It has 6 letters and digits.")} {t("It is on your slip, or you wrote it down.")}{" "}
          {t("With the code your answers belong to those of last time.")}
        </p>
        <p class="soft small">{t("Nobody can see who a code belongs to.")}</p>
        <Button onClick={without}>{t("Go on without a code")}</Button>
      </div>
      <Dock
        ready={false}
        onSubmit={use}
        main={
          <Button kind="primary" type="submit" busy={busy} disabled={!code.trim()} block>
            {t("Use code")}
          </Button>
        }
      >
        <Field
          label={t("Your own code")}
          value={code}
          error={refusal}
          onInput={(text) => {
            type(text);
            say("");
          }}
          class="survey-typed"
          autocapitalize="characters"
          autocomplete="off"
          spellcheck={false}
          maxLength={20}
        />
      </Dock>
    </>
  );
}
