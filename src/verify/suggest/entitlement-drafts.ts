import type { Engine } from '../../engine/index.ts';
import type { PlanCharge, PlanCondition, PlanQuota } from '../../plan/entitlement-model.ts';
import type { CompiledPlan, PlanPlan } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import type { Draft, DraftRow } from './draft.ts';
import { factsFor, factsThat } from './facts-for.ts';
import type { Ground } from './ground.ts';
import { hoursApart, ticketsOf } from './promise-drafts.ts';
import type { Difference } from './what-differs.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Tickets that a plan takes or refuses for what they say. */
export function* factDrafts(ground: Ground, altered: CompiledPlan, differs: Difference): Generator<Draft> {
  const { plan } = ground.engine;
  for (const index of differs.plans) {
    const [own, other] = [plan.plans[index], altered.plans[index]];
    if (own === undefined || other === undefined) continue;
    const conditions = [
      ...own.eligibility.map(({ when }) => when),
      ...own.provisions.flatMap(({ condition }) => (condition === null ? [] : [condition])),
    ];
    for (const condition of conditions) {
      for (const holds of [false, true]) {
        for (const facts of factsThat(plan, condition, holds).slice(0, 8)) {
          for (const ticket of ticketsOf(plan, own, null, facts).slice(0, 2)) {
            yield { ...ticket, opened: ground.at(ticket.region, 10), rows: [], until: null };
          }
        }
      }
    }
  }
}

/** Tickets that say everything of themselves but their severity. */
export function* severityDrafts(ground: Ground, differs: Difference): Generator<Draft> {
  const { plan } = ground.engine;
  const conditions = plan.severities
    .map(({ when }) => when)
    .filter(({ kind }) => kind !== 'otherwise' && kind !== 'unstated');
  const all: PlanCondition = { kind: 'all', of: conditions };
  for (const index of differs.severities) {
    const when = plan.severities[index]?.when ?? all;
    const said = when.kind === 'otherwise' ? factsFor(plan, all) : factsThat(plan, when, true);
    for (const facts of said.slice(0, 300)) {
      for (const own of plan.plans) {
        const [ticket] = ticketsOf(plan, own, null, facts);
        if (ticket === undefined) continue;
        const opened = ground.at(ticket.region, 10);
        yield { ...ticket, severity: null, opened, rows: [], until: opened + HOUR };
      }
    }
  }
}

/** Stories in which something is bought, used up, worked and charged. */
export function* chargeDrafts(ground: Ground, differs: Difference): Generator<Draft> {
  const { plan } = ground.engine;
  for (const index of differs.plans) {
    const own = plan.plans[index];
    if (own === undefined) continue;
    const [ticket] = ticketsOf(plan, own, null);
    if (ticket === undefined) continue;
    const opened = ground.at(ticket.region, 10);
    for (const before of accounts(own, opened)) {
      for (const rows of stories(own, opened)) {
        yield { ...ticket, opened, rows: [...before, ...rows], until: ended(opened, rows) };
      }
    }
  }
}

/** Work on both sides of an hour that differs. */
export function* workDrafts(ground: Ground, altered: Engine, differs: Difference): Generator<Draft> {
  const { plan } = ground.engine;
  for (const calendar of differs.calendars) {
    const places = hoursApart(ground.engine, altered, calendar, ground.since);
    for (const own of plan.plans) {
      const lines = [...own.quotas, ...own.charges].filter(({ outside }) => outside?.calendar === calendar);
      const [ticket] = ticketsOf(plan, own, null);
      if (ticket === undefined) continue;
      for (const of of lines.flatMap(workOf)) {
        for (const place of places) {
          const from = Math.round(place / MINUTE) * MINUTE - HOUR;
          const rows = [work(from, 2 * HOUR, of), ...events(own, from + 2 * HOUR)];
          yield { ...ticket, opened: from - HOUR, rows, until: ended(from - HOUR, rows) };
        }
      }
    }
  }
}

