import { Behind } from "../../activities/parts/behind.jsx";
import { Figures } from "../../activities/parts/chart.jsx";
import { percent, useScreen } from "../../ui/index.js";
import { anchor } from "./anchor.js";
import { Part, Steps } from "./part.jsx";

/** @typedef {import("../../generated/messages.js").ResultsView} View */
/** @typedef {import("../../generated/messages.js").ResultStep} StepResult */

const placed = (/** @type {string} */ id) => anchor(`figure-${id}`);

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
  return (
    <div class="res-step">
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

/** How much was done together, in three numbers at most; who was there stands above. @param {{ results: View }} props */
function Numbers({ results }) {
  const { lang, t } = useScreen();
  const { contributions, voters, tables_mixed: mixed } = results;
  const found = /** @type {[string, string][]} */ (
    [
      contributions > 0 && [
        String(contributions),
        contributions === 1 ? t("contribution") : t("contributions"),
      ],
      voters > 0 && [String(voters), voters === 1 ? t("voter") : t("voters")],
      mixed != null && [
        percent(mixed, lang),
        t("of all pairs at one table came from different organisations."),
      ],
    ].filter(Boolean)
  );
  if (found.length === 0) return null;
  return (
    <ul class="list res-figures">
      {found.map(([n, word]) => (
        <li key={word}>
          <strong>{n}</strong>
          {word}
        </li>
      ))}
    </ul>
  );
}

/**
 * How people worked together: the first result of every workshop.
 *
 * @param {{ results: View, story: import("./story.js").Story }} props
 */
export function Collaboration({ results, story }) {
  const { t } = useScreen();
  return (
    <Part id="together" title={t("Working together")}>
      <Numbers results={results} />
      <Steps steps={story.together} />
      <Figures figures={story.met} level={3} place={placed} />
      {results.organisations.length > 0 && <Organisations results={results} />}
      <Steps steps={story.promises} />
      <Figures figures={story.day} level={3} place={placed} />
      <Steps steps={story.later} />
    </Part>
  );
}
