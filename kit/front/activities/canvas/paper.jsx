import { useState } from "preact/hooks";
import { Button, Field } from "../../ui/index.js";
import { fieldOf, ruleOf } from "./fields.js";
import { EvidenceChoice } from "./marks.jsx";

/** @typedef {import("../../generated/messages.js").CanvasShared} View */

/**
 * A card from paper.
 *
 * @param {import("../props.js").Props<View> & {
 *   paper: { id: string, organisation: string | null, team: string | null },
 *   next: () => void,
 * }} props
 */
export function Paper({ shared, view, send, t, paper, next }) {
  const [zone, put] = useState(fieldOf(view.zones[0]?.id ?? "", view.rows[0]?.id ?? ""));
  const [text, type] = useState("");
  const [evidence, know] = useState(/** @type {string | null} */ (null));
  const [done, count] = useState(0);
  const ready = text.trim().length > 0 && paper.id.length > 0;
  const add = async () => {
    const said = { zone, text, evidence: evidence ?? undefined, paper };
    const outcome = await send({ kind: "add_card", step: shared.step?.id, ...said });
    if (!outcome.ok) return;
    type("");
    know(null);
    count(done + 1);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) add();
      }}
    >
      {view.zones.length + view.rows.length > 1 && (
        <label class="field">
          <span class="field-label">{t("Field")}</span>
          <select class="field-input" value={zone} onChange={(event) => put(event.currentTarget.value)}>
            {view.zones.map((one) =>
              view.rows.length > 0 ? (
                <optgroup key={one.id} label={one.label}>
                  {view.rows.map((row) => (
                    <option key={row.id} value={fieldOf(one.id, row.id)}>
                      {row.label}
                    </option>
                  ))}
                </optgroup>
              ) : (
                <option key={one.id} value={one.id}>
                  {one.label}
                </option>
              ),
            )}
          </select>
        </label>
      )}
      <Field label={t("Text on the card")} value={text} onInput={type} max={view.max_chars} lines={3} />
      {view.evidence && !ruleOf(view, zone).evidence && <EvidenceChoice value={evidence} choose={know} />}
      <p class="row">
        <Button type="submit" kind="primary" icon="add" disabled={!ready}>
          {t("Add card")}
        </Button>
        {done > 0 && (
          <Button
            kind="quiet"
            onClick={() => {
              count(0);
              next();
            }}
          >
            {t("Next sheet")}
          </Button>
        )}
      </p>
      <p role="status" class="soft small">
        {done > 0 &&
          (done === 1
            ? t("1 card added from this sheet.")
            : t("{n} cards added from this sheet.", { n: done }))}
      </p>
    </form>
  );
}
