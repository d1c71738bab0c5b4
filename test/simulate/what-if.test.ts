import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/simulate/run.ts';
import { whatIf, type WhatIf } from '../../src/simulate/what-if.ts';
import { whatIfDifferences } from '../../src/simulate/what-if-difference.ts';
import type { CompiledPlan } from '../../src/plan/model.ts';
import type { CheckedSimulation, Distribution } from '../../src/check/simulation-model.ts';
import { samplerOf } from '../../src/simulate/random/sampler.ts';
import { scaled } from '../../src/simulate/random/scaled.ts';
import {
  ALWAYS,
  FIRST_LINE,
  hours,
  load,
  planOf,
  smallPlan,
  smallSimulation,
  stream,
  target,
  TWO_PLANS,
  work,
} from './small-world.ts';

const PLAN = smallPlan(TWO_PLANS);
const SIMULATION = smallSimulation({
  arrivals: [stream(), stream({ name: 'projects', perWeek: 50, severities: [{ name: 'S3', weight: 2 }] })],
  work: [
    work('first look', 0.5, { stops: { metric: 'respond', at: 'end' } }),
    work('for the user', 20, { kind: 'wait' }),
  ],
});

function changed(
  changes: readonly WhatIf[],
  simulation: CheckedSimulation = SIMULATION,
  plan: CompiledPlan = PLAN,
) {
  const result = whatIf(simulation, plan, changes);
  if (result.kind === 'wrong') throw new Error(`${result.message}; ${result.help}`);
  return result;
}

function refused(change: WhatIf): string {
  const result = whatIf(SIMULATION, PLAN, [change]);
  return result.kind === 'wrong' ? `${result.message}; ${result.help}` : 'changed';
}

