/**
 * A box that scrolls by itself. It takes the focus, because a keyboard could not scroll it otherwise.
 *
 * @param {{ class: string, label: string, children?: import("preact").ComponentChildren }} props
 */
export function Scroll({ class: name, label, children }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for input
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <div class={name} tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
