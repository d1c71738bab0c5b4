import { describe, expect, test } from 'vitest';
import { call } from '../cli/call.ts';

type Line = Readonly<Record<string, unknown>>;
type Charge = Readonly<Record<'kind' | 'amount' | 'thing' | 'balance' | 'effect', string | null>>;

const quote = (contract: string, ...flags: readonly string[]) =>
  call(['quote', `contracts/${contract}.plan`, ...flags]);

/** What each ticket of a history was charged: kind, amount, thing, what was left, and what becomes of what lies beyond. */
async function charged(contract: string, lines: readonly Line[]) {
  const stdin = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const { code, out, err } = await call(['track', `contracts/${contract}.plan`], { stdin });
  // What is not applied is told there, and nothing else.
  const problems = err.split('\n').filter((line) => line !== '' && !line.startsWith('surety: not applied: '));
  expect({ code, problems }).toEqual({ code: 0, problems: [] });
  const verdicts = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly ticket: string; readonly charges: readonly Charge[] });
  return Object.fromEntries(
    verdicts.map(({ ticket, charges }) => [
      ticket,
      charges.map(({ kind, amount, thing, balance, effect }) => [kind, amount, thing, balance, effect]),
    ]),
  );
}

const worked = (ticket: string, from: string, to: string, activity: string) => ({
  ticket,
  at: to,
  event: 'work ended',
  activity,
  work: [{ from, to }],
});

// The first call loads the command, which takes a while on a busy machine.
describe('what the five published pages say of money', { timeout: 60_000 }, () => {
  test.each(['mst', 'mattermost'])('%s: no price is stated, and the quote says so', async (contract) => {
    const { code, out, err } = await quote(contract);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n').slice(0, -1)).toSatisfy((lines: readonly string[]) =>
      lines.every((line) => line.endsWith('has no figure: the contract states no price')),
    );
  });

  test.each([
    ['helpdesk', 87],
    ['express', 81],
  ])('%s: the price is told on request, and the quote names the clause', async (contract, line) => {
    const { code, err } = await quote(contract);
    expect(code).toBe(2);
    expect(err).toContain(`the price is told on request  contracts/${contract}.plan:${String(line)}:3`);
  });

  test('gold: EUR 1,499.00 a month are EUR 17,988.00 at once, and two plans come with the subscription', async () => {
    const { code, out } = await quote('gold');
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}yearly invoice +EUR 17,988\.00$/m);
    expect(out).toMatch(/^ {6}a month +EUR 1,499\.00$/m);
    expect(out.match(/price included with "the product subscription"/g)).toHaveLength(2);
    expect(out).toContain('the contract says nothing of tax on the price');
  });

  test('gold: the fifth incident of a month is beyond the four, at best effort, and the next month has four again', async () => {
    const opened = (day: string, ticket: string) => ({
      customer: 'Acme',
      ticket,
      at: `2026-${day}T10:00+02:00`,
      event: 'opened',
      plan: 'Gold',
      severity: 'S2',
    });
    const days = ['06-01', '06-02', '06-03', '06-04', '06-30', '07-01'];
    expect(
      await charged(
        'gold',
        days.map((day, i) => opened(day, `T${String(i)}`)),
      ),
    ).toEqual({
      T0: [['used', '1', 'incidents', '3', null]],
      T1: [['used', '1', 'incidents', '2', null]],
      T2: [['used', '1', 'incidents', '1', null]],
      T3: [['used', '1', 'incidents', '0', null]],
      T4: [['over', '1', 'incidents', '0', 'best effort']],
      T5: [['used', '1', 'incidents', '3', null]],
    });
  });

  test('helpdesk: incidents are bought, a handover takes one, and each half hour begun after the first hour one', async () => {
    const opened = (ticket: string, at: string) => ({
      customer: 'Acme',
      ticket,
      at,
      event: 'opened',
      severity: 'Request',
    });
    const lines = [
      { customer: 'Acme', at: '2026-06-01T09:00-05:00', event: 'bought', thing: 'incidents', amount: 5 },
      opened('handed over', '2026-06-15T10:00-05:00'),
      { ticket: 'handed over', at: '2026-06-15T11:00-05:00', event: "technician's email" },
      opened('appointment', '2026-06-16T10:00-05:00'),
      {
        ticket: 'appointment',
        at: '2026-06-17T11:20-05:00',
        event: 'conclusion',
        activity: 'appointment',
        work: [{ from: '2026-06-17T10:00-05:00', to: '2026-06-17T11:20-05:00' }],
      },
      opened('too many', '2026-06-18T10:00-05:00'),
      {
        ticket: 'too many',
        at: '2026-06-18T12:00-05:00',
        event: 'conclusion',
        activity: 'appointment',
        work: [{ from: '2026-06-18T11:00-05:00', to: '2026-06-18T12:00-05:00' }],
      },
    ];
    expect(await charged('helpdesk', lines)).toEqual({
      'handed over': [['used', '1', 'incidents', '4', null]],
      appointment: [['used', '3', 'incidents', '1', null]],
      'too many': [
        ['used', '1', 'incidents', '0', null],
        ['over', '1', 'incidents', '0', 'refuse'],
      ],
    });
  });

  test('express: an hour outside the working day takes two of the hundred and twenty, and one visit a quarter is in the plan', async () => {
    const lines = [
      {
        customer: 'Acme',
        ticket: 'A',
        at: '2026-06-11T10:00+03:00',
        event: 'opened',
        plan: 'Premium',
        severity: 'P4',
      },
      worked('A', '2026-06-11T18:00+03:00', '2026-06-11T20:30+03:00', 'administer'),
      worked('A', '2026-06-17T11:00+03:00', '2026-06-17T14:00+03:00', 'visit'),
      worked('A', '2026-06-24T11:00+03:00', '2026-06-24T14:00+03:00', 'visit'),
    ];
    expect(await charged('express', lines)).toEqual({
      A: [
        ['used', '4', 'hours', '116', null],
        ['used', '1', 'visits', '0', null],
        ['over', '1', 'visits', '0', 'refuse'],
      ],
    });
  });

  test('what is rounded is said to be: a third of a coin is nobody’s', async () => {
    const { out } = await call([
      'quote',
      'test/cli/fixtures/billed.plan',
      '--users',
      '7',
      '--term',
      '1 month',
      '--from',
      '2026-06-20',
    ]);
    const isRounded = out.includes('each line of an invoice is rounded to the coin, halves away from zero');
    // Eleven days of June at EUR 70 are 25.666…; what comes to whole cents has nothing to say.
    expect({ isRounded, has: out.includes('25.67') }).toEqual({ isRounded: true, has: true });
    expect((await quote('gold')).out).not.toContain('rounded');
  });
});
