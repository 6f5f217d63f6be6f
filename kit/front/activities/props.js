// Types only: what every component of an activity gets.

/**
 * @template View the activity's shared view
 * @template [Own=any] the activity's view for this viewer
 * @typedef {{
 *   shared: import("../generated/messages.js").Shared,
 *   mine: import("../generated/messages.js").Mine | null,
 *   view: View,
 *   own: Own | null,
 *   send: (command: Record<string, any>) => Promise<import("../host/types.js").Outcome>,
 *   t: import("../ui/text.js").Translate,
 * }} Props
 */

export {};
