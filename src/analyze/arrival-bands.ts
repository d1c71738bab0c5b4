import type { Engine, TicketKey } from '../engine/index.ts';
import type { CompiledPlan, PlanOrigin, PlanPlan, PlanSelector } from '../plan/model.ts';
import type { InstantMs } from '../time/types.ts';
import { type Band, firstInBoth, firstInNone, spanOf } from './band-instants.ts';
import { linesFor, ticketsToldApart } from './tickets.ts';

/** A line that speaks of tickets by the hour in which they are opened: a cell of the targets, or what a plan covers. */
interface ArrivalLine {
  readonly when: PlanSelector;
  readonly origin: PlanOrigin;
  /** What it says, in the contract's words. */
  readonly words: string;
}

/** Lines that answer one question: what is promised to a metric, or when an activity is covered. */
interface Subject {
  readonly of: 'target' | 'coverage';
  /** The metric or the activity. */
  readonly name: string;
  readonly lines: readonly ArrivalLine[];
}

/** Tickets that are promised something when opened in some hours, and nothing when opened at `at`. */
export interface ArrivalGap {
  readonly of: Subject['of'];
  readonly plan: string;
  /** The metric that is promised, or the activity that is covered. */
  readonly name: string;
  /** Names of the severities whose tickets have the gap; empty where the contract tells none apart. */
  readonly severities: readonly string[];
  readonly at: InstantMs;
  /** The zone of one of the calendars; null where none has one. */
  readonly zone: string | null;
  /** The first line of those that leave the gap. */
  readonly origin: PlanOrigin;
}

/** Two lines that both speak of a ticket that is opened at `at`, of which neither goes before the other. */
export interface ArrivalOverlap {
  readonly of: Subject['of'];
  readonly plan: string;
  readonly name: string;
  readonly at: InstantMs;
  readonly zone: string | null;
  /** In the order in which they hold. */
  readonly lines: readonly [ArrivalLine, ArrivalLine];
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
    for (const subject of subjectsOf(engine.plan, plan)) {
      if (subject.lines.every(({ when }) => when.opened.length === 0)) continue;
      for (const ticket of ticketsToldApart(
        engine.plan,
        subject.lines.map(({ when }) => when),
      )) {
        const lines = linesFor(subject.lines, ticket);
        const gap = gapOf(engine, plan, { ...subject, lines }, ticket);
        if (gap !== null) {
          const key = `${placeOf(gap.origin)} ${gap.at}`;
          const known = gaps.get(key);
          if (known === undefined) gaps.set(key, gap);
          else if (known.plan === plan.name) gaps.set(key, { ...known, severities: joined(known, gap) });
        }
        for (const overlap of overlapsOf(engine, plan, { ...subject, lines }, areTied)) {
          const key = overlap.lines.map(({ origin }) => placeOf(origin)).join(' ');
          if (!overlaps.has(key)) overlaps.set(key, overlap);
        }
      }
    }
  }
  return { gaps: [...gaps.values()], overlaps: [...overlaps.values()] };
}

function subjectsOf({ metrics, calendars }: CompiledPlan, plan: PlanPlan): readonly Subject[] {
  const targets = metrics.map((name): Subject => {
    return { of: 'target', name, lines: plan.targets.filter(({ metric }) => metric === name) };
  });
  const activities = [...new Set(plan.coverage.map(({ activity }) => activity))];
  const coverage = activities.map((name): Subject => {
    const lines = plan.coverage.flatMap(({ activity, hours, when, origin }) => {
      if (activity !== name) return [];
      const words = hours.kind === 'word' ? hours.word : (calendars[hours.calendar]?.name ?? '');
      return [{ when, origin, words }];
    });
    // The narrowest first, as targets are: a line for every hour holds for what the others leave.
    return { of: 'coverage', name, lines: lines.sort((a, b) => b.when.opened.length - a.when.opened.length) };
  });
  return [...targets, ...coverage];
}

function joined(a: ArrivalGap, b: ArrivalGap): readonly string[] {
  return [...new Set([...a.severities, ...b.severities])];
}

function gapOf(
  engine: Engine,
  plan: PlanPlan,
  { of, name: subject, lines }: Subject,
  { severity }: TicketKey,
): ArrivalGap | null {
  const [first] = lines;
  if (first === undefined || lines.some(({ when }) => when.opened.length === 0)) return null;
  const bands = lines.map(({ when }) => when.opened);
  const span = spanOf(engine, bands);
  const at = span === null ? null : firstInNone(engine, bands, span);
  if (at === null) return null;
  const named = engine.plan.severities;
  const severities = named.length < 2 ? [] : named.slice(severity, severity + 1).map(({ name }) => name);
  const zone = zoneOf(engine, bands);
  return { of, plan: plan.name, name: subject, severities, at, zone, origin: first.origin };
}

function overlapsOf(
  engine: Engine,
  plan: PlanPlan,
  { of, name, lines }: Subject,
  areTied: (a: PlanOrigin, b: PlanOrigin) => boolean,
): readonly ArrivalOverlap[] {
  return lines.flatMap((first, i) =>
    lines.slice(i + 1).flatMap((second): readonly ArrivalOverlap[] => {
      const bands = [first.when.opened, second.when.opened] as const;
      const isOneLine = placeOf(first.origin) === placeOf(second.origin);
      if (isOneLine || bands[1].length === 0 || !areTied(first.origin, second.origin)) return [];
      const span = spanOf(engine, bands);
      const at = span === null ? null : firstInBoth(engine, ...bands, span);
      if (at === null) return [];
      return [{ of, plan: plan.name, name, at, zone: zoneOf(engine, bands), lines: [first, second] }];
    }),
  );
}

function zoneOf(engine: Engine, bands: readonly Band[]): string | null {
  return bands.flat().reduce<string | null>((zone, { calendar }) => {
    return zone ?? engine.calendar(calendar).zone;
  }, null);
}

function placeOf({ file, line, column }: PlanOrigin): string {
  return `${file}:${line}:${column}`;
}
