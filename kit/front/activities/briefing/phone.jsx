import { useState } from "preact/hooks";
import { Button, Card, Dock, Icon, useScreen } from "../../ui/index.js";
import { Charts } from "../parts/chart.jsx";
import { figureFrom, quotesFrom } from "./credit.js";
import { nextOf } from "./next.js";
import { Picture } from "./picture.jsx";
import "./phone.css";

/** @typedef {import("../../generated/messages.js").BriefingShared} View */
/** @typedef {import("../../generated/messages.js").BriefingMine} Own */

const FIRST = 4;

/**
 * The case to read: whose eyes to look with, what is going on, who is involved, what they say, and the figures with
 * where they come from.
 *
 * @param {import("../props.js").Props<View, Own>} props
 */
export function Phone({ shared, view, own, t }) {
  const reads = view.html || view.roles || view.stakeholders.length || view.quotes.length;
  if (!reads && view.figures.length + view.charts.length === 0) return <Then shared={shared} t={t} />;
  return (
    <>
      <div class="stack case">
        {view.roles && own?.role && <Role role={own.role} />}
        {view.html && (
          <Card level={2}>
            <p class="case-kind">
              {view.kind === "fictional" ? t("Fictional case") : t("Real case")} · {view.place}
            </p>
            <h2>{view.title}</h2>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made from the case's Markdown, with HTML switched off */}
            <div class="case-text" dangerouslySetInnerHTML={{ __html: view.html }} />
            {view.pictures.map((one) => (
              <Picture key={one.photo} picture={one} asks />
            ))}
          </Card>
        )}
        <Part title={t("Who is involved?")} count={view.stakeholders.length}>
          <ul class="list people">
            {view.stakeholders.map((one) => (
              <li key={one.name}>
                <Stakeholder one={one} />
              </li>
            ))}
          </ul>
        </Part>
        <Part title={t("What do people say?")} count={view.quotes.length}>
          <Quotes quotes={view.quotes} />
        </Part>
        <Part title={t("What do the figures say?")} count={view.figures.length}>
          <ul class="list figures">
            {view.figures.map((one) => (
              <li key={one.label}>
                <Figure one={one} />
              </li>
            ))}
          </ul>
        </Part>
        <Part title={t("What do the charts show?")} count={view.charts.length}>
          <Charts charts={view.charts} />
        </Part>
        <Part title={t("What happened when?")} count={view.timeline.length}>
          <dl class="moments">
            {view.timeline.map((one) => (
              <div key={one.when}>
                <dt>{one.when}</dt>
                <dd>
                  {one.what}
                  {one.source && <small class="from"> {one.source}</small>}
                </dd>
              </div>
            ))}
          </dl>
        </Part>
      </div>
      <Dock />
    </>
  );
}

/**
 * A talk or a break: there is nothing to do here, so it says what comes then.
 *
 * @param {Pick<import("../props.js").Props<View>, "shared" | "t">} props
 */
function Then({ shared, t }) {
  const next = nextOf(shared.steps);
  return (
    <div class="then">
      <Icon name="clock" />
      <p>
        {t("There is nothing to fill in now.")}
        {next && (
          <>
            {" "}
            {t("After this:")} <strong>{next.title}</strong>
          </>
        )}
      </p>
    </div>
  );
}

/**
 * Whose eyes somebody looks with today: another organisation than their own.
 *
 * @param {{ role: View["stakeholders"][number] }} props
 */
function Role({ role }) {
  const { t } = useScreen();
  return (
    <section class="role" aria-label={t("Your role today")}>
      <p class="role-as">
        <Icon name="eye" /> {t("Today you look as:")}
      </p>
      <h2>{role.name}</h2>
      {role.organisation !== role.name && <p>{role.organisation}</p>}
      <Wants one={role} />
      <p class="role-how">{t("Say “we” when you speak for them. Your own organisation has the day off.")}</p>
    </section>
  );
}

/**
 * What somebody wants, fears, may and may not.
 *
 * @param {{ one: View["stakeholders"][number] }} props
 */
function Wants({ one }) {
  const { t } = useScreen();
  return (
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
  );
}

/**
 * One part of the case; nothing where the case has none.
 *
 * @param {{ title: string, count: number, children?: import("preact").ComponentChildren }} props
 */
function Part({ title, count, children }) {
  if (count === 0) return null;
  return (
    <section class="part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** @param {{ one: View["stakeholders"][number] }} props */
function Stakeholder({ one }) {
  return (
    <details class="person">
      <summary>
        <span class="person-name">
          <strong>{one.name}</strong>
          {one.organisation !== one.name && <span class="soft small">{one.organisation}</span>}
        </span>
        <Icon name="down" />
      </summary>
      <Wants one={one} />
    </details>
  );
}

/**
 * What people say: a few at once, the others one tap away.
 *
 * @param {{ quotes: View["quotes"] }} props
 */
function Quotes({ quotes }) {
  const { t } = useScreen();
  const [whole, show] = useState(false);
  const { all, from } = quotesFrom(quotes, t);
  const rest = quotes.length - FIRST;
  const shown = whole || rest < 2 ? quotes : quotes.slice(0, FIRST);
  return (
    <>
      {shown.map((one) => (
        <figure key={one.text} class="quote">
          <Icon name="quote" />
          <blockquote>{one.text}</blockquote>
          <figcaption>
            {one.who}
            {from(one) && <span class="from">{from(one)}</span>}
          </figcaption>
        </figure>
      ))}
      {all && <p class="soft small">{all}</p>}
      {shown.length < quotes.length && (
        <Button icon="down" onClick={() => show(true)}>
          {t("Read {n} more", { n: rest })}
        </Button>
      )}
    </>
  );
}

/** @param {{ one: View["figures"][number] }} props */
function Figure({ one }) {
  const { t } = useScreen();
  return (
    <p class="figure">
      <strong class="figure-value">
        {one.value} <span class="figure-unit">{one.unit}</span>
      </strong>
      <span>{one.label}</span>
      <span class="soft small">{figureFrom(one, t)}</span>
    </p>
  );
}
