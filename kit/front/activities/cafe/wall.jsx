import { Icon, useNow } from "../../ui/index.js";
import { Flow } from "../parts/flow.jsx";
import { Pages, Shown } from "../parts/shown.jsx";
import { lessonWord } from "./lessons.js";
import { keepWords, mix, stage, themeOf, zoneWord } from "./words.js";
import "./wall.css";

/** @typedef {import("../../generated/messages.js").CafeShared} View */
/** @typedef {import("../../generated/messages.js").CardView} CardView */
/** @typedef {import("../props.js").Props<View>} Props */

/** So many tables can be shown with the organisations at each; of many more only how many people. */
const WITH_NAMES = 5;
const WITH_KINDS = 15;
/** Where each table has its own, so many tables can be shown with their question. */
const WITH_QUESTION = 10;

/** Before the first round: what the rounds, or the tables, are about. @param {Props} props */
function Themes({ shared, view, t }) {
  const open = shared.step?.status === "open";
  const round = view.variant === "theme_per_round" && view.themes.length === view.rounds;
  return (
    <div class="wall-cafe-soon">
      <p class="wall-instruction">
        {open ? t("In a moment your phone says at which table you begin.") : shared.step?.instruction}
      </p>
      <ol class="list wall-cafe-themes" data-many={view.themes.length}>
        {view.themes.map((theme, i) => (
          <li key={theme.id}>
            <span>{round ? t("Round {n}", { n: i + 1 }) : i + 1}</span>
            <strong>{theme.title}</strong>
            <p>{theme.question}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** What everyone should do now, in one line. @param {{ view: View, at: string, t: Props["t"] }} props */
function Call({ view, at, t }) {
  const says = {
    walk:
      view.round === 1
        ? t("Find your table: your phone says which.")
        : t("Change tables: your phone says where to."),
    talk: "",
    keep: t("2 minutes left. Choose together: {what}.", { what: keepWords(view, t) }),
    over: t("Time is up. Round off your talk."),
  }[at];
  if (!says) return null;
  return (
    <p class={`wall-cafe-call wall-cafe-${at}`} role="status">
      <Icon name={at === "walk" ? "next" : "clock"} /> {says}
    </p>
  );
}

/** All tables, as a plan of the room. @param {Props} props */
function Plan({ shared, view, t }) {
  const many = view.tables.length;
  const each = view.variant === "theme_per_table";
  return (
    <ul
      class={`list wall-cafe-plan ${many > WITH_KINDS ? "wall-cafe-dense" : ""}`}
      style={{ "--across": many <= WITH_KINDS ? Math.min(many, 5) : many <= 32 ? 8 : 10 }}
    >
      {view.tables.map((table) => {
        const theme = view.themes.find((one) => one.id === table.theme);
        const kinds = Object.keys(table.organisations).length;
        return (
          <li key={table.name}>
            <p class="wall-cafe-name">
              <strong>{table.name}</strong>
              {table.harvest > 0 && (
                <span>
                  <Icon name="check" label={t("{n} kept", { n: table.harvest })} /> {table.harvest}
                </span>
              )}
            </p>
            {each && <p class="wall-cafe-about">{theme?.title}</p>}
            {each && many <= WITH_QUESTION && <p class="wall-cafe-asks">{theme?.question}</p>}
            {many <= WITH_NAMES ? (
              <ul class="list wall-cafe-who">
                {mix(table.organisations, shared.organisations).map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            ) : (
              <p class="wall-cafe-who">
                {many > WITH_KINDS
                  ? t("{n} people", { n: table.people })
                  : t("{n} from {k} organisations", { n: table.people, k: kinds })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A round that is on. @param {Props} props */
function Round(props) {
  const { shared, view, t } = props;
  const now = useNow(shared.step?.timer.ends != null);
  const at = stage(view, shared.step?.timer, now);
  const theme = view.themes.find((one) => one.id === view.theme);
  return (
    <div class={`wall-cafe ${theme ? "" : "wall-cafe-each"}`}>
      <div class="wall-cafe-lead">
        <p class="wall-cafe-round">
          {t("Round {n} of {count}", { n: view.round, count: view.rounds })}
          {theme && <strong>{theme.title}</strong>}
        </p>
        {theme && <p class="wall-cafe-question">{theme.question}</p>}
      </div>
      <Call view={view} at={at} t={t} />
      <Plan {...props} />
    </div>
  );
}

/** One of the harvest. @param {{ card: CardView, from: string, t: Props["t"] }} props */
function Kept({ card, from, t }) {
  return (
    <article class="wall-note">
      <p class="wall-note-text">{card.text}</p>
      <p class="wall-note-from">
        <span>{from}</span>
        {card.merged.length > 0 && (
          <span class="wall-note-merged">
            <Icon name="merge" /> {t("{n} together", { n: card.merged.length })}
          </span>
        )}
      </p>
    </article>
  );
}

/**
 * The harvest: by theme, and once the trainer has ordered some of it, by lesson.
 *
 * @param {Props} props
 */
function Harvest({ shared, view, t }) {
  const tagged = view.cards.some((card) => card.tags.length > 0);
  const groups = tagged
    ? [...view.lessons, ""].map((lesson) => ({
        id: lesson || "none",
        title: lesson ? lessonWord(lesson, t) : t("Not ordered yet"),
        icon: "",
        cards: view.cards.filter((card) => (lesson ? card.tags.includes(lesson) : card.tags.length === 0)),
      }))
    : view.themes.map((theme) => ({
        id: theme.id,
        title: theme.title,
        icon: "",
        cards: view.cards.filter((card) => themeOf(view, card)?.id === theme.id),
      }));
  const from = (/** @type {CardView} */ card) =>
    tagged ? (themeOf(view, card)?.title ?? "") : zoneWord(card.zone, t);
  return (
    <div class="wall-cards">
      <Flow
        groups={groups.filter((group) => group.cards.length > 0)}
        note={(card) => <Kept card={card} from={from(card)} t={t} />}
        after={shared.figures.map((figure) => <Shown key={figure.id} chart={figure} />)}
      />
    </div>
  );
}

/** @param {Props} props */
export function Wall(props) {
  const { shared, view, t } = props;
  const status = shared.step?.status;
  if (status === "closed" && view.round > 0) {
    if (view.cards.length > 0) return <Harvest {...props} />;
    return (
      <Pages figures={shared.figures}>
        <p class="wall-instruction">{t("No table kept anything.")}</p>
      </Pages>
    );
  }
  return status === "open" && view.round > 0 ? <Round {...props} /> : <Themes {...props} />;
}
