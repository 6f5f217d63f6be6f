import { Icon } from "./icon.jsx";

/**
 * A button. `primary` is the one main thing to do on a screen; `secondary` stands beside it; `quiet` is for small
 * things in a row; `danger` takes something away.
 *
 * A busy or blocked button keeps its place in the tab order (aria-disabled), so that focus isn't lost and a screen
 * reader can still read why it does nothing.
 *
 * @param {{
 *   kind?: "primary" | "secondary" | "quiet" | "danger",
 *   icon?: string,
 *   busy?: boolean,
 *   disabled?: boolean,
 *   block?: boolean,
 *   small?: boolean,
 *   label?: string,
 *   class?: string,
 *   type?: "button" | "submit",
 *   onClick?: (event: MouseEvent) => void,
 *   children?: import("preact").ComponentChildren,
 *   [attribute: string]: any,
 * }} props `label` is the accessible name where the visible text alone does not say enough
 */
export function Button({
  kind = "secondary",
  icon,
  busy = false,
  disabled = false,
  block = false,
  small = false,
  label,
  class: extra = "",
  type = "button",
  onClick,
  children,
  ...rest
}) {
  const off = busy || disabled;
  const names = ["button", `button-${kind}`, block && "button-block", small && "button-small", extra];
  return (
    <button
      {...rest}
      type={type}
      class={names.filter(Boolean).join(" ")}
      aria-label={label}
      aria-disabled={off ? "true" : undefined}
      data-busy={busy ? "" : undefined}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      {children != null && <span class="button-text">{children}</span>}
    </button>
  );
}
