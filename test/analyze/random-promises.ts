/** A random choice of promises on whole minutes, over calendars with holidays, part-days and clocks that change. */
import { loadPlan, type Engine } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import type { PlanDays, PlanLimit, PlanPromise } from '../../src/plan/model.ts';
import { checkText } from '../check/findings.ts';

const CONTRACT = `contract "Random" { zone Europe/Berlin }
holidays Own {
  covers 2024..2032
  every 12-25 "Christmas Day"
  every 12-24 from 14:00 "Christmas Eve"
  every last Mon of 05 "Memorial Day"
}
calendar Office { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays Own }
calendar Early { zone America/New_York; open Mon..Thu 07:30-12:00, 13:00-16:15; open Fri 08:00-13:00; holidays none }
calendar Nights { zone Australia/Lord_Howe; open Mon..Sun 22:00-02:30; holidays none }
calendar Gulf { zone Asia/Kathmandu; open Sun..Thu 08:00-18:00; closed every first Wed; holidays none }
calendar Both = Office or Gulf { dates of Europe/Berlin }
plan Basic {
  targets { respond; all later of 1 h in Office and 1 h in Early }
  targets { resolve; all later of 1 h in Nights and 1 h in Gulf }
  targets { update; all 1 h in Both }
}
`;

/** The same for the same seed (Mulberry32); whole numbers below a bound. */
export function drawer(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

export function randomEngine(): Engine {
  const { contract, findings } = checkText(CONTRACT);
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return loadPlan(lower(contract));
}

/** A promise over one of so many calendars. */
export function drawPromise(draw: (bound: number) => number, engine: Engine): PlanPromise {
  const of = <T>(...values: readonly T[]): T => values[draw(values.length)] as T;
  const calendar = () => draw(engine.plan.calendars.length);
  const hours = (): PlanLimit => ({ kind: 'hours', seconds: 60 * draw(40 * 60), calendar: calendar() });
  const elapsed = (): PlanLimit => ({ kind: 'elapsed', seconds: 60 * draw(6 * 1440) });
  const days = (back = false): PlanDays => {
    const index = calendar();
    const unit = back
      ? of('business day', 'calendar day')
      : of('business day', 'business day', 'calendar day', 'month', 'end of week', 'end of month');
    return {
      kind: 'days',
      unit,
      count: unit.startsWith('end') ? draw(2) : draw(4) + (back ? 1 : 0),
      calendar: index,
      zone: engine.plan.calendars[index]?.zone ?? 'Europe/Berlin',
      end: of<PlanDays['end']>(
        { kind: 'same time' },
        { kind: 'close' },
        { kind: 'clock', time: 900 * draw(97) },
      ),
      receipt: of('next opening', 'as received'),
      dayOne: of('day of receipt', 'day after'),
      cutOff: draw(3) === 0 ? 900 * draw(96) : null,
      endOutside: of('next opening', 'previous close', 'stays'),
    };
  };
  const limit = (): PlanLimit =>
    of(
      hours,
      hours,
      elapsed,
      () => days(),
      () => days(),
    )();
  const pick = (): PlanLimit => ({
    kind: 'pick',
    pick: of('later', 'earlier'),
    of: [limit(), limit()],
  });
  const relative = (): PlanPromise => {
    const side = of('before', 'after');
    const hard = side === 'after' ? limit() : of(hours, elapsed, () => days(true))();
    return { kind: 'relative', side, metric: 'resolve', base: limit(), soft: null, hard };
  };
  return of<() => PlanPromise>(limit, limit, limit, pick, relative)();
}
