// The ballot's pure helpers: what a tap makes of a vote, and what a result says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choicesOf } from "../../kit/front/activities/ballot/choices.jsx";
import {
  closeAt,
  gaveWord,
  lowestWord,
  majorityWord,
  measure,
  ruleWord,
} from "../../kit/front/activities/ballot/facts.js";
import {
  answer,
  inOrder,
  inPlace,
  recall,
  said,
  shift,
  signature,
  toggle,
} from "../../kit/front/activities/ballot/votes.js";
import { methodWord, progressWord, votersWord } from "../../kit/front/activities/ballot/words.js";
import { translator } from "../../kit/front/ui/text.js";

const t = translator("en");

test("the same answer again takes it back, another one takes its place", () => {
  assert.deepEqual(answer({}, "a", 1), { a: 1 });
  assert.deepEqual(answer({ a: 1, b: 0 }, "a", -1), { a: -1, b: 0 });
  assert.deepEqual(answer({ a: -1, b: 0 }, "b", 0), { a: -1 });
});

test("neutral is an answer, and no dot is none", () => {
  assert.equal(signature({ a: 0 }), signature({}));
  assert.notEqual(signature({ a: 0 }, "approval"), signature({}, "approval"));
  assert.equal(said({ a: 0 }), 1);
});

test("what is tapped gets the next place, and leaves no gap when it goes", () => {
  let votes = {};
  for (const card of ["c", "a", "b"]) votes = toggle(votes, card);
  assert.deepEqual(votes, { c: 1, a: 2, b: 3 });
  assert.deepEqual(toggle(votes, "a"), { c: 1, b: 2 });
  assert.deepEqual(inPlace(votes), ["c", "a", "b"]);
});

test("a card moves up and down, and no further than the ends", () => {
  const votes = { a: 1, b: 2, c: 3 };
  assert.deepEqual(inPlace(shift(votes, "c", -1)), ["a", "c", "b"]);
  assert.deepEqual(inPlace(shift(votes, "a", 1)), ["b", "a", "c"]);
  assert.deepEqual(inPlace(shift(votes, "a", -1)), ["a", "b", "c"]);
  assert.deepEqual(inPlace(shift(votes, "c", 1)), ["a", "b", "c"]);
});

test("an order that was kept closes up around a card that is gone", () => {
  const kept = JSON.stringify({ a: 1, b: 2, c: 3 });
  assert.deepEqual(recall(kept, new Set(["a", "c"]), "ranking"), { a: 1, c: 2 });
  assert.deepEqual(recall(kept, new Set(["a", "c"]), "score"), { a: 1, c: 3 });
  assert.equal(recall("", new Set(["a"])), null);
});

test("everyone gets the cards in their own order", () => {
  assert.deepEqual(
    inOrder([{ card: "a" }, { card: "b" }], ["b", "a"]).map(({ card }) => card),
    ["b", "a"],
  );
});

test("what one can say depends on the method", () => {
  const weights = (method) => choicesOf(method, t).map(({ weight }) => weight);
  assert.deepEqual(weights("approval"), [1, 0, -1]);
  assert.deepEqual(weights("score"), [1, 2, 3, 4, 5]);
  assert.deepEqual(weights("budget"), [1]);
});

const row = (more) => ({
  card: "a",
  voters: 8,
  answered: 12,
  against: 1,
  points: 8,
  share: 2 / 3,
  scale: 63.9,
  majority: 4,
  lowest: 0.25,
  label: "broad",
  chosen: true,
  place: 1,
  wins: 3,
  mark: 3.84,
  middle: 4,
  cost: 4,
  ...more,
});
const view = (method, more = {}) => ({
  method,
  dots: 5,
  budget: 12,
  options: [{ card: "a" }, { card: "b" }],
  result: {
    rows: [row(), row({ card: "b", place: 2, chosen: false, points: 4 })],
    voters: 12,
    organisations: 6,
    tables: false,
    rank: "support",
    close: true,
    ...more,
  },
});

test("what the voters gave is told in the words of the method", () => {
  const said = (method) => gaveWord(row(), view(method), "en", t);
  assert.equal(said("dots"), "8 dots");
  assert.equal(said("approval"), "8 for, 3 neutral, 1 against");
  assert.equal(said("ranking"), "comes before 3 of 1 others");
  assert.equal(said("score"), "mean mark 3.8, middle 4");
  assert.equal(said("budget"), "8 of 12 voters");
});

test("a bar shows what decided, and so does the sentence below it", () => {
  const bar = (method, more) => measure(row(), view(method, more), "en", t);
  assert.deepEqual([bar("dots").share, bar("dots").text], [0.639, "64"]);
  assert.deepEqual([bar("dots", { rank: "points" }).share, bar("dots", { rank: "points" }).text], [1, "8"]);
  assert.equal(bar("approval", { rank: "points" }).text, "67%");
  assert.equal(bar("ranking").text, "3");
  assert.equal(bar("ranking", { rank: "points" }).text, "8");
  assert.deepEqual([bar("score").share.toFixed(2), bar("score").text], ["0.71", "3.8"]);
  const sentences = ["dots", "approval", "ranking", "score", "budget"].flatMap((method) =>
    ["support", "points"].map((rank) => ruleWord(view(method, { rank }), t)),
  );
  assert.ok(sentences.every((sentence) => sentence.startsWith("The bar ")));
  assert.equal(new Set(sentences).size, 9, "dots and approval have one sentence in common");
});

test("tables are called tables", () => {
  const { result } = view("approval", { tables: true });
  assert.equal(majorityWord(row(), result, t), "4 of 6 tables support it");
  assert.equal(lowestWord(row(), result, "en", t), "");
  assert.match(ruleWord(view("approval", { tables: true }), t), /every table counts the same/);
  assert.equal(votersWord(result, t), "12 tables voted.");
});

test("the lowest share never says whose it is, and one organisation alone has none", () => {
  assert.equal(lowestWord(row(), view("dots").result, "en", t), "lowest support 25%");
  assert.equal(lowestWord(row(), view("dots", { organisations: 1 }).result, "en", t), "");
  assert.equal(majorityWord(row(), view("dots", { organisations: 1 }).result, t), "");
});

test("nearly equal is said below the last that goes on", () => {
  assert.equal(closeAt(view("dots").result), 1);
  assert.equal(closeAt(view("dots", { close: false }).result), 0);
});

test("the larger screens say how far a ballot is", () => {
  const far = (method, votes) => progressWord(view(method), votes, t);
  assert.equal(far("dots", { a: 2 }), "3 of 5 dots left");
  assert.equal(far("approval", { a: 0 }), "1 of 2 answered");
  assert.equal(far("ranking", { a: 1 }), "1 of 2 in order");
  assert.equal(far("budget", {}), "0 of 2 supported");
  assert.equal(methodWord(view("budget"), t), "12 points to spend together");
});
