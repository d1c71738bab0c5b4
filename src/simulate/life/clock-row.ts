import type { ClockVerdict, Verdict } from '../../engine/ticket/index.ts';
import { judge, statusCode, statusWithout, type Unstopped } from '../promises.ts';

/** How a promise of one ticket stands, as a row of the columns of an outcome has it. */
export interface ClockRow {
  readonly due: number;
  readonly stopped: number;
  readonly status: number;
  /** Time that counted from the clock's start to its stop, in ms of the promise's own calendar; NaN for none. */
  readonly used: number;
}

/**
 * One row of a metric from what the machine says of the ticket. Of a clock that ran several times, the first run that broke
 * its promise speaks for all of them, else the last.
 */
export function clockRow(verdict: Verdict, metric: string, unstopped: Unstopped): ClockRow {
  const clock = speaking(verdict.clocks.filter(({ target }) => target.metric === metric));
  if (clock === undefined) return { due: NaN, stopped: NaN, status: NOT_OFFERED, used: NaN };
  return {
    due: clock.due ?? NaN,
    stopped: clock.stopped ?? NaN,
    status: codeOf(clock, unstopped),
    used: clock.stopped === null ? NaN : (clock.used ?? NaN),
  };
}

/** Of the runs of a clock, the one that speaks for all of them. */
export function speaking<C extends Pick<ClockVerdict, 'status'>>(runs: readonly C[]): C | undefined {
  return runs.find(({ status }) => status === 'missed') ?? runs.at(-1);
}

function codeOf(clock: ClockVerdict, unstopped: Unstopped): number {
  if (clock.status === 'word') {
    const word = statusWithout(clock.target.promise);
    return word === null ? UNMEASURED : statusCode(word);
  }
  if (clock.started === null) return NOT_STARTED;
  if (clock.stopped !== null) return clock.status === 'met' ? MET : MISSED;
  if (clock.status === 'missed' && unstopped.kind !== 'unmeasured') return MISSED;
  return judge(clock.due ?? NaN, -1, NaN, unstopped);
}

const MET = statusCode('met');
const MISSED = statusCode('missed');
const UNMEASURED = statusCode('unmeasured');
const NOT_OFFERED = statusCode('not offered');
const NOT_STARTED = statusCode('not started');
