import type { Engine } from '../engine/index.ts';
import type { PlanOrigin } from '../plan/model.ts';
import type { PlanRate } from '../plan/money-model.ts';
import type { InstantMs } from '../time/types.ts';
import { type Band, firstInBoth, firstInNone, spanOf } from './band-instants.ts';

/** Hours that have no rate or two, or a rate for which there are no hours; the calendars by their names. */
export type RateFinding = { readonly origin: PlanOrigin; readonly zone: string | null } & (
  | { readonly kind: 'overlap'; readonly at: InstantMs; readonly calendars: readonly [string, string] }
  | { readonly kind: 'gap'; readonly at: InstantMs; readonly calendars: readonly string[] }
  | { readonly kind: 'never'; readonly calendars: readonly string[] }
);

/** The first instant that the bands of each rate share or leave out. One finding a clause. */
export function checkRateBands(engine: Engine): readonly RateFinding[] {
  const found = new Map<string, RateFinding>();
  for (const { rates } of engine.plan.plans) {
    for (const rate of rates) {
      const { file, line, column } = rate.origin;
      const place = `${file}:${line}:${column}`;
      const finding = found.has(place) ? null : findingOf(engine, rate);
      if (finding !== null) found.set(place, finding);
    }
  }
  return [...found.values()];
}

function findingOf(engine: Engine, { bands, origin }: PlanRate): RateFinding | null {
  const named = bands.flatMap(({ calendar }) => calendar ?? []);
  const sets = named.map((calendar): Band => [{ side: 'in', calendar }]);
  const span = spanOf(engine, sets);
  if (span === null) return null;
  const said = {
    origin,
    zone: named.map((index) => engine.calendar(index).zone).find((zone) => zone !== null) ?? null,
  };
  const nameOf = (index: number) => engine.plan.calendars[named[index] ?? -1]?.name ?? '';
  for (const [i, first] of sets.entries()) {
    for (const [j, second] of sets.entries()) {
      if (j <= i) continue;
      const at = firstInBoth(engine, first, second, span);
      if (at !== null) return { kind: 'overlap', at, calendars: [nameOf(i), nameOf(j)], ...said };
    }
  }
  const at = firstInNone(engine, sets, span);
  const calendars = named.map((_, i) => nameOf(i));
  const hasRest = named.length < bands.length;
  if (at === null) return hasRest ? { kind: 'never', calendars, ...said } : null;
  return hasRest ? null : { kind: 'gap', at, calendars, ...said };
}
