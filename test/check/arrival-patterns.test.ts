/** Hours of the week that have a name: what a simulation says of its arrivals where nobody has counted them. */
import { describe, expect, test } from 'vitest';
import { ARRIVAL_PATTERNS } from '../../src/check/arrival-patterns.ts';
import { createSourceFile } from '../../src/text/source.ts';
import { loadSimulationFrom } from '../../src/workspace/load.ts';

const simulationOf = (arrivals: string): string => `simulation "A desk" {
  contract "desk.plan"
  plans    Basic
  span     2026-03-02 .. 2026-03-29 in Europe/Berlin
  seed     1
  arrivals "by mail" {
    rate 40 per week
    ${arrivals}
    severities P1 10, P2 90
  }
  work "answer" stops respond at end {
    otherwise fixed 10 min
  }
  desk {
    team "First line" 2 agents in 24x7
    takes by arrival
  }
}
`;

const load = async (arrivals: string) => {
  const { simulation, diagnostics } = await loadSimulationFrom(
    createSourceFile('test/corpus/good/a.sim', simulationOf(arrivals)),
  );
  return { simulation, codes: diagnostics.filter(({ level }) => level === 'error').map(({ code }) => code) };
};

describe('a pattern of arrivals', () => {
  test('of an office has five in six tickets of the week in its working hours, most of them at nine', async () => {
    const { simulation, codes } = await load('pattern office');
    expect(codes).toEqual([]);
    const profile = simulation?.arrivals[0]?.profile ?? [];
    const sum = (hours: readonly number[]) => hours.reduce((total, each) => total + each, 0);
    const inHours = sum(profile.slice(0, 5).flatMap((row) => row.slice(8, 18)));
    expect(inHours / sum(profile.flat())).toBeCloseTo(0.828, 3);
    for (const row of profile.slice(0, 5)) expect(row.indexOf(Math.max(...row))).toBe(9);
  });

  test('that is even has as many in each hour of the week', async () => {
    const { simulation } = await load('pattern even');
    expect(simulation?.arrivals[0]?.profile).toEqual(ARRIVAL_PATTERNS.even);
    expect(new Set(ARRIVAL_PATTERNS.even.flat())).toEqual(new Set([1]));
    for (const pattern of Object.values(ARRIVAL_PATTERNS)) {
      expect(pattern.map(({ length }) => length)).toEqual([24, 24, 24, 24, 24, 24, 24]);
    }
  });

  test('stands in place of hours: one of the two has to be there, and not both', async () => {
    expect((await load('')).codes).toEqual(['simulation/incomplete']);
    const hours = 'hours {\n      Mon..Sun 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1\n    }';
    expect((await load(`${hours}\n    pattern even`)).codes).toEqual(['simulation/hours-and-pattern']);
  });
});
