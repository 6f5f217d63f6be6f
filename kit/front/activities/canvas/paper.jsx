import { useState } from "preact/hooks";
import { Button, Field } from "../../ui/index.js";

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
  const [zone, put] = useState(view.zones[0]?.id ?? "");
  const [text, type] = useState("");
  const [done, count] = useState(0);
  const ready = text.trim().length > 0 && paper.id.length > 0;
  const add = async () => {
    const outcome = await send({ kind: "add_card", step: shared.step?.id, zone, text, paper });
    if (!outcome.ok) return;
    type("");
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
      {view.zones.length > 1 && (
        <label class="field">
          <span class="field-label">{t("Field")}</span>
          <select class="field-input" value={zone} onChange={(event) => put(event.currentTarget.value)}>
            {view.zones.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
      )}
      <Field label={t("Text on the card")} value={text} onInput={type} max={view.max_chars} lines={3} />
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
