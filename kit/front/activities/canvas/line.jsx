import { number, useScreen } from "../../ui/index.js";
import "./line.css";

/**
 * How somebody feels from moment to moment, as a line; each value stands there as a number too.
 *
 * @param {{
 *   journey: import("../../generated/messages.js").JourneyView,
 *   zones: { id: string, label: string }[],
 *   named?: boolean,
 * }} props `named` says which moment is which, where that does not stand above it
 */
export function Line({ journey, zones, named = false }) {
  const { lang, t } = useScreen();
  const { feeling, low, high, dip } = journey;
  const x = (/** @type {number} */ i) => ((i + 0.5) / zones.length) * 100;
  const y = (/** @type {number} */ value) => (high > low ? ((high - value) / (high - low)) * 100 : 50);
  const points = feeling.flatMap((value, i) => (value == null ? [] : [{ value, i }]));
  if (points.length === 0) return <p class="line-none">{t("Give a number to see the line.")}</p>;
  return (
    <div class="line">
      <div class="line-room">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <path d={`M0 ${y(0)}H100`} class="line-zero" />
          <polyline points={points.map(({ value, i }) => `${x(i)},${y(value)}`).join(" ")} class="line-way" />
        </svg>
        <ul class="list">
          {points.map(({ value, i }) => (
            <li
              key={zones[i]?.id}
              class={i === dip ? "line-point line-dip" : "line-point"}
              style={{ "--x": `${x(i)}%`, "--y": `${y(value)}%` }}
            >
              <span class="hush">{zones[i]?.label}: </span>
              <strong>{value > 0 ? `+${number(value, lang, 1)}` : number(value, lang, 1)}</strong>
              {i === dip && <span class="line-word">{t("deepest dip")}</span>}
            </li>
          ))}
        </ul>
      </div>
      {named && (
        <p class="line-names" aria-hidden="true">
          {zones.map((zone) => (
            <span key={zone.id}>{zone.label}</span>
          ))}
        </p>
      )}
    </div>
  );
}
