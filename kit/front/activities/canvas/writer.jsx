import { useState } from "preact/hooks";
import { Button, Field, useDraft, useScreen } from "../../ui/index.js";

/** @typedef {(command: Record<string, any>) => Promise<import("../../host/types.js").Outcome>} Send */

/**
 * A small form in a zone: Enter sends, Escape leaves.
 *
 * @param {{
 *   label: string,
 *   text: string,
 *   type: (text: string) => void,
 *   max: number,
 *   error: string,
 *   save: () => void,
 *   done: () => void,
 *   children?: import("preact").ComponentChildren,
 * }} props `children` are its buttons
 */
function Form({ label, text, type, max, error, save, done, children }) {
  const fits = text.trim().length > 0 && text.length <= max;
  return (
    <form
      class="canvas-writer"
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") done();
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        if (!(event.target instanceof HTMLTextAreaElement)) return;
        event.preventDefault();
        if (fits) save();
      }}
    >
      <Field
        hideLabel
        label={label}
        value={text}
        onInput={type}
        max={max}
        lines={2}
        error={error}
        autoFocus
      />
      <span class="row">{children}</span>
    </form>
  );
}

/**
 * Write a card in a zone. What is typed stays when it can't be sent.
 *
 * @param {{ step: string, zone: string, label: string, max: number, done: () => void, send: Send }} props
 */
export function Writer({ step, zone, label, max, done, send }) {
  const { t } = useScreen();
  const [text, type] = useDraft(`${step}/${zone}/table`);
  const [error, fail] = useState("");
  const save = async () => {
    const sent = text;
    type("");
    const outcome = await send({ kind: "add_card", step, zone, text: sent });
    fail(outcome.ok ? "" : outcome.error.message);
    if (!outcome.ok) type(sent);
  };
  return (
    <Form {...{ label, text, type, max, error, save, done }}>
      <Button type="submit" kind="primary" small icon="add" disabled={!text.trim()}>
        {t("Add card")}
      </Button>
      <Button kind="quiet" small onClick={done}>
        {t("Done")}
      </Button>
    </Form>
  );
}

/**
 * Change a card, or take it back.
 *
 * @param {{ card: import("../../generated/messages.js").CardView, max: number, done: () => void, send: Send }} props
 */
export function Editor({ card, max, done, send }) {
  const { t } = useScreen();
  const [text, type] = useState(card.text);
  const [error, fail] = useState("");
  const act = async (/** @type {Record<string, any>} */ command) => {
    const outcome = await send(command);
    if (outcome.ok) done();
    else fail(outcome.error.message);
  };
  const save = () => act({ kind: "edit_card", card: card.id, text });
  return (
    <Form label={t("Change card")} {...{ text, type, max, error, save, done }}>
      <Button type="submit" kind="primary" small icon="check" disabled={!text.trim()}>
        {t("Save card")}
      </Button>
      <Button
        kind="danger"
        small
        icon="trash"
        label={t("Take card back")}
        onClick={() => act({ kind: "withdraw_card", card: card.id })}
      />
      <Button kind="quiet" small onClick={done}>
        {t("Cancel")}
      </Button>
    </Form>
  );
}
