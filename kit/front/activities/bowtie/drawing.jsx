import { useScreen } from "../../ui/index.js";
import { Scroll } from "../parts/scroll.jsx";
import { nameOf } from "./guide.js";
import "./drawing.css";

/**
 * @typedef {import("../../generated/messages.js").TieDrawing} Sheet
 * @typedef {import("../../generated/messages.js").TieBox} Box
 * @typedef {(box: Box) => void} Pick
 */

/** From one line of text to the next, as the layout reckons. */
const LINE = 12.6;
const BAND = 6;

/**
 * One sheet of a bowtie, with real text. With `pick` each box is a button.
 *
 * @param {{ sheet: Sheet, label: string, chosen?: string, pick?: Pick }} props `label` says what it is and where the
 *   same stands as a table
 */
export function Drawing({ sheet, label, chosen, pick }) {
  const { t } = useScreen();
  return (
    <svg
      class="tie-drawing"
      viewBox={`-1 -1 ${sheet.width + 2} ${sheet.height + 2}`}
      role={pick ? "group" : "img"}
      aria-label={label}
      style={{ "--wide": sheet.width }}
    >
      {sheet.wires.map((wire) => (
        <path key={wire.path} class={`tie-wire ${wire.gap ? "tie-wire-gap" : ""}`} d={wire.path} />
      ))}
      {sheet.boxes.map((box) => (
        <Element
          key={`${box.kind} ${box.node}`}
          box={box}
          chosen={chosen != null && box.node === chosen && box.kind !== "gap"}
          pick={pick}
          t={t}
        />
      ))}
    </svg>
  );
}

/**
 * A drawing that scrolls by itself where its letters would get too small to read.
 *
 * @param {Parameters<typeof Drawing>[0]} props
 */
export function WideDrawing(props) {
  return (
    <Scroll class="tie-wide" label={props.label}>
      <Drawing {...props} />
    </Scroll>
  );
}

/**
 * @param {{ box: Box, chosen: boolean, pick?: Pick, t: import("../../ui/text.js").Translate }} props
 */
function Element({ box, chosen, pick, t }) {
  const names = [
    "tie-box",
    `tie-${box.kind}`,
    box.status === "idee" && "tie-idea",
    box.weak && "tie-weak",
    box.node == null && "tie-empty",
    chosen && "tie-chosen",
  ];
  const act = pick && (() => pick(box));
  const said = [...box.lines, ...box.note].join(" ");
  const name = box.kind === "gap" ? t("Add a measure") : nameOf(box.kind, t).one;
  const button = act && {
    role: /** @type {const} */ ("button"),
    tabindex: 0, // in SVG its name has no capital
    "aria-label": `${name}: ${said}`,
    onClick: act,
    onKeyDown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    },
  };
  return (
    <g class={names.filter(Boolean).join(" ")} data-node={box.node} {...button}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={box.kind === "top_event" ? 9 : 4} />
      {box.kind === "hazard" && <path class="tie-stripes" d={stripes(box)} />}
      {box.weak && <path class="tie-crack" d={`M${box.x} ${box.y + 3}v${box.height - 6}`} />}
      <Sign box={box} />
      <text x={box.left} y={box.base}>
        {[...box.lines, ...box.note].map((line, n) => (
          <tspan key={n} class={n < box.lines.length ? undefined : "tie-note"} x={box.left} dy={n ? LINE : 0}>
            {`${line} `}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** A warning at a weak spot and a gap, a plus at extra support. @param {{ box: Box }} props */
function Sign({ box }) {
  const x = box.left - 12.5;
  const y = box.base - 8.6;
  if (box.kind === "escal_barrier") {
    return <path class="tie-sign" d={`M${x + 5} ${y}v10M${x} ${y + 5}h10`} />;
  }
  if (box.kind !== "escal" && box.kind !== "gap") return null;
  return (
    <path
      class="tie-sign"
      d={`M${x + 5} ${y}l5.4 9.6h-10.8zM${x + 5} ${y + 3.6}v2.6M${x + 5} ${y + 7.6}v.2`}
    />
  );
}

/**
 * The band over a hazard: slanting stripes that stay within its width.
 *
 * @param {Box} box
 */
function stripes(box) {
  const count = Math.floor((box.width - BAND) / 10);
  const step = (box.width - BAND) / count;
  return Array.from({ length: count }, (_, i) => {
    const x = (box.x + i * step + (step - 5) / 2).toFixed(1);
    return `M${x} ${box.y + BAND - 0.5}l${BAND - 1} ${1 - BAND}h5l${1 - BAND} ${BAND - 1}z`;
  }).join("");
}

/** What the signs mean. */
export function Legend() {
  const { t } = useScreen();
  return (
    <ul class="list tie-legend" aria-label={t("What the signs mean")}>
      <li>
        <Key kind="prev" /> {t("Measure")}
      </li>
      <li class="tie-escal">
        <Key kind="escal" /> {t("Weak spot")}
      </li>
      <li class="tie-escal_barrier">
        <Key kind="escal_barrier" /> {t("Extra support")}
      </li>
      <li class="tie-idea">
        <Key kind="idea" /> {t("Idea")}
      </li>
      <li class="tie-gap">
        <Key kind="gap" /> {t("Gap")}
      </li>
    </ul>
  );
}

/** @param {{ kind: string }} props */
function Key({ kind }) {
  const box = /** @type {any} */ ({ kind, left: 17, base: 12.6 });
  return (
    <svg class={`tie-key tie-box tie-${kind}`} viewBox="0 0 20 18" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="18" height="16" rx="4" />
      <Sign box={box} />
    </svg>
  );
}
