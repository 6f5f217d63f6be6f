import assert from "node:assert/strict";
import { test } from "node:test";
import { give, given, recall, signature } from "../../kit/front/activities/ballot/votes.js";
import { merge, roomLeft } from "../../kit/front/activities/canvas/own.js";
import { safeStore } from "../../kit/front/host/store.js";
import { privacy } from "../../kit/front/phone/privacy.jsx";
import { clock, left } from "../../kit/front/ui/format.js";
import { translator } from "../../kit/front/ui/text.js";

const card = (id, text, more = {}) => ({ id, zone: "idea", text, merged: [], parent: null, ...more });
const entry = (id, command, more = {}) => ({ id, command, sent: true, ...more });

test("seconds read as a clock", () => {
  assert.deepEqual([245, 59.2, 0, 3723, -30].map(clock), ["4:05", "1:00", "0:00", "1:02:03", "-0:30"]);
});

test("a timer that runs, is paused, or is not there", () => {
  assert.equal(left({ total: 60, ends: 130, left: null }, 100), 30);
  assert.equal(left({ total: 60, ends: null, left: 20 }, 100), 20);
  assert.equal(left({ total: 0, ends: null, left: null }, 100), null);
  assert.equal(left(null, 100), null);
});

test("a sentence in both languages, with its values", () => {
  assert.equal(translator("nl")("{n} of {dots} dots left", { n: 3, dots: 5 }), "Nog 3 van 5 stippen");
  assert.equal(translator("en")("{n} of {dots} dots left", { n: 3, dots: 5 }), "3 of 5 dots left");
  assert.equal(translator(undefined)("Send vote"), "Stem versturen");
  assert.equal(translator("en")("keeps {what} it does not know"), "keeps {what} it does not know");
});

test("what people should know before they join fits on a screen", () => {
  for (const lang of ["nl", "en"]) {
    const words = privacy(translator(lang)).flat().join(" ").split(/\s+/);
    assert.ok(words.length <= 120, `${words.length} words in ${lang}`);
    assert.ok(words.length > 60, "all of it is translated");
  }
});

test("dots keep to the limits, and one tap back is always possible", () => {
  const rules = { dots: 3, most: 2 };
  let votes = {};
  for (const [name, by] of [
    ["a", 1],
    ["a", 1],
    ["a", 1],
    ["b", 1],
    ["c", 1],
  ])
    votes = give(votes, name, by, rules);
  assert.deepEqual(votes, { a: 2, b: 1 });
  assert.equal(given(votes), 3);
  assert.deepEqual(give(give(votes, "b", -1, rules), "b", -1, rules), { a: 2 });
});

test("a single dot moves to the card that is tapped", () => {
  assert.deepEqual(give({ a: 1 }, "b", 1, { dots: 1, most: 1 }), { b: 1 });
});

test("votes that say the same are the same", () => {
  assert.equal(signature({ b: 1, a: 2, c: 0 }), signature({ a: 2, b: 1 }));
  assert.notEqual(signature({ a: 1 }), signature({ a: 2 }));
});

test("votes kept on the device forget cards that are no longer on the ballot", () => {
  assert.deepEqual(recall('{"a":2,"weg":1}', new Set(["a"])), { a: 2 });
  assert.equal(recall("", new Set(["a"])), null);
});

test("own cards come first, newest first, and none twice", () => {
  const shared = [card("k1", "van een ander"), card("k2", "van mij"), card("k3", "ook van een ander")];
  const cards = merge(shared, [card("k2", "van mij")], [], "s");
  assert.deepEqual(
    cards.map(({ id, own }) => [id, own]),
    [
      ["k2", true],
      ["k3", false],
      ["k1", false],
    ],
  );
});

test("an own card that lies under a merged one is not shown beside it", () => {
  const shared = [card("k9", "samen", { merged: ["van mij", "van jou"] })];
  assert.deepEqual(
    merge(shared, [card("k2", "van mij")], [], "s").map(({ id }) => id),
    ["k9"],
  );
});

test("cards on their way are shown, changed or gone already", () => {
  const own = [card("k2", "twee"), card("k1", "een")];
  const pending = [
    entry("a-1", { kind: "add_card", step: "s", zone: "idea", text: "drie" }),
    entry("a-2", { kind: "add_card", step: "anders", zone: "idea", text: "hoort hier niet" }),
    entry("a-3", { kind: "edit_card", card: "k2", text: "twee, beter" }),
    entry("a-4", { kind: "withdraw_card", card: "k1" }),
  ];
  const cards = merge([], own, pending, "s");
  assert.deepEqual(
    cards.map(({ text, sending }) => [text, sending ?? false]),
    [
      ["drie", true],
      ["twee, beter", true],
    ],
  );
});

test("a refused card is shown with the reason and takes no room", () => {
  const add = { kind: "add_card", step: "s", zone: "idea", text: "te veel" };
  const waiting = merge([], [card("k1", "een")], [entry("a-1", add)], "s");
  assert.equal(roomLeft(2, waiting), 1);
  const refused = merge([], [card("k1", "een")], [entry("a-1", add, { error: { message: "Vol." } })], "s");
  assert.equal(refused[0].error.message, "Vol.");
  assert.equal(roomLeft(2, refused), 2);
  assert.equal(roomLeft(null, refused), null);
});

test("a browser without storage still takes part", () => {
  const store = safeStore(() => {
    throw new Error("SecurityError");
  });
  store.setItem("a", "1");
  assert.equal(store.getItem("a"), "1");
  assert.equal(store.length, 1);
});
