import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { call } from './call.ts';

const CONTRACT = 'test/cli/fixtures/billed.plan';

interface Line {
  readonly period?: string;
  readonly [name: string]: unknown;
}

const starts = {
  customer: 'Acme',
  at: '2026-06-16T00:00+02:00',
  event: 'starts',
  plan: 'Team',
  users: 90,
  options: ['nights'],
};
const opened = (ticket: string, at: string, severity = 'P2') => ({
  customer: 'Acme',
  ticket,
  at,
  event: 'opened',
  plan: 'Team',
  severity,
});
const worked = (ticket: string, from: string, to: string) => ({
  ticket,
  at: to,
  event: 'work ended',
  work: [{ from, to }],
});
const on = (ticket: string, at: string, event: string) => ({ ticket, at, event });

/** June, from the middle on: ten hours used, three beyond, a call-out, a late answer that was claimed and one that was not. */
const JUNE = [
  starts,
  opened('A', '2026-06-18T09:00+02:00'),
  on('A', '2026-06-18T13:00+02:00', 'reply'),
  worked('A', '2026-06-18T14:00+02:00', '2026-06-18T20:30+02:00'),
  on('A', '2026-06-18T20:31+02:00', 'closed'),
  opened('B', '2026-06-19T09:00+02:00', 'P1'),
  on('B', '2026-06-19T13:00:01+02:00', 'reply'),
  worked('B', '2026-06-19T16:00+02:00', '2026-06-19T18:00+02:00'),
  on('B', '2026-06-20T10:00+02:00', 'claimed'),
  on('B', '2026-06-20T10:01+02:00', 'closed'),
  opened('C', '2026-06-22T09:00+02:00'),
  on('C', '2026-06-22T13:00:01+02:00', 'reply'),
  {
    customer: 'Acme',
    at: '2026-06-23T10:00+02:00',
    event: 'outage',
    service: 'the API',
    until: '2026-06-23T10:44+02:00',
  },
];

async function track(lines: readonly object[], ...flags: readonly string[]) {
  const stdin = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const { code, out, err } = await call(['track', CONTRACT, ...flags], { stdin });
  const read = out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
  return {
    code,
    err,
    out,
    of: (period: string) => read.filter((line) => line.period === period),
    lines: read,
  };
}

const AT = ['--periods', '--at', '2026-07-10T00:00+02:00'];

