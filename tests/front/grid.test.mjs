// The grid's pure helpers: what is still to be answered, and the words of a place.

import assert from "node:assert/strict";
import { test } from "node:test";
import { commandOf, enough, pagesOf, pointOf, same, whole } from "../../kit/front/activities/grid/place.js";
import { placeWord, wasWord } from "../../kit/front/activities/grid/words.js";

const points = [..."ABCDE"].map((sign, n) => ({ value: n + 1, sign, label: sign.toLowerCase(), help: "" }));
const axis = (more) => ({
  title: "",
  question: "",
  points,
  criteria: [],
  classes: false,
  reverse: false,
  ...more,
});
const effort = {
  x: axis({ title: "Effect" }),
  y: axis({ title: "Moeite", reverse: true }),
};
const risk = {
  x: axis({ title: "Kans", classes: true }),
  y: axis({ title: "Gevolg", classes: true, criteria: [{ id: "letsel" }, { id: "gevoel" }] }),
};
const row = (x, y, more = {}) => ({ x, y, x_sign: "", y_sign: "", was: [], was_signs: [], ...more });

test("criteria are asked on a page of their own", () => {
  assert.deepEqual(pagesOf(effort), [["x", "y"]]);
  assert.deepEqual(pagesOf(risk), [["x"], ["y"]]);
});

test("one criterion is enough to go on, all of them are whole", () => {
  const some = { x: 3, y: null, scores: { letsel: "B" } };
  assert.ok(enough(risk, some) && !whole(risk, some));
  assert.ok(!enough(risk, { ...some, x: null }));
  assert.ok(enough(risk, { ...some, x: null }, ["y"]));
  assert.ok(whole(risk, { ...some, scores: { letsel: "B", gevoel: "0" } }));
  assert.ok(!enough(effort, { x: 3, y: null, scores: {} }));
  assert.ok(whole(effort, { x: 3, y: 1, scores: {} }));
});

test("a command says what the axis asks, and no more", () => {
  assert.deepEqual(commandOf(effort, "k1", { x: 3, y: 1, scores: {} }), {
    kind: "place_card",
    card: "k1",
    x: 3,
    y: 1,
  });
  assert.deepEqual(commandOf(risk, "k1", { x: 3, y: 4, scores: { letsel: "B" } }), {
    kind: "place_card",
    card: "k1",
    x: 3,
    scores: { letsel: "B" },
  });
});

test("two say the same whatever came first", () => {
  const one = { x: 3, y: 2, scores: { letsel: "B", gevoel: "C" } };
  assert.ok(same(risk, one, { x: 3, y: null, scores: { gevoel: "C", letsel: "B" } }));
  assert.ok(!same(risk, one, { ...one, scores: { letsel: "B" } }));
  assert.ok(!same(effort, { x: 3, y: 2, scores: {} }, { x: 3, y: 3, scores: {} }));
});

test("a place is said in words, by class or by number", () => {
  assert.equal(placeWord(effort, row(2.25, 4), "nl"), "Effect 2,3 · Moeite 4");
  assert.equal(placeWord(risk, row(3, 2, { x_sign: "C", y_sign: "B" }), "nl"), "Kans C · Gevolg B");
  assert.equal(wasWord(effort, row(2, 4), "nl"), "");
  const moved = row(2, 4, { x_sign: "B", y_sign: "D", was: [3, 4], was_signs: ["C", "D"] });
  assert.equal(wasWord(risk, moved, "nl"), "Kans C · Gevolg D");
  assert.equal(pointOf(risk.x, 3).label, "c");
  assert.equal(pointOf(risk.x, 0).sign, "0");
});
