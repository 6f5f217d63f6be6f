import { Icon } from "../../ui/index.js";
import { Flow } from "../parts/flow.jsx";
import { byTeam, byZone, cardsWord } from "../parts/words.js";
import "./wall.css";

/** @typedef {import("../../generated/messages.js").CanvasShared} View */
/** @typedef {import("../../generated/messages.js").CardView} CardView */
/** @typedef {import("../props.js").Props<View>} Props */

/**
 * One card, to be read from the back row.
 *
 * @param {{ card: CardView, from: string, t: Props["t"] }} props
 */
function WallNote({ card, from, t }) {
  return (
    <article class="wall-note">
      <p class="wall-note-text">{card.text}</p>
      {(from || card.merged.length > 0) && (
        <p class="wall-note-from">
          {from && <span>{from}</span>}
          {card.merged.length > 0 && (
            <span class="wall-note-merged">
              <Icon name="merge" /> {t("{n} together", { n: card.merged.length })}
            </span>
          )}
        </p>
      )}
    </article>
  );
}

/**
 * The question, or the winning idea, that this canvas works on.
 *
 * @param {{ focus: string[] }} props
 */
export function Focus({ focus }) {
  if (focus.length === 0) return null;
  return (
    <div class="wall-focus">
      {focus.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

/** @param {{ teams: string[], by: Record<string, number>, t: Props["t"] }} props */
function TeamBars({ teams, by, t }) {
  const most = Math.max(1, ...teams.map((name) => by[name] ?? 0));
  return (
    <ul class="list wall-bars">
      {teams.map((name) => (
        <li key={name}>
          <span>{name}</span>
          <i style={{ "--share": (by[name] ?? 0) / most }} aria-hidden="true" />
          <strong>{cardsWord(by[name] ?? 0, t)}</strong>
        </li>
      ))}
    </ul>
  );
}

/**
 * While cards can't be seen: what to do, and how much there is already.
 *
 * @param {Props} props
 */
function Working({ shared, view, t }) {
  const step = shared.step;
  const team = step?.per === "team";
  const late = step?.status === "closed";
  return (
    <div class="wall-working">
      <div>
        <Focus focus={view.focus} />
        <p class="wall-instruction">{step?.instruction}</p>
        {step?.hidden && step.status !== "waiting" && (
          <p class="wall-aside">
            <Icon name="hidden" />
            {late ? t("The cards will be shown in a moment.") : t("Nobody sees yet what others write.")}
          </p>
        )}
      </div>
      {step?.status !== "waiting" && (
        <div class={`wall-tally ${team && shared.teams.length > 4 ? "wall-tally-dense" : ""}`}>
          <p>
            <strong>{view.total}</strong>
            {view.total === 1 ? t("card written") : t("cards written")}
          </p>
          {team && shared.teams.length <= 8 && (
            <TeamBars teams={shared.teams.map((one) => one.name)} by={view.by_team} t={t} />
          )}
        </div>
      )}
    </div>
  );
}

/** @param {Props} props */
export function Wall(props) {
  const { shared, view, t } = props;
  if (view.cards.length === 0) return <Working {...props} />;
  const team = shared.step?.per === "team";
  const zones = new Map(view.zones.map((zone) => [zone.id, zone.label]));
  const tables = team && view.zones.length > 1;
  const groups = tables
    ? byTeam(
        view.zones,
        view.cards,
        shared.teams.map((one) => one.name),
      )
    : byZone(view.zones, view.cards);
  const few = view.cards.length <= 24;
  const from = (/** @type {CardView} */ card) => {
    if (tables) return zones.get(card.zone) ?? "";
    return team ? (card.team ?? "") : few ? (card.organisation ?? "") : "";
  };
  return (
    <div class={`wall-cards ${team ? "wall-cards-team" : ""}`}>
      <Focus focus={view.focus} />
      <Flow
        groups={groups}
        heads={tables || groups.length > 1}
        note={(card) => <WallNote card={card} from={from(card)} t={t} />}
      />
    </div>
  );
}
