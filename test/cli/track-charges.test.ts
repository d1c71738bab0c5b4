import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import Fraction from 'fraction.js';
import { call } from './call.ts';

const CONTRACT = 'test/cli/fixtures/billed.plan';

type Line = Readonly<Record<string, unknown>>;
interface Charge {
  readonly kind: string;
  readonly thing: string;
  readonly amount: string;
  readonly balance: string | null;
  readonly effect: string | null;
}

async function track(lines: readonly Line[], ...flags: readonly string[]) {
  const stdin = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const { code, out, err } = await call(['track', CONTRACT, ...flags], { stdin });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map(
      (line) => JSON.parse(line) as Line & { readonly ticket?: string; readonly charges: readonly Charge[] },
    );
}

const at = (text: string) => `2026-06-${text}+02:00`;
const opened = (ticket: string, when: string, customer = 'Acme') => ({
  customer,
  ticket,
  at: at(when),
  event: 'opened',
  plan: 'Team',
  severity: 'P2',
});
const worked = (ticket: string, from: string, to: string) => ({
  ticket,
  at: at(to),
  event: 'work ended',
  work: [{ from: at(from), to: at(to) }],
});
const on = (ticket: string, when: string, event: string) => ({ ticket, at: at(when), event });

/** Acme has ten hours in June: A takes eight, B the last two and one beyond; Brown has ten of its own. */
const JUNE = [
  opened('A', '15T09:00'),
  opened('B', '15T10:00'),
  worked('A', '15T09:00', '15T17:00'),
  opened('C', '16T09:00', 'Brown'),
  worked('C', '16T09:00', '16T10:00'),
  on('A', '16T10:30', 'closed'),
  worked('B', '17T09:00', '17T12:00'),
  on('B', '17T13:00', 'closed'),
  on('C', '18T13:00', 'closed'),
];

const shown = (charges: readonly Charge[] | undefined) =>
  (charges ?? []).map(({ kind, amount, thing, balance, effect }) => [kind, amount, thing, balance, effect]);

const EXPECTED = {
  A: [['used', '8', 'hours', '2', null]],
  B: [
    ['used', '2', 'hours', '0', null],
    ['over', '1', 'hours', '0', 'bill'],
  ],
  C: [['used', '1', 'hours', '9', null]],
};

const byTicket = (verdicts: Awaited<ReturnType<typeof track>>) =>
  Object.fromEntries(verdicts.map(({ ticket = '', charges }) => [ticket, shown(charges)]));

