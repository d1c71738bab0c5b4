import type { History } from './history.ts';
import type { LogFailure } from './log-rows.ts';

/** Why none of the tickets of a log can be used, which is nearly always one choice of the mapping; null where one can. */
export function noneUsable({ unusable, read, tickets }: History): LogFailure | null {
  if (tickets.length > 0) return null;
  const [worst] = unusable;
  const none =
    read === 1 ? 'the one ticket of the log cannot' : `none of the ${String(read)} tickets of the log can`;
  const way =
    worst?.reason.startsWith('a time in ') === true
      ? '; say how times are written: `times.format`, or `--log-times "m/d/yyyy h:mm AM"`'
      : '';
  return {
    message: `${none} be used`,
    help: worst === undefined ? null : `most often: ${worst.reason}: ${worst.examples.join(', ')}${way}`,
  };
}
