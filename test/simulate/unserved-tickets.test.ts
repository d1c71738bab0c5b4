import { describe, expect, test } from 'vitest';
import type { Team } from '../../src/check/simulation-model.ts';
import { unservedPart } from '../../src/check/unserved-kinds.ts';
import { simulationNotes } from '../../src/simulate/notes.ts';
import { prepareSimulation } from '../../src/simulate/prepare.ts';
import { simulateRun } from '../../src/simulate/run.ts';
import { FIRST_LINE, load, smallPlan, smallSimulation, stream, TWO_PLANS, work } from './small-world.ts';

const MIXED = stream({
  channels: [
    { name: 'web', weight: 1 },
    { name: 'phone', weight: 1 },
  ],
});

function unfinished(teams: readonly Team[], steps = smallSimulation().work) {
  const simulation = smallSimulation();
  const plan = smallPlan(TWO_PLANS);
  const prepared = prepareSimulation(
    { ...simulation, arrivals: [MIXED], work: steps, desk: { ...simulation.desk, teams } },
    plan,
    load(plan),
  );
  const run = simulateRun(prepared, 0);
  const notes = simulationNotes(prepared, [run]).filter((note) => note.includes('never finished'));
  const counted = [...run.tickets.severity.keys()].slice(run.firstCounted);
  const count = (of: (severity: number, channel: number) => boolean) =>
    counted.filter((row) => of(run.tickets.severity[row] as number, run.tickets.channel[row] as number))
      .length;
  return { notes, count };
}

describe('tickets that no team serves', () => {
  test('are told by what of them nobody serves, with their number and the step', () => {
    const { notes, count } = unfinished([
      { ...FIRST_LINE, severities: ['S1', 'S2'] },
      { ...FIRST_LINE, name: 'Web', channels: ['web'] },
    ]);
    const between = count((severity, channel) => severity === 2 && channel === 1);
    expect(between).toBeGreaterThan(50);
    expect(notes).toHaveLength(2);
    expect(notes[0]).toContain(
      `never finished ${between} of the tickets, because no team does "first look" for ${between} of severity \`S3\`, channel \`phone\`: promises`,
    );
  });

  test('are told at the step that they all come to, though an earlier one has no team for a few', () => {
    const { notes, count } = unfinished(
      [FIRST_LINE, { ...FIRST_LINE, name: 'Web', channels: ['web'] }],
      [
        work('first look', 0.1),
        work('a call', 0.1, { share: 0.2, teams: ['Web'] }),
        work('repair', 0.1, { teams: ['Web'] }),
      ],
    );
    const phone = count((_, channel) => channel === 1);
    expect(notes[0]).toContain(`because no team does "repair" for ${phone} of channel \`phone\`: promises`);
  });

  test('are none where every ticket has a team', () => {
    expect(unfinished([FIRST_LINE]).notes).toEqual([]);
  });

  test('are of no kind at all where there is no team', () => {
    expect(unservedPart([], [{ of: 'severities', name: 'S1' }])).toEqual([]);
  });

  test('say nothing of a thing that a team is kept to', () => {
    const kind = [
      { of: 'severities', name: 'S1' },
      { of: 'channels', name: null },
    ] as const;
    expect(unservedPart([{ ...FIRST_LINE, channels: ['web'] }], kind)).toEqual([kind[1]]);
    expect(unservedPart([{ ...FIRST_LINE, channels: ['web'] }, FIRST_LINE], kind)).toBeNull();
  });
});
