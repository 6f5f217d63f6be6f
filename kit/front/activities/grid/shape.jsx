/** @type {Record<string, string>} */
export const PATHS = {
  star: "M12 1.5l3.2 6.9 7.5.9-5.5 5.2 1.4 7.4L12 18.3l-6.6 3.6 1.4-7.4L1.3 9.3l7.5-.9z",
  square: "M3 3h18v18H3z",
  circle: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z",
  triangle: "M12 2l10.5 19h-21z",
  diamond: "M12 1l11 11-11 11L1 12z",
};

/**
 * The shape of a region; its word stands beside it.
 *
 * @param {{ shape: string }} props
 */
export function Shape({ shape }) {
  return (
    <svg class="grid-shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[shape] ?? PATHS.circle} />
    </svg>
  );
}
