import { useState } from "preact/hooks";
import { Button, Dock, Field, Icon, useScreen } from "../../ui/index.js";
import { joinNumber, placeName, placeOf, ruleOf } from "./fields.js";
import { EvidenceChoice, ScaleChoice } from "./marks.jsx";
import { TakePhoto } from "./photo.jsx";
import { useDelivery, useWriting } from "./writing.js";

/** @typedef {import("./own.js").OwnCard} OwnCard */
/** @typedef {{ id: string, text: string }} Parent a card, or what an earlier step offers, to build on */

/**
 * Where you write a card, or change one. The text stays until the workshop has it.
 *
 * @param {{
 *   step: import("../../generated/messages.js").StepView,
 *   view: import("../../generated/messages.js").CanvasShared,
 *   place: string,
 *   draft: [string, (text: string) => void],
 *   left: number | null,
 *   written: number,
 *   edited: OwnCard | null,
 *   parent: Parent | null,
 *   stop: () => void,
 *   field: import("preact").RefObject<HTMLTextAreaElement | null>,
 * }} props `place`: where on the canvas it goes to; `written`: how many cards are one's own already; `stop` ends
 *   changing or building on
 */
export function Composer({ step, view, place, draft, left, written, edited, parent, stop, field }) {
  const { t } = useScreen();
  const rule = ruleOf(view, edited?.zone ?? place);
  const now = useWriting(edited, draft, rule.scale);
  const [error, say] = useState("");
  const deliver = useDelivery();
  const asks = view.evidence && !rule.evidence;
  const idea = step.phase === "ideate";

  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const text = joinNumber(now.value, now.text, rule.scale);
    const problem = check(text, view.max_chars, t);
    say(problem);
    field.current?.focus();
    if (problem) return;
    const evidence = (asks && now.evidence) || undefined;
    const photo = now.photo?.name;
    deliver(edited, { step: step.id, zone: place, text, parent: parent?.id, evidence, photo });
    if (!edited) now.clear();
    stop();
  };
  if (left === 0 && !edited) return <Full round={view.round > 0} />;
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
      <About edited={edited} parent={parent} whole={Boolean(view.take_over)} stop={stop} />
      {rule.scale.length > 0 && <ScaleChoice scale={rule.scale} value={now.value} choose={now.number} />}
      <div class="composer-row">
        <Field
          label={<Name view={view} place={edited?.zone ?? place} idea={idea} />}
          value={now.text}
          onInput={(next) => {
            say("");
            now.type(next);
          }}
          max={view.max_chars}
          grows
          error={error}
          aside={edited ? "" : room(left, view.limit, written, t)}
          field={field}
          placeholder={t("Write here…")}
        />
        {view.photo && !edited && <TakePhoto taken={now.photo} take={now.take} />}
      </div>
      {asks && <EvidenceChoice value={now.evidence} choose={now.know} />}
      <p class="composer-care">{t("No names, addresses or other details of real people.")}</p>
    </Dock>
  );
}

/** @param {{ round: boolean }} props */
function Full({ round }) {
  const { t } = useScreen();
  return (
    <Dock>
      <p class="composer-full">
        {round
          ? t("You have used all your cards of this round.")
          : t("You have used all your cards. You can still change them or take one back.")}
      </p>
    </Dock>
  );
}

/**
 * What the text field is called: by the place on the canvas, where there are several. Which field is open is plain to
 * see, so that only its row is named in full.
 *
 * @param {{ view: import("../../generated/messages.js").CanvasShared, place: string, idea: boolean }} props
 */
function Name({ view, place, idea }) {
  const { t } = useScreen();
  const row = view.rows.find((one) => one.id === placeOf(place)[1]);
  if (row) {
    return (
      <>
        <span class="hush">{placeName(view, placeOf(place)[0] ?? "")}: </span>
        {row.label}
      </>
    );
  }
  if (view.zones.length > 1) return placeName(view, place);
  return idea ? t("Your idea") : t("Your card");
}

/**
 * What is being changed or built on, with the way out.
 *
 * @param {{ edited: OwnCard | null, parent: Parent | null, whole: boolean, stop: () => void }} props `whole`: its text
 *   is taken over
 */
function About({ edited, parent, whole, stop }) {
  const { t } = useScreen();
  if (!edited && !parent) return null;
  return (
    <p class="composer-about">
      <Icon name={edited ? "edit" : "branch"} />
      <span>
        {edited
          ? t("You change your card")
          : whole
            ? t("You take over this idea. You may sharpen it.")
            : t("You build on: {text}", { text: parent?.text ?? "" })}
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
