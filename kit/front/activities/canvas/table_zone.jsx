import { useEffect, useRef, useState } from "preact/hooks";
import { Icon, useScreen } from "../../ui/index.js";
import { Scroll } from "../parts/scroll.jsx";
import { placeOf } from "./fields.js";
import { TableNote } from "./table_note.jsx";
import { Editor, Writer } from "./writer.jsx";

/** @typedef {import("../../generated/messages.js").CanvasShared} View */
/** @typedef {import("../../generated/messages.js").CanvasCard} CanvasCard */
/** @typedef {import("../props.js").Props<View>} Props */

/**
 * What every part of a table's canvas works with. `named`: each card says which table it is from; `pick` is there
 * while cards are chosen to be merged; `parent` is what a new card builds on, and `built` says that it was used.
 *
 * @typedef {{
 *   view: View,
 *   cards: CanvasCard[],
 *   step: string,
 *   named: boolean | undefined,
 *   mayAdd: boolean,
 *   mayEdit: (card: CanvasCard) => boolean,
 *   pick: ReturnType<typeof import("../parts/merge.jsx").usePick> | null,
 *   parent: import("./composer.jsx").Parent | null,
 *   built: () => void,
 *   send: Props["send"],
 * }} Work
 */

/**
 * One side of four quadrants.
 *
 * @param {{ axis: import("../../generated/messages.js").AxisView, side: "up" | "across" }} props
 */
export function Axis({ axis, side }) {
  return (
    <p class="canvas-axis" data-side={side}>
      <span>{axis.low}</span>
      <strong>{axis.label}</strong>
      <span>{axis.high}</span>
    </p>
  );
}

/**
 * The cards of a place, oldest first, with those that are still on their way.
 *
 * @param {Work & { shown: CanvasCard[], field: (field: string) => boolean, edits: string, edit: (card: string) => void }} props
 *   `field`: whether a card there belongs here
 */
export function Notes({ view, shown, field, edits, edit, named, mayEdit, pick, step, send }) {
  const { pending, t } = useScreen();
  const coming = pending
    .map((one) => one.command)
    .filter((command) => command.kind === "add_card" && command.step === step && field(command.zone));
  const names = new Map([...view.offers, ...view.cards].map((one) => [one.id, one.text]));
  return (
    <>
      {shown.map((card) =>
        edits === card.id && mayEdit(card) ? (
          <Editor key={card.id} card={card} step={step} view={view} done={() => edit("")} send={send} />
        ) : (
          <TableNote
            key={card.id}
            card={card}
            view={view}
            from={named ? (card.team ?? "") : ""}
            parent={card.parent ? names.get(card.parent) : undefined}
            edit={mayEdit(card) ? () => edit(card.id) : undefined}
            pick={pick}
          />
        ),
      )}
      {coming.map((command) => (
        <p key={command.text} class="canvas-note canvas-coming">
          <span class="canvas-note-text">{command.text}</span>
          <span class="canvas-note-from">{t("Being sent…")}</span>
        </p>
      ))}
    </>
  );
}

/**
 * One zone with its cards; a table that may write gets a button to add one, and can tap its cards.
 *
 * @param {Work & {
 *   zone: import("./fields.js").Zone,
 *   shown: CanvasCard[],
 *   grow: (zone: string) => void,
 * }} props `grow` asks for more room while someone writes here
 */
export function Zone({ zone, shown, grow, ...work }) {
  const { t } = useScreen();
  const { view, mayAdd, mayEdit, step, send, parent, built } = work;
  const [writes, write] = useState(false);
  const [edits, edit] = useState("");
  const busy = (writes && mayAdd) || shown.some((card) => card.id === edits && mayEdit(card));
  useEffect(() => {
    if (!busy) return undefined;
    grow(zone.id);
    return () => grow("");
  }, [busy, grow, zone.id]);
  const plus = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const stop = () => {
    write(false);
    edit("");
    plus.current?.focus();
  };
  const here = (/** @type {string} */ field) => placeOf(field)[0] === zone.id;
  return (
    <section class="canvas-zone" aria-label={zone.label}>
      <header>
        {zone.icon && (
          <span class="flow-sign" aria-hidden="true">
            {zone.icon}
          </span>
        )}
        <h2>
          {zone.label}
          {shown.length > 0 && <span class="canvas-count">{shown.length}</span>}
        </h2>
        {mayAdd && (
          <button
            type="button"
            class="canvas-add"
            ref={plus}
            aria-label={t("Add a card: {zone}", { zone: zone.label })}
            aria-expanded={writes ? "true" : "false"}
            onClick={() => write(!writes)}
          >
            <Icon name="add" />
          </button>
        )}
      </header>
      <Scroll class="canvas-cards" label={t("Cards: {zone}", { zone: zone.label })}>
        {writes && mayAdd && (
          <Writer {...{ step, view, parent, built, send }} zone={zone.id} label={zone.label} done={stop} />
        )}
        {shown.length === 0 && !writes && <p class="canvas-help">{zone.help}</p>}
        <Notes {...work} shown={shown} field={here} edits={edits} edit={(id) => (id ? edit(id) : stop())} />
      </Scroll>
    </section>
  );
}
