/** What becomes of units: the ledger holds lots as exact fractions, the reference follows each unit from day to day. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry, LedgerEvent } from '../../src/engine/entitlement/ledger-model.ts';
import { ledgerPeriods } from '../../src/engine/entitlement/ledger-periods.ts';
import { Ledger } from '../../src/engine/entitlement/ledger.ts';
import { loadPlan } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import { followTokens, type TokenEvent } from '../../src/reference/index.ts';
import { checkText } from '../check/findings.ts';
import { LAW, runs } from './against-reference.ts';

const UNITS = ['week', 'month', 'quarter', 'year'] as const;
const period = fc
  .tuple(fc.constantFrom('', 'contract '), fc.constantFrom(...UNITS))
  .map(([anchor, unit]) => `${anchor}${unit}`);

const MINUTE = 60_000;
const START = Date.parse('2026-01-17T10:00Z');
const SPAN_MINUTES = 800 * 24 * 60;

interface Story {
  readonly zone: string;
  readonly effective: string;
  readonly clauses: string;
  readonly prepaid: boolean;
  readonly events: readonly { readonly minute: number; readonly buys: boolean; readonly count: number }[];
}

const quota = fc
  .record({
    amount: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
    period,
    prepaidPeriod: fc.boolean(),
    least: fc.option(fc.tuple(fc.integer({ min: 1, max: 4 }), period, fc.boolean()), { nil: null }),
    rollover: fc.option(
      fc.record({
        upTo: fc.oneof(
          fc.constant('without limit'),
          fc.integer({ min: 1, max: 6 }).chain((count) =>
            fc.oneof(
              fc.constant(`up to ${count} in all`),
              period.map((each) => `up to ${count} per ${each}`),
            ),
          ),
        ),
        order: fc.constantFrom('oldest first', 'newest first'),
        carried: fc.constantFrom('carried once', 'carried again'),
        expires: fc.constantFrom(
          '',
          ', expires after 3 weeks',
          ', expires after 2 months',
          ', expires after 1 year',
        ),
      }),
      { nil: null },
    ),
  })
  .map(({ amount, period: per, prepaidPeriod, least, rollover }) => {
    const capped = rollover?.upTo.includes(' per ') === true;
    const needsPeriod =
      amount !== null || prepaidPeriod || (rollover !== null && !capped && rollover.upTo !== 'without limit');
    const drawn =
      least === null
        ? ''
        : `, at least ${least[0]} incidents drawn per ${least[1]}${least[2] ? ' or made up later' : ''}`;
    const lines = [
      `incidents ${amount ?? 'prepaid'}${needsPeriod ? ` per ${per}` : ''}, over billed, used when opened, one incident per ticket${drawn}`,
      ...(rollover === null
        ? []
        : [`rollover incidents ${rollover.upTo}, ${rollover.order}, ${rollover.carried}${rollover.expires}`]),
    ];
    return { clauses: lines.join('\n  '), prepaid: amount === null };
  });

const story: fc.Arbitrary<Story> = fc
  .record({
    zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'America/Sao_Paulo'),
    effective: fc.constantFrom('2025-08-31', '2026-01-17', '2026-01-30', '2024-02-29', '2026-01-01'),
    quota,
    events: fc.array(
      fc.record({
        minute: fc.oneof(
          fc.integer({ min: 0, max: SPAN_MINUTES }),
          // At the very beginning of a day, where periods end as well.
          fc.integer({ min: 1, max: 799 }).map((day) => day * 24 * 60 - 11 * 60),
        ),
        buys: fc.boolean(),
        count: fc.integer({ min: 1, max: 7 }),
      }),
      { maxLength: 14 },
    ),
  })
  .map(({ zone, effective, quota: { clauses, prepaid }, events }) => ({
    zone,
    effective,
    clauses,
    prepaid,
    events: events
      .map((event) => ({ ...event, buys: event.buys && prepaid }))
      .sort((a, b) => a.minute - b.minute),
  }));

const KEY = { severity: 0, region: -1, channel: -1, type: -1, facts: [] };

function textOf({ zone, effective, clauses }: Story): string {
  return `contract "Law" { effective ${effective} in ${zone}; binds by opened }
clock respond { starts on opened; stops on reply; reopen never }
plan A {
  targets { respond; all 1 h }
  ${clauses}
}
`;
}

function run(told: Story) {
  const { contract, findings } = checkText(textOf(told));
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0)
    throw new Error(`${errors.map(({ message }) => message).join('; ')}\n${textOf(told)}`);
  const ledger = new Ledger(loadPlan(lower(contract)), 0, START);
  const until = START + (SPAN_MINUTES + 1) * MINUTE;
  const uses = told.events.flatMap(({ minute, buys, count }, i): readonly LedgerEvent[] => {
    const at = START + minute * MINUTE;
    if (buys) return [{ kind: 'bought', at, thing: 'incidents', amount: String(count), pack: null }];
    return Array.from({ length: count }, (_, j) => ({
      kind: 'use',
      at,
      ticket: `${i} ${j}`,
      cause: null,
      name: 'incidents',
      work: [],
      key: KEY,
      factOf: () => undefined,
    }));
  });
  const entries = [...uses.flatMap((event) => ledger.step(event)), ...ledger.advance(until)];
  return { contract, entries, until, balance: ledger.balanceOf('incidents', KEY) };
}

/** What happened, one row for each kind at each instant. */
function merged(rows: readonly { readonly at: number; readonly kind: string; readonly count: number }[]) {
  const sums = new Map<string, number>();
  for (const { at, kind, count } of rows) {
    const key = `${new Date(at).toISOString()} ${kind}`;
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return [...sums]
    .filter(([, count]) => count !== 0)
    .map(([key, count]) => `${key} ${count}`)
    .sort();
}

describe('the units of a quota', () => {
  it(
    'become in the ledger what they become one by one',
    () => {
      fc.assert(
        fc.property(story, (told) => {
          const { contract, entries, until } = run(told);
          const [plan] = contract.plans;
          const [checked] = plan?.quotas ?? [];
          if (plan === undefined || checked === undefined) throw new Error('there is no quota');
          const events = told.events.map(({ minute, buys, count }): TokenEvent => {
            return { at: START + minute * MINUTE, does: buys ? 'bought' : 'used', count };
          });
          const clock = { zone: told.zone, firstDay: told.effective };
          const rows = followTokens(checked, plan.rollovers[0] ?? null, clock, START, events, until);
          const mine = entries.map(({ at, kind, amount }) => ({ at, kind, count: amount.valueOf() }));
          expect(merged(mine)).toEqual(merged(rows));
        }),
        runs(60),
      );
    },
    LAW.timeout,
  );

  it(
    'balance: each entry leaves what the one before left and itself moved, and so does each period',
    () => {
      fc.assert(
        fc.property(story, (told) => {
          const { entries, balance } = run(told);
          let left = 0;
          for (const { kind, amount, balance: after } of entries) {
            left += signOf(kind) * amount.valueOf();
            expect(after.valueOf()).toBe(left);
            expect(left).toBeGreaterThanOrEqual(0);
          }
          const turns = [START, ...turnsOf(entries)];
          const periods = ledgerPeriods(0, entries, turns);
          let opening = 0;
          for (const each of periods) {
            const [o, g, u, x, c] = [each.opening, each.granted, each.used, each.expired, each.closing].map(
              Number,
            );
            expect(o).toBe(opening);
            expect((o ?? 0) + (g ?? 0) - (u ?? 0) - (x ?? 0)).toBe(c);
            opening = c ?? 0;
          }
          expect(periods[periods.length - 1]?.closing.valueOf()).toBe(balance?.valueOf());
        }),
        runs(60),
      );
    },
    LAW.timeout,
  );
});

function signOf(kind: LedgerEntry['kind']): number {
  if (kind === 'granted' || kind === 'bought' || kind === 'given back') return 1;
  return kind === 'used' || kind === 'drawn' || kind === 'expired' ? -1 : 0;
}

/** The instants at which units came or went over by themselves. */
function turnsOf(entries: readonly LedgerEntry[]): readonly number[] {
  const instants = entries.filter(({ kind, at }) => (kind === 'granted' || kind === 'carried') && at > START);
  return [...new Set(instants.map(({ at }) => at))].sort((a, b) => a - b);
}
