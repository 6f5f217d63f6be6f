import { Pager } from "../parts/pager.jsx";
import { useTurn } from "../parts/turn.js";
import "../parts/arrive.css";
import "./wall.css";

const STAYS = 15;
const FIGURES = 3;

/** @typedef {import("../../generated/messages.js").BriefingShared} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** @param {{ view: View, t: Props["t"] }} props */
export function CaseKind({ view, t }) {
  return (
    <p class="kind-line">
      {view.kind === "fictional" ? t("Fictional case") : t("Real case")}
      {view.place && <span> · {view.place}</span>}
    </p>
  );
}

/** @param {Props} props */
export function Wall({ view, t }) {
  const turn = useTurn(view.quotes.length, STAYS);
  const quote = view.quotes[turn.index];
  return (
    <div class="wall-brief">
      <div class="wall-brief-what">
        <CaseKind view={view} t={t} />
        <h2>{view.title}</h2>
        <p>{view.summary}</p>
      </div>
      {quote && (
        <figure class="wall-quote">
          <blockquote key={turn.index}>{quote.text}</blockquote>
          <figcaption>{quote.who}</figcaption>
          <Pager turn={turn} count={view.quotes.length} />
        </figure>
      )}
      <ul class="list wall-figures">
        {view.figures.slice(0, FIGURES).map((figure) => (
          <li key={figure.label}>
            <strong>
              {figure.value} <small>{figure.unit}</small>
            </strong>
            <span>{figure.label}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
