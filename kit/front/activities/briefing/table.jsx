import { useState } from "preact/hooks";
import { Icon } from "../../ui/index.js";
import { Charts } from "../parts/chart.jsx";
import { Scroll } from "../parts/scroll.jsx";
import { figureFrom, quotesFrom } from "./credit.js";
import { Picture } from "./picture.jsx";
import { CaseKind } from "./wall.jsx";
import "./table.css";

/** @typedef {import("../../generated/messages.js").BriefingShared} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** @param {{ view: View, t: Props["t"] }} props */
function People({ view, t }) {
  const [at, open] = useState("");
  return (
    <ul class="list brief-people">
      {view.stakeholders.map((one) => (
        <li key={one.name}>
          <button
            type="button"
            aria-expanded={at === one.name}
            onClick={() => open(at === one.name ? "" : one.name)}
          >
            <span>
              <strong>{one.name}</strong>
              <small>{one.organisation}</small>
            </span>
            {(one.people ?? 0) > 0 && (
              <span class="brief-eyes">
                <Icon name="eye" />
                {one.people === 1
                  ? t("1 person here looks so")
                  : t("{n} people here look so", { n: one.people ?? 0 })}
              </span>
            )}
            <Icon name={at === one.name ? "up" : "down"} />
          </button>
          {at === one.name && (
            <dl>
              <dt>{t("Wants")}</dt>
              <dd>{one.interest}</dd>
              <dt>{t("Worries about")}</dt>
              <dd>{one.concern}</dd>
              <dt>{t("Can")}</dt>
              <dd>{one.can}</dd>
              <dt>{t("Can't")}</dt>
              <dd>{one.cannot}</dd>
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

/** @param {{ view: View, t: Props["t"] }} props */
function Quotes({ view, t }) {
  const { all, from } = quotesFrom(view.quotes, t);
  return (
    <div class="brief-quotes">
      {view.quotes.map((quote) => (
        <figure key={quote.text}>
          <blockquote>‘{quote.text}’</blockquote>
          <figcaption>
            {quote.who}
            {from(quote) && <span class="from">{from(quote)}</span>}
          </figcaption>
        </figure>
      ))}
      {all && <p class="soft small">{all}</p>}
    </div>
  );
}

/** @param {{ view: View, t: Props["t"] }} props */
function Facts({ view, t }) {
  return (
    <div class="stack">
      <ul class="list brief-figures">
        {view.figures.map((figure) => (
          <li key={figure.label}>
            <strong>
              {figure.value} <small>{figure.unit}</small>
            </strong>{" "}
            {figure.label}
            <span class="soft small">{figureFrom(figure, t)}</span>
          </li>
        ))}
      </ul>
      <dl class="brief-timeline">
        {view.timeline.map((moment) => (
          <div key={moment.what}>
            <dt>{moment.when}</dt>
            <dd>
              {moment.what}
              {moment.source && <small class="from"> {moment.source}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What there is to read beside the story; nothing where this step shows none. @param {{ view: View, t: Props["t"] }} props */
function Side({ view, t }) {
  const tabs = /** @type {[string, string][]} */ ([
    ...(view.stakeholders.length > 0 ? [["people", t("Who is involved")]] : []),
    ...(view.quotes.length > 0 ? [["quotes", t("What people say")]] : []),
    ...(view.charts.length > 0 ? [["charts", t("Charts")]] : []),
    ...(view.figures.length + view.timeline.length > 0 ? [["facts", t("Figures and timeline")]] : []),
  ]);
  const [chosen, see] = useState("");
  const tab = tabs.some(([name]) => name === chosen) ? chosen : tabs[0]?.[0];
  if (!tab) return null;
  return (
    <section class="brief-side">
      {view.roles && <Roles t={t} />}
      <div class="room-tabs">
        {tabs.map(([name, text]) => (
          <button key={name} type="button" aria-pressed={tab === name} onClick={() => see(name)}>
            {text}
          </button>
        ))}
      </div>
      <Scroll class="brief-pane" label={tabs.find(([name]) => name === tab)?.[1] ?? ""}>
        {tab === "people" && <People view={view} t={t} />}
        {tab === "quotes" && <Quotes view={view} t={t} />}
        {tab === "charts" && <Charts charts={view.charts} />}
        {tab === "facts" && <Facts view={view} t={t} />}
      </Scroll>
    </section>
  );
}

/** @param {{ t: Props["t"] }} props */
function Roles({ t }) {
  return (
    <p class="brief-roles">
      <Icon name="eye" />
      <span>
        <strong>{t("Everyone looks with other eyes today.")}</strong>{" "}
        {t("On your phone stands whose. Tell the others what you want and what worries you.")}
      </span>
    </p>
  );
}

/** The case, to read together at a table: the story beside who is involved, what they say and the figures. @param {Props} props */
export function Table({ view, t }) {
  return (
    <div class="brief" data-story={view.html ? "yes" : "no"}>
      {view.html && (
        <Scroll class="brief-story" label={view.title}>
          <CaseKind view={view} t={t} />
          <h2>{view.title}</h2>
          <p class="brief-summary">{view.summary}</p>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the kit from the case's Markdown, raw HTML off */}
          <div class="prose" dangerouslySetInnerHTML={{ __html: view.html }} />
          {view.pictures.map((one) => (
            <Picture key={one.photo} picture={one} />
          ))}
        </Scroll>
      )}
      <Side view={view} t={t} />
    </div>
  );
}
