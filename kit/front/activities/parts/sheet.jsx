import { useState } from "preact/hooks";
import { Button, Field, useScreen } from "../../ui/index.js";

/**
 * The cards of a sheet of paper, one by one.
 *
 * @param {{
 *   paper: { id: string, organisation: string | null, team: string | null },
 *   next: () => void,
 *   max: number,
 *   said: Record<string, any>,
 *   added?: () => void,
 *   before?: import("preact").ComponentChildren,
 *   after?: import("preact").ComponentChildren,
 * }} props `said`: what a card says beside its text; `before` and `after` stand around the text
 */
export function PaperCards({ paper, next, max, said, added, before, after }) {
  const { shared, send, t } = useScreen();
  const [text, type] = useState("");
  const [done, count] = useState(0);
  const ready = text.trim().length > 0 && paper.id.length > 0;
  const add = async () => {
    const outcome = await send({ kind: "add_card", step: shared?.step?.id, text, ...said, paper });
    if (!outcome.ok) return;
    type("");
    added?.();
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
      {before}
      <Field label={t("Text on the card")} value={text} onInput={type} max={max} lines={3} />
      {after}
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
