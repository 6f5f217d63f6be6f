import { Turnout } from "../parts/turnout.jsx";

/** @typedef {import("../../generated/messages.js").SurveyShared} View */
/** @typedef {import("../../generated/messages.js").Shared} Shared */
/** @typedef {import("../../ui/text.js").Translate} Translate */

/**
 * How many people are through, and how many there are. Never who.
 *
 * @param {Shared} shared
 * @param {View} view
 */
export function through(shared, view) {
  const done = view.complete ?? 0;
  const begun = view.answered ?? 0;
  return { done, begun, of: Math.max(begun, shared.counts.ready_of || shared.counts.joined) };
}

/** @param {{ shared: Shared, view: View, t: Translate }} props */
export function Answered({ shared, view, t }) {
  const { done, begun, of } = through(shared, view);
  return (
    <div data-phase={shared.step?.phase}>
      <Turnout
        says={t("{n} of {of} people have finished", { n: done, of })}
        what={t("People who have finished")}
        done={done}
        of={of}
      >
        {begun > done && (
          <p class="soft small">
            {begun - done === 1
              ? t("1 more person has begun.")
              : t("{n} more people have begun.", { n: begun - done })}
          </p>
        )}
      </Turnout>
    </div>
  );
}
