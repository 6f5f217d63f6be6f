import { useState } from "preact/hooks";
import { Button, Dock, Field, useScreen } from "../ui/index.js";

/** Type the code of the workshop. Only for those who didn't scan the QR code. */
export function Code() {
  const { code, denied, send, t } = useScreen();
  const [typed, type] = useState(code ?? "");
  const [error, say] = useState(denied?.message ?? "");
  const join = (/** @type {Event} */ event) => {
    event.preventDefault();
    const wanted = typed.replace(/\s/g, "").toUpperCase();
    if (wanted) send({ kind: "join", code: wanted });
    else say(t("Type the code first. It is on the wall."));
  };
  return (
    <form class="phone-page" onSubmit={join} noValidate>
      <div class="stack">
        <h1>{t("Take part in the workshop")}</h1>
        <p>{t("Scan the QR code on the wall, or type the code that stands below it.")}</p>
        <Field
          label={t("Code")}
          value={typed}
          onInput={(text) => {
            type(text);
            say("");
          }}
          error={error}
          class="code"
          autocapitalize="characters"
          autocomplete="off"
          autocorrect="off"
          spellcheck={false}
          enterkeyhint="go"
          maxLength={12}
        />
      </div>
      <Dock
        ready={false}
        main={
          <Button kind="primary" type="submit" block>
            {t("Join")}
          </Button>
        }
      />
    </form>
  );
}
