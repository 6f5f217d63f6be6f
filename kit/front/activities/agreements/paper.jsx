import { useState } from "preact/hooks";
import { Button, useDraft } from "../../ui/index.js";
import { Asked } from "./asked.jsx";
import { Fields, useForm } from "./form.jsx";

/** @typedef {import("../../generated/messages.js").AgreementsShared} View */

/**
 * What stands on a sheet: an answer for the organisation on it, or a new agreement.
 *
 * @param {import("../props.js").Props<View> & {
 *   paper: { id: string, organisation: string | null, team: string | null },
 *   next: () => void,
 * }} props
 */
export function Paper({ shared, view, t, paper, next }) {
  const [done, tell] = useState("");
  const step = shared.step?.id ?? "";
  const kept = useDraft(`${step}/agreement/paper`);
  const form = useForm({
    step,
    one: null,
    kept,
    paper,
    done: () => {
      tell(t("The agreement of sheet {id} is in.", { id: paper.id }));
      next();
    },
  });
  const asked = view.agreements.filter(
    (one) => one.status === "proposed" && one.owner != null && one.owner === paper.organisation,
  );
  return (
    <div class="stack">
      {view.need_confirmation && (
        <section class="stack">
          <h3>{t("A yes on paper")}</h3>
          <p class="soft small">
            {paper.organisation
              ? t("Only what this person wrote on the sheet. It is marked as paper.")
              : t("Choose the organisation on the sheet first.")}
          </p>
          {paper.organisation && asked.length === 0 && (
            <p class="soft small">{t("Nothing waits for this organisation.")}</p>
          )}
          {paper.id &&
            asked.map((one) => <Asked key={one.id} {...{ one, step, paper }} parties={view.parties} />)}
        </section>
      )}
      <form class="stack" onSubmit={form.submit} noValidate>
        <h3>{t("An agreement on paper")}</h3>
        <Fields view={view} form={form} fresh />
        <p>
          <Button kind="primary" type="submit" icon="paper" disabled={!paper.id}>
            {t("Propose agreement")}
          </Button>
        </p>
        <p role="status" class="soft small">
          {done}
        </p>
      </form>
    </div>
  );
}
