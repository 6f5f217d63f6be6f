import { Icon, LangSwitch, Mark, StatusLine, useScreen } from "../../ui/index.js";
import { dayOf } from "./story.js";

/** @typedef {import("../../generated/messages.js").ResultsView} View */

/**
 * What this was, in one look: what, where, when, who, and what they asked.
 *
 * @param {{ results: View | null }} props
 */
export function Head({ results }) {
  const { shared, lang, t } = useScreen();
  if (!shared) return null;
  const facts = [results?.place, results?.began != null && dayOf(results.began, lang), shared.programme];
  return (
    <header class="res-top">
      <div class="res-bar">
        <Mark />
        <span class="res-name">{t("Results")}</span>
        <StatusLine brief />
        <LangSwitch />
      </div>
      <h1>{shared.title}</h1>
      <p class="res-facts-line">{facts.filter(Boolean).join(" · ")}</p>
      {results && <Who results={results} />}
      {shared.state === "running" && (
        <p class="res-live">
          <span class="res-live-dot" aria-hidden="true" />
          {t("The workshop is still going on; this page follows it.")}
        </p>
      )}
      {results?.question && (
        <div class="res-asked">
          <p>{t("Our question")}</p>
          <p class="res-question">{results.question}</p>
        </div>
      )}
    </header>
  );
}

/** @param {{ results: View }} props */
function Who({ results }) {
  const { t } = useScreen();
  const people = Object.values(results.joined).reduce((sum, n) => sum + n, 0);
  if (people === 0) return null;
  const names = results.organisations.map(({ name }) => name).sort((a, b) => a.localeCompare(b));
  return (
    <p class="res-who">
      <Icon name="people" />
      <span>
        <strong>
          {people === 1 ? t("1 person") : t("{n} people", { n: people })}{" "}
          {names.length === 1 ? t("of 1 organisation") : t("of {n} organisations", { n: names.length })}
        </strong>{" "}
        <span class="soft">{names.join(", ")}</span>
      </span>
    </p>
  );
}
