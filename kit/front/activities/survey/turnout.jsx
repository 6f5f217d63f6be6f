import { Turnout } from "../parts/turnout.jsx";

/** @typedef {import("../../generated/messages.js").SurveyShared} View */
/** @typedef {import("../../generated/messages.js").Shared} Shared */
/** @typedef {import("../../ui/text.js").Translate} Translate */

/**
 * How many people are through, and how many there are, 0 when that can't be known. Never who.
 *
 * @param {Shared} shared
 * @param {View} view
 */
export function through(shared, view) {
  const done = view.complete ?? 0;
  const begun = view.answered ?? 0;
  // Weeks later nobody knows how many will come back.
  const of = view.moment === "followup" ? 0 : shared.counts.ready_of || shared.counts.joined;
  return { done, begun, of: of && Math.max(begun, of) };
}

/**
 * @param {number} done
 * @param {number} of
 * @param {Translate} t
 */
function finished(done, of, t) {
  if (of) return t("{n} of {of} people have finished", { n: done, of });
  return done === 1 ? t("1 person has finished") : t("{n} people have finished", { n: done });
}

/** @param {{ shared: Shared, view: View, t: Translate }} props */
export function Answered({ shared, view, t }) {
  const { done, begun, of } = through(shared, view);
  return (
    <div data-phase={shared.step?.phase}>
      <Turnout
        says={finished(done, of, t)}
        what={t("People who have finished")}
        done={done}
        of={Math.max(of, begun)}
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
