import { BusinessDates, type Engine } from '../engine/index.ts';
import type { PlanPromise } from '../plan/model.ts';
import { countBackFrom, countFrom, type CountersAndZones } from './count-limit.ts';
import { type Counting, lineOf } from './counting.ts';
import { type Line, type Span, steady } from './piece.ts';

/** The lines of promises, each worked out once for a span. */
export interface PromiseLines {
  readonly engine: Engine;
  /**
   * The deadline of every opening instant of a span. No deadline is a line at infinity, and one that hangs on what is
   * not known (an event to come, what is agreed) a line of NaN. Throws a `HorizonError` where a deadline lies outside
   * what its calendar covers.
   */
  line(promise: PlanPromise, span: Span): Line;
  /** The same for one instant. */
  at(promise: PlanPromise, opened: number): number;
}

/** What has been drawn for an engine is there for all who ask. */
const known = new WeakMap<Engine, PromiseLines>();

export function promiseLines(engine: Engine): PromiseLines {
  const found = known.get(engine) ?? drawnFor(engine);
  known.set(engine, found);
  return found;
}

function drawnFor(engine: Engine): PromiseLines {
  const counters = countersOf(engine);
  const drawings = new Map<string, Line>();
  const keys = new WeakMap<PlanPromise, string>();

  const keyOf = (promise: PlanPromise): string => {
    const key = keys.get(promise) ?? JSON.stringify(promise);
    keys.set(promise, key);
    return key;
  };
  const line = (promise: PlanPromise, span: Span): Line => {
    const key = `${span.from} ${span.to} ${keyOf(promise)}`;
    const found = drawings.get(key) ?? drawn(promise, span);
    drawings.set(key, found);
    return found;
  };
  const at = (promise: PlanPromise, opened: number): number => {
    const deadline = engine.deadline(promise, opened);
    switch (deadline.kind) {
      case 'due':
        return deadline.due;
      case 'word':
        return deadline.word === 'best effort' || deadline.word === 'not offered' ? Infinity : NaN;
      case 'awaits':
        return NaN;
    }
  };
  const drawn = (promise: PlanPromise, span: Span): Line => {
    switch (promise.kind) {
      case 'word':
      case 'awaited':
        return steady(span, at(promise, span.from));
      case 'range':
      case 'cadence':
        return line(promise.hard, span);
      case 'relative': {
        const base = line(promise.base, span);
        if (!Number.isFinite(base[0]?.due)) return base;
        const count = (promise.side === 'after' ? countFrom : countBackFrom)(counters, promise.hard);
        return lineOf({ at: (t) => at(promise, t), breaks: () => breaksBehind(base, count) }, span);
      }
      default:
        return lineOf(countFrom(counters, promise), span);
    }
  };
  return { engine, line, at };
}

/**
 * A count that begins where a line is: it breaks where the line does, and where the line, as it moves, runs over a break
 * of the count.
 */
function breaksBehind(base: Line, count: Counting): readonly number[] {
  const dues = base.flatMap(({ from, to, due, slope }) => [due, due + slope * (to - 1 - from)]);
  const span = { from: least(dues), to: most(dues) + 1 };
  // Its line, not its breaks: where it is overtaken, by the instants it is counted from, is a break here.
  const behind = lineOf(count, span).map((piece) => piece.from);
  const breaks: number[] = [];
  for (const { from, to, due, slope } of base) {
    breaks.push(from);
    if (slope === 0) continue;
    for (let i = firstAbove(behind, due); i < behind.length; i += 1) {
      const instant = from + ((behind[i] as number) - due);
      if (instant >= to) break;
      breaks.push(instant);
    }
  }
  return breaks;
}

/** Where in a rising list the numbers above a limit begin. */
function firstAbove(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Infinity);
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), -Infinity);
}

function countersOf(engine: Engine): CountersAndZones {
  const dates = new Map<string, BusinessDates>();
  return {
    calendar: (index) => engine.calendar(index),
    zone: (name) => engine.zone(name),
    businessDates(index, zone) {
      const key = `${index} ${zone}`;
      const found = dates.get(key) ?? new BusinessDates(engine.calendar(index), engine.zone(zone));
      dates.set(key, found);
      return found;
    },
  };
}
