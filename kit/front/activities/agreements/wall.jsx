import { Icon, useScreen } from "../../ui/index.js";
import { Flow } from "../parts/flow.jsx";
import { byState, dayText, gapsText, partyName, STATE_ICONS, stateOf, stateWord } from "./words.js";
import "./parts.css";
import "./wall.css";

/** @typedef {import("../../generated/messages.js").AgreementsShared} View */
/** @typedef {import("../../generated/messages.js").AgreementView} Agreement */
/** @typedef {import("../props.js").Props<View>} Props */

/** The columns of the wall, with the sign before each heading. What was given up is no news for a room. */
const COLUMNS = /** @type {{ name: import("./words.js").State, sign: string, holds: string[] }[]} */ ([
  { name: "agreed", sign: "✓", holds: ["agreed", "done"] },
  { name: "asks", sign: "?", holds: ["asks"] },
  { name: "gaps", sign: "…", holds: ["gaps", "declined"] },
]);

/** The number of what is in each state, with its word and icon. @param {{ all: Agreement[] }} props */
export function Counts({ all }) {
  const { t } = useScreen();
  return (
    <ul class="list deal-counts">
      {byState(all).map(({ state, list }) => (
        <li key={state} class={`deal-${state}`}>
          <Icon name={STATE_ICONS[state]} />
          <strong>{list.length}</strong> {stateWord(state, t)}
        </li>
      ))}
    </ul>
  );
}

/**
 * One agreement, to be read from the back row: what, who and when; and what it lacks.
 *
 * @param {{ one: Agreement, view: View }} props
 */
function WallDeal({ one, view }) {
  const { lang, t } = useScreen();
  const state = stateOf(one);
  const owner = partyName(view.parties, one.owner);
  const who = [owner, one.lead].filter(Boolean).join(" · ");
  return (
    <article class={`wall-note wall-deal deal-${state}`}>
      <p class="wall-note-text">{one.what}</p>
      <p class="wall-deal-who">
        {who && (
          <span>
            <Icon name="people" label={t("Owner and lead")} /> {who}
          </span>
        )}
        {one.due && (
          <span>
            <Icon name="clock" label={t("First step")} /> {dayText(one.due, lang, true)}
          </span>
        )}
      </p>
      {state === "gaps" && <p class="wall-deal-lacks">{gapsText(one.missing, t)}</p>}
      {one.owner && one.status === "proposed" && (
        <p class="wall-deal-lacks">{t("{owner} has not said yes yet.", { owner })}</p>
      )}
      {(state === "declined" || state === "done") && (
        <p class="wall-deal-lacks">
          <Icon name={STATE_ICONS[state]} /> {stateWord(state, t)}
          {one.reason && `. ${t("{owner}: “{reason}”", { owner, reason: one.reason })}`}
        </p>
      )}
    </article>
  );
}

/** The agreements, in a column for each way in which they stand. @param {Props} props */
export function Wall({ shared, view, t }) {
  const step = shared.step;
  if (view.agreements.length === 0) {
    return (
      <div class="wall-working">
        <div>
          <p class="wall-instruction">{step?.instruction}</p>
          {step?.status === "open" && view.need_confirmation && (
            <p class="wall-aside">
              <Icon name="check" />
              {t("Nobody becomes owner without a yes of their own.")}
            </p>
          )}
        </div>
      </div>
    );
  }
  const known = new Map(view.agreements.map((one) => [one.id, one]));
  const groups = COLUMNS.map(({ name, sign, holds }) => {
    const list = view.agreements.filter((one) => holds.includes(stateOf(one)));
    return {
      id: name,
      title: `${stateWord(name, t)} (${list.length})`,
      icon: sign,
      cards: list.map(({ id, what }) => /** @type {any} */ ({ id, text: what })),
    };
  }).filter(({ cards }) => cards.length > 0);
  return (
    <div class="wall-cards">
      <Flow
        groups={groups}
        note={(card) => {
          const one = known.get(card.id);
          return one ? <WallDeal one={one} view={view} /> : null;
        }}
      />
    </div>
  );
}
