// The grid's pure helpers: where things stand in the drawing, and what is still to be answered.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  along,
  areaBox,
  arrange,
  names,
  PLANE,
  RADIUS,
  spot,
} from "../../kit/front/activities/grid/layout.js";
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
const area = (left, right, bottom, top) => ({ left, right, bottom, top });
const region = (id, ...areas) => ({ id, title: id, text: "", shape: "star", areas });
const effort = {
  x: axis({ title: "Effect" }),
  y: axis({ title: "Moeite", reverse: true }),
  regions: [
    region("win", area(3.5, 5.5, 0.5, 2.5)),
    region("project", area(3.5, 5.5, 0.5, 5.5)),
    region("chore", area(0.5, 5.5, 0.5, 2.5)),
    region("leave", area(0.5, 5.5, 0.5, 5.5)),
  ],
};
const risk = {
  x: axis({ title: "Kans", classes: true }),
  y: axis({ title: "Gevolg", classes: true, criteria: [{ id: "letsel" }, { id: "gevoel" }] }),
  regions: [
    region("priority", area(2.5, 5.5, 2.5, 5.5), area(0.5, 5.5, 4.5, 5.5)),
    region("watch", area(0.5, 5.5, 0.5, 5.5)),
  ],
};
const row = (x, y, more = {}) => ({ x, y, x_sign: "", y_sign: "", was: [], was_signs: [], ...more });
const far = (marks) =>
  marks.flatMap((a, i) => marks.slice(i + 1).map((b) => Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y)));

test("a scale fills its axis, half a unit beyond the outer points, either way round", () => {
  assert.equal(along(effort, "x", 0.5), PLANE.left);
  assert.equal(along(effort, "x", 5.5), PLANE.right);
  assert.equal(along(risk, "y", 0.5), PLANE.bottom, "little is below");
  assert.equal(along(effort, "y", 0.5), PLANE.top, "unless the axis is turned round");
});

test("an area has a size, whichever way the axes run", () => {
  for (const view of [effort, risk]) {
    const box = areaBox(view, view.regions[0].areas[0]);
    assert.ok(box.width > 0 && box.height > 0);
    assert.equal(box.y, PLANE.top, "what is urgent lies at the top");
  }
});

test("every region has its name in a corner that is its own", () => {
  const found = names(effort);
  assert.deepEqual([...found.keys()].sort(), ["chore", "leave", "project", "win"]);
  assert.ok(found.get("win").end && found.get("win").y < 100, "top right");
  assert.deepEqual([...names(risk).keys()], ["priority", "watch"]);
});

test("marks in one place make room for each other", () => {
  const marks = arrange(effort, [row(3, 3), row(3, 3), row(3, 3), row(3.1, 3), row(5, 1), row(5, 1)]);
  assert.deepEqual(marks[0].at, spot(effort, 3, 3), "the first stays");
  assert.ok(Math.min(...far(marks)) >= 2 * RADIUS);
  for (const { at } of marks) {
    assert.ok(at.x >= PLANE.left + RADIUS && at.x <= PLANE.right - RADIUS);
    assert.ok(at.y >= PLANE.top + RADIUS && at.y <= PLANE.bottom - RADIUS);
  }
});

test("a risk stays in its own cell, however many there are", () => {
  for (const many of [1, 2, 4, 6, 12]) {
    const marks = arrange(
      risk,
      Array.from({ length: many }, () => row(2, 4)),
    );
    const cell = areaBox(risk, area(1.5, 2.5, 3.5, 4.5));
    for (const { at } of marks) {
      assert.ok(at.x > cell.x && at.x < cell.x + cell.width, `${many} in a cell`);
      assert.ok(at.y > cell.y && at.y < cell.y + cell.height, `${many} in a cell`);
    }
    const middle = marks.reduce((sum, { at }) => sum + at.x, 0) / many;
    if (many < 4) assert.ok(Math.abs(middle - along(risk, "x", 2)) < 1e-6);
    assert.equal(new Set(marks.map(({ at }) => `${at.x}/${at.y}`)).size, many);
  }
});

test("what has no impact at all is not in the diagram", () => {
  assert.equal(arrange(risk, [row(3, 0), row(3, 1)]).length, 1);
});

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
