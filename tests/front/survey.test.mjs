// What a phone knows of the answers on it, and how a change is put into words.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  asked,
  codeOf,
  firstOpen,
  inHalves,
  isAnswered,
  known,
  others,
  take,
} from "../../kit/front/activities/survey/answers.js";
import { giveSlip, slipOf } from "../../kit/front/activities/survey/slips.js";
import {
  caveats,
  countsWord,
  measureName,
  told,
  verdictWord,
} from "../../kit/front/activities/survey/words.js";
import { translator } from "../../kit/front/ui/text.js";

const t = translator("en");
const view = {
  moment: "after",
  items: [
    { id: "A1", each: false },
    { id: "N2", each: true, construct: "lines to others" },
  ],
  sets: [{ id: "A", name: "Working together" }],
  about: [
    { id: "police", name: "Police" },
    { id: "school", name: "School" },
    { id: "care", name: "Care" },
  ],
};

test("answers on their way stand over those that are in", () => {
  const pending = [
    { id: "1", sent: true, command: { kind: "answer", step: "a", answers: { A1: 4 } } },
    { id: "2", sent: false, command: { kind: "answer", step: "a", answers: { A1: 5, A2: null } } },
    { id: "3", sent: false, command: { kind: "answer", step: "b", answers: { A1: 1 } } },
    { id: "4", sent: true, command: { kind: "answer", step: "a", answers: { A1: 2 } }, error: { code: "x" } },
  ];
  assert.deepEqual(known({ A1: 3, A3: 1 }, pending, "a"), { A1: 5, A2: null, A3: 1 });
  assert.deepEqual(known(undefined, [], "a"), {});
});

test("answers about organisations take the place of all of that question", () => {
  const had = { "N2:police": 1, "N2:care": 0, N20: 1, A1: 3 };
  assert.deepEqual(take(had, { "N2:school": 1 }), { "N2:school": 1, N20: 1, A1: 3 });
  assert.deepEqual(take({ N2: 0.5 }, { "N2:school": 1 }), { "N2:school": 1 });
});

test("nobody is asked about their own organisation", () => {
  const about = others(view, "school");
  assert.deepEqual(
    about.map((one) => one.id),
    ["police", "care"],
  );
  assert.equal(asked(view, about).length, 2);
  assert.equal(asked(view, []).length, 1);
  assert.equal(others(view, null).length, 3);
});

test("somebody goes on at the first question without an answer", () => {
  const about = others(view, "school");
  assert.equal(firstOpen(view.items, {}, about), 0);
  assert.equal(firstOpen(view.items, { A1: null, "N2:police": 1 }, about), 1);
  assert.equal(firstOpen(view.items, { A1: 3, "N2:police": 1, "N2:care": null }, about), 2);
  assert.ok(isAnswered(view.items[1], { N2: 0.5 }, about), "a share stands for the whole list");
});

test("a code is easier to read in halves", () => {
  assert.equal(inHalves("K7QF3M"), "K7Q F3M");
});

test("a code is shown as it was meant", () => {
  assert.equal(codeOf(" k7q-f3m "), "K7QF3M");
  assert.equal(codeOf("é"), "");
});

test("a change is never called proof", () => {
  assert.equal(verdictWord("higher", t), "Higher");
  assert.equal(verdictWord("lower", t), "Lower");
  assert.equal(verdictWord("unclear", t), "No clear difference");
  assert.equal(countsWord({ up: 3, same: null, down: 1 }, t), "3 higher, 0 the same, 1 lower");
  assert.match(caveats(view, t).join(" "), /right after a day.*no group to compare.*not a validated scale/);
  assert.doesNotMatch(caveats({ ...view, moment: "followup" }, t).join(" "), /right after a day/);
});

test("a measure is called after its set, or after what the question is about", () => {
  assert.equal(measureName(view, "A"), "Working together");
  assert.equal(measureName(view, "N2"), "Lines to others");
  assert.deepEqual(told({ measures: [{ shown: "nothing" }, { shown: "counts" }] }), [{ shown: "counts" }]);
});

/** A phone on which somebody types slips; the workshop answers each with a refusal, or keeps it. */
function phone(step) {
  const one = { stored: "", sent: [], storedMeanwhile: [] };
  const keep = (text) => {
    one.stored = text;
  };
  one.gives = (typed, error) => {
    const send = async (command) => {
      one.sent.push(command);
      one.storedMeanwhile.push(one.stored);
      return error ? { ok: false, error } : { ok: true };
    };
    return giveSlip({ step, typed, draft: one.stored, keep, send });
  };
  one.shows = () => slipOf(step, one.stored);
  return one;
}

test("the code of a slip leaves the storage of the phone once it is kept, and the page still shows it", async () => {
  const one = phone("s1");
  assert.equal(await one.gives("k7q-f3m"), "");
  assert.deepEqual(one.sent, [{ kind: "keep_code", step: "s1", slip: "k7q-f3m" }]);
  assert.deepEqual(one.storedMeanwhile, ["K7QF3M"], "a phone that is reloaded meanwhile knows it");
  assert.equal(one.stored, "");
  assert.equal(one.shows(), "K7QF3M");
  assert.equal(slipOf("s2", ""), "", "it is of that step alone");
});

test("a slip that was refused says why, whatever the reason, and leaves the one that is kept", async () => {
  const one = phone("s3");
  for (const code of ["step_closed", "storage", "slip_used", "bad_code"]) {
    assert.equal(await one.gives("K7Q F3M", { code, message: `Because of ${code}.` }), `Because of ${code}.`);
    assert.equal(one.stored, "");
    assert.equal(one.shows(), "");
  }
  await one.gives("ACD EFH");
  assert.notEqual(await one.gives("K7Q F3M", { code: "slip_used", message: "Somebody has it." }), "");
  assert.equal(one.shows(), "ACDEFH");
  await one.gives("K7Q F3M");
  assert.equal(one.shows(), "K7QF3M");
});
