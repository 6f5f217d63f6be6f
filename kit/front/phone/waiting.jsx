import { Card, dayMinutes, Icon, useScreen } from "../ui/index.js";

/**
 * Where you sit, large.
 *
 * @param {{ team: string | null | undefined }} props
 */
export function Seat({ team }) {
  const { t } = useScreen();
  if (!team) return null;
  return (
    <p class="seat">
      <Icon name="table" />
      <span class="seat-label">{t("You sit at")}</span>
      <strong class="seat-name">{team}</strong>
    </p>
  );
}

/**
 * You are in, and it has not begun.
 *
 * @param {{ shared: import("../generated/messages.js").Shared, mine: import("../generated/messages.js").Mine }} props
 */
export function Waiting({ shared, mine }) {
  const { t } = useScreen();
  const minutes = dayMinutes(shared.steps);
  return (
    <div class="phone-page">
      <div class="stack">
        <h1>{t("You are in!")}</h1>
        <Seat team={mine.me?.team} />
        <p>{t("Find your table and meet the others. The trainer starts soon.")}</p>
        <Card title={shared.title}>
          <p>
            {shared.programme}, {t("{n} minutes", { n: minutes })}
          </p>
          <p class="soft">
            {t("You come from: {organisation}", { organisation: mine.me?.organisation_name ?? "…" })}
          </p>
        </Card>
        <p class="soft">{t("Keep this page open. If your phone goes to sleep, nothing is lost.")}</p>
      </div>
    </div>
  );
}
