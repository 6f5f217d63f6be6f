import { useState } from "preact/hooks";
import { Button, Field, Icon, useScreen } from "../../ui/index.js";
import { Facts } from "./parts.jsx";
import "./ask.css";

/**
 * @typedef {import("../../generated/messages.js").AgreementView} Agreement
 * @typedef {import("../../generated/messages.js").Party} Party
 */

/**
 * What waits for the yes of one organisation, with the two answers.
 *
 * @param {{
 *   one: Agreement,
 *   parties: Party[],
 *   step: string,
 *   paper?: { id: string, organisation: string | null, team: string | null },
 * }} props `paper`: the answer stands on a sheet
 */
export function Asked({ one, parties, step, paper }) {
  const { pending, send, t } = useScreen();
  const [refuses, refuse] = useState(false);
  const [reason, give] = useState("");
  const busy = pending.some(
    ({ command }) => command.agreement === one.id && /^(confirm|decline)/.test(command.kind),
  );
  const answer = (/** @type {Record<string, any>} */ said) =>
    send({ ...said, step, agreement: one.id, ...(paper ? { paper } : {}) });
  return (
    <article class="deal-ask">
      {one.again && (
        <p class="deal-again">
          <Icon name="alert" /> {t("This was changed after your yes. Is it still a yes?")}
        </p>
      )}
      <h3>{one.what}</h3>
      <Facts one={one} parties={parties} owner={false} />
      {(one.look_back || one.works || one.needs || one.why.length > 0) && (
        <details class="deal-rest">
          <summary>{t("Read more")}</summary>
          <Facts one={one} parties={parties} owner={false} rest />
        </details>
      )}
      {refuses ? (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            answer({ kind: "decline_agreement", reason: reason.trim() || undefined });
          }}
        >
          <Field
            label={t("Why not yet?")}
            help={t("If you like: what has to change first.")}
            value={reason}
            onInput={give}
            maxLength={200}
          />
          <div class="deal-answers">
            <Button kind="primary" type="submit" busy={busy}>
              {t("Send: not yet")}
            </Button>
            <Button onClick={() => refuse(false)}>{t("Back")}</Button>
          </div>
        </form>
      ) : (
        <div class="deal-answers">
          <Button
            kind="primary"
            icon="check"
            busy={busy}
            label={t("Yes, we do this: {what}", { what: one.what })}
            onClick={() => answer({ kind: "confirm_agreement" })}
          >
            {t("Yes, we do this")}
          </Button>
          <Button busy={busy} label={t("Not yet: {what}", { what: one.what })} onClick={() => refuse(true)}>
            {t("Not yet")}
          </Button>
        </div>
      )}
    </article>
  );
}
