import type { Engine, TicketKey } from '../engine/index.ts';
import { selects } from '../engine/index.ts';
import type { CompiledPlan, PlanOrigin, PlanPlan, PlanTarget } from '../plan/model.ts';
import type { InstantMs } from '../time/types.ts';
import { type Band, firstInBoth, firstInNone, spanOf } from './band-instants.ts';

/** Tickets that are promised something when opened in some hours, and nothing when opened at `at`. */
export interface ArrivalGap {
  readonly plan: string;
  readonly metric: string;
  /** Names of the severities whose tickets have the gap; empty where the contract has no severities. */
  readonly severities: readonly string[];
  readonly at: InstantMs;
  /** The zone of one of the calendars; null where none has one. */
  readonly zone: string | null;
  /** The first cell of those that leave the gap. */
  readonly origin: PlanOrigin;
}

/** Two cells that both speak of a ticket that is opened at `at`, of which neither goes before the other. */
export interface ArrivalOverlap {
  readonly plan: string;
  readonly metric: string;
  readonly at: InstantMs;
  readonly zone: string | null;
  /** In the order in which they hold. */
  readonly cells: readonly [PlanTarget, PlanTarget];
}

export interface ArrivalFindings {
  readonly gaps: readonly ArrivalGap[];
  readonly overlaps: readonly ArrivalOverlap[];
}

/**
 * The instants that the arrival bands of each promise leave out, and those that two of them share. `areTied` says
 * whether neither of two cells goes before the other. What a plan takes over is told of the plan that says it.
 */
export function checkArrivalBands(
  engine: Engine,
  areTied: (a: PlanOrigin, b: PlanOrigin) => boolean,
): ArrivalFindings {
  const gaps = new Map<string, ArrivalGap>();
  const overlaps = new Map<string, ArrivalOverlap>();
  for (const plan of engine.plan.plans) {
    for (const metric of engine.plan.metrics) {
      const targets = plan.targets.filter((target) => target.metric === metric);
      if (targets.every(({ when }) => when.opened.length === 0)) continue;
      for (const ticket of ticketsToldApart(engine.plan, targets)) {
        const cells = cellsFor(targets, ticket);
        const gap = gapOf(engine, plan, metric, cells, ticket);
        if (gap !== null) {
          const key = `${placeOf(gap.origin)} ${gap.at}`;
          const known = gaps.get(key);
          if (known === undefined) gaps.set(key, gap);
          else if (known.plan === plan.name) gaps.set(key, { ...known, severities: joined(known, gap) });
        }
        for (const overlap of overlapsOf(engine, plan, metric, cells, areTied)) {
          const key = overlap.cells.map(({ origin }) => placeOf(origin)).join(' ');
          if (!overlaps.has(key)) overlaps.set(key, overlap);
        }
      }
    }
  }
  return { gaps: [...gaps.values()], overlaps: [...overlaps.values()] };
}

function joined(a: ArrivalGap, b: ArrivalGap): readonly string[] {
  return [...new Set([...a.severities, ...b.severities])];
}

/** The cells that may hold for a ticket, by the hour; the first that speaks of every hour ends them. */
function cellsFor(targets: readonly PlanTarget[], ticket: TicketKey): readonly PlanTarget[] {
  const speaking = targets.filter(({ when }) => selects(when, ticket));
  const last = speaking.findIndex(({ when }) => when.opened.length === 0);
  return last === -1 ? speaking : speaking.slice(0, last + 1);
}

function gapOf(
  engine: Engine,
  plan: PlanPlan,
  metric: string,
  cells: readonly PlanTarget[],
  { severity }: TicketKey,
): ArrivalGap | null {
  const [first] = cells;
  if (first === undefined || cells.some(({ when }) => when.opened.length === 0)) return null;
  const bands = cells.map(({ when }) => when.opened);
  const span = spanOf(engine, bands);
  const at = span === null ? null : firstInNone(engine, bands, span);
  if (at === null) return null;
  const name = engine.plan.severities[severity]?.name;
  const severities = name === undefined ? [] : [name];
  return { plan: plan.name, metric, severities, at, zone: zoneOf(engine, bands), origin: first.origin };
}

function overlapsOf(
  engine: Engine,
  plan: PlanPlan,
  metric: string,
  cells: readonly PlanTarget[],
  areTied: (a: PlanOrigin, b: PlanOrigin) => boolean,
): readonly ArrivalOverlap[] {
  return cells.flatMap((first, i) =>
    cells.slice(i + 1).flatMap((second): readonly ArrivalOverlap[] => {
      const bands = [first.when.opened, second.when.opened] as const;
      const isOneCell = placeOf(first.origin) === placeOf(second.origin);
      if (isOneCell || bands[1].length === 0 || !areTied(first.origin, second.origin)) return [];
      const span = spanOf(engine, bands);
      const at = span === null ? null : firstInBoth(engine, ...bands, span);
      if (at === null) return [];
      return [{ plan: plan.name, metric, at, zone: zoneOf(engine, bands), cells: [first, second] }];
    }),
  );
}

function zoneOf(engine: Engine, bands: readonly Band[]): string | null {
  return bands.flat().reduce<string | null>((zone, { calendar }) => {
    return zone ?? engine.calendar(calendar).zone;
  }, null);
}

/** One ticket for each kind that the selectors of these cells tell apart. */
function ticketsToldApart(plan: CompiledPlan, targets: readonly PlanTarget[]): readonly TicketKey[] {
  const whens = targets.map(({ when }) => when);
  const allOf = (named: readonly unknown[]) => (named.length === 0 ? [-1] : named.map((_, i) => i));
  const severities = allOf(plan.severities);
  const regions = whens.some((when) => when.regions !== null) ? allOf(plan.regions) : [0];
  // A ticket may have no channel or type, and those that no line names are alike.
  const channels = [...new Set([...whens.flatMap((when) => when.channels ?? []), -1])];
  const types = [...new Set([...whens.flatMap((when) => when.types ?? []), -1])];
  const narrowed = new Set(whens.flatMap((when) => when.facts.map(({ fact }) => fact)));
  const facts = plan.facts.reduce<readonly (readonly number[])[]>(
    (rows, { type }, i) => {
      const values = narrowed.has(i) ? (type.kind === 'words' ? allOf(type.words) : [0, 1]) : [-1];
      return rows.flatMap((row) => values.map((value) => [...row, value]));
    },
    [[]],
  );
  return severities.flatMap((severity) =>
    regions.flatMap((region) =>
      channels.flatMap((channel) =>
        types.flatMap((type) => facts.map((said) => ({ severity, region, channel, type, facts: said }))),
      ),
    ),
  );
}

function placeOf({ file, line, column }: PlanOrigin): string {
  return `${file}:${line}:${column}`;
}
