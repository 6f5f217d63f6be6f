import { Button, Card, Icon, useScreen } from "../ui/index.js";

/**
 * Your own contributions so far.
 *
 * @param {{ past: import("../generated/messages.js").Past[], over?: boolean }} props `over`: no more will come
 */
export function Past({ past, over = false }) {
  const { t } = useScreen();
  const count = past.reduce((sum, step) => sum + step.texts.length, 0);
  if (count === 0) return null;
  return (
    <Card title={over ? t("Your contributions") : t("Your contributions so far")} class="past">
      {past.map((step) => (
        <section key={step.step}>
          <h3>{step.title}</h3>
          <ul>
            {step.texts.map((text, i) => (
              <li key={i}>{text}</li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}

/**
 * Texts that the workshop refused, for instance because the step had closed: nothing that was typed gets lost.
 *
 * @param {{ but?: string }} props `but` is a step that shows its own
 */
export function Unsent({ but }) {
  const { pending, send, t } = useScreen();
  const refused = pending.filter(({ command, error }) => error && command.text && command.step !== but);
  if (refused.length === 0) return null;
  return (
    <Card title={t("Not sent")} class="unsent">
      {refused.map(({ id, command, error }) => (
        <div key={id} class="unsent-one">
          <p class="note-text">{command.text}</p>
          <p class="soft small">
            <Icon name="alert" /> {error?.message}
          </p>
          <Button kind="quiet" small icon="trash" onClick={() => send({ kind: "drop", id })}>
            {t("Throw away")}
          </Button>
        </div>
      ))}
    </Card>
  );
}
