import { useState } from "preact/hooks";
import { Button, Card, Field, Icon, useDraft, useScreen, useToast } from "../../ui/index.js";
import { codeOf } from "./answers.js";
import { GivenCode, Letters } from "./code.jsx";

/**
 * The code by which somebody comes back: the one that is shown, or that of the slip they drew.
 *
 * The workshop keeps no codes, so that only this page knows which one was typed.
 *
 * @param {{ step: string, code: string | null, slip: boolean }} props
 */
export function OwnCode({ step, code, slip }) {
  const { t } = useScreen();
  const [kept, keep] = useDraft(`${step}/slip`);
  const [again, type] = useState(false);
  if (slip && !again) return <Slip code={kept} other={() => type(true)} />;
  return (
    <>
      {!again && <GivenCode code={code} />}
      <Card title={again ? t("Another code") : t("Have you drawn a slip?")} class="survey-slip">
        <TypeSlip step={step} kept={kept} keep={keep} done={() => type(false)} />
        {again && <Button onClick={() => type(false)}>{t("Keep my slip as it is")}</Button>}
      </Card>
    </>
  );
}

/** The same when the questions are closed. @param {{ step: string, code: string, slip: boolean }} props */
export function LastLook({ step, code, slip }) {
  const [kept] = useDraft(`${step}/slip`);
  return slip ? <Slip code={kept} /> : <GivenCode code={code} over />;
}

/**
 * What is on somebody's slip, as far as this page knows it.
 *
 * @param {{ code: string, other?: () => void }} props
 */
function Slip({ code, other }) {
  const { t } = useScreen();
  return (
    <Card title={t("Keep your slip")} class="survey-code">
      {code && <Letters code={code} />}
      <p>
        <Icon name="check" /> <strong>{t("Your slip belongs to your answers.")}</strong>{" "}
        {t("You need not write anything down.")}
      </p>
      {code && <p>{t("Is this what your slip says?")}</p>}
      <p class="soft small">
        {t("In 6 to 8 weeks you type this code again.")} {t("Nobody knows which code is yours.")}
      </p>
      {other && (
        <Button icon="edit" onClick={other}>
          {t("Type another code")}
        </Button>
      )}
    </Card>
  );
}

/** @param {{ step: string, kept: string, keep: (code: string) => void, done: () => void }} props */
function TypeSlip({ step, kept, keep, done }) {
  const { pending, send, t } = useScreen();
  const toast = useToast();
  const [code, type] = useState("");
  const [wrong, say] = useState(false);
  const busy = pending.some((one) => !one.error && one.command.kind === "keep_code");
  const put = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy || !code.trim()) return;
    // Before it is sent: a phone that was reloaded meanwhile still knows what was typed.
    keep(codeOf(code));
    const outcome = await send({ kind: "keep_code", step, slip: code });
    if (outcome.ok) {
      toast({ text: t("Your slip belongs to your answers."), kind: "good" });
      return done();
    }
    keep(kept);
    say(true);
  };
  return (
    <form class="stack" onSubmit={put}>
      <p>
        {t("Type the code of your slip.")} {t("Then you need not write anything down.")}
      </p>
      <Field
        label={t("Code of your slip")}
        value={code}
        error={wrong ? t("Look at your code once more.") : undefined}
        onInput={(text) => {
          type(text);
          say(false);
        }}
        class="survey-typed"
        autocapitalize="characters"
        autocomplete="off"
        spellcheck={false}
        maxLength={20}
      />
      <Button type="submit" busy={busy} disabled={!code.trim()}>
        {t("Use slip")}
      </Button>
    </form>
  );
}