function ended(opened: InstantMs, rows: readonly DraftRow[]): InstantMs {
  const ends = rows.map(({ at, what }) => at + (what.kind === 'work' ? what.seconds * 1000 : 0));
  return Math.max(opened, ...ends);
}

/** What the customer has when the ticket comes: nothing said, all but one or all of a quota used, units bought. */
function* accounts(own: PlanPlan, opened: InstantMs): Generator<readonly DraftRow[]> {
  yield [];
  const things = own.quotas.filter(({ usedWhen }) => usedWhen !== null);
  for (const { thing, amount } of things) {
    const at = opened - HOUR;
    const row = (kind: 'used' | 'bought', count: number, when: InstantMs): DraftRow => ({
      at: when,
      what: { kind, thing, amount: String(count) },
      says: {},
    });
    if (amount !== null) {
      for (const count of [amount, amount - 1]) if (count > 0) yield [row('used', count, at)];
      for (const { text, gives } of own.packs.filter((pack) => pack.gives.thing === thing)) {
        const pack: DraftRow = { at, what: { kind: 'pack', text }, says: {} };
        const rest = [Number(gives.amount), Number(gives.amount) - 1].filter((count) => count > 0);
        for (const count of rest)
          yield [row('used', amount, at - HOUR), pack, row('used', count, at + HOUR / 2)];
      }
      continue;
    }
    for (const count of [20, 1, 2]) yield [row('bought', count, at)];
    for (const ago of [370, 740]) yield [row('bought', 20, opened - ago * DAY)];
    for (const ago of [370, 740])
      yield [row('bought', 20, opened - ago * DAY), row('used', 13, opened - HOUR)];
    for (const used of [14, 15, 16])
      yield [row('bought', 40, opened - 370 * DAY), row('used', used, opened - HOUR)];
  }
}

/** What may happen then: what is charged for, and work of each length at which a charge changes. */
function* stories(own: PlanPlan, opened: InstantMs): Generator<readonly DraftRow[]> {
  yield [];
  yield events(own, opened + HOUR);
  const lines: readonly (PlanQuota | PlanCharge)[] = [...own.quotas, ...own.charges];
  for (const of of [...new Set(lines.flatMap(workOf))]) {
    for (const length of lengths(own)) {
      yield [work(opened + HOUR, length, of), ...events(own, opened + HOUR + length)];
    }
  }
}

function workOf(line: PlanQuota | PlanCharge): readonly string[] {
  if ('activity' in line) return [line.activity ?? (line.thing === 'visits' ? 'visit' : 'resolve')];
  return [line.name];
}

function work(at: InstantMs, length: number, of: string): DraftRow {
  return { at, what: { kind: 'work', of, seconds: length / 1000 }, says: {} };
}

/** An hour, and at, just below and just above the ends of blocks. */
function lengths({ charges }: PlanPlan): readonly number[] {
  const blocks = charges.flatMap(({ rate, then }) =>
    [rate, ...then].map(({ of }) => ('seconds' in of ? of.seconds * 1000 : 0)),
  );
  const sums = blocks.flatMap((block) => [block, block + (blocks[1] ?? 0), block + HOUR]);
  const all = [
    HOUR,
    2 * HOUR,
    3 * HOUR,
    ...sums.flatMap((sum) => [sum, sum + MINUTE, sum - MINUTE, sum + 1000]),
  ];
  return [...new Set(all.filter((length) => length > 0))];
}

/** The events on which charges are made and quotas drawn on. */
function events({ charges, quotas }: PlanPlan, at: InstantMs): readonly DraftRow[] {
  const named = [
    ...charges.map(({ on }) => on),
    ...quotas.flatMap(({ usedWhen }) =>
      usedWhen === 'answered' ? ['reply'] : usedWhen === 'closed' ? ['closed'] : [],
    ),
  ];
  return [...new Set(named)].flatMap((event) =>
    event === 'opened' ? [] : [{ at, what: { kind: 'event', event, ends: null } as const, says: {} }],
  );
}
