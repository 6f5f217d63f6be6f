import { useScreen } from "../ui/index.js";

/**
 * Who sees what, what is kept where and for how long, and that you may stop: questions with their answers. At most 120
 * words together; a test counts them.
 *
 * @param {import("../ui/text.js").Translate} t
 * @returns {[string, string][]}
 */
export function privacy(t) {
  return [
    [
      t("Who sees what?"),
      t("Everyone may see your cards and your organisation. Of a vote, the room only sees the result."),
    ],
    [
      t("What is kept, and why?"),
      t(
        "Your cards, votes, organisation and table, for the workshop and the report. In an anonymous step nobody can trace your card afterwards.",
      ),
    ],
    [
      t("Where, and how long?"),
      t(
        "On the trainer's laptop, not on the internet. The trainer removes names within 30 days. The report has no names.",
      ),
    ],
    [t("Do I have to?"), t("No. You may stop at any moment. Ask the trainer if you have a question.")],
  ];
}

export function Privacy() {
  const { t } = useScreen();
  return (
    <dl class="privacy">
      {privacy(t).map(([question, answer]) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
