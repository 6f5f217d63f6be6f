import { useScreen } from "../../ui/index.js";
import "./discuss.css";

/**
 * @typedef {import("./place.js").View} View
 * @typedef {import("./place.js").Name} Name
 * @typedef {import("../../generated/messages.js").PlacedCard} Row
 */

/**
 * The cards about which organisations think differently, with where each of them places it.
 *
 * @param {{ view: View, rows: Row[], tables: boolean }} props
 */
export function Discuss({ view, rows, tables }) {
  const { t } = useScreen();
  const small = rows.some((row) => row.apart.some((voice) => voice.name === null));
  return (
    <ul class="list discuss">
      {rows.map((row) => (
        <li key={row.card}>
          <p>
            <strong>{row.place}</strong> {row.text}
          </p>
          {row.discuss.map((name) => (
            <Voices key={name} view={view} name={/** @type {Name} */ (name)} row={row} tables={tables} />
          ))}
        </li>
      ))}
      {small && !tables && (
        <li class="soft small">{t("An organisation of one or two people is a dot without a name.")}</li>
      )}
    </ul>
  );
}

/**
 * Where each organisation, or table, places a card on one axis. Small ones have no name.
 *
 * @param {{ view: View, name: Name, row: Row, tables: boolean }} props
 */
function Voices({ view, name, row, tables }) {
  const { t } = useScreen();
  const axis = view[name];
  const none = axis.criteria.length > 0 ? [{ value: 0, sign: "0", label: "" }] : [];
  const points = [...none, ...axis.points];
  const nameless = tables ? t("a table") : t("an organisation");
  return (
    <div class="voices">
      <p class="soft small">
        {axis.title}: {axis.points[0]?.label} … {axis.points[axis.points.length - 1]?.label}
      </p>
      <ol class="list voices-points" style={{ "--points": points.length }}>
        {points.map(({ value, sign }) => {
          const here = row.apart.filter((voice) => Math.floor(voice[name] + 0.5) === value);
          return (
            <li key={value}>
              <span class="voices-sign">{sign}</span>
              {here.map((voice, i) => (
                <span key={i} class={voice.name ? "voices-one" : "voices-one voices-small"}>
                  {voice.name ?? <span class="hush">{nameless}</span>}
                </span>
              ))}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
