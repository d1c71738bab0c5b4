import { epochDayOfDate } from '../../time/civil-date.ts';
import { fixedZoneTable } from '../../time/fixed-zone.ts';
import type { ZoneTable } from '../../time/types.ts';
import { FIRST_YEAR, LAST_YEAR } from '../../time/units.ts';
import type { Engine } from '../engine.ts';
import type { PeriodGround } from '../entitlement/period.ts';

/** Whose dates and months count in what a customer is billed and credited: the contract's, or UTC where it has no zone. */
export function groundOf(engine: Engine): PeriodGround {
  const { plan } = engine;
  const name = plan.zone ?? plan.effective?.zone;
  const start = plan.effective === null ? null : epochDayOfDate(plan.effective.from);
  return { zone: name === undefined ? UTC : engine.zone(name), start };
}

const UTC: ZoneTable = fixedZoneTable('UTC', 0, FIRST_YEAR, LAST_YEAR + 1);

/** The same by the zone that a clause names. */
export function groundIn(
  engine: Engine,
  over: { readonly kind: string; readonly zone?: string },
  ground: PeriodGround,
): PeriodGround {
  return over.zone === undefined ? ground : { ...ground, zone: engine.zone(over.zone) };
}
