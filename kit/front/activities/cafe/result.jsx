import { Behind } from "../parts/behind.jsx";
import { lessonWord } from "./lessons.js";
import { HARVEST, themeOf, zoneWord } from "./words.js";
import "./result.css";

/** @typedef {import("../../generated/messages.js").CafeShared} View */
/** @typedef {import("../../generated/messages.js").CardView} CardView */
/** @typedef {import("../props.js").Props<View>} Props */

/**
 * Cards under headings.
 *
 * @param {{ groups: { id: string, title: string, cards: CardView[] }[], t: Props["t"] }} props
 */
function Groups({ groups, t }) {
  return (
    <div class="cafe-groups">
      {groups
        .filter((group) => group.cards.length > 0)
        .map((group) => (
          <section key={group.id}>
            <h4>
              {group.title} <span class="soft">{group.cards.length}</span>
            </h4>
            <ul class="list">
              {group.cards.map((card) => (
                <li key={card.id}>
                  {card.text}
                  <small>
                    {zoneWord(card.zone, t)}
                    {card.table && card.merged.length === 0 && ` · ${card.table}`}
                    {card.merged.length > 0 && ` · ${t("{n} together", { n: card.merged.length })}`}
                  </small>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

/** @param {Props} props */
export function Result({ shared, view, t }) {
  if (view.round === 0) return <p class="soft">{t("No round was held.")}</p>;
  const kept = view.cards.filter((card) => HARVEST.includes(card.zone));
  const tagged = kept.filter((card) => card.tags.length > 0);
  const words = (/** @type {string[]} */ tags) => tags.map((tag) => lessonWord(tag, t)).join(", ");
  return (
    <div class="stack">
      {kept.length === 0 ? (
        <p class="soft">
          {view.harvest > 0
            ? t("The harvest is shown when the step is closed.")
            : t("No table kept anything.")}
        </p>
      ) : (
        <Groups
          t={t}
          groups={view.themes.map((theme) => ({
            id: theme.id,
            title: `${theme.title}: ${theme.question}`,
            cards: kept.filter((card) => themeOf(view, card)?.id === theme.id),
          }))}
        />
      )}
      {tagged.length > 0 && (
        <details class="res-fold">
          <summary>{t("The same by the four lessons")}</summary>
          <Groups
            t={t}
            groups={view.lessons.map((lesson) => ({
              id: lesson,
              title: lessonWord(lesson, t),
              cards: tagged.filter((card) => card.tags.includes(lesson)),
            }))}
          />
        </details>
      )}
      <Behind
        name={`cafe-${shared.step?.id ?? "cafe"}`}
        caption={t("Harvest and notes")}
        head={[
          t("Theme"),
          t("Round"),
          t("Table"),
          t("Kind of note"),
          t("Text"),
          t("Lessons"),
          t("Merged from"),
        ]}
        rows={view.cards.map((card) => [
          themeOf(view, card)?.title ?? "",
          card.round ?? "",
          card.table ?? "",
          zoneWord(card.zone, t),
          card.text,
          words(card.tags),
          card.merged.join(" | "),
        ])}
      />
    </div>
  );
}
