import { describe, expect, test } from 'vitest';
import { call } from './call.ts';

const SEATS = 'test/cli/fixtures/seats.plan';
const quote = (...rest: readonly string[]) => call(['quote', SEATS, ...rest]);

// The first call loads the command, which takes a while on a busy machine.
describe('surety quote', { timeout: 30_000 }, () => {
  test('shows by which clause what is paid, step by step, then the invoices and what a year comes to', async () => {
    const { code, out } = await quote('--plan', 'Team', '--users', '60', '--fact', 'clustered');
    expect(code).toBe(0);
    expect(out).toBe(
      `
Team: 60 users, a year
  price EUR 10 per user per month, EUR 8 beyond 50 users, at least EUR 200, 1.5x when clustered,
    billed yearly, prorated by month, tax added  test/cli/fixtures/seats.plan:35:3
      50 users at EUR 10.00                                                               EUR 500.00
      10 users at EUR 8.00                                                                 EUR 80.00
      1.5x                                                                              + EUR 290.00
      a month                                                                             EUR 870.00
  yearly invoice                                                                       EUR 10,440.00
  in a year                                                                            EUR 10,440.00
  tax is added to the price
  not in it:
    option "nights" EUR 120 per server per month, billed monthly, gives respond 1 h for P1
      test/cli/fixtures/seats.plan:37:3
    option "training" on request  test/cli/fixtures/seats.plan:38:3
    surcharge "travel" EUR 80 per visit  test/cli/fixtures/seats.plan:39:3
`.trimStart(),
    );
  });

  test('books options and counts visits, each with invoices of its own cycle', async () => {
    const sizes = ['--users=10', '--server', '2', '--visits', '3', '--fact', 'clustered=no'];
    const { code, out } = await quote(...sizes, '--plan=Team', '--option', 'nights');
    expect(code).toBe(0);
    const figures = out
      .split('\n')
      .flatMap((line) => /^ {2}(\S.*?) {2,}(EUR \S+)$/.exec(line)?.slice(1) ?? []);
    expect(figures).toEqual([
      ...['yearly invoice', 'EUR 2,400.00'], // at least EUR 200 a month
      ...['12 monthly invoices, each', 'EUR 240.00'],
      ...['once', 'EUR 240.00'],
      ...['in a year', 'EUR 5,520.00'],
    ]);
  });

  test('counts what a part of a year has from a date on, on the invoice that says its dates', async () => {
    const flags = ['--plan', 'Team', '--users', '30', '--fact', 'clustered=no', '--from', '2026-03-15'];
    const { out } = await quote(...flags, '--term', '9 months');
    expect(out).toContain('Team: 30 users, 9 months from 2026-03-15 on\n');
    expect(out).toMatch(/^ {2}yearly invoice for 2026-03-15 \.\. 2026-12-14, 10 months +EUR 3,000\.00$/m);
  });

  test('is JSON with every amount as digits, an object a line and plan', async () => {
    const { out } = await quote('--users', '60', '--fact', 'clustered', '--json');
    const [free, team, bespoke] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(free).toMatchObject({
      plan: 'Free',
      items: [{ pays: 'nothing', with: 'the licence' }],
      totals: [],
      idle: ['user'],
    });
    expect(team).toMatchObject({
      plan: 'Team',
      term: 'a year',
      noFigure: null,
      totals: [{ currency: 'EUR', amount: '10440.00' }],
      items: [
        {
          kind: 'price',
          clause:
            'price EUR 10 per user per month, EUR 8 beyond 50 users, at least EUR 200, 1.5x when clustered, billed yearly, prorated by month, tax added',
          origin: { file: SEATS, line: 35, column: 3 },
          per: 'month',
          billed: 'year',
          tax: 'added',
          price: { currency: 'EUR', amount: '870.00', exact: '870' },
          steps: [
            { kind: 'units', thing: 'user', count: '50', each: '10', adds: '500' },
            { kind: 'units', thing: 'user', count: '10', each: '8', adds: '80' },
            { kind: 'times', factor: '1.5', adds: '290' },
          ],
        },
      ],
      invoices: [
        {
          billed: 'year',
          number: 1,
          period: null,
          lines: [{ item: 0, periods: '12', amount: '10440.00' }],
          sum: { currency: 'EUR', amount: '10440.00' },
        },
      ],
    });
    expect(bespoke).toMatchObject({
      plan: 'Bespoke',
      totals: [],
      noFigure: expect.stringContaining('on request') as string,
    });
    const { out: dated } = await quote(
      '--plan',
      'Team',
      '--users',
      '1',
      '--fact',
      'clustered=no',
      '--from',
      '2026-07-01',
      '--term',
      'quarter',
      '--json',
    );
    expect(JSON.parse(dated)).toMatchObject({
      invoices: [
        {
          period: { from: '2026-01-01', to: '2026-12-31' },
          covers: { from: '2026-07-01', to: '2026-09-30' },
          lines: [{ periods: '3', amount: '600.00' }],
        },
      ],
    });
  });

  test('puts what several plans come to side by side, and says of which clause a note is true', async () => {
    const flags = ['--users', '60', '--servers', '1', '--fact', 'clustered=no', '--from', '2026-01-10'];
    const { out } = await quote(...flags, '--option', 'nights', '--plan', 'Team');
    expect(out).toContain('  tax is added to the price of the plan\n');
    expect(out).toContain('  the contract says nothing of tax on the price of option "nights"\n');
    expect(out).toContain('a month of option "nights" that is not whole is paid in full: the contract says');
    expect(out).not.toContain('\nin a year');
    const both = await quote('--users', '60', '--fact', 'clustered=no');
    expect(both.out.slice(both.out.indexOf('\nin a year'))).toBe(
      '\nin a year\n  Free       nothing\n  Team  EUR 6,960.00\n',
    );
  });

  test('is laid out within 80 columns, and no wider than 100', async () => {
    for (const [columns, widest] of [
      [80, 80],
      [160, 100],
    ] as const) {
      const { out } = await call(
        ['quote', SEATS, '--users', '60', '--servers', '2', '--option', 'nights', '--fact', 'clustered'],
        { columns },
      );
      const lengths = out.split('\n').map((line) => line.length);
      expect(Math.max(...lengths)).toBe(widest);
    }
  });

  test('takes every plan in turn, and says of which there is no figure and why', async () => {
    const { code, out } = await quote('--users', '1,000', '--fact', 'clustered=no');
    expect(code).toBe(0);
    expect(out).toContain('Free: 1000 users, a year');
    expect(out).toContain('nothing beside the licence');
    expect(out).toContain('nothing in it is for each user');
    expect(out).toContain(
      'in a year                                                                            EUR 97,200.00',
    );
    expect(out).toMatch(/^Bespoke: the price is told on request {2}test\/cli\/fixtures\/seats\.plan:43:3$/m);
  });

  test.each([
    [
      ['--plan', 'Team'],
      'the price of `Team` is for each `user`, and nothing says how many there are (test/cli/fixtures/seats.plan:35:3)',
      'add --users 40',
    ],
    [
      ['--plan', 'Team', '--users', '5'],
      'whether the price of `Team` counts 1.5 times depends on `clustered`, and nothing says it (test/cli/fixtures/seats.plan:35:3)',
      'add --fact clustered=yes | --fact clustered=no',
    ],
    [
      ['--plan', 'Bespoke', '--users', '5'],
      '`Bespoke` has no figure: the price is told on request  test/cli/fixtures/seats.plan:43:3',
      '',
    ],
    [
      ['--plan', 'Team', '--users', '5', '--fact', 'clustered=no', '--option', 'training'],
      '`Team` has no figure: the price of the option `training` is told on request  test/cli/fixtures/seats.plan:38:3',
      '',
    ],
    [
      ['--plan', 'Free', '--option', 'nights', '--servers', '1'],
      '`Free` has no figure: the plan does not offer the option `nights`',
      '',
    ],
    [
      ['--option', 'night'],
      '--option: the contract has no option `night`',
      'did you mean `nights`? known: nights, training',
    ],
    [
      ['--usres', '4'],
      'the contract has no price for each `usres`',
      'did you mean `--users`? its prices know --users, --servers, --visits',
    ],
    [
      ['--tern', 'month'],
      'the contract has no price for each `tern`',
      'did you mean `--term`? its prices know --users, --servers, --visits',
    ],
    [['--users', '4', '--user=5'], '--user is said twice', 'say each size once'],
    [['--users', '-4'], '--users `-4` is not a number from 0 on', 'write --users 40'],
    [['--users', '1e3'], '--users `1e3` is not a number from 0 on', 'write --users 40'],
    [['--users'], '--users says no number', 'write --users 40'],
    [['40'], '`40` is one word too many', 'sizes are said as --users 40'],
    [['--term', 'fortnight'], '--term `fortnight` is no length', 'write --term year, or --term "18 months"'],
    [['--term', '0 months'], '--term `0 months` is no length', 'write --term year, or --term "18 months"'],
    [['--from', '2026-02-30'], '--from `2026-02-30` is no date', 'write it as 2026-03-08'],
    [
      ['--sum', 'fees'],
      '--sum `fees` says no sum',
      'write the contract\'s words for it and what it comes to: --sum "monthly charges=EUR 12000"',
    ],
    [['--sum', 'fees=USD 5'], '--sum `fees=USD 5` is in USD, and the contract in EUR', ''],
    [['--sum', 'fees=5'], '--sum: the contract has no sum `fees`', 'it has none; leave --sum out'],
    [
      ['--plan', 'Tam'],
      '--plan: the contract has no plan `Tam`',
      'did you mean `Team`? known: Free, Team, Bespoke',
    ],
  ])('%j is refused in one message', async (flags, problem, help) => {
    const { code, out, err } = await quote(...flags);
    expect(err).toBe(`surety: ${problem}\n${help === '' ? '' : `  ${help}\n`}`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('says what no plan has a figure for, each by itself', async () => {
    const { code, err } = await call(['quote', 'contracts/express.plan']);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^surety: `8\/5` has no figure: the price is told on request {2}contracts\/express\.plan:81:3\n {2}`24\/7` has no figure/,
    );
  });

  test('takes sizes before the file, and a file alone is asked for', async () => {
    const { code } = await call(['quote', '--users', '5', '--fact', 'clustered=no', SEATS]);
    expect(code).toBe(0);
    expect((await call(['quote', '--users', '5'])).err).toBe("surety: missing required argument 'file'\n");
    expect((await call(['quote'])).err).toContain("missing required argument 'file'");
  });

  test('asks a share for its sum, and a price by the day for a date', async () => {
    const spend = ['quote', 'test/corpus/good/volume.plan', '--plan', 'Spend'];
    expect((await call(spend)).err).toBe(
      'surety: the price of `Spend` is a share of `monthly charges`, and nothing says what that comes to (test/corpus/good/volume.plan:51:3)\n' +
        '  add --sum "monthly charges=EUR 12000"\n',
    );
    const { out } = await call([...spend, '--sum', 'monthly charges=12,000']);
    expect(out).toMatch(/^ {2}in a year +EUR 13,680\.00$/m);
    const { err } = await call(['quote', 'test/corpus/good/every-cell.plan']);
    expect(err).toContain('how many of them a month or a year has depends on the date');
    expect(err).toContain('add --from 2026-01-01, the day from which on it is paid');
  });
});
