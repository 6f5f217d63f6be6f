import { useEffect, useRef } from "preact/hooks";
import { Icon, LangSwitch, Mark, StatusLine, useScreen, useToast } from "../ui/index.js";

/** The name of the kit, the connection, and the other language. */
export function TopBar() {
  return (
    <header class="top">
      <Mark />
      <span class="top-name">Leefkit</span>
      <StatusLine />
      <LangSwitch />
    </header>
  );
}

/** What the trainer has to say to everyone. */
export function Message() {
  const { shared, t } = useScreen();
  const message = shared?.message;
  const toast = useToast();
  const known = useRef(message);
  useEffect(() => {
    // Someone who has scrolled down would not see the line at the top.
    if (message && message !== known.current) toast({ text: message });
    known.current = message;
  }, [message, toast]);
  if (!message) return null;
  return (
    <p class="message">
      <Icon name="message" label={t("Message from the trainer")} />
      <span>{message}</span>
    </p>
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
