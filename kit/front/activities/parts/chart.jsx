import { Icon, useScreen } from "../../ui/index.js";
import { useName } from "../../ui/name.js";
import { Behind } from "./behind.jsx";
import { useFiles } from "./files.js";
import { Scroll } from "./scroll.jsx";
import "./chart.css";

/** From so many units on a drawing is not made for a phone. */
const WIDE = 500;

/** @typedef {import("../../generated/messages.js").FigureView} Chart */

/** The classes of what a part of a drawing stands for. @param {string} look */
const classes = (look) => look.replace(/\S+/g, "chart-$&") || undefined;

/**
 * A chart as it was laid out, with real text.
 *
 * @param {{ chart: Chart }} props
 */
export function ChartDrawing({ chart }) {
  const name = useName();
  const { drawing } = chart;
  if (!drawing) return null;
  return (
    <svg
      class="chart-drawing"
      viewBox={`-6 -6 ${drawing.width + 12} ${drawing.height + 12}`}
      role="img"
      aria-labelledby={`${name}-title ${name}-desc`}
    >
      <title id={`${name}-title`}>{chart.title}</title>
      <desc id={`${name}-desc`}>
        {chart.unit ? `${chart.unit.replace(/\.?$/, ".")} ${chart.says}` : chart.says}
      </desc>
      {drawing.paths.map((path, n) => (
        <path key={n} d={path.d} class={classes(path.look)} />
      ))}
      {drawing.texts.map((text, n) => (
        <text key={n} x={text.x} y={text.y} text-anchor={text.anchor} class={classes(text.look)}>
          {text.text}
        </text>
      ))}
    </svg>
  );
}

/** What the figures can't tell, and whom to credit: stands wherever a chart does. @param {{ chart: Chart }} props */
export function ChartLimits({ chart }) {
  return (
    <>
      {chart.notes.map((note) => (
        <p key={note} class="chart-note">
          {note}
        </p>
      ))}
      {chart.credit.map((line) => (
        <p key={line} class="chart-credit">
          {line}
        </p>
      ))}
    </>
  );
}

/** The numbers behind a chart, folded away. @param {{ chart: Chart, file?: boolean }} props */
export function ChartTable({ chart, file = true }) {
  return (
    <Behind
      name={chart.id}
      caption={chart.title}
      head={chart.head}
      rows={chart.rows}
      digits={chart.digits}
      notes={[chart.unit, ...chart.notes, ...chart.credit]}
      file={file}
    />
  );
}

/**
 * The drawing and the table as files, where a server gives them.
 *
 * @param {{ chart: Chart, folder: string }} props `folder` is that of an export
 */
function ChartFiles({ chart, folder }) {
  const { t } = useScreen();
  const address = useFiles();
  if (!address) return null;
  const files = /** @type {[import("./files.js").Ending, string, unknown][]} */ ([
    ["svg", t("Drawing (SVG)"), chart.drawing],
    ["csv", t("Table (CSV)"), chart.rows.length > 0],
  ]);
  return (
    <p class="chart-files">
      {files.map(
        ([ending, word, there]) =>
          there && (
            <a key={ending} href={address(`${folder}${chart.id}`, ending)} target="_blank" rel="noopener">
              <Icon name="download" /> {word}
              <span class="hush">: {chart.title}</span>
            </a>
          ),
      )}
    </p>
  );
}

/** The drawing; a wide one on a phone scrolls sideways, for letters too small to read are of no use. @param {{ chart: Chart }} props */
function Sheet({ chart }) {
  const phone = matchMedia("(max-width: 40rem)").matches;
  if (!phone || !chart.drawing || chart.drawing.width < WIDE) return <ChartDrawing chart={chart} />;
  return (
    <Scroll class="chart-scroll" label={chart.title}>
      <ChartDrawing chart={chart} />
    </Scroll>
  );
}

/**
 * A chart with all that belongs to it, but its title.
 *
 * @param {{ chart: Chart, folder?: string }} props `folder` in which an export has it; without one it is no file
 */
export function ChartBody({ chart, folder }) {
  const files = useFiles() !== null && folder !== undefined;
  return (
    <>
      <p class="chart-says">{chart.says}</p>
      {chart.unit && <p class="chart-unit">{chart.unit}</p>}
      <Sheet chart={chart} />
      <ChartLimits chart={chart} />
      <div class="chart-more">
        <ChartTable chart={chart} file={!files} />
        {files && <ChartFiles chart={chart} folder={folder} />}
      </div>
    </>
  );
}

/**
 * Figures one below the other, each open below its title.
 *
 * @param {{ figures: Chart[], level?: 3 | 4, place?: (id: string) => string }} props `level` of their headings; `place`
 *   names them on the page, so that a link can lead there
 */
export function Figures({ figures, level = 4, place }) {
  const Title = /** @type {"h4"} */ (`h${level}`);
  return figures.map((figure) => (
    <section key={figure.id} class="figure chart-body">
      <Title id={place?.(figure.id)} tabIndex={place && -1}>
        {figure.title}
      </Title>
      <ChartBody chart={figure} folder="" />
    </section>
  ));
}

/**
 * The charts of a case one below the other, each behind its title; the first is open.
 *
 * @param {{ charts: Chart[] }} props
 */
export function Charts({ charts }) {
  const { t } = useScreen();
  return (
    <section class="charts" aria-label={t("Charts")}>
      {charts.map((chart, n) => (
        <details key={chart.id} class="chart" open={n === 0}>
          <summary>
            <h3>{chart.title}</h3>
          </summary>
          <div class="chart-body">
            <ChartBody chart={chart} folder="charts/" />
          </div>
        </details>
      ))}
    </section>
  );
}
