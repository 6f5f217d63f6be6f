import { Button, number, percent, useScreen } from "../../ui/index.js";
import { Gathered } from "./gathered.jsx";
import { printSeats } from "./print.js";
import { Seats } from "./seats.jsx";
import "./console.css";

/** @typedef {import("../../generated/messages.js").CafeShared} View */
/** @typedef {import("../../generated/messages.js").PlanView} Plan */
/** @typedef {import("../props.js").Props<View>} Props */

/**
 * Before the first round: how many tables, who would like to be a host, and a plan to print.
 *
 * @param {Props & { plan: Plan }} props
 */
function Prepare({ shared, view, plan, send, t }) {
  const step = shared.step?.id;
  const set = (/** @type {number} */ tables) => send({ kind: "plan_seats", step, tables });
  const each = plan.people / plan.tables;
  const sizes = Number.isInteger(each) ? `${each}` : `${Math.floor(each)}–${Math.ceil(each)}`;
  return (
    <div class="cafe-prepare">
      <p class="tables-number">
        <span>{t("Number of tables")}</span>
        <Button
          small
          icon="minus"
          label={t("One table less")}
          disabled={plan.tables <= 1}
          onClick={() => set(plan.tables - 1)}
        />
        <output>{plan.tables}</output>
        <Button
          small
          icon="add"
          label={t("One table more")}
          disabled={plan.tables >= 60}
          onClick={() => set(plan.tables + 1)}
        />
        <span class="soft">{t("{n} at each", { n: sizes })}</span>
      </p>
      {plan.advice !== plan.tables && plan.people > 3 && (
        <p class="cafe-advice">
          {t("With {n} people {k} tables are best: then nobody meets the same people twice.", {
            n: plan.people,
            k: plan.advice,
          })}{" "}
          <Button small onClick={() => set(plan.advice)}>
            {t("Take {n} tables", { n: plan.advice })}
          </Button>
        </p>
      )}
      <p class="soft small">
        {plan.volunteers.length === 1
          ? t("1 person offered to be a host.")
          : t("{n} people offered to be a host.", { n: plan.volunteers.length })}{" "}
        {t("Where nobody offered, the plan picks someone of another organisation.")}
      </p>
      <p class="row">
        <Button small icon="people" onClick={() => send({ kind: "plan_seats", step })}>
          {plan.planned ? t("Plan the seats anew") : t("Plan the seats")}
        </Button>
        {plan.planned && <Print view={view} plan={plan} />}
      </p>
    </div>
  );
}

/** @param {{ view: View, plan: Plan }} props */
function Print({ view, plan }) {
  const { shared, t } = useScreen();
  return (
    <Button small kind="quiet" icon="paper" onClick={() => printSeats(view, plan, shared, t)}>
      {t("Print seat cards")}
    </Button>
  );
}

/** Which round it is, and the way to the next. @param {Props & { plan: Plan }} props */
function Rounds({ shared, view, plan, send, t }) {
  const { lang } = useScreen();
  const last = view.round >= view.rounds;
  const next =
    view.variant === "theme_per_round" ? view.themes[Math.min(view.round, view.themes.length - 1)] : null;
  const begin =
    view.round === 0
      ? t("Begin round 1")
      : t("Change tables: round {n}", { n: Math.min(view.round + 1, view.rounds) });
  const met = view.meetings;
  return (
    <section class="cafe-rounds" aria-label={t("Rounds")} data-phase={shared.step?.phase}>
      <ol class="list cafe-steps">
        {Array.from({ length: view.rounds }, (_, i) => (
          <li
            key={i}
            class={i + 1 === view.round ? "cafe-step-now" : i + 1 < view.round ? "cafe-step-done" : ""}
            aria-current={i + 1 === view.round ? "step" : undefined}
          >
            <span>{t("Round {n}", { n: i + 1 })}</span>
            {view.variant === "theme_per_round" && (
              <strong>{view.themes[Math.min(i, view.themes.length - 1)]?.title}</strong>
            )}
          </li>
        ))}
      </ol>
      {shared.step?.status === "open" && !last && (
        <p class="row">
          <Button
            kind="primary"
            icon="next"
            disabled={plan.people === 0}
            onClick={() => send({ kind: "next_round", step: shared.step?.id })}
          >
            {begin}
          </Button>
          {next && <span class="soft">{next.question}</span>}
        </p>
      )}
      {shared.step?.status === "open" && last && (
        <p class="soft">
          {t("This is the last round. Close the step when the tables are done: all then see the harvest.")}
        </p>
      )}
      {met && view.round > 0 && (
        <dl class="cafe-numbers">
          <div>
            <dt>{t("of all pairs have met")}</dt>
            <dd>{percent(met.pairs, lang)}</dd>
          </div>
          <div>
            <dt>{t("other organisations met, on average")}</dt>
            <dd>{number(met.others, lang, 1)}</dd>
          </div>
          <div>
            <dt>{t("times two people met again")}</dt>
            <dd>{met.again}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}

/** @param {Props} props */
export function Console(props) {
  const { shared, view, t } = props;
  const plan = view.plan;
  if (!plan) return null;
  const open = shared.step?.status === "open";
  return (
    <div class="stack">
      {shared.step?.status === "waiting" ? (
        <p class="soft">{t("Open the step. Then you plan the tables and begin the first round.")}</p>
      ) : (
        <Rounds {...props} plan={plan} />
      )}
      {open && view.round === 0 && <Prepare {...props} plan={plan} />}
      {!open && view.cards.length > 0 && <Gathered {...props} />}
      {plan.planned && (
        <Seats {...props} plan={plan} print={view.round > 0 ? <Print view={view} plan={plan} /> : null} />
      )}
      {open && view.cards.length > 0 && <Gathered {...props} />}
    </div>
  );
}
