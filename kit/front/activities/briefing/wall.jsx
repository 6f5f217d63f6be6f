import { Icon } from "../../ui/index.js";
import { Pager } from "../parts/pager.jsx";
import { Shown } from "../parts/shown.jsx";
import { useTurn } from "../parts/turn.js";
import { figureFrom, quoteFrom } from "./credit.js";
import { nextOf } from "./next.js";
import { Picture } from "./picture.jsx";
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

/**
 * The case page by page: the story, each picture and chart, and then the story with one quote after another.
 *
 * @param {Props} props
 */
export function Wall(props) {
  const { shared, view, t } = props;
  const told = view.summary || view.quotes.length > 0 || view.figures.length > 0;
  const stories = told ? Math.max(1, view.quotes.length) : 0;
  const first = Math.min(1, stories);
  const seen = [
    ...view.pictures.map((picture) => <Seen key={picture.photo} picture={picture} />),
    ...view.charts.map((chart) => <Shown key={chart.id} chart={chart} />),
  ];
  const count = stories + seen.length;
  const turn = useTurn(count, STAYS);
  if (count === 0) {
    const next = nextOf(shared.steps);
    return (
      <div class="wall-working">
        <div>
          <p class="wall-instruction">{shared.step?.instruction}</p>
          {view.roles && <Roles view={view} t={t} />}
          {next && !view.roles && (
            <p class="wall-aside">
              <Icon name="next" />
              <span>
                {t("After this:")} <strong>{next.title}</strong>
              </span>
            </p>
          )}
        </div>
      </div>
    );
  }
  return (
    <div class="wall-pages wall-full">
      {seen[turn.index - first] ?? <Story {...props} at={turn.index && turn.index - seen.length} />}
      <Pager turn={turn} count={count} />
    </div>
  );
}

/** A picture of the case. @param {{ picture: View["pictures"][number] }} props */
function Seen({ picture }) {
  return (
    <div class="wall-picture">
      <Picture picture={picture} />
    </div>
  );
}

/** @param {Props & { at: number }} props */
function Story({ shared, view, t, at }) {
  const quote = view.quotes[at];
  return (
    <div class={`wall-brief ${quote ? "" : "wall-brief-alone"}`}>
      <div class="wall-brief-what">
        <CaseKind view={view} t={t} />
        <h2>{view.title}</h2>
        <p>{view.summary || shared.step?.instruction}</p>
      </div>
      {quote && (
        <figure class="wall-quote">
          <blockquote key={at}>{quote.text}</blockquote>
          <figcaption>
            {quote.who}
            {quoteFrom(quote, t) && <span class="wall-from">{quoteFrom(quote, t)}</span>}
          </figcaption>
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
              <span class="wall-from">{figureFrom(figure, t)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