// The first call loads the command, which takes a while on a busy machine.
describe('the verdicts of `track`', { timeout: 60_000 }, () => {
  test('say what a ticket used of its customer’s hours, what was left, and what lay beyond', async () => {
    expect(byTicket(await track(JUNE))).toEqual(EXPECTED);
  });

  test('say the same where the lines come ticket by ticket', async () => {
    const grouped = JUNE.toSorted((a, b) => (a.ticket < b.ticket ? 1 : a.ticket > b.ticket ? -1 : 0));
    expect(grouped[0]?.ticket).toBe('C');
    expect(byTicket(await track(grouped, '--grouped'))).toEqual(EXPECTED);
  });

  test('charge nothing to a ticket that has used nothing, and count what was bought', async () => {
    const bought = { customer: 'Acme', at: at('14T09:00'), event: 'bought', thing: 'hours', amount: 5 };
    const lines = [bought, ...JUNE.filter(({ ticket, event }) => ticket !== 'C' || event !== 'work ended')];
    expect(byTicket(await track(lines))).toEqual({
      A: [['used', '8', 'hours', '7', null]],
      // Two of the month's own, then one of those bought.
      B: [
        ['used', '2', 'hours', '5', null],
        ['used', '1', 'hours', '4', null],
      ],
      C: [],
    });
  });

  test('go on from the ledgers that an earlier run left, wherever the history was cut', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'surety-charges-'));
    try {
      for (let cut = 1; cut < JUNE.length; cut += 1) {
        const state = join(folder, `${String(cut)}.jsonl`);
        const before = await track(JUNE.slice(0, cut), '--state', state);
        const after = await track(JUNE.slice(cut), '--state', state);
        expect({ cut, ...byTicket(before), ...byTicket(after) }).toEqual({ cut, ...EXPECTED });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('leave behind no more than ledgers once every ticket is over', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'surety-charges-'));
    try {
      const state = join(folder, 'state.jsonl');
      await track(JUNE, '--state', state);
      const [line = '', ...more] = readFileSync(state, 'utf8').trim().split('\n');
      expect(more).toEqual([]);
      expect(JSON.parse(line)).toMatchObject({
        charges: { tickets: [], customers: [{ customer: 'Acme' }, { customer: 'Brown' }] },
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('name the line of a state that is not one', async () => {
    const { code, err } = await call(['track', CONTRACT, '--state', 'test/cli/fixtures/broken-state.jsonl'], {
      stdin: '',
    });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'surety: test/cli/fixtures/broken-state.jsonl line 1: it is none that `surety track --state` wrote\n',
    });
  });
});

const MINUTE = 60_000;
const instant = (minutes: number) => new Date(Date.UTC(2026, 5, 1, 7) + minutes * MINUTE).toISOString();

/** Some tickets of some customers over six weeks: each is opened, worked on now and then, and mostly closed. */
const histories: fc.Arbitrary<readonly Line[]> = fc
  .array(
    fc.record({
      customer: fc.constantFrom('Acme', 'Brown'),
      severity: fc.constantFrom('P1', 'P2'),
      opened: fc.integer({ min: 0, max: 60_000 }),
      works: fc.array(fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 600 })), {
        maxLength: 3,
      }),
      closes: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((tickets) => {
    // Every instant is one of its own, so that no order has to be guessed.
    const lines = tickets.flatMap(({ customer, severity, opened: from, works, closes }, i) => {
      let now = from * 10 + i;
      const ticket = `T${String(i)}`;
      const told: (Line & { minutes: number })[] = [
        { customer, ticket, at: instant(now), minutes: now, event: 'opened', plan: 'Team', severity },
      ];
      for (const [after, length] of works) {
        const begins = now;
        now += 10 * after;
        const work = [{ from: instant(Math.max(begins, now - length)), to: instant(now) }];
        told.push({ ticket, at: instant(now), minutes: now, event: 'work ended', work });
      }
      if (closes) told.push({ ticket, at: instant(now + 10), minutes: now + 10, event: 'closed' });
      return told;
    });
    return lines.toSorted((a, b) => a.minutes - b.minutes).map(({ minutes: _, ...line }) => line);
  });

const sum = (amounts: readonly string[]) =>
  amounts.reduce((all, amount) => all.add(amount), new Fraction(0)).toFraction();

describe('the charges of random customers', { timeout: 120_000 }, () => {
  test('balance: the verdicts use what the periods say was used, and the invoices bill what lay beyond', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (lines) => {
        const told = await track(lines, '--periods');
        const charges = told.flatMap((line) => (line.ticket === undefined ? [] : line.charges));
        const of = (period: string) => told.filter((line) => line['period'] === period);
        const amounts = (kind: string) =>
          charges.filter((charge) => charge.kind === kind).map(({ amount }) => amount);
        const said = (name: string) => sum(of('quota').map((line) => line[name] as string));
        expect({ used: sum(amounts('used')), over: sum(amounts('over')) }).toEqual({
          used: said('used'),
          over: said('over'),
        });
        for (const line of of('quota') as unknown as readonly Readonly<Record<string, string>>[]) {
          const { opening = '', granted = '', used = '', expired = '', closing = '' } = line;
          const left = new Fraction(opening).add(granted).sub(used).sub(expired);
          expect(left.toFraction()).toBe(new Fraction(closing).toFraction());
        }
        const billed = of('invoice')
          .flatMap((line) => line['lines'] as readonly { kind: string; count: { amount: string } | null }[])
          .flatMap(({ kind, count }) => (kind === 'over quota' ? [count?.amount ?? ''] : []));
        expect(sum(billed)).toBe(sum(amounts('over')));
      }),
      { numRuns: 60 },
    );
  });

  test('are the same in one run and in two, wherever the history is cut', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'surety-charges-'));
    let run = 0;
    try {
      await fc.assert(
        fc.asyncProperty(histories, fc.nat(), async (lines, random) => {
          const cut = random % (lines.length + 1);
          run += 1;
          const state = join(folder, `${String(run)}.jsonl`);
          const before = await track(lines.slice(0, cut), '--state', state);
          const after = await track(lines.slice(cut), '--state', state);
          const last = new Map([...before, ...after].map((verdict) => [verdict.ticket, verdict]));
          const whole = await track(lines);
          expect(whole.map(({ ticket }) => last.get(ticket))).toEqual(whole);
        }),
        { numRuns: 60 },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('work that is charged as its ticket closes', { timeout: 60_000 }, () => {
  const LINES = [
    opened('A', '15T09:00'),
    { ...worked('A', '15T10:00', '15T11:00'), activity: 'repair' },
    { ...worked('A', '15T12:00', '15T12:30'), activity: 'look' },
    on('A', '15T13:00', 'closed'),
  ];
  const run = async (lines: readonly Line[], ...flags: readonly string[]) => {
    const stdin = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const { code, out, err } = await call(['track', 'test/cli/fixtures/charged-at-close.plan', ...flags], {
      stdin,
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return out
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line & { charges?: readonly Charge[] }]));
  };
  const CHARGES = [
    ['billed', '90', 'EUR', null, null],
    ['used', '1.5', 'hours', '8.5', null],
  ];

  test('is in the verdict and on the invoice, though its line came before', async () => {
    const lines = await run(LINES, '--periods', '--at', at('30T00:00'));
    expect(shown(lines[0]?.charges)).toEqual(CHARGES);
    const invoices = lines.filter(({ period }) => period === 'invoice') as readonly {
      readonly lines?: readonly { readonly kind: string; readonly amount: string }[];
    }[];
    expect(invoices.flatMap(({ lines: of = [] }) => of.map(({ kind, amount }) => [kind, amount]))).toEqual([
      ['charge', '90.00'],
    ]);
  });

  test('is the same where the work is told in one run and the close in the next', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'surety-closed-'));
    try {
      for (let cut = 1; cut < LINES.length; cut += 1) {
        const state = join(folder, `${String(cut)}.jsonl`);
        await run(LINES.slice(0, cut), '--state', state);
        const [verdict] = await run(LINES.slice(cut), '--state', state);
        expect(shown(verdict?.charges)).toEqual(CHARGES);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a ticket that silence closes', { timeout: 60_000 }, () => {
  const LINES = [
    { customer: 'Acme', ticket: 'A', at: at('01T09:00'), event: 'opened', plan: 'Team' },
    { customer: 'Acme', ticket: 'A', at: at('01T10:00'), event: 'reply' },
    { customer: 'Acme', ticket: 'B', at: at('10T10:00'), event: 'opened', plan: 'Team' },
    { customer: 'Acme', ticket: 'B', at: at('10T11:00'), event: 'closed' },
  ];

  test('uses its incident then, though no line says so, in its verdict and in the period', async () => {
    const stdin = LINES.map((line) => `${JSON.stringify(line)}\n`).join('');
    const flags = ['--periods', '--at', at('30T00:00')];
    const { out } = await call(['track', 'test/cli/fixtures/closes-itself.plan', ...flags], { stdin });
    const told = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line & { readonly charges?: readonly (Charge & { at: string })[] });
    const used = told.flatMap(({ ticket, charges }) =>
      (charges ?? []).map((charge) => [ticket, charge.at, charge.amount, charge.balance]),
    );
    expect(used.toSorted()).toEqual([
      ['A', '2026-06-04T08:00:00Z', '1', '1'],
      ['B', '2026-06-10T09:00:00Z', '1', '0'],
    ]);
    expect(told.filter((line) => line['period'] === 'quota')).toMatchObject([{ used: '2', closing: '0' }]);
  });
});

describe('beyond a quota', () => {
  const gold = async (lines: readonly Line[]) => {
    const stdin = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const { out } = await call(['track', 'contracts/gold.plan'], { stdin });
    return out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line & { readonly clocks: readonly Line[] })
      .map(({ ticket, clocks }) => [
        ticket,
        ...clocks.filter(({ target }) => target === 'respond').map(({ status, due }) => [status, due]),
      ]);
  };
  const question = (ticket: string, at: string, more: Line = {}) => ({
    customer: 'Acme',
    ticket,
    at,
    event: 'opened',
    plan: 'Professional',
    severity: 'S4',
    own: true,
    ...more,
  });

  test('a ticket has best effort where the quota says so, until the next period begins in its own zone', async () => {
    const lines = [
      question('first', '2026-06-01T10:00+02:00'),
      question('second', '2026-06-29T10:00+02:00'),
      question('elsewhere', '2026-06-29T10:00+02:00', { customer: 'Brown' }),
      // In universal time it is still June.
      question('july', '2026-07-01T00:30+02:00'),
    ];
    const [first, second, elsewhere, july] = await gold(lines);
    expect(first).toEqual(['first', ['running', '2026-06-04T08:00:00Z']]);
    expect(second).toEqual(['second', ['best effort', null]]);
    expect(elsewhere).toEqual(['elsewhere', ['running', '2026-07-02T08:00:00Z']]);
    expect(july?.[1]).toEqual(['running', '2026-07-03T15:00:00Z']);
  });

  describe('of a contract', () => {
    const verdicts = async (quota: string, lines: readonly Line[]) => {
      const folder = mkdtempSync(join(tmpdir(), 'surety-'));
      try {
        const file = join(folder, 'quota.plan');
        writeFileSync(
          file,
          `contract "Quota" version "1" { zone Europe/Berlin }
severities { P1 "all" }
clock respond { starts on opened; stops on reply; pauses never; reopen never }
clock resolve { starts on opened; stops on resolved; pauses never; reopen never }
plan Team {
  targets { respond | resolve
    P1 | 2 h | 8 h }
  ${quota}
}
`,
        );
        const stdin = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
        const { out } = await call(['track', file, '--at', '2026-06-03T00:00Z'], { stdin });
        return out
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as Line & { readonly clocks: readonly Line[] })
          .map(({ refused, clocks }) => [
            refused,
            ...clocks.map(({ target, status }) => `${String(target)} ${String(status)}`),
          ]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    };
    const open = (ticket: string, at: string) => ({
      ticket,
      at,
      event: 'opened',
      plan: 'Team',
      severity: 'P1',
    });
    const used = 'one incident per ticket';

    test('that refuses such tickets, one is refused, and has no promise', async () => {
      const lines = [open('A', '2026-06-01T10:00Z'), open('B', '2026-06-01T11:00Z')];
      expect(await verdicts(`incidents 1 per month, over refused, used when opened, ${used}`, lines)).toEqual(
        [[null, 'respond missed', 'resolve missed'], ['no incidents left']],
      );
    });
    test('what stopped before, or was broken before, stays as it was judged', async () => {
      const quota = `incidents 1 per month, over no promise, used when answered, ${used}`;
      const on = (ticket: string, at: string, event: string) => ({ ticket, at, event });
      const lines = [
        open('A', '2026-06-01T08:00Z'),
        on('A', '2026-06-01T09:00Z', 'reply'),
        open('B', '2026-06-01T10:00Z'),
        on('B', '2026-06-01T13:00Z', 'reply'),
        on('B', '2026-06-01T14:00Z', 'resolved'),
      ];
      expect(await verdicts(quota, lines)).toEqual([
        [null, 'respond met', 'resolve missed'],
        [null, 'respond missed', 'resolve no promise'],
      ]);
    });
  });
});
