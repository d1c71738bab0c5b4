import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { call } from './call.ts';

const PAID = 'test/corpus/good/paid.sim';

const folder = mkdtempSync(join(tmpdir(), 'surety-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Costs {
  readonly plans: readonly {
    readonly customer: { readonly total: readonly { readonly mean: string }[] | null };
  }[];
}

describe('surety simulate with a customer', { timeout: 60_000 }, () => {
  test('says what each plan and the desk cost, and of one on request that it has no figure', async () => {
    const { code, out } = await call(['simulate', PAID, '--plain']);
    expect(code).toBe(0);
    const block = out.slice(out.indexOf('cost over 30 days from 2026-03-02 on'), out.indexOf('\nrespond\n'));
    expect(block).toContain('customer  price                EUR 1,380.65');
    expect(block).toMatch(/in all {15}EUR 5,560\.65 ± 708\.31/);
    expect(block).toContain('incidents used       40 of 40 a month');
    expect(block).toContain('on request');
    expect(block).toMatch(/On call +EUR 14,739\.50/);
    expect(out).toContain('Credits are claimed as soon as they can be');
  });

  test('has the same costs from parts that are merged as from one run of all', async () => {
    const parts = ['1/2', '2/2'].map((shard, i) => [shard, join(folder, `${i}.runs`)] as const);
    for (const [shard, file] of parts) {
      expect((await call(['simulate', PAID, '--shard', shard, '--out', file])).code).toBe(0);
    }
    const merged = await call(['merge', ...parts.map(([, file]) => file).toReversed(), '--json']);
    const whole = await call(['simulate', PAID, '--json']);
    expect(merged.out).toBe(whole.out);
    const { costs } = JSON.parse(whole.out) as { costs: Costs };
    expect(costs.plans.map(({ customer }) => customer.total?.map(({ mean }) => mean) ?? null)).toEqual([
      ['5560.65'],
      ['3181.07'],
      null,
    ]);
  });

  test('says nothing of costs where the simulation names no customer and nobody is paid', async () => {
    const { out } = await call(['simulate', 'test/corpus/good/week.sim', '--plain']);
    expect(out).not.toContain('cost over');
  });
});

describe('surety simulate --recommend', { timeout: 60_000 }, () => {
  test('says that no plan does, why, and looks for no desk to keep what is not promised; exit 1', async () => {
    const { code, out } = await call(['simulate', PAID, '--recommend']);
    expect(code).toBe(1);
    expect(out).toContain('No plan keeps what the customer needs with 95 % confidence.');
    expect(out).toContain('Full: `respond 90% within 2 h for P1`: promised to 81.0 % of the tickets.');
    expect(out).toContain('No desk is looked for');
  });

  test('recommends Gold on its simulation, where the plans that cost nothing do not do, and says what it searched', async () => {
    const { code, out } = await call(['simulate', 'simulations/gold.sim', '--recommend'], { columns: 80 });
    expect(code).toBe(0);
    expect(out).toContain('Gold is the only plan that keeps what the customer needs with 95 % confidence.');
    expect(out).toMatch(/Enterprise\n.*\n.*promised to 44\.0 %\n  does +no\n/);
    expect(out.replaceAll('\n', ' ')).toContain(
      'Searched: the agents of the team in its shift, from Support 1, which Erlang C says of its busiest hours, up to Support 10, with which nobody waits.',
    );
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  test('finds the desk of a plan that promises shares of its own accord, the same each time', async () => {
    const asked = [
      'simulate',
      'simulations/express.sim',
      '--recommend',
      '--runs',
      '4',
      '--plan',
      '8/5',
      '--json',
    ];
    const { code, out } = await call(asked);
    expect(code).toBe(0);
    const { plan, by, desk } = JSON.parse(out) as {
      plan: string;
      by: string;
      desk: {
        found: { agents: object; suits: boolean };
        smaller: { suits: boolean }[];
        stated: { agents: object };
      };
    };
    expect({ plan, by }).toEqual({ plan: '8/5', by: 'promised shares' });
    expect(desk.found.suits).toBe(true);
    expect(desk.smaller.map(({ suits }) => suits)).toEqual([false]);
    expect(desk.stated.agents).toEqual({ 'Moscow line': 3, 'On call': 1 });
    expect((await call(asked)).out).toBe(out);
  });

  test.each([
    [['--confidence', '95'], '--confidence is for --recommend'],
    [['--desks', '5'], '--desks is for --recommend'],
    [['--plan', 'Full'], '--plan is for --recommend and --sensitivity'],
    [['--recommend', '--confidence', '100'], '--confidence `100` is no per cent above 50 and below 100'],
    [['--recommend', '--sensitivity'], 'two questions'],
    [['--recommend', '--shard', '1/2', '--out', 'x.runs'], 'does not go with --shard'],
    [['--sensitivity', '--half-width', '1'], 'does not go with --half-width'],
    [['--recommend', '--plan', 'Ful'], 'Ful'],
  ])('refuses %j in one sentence; exit 2', async (flags, sentence) => {
    const { code, err } = await call(['simulate', PAID, ...flags]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(err).not.toContain('    at ');
  });
});

describe('surety simulate --sensitivity', { timeout: 60_000 }, () => {
  test('lists every input by what it moves, the most first', async () => {
    const { code, out } = await call(['simulate', PAID, '--sensitivity', '--plan', 'Full', '--json']);
    expect(code).toBe(0);
    const { headline, inputs } = JSON.parse(out) as {
      headline: { plan: string; metric: string };
      inputs: {
        name: string;
        swing: number;
        effects: { by: string; difference: { centre: number } | null }[];
      }[];
    };
    expect(headline).toMatchObject({ plan: 'Full', metric: 'respond' });
    expect(inputs.map(({ swing }) => swing)).toEqual(
      inputs.map(({ swing }) => swing).toSorted((a, b) => b - a),
    );
    expect(new Set(inputs.map(({ name }) => name))).toEqual(
      new Set([
        'arrivals of "by mail"',
        'share of P1',
        'share of P2',
        'time of work "first answer"',
        'agents of "First line"',
        'agents of "On call"',
      ]),
    );
    const [fewer, more] = inputs.find(({ name }) => name === 'agents of "First line"')?.effects ?? [];
    expect(fewer?.by).toBe('one fewer');
    expect(fewer?.difference?.centre).toBeLessThan(0);
    expect(more?.difference?.centre).toBeGreaterThanOrEqual(0);
    // Of a team of one nobody can be taken away.
    expect(inputs.find(({ name }) => name === 'agents of "On call"')?.effects.map(({ by }) => by)).toEqual([
      'one more',
    ]);
  });

  test('draws a bar to the side to which each change goes', async () => {
    const { out } = await call(['simulate', PAID, '--sensitivity', '--plan', 'Full']);
    expect(out).toMatch(/^what respond under Full hangs on: \d+\.\d % attained\n/);
    expect(out).toMatch(/one fewer +#+\| +-\d+\.\d\d \(-\d+\.\d\d to -?\+?\d+\.\d\d\)/);
  });
});
