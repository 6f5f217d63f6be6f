import { Card, useScreen } from "../ui/index.js";
import { Past, Unsent } from "./past.jsx";

/**
 * What a person sees of a step that takes no input yet, or no more: what happens now, the step as it
 * is, and their own part so far.
 *
 * @param {{ draft?: string, children?: import("preact").ComponentChildren }} props `draft` is text that was not sent
 */
export function Between({ draft, children }) {
  const { shared, mine, t } = useScreen();
  const status = shared?.step?.status;
  return (
    <>
      <p class="between" role="status">
        {status === "waiting"
          ? t("This step has not begun yet. Listen to the trainer.")
          : status === "closed" && t("This step is closed. Look to the front: the trainer goes on.")}
      </p>
      {draft && (
        <Card title={t("Not sent")} class="unsent">
          <p class="note-text">{draft}</p>
          <p class="soft small">
            {t("You were still typing this when the step closed. Tell it at your table.")}
          </p>
        </Card>
      )}
      <Unsent but={shared?.step?.id} />
      {children}
      <Past past={mine?.past ?? []} />
    </>
  );
}
