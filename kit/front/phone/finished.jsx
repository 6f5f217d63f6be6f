import { Card, useScreen } from "../ui/index.js";
import { Past, Unsent } from "./past.jsx";

/**
 * It is over: thanks, and what you brought.
 *
 * @param {{ shared: import("../generated/messages.js").Shared, mine: import("../generated/messages.js").Mine }} props
 */
export function Finished({ shared, mine }) {
  const { t } = useScreen();
  return (
    <main class="phone-page">
      <div class="stack">
        <h1>{t("Thank you for taking part!")}</h1>
        <p>{t("The workshop {title} is finished.", { title: shared.title })}</p>
        <Unsent />
        <Past past={mine.past} />
        <Card title={t("What happens next?")}>
          <p>
            {t("The trainer makes a report of everything, without names. Ask the trainer when it comes.")}
          </p>
          <p>{t("You can close this page now.")}</p>
        </Card>
      </div>
    </main>
  );
}
