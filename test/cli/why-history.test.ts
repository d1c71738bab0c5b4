import { describe, expect, test } from 'vitest';
import { call } from './call.ts';

const CONTRACT = 'test/cli/fixtures/judged.plan';
const HISTORY = 'test/cli/fixtures/judged.jsonl';

const why = (...flags: readonly string[]) =>
  call(['why', CONTRACT, '--history', HISTORY, ...flags], { columns: 80 });
const of = async (about: string, ...flags: readonly string[]) => {
  const { out } = await why('--json', ...flags);
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    .filter((line) => line['about'] === about);
};

/** What `track` says of the clocks of a ticket, told under another plan where one is named. */
async function tracked(ticket: string, plan: string | null) {
  const { readFileSync } = await import('node:fs');
  const stdin = readFileSync(HISTORY, 'utf8')
    .split('\n')
    .map((line) => (plan === null ? line : line.replace(/"plan":"\w+"/, `"plan":"${plan}"`)))
    .join('\n');
  const { out } = await call(['track', CONTRACT], { stdin });
  const verdicts = out
    .trim()
    .split('\n')
    .map(
      (line) => JSON.parse(line) as { ticket: string; clocks: readonly Readonly<Record<string, unknown>>[] },
    );
  const clocks = verdicts.find((verdict) => verdict.ticket === ticket)?.clocks ?? [];
  return clocks.map(({ target, due, status, used }) => ({ target, due, status, used }));
}

const standing = (clocks: readonly Readonly<Record<string, unknown>>[]) =>
  clocks.map(({ target, due, status, used }) => ({ target, due, status, used }));

