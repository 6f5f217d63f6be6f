// Where what is said and counted comes from. Pure.

/**
 * @typedef {import("../../generated/messages.js").QuoteView} Quote
 * @typedef {import("../../generated/messages.js").FactView} Figure
 * @typedef {import("../../ui/text.js").Translate} Translate
 */

/**
 * Where quotes come from: `all` is one sentence when each was written for the case, else `from` tells of each.
 *
 * @param {Quote[]} quotes
 * @param {Translate} t
 */
export function quotesFrom(quotes, t) {
  const written = quotes.length > 0 && quotes.every((one) => one.written);
  return {
    all: written ? t("These quotes were written for this case.") : "",
    /** @param {Quote} one */
    from: (one) => (written ? "" : quoteFrom(one, t)),
  };
}

/**
 * Where one quote comes from; nothing where the case does not say.
 *
 * @param {Quote} quote
 * @param {Translate} t
 */
export function quoteFrom(quote, t) {
  return quote.written ? t("written for this case") : quote.source;
}

/**
 * Of when a figure is and where it comes from.
 *
 * @param {Figure} figure
 * @param {Translate} t
 */
export function figureFrom(figure, t) {
  const from = figure.invented ? t("invented for this case") : figure.source;
  return [figure.date, from].filter(Boolean).join(" · ");
}