describe('what if', () => {
  test('no change gives back what was given', () => {
    const { simulation, plan, sentences } = changed([]);
    expect(simulation).toBe(SIMULATION);
    expect(plan).toBe(PLAN);
    expect(sentences).toEqual([]);
  });

  test('more of what tickets say of a fact, in every stream that says something of it', () => {
    const shares = [
      { name: 'de', weight: 3 },
      { name: 'ja', weight: 1 },
    ];
    const speaking = {
      ...SIMULATION,
      arrivals: SIMULATION.arrivals.map((each, i) =>
        i === 0 ? { ...each, facts: [{ fact: 'language', shares }] } : each,
      ),
    };
    const twice: WhatIf = { kind: 'fact', fact: 'language', word: 'ja', factor: 2 };
    const { simulation, sentences } = changed([twice], speaking);
    const [first, second] = simulation.arrivals;
    expect(first?.facts[0]?.shares.map(({ name, weight }) => [name, weight])).toEqual([
      ['de', expect.closeTo(2, 12)],
      ['ja', expect.closeTo(2, 12)],
    ]);
    expect(second).toEqual(SIMULATION.arrivals[1]);
    expect(sentences[0]).toContain('language `ja` is 50 % of');
    expect(refused(twice)).toContain('there is no language `ja`');
  });

  test('arrivals of all streams, of one, and one after the other', () => {
    const all: WhatIf = { kind: 'arrivals', stream: null, factor: 1.5 };
    const one: WhatIf = { kind: 'arrivals', stream: 'projects', factor: 2 };
    const { simulation, sentences } = changed([all, one]);
    expect(simulation.arrivals.map(({ perWeek }) => perWeek)).toEqual([300, 150]);
    expect(sentences).toEqual([
      '375 tickets a week instead of 250',
      '150 tickets a week of `projects` instead of 75',
    ]);
    expect(SIMULATION.arrivals.map(({ perWeek }) => perWeek)).toEqual([200, 50]);
  });

  test('a share times a factor, for which the others make room; a stream without it stays as it is', () => {
    const { simulation, sentences } = changed([{ kind: 'share', of: 'severity', name: 'S2', factor: 2 }]);
    const [first, second] = simulation.arrivals;
    expect(first?.severities.map(({ name }) => name)).toEqual(['S1', 'S2', 'S3']);
    const total = first?.severities.reduce((sum, { weight }) => sum + weight, 0) ?? NaN;
    const shares = first?.severities.map(({ weight }) => weight / total) ?? [];
    expect(shares[1]).toBeCloseTo(0.6, 12);
    expect((shares[2] ?? NaN) / (shares[0] ?? NaN)).toBeCloseTo(6, 9);
    expect(second).toEqual(SIMULATION.arrivals[1]);
    expect(sentences).toEqual(['severity `S2` is 60 % of `incidents` instead of 30 %']);
  });

  test('a share may become all or nothing, and no more', () => {
    const whole = changed([{ kind: 'share', of: 'severity', name: 'S1', factor: 10 }], {
      ...SIMULATION,
      arrivals: [stream()],
    });
    expect(whole.simulation.arrivals[0]?.severities.map(({ name }) => name)).toEqual(['S1']);
    const none = changed([{ kind: 'share', of: 'severity', name: 'S1', factor: 0 }]);
    expect(none.simulation.arrivals[0]?.severities.map(({ name }) => name)).toEqual(['S2', 'S3']);
    expect(refused({ kind: 'share', of: 'severity', name: 'S2', factor: 4 })).toBe(
      '`S2` would be 120 % of the tickets of `incidents`, where it is 30 %; write at most x3.33',
    );
    expect(refused({ kind: 'share', of: 'severity', name: 'S3', factor: 0.5 })).toBe(
      'every ticket of `projects` is `S3`, and nothing says what they would be instead; change how many come: arrivals "projects" x0.5',
    );
  });

  test('all work is shorter, and waits only where they are named', () => {
    const all = changed([{ kind: 'times', step: null, factor: 0.5 }]).simulation.work;
    const meansOf = (steps: typeof all) =>
      steps.map(({ times }) => (times[0]?.time.kind === 'exponential' ? times[0].time.mean : NaN));
    expect(meansOf(all)).toEqual([900, 72_000]);
    const wait = changed([{ kind: 'times', step: 'for the user', factor: 0.5 }]);
    expect(meansOf(wait.simulation.work)).toEqual([1800, 36_000]);
    expect(wait.sentences).toEqual(['`for the user` takes 50 % of its time']);
  });

  test('every kind of distribution is as long as the factor says at every number drawn', () => {
    const kinds: readonly Distribution[] = [
      { kind: 'fixed', seconds: 60 },
      { kind: 'exponential', mean: 60 },
      { kind: 'uniform', from: 10, to: 90 },
      { kind: 'erlang', phases: 3, mean: 60 },
      { kind: 'gamma', mean: 60, deviation: 20 },
      { kind: 'lognormal', median: 60, p90: 200 },
      { kind: 'weibull', median: 60, p90: 200 },
      {
        kind: 'quantiles',
        points: [
          { at: 0, seconds: 1 },
          { at: 1, seconds: 9 },
        ],
      },
      { kind: 'values', seconds: [1, 5, 7] },
      {
        kind: 'mixture',
        parts: [
          { weight: 1, of: { kind: 'fixed', seconds: 4 } },
          { weight: 2, of: { kind: 'uniform', from: 1, to: 2 } },
        ],
      },
    ];
    for (const kind of kinds) {
      for (const u of [0.01, 0.3, 0.77, 0.999]) {
        expect(samplerOf(scaled(kind, 2.5))(u)).toBeCloseTo(2.5 * samplerOf(kind)(u), 6);
      }
    }
  });

  test('agents more, fewer and so many, never none', () => {
    const add = changed([{ kind: 'agents', team: 'First line', change: 'add', agents: -3 }]);
    expect(add.simulation.desk.teams[0]?.agents).toBe(1);
    expect(add.sentences).toEqual(['team `First line` has 1 agent instead of 4']);
    const set = changed([{ kind: 'agents', team: 'First line', change: 'set', agents: 9 }]);
    expect(set.simulation.desk.teams[0]?.agents).toBe(9);
    expect(refused({ kind: 'agents', team: 'First line', change: 'add', agents: -4 })).toBe(
      '`First line` would have 0 agents, and has 4; leave it a whole number of agents, at least 1',
    );
    expect(refused({ kind: 'agents', team: 'First line', change: 'add', agents: 0.5 })).toContain('4.5');
  });

  test('another shift', () => {
    const { simulation, sentences } = changed([{ kind: 'shift', team: 'First line', calendar: 'Always' }]);
    expect(simulation.desk.teams[0]?.calendar).toBe('Always');
    expect(sentences).toEqual(['team `First line` works in Always instead of Office']);
  });

  test.each<[string, WhatIf, string]>([
    [
      'stream',
      { kind: 'arrivals', stream: 'incident', factor: 2 },
      'there is no arrivals `incident`; did you mean incidents?',
    ],
    ['severity', { kind: 'share', of: 'severity', name: 'S9', factor: 2 }, 'there is no severity `S9`'],
    [
      'channel',
      { kind: 'share', of: 'channel', name: 'fax', factor: 2 },
      'there is no channel `fax`; there are none',
    ],
    [
      'step',
      { kind: 'times', step: 'solve', factor: 2 },
      'there is no step `solve`; there are first look, for the user',
    ],
    ['team', { kind: 'agents', team: 'first line', change: 'add', agents: 1 }, 'did you mean First line?'],
    [
      'calendar',
      { kind: 'shift', team: 'First line', calendar: 'Offices' },
      'there is no calendar `Offices`; did you mean Office?',
    ],
    ['plan', promise('Bset', null), 'there is no plan `Bset`; did you mean Best?'],
    ['severity of a promise', promise('Best', 'S7'), 'there is no severity `S7`'],
    ['metric', { ...promise('Best', null), metric: 'resolve' }, 'there is no promise in `Best` `resolve`'],
  ])('a %s that is not there is an error with those that are', (_, change, expected) => {
    expect(refused(change)).toContain(expected);
  });

  test.each([0, -1, NaN, Infinity])('%s is no factor', (factor) => {
    expect(refused({ kind: 'arrivals', stream: null, factor })).toContain(`${factor} is no factor`);
    expect(refused({ kind: 'times', step: null, factor })).toContain('is no factor');
  });

  test('the change that is wrong is told by its place', () => {
    const result = whatIf(SIMULATION, PLAN, [
      { kind: 'arrivals', stream: null, factor: 2 },
      { kind: 'shift', team: 'Nobody', calendar: 'Office' },
    ]);
    expect(result).toMatchObject({ kind: 'wrong', change: 1 });
  });
});

