import { useEffect, useState } from "preact/hooks";
import { Button, Card, Field, Icon, useDraft, useScreen, useToast } from "../../ui/index.js";
import { GivenCode, Letters } from "./code.jsx";
import { giveSlip, settle, slipOf } from "./slips.js";

/** @param {import("../../host/types.js").Pending[]} pending */
const onItsWay = (pending) => pending.some((one) => !one.error && one.command.kind === "keep_code");

/**
 * The draft of a slip's code, and how to change it. It leaves the storage once the workshop has the slip.
 *
 * @param {string} step
 * @param {boolean} slip
 * @returns {[string, (text: string) => void]}
 */
function useSlip(step, slip) {
  const { pending } = useScreen();
  const [draft, keep] = useDraft(`${step}/slip`);
  const over = slip && draft !== "" && !onItsWay(pending);
  useEffect(() => {
    if (over) settle(step, draft, keep); // it came in after this page was loaded again
  }, [over, step, draft, keep]);
  return [draft, keep];
}

/**
 * The code by which somebody comes back: the one that is shown, or that of the slip they drew.
 *
 * The workshop keeps no codes, so that only this page knows which one was typed.
 *
 * @param {{ step: string, code: string | null, slip: boolean }} props
 */
export function OwnCode({ step, code, slip }) {
  const { t } = useScreen();
  const [draft, keep] = useSlip(step, slip);
  const [again, type] = useState(false);
  if (slip && !again) return <Slip code={slipOf(step, draft)} other={() => type(true)} />;
  return (
    <>
      {!again && <GivenCode code={code} />}
      <Card title={again ? t("Another code") : t("Have you drawn a slip?")} class="survey-slip">
        <TypeSlip step={step} draft={draft} keep={keep} done={() => type(false)} />
        {again && <Button onClick={() => type(false)}>{t("Keep my slip as it is")}</Button>}
      </Card>
    </>
  );
}

/** The same when the questions are closed. @param {{ step: string, code: string, slip: boolean }} props */
export function LastLook({ step, code, slip }) {
  const [draft] = useSlip(step, slip);
  return slip ? <Slip code={slipOf(step, draft)} /> : <GivenCode code={code} over />;
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

/** @param {{ step: string, draft: string, keep: (code: string) => void, done: () => void }} props */
function TypeSlip({ step, draft, keep, done }) {
  const { pending, send, t } = useScreen();
  const toast = useToast();
  const [code, type] = useState("");
  const [refusal, say] = useState("");
  const busy = onItsWay(pending);
  const put = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy || !code.trim()) return;
    const refused = await giveSlip({ step, typed: code, draft, keep, send });
    say(refused);
    if (refused) return;
    toast({ text: t("Your slip belongs to your answers."), kind: "good" });
    done();
  };
  return (
    <form class="stack" onSubmit={put}>
      <p>
        {t("Type the code of your slip.")} {t("Then you need not write anything down.")}
      </p>
      <Field
        label={t("Code of your slip")}
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
      <Button type="submit" busy={busy} disabled={!code.trim()}>
        {t("Use slip")}
      </Button>
    </form>
  );
}
