import { Button, Icon, useScreen } from "../../ui/index.js";

/** @typedef {import("../../generated/messages.js").PersonView} Person */

const MOST = 60;

/**
 * The tables' names when there are to be `n` of them: who keeps a table keeps its name, new ones get the next number.
 *
 * @param {string[]} names
 * @param {number} n
 * @param {(number: number) => string} name
 */
export function renumber(names, n, name) {
  const kept = names.slice(0, n);
  for (let number = 1; kept.length < n; number += 1) {
    if (!kept.includes(name(number))) kept.push(name(number));
  }
  return kept;
}

/** @param {{ person: Person }} props */
function PersonLine({ person }) {
  const { shared, send, t } = useScreen();
  const organisation =
    shared?.organisations.find((one) => one.id === person.organisation)?.name ??
    person.organisation ??
    t("still joining");
  const who = person.name ? `${person.name}, ${organisation}` : organisation;
  return (
    <li>
      <span class="table-person">
        {person.ready && <Icon name="check" label={t("ready")} class="sheet-done" />}
        {person.name && <strong>{person.name}</strong>} <span>{organisation}</span>
      </span>
      <select
        aria-label={t("Table of {who}", { who })}
        value={person.team ?? ""}
        onChange={(event) => send({ kind: "move", participant: person.id, team: event.currentTarget.value })}
      >
        {person.team == null && <option value="">{t("no table")}</option>}
        {shared?.teams.map((team) => (
          <option key={team.name}>{team.name}</option>
        ))}
      </select>
    </li>
  );
}

/** @param {{ title: string, ready?: boolean, people: Person[], note?: string }} props */
function TableList({ title, ready = false, people, note }) {
  const { t } = useScreen();
  return (
    <section class="table-list">
      <h3>
        {title} <span class="soft small">{note ?? people.length}</span>
        {ready && <span class="tag">{t("ready")}</span>}
      </h3>
      {people.length === 0 ? (
        <p class="soft small">{t("Nobody sits here yet.")}</p>
      ) : (
        <ul class="list">
          {people.map((person) => (
            <PersonLine key={person.id} person={person} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Who sits where, and how many tables there are. */
export function Tables() {
  const { shared, send, t } = useScreen();
  if (!shared?.console) return null;
  const names = shared.teams.map((team) => team.name);
  const people = shared.console.people;
  const loose = people.filter((one) => one.team == null || !names.includes(one.team));
  const set = (/** @type {number} */ n) =>
    send({ kind: "set_teams", teams: renumber(names, n, (number) => t("Table {n}", { n: number })) });
  return (
    <div class="stack">
      <p class="tables-number">
        <span>{t("Number of tables")}</span>
        <Button
          small
          icon="minus"
          label={t("One table less")}
          disabled={names.length <= 1}
          onClick={() => set(names.length - 1)}
        />
        <output>{names.length}</output>
        <Button
          small
          icon="add"
          label={t("One table more")}
          disabled={names.length >= MOST}
          onClick={() => set(names.length + 1)}
        />
      </p>
      {loose.length > 0 && <TableList title={t("No table yet")} people={loose} />}
      {shared.teams.map((team) => {
        const here = people.filter((one) => one.team === team.name);
        const kinds = Object.keys(team.organisations).length;
        const note =
          kinds === 1
            ? t("{n} from 1 organisation", { n: here.length })
            : t("{n} from {k} organisations", { n: here.length, k: kinds });
        return (
          <TableList
            key={team.name}
            title={team.name}
            ready={team.ready}
            people={here}
            note={here.length > 0 ? note : undefined}
          />
        );
      })}
    </div>
  );
}
