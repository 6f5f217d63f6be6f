import { Button, useScreen } from "../../ui/index.js";
import { Facts, Standing, Sure } from "./parts.jsx";

/**
 * @typedef {import("../../generated/messages.js").AgreementView} Agreement
 * @typedef {import("../../generated/messages.js").Party} Party
 */

/**
 * One agreement in a list, with what this viewer may do with it.
 *
 * @param {{
 *   one: Agreement,
 *   parties: Party[],
 *   step: string,
 *   open: boolean,
 *   own?: string | null,
 *   editable?: boolean,
 *   rate?: number | null,
 *   change?: (id: string) => void,
 * }} props `own` is the viewer's organisation; `rate` what they said of how sure they are
 */
export function Item({ one, parties, step, open, own = null, editable = false, rate = null, change }) {
  const { pending, send, t } = useScreen();
  const mine = own != null && (one.owner === own || one.partners.includes(own));
  const owns = own != null && one.owner === own;
  const busy = pending.some(({ command }) => command.agreement === one.id);
  const may = open && !busy;
  const say = (/** @type {Record<string, any>} */ said) => send({ ...said, step, agreement: one.id });
  return (
    <article class="deal">
      <Standing one={one} parties={parties} />
      <h3>{one.what}</h3>
      <Facts one={one} parties={parties} all={mine} />
      <Sure one={one} parties={parties} />
      {open && mine && ["proposed", "confirmed"].includes(one.status) && (
        <Rate one={one} rate={rate} say={say} />
      )}
      {open && (editable || owns) && (
        <div class="note-actions">
          {editable && (
            <Button kind="quiet" small icon="edit" onClick={() => change?.(one.id)}>
              {t("Change")}
            </Button>
          )}
          {editable && one.status !== "confirmed" && !owns && (
            <Button
              kind="quiet"
              small
              icon="trash"
              disabled={!may}
              onClick={() => say({ kind: "withdraw_agreement" })}
            >
              {t("Take back")}
            </Button>
          )}
          {owns && one.status === "confirmed" && (
            <Button
              kind="quiet"
              small
              icon="undo"
              disabled={!may}
              onClick={() => say({ kind: "decline_agreement" })}
            >
              {t("Take back our yes")}
            </Button>
          )}
          {owns && one.status === "declined" && (
            <Button
              kind="quiet"
              small
              icon="check"
              disabled={!may}
              onClick={() => say({ kind: "confirm_agreement" })}
            >
              {t("Yes after all")}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

/**
 * How sure are you that it happens?
 *
 * @param {{ one: Agreement, rate: number | null, say: (said: Record<string, any>) => void }} props
 */
function Rate({ one, rate, say }) {
  const { pending, t } = useScreen();
  const asked = pending
    .filter(({ command }) => command.kind === "rate_agreement" && command.agreement === one.id)
    .pop();
  const now = asked ? (asked.command.confidence ?? null) : rate;
  return (
    <fieldset class="deal-rate">
      <legend>{t("How sure are you that this happens?")}</legend>
      <div class="deal-rate-row">
        {[1, 2, 3, 4, 5].map((n) => (
          <button
            key={n}
            type="button"
            aria-pressed={now === n ? "true" : "false"}
            onClick={() => say({ kind: "rate_agreement", confidence: now === n ? null : n })}
          >
            {n}
          </button>
        ))}
      </div>
      <p class="deal-rate-ends" aria-hidden="true">
        <span>{t("not sure")}</span>
        <span>{t("very sure")}</span>
      </p>
    </fieldset>
  );
}
