// The order in which the results are told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { contentsOf, dayOf, lastBallot, storyOf } from "../../kit/front/screens/results/story.js";
import { translator } from "../../kit/front/ui/text.js";

const t = translator("en");
const FACES = {
  asks: { about: "collaboration", gives: (view) => view.there },
  deals: { about: "promises" },
  reads: { about: "case" },
  writes: { gives: (view) => view.there },
};
const step = (id, activity, phase, more = {}) => ({
  id,
  title: id,
  activity,
  phase,
  view: { there: true },
  figures: [],
  ...more,
});
const results = (...steps) => ({ steps, figures: [], question: null, winner: null, sources: [] });
const told = (found) => found.parts.map(({ id, steps }) => [id, steps.map((one) => one.id)]);
const voted = (organisations) => ({ there: true, result: { voters: 3, organisations } });

test("how people worked together comes first, promises with it, and the solution in the order of its story", () => {
  const lines = [{ id: "weeks", later: true }];
  const found = storyOf(
    results(
      step("saw", "writes", "empathise"),
      step("facts", "reads", "open"),
      step("tried", "writes", "test"),
      step("thought", "writes", "ideate"),
      step("asked", "writes", "define"),
      step("promised", "deals", "close"),
      step("changed", "asks", "close"),
      step("weeks", "asks", "close"),
      step("harvest", "writes", "close"),
    ),
    lines,
    FACES,
    t,
  );
  const ids = (steps) => steps.map((one) => one.id);
  assert.deepEqual(ids(found.together), ["changed"]);
  assert.deepEqual(ids(found.promises), ["promised"]);
  assert.deepEqual(ids(found.later), ["weeks"]);
  assert.deepEqual(ids(found.facts), ["facts"]);
  assert.deepEqual(told(found), [
    ["question", ["asked"]],
    ["ideas", ["thought"]],
    ["test", ["tried"]],
    ["room", ["harvest"]],
    ["before", ["saw"]],
  ]);
  assert.deepEqual(
    contentsOf(found, { facts: true, files: true }, t).map(({ id }) => id),
    [
      ...["together", "step-changed", "step-promised", "step-weeks"],
      ...["question", "ideas", "test", "room", "before", "case", "files"],
    ],
  );
});

test("what has nothing to show is left out, unless it has a figure", () => {
  const empty = { view: { there: false } };
  const found = storyOf(
    results(
      step("a", "writes", "ideate", empty),
      step("b", "writes", "test", { ...empty, figures: [{ id: "b-1" }] }),
      step("c", "asks", "open", empty),
    ),
    [],
    FACES,
    t,
  );
  assert.deepEqual(told(found), [["test", ["b"]]]);
  assert.deepEqual(found.together, []);
});

test("who met whom stands before the promises, and how the day went after them", () => {
  const figures = [
    { id: "meetings", title: "Who met" },
    { id: "timeline", title: "The day" },
  ];
  const found = storyOf({ ...results(step("promised", "deals", "close")), figures }, [], FACES, t);
  assert.deepEqual(
    contentsOf(found, { facts: false, files: false }, t).map(({ id }) => id),
    ["together", "figure-meetings", "step-promised", "figure-timeline"],
  );
});

test("what divides is told where several organisations voted, of the last vote on ideas", () => {
  const vote = (id, phase, organisations) => step(id, "writes", phase, { view: voted(organisations) });
  const story = (...steps) => storyOf(results(...steps), [], FACES, t);
  assert.equal(story(vote("a", "ideate", 1)).support, null);
  const two = story(vote("a", "ideate", 2), vote("b", "close", 5));
  assert.equal(two.support.organisations, 2);
  assert.deepEqual(told(two), [
    ["support", ["a"]],
    ["room", ["b"]],
  ]);
  assert.equal(story(vote("b", "close", 5)).support.organisations, 5);
});

test("the support is of the last ballot that was closed with votes", () => {
  const ballot = (result) => ({ view: { result } });
  assert.equal(lastBallot([]), null);
  assert.equal(lastBallot([ballot(null), ballot({ voters: 0 })]), null);
  assert.equal(
    lastBallot([ballot({ voters: 3 }), ballot({ voters: 5 }), ballot(null)]).view.result.voters,
    5,
  );
});

test("a day is written out in each language", () => {
  const at = Date.UTC(2026, 10, 22, 12) / 1000;
  assert.equal(dayOf(at, "nl"), "zondag 22 november 2026");
  assert.match(dayOf(at, "en"), /^Sunday,? 22 November 2026$/);
});
