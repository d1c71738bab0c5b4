import { describe, expect, test } from 'vitest';
import { call } from './call.ts';

const SIM = 'simulations/express.sim';
const ask = (...changes: readonly string[]) =>
  call(['simulate', SIM, '--runs', '2', ...changes.flatMap((change) => ['--what-if', change])]);

describe('surety simulate --what-if', () => {
  test('shows each promise before and after, and says what is different', async () => {
    const { code, out, err } = await ask('arrivals x1.5', 'Moscow line +1');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('  - 45 tickets a week instead of 30\n');
    expect(out).toContain('  - team `Moscow line` has 4 agents instead of 3\n');
    expect(out).toMatch(/^all +before +\d+\.\d %/m);
    expect(out).toMatch(/^ +missed after +\d+ of [\d,]+/m);
  });

  test('as JSON each side is what it is without the other', async () => {
    const { out } = await call([
      'simulate',
      SIM,
      '--runs',
      '2',
      '--json',
      '--what-if',
      'promise Premium P1 resolve 1 h',
    ]);
    const answer = JSON.parse(out) as {
      readonly whatIf: readonly unknown[];
      readonly before: object;
      readonly after: object;
      readonly differences: readonly {
        readonly plan: string;
        readonly difference: { readonly centre: number };
      }[];
    };
    expect(answer.whatIf).toEqual([
      {
        change: 'promise Premium P1 resolve 1 h',
        sentence: expect.stringContaining(
          '`resolve` of `P1` under `Premium` is promised within 1 h',
        ) as string,
      },
    ]);
    const alone = JSON.parse((await call(['simulate', SIM, '--runs', '2', '--json'])).out) as object;
    expect(answer.before).toEqual(alone);
    const moved = answer.differences.filter(({ difference }) => difference.centre !== 0);
    expect([...new Set(moved.map(({ plan }) => plan))]).toEqual(['Premium']);
  });

  test.each([
    [['Moskow line +1'], 'there is no team `Moskow line`', 'did you mean Moscow line?'],
    [['arrivals twice'], '`arrivals twice` changes nothing that is known', 'write such as arrivals x1.5'],
    [['P1 x60'], 'would be 120 %', 'write at most x'],
  ])('%s is refused in one message', async (changes, message, help) => {
    const { code, out, err } = await ask(...changes);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toContain(help);
  });

  test('goes with no file of runs, no part and no half width', async () => {
    const { code, err } = await call(['simulate', SIM, '--what-if', 'arrivals x2', '--out', 'a.runs']);
    expect(code).toBe(2);
    expect(err).toContain('--what-if compares two whole simulations');
  });
});
