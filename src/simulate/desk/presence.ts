import { MS_PER_SECOND } from '../../time/units.ts';
import type { ZoneTable } from '../../time/types.ts';
import { localToInstant, wallClockAt } from '../../time/zone-arithmetic.ts';
import { purposeOf, type Draws, type Purpose } from '../random/draws.ts';
import type { Presence } from './desk-model.ts';

const AWAY = purposeOf('agent away');

/** Who may be away, and on whose dates. */
export interface Shrinkage {
  readonly team: Purpose;
  readonly agents: number;
  /** Probability that an agent is away on a date, above 0. */
  readonly away: number;
  readonly zone: ZoneTable;
}

/**
 * The agents of a team who are there, date by date. Whether an agent is there is a draw of the team, the date and the
 * agent: a further agent, team or ticket changes nobody else's days. Behind what is known of the zone all are there.
 */
export function presenceOf({ team, agents, away, zone }: Shrinkage, draws: Draws): Presence {
  return {
    at(now) {
      if (now < zone.from * MS_PER_SECOND || now >= zone.to * MS_PER_SECOND)
        return { agents, until: Infinity };
      const { epochDay } = wallClockAt(zone, now);
      let there = 0;
      for (let agent = 0; agent < agents; agent += 1) {
        if (draws.uniform(team, epochDay, AWAY, agent) >= away) there += 1;
      }
      const next = endOfDate(zone, epochDay);
      return { agents: there, until: next > now ? next : Infinity };
    },
  };
}

function endOfDate(zone: ZoneTable, epochDay: number): number {
  try {
    return localToInstant(zone, epochDay + 1, 0);
  } catch (error) {
    if (error instanceof RangeError) return zone.to * MS_PER_SECOND;
    throw error;
  }
}
