import { Icon } from "../../ui/index.js";
import { Cost } from "./choices.jsx";
import "./budget.css";

/**
 * @typedef {import("../../generated/messages.js").BallotShared} View
 * @typedef {import("../../ui/text.js").Translate} Translate
 */

/** What the chosen set costs; nothing in a vote without a budget. @param {{ view: View, t: Translate }} props */
export function Spent({ view, t }) {
  const spent = view.result?.spent;
  if (spent == null || view.result?.voters === 0) return null;
  return (
    <p class="spent">
      <strong>{t("Chosen together: {n} of {of} points", { n: spent, of: view.budget })}</strong>
      <span class="spent-coins" aria-hidden="true">
        {Array.from({ length: Math.min(view.budget, 40) }, (_, i) => (
          <i key={i} class={i < spent ? "spent-on" : ""} />
        ))}
      </span>
    </p>
  );
}

/**
 * What would have been chosen with most votes first, beside what was: who would then have had nothing is why there is
 * another rule.
 *
 * @param {{ view: View, t: Translate }} props
 */
export function MostVotes({ view, t }) {
  const { result } = view;
  if (!result?.most_votes || result.voters === 0) return null;
  const rows = new Map(result.rows.map((row) => [row.card, row]));
  const chosen = new Set(result.rows.filter((row) => row.chosen).map((row) => row.card));
  const cards = result.most_votes;
  if (cards.length === chosen.size && cards.every((card) => chosen.has(card)))
    return <p class="soft">{t("With most votes first the same cards would be chosen.")}</p>;
  return (
    <section class="most-votes">
      <h3>{t("With most votes first it would have been")}</h3>
      <ol class="list">
        {cards.map((card) => {
          const row = rows.get(card);
          if (!row) return null;
          return (
            <li key={card}>
              <Icon name={chosen.has(card) ? "check" : "minus"} />
              <span>
                {row.text}{" "}
                <span class="soft small">
                  {t("{n} of {of} voters", { n: row.voters, of: row.answered })} ·{" "}
                  {chosen.has(card) ? t("also chosen now") : t("not chosen now")}
                </span>
              </span>
              {row.cost != null && <Cost cost={row.cost} t={t} />}
            </li>
          );
        })}
      </ol>
      <p class="soft small">
        {t("That set costs {n} points. Compare who gets something from each set.", {
          n: result.most_votes_spent ?? 0,
        })}
      </p>
    </section>
  );
}
