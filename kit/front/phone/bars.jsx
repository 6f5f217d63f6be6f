import { useEffect, useRef } from "preact/hooks";
import { Icon, LangSwitch, Mark, StatusLine, useScreen } from "../ui/index.js";

/** The name of the kit, the connection, and the other language. */
export function TopBar() {
  const { shared, t } = useScreen();
  return (
    <>
      <header class="top">
        <Mark />
        <span class="top-name">Leefkit</span>
        <StatusLine brief />
        <LangSwitch />
      </header>
      <p class="message" role="status">
        {shared?.message && (
          <>
            <Icon name="message" label={t("Message from the trainer")} />
            <span>{shared.message}</span>
          </>
        )}
      </p>
    </>
  );
}

/** The trainer asks everyone to look up. The page behind it stays as it was. */
export function Attention() {
  const { shared, t } = useScreen();
  const title = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  useEffect(() => {
    const before = document.activeElement;
    title.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div class="attention" role="alertdialog" aria-modal="true" aria-label={t("Look to the front")}>
      <Icon name="look" />
      <h1 ref={title} tabIndex={-1}>
        {t("Look to the front")}
      </h1>
      <p>{shared?.message || t("The trainer is telling something. What you wrote is still here.")}</p>
    </div>
  );
}