function promise(
  plan: string,
  severity: string | null,
  to: Partial<Extract<WhatIf, { kind: 'promise' }>['to']> = {},
) {
  return {
    kind: 'promise',
    plan,
    severity,
    metric: 'respond',
    to: { amount: 7200, unit: 'seconds', counted: 'as now', ...to },
  } as const satisfies WhatIf;
}

describe('a promise at another value', () => {
  const cellsOf = (plan: CompiledPlan, place: number) =>
    plan.plans[place]?.targets.map(({ when, promise: limit, words }) => [when.severities, limit, words]);

  test('for one severity of a cell that speaks of several, a cell of its own stands in front', () => {
    const { plan, sentences } = changed([promise('Best', 'S2')]);
    expect(cellsOf(plan, 1)).toEqual([
      [[0], hours(1), ''],
      [[1], hours(2, ALWAYS), '2 h in Always'],
      [null, hours(4, ALWAYS), ''],
    ]);
    expect(cellsOf(plan, 0)).toEqual(cellsOf(PLAN, 0));
    expect(sentences[0]).toContain('`respond` of `S2` under `Best` is promised within 2 h in Always');
    // The engine finds it, and the others keep theirs.
    const key = { region: 0, channel: -1, type: -1, facts: [] };
    const engine = load(plan);
    const held = [0, 1, 2].map(
      (severity) => engine.selectTarget(1, 'respond', { ...key, severity }, 0)?.promise,
    );
    expect(held).toEqual([hours(1), hours(2, ALWAYS), hours(4, ALWAYS)]);
  });

  test('for all severities every cell counts as it did', () => {
    const { plan } = changed([promise('Best', null, { amount: 1800 })]);
    expect(cellsOf(plan, 1)).toEqual([
      [[0], hours(0.5), '30 min in Office'],
      [null, hours(0.5, ALWAYS), '30 min in Always'],
    ]);
  });

  test('elapsed, or in another calendar', () => {
    expect(cellsOf(changed([promise('Basic', null, { counted: 'elapsed' })]).plan, 0)).toEqual([
      [null, { kind: 'elapsed', seconds: 7200 }, '2 h'],
    ]);
    expect(cellsOf(changed([promise('Basic', null, { counted: { in: 'Nights' } })]).plan, 0)).toEqual([
      [null, hours(2, 2), '2 h in Nights'],
    ]);
    expect(refused(promise('Basic', null, { counted: { in: 'Nihgts' } }))).toContain('did you mean Nights?');
  });

  test('days are given to what is counted in days, and a word asks for a calendar', () => {
    expect(refused(promise('Basic', null, { amount: 2, unit: 'days' }))).toContain('not counted in days');
    const words = smallPlan([
      planOf('Basic', [target('respond', { kind: 'word', word: 'best effort' })]),
      planOf('Best', []),
    ]);
    const asNow = whatIf(SIMULATION, words, [promise('Basic', null)]);
    expect(asNow).toMatchObject({ kind: 'wrong', help: 'say in which calendar, or `elapsed`' });
    expect(
      cellsOf(changed([promise('Basic', null, { counted: 'elapsed' })], SIMULATION, words).plan, 0),
    ).toEqual([[null, { kind: 'elapsed', seconds: 7200 }, '2 h']]);
  });

  test('what counts from the promise moves with it', () => {
    const base = hours(8);
    const leaning = smallPlan([
      planOf('Basic', [
        target('respond', base),
        target('resolve', {
          kind: 'relative',
          side: 'after',
          metric: 'respond',
          base,
          soft: null,
          hard: hours(2),
        }),
      ]),
      TWO_PLANS[1] as (typeof TWO_PLANS)[number],
    ]);
    const { plan } = changed([promise('Basic', 'S1')], SIMULATION, leaning);
    const resolve = plan.plans[0]?.targets.filter(({ metric }) => metric === 'resolve') ?? [];
    expect(
      resolve.map(({ when, promise: limit }) => [when.severities, 'base' in limit && limit.base]),
    ).toEqual([
      [[0], hours(2)],
      [null, hours(8)],
    ]);
  });

  test('a quicker promise is missed more often by the same tickets, and nothing else moves', () => {
    const simulation = smallSimulation({
      runs: 4,
      desk: { ...smallSimulation().desk, discipline: ['arrival'] },
    });
    const before = simulate(simulation, PLAN, load(PLAN));
    const { plan } = changed([promise('Basic', null)], simulation);
    const after = simulate(simulation, plan, load(plan));
    expect(after.tickets.opened).toEqual(before.tickets.opened);
    expect(after.plans[1]).toEqual(before.plans[1]);
    const differences = whatIfDifferences(before, after);
    const [basic, best] = [0, 1].map((place) =>
      differences.find((each) => each.place === place && each.severity === null),
    );
    expect(basic?.after.missed).toBeGreaterThan(basic?.before.missed ?? NaN);
    expect(basic?.difference?.high).toBeLessThan(0);
    expect(best?.difference).toMatchObject({ centre: 0, low: 0, high: 0, of: 4 });
    expect(best?.before).toEqual(best?.after);
  });
});

