import type { Engine } from '../../engine/index.ts';
import { zoneAround } from '../../check/instant-of-moment.ts';
import { CUSTOMER_ZONE } from '../../time/customer-zone.ts';
import { civilFieldsOf, epochDayOf, epochDayOfDate, weekdayOf } from '../../time/civil-date.ts';
import type { InstantMs } from '../../time/types.ts';
import { localToInstant } from '../../time/zone-arithmetic.ts';
import { MS_PER_DAY, SECONDS_PER_HOUR } from '../../time/units.ts';

/** Where drafts are laid: a contract, and a week in which it is in force. */
export interface Ground {
  readonly engine: Engine;
  /** When that year begins, or the contract comes into force in it. */
  readonly since: InstantMs;
  /** The zone in which a story of a region is told; null where nothing names one. */
  zoneOf(region: string | null): string | null;
  /** An instant so many hours after that Monday began by the story's clock. */
  at(region: string | null, hours: number): InstantMs;
}

/** `since`: when the scenarios that there are begin; the same weeks are looked at. */
export function groundOf(engine: Engine, since: InstantMs | null): Ground {
  const { plan } = engine;
  const day = since === null ? dayOf(engine) : Math.floor(since / MS_PER_DAY);
  const first = plan.effective === null ? -Infinity : epochDayOfDate(plan.effective.from);
  const before = day - weekdayOf(day) + 1;
  const monday = before < first ? before + 7 : before;
  const year = epochDayOf(civilFieldsOf(monday).year, 1, 1);
  const zoneOf = (region: string | null) => {
    const own = plan.regions.find(({ name }) => name === region)?.zone ?? plan.zone;
    return own === CUSTOMER_ZONE ? null : own;
  };
  return {
    engine,
    since: Math.max(first, year) * MS_PER_DAY,
    zoneOf,
    at: (region, hours) => {
      const [days, rest] = [Math.floor(hours / 24), ((hours % 24) + 24) % 24];
      const table = zoneAround(zoneOf(region) ?? 'UTC', monday * MS_PER_DAY);
      return localToInstant(table, monday + days, Math.round(rest * SECONDS_PER_HOUR));
    },
  };
}

/** The fifteenth of June of the first year in which the contract is in force and its holidays are known. */
function dayOf({ plan }: Engine): number {
  const known = plan.calendars.flatMap(({ body }) =>
    body.kind === 'civil' && body.holidays !== null ? [body.holidays.from] : [],
  );
  const first = [plan.effective?.from ?? '2026-01-01', ...known].sort().at(-1) ?? '2026-01-01';
  const june = epochDayOfDate(`${first.slice(0, 4)}-06-15`);
  const { effective } = plan;
  if (effective === null || effective.to === null || june < epochDayOfDate(effective.to)) return june;
  return epochDayOfDate(effective.from);
}
