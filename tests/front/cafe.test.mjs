// Where a round of the café stands, which theme a card is about, and which notes lie on a table.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gather } from "../../kit/front/activities/cafe/own.js";
import { keepWords, mix, stage, themeOf } from "../../kit/front/activities/cafe/words.js";
import { translator } from "../../kit/front/ui/text.js";

const t = translator("en");
const view = {
  variant: "theme_per_round",
  round_minutes: 20,
  switch_minutes: 3,
  themes: [{ id: "a" }, { id: "b" }],
};
const card = (more) => ({ id: "k1", zone: "idea", text: "x", merged: [], round: 1, ...more });

test("a round is for walking, talking, choosing, and over", () => {
  const timer = (left) => ({ total: 23 * 60, ends: null, left });
  assert.equal(stage(view, timer(23 * 60), 0), "walk");
  assert.equal(stage(view, timer(20 * 60), 0), "talk");
  assert.equal(stage(view, timer(121), 0), "talk");
  assert.equal(stage(view, timer(120), 0), "keep");
  assert.equal(stage(view, timer(0), 0), "over");
  assert.equal(stage(view, { total: 23 * 60, ends: 1000, left: null }, 900), "keep");
});

test("without a timer people talk", () => {
  assert.equal(stage(view, null, 0), "talk");
  assert.equal(stage(view, { total: 0, ends: null, left: null }, 0), "talk");
  assert.equal(stage({ ...view, switch_minutes: 0 }, { total: 1300, ends: null, left: 1300 }, 0), "talk");
});

test("a short round gives a quarter of its time to choosing", () => {
  const short = { ...view, round_minutes: 4 };
  assert.equal(stage(short, { total: 420, ends: null, left: 61 }, 0), "talk");
  assert.equal(stage(short, { total: 420, ends: null, left: 60 }, 0), "keep");
});

test("a card is about the theme of its round, or of its table", () => {
  assert.equal(themeOf(view, { round: 2 }).id, "b");
  assert.equal(themeOf(view, { round: 3 }).id, "b", "the last theme goes on");
  const tables = [{ name: "Tafel 1" }, { name: "Tafel 2" }, { name: "Tafel 3" }];
  const each = { ...view, variant: "theme_per_table", tables };
  assert.equal(themeOf(each, { table: "Tafel 2" }).id, "b");
  assert.equal(themeOf(each, { table: "Tafel 3" }).id, "a", "a theme may stand on several tables");
});

test("what a table keeps is said in words", () => {
  assert.equal(keepWords({ insights: 3, questions: 1 }, t), "3 insights and 1 question");
  assert.equal(keepWords({ insights: 1, questions: 0 }, t), "1 insight");
  assert.equal(keepWords({ insights: 0, questions: 2 }, t), "2 questions");
});

test("organisations go by name, with how many where there are more", () => {
  const known = [{ id: "school", name: "School" }];
  assert.deepEqual(mix({ school: 2, "De Brug": 1 }, known), ["School (2)", "De Brug"]);
});

test("notes that are on their way lie on the table too", () => {
  const own = [card({ id: "k2", editable: true })];
  const pending = [
    { id: "c1", command: { kind: "add_card", step: "cafe", zone: "insight", text: "nieuw" } },
    { id: "c2", command: { kind: "add_card", step: "other", zone: "idea", text: "elders" } },
    { id: "c3", command: { kind: "edit_card", card: "k1", text: "anders" } },
    {
      id: "c4",
      command: { kind: "add_card", step: "cafe", zone: "insight", text: "te veel" },
      error: { message: "vol" },
    },
  ];
  const found = gather([card({}), card({ id: "k2" })], own, pending, "cafe", 2);
  assert.deepEqual(
    found.map((one) => [
      one.text,
      one.own,
      one.editable,
      one.round,
      Boolean(one.sending),
      one.error?.message,
    ]),
    [
      ["anders", false, false, 1, true, undefined],
      ["x", true, true, 1, false, undefined],
      ["nieuw", true, false, 2, true, undefined],
      ["te veel", true, false, 2, false, "vol"],
    ],
  );
  const gone = [{ id: "c5", command: { kind: "withdraw_card", card: "k2" } }];
  assert.deepEqual(gather([card({}), card({ id: "k2" })], own, gone, "cafe", 2).length, 1);
});
