import { assertNever } from '../text/assert-never.ts';
import type { PlanCalendarBody } from './model.ts';

/** The zones by whose clocks a calendar is open and shut, sorted, each once. */
export function zonesOfCalendar(body: PlanCalendarBody): readonly string[] {
  return [...new Set(zonesIn(body))].sort();
}

function zonesIn(body: PlanCalendarBody): readonly string[] {
  switch (body.kind) {
    case 'always':
    case 'never':
      return [];
    case 'union':
    case 'intersection':
      return body.of.flatMap(zonesIn);
    case 'difference':
      return [...zonesIn(body.from), ...zonesIn(body.minus)];
    case 'between zones':
      return body.windows.flatMap(({ fromZone, toZone }) => [fromZone, toZone]);
    case 'civil':
      return [body.zone];
    default:
      return assertNever(body);
  }
}
