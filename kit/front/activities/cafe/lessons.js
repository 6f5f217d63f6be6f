// The four lessons by which a harvest is ordered.

/**
 * @param {string} lesson
 * @param {import("../../ui/text.js").Translate} t
 */
export function lessonWord(lesson, t) {
  if (lesson === "urgency") return t("Urgency");
  if (lesson === "ownership") return t("Ownership");
  return lesson === "language_perspective" ? t("Language and perspective") : t("Vision and direction");
}

/**
 * The question behind a lesson.
 *
 * @param {string} lesson
 * @param {import("../../ui/text.js").Translate} t
 */
export function lessonHelp(lesson, t) {
  if (lesson === "urgency") return t("Does everyone feel that this must be done, in quiet times too?");
  if (lesson === "ownership") return t("Who does what, and where do we complete each other?");
  return lesson === "language_perspective"
    ? t("Do we mean the same, and do we see what others see?")
    : t("Do we all have the same goal in mind, and who directs?");
}
