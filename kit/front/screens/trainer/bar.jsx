import { clockLang } from "../../activities/parts/words.js";
import { Button, Icon, LangSwitch, Mark, StatusLine, timeOfDay, useNow, useScreen } from "../../ui/index.js";

/** @typedef {import("../../ui/text.js").Translate} Translate */

/**
 * What *undo* would take back, in words.
 *
 * @param {string} kind of the event
 * @param {Translate} t
 */
export function undoWord(kind, t) {
  switch (kind) {
    case "step_entered":
      return t("going to this step");
    case "step_opened":
      return t("opening the step");
    case "step_closed":
      return t("closing the step");
    case "step_revealed":
      return t("showing it to everyone");
    case "timer_set":
      return t("changing the timer");
    case "attention_set":
      return t("asking for attention");
    case "message_set":
      return t("the message");
    case "teams_set":
      return t("changing the tables");
    case "participant_moved":
      return t("moving someone");
    case "card_hidden":
      return t("hiding or putting back a card");
    case "card_edited":
      return t("changing a card");
    case "cards_merged":
      return t("merging or taking apart cards");
    case "round_begun":
      return t("beginning a round");
    case "workshop_finished":
      return t("finishing the workshop");
    default:
      return t("the last action");
  }
}

/**
 * Ahead of or behind the plan, in minutes and words.
 *
 * @param {number | null} seconds positive when ahead
 * @param {Translate} t
 */
export function paceWord(seconds, t) {
  if (seconds == null) return "";
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (minutes === 0) return t("On schedule");
  if (seconds > 0) return minutes === 1 ? t("1 minute ahead") : t("{n} minutes ahead", { n: minutes });
  return minutes === 1 ? t("1 minute behind") : t("{n} minutes behind", { n: minutes });
}

/** The top line: what workshop this is, the time, the pace, the connection, and undo. */
export function Bar() {
  const { shared, lang, send, t } = useScreen();
  const now = useNow(true);
  const pace = shared?.console?.ahead_seconds ?? null;
  const undo = shared?.console?.undo;
  const slow = pace != null && pace <= -60;
  return (
    <header class="console-bar">
      <Mark />
      <p class="console-title">
        <strong>{shared?.title}</strong>
        <span>{shared?.programme}</span>
      </p>
      <p class="console-clock">
        <span class="hush">{t("Time now")} </span>
        {timeOfDay(now, clockLang(lang))}
      </p>
      {shared?.state === "running" && pace != null && (
        <p class={`console-pace ${slow ? "console-pace-slow" : ""}`}>
          <Icon name={slow ? "alert" : "check"} />
          {paceWord(pace, t)}
        </p>
      )}
      <StatusLine />
      <span class="console-space" />
      {undo && (
        <Button class="console-undo" icon="undo" small onClick={() => send({ kind: "undo" })}>
          {t("Undo: {what}", { what: undoWord(undo, t) })}
        </Button>
      )}
      <LangSwitch />
    </header>
  );
}
