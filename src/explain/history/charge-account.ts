import type { PlanCharge, PlanOffHours, PlanQuota, PlanRounding } from '../../plan/entitlement-model.ts';
import type { PlanPlan } from '../../plan/model.ts';
import type { InstantMs } from '../../time/types.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import { calendarWords } from '../../plan/calendar-words.ts';
import { type Engine, selects } from '../../engine/index.ts';
import { chargeStages } from '../../engine/entitlement/charged-quantity.ts';
import type { LedgerEntry, Use } from '../../engine/entitlement/ledger-model.ts';
import { narrowestOf } from '../../engine/entitlement/narrowness.ts';
import { sidesOf, weighted } from '../../engine/entitlement/off-hours.ts';
import { measureOfCharge, measureOfHours, type Measure } from '../../engine/entitlement/use-amount.ts';
import { countPiece, type SideMs, type WorkSpan } from '../../engine/entitlement/worked-time.ts';
import { amountWords } from '../amount-words.ts';

/** Words, and instants among them that are shown by the reader's clock. */
export type ChargeWords = readonly (string | InstantMs)[];

/** Seconds of work as they count, exactly. */
type Seconds = ReturnType<typeof weighted>;

/** One movement that a ticket caused in its customer's ledger, and how its amount comes about, step by step. */
export interface ChargeAccount {
  readonly entry: LedgerEntry;
  /** The quota or bank on which it draws; null where money is billed. */
  readonly quota: PlanQuota | null;
  readonly steps: readonly ChargeWords[];
}

/** Accounts for what a ticket was charged; `uses` are what the plan counted of it, in order. */
export function chargeAccounts(
  engine: Engine,
  plan: PlanPlan,
  entries: readonly LedgerEntry[],
  uses: readonly Use[],
): readonly ChargeAccount[] {
  const told = new Set<Use>();
  return entries.map((entry) => {
    const quota = quotaOf(plan, entry);
    const use = uses.find((each) => each.name === entry.name && each.at === entry.at && !told.has(each));
    // What goes beyond a quota is the rest of the same use.
    if (use === undefined || entry.kind === 'given back') return { entry, quota, steps: [] };
    told.add(use);
    return { entry, quota, steps: stepsOf(engine, plan, use, entry) };
  });
}

function quotaOf({ quotas }: PlanPlan, { account, thing, origin }: LedgerEntry): PlanQuota | null {
  if (account === null) return null;
  const ofThing = quotas.filter((quota) => quota.thing === thing);
  return ofThing.find((quota) => quota.origin.line === origin.line) ?? ofThing[0] ?? null;
}

function stepsOf(engine: Engine, plan: PlanPlan, use: Use, entry: LedgerEntry): readonly ChargeWords[] {
  const charge = plan.charges.find(({ name, when }) => name === use.name && selects(when, use.key));
  const thing = charge?.rate.quantity.kind === 'units' ? charge.rate.quantity.thing : use.name;
  const quota = narrowestOf(
    plan.quotas.filter((each) => each.thing === thing && selects(each.when, use.key)),
  );
  if (entry.kind === 'free' && entry.why !== 'no time that counts') return [];
  if (charge !== undefined) {
    const measure = measureOfCharge(charge, quota);
    return [
      ...workSteps(engine, use.work, measure),
      ...rateSteps(charge, workedBy(engine, use.work, measure)),
    ];
  }
  if (quota === null || quota.thing !== 'hours') return [[`one of ${use.name}`]];
  return workSteps(engine, use.work, measureOfHours(quota));
}

function workedBy(
  engine: Engine,
  work: readonly WorkSpan[],
  { terms, outside }: Measure,
): readonly Seconds[] {
  const sides = sidesOf(engine, outside);
  return work.map((span) => weighted(outside, countPiece(terms, sides, span)));
}

function workSteps(
  engine: Engine,
  work: readonly WorkSpan[],
  { terms, outside }: Measure,
): readonly ChargeWords[] {
  const sides = sidesOf(engine, outside);
  return work.flatMap((span): readonly ChargeWords[] => {
    const length = span.to - span.from;
    const worked: ChargeWords = ['worked from ', span.from, ' to ', span.to, `: ${inWords(length)}`];
    if (length < terms.freeBelowSeconds * MS_PER_SECOND) {
      return [worked, [`shorter than ${inWords(terms.freeBelowSeconds * MS_PER_SECOND)}, which is free`]];
    }
    const least = terms.leastSeconds * MS_PER_SECOND;
    const counted = countPiece(terms, sides, span);
    return [
      worked,
      ...(length < least ? [[`at least ${inWords(least)} count`]] : []),
      ...roundingSteps(terms.rounding, counted, Math.max(length, least)),
      ...splitSteps(engine, outside, counted),
    ];
  });
}

function roundingSteps(
  rounding: PlanRounding | null,
  counted: SideMs,
  length: number,
): readonly ChargeWords[] {
  if (rounding === null) return [];
  const step = inWords(rounding.seconds * MS_PER_SECOND);
  if (rounding.period !== null) {
    return [[`added to the work of the ${rounding.period.unit}, whose sum is rounded up by ${step}`]];
  }
  const all = counted.reduce((sum, ms) => sum + ms, 0);
  const grace =
    rounding.graceSeconds === 0
      ? ''
      : `, ${inWords(rounding.graceSeconds * MS_PER_SECOND)} over one not counted`;
  return all === length && grace === '' ? [] : [[`rounded up by ${step}${grace}: ${inWords(all)}`]];
}

function splitSteps(engine: Engine, outside: PlanOffHours | null, counted: SideMs): readonly ChargeWords[] {
  const [inside = 0, beyond = 0] = counted;
  const calendar = outside === null ? undefined : engine.plan.calendars[outside.calendar];
  if (outside === null || calendar === undefined) return [];
  const name = calendarWords(calendar);
  const { numerator, denominator } = outside.factor;
  const factor = String(numerator / denominator);
  const sum = weighted(outside, counted).mul(MS_PER_SECOND).valueOf();
  if (beyond === 0) return [[`all of it in \`${name}\``]];
  const parts = inside === 0 ? 'all of it' : `${inWords(inside)} in \`${name}\`, ${inWords(beyond)}`;
  return [[`${parts} outside${inside === 0 ? ` \`${name}\`` : ''}, at ${factor} times: ${inWords(sum)}`]];
}

function rateSteps({ rate, then }: PlanCharge, worked: readonly Seconds[]): readonly ChargeWords[] {
  const rates = [rate, ...then];
  const each = worked.length === 0 ? [weighted(null, [0])] : worked;
  return each.flatMap((seconds) =>
    chargeStages(rates, seconds).map(({ stage, times, quantity }): ChargeWords => {
      const { of, quantity: what } = rates[stage] ?? rate;
      const unit = what.kind === 'units' ? what.thing : what.currency;
      const comes = `${quantity.toString()} ${unit}`;
      switch (of.kind) {
        case 'work':
          return [`for the work as a whole: ${comes}`];
        case 'first':
          return [`the first ${inWords(of.seconds * MS_PER_SECOND)}, whole: ${comes}`];
        case 'per started':
          return [
            `${times.toString()} times ${inWords(of.seconds * MS_PER_SECOND)} begun, ${what.amount} each: ${comes}`,
          ];
        case 'per':
          return [
            `${times.toString()} times ${inWords(of.seconds * MS_PER_SECOND)}, ${what.amount} each: ${comes}`,
          ];
      }
    }),
  );
}

function inWords(ms: number): string {
  return amountWords(ms, 'ms');
}
