import { Icon, useScreen } from "../../ui/index.js";
import { mix } from "./words.js";

/** @typedef {import("../../generated/messages.js").CafeShared} View */
/** @typedef {import("../../generated/messages.js").CafeMine} Own */

/**
 * Where you sit now, with whom, and where you go next.
 *
 * @param {{ view: View, own: Own, at: string }} props
 */
export function Seat({ view, own, at }) {
  const { shared, t } = useScreen();
  const walk = at === "walk" && !(own.host && view.round > 1);
  if (own.table == null) {
    return (
      <section class="cafe-seat">
        <p class="cafe-soon">{t("You have no table in this round. Ask the trainer for one.")}</p>
      </section>
    );
  }
  const here = view.tables.find((table) => table.name === own.table);
  return (
    <section class={`cafe-seat ${walk ? "cafe-walk" : ""}`} aria-label={t("Your table")}>
      <p class="cafe-label">
        {walk ? t("Walk to") : t("You sit at")}
        <span class="cafe-round">{t("Round {n} of {count}", { n: view.round, count: view.rounds })}</span>
      </p>
      <p class="cafe-table" role="status">
        {own.table}
      </p>
      {here && <p class="cafe-mix">{mix(here.organisations, shared?.organisations ?? []).join(" · ")}</p>}
      <Next view={view} own={own} />
      {own.host && <Script view={view} first={view.round === 1} />}
    </section>
  );
}

/** @param {{ view: View, own: Own }} props */
function Next({ view, own }) {
  const { t } = useScreen();
  const last = view.round >= view.rounds;
  let text = t("This is the last round.");
  if (own.host) text = t("You are the host: you stay at this table.");
  else if (own.next === own.table) text = t("In the next round you stay here.");
  else if (own.next) text = t("After this you go on to {table}.", { table: own.next });
  else if (!last) text = t("Where you go after this, you hear in a moment.");
  return (
    <p class="cafe-go">
      <Icon name={own.host ? "flag" : last ? "check" : "next"} />
      {text}
    </p>
  );
}

/**
 * What a host does, in order.
 *
 * @param {{ view: View, first: boolean }} props
 */
function Script({ view, first }) {
  const { t } = useScreen();
  const soon = Math.max(1, Math.round(view.round_minutes - 2));
  const lines = [
    t("Welcome everyone: name and organisation."),
    t("Read the question aloud."),
    ...(first ? [] : [t("In two sentences: what did the others before think?")]),
    t("Let everybody say one sentence first."),
    t("Write along, in their own words."),
    t("After {n} minutes: what do we take along?", { n: soon }),
  ];
  return (
    <details class="cafe-script">
      <summary>{t("What you do as a host")}</summary>
      <ol>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </details>
  );
}

/** What the table talks about now. @param {{ view: View }} props */
export function Theme({ view }) {
  const theme = view.themes.find((one) => one.id === view.theme);
  if (!theme) return null;
  return (
    <section class="cafe-theme">
      <h2>{theme.title}</h2>
      <p>{theme.question}</p>
    </section>
  );
}
