import { useState } from "preact/hooks";
import { Button, Field } from "../../ui/index.js";
import { zoneWord } from "./words.js";

/** @typedef {import("../../generated/messages.js").CafeShared} View */

/**
 * A note from a paper tablecloth: the table chosen above is the one it lay on.
 *
 * @param {import("../props.js").Props<View> & {
 *   paper: { id: string, organisation: string | null, team: string | null },
 *   next: () => void,
 * }} props
 */
export function Paper({ shared, view, send, t, paper, next }) {
  const [zone, put] = useState("insight");
  const [text, type] = useState("");
  const [done, count] = useState(0);
  if (view.zones.length === 0) return <p class="soft">{t("The first round has not begun yet.")}</p>;
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
      <label class="field">
        <span class="field-label">{t("Kind of note")}</span>
        <select class="field-input" value={zone} onChange={(event) => put(event.currentTarget.value)}>
          {view.zones.map((one) => (
            <option key={one} value={one}>
              {zoneWord(one, t)}
            </option>
          ))}
        </select>
      </label>
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
