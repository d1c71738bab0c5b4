/** Small stories of use and work, and what they come to: what a trap about quotas, rates and shares is held to. */
import type Fraction from 'fraction.js';
import { attained, type AttainedTicket } from '../../src/engine/entitlement/attainment.ts';
import type { LedgerEntry, LedgerEvent, Use } from '../../src/engine/entitlement/ledger-model.ts';
import { Ledger } from '../../src/engine/entitlement/ledger.ts';
import { usesOf } from '../../src/engine/entitlement/uses-of.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { digitsOf } from '../../src/engine/money/currency.ts';
import { priceWork } from '../../src/engine/money/work-price.ts';
import type { CompiledPlan } from '../../src/plan/model.ts';
import { parseInstant } from '../../src/time/iso-instant.ts';
import type { Count } from './trap.ts';

export function instant(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`);
  return parsed.instant;
}

const P1 = { severity: 0, region: -1, channel: -1, type: -1, facts: [] };
const P3 = { ...P1, severity: 1 };

function digits(amount: Fraction): string {
  return amount.round(2).toString();
}

/** The entries that events cause, from a start on. */
function entriesOf(
  plan: CompiledPlan,
  start: string,
  events: readonly LedgerEvent[],
  until: string,
): readonly LedgerEntry[] {
  const ledger = new Ledger(loadPlan(plan), 0, instant(start));
  return [...events.flatMap((event) => ledger.step(event)), ...ledger.advance(instant(until))];
}

function sum(entries: readonly LedgerEntry[], ...kinds: readonly LedgerEntry['kind'][]): string {
  const amounts = entries.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount);
  return amounts.length === 0 ? '0' : digits(amounts.reduce((total, amount) => total.add(amount)));
}

function use(at: string, ticket: string, name: string, more: Partial<Use> = {}): Use {
  return {
    kind: 'use',
    at: instant(at),
    ticket,
    cause: null,
    name,
    work: [],
    key: P3,
    factOf: () => undefined,
    ...more,
  };
}

/** Forty bought and twenty used, then twenty bought and twenty-five used: what goes over each time. */
export function boughtTwice(comes: string): Count {
  return {
    story: 'buy 40 on 2026-03-01 and use 20, buy 20 on 2027-03-01 and use 25: carried over each time',
    comes,
    run: (plan) => {
      const bought = (at: string, amount: string): LedgerEvent => ({
        kind: 'bought',
        at: instant(at),
        thing: 'incidents',
        amount,
        pack: null,
      });
      const used = (year: string, count: number) =>
        Array.from({ length: count }, (_, i) =>
          use(`${year}-06-01T10:00+02:00`, `${year} ${i}`, 'incidents'),
        );
      const events = [
        bought('2026-03-01T00:00+01:00', '40'),
        ...used('2026', 20),
        bought('2027-03-01T00:00+01:00', '20'),
        ...used('2027', 25),
      ];
      const entries = entriesOf(plan, '2026-03-01T00:00+01:00', events, '2028-03-01T00:00+01:00');
      const carried = (year: string) =>
        sum(
          entries.filter(({ at }) => at === instant(`${year}-03-01T00:00+01:00`)),
          'carried',
        );
      return `${carried('2027')} and ${carried('2028')}`;
    },
  };
}

/** What an appointment of so many minutes draws, in a ticket that is handed over first where the plan charges that. */
export function appointment(minutes: number, comes: string): Count {
  return {
    story: `an appointment of ${minutes} minutes`,
    comes,
    run: (plan) => {
      const from = instant('2026-06-02T10:00+02:00');
      const to = from + minutes * 60_000;
      const happening = {
        ticket: 'T',
        cause: null,
        key: P3,
        factOf: () => undefined,
        activity: null,
        work: [],
      };
      const [of] = plan.plans;
      if (of === undefined) throw new Error('there is no plan');
      const events = [
        ...usesOf(of, { ...happening, event: 'reply', at: from - 60_000 }),
        ...usesOf(of, {
          ...happening,
          event: 'conclusion',
          at: to,
          activity: 'appointment',
          work: [{ from, to }],
        }),
        ...usesOf(of, {
          ...happening,
          event: 'opened',
          at: to + 1,
          activity: 'appointment',
          work: [{ from, to }],
        }),
      ];
      const entries = entriesOf(plan, '2026-01-01T00:00+01:00', events, '2026-07-01T00:00+02:00');
      return `${Number(sum(entries, 'used')) - Number(sum(entries, 'given back'))} incidents`;
    },
  };
}

/** In which month a unit is used, of a ticket opened at an instant and closed a day later. */
export function month(opened: string, comes: string): Count {
  return {
    story: `a ticket opened ${opened} and closed two days later is one of`,
    comes,
    run: (plan) => {
      const [of] = plan.plans;
      if (of === undefined) throw new Error('there is no plan');
      const happening = {
        ticket: 'T',
        cause: null,
        key: P3,
        factOf: () => undefined,
        activity: null,
        work: [],
      };
      const at = instant(opened);
      const events = [
        ...usesOf(of, { ...happening, event: 'opened', at }),
        ...usesOf(of, { ...happening, event: 'closed', at: at + 2 * 86_400_000 }),
      ];
      const entries = entriesOf(plan, '2026-01-01T12:00+01:00', events, '2026-06-01T00:00+02:00');
      const sequence = entries.find(({ kind }) => kind === 'used')?.sequence ?? 0;
      const months = entries.filter(({ kind, sequence: s }) => kind === 'granted' && s < sequence).length;
      return ['never', 'January', 'February'][months] ?? 'later';
    },
  };
}

/** What work draws on a bank of hours, or costs by a rate. */
export function worked(from: string, to: string, comes: string): Count {
  return {
    story: `work from ${from} to ${to.slice(11)}`,
    comes,
    run: (plan) => {
      const work = [{ from: instant(from), to: instant(to) }];
      const engine = loadPlan(plan);
      const rate = plan.plans[0]?.rates[0];
      if (rate !== undefined) {
        const price = priceWork(engine, rate, work);
        return price.kind === 'money'
          ? `${price.currency} ${digitsOf(price.amount, price.currency)}`
          : price.text;
      }
      const events = [use(to, 'T', 'hours', { work })];
      return `${sum(entriesOf(plan, '2026-01-01T12:00+01:00', events, to), 'used')} h`;
    },
  };
}

/** Whether a share is reached by so many tickets in time and one that is late and of P1, month by month. */
export function nineOfTen(
  story: string,
  tickets: { readonly inTime: number; readonly late: number; readonly more?: Partial<AttainedTicket> },
  comes: string,
): Count {
  return {
    story,
    comes,
    run: (plan) => {
      const line = plan.plans[0]?.attainment[0];
      if (line === undefined) throw new Error('nothing is to be attained');
      const engine = loadPlan(plan);
      const one = (closed: string, key: typeof P1): AttainedTicket => ({
        key,
        factOf: () => undefined,
        opened: instant('2026-05-30T10:00+02:00'),
        closed: instant(closed),
        resolved: instant(closed),
        due: instant('2026-06-03T12:00+02:00'),
        started: instant('2026-05-30T10:00+02:00'),
        stopped: instant(closed),
        is: [],
      });
      const all = [
        ...Array.from({ length: tickets.inTime }, () => one('2026-06-01T10:00+02:00', P3)),
        ...Array.from({ length: tickets.late }, () => ({
          ...one('2026-06-04T10:00+02:00', P1),
          ...tickets.more,
        })),
      ];
      const ground = { zone: engine.zone('Europe/Berlin'), start: null };
      return attained(engine, line, all, ground, instant('2026-12-31T00:00Z'))
        .map(({ from, severity, tickets: count, late, kept }) => {
          const name = severity === null ? '' : ` of ${plan.severities[severity]?.name ?? ''}`;
          const when = new Date(from + 12 * 3_600_000).toISOString().slice(0, 7);
          return `${when}${name} ${count - late} of ${count} ${kept === null ? 'not judged' : kept ? 'kept' : 'missed'}`;
        })
        .join(', ');
    },
  };
}
