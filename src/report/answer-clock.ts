import { toldOf, zoneOfWeeks, zoneTables } from '../simulate/answers/told-of.ts';
import type { Outcome } from '../simulate/outcome.ts';
import { formatInstantIn, formatInstantUtc } from '../time/iso-instant.ts';
import type { InstantMs } from '../time/types.ts';

/** The clock by which an answer tells of instants. */
export interface AnswerClock {
  readonly zone: string;
  /** To the minute: `2016-03-01 09:12`, in UTC and with its name where the offsets of the zone are not known. */
  readonly read: (instant: InstantMs) => string;
}

/** The clock of the zone whose dates a simulation speaks of, which is that of its span; of a history the contract's. */
export function answerClock(outcome: Outcome): AnswerClock {
  const zone = zoneOfWeeks(outcome);
  const table = zoneTables(outcome, toldOf(outcome))(zone);
  return {
    zone,
    read: (instant) => {
      const known = instant >= table.from * 1000 && instant < table.to * 1000;
      const text = known ? formatInstantIn(table, instant) : formatInstantUtc(instant);
      return `${text.slice(0, 10)} ${text.slice(11, 16)}${known ? '' : ' UTC'}`;
    },
  };
}
