import { useEffect, useState } from "preact/hooks";
import { Button, Dock, Field, Icon, useScreen } from "../../ui/index.js";

/** @typedef {import("./own.js").OwnCard} OwnCard */

/**
 * Where you write a card, or change one. The text stays until the workshop has it.
 *
 * @param {{
 *   step: import("../../generated/messages.js").StepView,
 *   zone: import("../../generated/messages.js").ZoneView,
 *   named: boolean,
 *   draft: [string, (text: string) => void],
 *   max: number,
 *   left: number | null,
 *   limit: number,
 *   written: number,
 *   edited: OwnCard | null,
 *   parent: import("../../generated/messages.js").CardView | null,
 *   stop: () => void,
 *   field: import("preact").RefObject<HTMLTextAreaElement | null>,
 * }} props `named`: say which field of the canvas it goes to; `written`: how many cards are
 *   one's own already; `stop` ends changing or building on
 */
export function Composer({
  step,
  zone,
  named,
  draft,
  max,
  left,
  limit,
  written,
  edited,
  parent,
  stop,
  field,
}) {
  const { send, t } = useScreen();
  const [fresh, write] = draft;
  const [changed, change] = useState("");
  const [error, say] = useState("");
  useEffect(() => change(edited?.text ?? ""), [edited]);
  const text = edited ? changed : fresh;
  const full = left === 0 && !edited;
  const idea = step.phase === "ideate";

  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const problem = check(text.trim(), max, t);
    say(problem);
    field.current?.focus();
    if (problem) return;
    if (edited) mend(edited, text.trim());
    else add(text.trim());
    stop();
  };
  const add = (/** @type {string} */ typed) => {
    send({ kind: "add_card", step: step.id, zone: zone.id, text: typed, parent: parent?.id });
    write("");
  };
  const mend = (/** @type {OwnCard} */ card, /** @type {string} */ typed) => {
    // A card that the workshop refused is not there yet: it is sent anew, in place of the refused one.
    if (card.error) send({ kind: "drop", id: card.entry });
    if (card.id === card.entry) {
      send({
        kind: "add_card",
        step: step.id,
        zone: card.zone,
        text: typed,
        parent: card.parent ?? undefined,
      });
    } else if (typed !== card.text || card.error) {
      send({ kind: "edit_card", card: card.id, text: typed });
    }
  };
  if (full) {
    return (
      <Dock>
        <p class="composer-full">
          {t("You have used all your cards. You can still change them or take one back.")}
        </p>
      </Dock>
    );
  }
  return (
    <Dock
      onSubmit={submit}
      ready={!edited}
      main={
        <Button kind="primary" type="submit" icon={edited ? "check" : "add"}>
          {edited ? t("Save card") : idea ? t("Add idea") : t("Add card")}
        </Button>
      }
    >
      <About edited={edited} parent={parent} stop={stop} />
      <Field
        label={named ? zone.label : idea ? t("Your idea") : t("Your card")}
        value={text}
        onInput={(next) => {
          say("");
          if (edited) change(next);
          else write(next);
        }}
        max={max}
        grows
        error={error}
        aside={edited ? "" : room(left, limit, written, t)}
        field={field}
        placeholder={t("Write here…")}
      />
      <p class="composer-care">{t("No names, addresses or other details of real people.")}</p>
    </Dock>
  );
}

/**
 * What is being changed or built on, with the way out.
 *
 * @param {{ edited: OwnCard | null, parent: { text: string } | null, stop: () => void }} props
 */
function About({ edited, parent, stop }) {
  const { t } = useScreen();
  if (!edited && !parent) return null;
  return (
    <p class="composer-about">
      <Icon name={edited ? "edit" : "branch"} />
      <span>
        {edited ? t("You change your card") : t("You build on: {text}", { text: parent?.text ?? "" })}
      </span>
      <Button kind="quiet" small icon="close" label={t("Stop")} onClick={stop} />
    </p>
  );
}

/**
 * How many cards there are, or may still come: it changes with each card, so that one is heard to be in.
 *
 * @param {number | null} left
 * @param {number} limit
 * @param {number} written
 * @param {import("../../ui/text.js").Translate} t
 */
function room(left, limit, written, t) {
  if (left != null) return t("{n} of {limit} cards left", { n: left, limit });
  if (written === 0) return "";
  return written === 1 ? t("1 card by you") : t("{n} cards by you", { n: written });
}

/**
 * What is wrong with a text, or nothing.
 *
 * @param {string} text
 * @param {number} max
 * @param {import("../../ui/text.js").Translate} t
 */
function check(text, max, t) {
  if (!text) return t("Write something first.");
  if (text.length > max)
    return t("This is {n} characters too long. Make it shorter.", { n: text.length - max });
  return "";
}
