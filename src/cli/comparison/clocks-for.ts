import type { CompiledPlan } from '../../plan/model.ts';
import { localZoneName } from '../../time/zone-lookup.ts';
import type { ZoneTable } from '../../time/types.ts';
import type { Clocks, WallClock } from '../../tui/index.ts';
import { UsageError } from '../usage-error.ts';
import { zoneTable } from '../zone-table.ts';

/** The zones that the terminal shows times in: those of the contract and its customers, UTC, this computer's. */
export function clocksFor(plan: CompiledPlan, clockOf: (table: ZoneTable) => WallClock): Clocks {
  const local = localZoneName();
  const regions = plan.regions.flatMap(({ name, zone }) =>
    zone === null ? [] : [{ zone, whose: `customers in ${name}` }],
  );
  const others = Object.keys(plan.zones)
    .sort()
    .map((zone) => ({ zone, whose: 'named in the contract' }));
  const all = [
    ...(plan.zone === null ? [] : [{ zone: plan.zone, whose: "the contract's" }]),
    ...regions,
    ...others,
    { zone: 'UTC', whose: 'UTC' },
    { zone: local, whose: "this computer's" },
  ];
  const known = all.filter(({ zone }, place) => all.findIndex((one) => one.zone === zone) === place);
  return {
    known,
    of: (zone) => {
      try {
        return clockOf(zoneTable(plan, zone));
      } catch (error) {
        if (error instanceof UsageError)
          return error.help === null ? error.message : `${error.message}; ${error.help}`;
        throw error;
      }
    },
  };
}
