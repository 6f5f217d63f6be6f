import "./turnout.css";

/**
 * How many are through, in words and as a bar.
 *
 * @param {{ says: string, what: string, done: number, of: number, children?: import("preact").ComponentChildren }} props
 *   `what`: what the bar counts, for those who hear it
 */
export function Turnout({ says, what, done, of, children }) {
  return (
    <div class="turnout">
      <p>
        <strong>{says}</strong>
      </p>
      <progress max={Math.max(1, of)} value={done} aria-label={what} />
      {children}
    </div>
  );
}
