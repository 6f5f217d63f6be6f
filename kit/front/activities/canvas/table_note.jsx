import { Icon, useScreen } from "../../ui/index.js";
import { evidenceOf, placeOf } from "./fields.js";
import { Evidence } from "./marks.jsx";
import { Photo } from "./photo.jsx";

/** @typedef {import("../../generated/messages.js").CanvasCard} CanvasCard */

/**
 * A card on the table's canvas. Tap it to change it, or, while cards are chosen, to choose it.
 *
 * @param {{
 *   card: CanvasCard,
 *   view: import("../../generated/messages.js").CanvasShared,
 *   from?: string,
 *   parent?: string,
 *   edit?: () => void,
 *   pick: ReturnType<typeof import("../parts/merge.jsx").usePick> | null,
 * }} props `from` says whose it is, where that is not plain; without `edit` it can't be changed here
 */
export function TableNote({ card, view, from = "", parent, edit, pick }) {
  const { t } = useScreen();
  const row = view.layout === "timeline" ? "" : placeOf(card.zone)[1];
  const label = view.rows.find((one) => one.id === row)?.label;
  const inside = (
    <>
      <Photo name={card.photo} text={card.text} still />
      <span class="canvas-note-text">{card.text}</span>
      {label && <span class="canvas-note-row">{label}</span>}
      {parent && parent !== card.text && (
        <span class="canvas-note-from">
          <Icon name="branch" /> {t("Builds on: {text}", { text: parent })}
        </span>
      )}
      {from && <span class="canvas-note-from">{from}</span>}
      {card.merged.length > 0 && (
        <span class="canvas-note-from">
          <Icon name="merge" /> {t("{n} together", { n: card.merged.length })}
        </span>
      )}
      <Evidence kind={evidenceOf(view, card)} brief />
      {(card.hints?.length ?? 0) > 0 && (
        <span class="canvas-note-tip">
          <Icon name="tip" /> {t("Tip")}
        </span>
      )}
    </>
  );
  if (pick) return <Pick {...{ card, inside, pick }} />;
  if (!edit) return <div class="canvas-note">{inside}</div>;
  return (
    <button type="button" class="canvas-note" onClick={edit}>
      <span class="hush">{t("Change: {text}", { text: "" })}</span>
      {inside}
      <Icon name="edit" />
    </button>
  );
}

/**
 * @param {{
 *   card: CanvasCard,
 *   inside: import("preact").ComponentChildren,
 *   pick: ReturnType<typeof import("../parts/merge.jsx").usePick>,
 * }} props
 */
function Pick({ card, inside, pick }) {
  const { t } = useScreen();
  const chosen = pick.has(card.id);
  return (
    <button
      type="button"
      class={`canvas-note ${chosen ? "canvas-note-chosen" : ""}`}
      aria-pressed={chosen ? "true" : "false"}
      onClick={() => pick.toggle(card.id)}
    >
      <span class="pick-box" aria-hidden="true">
        {chosen && <Icon name="check" />}
      </span>
      <span class="hush">{t("Choose: {text}", { text: "" })}</span>
      {inside}
    </button>
  );
}
