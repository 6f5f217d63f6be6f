import { useState } from "preact/hooks";
import { Button, Field, Icon, useDraft, useScreen } from "../../ui/index.js";
import { fieldOf, joinNumber, ruleOf, splitNumber } from "./fields.js";
import { Choice, EvidenceChoice, Hints, ScaleChoice } from "./marks.jsx";
import { Photo, TakePhoto } from "./photo.jsx";
import { Variants } from "./prompts.jsx";

/** @typedef {import("../../generated/messages.js").CanvasShared} View */
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
 *   ready: boolean,
 *   save: () => void,
 *   done: () => void,
 *   above?: import("preact").ComponentChildren,
 *   children?: import("preact").ComponentChildren,
 * }} props `children` are its buttons; `ready`: there is something to send
 */
function Form({ label, text, type, max, error, ready, save, done, above, children }) {
  const fits = ready && text.length <= max;
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
      {above}
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
 * What a card says besides its text: a number, and how one knows.
 *
 * @param {{ view: View, place: string, said: ReturnType<typeof useSaid> }} props
 */
function Besides({ view, place, said }) {
  const rule = ruleOf(view, place);
  return (
    <>
      {rule.scale.length > 0 && <ScaleChoice scale={rule.scale} value={said.value} choose={said.number} />}
      {view.evidence && !rule.evidence && <EvidenceChoice value={said.evidence} choose={said.know} />}
    </>
  );
}

/**
 * @param {number | null} first
 * @param {string | null} kind
 */
function useSaid(first, kind) {
  const [value, number] = useState(first);
  const [evidence, know] = useState(kind);
  const [photo, take] = useState(/** @type {import("./photo.jsx").Taken} */ (null));
  return { value, number, evidence, know, photo, take };
}

/**
 * Write a card in a zone. What is typed stays when it can't be sent.
 *
 * @param {{
 *   step: string,
 *   view: View,
 *   zone: string,
 *   row?: string,
 *   label: string,
 *   parent: import("./composer.jsx").Parent | null,
 *   built: () => void,
 *   done: () => void,
 *   send: Send,
 * }} props `row` is given where it was chosen already
 */
export function Writer({ step, view, zone, row, label, parent, built, done, send }) {
  const { t } = useScreen();
  const [own, choose] = useState(view.rows[0]?.id ?? "");
  const place = fieldOf(zone, row ?? own);
  const { scale } = ruleOf(view, place);
  const [text, type] = useDraft(`${step}/${place}/table`);
  const [error, fail] = useState("");
  const said = useSaid(null, null);
  const whole = joinNumber(said.value, text, scale);
  const save = async () => {
    const sent = text;
    type("");
    const evidence = (view.evidence && said.evidence) || undefined;
    const photo = said.photo?.name;
    const outcome = await send({
      kind: "add_card",
      step,
      zone: place,
      text: whole,
      parent: parent?.id,
      evidence,
      photo,
    });
    fail(outcome.ok ? "" : outcome.error.message);
    if (!outcome.ok) return type(sent);
    said.number(null);
    said.know(null);
    said.take(null);
    return built();
  };
  const rows = view.rows.map((one) => ({ value: one.id, text: one.label }));
  const above = (
    <>
      {row == null && rows.length > 0 && (
        <Choice
          label={t("What do you write about?")}
          choices={rows}
          value={own}
          choose={(id) => id && choose(id)}
        />
      )}
      {parent && (
        <p class="canvas-note-from">
          <Icon name="branch" /> {t("You build on: {text}", { text: parent.text })}
        </p>
      )}
      <Besides view={view} place={place} said={said} />
      <Variants view={view} begin={(start) => !text.trim() && type(start)} />
    </>
  );
  return (
    <Form {...{ label, text, type, error, save, done, above }} ready={whole.length > 0} max={view.max_chars}>
      <Button type="submit" kind="primary" small icon="add" disabled={!whole}>
        {t("Add card")}
      </Button>
      {view.photo && <TakePhoto taken={said.photo} take={said.take} />}
      <Button kind="quiet" small onClick={done}>
        {t("Done")}
      </Button>
    </Form>
  );
}

/**
 * Change a card, take it back, or take it apart.
 *
 * @param {{
 *   card: import("../../generated/messages.js").CanvasCard,
 *   step: string,
 *   view: View,
 *   done: () => void,
 *   send: Send,
 * }} props
 */
export function Editor({ card, step, view, done, send }) {
  const { t } = useScreen();
  const { scale } = ruleOf(view, card.zone);
  const first = splitNumber(card.text, scale);
  const [text, type] = useState(first.rest);
  const [error, fail] = useState("");
  const said = useSaid(first.value, card.evidence);
  const merged = card.merged.length > 0;
  const max = view.max_chars * (merged ? 4 : 1);
  const whole = joinNumber(said.value, text, scale);
  const act = async (/** @type {Record<string, any>} */ command) => {
    const outcome = await send(command);
    if (outcome.ok) done();
    else fail(outcome.error.message);
  };
  const save = () =>
    act({ kind: "edit_card", card: card.id, text: whole, evidence: said.evidence ?? undefined });
  const above = (
    <>
      <Hints hints={card.hints} />
      <Photo name={card.photo} text={card.text} />
      {merged && (
        <ul class="canvas-under" aria-label={t("Made of {n} cards", { n: card.merged.length })}>
          {card.merged.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <Besides view={view} place={card.zone} said={said} />
    </>
  );
  return (
    <Form
      label={t("Change card")}
      {...{ text, type, max, error, save, done, above }}
      ready={whole.length > 0}
    >
      <Button type="submit" kind="primary" small icon="check" disabled={!whole}>
        {t("Save card")}
      </Button>
      {merged ? (
        <Button kind="secondary" small icon="split" onClick={() => act({ kind: "unmerge", card: card.id })}>
          {t("Take apart")}
        </Button>
      ) : (
        <Button
          kind="danger"
          small
          icon="trash"
          label={t("Take card back")}
          onClick={() => act({ kind: "withdraw_card", card: card.id })}
        />
      )}
      {card.turned && (
        <Button
          kind="secondary"
          small
          icon="turn"
          onClick={() => act({ kind: "add_card", step, zone: card.zone, text: card.turned, parent: card.id })}
        >
          {t("Ask what you do want")}
        </Button>
      )}
      <Button kind="quiet" small onClick={done}>
        {t("Cancel")}
      </Button>
    </Form>
  );
}
