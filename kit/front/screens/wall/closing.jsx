import { Icon, Mark, useScreen } from "../../ui/index.js";

/** The end: what we asked, what we chose, and thanks. */
export function Closing() {
  const { shared, t } = useScreen();
  if (!shared) return null;
  const results = /** @type {import("../../generated/messages.js").ResultsView | null} */ (shared.results);
  const organisations = results?.organisations.length ?? 0;
  const people = Object.values(results?.joined ?? {}).reduce((sum, n) => sum + n, 0);
  const figures = /** @type {[number, string][]} */ ([
    [people, people === 1 ? t("person") : t("people")],
    [organisations, organisations === 1 ? t("organisation") : t("organisations")],
    [results?.contributions ?? 0, results?.contributions === 1 ? t("contribution") : t("contributions")],
  ]);
  return (
    <div class="wall-closing">
      <p class="wall-brand">
        <Mark /> {shared.title}
      </p>
      <h1>{t("Thank you, all of you!")}</h1>
      <div class="wall-outcome">
        {results?.question && (
          <div data-phase="define">
            <p class="wall-outcome-what">{t("Our question")}</p>
            <p class="wall-outcome-question">{results.question}</p>
          </div>
        )}
        {results?.winner && (
          <div class="wall-outcome-winner">
            <p class="wall-outcome-what">
              <Icon name="star" /> {t("Our idea")}
            </p>
            <p class="wall-outcome-idea">{results.winner}</p>
          </div>
        )}
      </div>
      <ul class="list wall-closing-figures">
        {figures
          .filter(([n]) => n > 0)
          .map(([n, word]) => (
            <li key={word}>
              <strong>{n}</strong> {word}
            </li>
          ))}
      </ul>
    </div>
  );
}
