import Fraction from 'fraction.js';
import type { PlanOffHours } from '../../plan/entitlement-model.ts';
import { MS_PER_SECOND } from '../../time/units.ts';
import type { Engine } from '../engine.ts';
import type { SideMs, WorkSides } from './worked-time.ts';

const NONE: WorkSides = { calendars: [], dearest: [0] };

/** The two sides of a calendar outside which work counts more, or less; one side where there is none. */
export function sidesOf(engine: Engine, outside: PlanOffHours | null): WorkSides {
  if (outside === null) return NONE;
  const { numerator, denominator } = outside.factor;
  const dearest = numerator >= denominator ? [1, 0] : [0, 1];
  return { calendars: [engine.calendar(outside.calendar)], dearest };
}

/** Seconds of work as they count: those outside the calendar by its factor. */
export function weighted(outside: PlanOffHours | null, sides: SideMs): Fraction {
  const [inside = 0, beyond = 0] = sides;
  const factor =
    outside === null ? new Fraction(1) : new Fraction(outside.factor.numerator, outside.factor.denominator);
  return new Fraction(beyond).mul(factor).add(inside).div(MS_PER_SECOND);
}
