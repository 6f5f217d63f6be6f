// What stands where with an agreement, and what its form keeps and sends.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  BLANK,
  byState,
  calendarText,
  changed,
  dayText,
  draftOf,
  gapsText,
  recall,
  stateOf,
  tapOffer,
  together,
} from "../../kit/front/activities/agreements/words.js";
import { translator } from "../../kit/front/ui/text.js";

const t = translator("en");
const one = (more) => ({
  id: "a1",
  what: "x",
  status: "proposed",
  missing: [],
  why: [],
  partners: [],
  ...more,
});

test("without owner, lead or day it is no agreement, whatever its owner said", () => {
  assert.equal(stateOf(one({})), "asks");
  assert.equal(stateOf(one({ status: "confirmed" })), "agreed");
  assert.equal(stateOf(one({ status: "confirmed", missing: ["lead"] })), "gaps");
  assert.equal(stateOf(one({ status: "declined", missing: ["lead"] })), "declined");
  assert.equal(stateOf(one({ status: "done", missing: ["lead"] })), "done");
});

test("what is missing is one sentence", () => {
  assert.equal(gapsText([], t), "");
  assert.equal(gapsText(["due"], t), "Still needed: a date.");
  assert.equal(gapsText(["owner", "lead", "due"], t), "Still needed: an owner, a lead and a date.");
});

test("a day is the same day in every time zone", () => {
  const before = process.env.TZ;
  try {
    for (const zone of ["Europe/Amsterdam", "America/Los_Angeles", "Pacific/Kiritimati"]) {
      process.env.TZ = zone;
      assert.equal(dayText("2026-04-01", "nl"), "1 april 2026");
      assert.equal(dayText("2026-04-01", "en", true), "1 April");
    }
  } finally {
    process.env.TZ = before;
  }
  assert.equal(dayText(null, "nl"), "");
});

test("agreements stand by where they are, only what there is", () => {
  const all = [one({}), one({ id: "a2", status: "confirmed" }), one({ id: "a3", status: "dropped" })];
  assert.deepEqual(
    byState(all).map(({ state, list }) => [state, list.length]),
    [
      ["agreed", 1],
      ["asks", 1],
      ["dropped", 1],
    ],
  );
});

test("what is one's own stands in the place of what all get, oldest first", () => {
  const all = together(
    [one({ id: "a10" }), one({ id: "a9" })],
    [one({ id: "a9", what: "own" }), one({ id: "a2" })],
  );
  assert.deepEqual(
    all.map(({ id, what }) => [id, what]),
    [
      ["a2", "x"],
      ["a9", "own"],
      ["a10", "x"],
    ],
  );
});

test("the first offer is where the text begins, unless somebody wrote one", () => {
  const offer = { id: "k1", text: "een gastheer" };
  const tapped = tapOffer(BLANK, offer, 280);
  assert.deepEqual([tapped.what, tapped.cards], ["een gastheer", ["k1"]]);
  assert.deepEqual(tapOffer(tapped, offer, 280), BLANK);
  const written = { ...BLANK, what: "eigen woorden" };
  assert.equal(tapOffer(written, offer, 280).what, "eigen woorden");
  assert.equal(tapOffer(tapOffer(written, offer, 280), offer, 280).what, "eigen woorden");
  assert.equal(tapOffer(BLANK, { id: "k2", text: "x".repeat(300) }, 280).what.length, 280);
});

test("an edit sends only what was touched, so that two people don't undo each other", () => {
  const before = draftOf(one({ owner: "politie", lead: null, why: [{ id: "k1", name: "x" }] }));
  assert.deepEqual([before.owner, before.lead, before.cards], ["politie", "", ["k1"]]);
  assert.deepEqual(changed(before, { ...before, lead: "wijkagent" }), { lead: "wijkagent" });
  assert.deepEqual(changed(before, { ...before, partners: ["school"] }), { partners: ["school"] });
  assert.deepEqual(changed(BLANK, BLANK), {});
});

test("a draft that can't be read is no draft", () => {
  assert.deepEqual(recall(""), {});
  assert.deepEqual(recall("{"), {});
  assert.deepEqual(recall("7"), {});
  assert.deepEqual(recall('{"lead":"wijkagent"}'), { lead: "wijkagent" });
});

test("a calendar file holds the days that are asked for, or is none", () => {
  const calendar = { head: "<", entries: { a1: "1", a3: "3" }, end: ">" };
  assert.equal(calendarText(calendar), "<13>");
  assert.equal(calendarText(calendar, ["a2", "a3"]), "<3>");
  assert.equal(calendarText(calendar, ["a2"]), "");
  assert.equal(calendarText(null), "");
});
