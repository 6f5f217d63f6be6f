import { useState } from "preact/hooks";
import { Icon, useScreen } from "../../ui/index.js";
import { Cards } from "./cards.jsx";
import { fieldOf, placeOf } from "./fields.js";

/** @typedef {import("../../generated/messages.js").CanvasShared} View */
/** @typedef {import("../../generated/messages.js").ZoneView} ZoneView */

/**
 * The fields of the canvas with their cards, one of them open. A canvas of one field needs no headings.
 *
 * @param {{
 *   view: View,
 *   field: string,
 *   go: (field: string) => void,
 * } & Omit<Parameters<typeof Cards>[0], "zone" | "rows">} props `field` is the place that one writes in, empty for none
 */
export function Fields({ view, field, go, ...rest }) {
  const [only, ...more] = view.zones;
  const [zone = "", row = ""] = placeOf(field);
  if (only && more.length === 0 && view.rows.length === 0) {
    return (
      <>
        {rest.open && <p class="soft">{only.help}</p>}
        <Cards zone={only.id} rows={view.rows} {...rest} />
      </>
    );
  }
  const first = view.rows[0]?.id ?? "";
  return (
    <div class="zones">
      {view.zones.map((one) => (
        <Zone
          key={one.id}
          zone={one}
          count={rest.cards.filter((card) => placeOf(card.zone)[0] === one.id).length}
          open={one.id === zone}
          toggle={() => go(one.id === zone ? "" : fieldOf(one.id, row || first))}
        >
          {view.rows.length > 0 && rest.open && (
            <Rows rows={view.rows} row={row} go={(id) => go(fieldOf(one.id, id))} />
          )}
          <Cards zone={one.id} rows={view.rows} {...rest} />
        </Zone>
      ))}
    </div>
  );
}

/**
 * What a field is divided into: choose which of them to write in.
 *
 * @param {{ rows: ZoneView[], row: string, go: (row: string) => void }} props
 */
function Rows({ rows, row, go }) {
  const { t } = useScreen();
  const shown = rows.find((one) => one.id === row);
  return (
    <>
      <fieldset class="pick-of">
        <legend class="hush">{t("What do you write about?")}</legend>
        <div class="pick-row">
          {rows.map((one) => (
            <button
              key={one.id}
              type="button"
              class="pick-one"
              aria-pressed={one.id === row ? "true" : "false"}
              onClick={() => go(one.id)}
            >
              {one.label}
            </button>
          ))}
        </div>
      </fieldset>
      {shown?.help && <p class="soft small">{shown.help}</p>}
    </>
  );
}

/**
 * One field of the canvas, which opens and closes.
 *
 * @param {{
 *   zone: ZoneView,
 *   count: number,
 *   open: boolean,
 *   toggle: () => void,
 *   children?: import("preact").ComponentChildren,
 * }} props
 */
function Zone({ zone, count, open, toggle, children }) {
  const { t } = useScreen();
  return (
    <section class={`zone ${open ? "zone-open" : ""}`}>
      <h2>
        <button type="button" class="zone-head" aria-expanded={open ? "true" : "false"} onClick={toggle}>
          {zone.icon && (
            <span class="zone-icon" aria-hidden="true">
              {zone.icon}
            </span>
          )}
          <span class="zone-label">{zone.label}</span>
          {count > 0 && (
            <span class="zone-count">
              {count}
              <span class="hush"> {count === 1 ? t("card") : t("cards")}</span>
            </span>
          )}
          <Icon name={open ? "up" : "down"} />
        </button>
      </h2>
      {open && (
        <div class="zone-body">
          <p class="soft">{zone.help}</p>
          {children}
        </div>
      )}
    </section>
  );
}

/**
 * Which field is open, and the row in it.
 *
 * @param {View} view
 * @returns {[string, (field: string) => void]}
 */
export function useField(view) {
  return useState(() => fieldOf(view.zones[0]?.id ?? "", view.rows[0]?.id ?? ""));
}
