import { useRef, useState } from "preact/hooks";
import { Icon, useScreen } from "../../ui/index.js";
import { Scroll } from "../parts/scroll.jsx";
import { fieldOf } from "./fields.js";
import { Line } from "./line.jsx";
import { Notes } from "./table_zone.jsx";
import { Writer } from "./writer.jsx";
import "./timeline.css";

/** @typedef {import("./table_zone.jsx").Work} Work */

/**
 * A journey: the moments beside each other, what to look at below each other, and the line that is drawn from it.
 *
 * @param {Work} work
 */
export function Timeline(work) {
  const { t } = useScreen();
  const { view } = work;
  const [writes, write] = useState("");
  const [edits, edit] = useState("");
  return (
    <Scroll class="timeline" label={view.title}>
      <table style={{ "--moments": view.zones.length }}>
        <thead>
          <tr>
            <td />
            {view.zones.map((zone) => (
              <th key={zone.id} scope="col" title={zone.help}>
                {zone.label}
              </th>
            ))}
          </tr>
          {view.journey && (
            <tr>
              <th scope="row">{t("How it goes")}</th>
              <td colSpan={view.zones.length} class="timeline-line">
                <Line journey={view.journey} zones={view.zones} />
              </td>
            </tr>
          )}
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" title={row.help}>
                {row.icon && <span aria-hidden="true">{row.icon} </span>}
                {row.label}
              </th>
              {view.zones.map((zone, i) => {
                const field = fieldOf(zone.id, row.id);
                const label = `${zone.label} · ${row.label}`;
                return (
                  <Cell
                    key={zone.id}
                    {...{ field, label, edits, edit, write }}
                    work={work}
                    writes={writes === field}
                    over={row.id === view.journey?.contact && view.journey.handovers.includes(i)}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/**
 * One row of one moment.
 *
 * @param {{
 *   field: string,
 *   label: string,
 *   work: Work,
 *   edits: string,
 *   edit: (card: string) => void,
 *   writes: boolean,
 *   write: (field: string) => void,
 *   over: boolean,
 * }} props `over`: another organisation takes over here
 */
function Cell({ field, label, work, edits, edit, writes, write, over }) {
  const { t } = useScreen();
  const plus = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const { view, step, parent, built, send } = work;
  const [zone = "", row = ""] = field.split(".");
  const stop = () => {
    write("");
    edit("");
    plus.current?.focus();
  };
  return (
    <td class={over ? "timeline-over" : ""}>
      {over && (
        <span class="timeline-hand">
          <Icon name="next" /> {t("Handover")}
        </span>
      )}
      <Notes
        {...work}
        shown={work.cards.filter((card) => card.zone === field)}
        field={(at) => at === field}
        edits={edits}
        edit={(id) => (id ? edit(id) : stop())}
      />
      {writes && work.mayAdd && (
        <Writer {...{ step, view, zone, row, label, parent, built, send }} done={stop} />
      )}
      {work.mayAdd && !writes && (
        <button
          type="button"
          class="timeline-add"
          ref={plus}
          aria-label={t("Add a card: {zone}", { zone: label })}
          onClick={() => write(field)}
        >
          <Icon name="add" />
        </button>
      )}
    </td>
  );
}
