import type { PlanCalendarBody, PlanCivilHours } from '../plan/model.ts';
import { assertNever } from '../text/assert-never.ts';
import { edgesOf } from '../time/interval-set.ts';
import { SECONDS_PER_DAY } from '../time/units.ts';
import type { DayInterval } from '../time/types.ts';

/**
 * The same set of instants, said shorter where a part is always or never open: such parts then cost nothing. Parts that
 * calendars share they share afterwards too: said anew as often as they are named, they could outgrow any memory.
 */
export function simplifyCalendar(body: PlanCalendarBody): PlanCalendarBody {
  const known = simplified.get(body) ?? simplify(body);
  simplified.set(body, known);
  return known;
}

const simplified = new WeakMap<PlanCalendarBody, PlanCalendarBody>();

function simplify(body: PlanCalendarBody): PlanCalendarBody {
  switch (body.kind) {
    case 'always':
    case 'never':
    case 'between zones':
      return body;
    case 'civil':
      return simplifyCivil(body);
    case 'union': {
      const parts = body.of.map(simplifyCalendar).filter((part) => part.kind !== 'never');
      if (parts.some((part) => part.kind === 'always')) return { kind: 'always' };
      return collapse(parts, { kind: 'never' }) ?? { kind: 'union', of: parts };
    }
    case 'intersection': {
      const parts = body.of.map(simplifyCalendar).filter((part) => part.kind !== 'always');
      if (parts.some((part) => part.kind === 'never')) return { kind: 'never' };
      return collapse(parts, { kind: 'always' }) ?? { kind: 'intersection', of: parts };
    }
    case 'difference': {
      const [from, minus] = [simplifyCalendar(body.from), simplifyCalendar(body.minus)];
      if (from.kind === 'never' || minus.kind === 'always') return { kind: 'never' };
      return minus.kind === 'never' ? from : { kind: 'difference', from, minus };
    }
    default:
      return assertNever(body);
  }
}

function collapse(parts: readonly PlanCalendarBody[], empty: PlanCalendarBody): PlanCalendarBody | null {
  if (parts.length === 0) return empty;
  return parts.length === 1 ? (parts[0] as PlanCalendarBody) : null;
}

/** Hours that no layer ever changes and that are round the clock, or never, need no zone. */
function simplifyCivil(hours: PlanCivilHours): PlanCalendarBody {
  const weeks = [hours, ...hours.seasons];
  const limited = weeks.flatMap((week) => week.limited);
  const open = [...weeks.flatMap(({ week }) => week), ...hours.dated.map((entry) => entry.hours)];
  const added = [...limited.filter((line) => line.admitted).flatMap(({ week }) => week)];
  const onHolidays = hours.onHolidays?.hours ?? [];
  if ([...open, ...added, onHolidays].every((day) => day.length === 0)) return { kind: 'never' };
  const closed = [hours.holidays, ...hours.seasons.map(({ own }) => own?.holidays ?? null)];
  const isShutNever =
    closed.every((holidays) => holidays === null) &&
    limited.every((line) => line.admitted) &&
    hours.closures.every(({ counts }) => counts.kind !== 'from');
  return isShutNever && open.every(isWholeDay) ? { kind: 'always' } : hours;
}

function isWholeDay(day: readonly DayInterval[]): boolean {
  const edges = edgesOf(day);
  return edges[0] === 0 && edges[1] === SECONDS_PER_DAY;
}
