// Suggestions for merging: which are still to be looked at.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  forget,
  MOST,
  nameOf,
  nextOf,
  toLookAt,
  waveAway,
} from "../../kit/front/activities/parts/doubles.js";

const cards = [..."abcdefghijklmn"].map((id) => ({ id }));
const names = (groups, among = cards) => toLookAt(groups, among).map(nameOf);

beforeEach(forget);

test("suggestions come in the order they were made, five at the most", () => {
  assert.deepEqual(
    names([
      ["c", "a"],
      ["b", "d"],
    ]),
    ["c a", "b d"],
  );
  const many = [..."abcdef"].map((id, n) => [id, "ghijkl"[n]]);
  assert.equal(MOST, 5);
  assert.equal(names(many).length, MOST);
});

test("what is not on the screen is not suggested", () => {
  assert.deepEqual(names([["a", "z"]]), []);
  assert.deepEqual(names([["a", "z", "b"]]), ["a b"]);
});

test("what was waved away stays away, and makes room for the next", () => {
  waveAway(["b", "a"]);
  const many = [..."abcdef"].map((id, n) => [id, "bhijkl"[n]]);
  assert.deepEqual(names(many), ["b h", "c i", "d j", "e k", "f l"]);
  assert.deepEqual(names([["a", "b"]]), []);
});

test("two that differ are not suggested with a third, but each may be", () => {
  waveAway(["a", "b"]);
  assert.deepEqual(names([["a", "b", "c"]]), ["a c"]);
  waveAway(["a", "c", "d"]);
  assert.deepEqual(names([["a", "b", "c"]]), []);
  assert.deepEqual(names([["b", "c"]]), ["b c"]);
});

test("the suggestion that is looked at stays as long as it holds", () => {
  const found = toLookAt(
    [
      ["a", "b"],
      ["c", "d"],
    ],
    cards,
  );
  assert.equal(nameOf(nextOf(found, "")), "a b");
  assert.equal(nameOf(nextOf(found, "c d")), "c d");
  assert.equal(nameOf(nextOf(found, "a c")), "a b");
  assert.equal(nextOf([], "a b"), undefined);
});
