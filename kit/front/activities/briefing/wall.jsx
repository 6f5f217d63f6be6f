import { Icon } from "../../ui/index.js";
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

/** Everyone looks with the eyes of somebody else: who they are. @param {{ view: View, t: Props["t"] }} props */
function Roles({ view, t }) {
  return (
    <div class="wall-roles">
      <p>
        <Icon name="eye" /> <strong>{t("Everyone looks with other eyes today.")}</strong>{" "}
        {t("Your phone says whose.")}
      </p>
      <ul class="list">
        {view.stakeholders.map((one) => (
          <li key={one.name}>{one.name}</li>
        ))}
      </ul>
    </div>
  );
}

/** @param {Props} props */
export function Wall({ shared, view, t }) {
  const turn = useTurn(view.quotes.length, STAYS);
  const quote = view.quotes[turn.index];
  const told = view.summary || view.quotes.length > 0 || view.figures.length > 0;
  if (!told) {
    return (
      <div class="wall-working">
        <div>
          <p class="wall-instruction">{shared.step?.instruction}</p>
          {view.roles && <Roles view={view} t={t} />}
        </div>
      </div>
    );
  }
  return (
    <div class={`wall-brief ${quote ? "" : "wall-brief-alone"}`}>
      <div class="wall-brief-what">
        <CaseKind view={view} t={t} />
        <h2>{view.title}</h2>
        <p>{view.summary || shared.step?.instruction}</p>
      </div>
      {quote && (
        <figure class="wall-quote">
          <blockquote key={turn.index}>{quote.text}</blockquote>
          <figcaption>{quote.who}</figcaption>
          <Pager turn={turn} count={view.quotes.length} />
        </figure>
      )}
      {view.roles ? (
        <Roles view={view} t={t} />
      ) : (
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
      )}
    </div>
  );
}
