// Icons as strokes on a 24-unit square, drawn here so that nothing is fetched.

/** @type {Record<string, string>} */
const PATHS = {
  add: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  check: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6L6 18",
  edit: "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v5M14 11v5",
  undo: "M9 7L4 12l5 5M4 12h10a5 5 0 0 1 0 8h-2",
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  down: "M5 9l7 7 7-7",
  up: "M5 15l7-7 7 7",
  eye: "M2 12c3-5 6.5-7 10-7s7 2 10 7c-3 5-6.5 7-10 7s-7-2-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  hidden:
    "M4 4l16 16M6.5 7.5C4.7 8.7 3.3 10.2 2 12c3 5 6.5 7 10 7 1.9 0 3.7-.6 5.5-1.7M10 5.2c.7-.1 1.3-.2 2-.2 3.5 0 7 2 10 7-.7 1.2-1.5 2.2-2.3 3.1",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
  pause: "M8 5v14M16 5v14",
  play: "M7 4l13 8-13 8z",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c.5-4 3.5-6 7-6s6.5 2 7 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.2.8 3.6 2.6 4 5.5",
  table: "M3 9h18M5 9l-1 11M19 9l1 11M6 5h12l3 4H3z",
  message: "M4 5h16v11H10l-4 4v-4H4z",
  branch: "M7 4v9a4 4 0 0 0 4 4h7M14 13l4 4-4 4",
  merge: "M6 4v4c0 4 6 4 6 8v4M18 4v4c0 4-6 4-6 8M9 17l3 3 3-3",
  split: "M12 4v4c0 4-6 4-6 8v4M12 8c0 4 6 4 6 8v4",
  quote: "M9 7c-3 1-4.5 3-4.5 6v4h5v-5h-3c0-2 1-3 2.5-3.5M18.5 7c-3 1-4.5 3-4.5 6v4h5v-5h-3c0-2 1-3 2.5-3.5",
  flag: "M6 21V4M6 4c5-2 7 3 13 0v10c-6 3-8-2-13 0",
  star: "M12 3l2.7 5.8 6.3.8-4.6 4.3 1.2 6.2L12 17l-5.6 3.1 1.2-6.2L3 9.6l6.3-.8z",
  offline:
    "M4 4l16 16M2 9c2-1.8 4-2.9 6.2-3.5M12.5 5c3.7.1 6.8 1.5 9.5 4M5.5 13c1.5-1.3 3-2.1 4.7-2.4M15.5 11.5c1.1.4 2 1 3 1.8M9 16.5c2-1.5 4-1.5 6 0",
  alert: "M12 3l10 18H2zM12 10v5M12 17.5v.5",
  look: "M12 20V5M5 11l7-7 7 7",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 4 6 4 9s-1 6-4 9c-3-3-4-6-4-9s1-6 4-9z",
  screen: "M3 4h18v12H3zM9 21h6M12 16v5",
  download: "M12 4v11M7 10l5 5 5-5M5 20h14",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3L19 19M5 19l1.7-1.7M17.3 6.7L19 5",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
  paper: "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7",
  box: "M5 5h14v14H5z",
  boxed: "M19 11v8H5V5h10M9 11l3.5 3.5L20 6.5",
  dot: "M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12z",
  tip: "M9 18h6M10 21h4M8 15c-1.6-1.2-2.5-3-2.5-5a6.5 6.5 0 0 1 13 0c0 2-.9 3.8-2.5 5z",
  guess: "M9 9a3 3 0 1 1 4.5 2.6c-.9.5-1.5 1.2-1.5 2.4M12 17.5v.5M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  camera: "M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
  turn: "M4 12a8 8 0 0 1 14-5.3L20 9M20 4v5h-5M20 12a8 8 0 0 1-14 5.3L4 15M4 20v-5h5",
  more: "M5 12h.01M12 12h.01M19 12h.01",
};

/**
 * An icon beside text is decoration; give `label` only where it stands alone.
 *
 * @param {{ name: string, label?: string, class?: string }} props
 */
export function Icon({ name, label, class: extra }) {
  return (
    <svg
      class={`icon ${extra ?? ""}`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2.25"
      stroke-linecap="round"
      stroke-linejoin="round"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : "true"}
      focusable="false"
    >
      <path d={PATHS[name] ?? PATHS.dot} />
    </svg>
  );
}

/** The kit's mark: four partners around one square. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect
        x="7"
        y="7"
        width="18"
        height="18"
        rx="3"
        transform="rotate(45 16 16)"
        fill="var(--leefkit-color-accent)"
      />
      <circle cx="16" cy="5" r="4" fill="var(--leefkit-phase-open)" />
      <circle cx="27" cy="16" r="4" fill="var(--leefkit-phase-empathise)" />
      <circle cx="16" cy="27" r="4" fill="var(--leefkit-phase-test)" />
      <circle cx="5" cy="16" r="4" fill="var(--leefkit-phase-define)" />
    </svg>
  );
}
