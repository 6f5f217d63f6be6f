import { Card, comesLater, TextFile, useScreen } from "../ui/index.js";
import { Past, Unsent } from "./past.jsx";

/**
 * What someone wrote in the step that the room was in last: it is not past yet.
 *
 * @param {import("../generated/messages.js").Shared} shared
 * @param {import("../generated/messages.js").Mine} mine
 * @returns {import("../generated/messages.js").Past[]}
 */
function last(shared, mine) {
  /** @type {{ text: string }[]} */
  const cards = mine.view?.cards ?? [];
  if (!shared.step || cards.length === 0) return [];
  return [{ step: shared.step.id, title: shared.step.title, texts: cards.map((card) => card.text) }];
}

/**
 * What you may take along, such as dates for your calendar.
 *
 * @param {{ files: import("../generated/messages.js").Keepsake[] }} props
 */
function Keepsakes({ files }) {
  const { t } = useScreen();
  if (files.length === 0) return null;
  return (
    <Card title={t("To take along")} class="keepsakes">
      {files.map(({ name, label, type, text }) => (
        <TextFile key={label} {...{ name, type, text }}>
          {label}
        </TextFile>
      ))}
    </Card>
  );
}

/**
 * It is over: thanks, and what you brought.
 *
 * @param {{ shared: import("../generated/messages.js").Shared, mine: import("../generated/messages.js").Mine }} props
 */
export function Finished({ shared, mine }) {
  const { t } = useScreen();
  const later = comesLater(shared.steps);
  return (
    <div class="phone-page">
      <div class="stack">
        <h1>{t("Thank you for taking part!")}</h1>
        <p>{t("The workshop “{title}” is finished.", { title: shared.title })}</p>
        <Unsent />
        <Keepsakes files={mine.keepsakes} />
        <Past past={[...mine.past, ...last(shared, mine)]} over />
        <Card title={t("What happens next?")}>
          <p>
            {t("The trainer makes a report of everything, without names. Ask the trainer when it comes.")}
          </p>
          <p>{t("You can close this page now.")}</p>
          {later && (
            <p>
              {t("In 6 to 8 weeks there is one more step: “{step}”.", { step: later.title })}{" "}
              {t("Are you here for that? Then wait a moment.")}
            </p>
          )}
        </Card>
      </div>
    </div>
  );
}
