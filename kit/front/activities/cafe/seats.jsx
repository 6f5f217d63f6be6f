import { Icon, useScreen } from "../../ui/index.js";

/** @typedef {import("../../generated/messages.js").CafeShared} View */
/** @typedef {import("../../generated/messages.js").PlanView} Plan */
/** @typedef {import("../../generated/messages.js").SeatView} Seat */
/** @typedef {import("../props.js").Props<View>} Props */

/** What the list beside a person can do besides naming a table. */
const HOST = "host:";
const GONE = "gone:";

/**
 * Who somebody is, for the trainer: the name that they gave, and where they come from.
 *
 * @param {import("../../generated/messages.js").Shared | null} shared
 * @param {string} id
 */
export function who(shared, id) {
  const person = shared?.console?.people.find((one) => one.id === id);
  const organisation =
    shared?.organisations.find((one) => one.id === person?.organisation)?.name ?? person?.organisation ?? id;
  return { name: person?.name ?? "", organisation };
}

/**
 * One person with what the trainer can do about their seat.
 *
 * @param {{ id: string, seat: Seat | undefined, view: View, at: number }} props `at`: the round to look at, from 0
 */
function Person({ id, seat, view, at }) {
  const { shared, send, t } = useScreen();
  const { name, organisation } = who(shared, id);
  const step = shared?.step?.id;
  const open = shared?.step?.status === "open";
  const table = seat?.tables[at] ?? "";
  const choose = (/** @type {HTMLSelectElement} */ field) => {
    const value = field.value;
    field.value = table;
    if (value === HOST) send({ kind: "make_host", step, participant: id });
    else if (value === GONE) send({ kind: "take_seat", step, participant: id });
    else send({ kind: "take_seat", step, participant: id, table: value });
  };
  return (
    <li class={seat?.gone ? "cafe-gone" : ""}>
      <span class="table-person">
        {seat?.host && <Icon name="flag" label={t("host")} class="cafe-host" />}
        {name && <strong>{name}</strong>} <span>{organisation}</span>
        {seat?.gone && <span class="tag">{t("gone")}</span>}
      </span>
      {open && (
        <select
          aria-label={t("Seat of {who}", { who: name ? `${name}, ${organisation}` : organisation })}
          value={seat?.gone ? "" : table}
          onChange={(event) => choose(event.currentTarget)}
        >
          {(!table || seat?.gone) && <option value="">{t("no table")}</option>}
          {view.tables.map((one) => (
            <option key={one.name}>{one.name}</option>
          ))}
          {table && !seat?.host && !seat?.gone && <option value={HOST}>{t("is host here")}</option>}
          {seat && !seat.gone && <option value={GONE}>{t("has left")}</option>}
        </select>
      )}
    </li>
  );
}

/**
 * Who sits where in this round.
 *
 * @param {Props & { plan: Plan, print: import("preact").ComponentChildren }} props
 */
export function Seats({ view, plan, print, t }) {
  const at = Math.max(view.round, 1) - 1;
  const seats = new Map(plan.seats.map((seat) => [seat.participant, seat]));
  const left = plan.seats.filter((seat) => seat.gone && !seat.tables[at]);
  return (
    <section class="cafe-seats" aria-label={t("Who sits where")}>
      <div class="work-head">
        <h2>{view.round === 0 ? t("Seats in round 1") : t("Seats in round {n}", { n: view.round })}</h2>
        {print}
      </div>
      {plan.missing.length > 0 && (
        <section class="table-list cafe-missing">
          <h3>
            {t("No table yet")} <span class="soft small">{plan.missing.length}</span>
          </h3>
          <ul class="list">
            {plan.missing.map((id) => (
              <Person key={id} id={id} seat={seats.get(id)} view={view} at={at} />
            ))}
          </ul>
        </section>
      )}
      <div class="cafe-lists">
        {view.tables.map((table) => {
          const here = plan.seats.filter((seat) => seat.tables[at] === table.name);
          const theme =
            view.variant === "theme_per_table" && view.themes.find((one) => one.id === table.theme);
          return (
            <section key={table.name} class="table-list">
              <h3>
                {table.name} <span class="soft small">{theme ? theme.title : table.people}</span>
              </h3>
              <ul class="list">
                {[...here]
                  .sort((a, b) => Number(b.host) - Number(a.host))
                  .map((seat) => (
                    <Person key={seat.participant} id={seat.participant} seat={seat} view={view} at={at} />
                  ))}
              </ul>
            </section>
          );
        })}
        {left.length > 0 && (
          <section class="table-list">
            <h3>
              {t("Gone")} <span class="soft small">{left.length}</span>
            </h3>
            <ul class="list">
              {left.map((seat) => (
                <Person key={seat.participant} id={seat.participant} seat={seat} view={view} at={at} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </section>
  );
}
