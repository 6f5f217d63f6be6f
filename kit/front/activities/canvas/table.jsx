import { useEffect, useRef, useState } from "preact/hooks";
import { Button, Icon, useScreen } from "../../ui/index.js";
import { Scroll } from "../parts/scroll.jsx";
import { byZone, cardsWord } from "../parts/words.js";
import { Editor, Writer } from "./writer.jsx";
import "./table.css";

/** @typedef {import("../../generated/messages.js").CanvasShared} View */
/** @typedef {import("../../generated/messages.js").CanvasMine} Own */
/** @typedef {import("../../generated/messages.js").CardView} CardView */
/** @typedef {import("../../generated/messages.js").Shared} Shared */
/** @typedef {import("../props.js").Props<View, Own>} Props */

/**
 * How many columns a canvas of so many zones gets on a tablet.
 *
 * @param {number} zones
 */
export function gridFor(zones) {
  if (zones <= 3) return zones;
  return zones === 4 ? 2 : zones <= 6 ? 3 : Math.min(5, Math.ceil(Math.sqrt(zones)));
}

/**
 * @param {{ card: CardView, from?: string, edit?: () => void, t: Props["t"] }} props `from` says whose it is, where
 *   that is not plain; without `edit` it can't be changed here
 */
function TableNote({ card, from = "", edit, t }) {
  const inside = (
    <>
      <span class="canvas-note-text">{card.text}</span>
      {from && <span class="canvas-note-from">{from}</span>}
      {card.merged.length > 0 && (
        <span class="canvas-note-from">{t("{n} together", { n: card.merged.length })}</span>
      )}
      {edit && <Icon name="edit" />}
    </>
  );
  if (!edit) return <div class="canvas-note">{inside}</div>;
  return (
    <button
      type="button"
      class="canvas-note"
      aria-label={t("Change: {text}", { text: card.text })}
      onClick={edit}
    >
      {inside}
    </button>
  );
}

/**
 * One zone with its cards; a table that may write gets a button to add one, and can tap its cards.
 *
 * @param {{
 *   zone: import("../../generated/messages.js").ZoneView,
 *   cards: CardView[],
 *   named: boolean,
 *   mayAdd: boolean,
 *   mayEdit: (card: CardView) => boolean,
 *   grow: (zone: string) => void,
 *   step: string,
 *   max: number,
 *   send: Props["send"],
 * }} props `named`: each card says which table it is from; `grow` asks for more room
 *   while someone writes here
 */
function Zone({ zone, cards, named, mayAdd, mayEdit, grow, step, max, send }) {
  const { pending, t } = useScreen();
  const [writes, write] = useState(false);
  const [edits, edit] = useState("");
  const busy = (writes && mayAdd) || cards.some((card) => card.id === edits && mayEdit(card));
  useEffect(() => {
    if (!busy) return undefined;
    grow(zone.id);
    return () => grow("");
  }, [busy, grow, zone.id]);
  const plus = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const coming = pending
    .map((one) => one.command)
    .filter((command) => command.kind === "add_card" && command.step === step && command.zone === zone.id);
  const stop = () => {
    write(false);
    edit("");
    plus.current?.focus();
  };
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
          {cards.length > 0 && <span class="canvas-count">{cards.length}</span>}
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
          <Writer step={step} zone={zone.id} label={zone.label} max={max} done={stop} send={send} />
        )}
        {cards.length === 0 && coming.length === 0 && !writes && <p class="canvas-help">{zone.help}</p>}
        {cards.map((card) =>
          edits === card.id && mayEdit(card) ? (
            <Editor key={card.id} card={card} max={max} done={stop} send={send} />
          ) : (
            <TableNote
              key={card.id}
              card={card}
              from={named ? (card.team ?? "") : ""}
              t={t}
              edit={mayEdit(card) ? () => edit(card.id) : undefined}
            />
          ),
        )}
        {coming.map((command) => (
          <p key={command.text} class="canvas-note canvas-coming">
            <span class="canvas-note-text">{command.text}</span>
            <span class="canvas-note-from">{t("Being sent…")}</span>
          </p>
        ))}
      </Scroll>
    </section>
  );
}

/**
 * Whose cards are shown, once the room may see all tables' cards.
 *
 * @param {{ shared: Shared, seen: string, see: (team: string) => void, t: Props["t"] }} props
 */
function Teams({ shared, seen, see, t }) {
  if (shared.step?.per !== "team" || !shared.step.revealed || shared.teams.length < 2) return null;
  return (
    <div class="row">
      {["", ...shared.teams.map((one) => one.name)].map((name) => (
        <Button
          key={name}
          small
          kind={seen === name ? "secondary" : "quiet"}
          aria-pressed={seen === name ? "true" : "false"}
          onClick={() => see(name)}
        >
          {name || t("All tables")}
        </Button>
      ))}
    </div>
  );
}

/**
 * What a table must know about this canvas now, in one line.
 *
 * @param {Props} props
 */
function Hint({ shared, view, own, t }) {
  const step = shared.step;
  let text = "";
  if (step?.hidden && view.total > 0 && view.cards.length === 0) {
    text = t("{cards} so far. The trainer shows them later.", { cards: cardsWord(view.total, t) });
  } else if (step?.status === "open" && step.per !== "team") {
    text = t("Everyone writes on their own phone in this step.");
  } else if (step?.status === "open" && own?.left === 0) {
    text = t("Your table has used all {n} cards.", { n: view.limit });
  } else if (step?.status === "open" && own?.left != null) {
    text = t("{cards} left for your table", { cards: cardsWord(own.left, t) });
  }
  return (
    <p class="canvas-hint" role="status">
      {text}
    </p>
  );
}

/**
 * The rows of the grid; the one in which someone writes gets twice the room.
 *
 * @param {number} zones
 * @param {number} busy the zone that is written in, -1 for none
 */
export function rowsFor(zones, busy) {
  const across = gridFor(zones);
  const rows = Math.ceil(zones / across);
  const large = busy < 0 || rows < 2 ? -1 : Math.floor(busy / across);
  return Array.from({ length: rows }, (_, row) => `minmax(0, ${row === large ? 2 : 1}fr)`).join(" ");
}

/**
 * The whole canvas of one table: all zones at once.
 *
 * @param {Props} props
 */
export function Table(props) {
  const { shared, view, own, send, t } = props;
  const [seen, see] = useState("");
  const [busy, grow] = useState("");
  const step = shared.step;
  const rows = rowsFor(
    view.zones.length,
    view.zones.findIndex((zone) => zone.id === busy),
  );
  const writable = step?.status === "open" && step.per === "team" && shared.team != null;
  const cards = seen ? view.cards.filter((card) => card.team === seen) : view.cards;
  const groups = byZone(view.zones, cards);
  return (
    <div class="canvas-table">
      {view.focus.length > 0 && (
        <div class="canvas-focus">
          {view.focus.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      <Hint {...props} />
      <Teams shared={shared} seen={seen} see={see} t={t} />
      <div
        class="canvas-zones"
        style={{ "--across": gridFor(view.zones.length), "--rows": rows }}
        data-zones={view.zones.length}
      >
        {view.zones.map((zone, i) => (
          <Zone
            key={zone.id}
            zone={zone}
            cards={groups[i]?.cards ?? []}
            named={step?.per === "team" && step.revealed && !seen}
            mayAdd={writable && own?.left !== 0}
            mayEdit={(card) => writable && card.team === shared.team && card.merged.length === 0}
            grow={grow}
            step={step?.id ?? ""}
            max={view.max_chars}
            send={send}
          />
        ))}
      </div>
    </div>
  );
}