// The first call loads the command, which takes a while on a busy machine.
describe('why --history', { timeout: 30_000 }, () => {
  test('shows each stretch of a clock with what it counts and the clause, and what changed between them', async () => {
    const { code, out, err } = await why('--ticket', 'A', '--target', 'resolve');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      [
        'A, Basic, P1, opened Tue 2026-06-02 15:00 +02:00 (Europe/Berlin)',
        '',
        'resolve: 4 h  line 41',
        '  Tue 2026-06-02 15:00             -         = 0 h  counted from the change:',
        '                                                    rated P2 by its full',
        '                                                    description  line 37',
        '  Wed 2026-06-03 10:00  rated P2 by its full description: 8 h in Office, counted',
        '                        from here  line 37',
        '  Wed 2026-06-03 10:00         + 2 h         = 2 h  `Office` is open: Wed',
        '                                                    09:00-17:00  line 16',
        '  Wed 2026-06-03 12:00             -         = 2 h  paused: waiting for customer',
        '                                                    line 29',
        '  Fri 2026-06-05 10:00  + 1 h 30 min  = 3 h 30 min  `Office` is open: Fri',
        '                                                    09:00-17:00  line 16',
        '  Fri 2026-06-05 11:30  raised to P1: 4 h, and what was counted stays counted',
        '                        line 35',
        '  Fri 2026-06-05 11:30      + 30 min         = 4 h  elapsed time, every hour',
        '                                                    counts',
        '  Fri 2026-06-05 12:00             -         = 4 h  never due less than 1 h',
        '                                                    after the change  line 35',
        '  Fri 2026-06-05 12:30  due: 4 h',
        '  Fri 2026-06-05 16:00  stopped: missed, 3 h 30 min after it was broken, 8 h',
        '                        counted',
        '',
        'under Gold',
        '  resolve  2 h, due Fri 2026-06-05 12:30: missed  line 49',
        '',
        'lines are those of test/cli/fixtures/judged.plan; time-zone data 2025c',
        '',
      ].join('\n'),
    );
  });

  test('keeps to the width of a terminal', async () => {
    const { out } = await why('--ticket', 'A');
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('says how a ticket came by each severity, and why its facts made it no other', async () => {
    const steps = await of('severity', '--ticket', 'A');
    expect(steps.map(({ at, severity, why: by }) => [at, severity, by])).toEqual([
      ['2026-06-02T13:00:00Z', 'P2', 'by its facts: `impact = many`'],
      ['2026-06-02T13:00:00Z', 'P3', 'the rule "no description"'],
      ['2026-06-03T08:00:00Z', 'P2', 'the rule "completed"'],
      ['2026-06-05T09:30:00Z', 'P1', 'as was recorded'],
    ]);
    const others = await of('severity not given', '--ticket', 'A');
    expect(others.map(({ name, why: by }) => [name, by])).toEqual([
      ['P1', 'asks for `impact = all`, and `impact` is many'],
      ['P3', 'the more severe comes first'],
    ]);
  });

  test('says of each rule when it fired, and of the others which condition failed or what did not happen', async () => {
    const rules = async (ticket: string) =>
      (await of('rule', '--ticket', ticket)).map(({ rule, fired, looks, never }) => [
        rule,
        fired,
        (looks as readonly { what: string }[]).map(({ what }) => what),
        never,
      ]);
    expect(await rules('A')).toEqual([
      ['no description', true, ['sets the severity, tells customer'], null],
      ['completed', true, ['sets the severity, tells customer'], null],
      ['silence', false, [], 'it was never 3 calendar days in `silence`'],
    ]);
    expect(await rules('B')).toEqual([
      ['no description', false, ['asks for `not described`, and `described` is so'], null],
      ['completed', false, [], '`described` did not happen'],
      ['silence', false, [], 'it was never 3 calendar days in `silence`'],
    ]);
  });

  test('has the deadlines of `track`, under the ticket’s plan and under each other', async () => {
    for (const ticket of ['A', 'B']) {
      const clocks = await of('clock', '--ticket', ticket);
      expect(clocks).toHaveLength(2);
      expect(standing(clocks)).toEqual(await tracked(ticket, null));
      const [other, ...more] = await of('other plan', '--ticket', ticket);
      expect(more).toEqual([]);
      const name = ticket === 'A' ? 'Gold' : 'Basic';
      expect(other?.['plan']).toBe(name);
      expect(standing(other?.['clocks'] as never)).toEqual(await tracked(ticket, name));
    }
  });

  test('judges a clock that runs at the instant that is named', async () => {
    const { out } = await why('--ticket', 'B', '--target', 'respond', '--at', '2026-06-05T16:05+02:00');
    expect(out).toContain('Fri 2026-06-05 16:05  it runs, 5 min counted, 10 min left\n');
  });

  test.each([
    [['--ticket', 'C'], 'the history has no ticket `C`'],
    [[], 'the history tells of 2 tickets\n  name one, such as --ticket A'],
    [['--ticket', 'A', '--severity', 'P1'], '--severity and --history are not for one run'],
    [['--ticket', 'A', '--target', 'repair'], 'repair'],
  ])('says what is wrong with %j, and ends with 2', async (flags, message) => {
    const { code, out, err } = await why(...flags);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  test('names the first line that it cannot read', async () => {
    const stdin =
      '{"ticket":"A","at":"2026-06-02T15:00+02:00","event":"opened","plan":"Basic","impact":"many"}\n{"ticket":"A"}\n';
    const { code, err } = await call(['why', CONTRACT, '--history', '-'], { stdin });
    expect({ code, err }).toEqual({ code: 2, err: 'surety: - line 2: it does not say `at` which instant\n' });
  });

  test('needs to know which ticket is meant', async () => {
    const { code, err } = await call(['why', CONTRACT]);
    expect(code).toBe(2);
    expect(err).toContain('`--history events.jsonl --ticket A1`');
  });
});

describe('why', { timeout: 30_000 }, () => {
  test('keeps to the width of a terminal, and tells a stretch by its beginning where it is too narrow for both', async () => {
    const argv =
      'why contracts/mst.plan --plan Standard --severity S1 --region EMEA --opened 2026-06-12T16:00'.split(
        ' ',
      );
    const { out } = await call(argv, { terminal: true, columns: 80, env: { NO_COLOR: '1' } });
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(out).toMatch(/^ {4}Fri 2026-06-12 16:00 +\+ 1 h +=/m);
    expect(out).toContain('due: 16 h\n');
    expect((await call(argv)).out).toContain('Fri 2026-06-12 16:00 .. Fri 2026-06-12 17:00');
  });
});

const CUSTOMER = [
  {
    customer: 'Acme',
    ticket: 'A',
    at: '2026-06-17T09:00+02:00',
    event: 'opened',
    plan: 'Team',
    severity: 'P2',
  },
  { ticket: 'A', at: '2026-06-17T13:00+02:00', event: 'work ended', from: '2026-06-17T09:00+02:00' },
  {
    customer: 'Acme',
    ticket: 'B',
    at: '2026-06-18T15:00+02:00',
    event: 'opened',
    plan: 'Team',
    severity: 'P1',
  },
  { ticket: 'B', at: '2026-06-19T14:00:01+02:00', event: 'reply' },
  { ticket: 'B', at: '2026-06-19T18:00+02:00', event: 'work ended', from: '2026-06-19T12:00+02:00' },
  { ticket: 'B', at: '2026-06-20T10:00+02:00', event: 'claimed' },
];

describe('why --history of what a ticket costs', { timeout: 30_000 }, () => {
  test('shows the work, its split at the edge, what it used of the bank, what lies beyond, and the credit', async () => {
    const stdin = CUSTOMER.map((line) => `${JSON.stringify(line)}\n`).join('');
    const contract = 'test/cli/fixtures/billed.plan';
    const { out } = await call(['why', contract, '--history', '-', '--ticket', 'B'], { stdin, columns: 80 });
    const money = out.slice(out.indexOf('charges'), out.indexOf('lines are'));
    // Four of ten hours went to A; six worked by B, one of them outside at twice, are seven: one is beyond.
    expect(money).toBe(
      [
        'charges',
        '  Fri 2026-06-19 18:00  used 6 hours, 0 left  line 37',
        '      worked from Fri 2026-06-19 12:00 to Fri 2026-06-19 18:00: 6 h',
        '      5 h in `Office`, 1 h outside, at 2 times: 7 h',
        '  Fri 2026-06-19 18:00  over 1 hours, 0 left, beyond the quota: billed  line 37',
        '  Thu 2026-06-18 15:00  surcharge: EUR 250.00, by',
        '                        `surcharge "call-out" EUR 250 per call for P1`  line 39',
        '  Fri 2026-06-19 18:00  over quota: 1 hours: EUR 120.00, by',
        '                        `rate EUR 120 per hour`  line 38',
        'credits',
        '  Fri 2026-06-19 11:00  respond missed: EUR 50.00, given  line 42',
        '',
        '',
      ].join('\n'),
    );
  });
});
