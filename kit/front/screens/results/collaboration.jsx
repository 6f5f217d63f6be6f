import { Behind } from "../../activities/parts/behind.jsx";
import { percent, useScreen } from "../../ui/index.js";
import { Step } from "./step.jsx";

/** @typedef {import("../../generated/messages.js").ResultsView} View */

/**
 * Organisations with the number of their people, most first.
 *
 * @param {View} results
 */
export function present(results) {
  return results.organisations
    .map((one) => ({ name: one.name, people: results.joined[one.id] ?? 0 }))
    .sort((a, b) => b.people - a.people || a.name.localeCompare(b.name));
}

/** @param {{ results: View }} props */
function Organisations({ results }) {
  const { t } = useScreen();
  const rows = present(results);
  const most = Math.max(1, ...rows.map((one) => one.people));
  if (rows.length === 0) return <p class="soft">{t("Nobody is in yet")}</p>;
  return (
    <div>
      <h3>{t("Who was there")}</h3>
      <ul class="list res-bars">
        {rows.map((one) => (
          <li key={one.name}>
            <span>{one.name}</span>
            <i style={{ "--share": one.people / most }} aria-hidden="true" />
            <strong>{one.people}</strong>
          </li>
        ))}
      </ul>
      <Behind
        name="organisations"
        caption={t("People per organisation")}
        head={[t("Organisation"), t("People")]}
        rows={rows.map((one) => [one.name, one.people])}
      />
    </div>
  );
}

/** Who met whom: how mixed the tables were. @param {{ results: View }} props */
function Mixed({ results }) {
  const { shared, lang, t } = useScreen();
  const share = results.tables_mixed;
  if (share == null || !shared) return null;
  const names = new Map(shared.organisations.map((one) => [one.id, one.name]));
  const rows = shared.teams.flatMap((team) =>
    Object.entries(team.organisations).map(([id, n]) => [team.name, names.get(id) ?? id, n]),
  );
  return (
    <div>
      <h3>{t("Mixed tables")}</h3>
      <div class="res-mixed">
        <svg viewBox="0 0 42 42" aria-hidden="true">
          <circle cx="21" cy="21" r="16" class="res-ring" pathLength="100" />
          <circle
            cx="21"
            cy="21"
            r="16"
            class="res-ring-part"
            pathLength="100"
            stroke-dasharray={`${100 * share} 100`}
          />
        </svg>
        <p>
          <strong>{percent(share, lang)}</strong>
          {t("of all pairs at one table came from different organisations.")}
        </p>
      </div>
      <Behind
        name="tables"
        caption={t("Who sat where")}
        head={[t("Table"), t("Organisation"), t("People")]}
        rows={rows}
      />
    </div>
  );
}

/**
 * How people worked together: the first result of every workshop.
 *
 * @param {{ results: View, steps: import("../../generated/messages.js").ResultStep[] }} props `steps` that tell more of it
 */
export function Collaboration({ results, steps }) {
  const { t } = useScreen();
  const people = Object.values(results.joined).reduce((sum, n) => sum + n, 0);
  const figures = /** @type {[number, string][]} */ ([
    [
      results.organisations.length,
      results.organisations.length === 1 ? t("organisation") : t("organisations"),
    ],
    [people, people === 1 ? t("person") : t("people")],
    [results.contributions, results.contributions === 1 ? t("contribution") : t("contributions")],
    [results.voters, results.voters === 1 ? t("voter") : t("voters")],
  ]);
  return (
    <section class="res-part" data-phase="close">
      <h2>{t("Working together")}</h2>
      <ul class="list res-figures">
        {figures.map(([n, word]) => (
          <li key={word}>
            <strong>{n}</strong>
            {word}
          </li>
        ))}
      </ul>
      {steps.map((step) => (
        <Step key={step.id} step={step} />
      ))}
      <div class="res-two">
        <Organisations results={results} />
        <Mixed results={results} />
      </div>
    </section>
  );
}