test('with more agents the same tickets wait no longer: the difference is known better than both sides', () => {
  const simulation = smallSimulation({
    runs: 6,
    desk: { ...smallSimulation().desk, teams: [{ ...FIRST_LINE, agents: 3 }] },
  });
  const more = changed([{ kind: 'agents', team: 'First line', change: 'add', agents: 1 }], simulation);
  const before = simulate(simulation, PLAN, load(PLAN));
  const after = simulate(more.simulation, PLAN, load(PLAN));
  const all = whatIfDifferences(before, after).find(
    ({ place, severity }) => place === 1 && severity === null,
  );
  expect(after.tickets.opened).toEqual(before.tickets.opened);
  expect(all?.difference?.low).toBeGreaterThan(0);
});

test('one run gives both sides and no difference to be sure of', () => {
  const one = smallSimulation({ runs: 1 });
  const outcome = simulate(one, PLAN, load(PLAN));
  expect(whatIfDifferences(outcome, outcome).map(({ difference }) => difference)).toEqual(
    whatIfDifferences(outcome, outcome).map(() => null),
  );
});

test('events come more often with their stream, and have its mix where they have none of their own', () => {
  const usual = stream();
  const event = {
    name: 'release',
    from: { date: '2026-03-10', seconds: 0 },
    to: { date: '2026-03-11', seconds: 0 },
    brings: { kind: 'tickets', count: 300 },
    regions: [],
    severities: usual.severities,
    channels: [],
    types: [],
    facts: [],
    origin: usual.origin,
  } as const;
  const own = {
    ...event,
    name: 'audit',
    brings: { kind: 'more', share: 0.5 },
    severities: [{ name: 'S1', weight: 1 }],
  } as const;
  const simulation = smallSimulation({ arrivals: [{ ...usual, events: [event, own] }] });
  const { arrivals } = changed(
    [
      { kind: 'arrivals', stream: 'incidents', factor: 2 },
      { kind: 'share', of: 'severity', name: 'S2', factor: 2 },
    ],
    simulation,
  ).simulation;
  expect(arrivals[0]?.events.map(({ brings }) => brings)).toEqual([
    { kind: 'tickets', count: 600 },
    { kind: 'more', share: 0.5 },
  ]);
  expect(arrivals[0]?.events[0]?.severities).toEqual(arrivals[0]?.severities);
  expect(arrivals[0]?.events[1]?.severities).toEqual([{ name: 'S1', weight: 1 }]);
});
