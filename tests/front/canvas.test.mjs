// The canvas's pure helpers: where cards lie, their numbers, how zones are laid out, and what a phone shows.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  byField,
  evidenceOf,
  fieldOf,
  joinNumber,
  numbersOf,
  placeName,
  placeOf,
  ruleOf,
  showNumber,
  splitNumber,
} from "../../kit/front/activities/canvas/fields.js";
import { gridFor, rowsFor } from "../../kit/front/activities/canvas/layout.js";
import { cardsOf, merge, roomLeft } from "../../kit/front/activities/canvas/own.js";

const zone = (id, more = {}) => ({
  id,
  label: id.toUpperCase(),
  help: "",
  icon: "",
  scale: [],
  aside: false,
  evidence: null,
  ...more,
});
const view = {
  zones: [zone("early"), zone("late", { scale: [1, 5] })],
  rows: [zone("what"), zone("mood", { scale: [-2, 2] }), zone("guess", { evidence: "assumption" })],
  cards: [],
};
const MOOD = [-2, 2];

test("a place is a field, or a row of a field", () => {
  assert.equal(fieldOf("early", "mood"), "early.mood");
  assert.equal(fieldOf("early", ""), "early");
  assert.deepEqual(placeOf("early.mood"), ["early", "mood"]);
  assert.deepEqual(placeOf("early"), ["early", ""]);
  assert.equal(placeName(view, "early.mood"), "EARLY · MOOD");
  assert.equal(placeName(view, "gone"), "gone");
});

test("the scale of a row goes before that of its field", () => {
  assert.deepEqual(ruleOf(view, "late.mood"), { scale: MOOD, evidence: null });
  assert.deepEqual(ruleOf(view, "late.what").scale, [1, 5]);
  assert.equal(ruleOf(view, "early.guess").evidence, "assumption");
});

test("what the place says already is not said of each card", () => {
  assert.equal(evidenceOf(view, { zone: "early.guess", evidence: "assumption" }), null);
  assert.equal(evidenceOf(view, { zone: "early.what", evidence: "seen" }), "seen");
});

test("a number stands in front of a text, and comes off again", () => {
  for (const [text, value, rest] of [
    ["-1 niemand belt", -1, "niemand belt"],
    ["−2", -2, ""],
    ["+2: blij", 2, "blij"],
    ["0 gewoon", 0, "gewoon"],
    ["7 te veel", null, "7 te veel"],
    ["12 mensen", null, "12 mensen"],
    ["boos", null, "boos"],
  ]) {
    assert.deepEqual(splitNumber(text, MOOD), { value, rest }, text);
  }
  assert.deepEqual(splitNumber("2 mensen", []), { value: null, rest: "2 mensen" });
});

test("what is joined can be split again", () => {
  for (const value of numbersOf(MOOD)) {
    assert.deepEqual(splitNumber(joinNumber(value, "zo is het", MOOD), MOOD), { value, rest: "zo is het" });
  }
  assert.deepEqual(numbersOf(MOOD), [-2, -1, 0, 1, 2]);
  assert.deepEqual(numbersOf([]), []);
  assert.equal(joinNumber(null, " zo ", MOOD), "zo");
  assert.equal(joinNumber(1, "", [1, 5]), "1", "no plus where nothing is below zero");
  assert.equal(showNumber(-2, MOOD), "−2");
});

test("cards are laid out by their field", () => {
  const [card] = byField([{ id: "k1", zone: "early.mood" }]);
  assert.deepEqual(card, { id: "k1", zone: "early", row: "mood" });
});

test("each layout has its columns, and who writes gets room", () => {
  assert.deepEqual(
    ["columns", "rings", "ladder", "list", "quadrants", "grid"].map((layout) => gridFor(4, layout)),
    [4, 4, 1, 1, 2, 2],
  );
  assert.deepEqual(
    [1, 2, 3, 5, 6, 9, 10].map((n) => gridFor(n, "grid")),
    [1, 2, 3, 3, 3, 3, 4],
  );
  const zones = [..."abcd"].map((id) => ({ id }));
  assert.equal(rowsFor(zones, "", "grid"), "minmax(0, 1fr) minmax(0, 1fr)");
  assert.equal(rowsFor(zones, "d", "grid"), "minmax(0, 1fr) minmax(0, 2fr)");
  assert.equal(rowsFor(zones, "d", "columns"), "minmax(0, 1fr)");
});

const card = (id, more = {}) => ({
  id,
  zone: "early",
  text: id,
  merged: [],
  hints: [],
  turned: null,
  ...more,
});

test("with a sheet in hand a phone shows what is on it, and one's own", () => {
  const sheet = { number: 2, of: 3, own: false, cards: [card("k1")] };
  const found = cardsOf({ ...view, cards: [card("k9")] }, { cards: [card("k2")], sheet }, [], "s");
  assert.deepEqual(
    found.map((one) => [one.id, one.own]),
    [
      ["k2", true],
      ["k1", false],
    ],
  );
});

test("a card on its way says how one knows and has its photo", () => {
  const command = {
    kind: "add_card",
    step: "s",
    zone: "early.mood",
    text: "x",
    evidence: "seen",
    photo: "f0",
  };
  const [found] = merge([], [], [{ id: "c1", command, sent: true }], "s");
  assert.deepEqual(
    [found.evidence, found.photo, found.zone, found.sending],
    ["seen", "f0", "early.mood", true],
  );
  assert.equal(roomLeft(3, [found]), 2);
});

test("a hint about the old words does not stand at the new ones", () => {
  const own = [card("k1", { hints: ["Te kort."], turned: "Hoe maken we …?" })];
  const edit = { id: "c1", command: { kind: "edit_card", card: "k1", text: "beter" }, sent: true };
  const [found] = merge([], own, [edit], "s");
  assert.deepEqual([found.text, found.hints, found.turned], ["beter", [], null]);
});
