import { Icon, Mark, useScreen } from "../../ui/index.js";
import { plainAddress, Qr } from "./join.jsx";

/** The organisations of which someone is in, most people first. */
function Present() {
  const { shared, t } = useScreen();
  if (!shared) return null;
  /** @type {Map<string, number>} */
  const people = new Map();
  for (const team of shared.teams) {
    for (const [id, n] of Object.entries(team.organisations)) people.set(id, (people.get(id) ?? 0) + n);
  }
  const present = shared.organisations.filter((one) => people.has(one.id));
  const joined = shared.counts.joined;
  return (
    <div class="wall-present" aria-live="polite">
      <p class="wall-present-n">
        <Icon name="people" />
        {joined === 0
          ? t("Nobody is in yet")
          : joined === 1
            ? t("1 person is in")
            : t("{n} people are in", { n: joined })}
      </p>
      {present.length > 0 && (
        <ul class="list">
          {present.map((one) => (
            <li key={one.id}>{one.name}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/**
 * How to get in, and who is in: before the first step, and when people come back weeks later for `step`.
 *
 * @param {{ step?: import("../../generated/messages.js").StepView }} props
 */
export function Welcome({ step }) {
  const { shared, t } = useScreen();
  if (!shared) return null;
  const join = shared.join;
  return (
    <div class="wall-welcome">
      <div class="wall-welcome-text">
        <p class="wall-brand">
          <Mark /> {shared.programme}
        </p>
        <h1>{step?.title ?? shared.title}</h1>
        {join && (
          <ol class="list wall-how">
            <li>
              <span aria-hidden="true">1</span>
              <p>{t("Scan the code with your phone's camera")}</p>
            </li>
            <li>
              <span aria-hidden="true">2</span>
              <p>
                {t("or go to")} <b>{plainAddress(join.url)}</b>
              </p>
            </li>
            <li>
              <span aria-hidden="true">3</span>
              <p>
                {t("and type the code")} <b class="wall-code">{join.code}</b>
              </p>
            </li>
          </ol>
        )}
        {!step && <Present />}
      </div>
      {join && <Qr join={join} />}
    </div>
  );
}
