import { Icon, number, useScreen } from "../../ui/index.js";
import { csvAddress } from "./csv.js";
import { Scroll } from "./scroll.jsx";
import "./behind.css";

/**
 * The table behind a figure, folded away, and the same as a file.
 *
 * @param {{
 *   name: string,
 *   caption: string,
 *   head: string[],
 *   rows: import("./csv.js").Cell[][],
 *   digits?: number,
 *   notes?: string[],
 *   file?: boolean,
 * }} props `name` of the file, `digits` of a number at most; `notes` go with the
 *   file, below the rows; `file` false leaves it out, where it can be had elsewhere
 */
export function Behind({ name, caption, head, rows, digits = 1, notes = [], file = true }) {
  const { lang, t } = useScreen();
  if (rows.length === 0) return null;
  const show = (/** @type {import("./csv.js").Cell} */ value) =>
    typeof value === "number" ? number(value, lang, digits) : value;
  return (
    <details class="behind">
      <summary>{t("Table: {caption}", { caption })}</summary>
      <Scroll class="behind-scroll" label={caption}>
        <table>
          <caption class="hush">{caption}</caption>
          <thead>
            <tr>
              {head.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                {row.map((value, n) => (
                  <td key={n} class={typeof value === "number" ? "behind-number" : ""}>
                    {show(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {file && (
        <a
          class="behind-file"
          href={csvAddress(head, [...rows, ...notes.map((note) => [note])], lang)}
          download={`${name}.csv`}
        >
          <Icon name="download" /> {t("Download CSV")}
          <span class="hush">: {caption}</span>
        </a>
      )}
    </details>
  );
}
