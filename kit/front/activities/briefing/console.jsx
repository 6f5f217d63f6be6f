import { Icon } from "../../ui/index.js";
import { CaseKind } from "./wall.jsx";
import "./console.css";

/** @typedef {import("../../generated/messages.js").BriefingShared} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** The case for the trainer: the blind spots, and what the group must find out. @param {Props} props */
export function Console({ shared, view, t }) {
  const hints = shared.console?.case_hints ?? [];
  return (
    <div class="stack">
      {view.title && (
        <div>
          <CaseKind view={view} t={t} />
          <h2>{view.title}</h2>
          <p>{view.summary}</p>
        </div>
      )}
      {view.title && hints.length > 0 && (
        <section class="case-hints">
          <h3>{t("What is unclear, and where it rubs")}</h3>
          <ul>
            {hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
        </section>
      )}
      {view.roles && (
        <p class="case-roles">
          <Icon name="eye" />
          <span>
            <strong>{t("Everyone looks with other eyes today.")}</strong>{" "}
            {t("Each phone says whose: never their own organisation, and the same all along.")}
          </span>
        </p>
      )}
      {view.stakeholders.length > 0 && (
        <section class="stack">
          <h3>{t("Who is involved")}</h3>
          <div class="case-people">
            {view.stakeholders.map((one) => (
              <article key={one.name}>
                <h4>{one.name}</h4>
                <p class="soft small">{one.organisation}</p>
                {one.people != null && (
                  <p class="case-eyes">
                    <Icon name="eye" />
                    {one.people === 1 ? t("1 person looks so") : t("{n} people look so", { n: one.people })}
                  </p>
                )}
                <p>{one.interest}</p>
                {one.blind_spot && (
                  <p class="case-blind">
                    <Icon name="hidden" />
                    <span>
                      <strong>{t("Blind spot, for you alone:")}</strong> {one.blind_spot}
                    </span>
                  </p>
                )}
              </article>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
