/** Finding one moment of a ticket in its rows, whatever their order. */
import type { InstantMs } from '../../time/types.ts';
import type { MomentRule } from './mapping.ts';
import { durationReader } from './duration-reader.ts';
import { compileRowCondition } from './row-condition.ts';
import type { TimeReader } from './time-format.ts';

/** A moment as far as the rows seen so far tell it: an instant, or the time from the opening for a rule of that kind. */
export interface Moment {
  at: InstantMs;
  /** Order key of the row it was taken from. */
  from: number;
}

export const NO_MOMENT: Readonly<Moment> = { at: NaN, from: NaN };

/**
 * Takes one more row of the ticket into `moment`. `order` is the row's event time, or its number where the log has
 * no event times. Answers with what is wrong with the row, or null.
 */
export type MomentFold = (moment: Moment, fields: readonly string[], order: number) => RowFault | null;

export interface RowFault {
  readonly reason: string;
  /** What stands in the log. */
  readonly found: string;
}

export function createMomentFold(
  rule: MomentRule,
  slotOf: (field: string) => number,
  missing: ReadonlySet<string>,
  readTime: TimeReader,
): MomentFold {
  const earlier = rule.take !== 'last';
  if (rule.kind === 'event') {
    const holds = rule.where === null ? () => true : compileRowCondition(rule.where, slotOf, missing);
    return (moment, fields, order) => {
      const better = earlier ? !(order >= moment.at) : !(order <= moment.at);
      if (better && holds(fields)) moment.at = order;
      return null;
    };
  }

  const { column } = rule;
  const slot = slotOf(column);
  const before = rule.kind === 'column' ? rule.before : null;
  const read = rule.kind === 'column' ? readTime : durationReader(rule.unit);
  return (moment, fields, order) => {
    const found = fields[slot] ?? '';
    const text = before === null ? found : (found.split(before, 1)[0] ?? '');
    if (missing.has(text)) return null;
    const at = read(text);
    if (Number.isNaN(at)) return unreadableTime(column, text);
    if (rule.take === 'only' && !Number.isNaN(moment.at) && at !== moment.at) {
      return { reason: `its rows disagree about \`${column}\``, found: text };
    }
    // Of two rows of one instant the one further up the log is the earlier.
    if (earlier ? !(order >= moment.from) : !(order < moment.from)) {
      moment.at = at;
      moment.from = order;
    }
    return null;
  };
}

export function unreadableTime(column: string, found: string): RowFault {
  return { reason: `a time in \`${column}\` that cannot be read`, found };
}
