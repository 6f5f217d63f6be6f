import { Icon, percent } from "../../ui/index.js";
import { Flow } from "../parts/flow.jsx";
import { byTeam, byZone, cardsWord } from "../parts/words.js";
import { byField, EVIDENCE_ICONS, evidenceOf, evidenceWord, placeName } from "./fields.js";
import { Line } from "./line.jsx";
import { Photo } from "./photo.jsx";
import "./wall.css";

/** @typedef {import("../../generated/messages.js").CanvasShared} View */
/** @typedef {import("../../generated/messages.js").CardView} CardView */
/** @typedef {import("../props.js").Props<View>} Props */

/**
 * One card, to be read from the back row.
 *
 * @param {{ card: CardView, from: string, guess: boolean, t: Props["t"] }} props `guess`: only what is not sure has to be
 *   told apart from the back row
 */
function WallNote({ card, from, guess, t }) {
  return (
    <article class="wall-note">
      <Photo name={card.photo} text={card.text} still />
      <p class="wall-note-text">{card.text}</p>
      {(from || guess || card.merged.length > 0) && (
        <p class="wall-note-from">
          {from && <span>{from}</span>}
          {guess && (
            <span class="wall-note-guess">
              <Icon name={EVIDENCE_ICONS.assumption ?? "dot"} /> {evidenceWord("assumption", t)}
            </span>
          )}
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
        {view.round > 0 && step?.status === "open" && (
          <p class="wall-round">
            <strong>{t("Round {n} of {count}", { n: view.round, count: view.rounds })}</strong>
            {view.pass_on && view.round > 1 && <span>{t("Everyone has someone else's sheet now.")}</span>}
          </p>
        )}
        {step?.hidden && step.status !== "waiting" && (late || !view.pass_on) && (
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
  const places = new Map(view.cards.map((card) => [card.id, placeName(view, card.zone)]));
  const unsure = view.cards.filter((card) => evidenceOf(view, card) === "assumption");
  const guesses = new Set(unsure.map((card) => card.id));
  const tables = team && view.zones.length > 1;
  const cards = byField(view.cards);
  const groups = tables
    ? byTeam(
        view.zones,
        cards,
        shared.teams.map((one) => one.name),
      )
    : byZone(view.zones, cards);
  const few = view.cards.length <= 24;
  const from = (/** @type {CardView} */ card) => {
    if (tables) return places.get(card.id) ?? "";
    return team ? (card.team ?? "") : few ? (card.organisation ?? "") : "";
  };
  return (
    <div class={`wall-cards ${team ? "wall-cards-team" : ""}`}>
      <Focus focus={view.focus} />
      {view.built_on != null && view.built_on > 0 && (
        <p class="wall-built">
          <Icon name="branch" />
          {t("{share} of the ideas build on one of another organisation", {
            share: percent(view.built_on, shared.lang),
          })}
        </p>
      )}
      {view.journey?.feeling.some((one) => one != null) && (
        <div class="wall-line">
          <Line journey={view.journey} zones={view.zones} named />
        </div>
      )}
      <Flow
        groups={groups}
        heads={tables || groups.length > 1}
        note={(card) => <WallNote card={card} from={from(card)} guess={guesses.has(card.id)} t={t} />}
      />
    </div>
  );
}
