import { describe, expect, test } from 'vitest';
import type { Desk, Team, WorkStep } from '../../../src/check/simulation-model.ts';
import type { Tickets } from '../../../src/simulate/arrivals/tickets.ts';
import { prepareDesk, urgencyOf, type PreparedDesk } from '../../../src/simulate/desk/prepare-desk.ts';
import { assignTeams } from '../../../src/simulate/desk/skills.ts';
import { load, PLAIN_DESK, smallPlan, smallSimulation, TWO_PLANS, work } from '../small-world.ts';

const ENGINE = load(smallPlan(TWO_PLANS));
const [TEAM] = smallSimulation().desk.teams;
if (TEAM === undefined) throw new Error('the small desk has no team');

function prepared(changes: { work?: readonly WorkStep[]; desk?: Desk }): PreparedDesk {
  return prepareDesk(smallSimulation(changes), ENGINE, ['respond', 'resolve']);
}

/** Tickets of severities 2 and 0, without a deadline and with one. */
const TICKETS: Tickets = {
  count: 2,
  opened: Float64Array.from([10, 20]),
  stream: new Uint16Array(2),
  sequence: Uint32Array.from([0, 1]),
  severity: Uint8Array.from([2, 0]),
  region: new Int8Array(2),
  channel: new Int8Array(2),
  type: new Int8Array(2),
  facts: [],
  places: new Int32Array(),
};
const DUES = [Float64Array.from([NaN, 99]), Float64Array.from([70, 80])];

describe('urgency', () => {
  const stops = (metric: string) => ({ stops: { metric, at: 'end' as const } });

  test('of a step goes by the clock it stops, or else by the next that a later step stops', () => {
    const steps = [
      work('triage', 1),
      work('look', 1, stops('respond')),
      work('solve', 1, stops('resolve')),
      work('close', 1),
    ];
    const desk = prepared({ work: steps, desk: { ...PLAIN_DESK, teams: [TEAM], discipline: ['deadline'] } });
    expect(desk.clockOfStep).toEqual([0, 0, 1, -1]);
    expect(urgencyOf(desk, TICKETS, DUES).map(({ first }) => [...first])).toEqual([
      [Infinity, 99],
      [Infinity, 99],
      [70, 80],
      [0, 0],
    ]);
  });

  test('takes its keys in the order of the discipline', () => {
    const keysOf = (discipline: Desk['discipline']) => {
      const desk = prepared({
        work: [work('solve', 1, stops('resolve'))],
        desk: { ...PLAIN_DESK, teams: [TEAM], discipline },
      });
      const [keys] = urgencyOf(desk, TICKETS, DUES);
      return [[...(keys?.first ?? [])], [...(keys?.second ?? [])]];
    };
    const severity = [2, 0];
    const deadline = [70, 80];
    const none = [0, 0];
    expect(keysOf(['severity', 'deadline'])).toEqual([severity, deadline]);
    expect(keysOf(['deadline', 'severity'])).toEqual([deadline, severity]);
    expect(keysOf(['severity'])).toEqual([severity, none]);
    expect(keysOf([])).toEqual([none, none]);
    // Nothing decides behind the order of arrival.
    expect(keysOf(['arrival', 'severity'])).toEqual([none, none]);
    expect(keysOf(['severity', 'arrival', 'deadline'])).toEqual([severity, none]);
    expect(keysOf(['severity', 'severity', 'deadline'])).toEqual([severity, deadline]);
  });
});

describe('teams', () => {
  /** Teams that may take each kind of ticket, by a function of severity, region and step. */
  function takenBy(desk: Desk, steps?: readonly WorkStep[]) {
    const { skills } = prepared(steps === undefined ? { desk } : { desk, work: steps });
    const kinds = [-1, 0, 1].flatMap((region) => [0, 1, 2].map((severity) => ({ severity, region })));
    const assignment = assignTeams(skills, {
      opened: new Float64Array(kinds.length),
      severity: Uint8Array.from(kinds, ({ severity }) => severity),
      region: Int8Array.from(kinds, ({ region }) => region),
      channel: new Int8Array(kinds.length),
      type: new Int8Array(kinds.length).fill(-1),
      facts: [],
    });
    const row = (severity: number, region: number) => (region + 1) * 3 + severity;
    return {
      groups: assignment.groups,
      teamsOf: (severity: number, region: number, step = 0) =>
        assignment.groups[assignment.groupOf(row(severity, region), step)],
      successorsOf: (severity: number, team: number) =>
        assignment.groups[assignment.successorsOf(row(severity, 0), 0, team)],
    };
  }

  test('serve what they name, everything where they name nothing, and all must fit', () => {
    const teams = [
      { ...TEAM, severities: ['S1', 'S2'] },
      { ...TEAM, regions: ['South'] },
      { ...TEAM, severities: ['S3'], regions: ['North'] },
      { ...TEAM, channels: ['phone'] },
    ];
    const { teamsOf } = takenBy({ ...PLAIN_DESK, teams });
    expect(teamsOf(0, 0)).toEqual([0]);
    expect(teamsOf(1, 1)).toEqual([0, 1]);
    expect(teamsOf(2, 0)).toEqual([2]);
    expect(teamsOf(2, 1)).toEqual([1]);
    // A ticket without a region is in none, and nothing came by phone.
    expect(teamsOf(2, -1)).toEqual([]);
  });

  test('do the steps that name them, and all of them a step that names none', () => {
    const teams = [
      { ...TEAM, name: 'First line' },
      { ...TEAM, name: 'Second line', severities: ['S1'] },
    ];
    const steps = [
      work('look', 1, { teams: ['First line'] }),
      work('repair', 1, { teams: ['Second line'] }),
      work('close', 1),
    ];
    const { teamsOf, groups } = takenBy({ ...PLAIN_DESK, teams }, steps);
    expect([0, 1, 2].map((step) => teamsOf(0, 0, step))).toEqual([[0], [1], [0, 1]]);
    expect([0, 1, 2].map((step) => teamsOf(1, 0, step))).toEqual([[0], [], [0]]);
    // Tickets that wait for the same teams share a line.
    expect(groups.length).toBe(4);
  });

  test('hand over to those they name, as far as these serve the ticket', () => {
    const teams: readonly Team[] = [
      { ...TEAM, name: 'Asia', atClose: { kind: 'hand over', to: ['Europe', 'America'] } },
      { ...TEAM, name: 'Europe', atClose: { kind: 'hand over', to: ['America'] } },
      { ...TEAM, name: 'America', severities: ['S1'] },
    ];
    const { successorsOf } = takenBy({ ...PLAIN_DESK, teams });
    expect([0, 1, 2].map((team) => successorsOf(0, team))).toEqual([[1, 2], [2], undefined]);
    expect([0, 1, 2].map((team) => successorsOf(1, team))).toEqual([[1], undefined, undefined]);
  });

  test('of a calendar that the plan does not have are our bug, and said so', () => {
    const teams = [{ ...TEAM, calendar: 'Nowhere' }];
    expect(() => prepared({ desk: { ...PLAIN_DESK, teams } })).toThrow('no calendar `Nowhere`');
  });
});