// The first call loads the command, which takes a while on a busy machine.
describe('track --periods', { timeout: 30_000 }, () => {
  test('ends with the invoice of each month, to the cent, a clause behind each line', async () => {
    const { code, err, of } = await track(JUNE, ...AT);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const invoices = of('invoice').map(({ from, lines, sum }) => [
      from,
      (lines as readonly { kind: string; amount: string; by: { line: number } }[]).map(
        ({ kind, amount, by }) => `${kind} ${amount} :${by.line}`,
      ),
      sum,
    ]);
    // Half of June: 450 for 90 users and 60 for the option, which is not prorated. B: an hour, and one twice, at 120.
    // The API was down for 44 minutes of June and 43.2 are a thousandth: a tenth of 900.
    expect(invoices).toEqual([
      [
        '2026-05-31T22:00:00Z',
        [
          'price 450.00 :35',
          'option 60.00 :36',
          'over quota 360.00 :38',
          'surcharge 250.00 :39',
          'credit -50.00 :42',
          'credit -90.00 :41',
        ],
        '980.00',
      ],
      ['2026-06-30T22:00:00Z', ['price 900.00 :35', 'option 60.00 :36'], '960.00'],
    ]);
  });

  test('has what was attained, used and available, and credits with what became of them', async () => {
    const { of } = await track(JUNE, ...AT);
    expect(of('attainment')).toMatchObject([
      { target: 'respond', tickets: 3, late: 2, share: '1/3', kept: false },
    ]);
    expect(of('quota')).toMatchObject([
      {
        thing: 'hours',
        from: '2026-06-15T22:00:00Z',
        opening: '0',
        granted: '10',
        used: '10',
        over: '3',
        closing: '0',
      },
      { from: '2026-06-30T22:00:00Z', to: null, granted: '10', used: '0', closing: '10' },
    ]);
    expect(of('availability')).toMatchObject([
      { service: 'the API', wholeSeconds: 2_592_000, downSeconds: 2640, kept: false },
      { downSeconds: 0, percent: '100', kept: true },
    ]);
    expect(
      of('credit').map(({ status, gives, due, claimBefore }) => ({ status, gives, due, claimBefore })),
    ).toMatchObject([
      { status: 'given', gives: { amount: '50.00' }, claimBefore: '2026-07-19T22:00:00Z' },
      // Two of fifty are more than eighty.
      { status: 'to be claimed', gives: { amount: '30.00' }, due: { amount: '50.00' } },
      {
        status: 'given',
        gives: { amount: '90.00', percent: '10', of: 'the monthly fee' },
        claimBefore: null,
      },
    ]);
  });

  test('says the same of lines that stand together by ticket', async () => {
    const plain = await track(JUNE, ...AT);
    const others = JUNE.filter((line) => !('ticket' in line));
    const tickets = JUNE.filter((line) => 'ticket' in line);
    const grouped = await track([...others, ...tickets], '--grouped', ...AT);
    const periods = (all: typeof plain) => all.lines.filter(({ period }) => period !== undefined);
    expect(periods(grouped)).toEqual(periods(plain));
  });

  test('keeps customers apart, and knows no price of one whose size nobody says', async () => {
    const other = { ...opened('Z', '2026-06-18T09:00+02:00', 'P1'), customer: 'Beta' };
    const { of } = await track([...JUNE, other], ...AT);
    expect(of('invoice').map(({ customer, sum }) => [customer, sum])).toEqual([
      ['Acme', '980.00'],
      ['Acme', '960.00'],
      ['Beta', '250.00'],
    ]);
  });

  test('leaves the verdicts as they are', async () => {
    const tickets = JUNE.filter((line) => 'ticket' in line);
    const plain = await track(tickets);
    const { lines } = await track(tickets, '--periods');
    expect(lines.filter(({ period }) => period === undefined)).toEqual(plain.lines);
  });

  test.each([
    [{ ...starts, plan: 'Tem' }, 'the contract has no plan `Tem`: did you mean `Team`?'],
    [{ ...starts, users: -1 }, '`users` is not a number from 0 on'],
    [{ ...starts, options: ['night'] }, 'the contract has no option `night`: did you mean `nights`?'],
    [
      {
        customer: 'Acme',
        at: '2026-06-23T10:00+02:00',
        event: 'outage',
        service: 'API',
        until: '2026-06-23T11:00Z',
      },
      'the contract has no service `API`: it is one of the API',
    ],
    [
      { customer: 'Acme', at: '2026-06-23T10:00+02:00', event: 'outage' },
      'it does not say `until` when the service was down',
    ],
    [
      { customer: 'Acme', at: '2026-06-23T10:00+02:00', event: 'uptime', share: 'high' },
      'it does not say the `share`, such as "99.95%"',
    ],
    [
      { customer: 'Acme', at: '2026-06-23T10:00+02:00', event: 'bought', thing: 'visits' },
      'the contract has no thing `visits`: it is one of hours',
    ],
    [
      { ...on('A', '2026-06-23T10:00+02:00', 'work ended'), work: [{ from: 'noon' }] },
      '`work` is a list of {"from","to"}, each an instant',
    ],
  ])('reports a bad line with its number: %j', async (line, problem) => {
    const { code, err } = await track([line], '--periods');
    expect({ code, err }).toEqual({ code: 2, err: `surety: line 1: ${problem}\n` });
  });

  test('is not for a run that is carried on, nor for two versions', async () => {
    expect((await track([], '--periods', '--state', 'x')).err).toContain(
      '--periods and --state are not for one run',
    );
    expect((await call(['track', CONTRACT, CONTRACT, '--periods'], { stdin: '' })).err).toContain(
      '--periods reads one version',
    );
  });

  describe('says what it leaves out', () => {
    const contract = (clauses: string) => `contract "Left out" { zone Europe/Berlin; currency EUR }
facts { misused yes or no }
severities { P1 "down" }
clock respond { starts on opened; stops on reply; reopen never; pauses never }
plan Team {
  targets { respond; all 4 h }
  ${clauses}
}
`;
    const leftOut = async (clauses: string, lines: readonly object[]) => {
      const folder = mkdtempSync(join(tmpdir(), 'surety-periods-'));
      const file = join(folder, 'left.plan');
      writeFileSync(file, contract(clauses));
      const stdin = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      const { out } = await call(['track', file, '--periods'], { stdin });
      rmSync(folder, { recursive: true });
      const read = out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
      const sentences = read.flatMap((line) => (line.sentences as string[] | undefined) ?? []);
      return { read, sentences: sentences.map((sentence) => sentence.replace(`${folder}/`, '')) };
    };
    const open = (ticket: string, at: string, more: object = {}) => ({
      ticket,
      at,
      event: 'opened',
      plan: 'Team',
      severity: 'P1',
      ...more,
    });

    test('what is put on hold beyond a quota, of the ticket that would have been and not before', async () => {
      const quota = 'incidents 1 per month, over on hold, used when opened, one incident per ticket';
      const first = open('A', '2026-06-01T10:00Z');
      expect((await leftOut(quota, [first])).sentences).toEqual([]);
      expect((await leftOut(quota, [first, open('B', '2026-06-02T10:00Z')])).sentences).toEqual([
        'left.plan:7:3: beyond the quota of incidents a ticket waits until there is more; B was judged as if it were within it',
      ]);
      expect((await leftOut(quota, [first, open('B', '2026-07-02T10:00Z')])).sentences).toEqual([]);
    });

    test('the promises of an option that is booked', async () => {
      const option =
        'price EUR 1 per month, billed monthly\n  option "fast" EUR 1 per month, billed monthly, gives respond 1 h';
      const start = { at: '2026-06-01T00:00+02:00', event: 'starts', plan: 'Team' };
      expect((await leftOut(option, [start])).sentences).toEqual([]);
      expect((await leftOut(option, [{ ...start, options: ['fast'] }])).sentences).toEqual([
        "left.plan:8:3: the option `fast` gives other promises; tickets were judged by the plan's own",
      ]);
    });

    test('a surcharge that hangs on what nobody says is on the invoice without a figure', async () => {
      const surcharge = 'surcharge "misuse" EUR 250 per ticket when misused';
      const line = async (more: object) => {
        const { read } = await leftOut(surcharge, [open('A', '2026-06-01T10:00Z', more)]);
        const [invoice] = read.filter(({ period }) => period === 'invoice');
        return (invoice?.lines as { amount: string | null; words: string | null }[] | undefined)?.map(
          ({ amount, words }) => amount ?? words,
        );
      };
      expect(await line({})).toEqual(['depends on `misused`']);
      expect(await line({ misused: true })).toEqual(['250.00']);
      expect(await line({ misused: false })).toBeUndefined();
    });
  });
});
