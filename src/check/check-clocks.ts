import type { ClockNode } from '../syntax/tree.ts';
import type { ClockStart, ClockTerms } from './clock-model.ts';
import { PLAIN_TERMS } from './clock-model.ts';
import { checkCloses } from './check-closes.ts';
import { checkGuard, type ClockGround, known } from './clock-ground.ts';
import { checkPause } from './check-pause.ts';
import { checkReopen } from './check-reopen.ts';
import { checkStretch } from './check-stretch.ts';
import { checkWorkLimits } from './check-work-limits.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { CheckedClock } from './model.ts';

/** A clock of the contract, or of the plan in whose block it stands. */
export function checkClock(
  context: CheckContext,
  ground: ClockGround,
  node: ClockNode,
  plan: string | null,
): CheckedClock | null {
  const inner = within(context, `clock ${node.name.text}`);
  const metric = ground.scope.resolve(inner, 'metric', node.name);
  if (metric === null) return null;
  if (!node.broken) {
    if (node.starts.length === 0) report(inner, 'clock/no-start', node.span, { metric });
    if (node.stops.length === 0) report(inner, 'clock/no-stop', node.span, { metric });
  }
  reportTwice(inner, node);
  assumeEvery(inner, node);
  reportContradictions(inner, node);
  const terms = checkTerms(inner, ground, node);
  return {
    metric,
    plan,
    startsOn: [...new Set(terms.starts.flatMap(eventsOf))],
    stopsOn: known(inner, ground, 'event', node.stops),
    pausesWhile: terms.pauses.flatMap(({ states }) => states),
    terms,
    origin: originOf(inner, node.span),
  };
}

/** The events of which one sets the clock going: those of the last step, since it is the last to come. */
function eventsOf(start: ClockStart): readonly string[] {
  if (start.kind === 'previous ticket ends') return [`the end of the previous ticket of the ${start.of}`];
  return start.steps.at(-1)?.events ?? [];
}

function checkTerms(context: CheckContext, ground: ClockGround, node: ClockNode): ClockTerms<string> {
  const { scope, own } = ground;
  const stretch = (of: Parameters<typeof checkStretch>[3]) => checkStretch(context, scope, own, of);
  const every = node.every[0];
  const message = every === undefined ? null : scope.resolve(context, 'event', every.event);
  return {
    starts: checkStarts(context, ground, node),
    stopsAt: node.stopsAt ?? 'first',
    stopsNotOn: known(context, ground, 'event', node.notStops),
    pauses: node.pauses.flatMap((pause) => checkPause(context, ground, pause) ?? []),
    saysNeverPauses: node.pausesNever !== null,
    pausedDays: node.pausedDays[0]?.does ?? 'run on',
    countsOnlyWhile: known(context, ground, 'state', node.countsWhile),
    work: checkWorkLimits(context, ground, node.works),
    reopen: checkReopen(context, ground, node),
    closes: checkCloses(context, ground, node.closes[0]),
    repeats:
      every === undefined || message === null
        ? null
        : {
            on: message,
            from: every.from,
            group: every.group === null ? null : stretch(every.group),
          },
  };
}

/** The lines with a condition come first, since they are the narrower ones. */
function checkStarts(context: CheckContext, ground: ClockGround, node: ClockNode): readonly ClockStart[] {
  const [, second] = node.starts.filter(({ guard }) => guard === null);
  if (second !== undefined) report(context, 'contract/clause-twice', second.span, { clause: 'starts' });
  const starts = node.starts.flatMap((line): readonly ClockStart[] => {
    const when = checkGuard(context, ground, line.guard);
    if (when === 'lost') return [];
    if (line.previousOf !== null) return [{ kind: 'previous ticket ends', of: line.previousOf.text, when }];
    const steps = line.steps.map(({ which, events }) => ({
      which: which ?? ('first' as const),
      events: known(context, ground, 'event', events),
    }));
    return [{ kind: 'events', steps, when }];
  });
  return [...starts.filter(({ when }) => when !== null), ...starts.filter(({ when }) => when === null)];
}

/** A clock that the customer's messages start says whether each of them does. */
function assumeEvery(context: CheckContext, node: ClockNode): void {
  if (node.every.length > 0 || node.broken) return;
  const events = node.starts.flatMap(({ steps }) => steps.flatMap((step) => step.events));
  const message = events.find(({ text }) => text === 'customer reply');
  if (message === undefined) return;
  report(context, 'assume/every-message', message.span, { metric: node.name.text, event: message.text });
}

/** What may be said once of a clock, and is said again. */
function reportTwice(context: CheckContext, node: ClockNode): void {
  for (const [clause, said] of [
    ['reopen', node.reopens],
    ['closes', node.closes],
    ['every', node.every],
    ['days', node.pausedDays],
  ] as const) {
    const second = said[1];
    if (second !== undefined) report(context, 'contract/clause-twice', second.span, { clause });
  }
}

/** An event that stops the clock and does not, a state that pauses it and in which it counts. */
function reportContradictions(context: CheckContext, node: ClockNode): void {
  const stops = new Set(node.stops.map(({ text }) => text));
  for (const name of node.notStops) {
    if (stops.has(name.text)) {
      report(context, 'clock/contradiction', name.span, { word: name.text, says: 'stops', not: 'stops not' });
    }
  }
  const [pause] = node.pauses;
  if (node.pausesNever !== null && pause !== undefined) {
    report(context, 'clock/pauses-and-never', pause.span, { metric: node.name.text });
  }
  const pauses = new Set(node.pauses.flatMap(({ states }) => states.map(({ text }) => text)));
  for (const name of node.countsWhile) {
    if (pauses.has(name.text)) {
      report(context, 'clock/contradiction', name.span, {
        word: name.text,
        says: 'pauses',
        not: 'counts only',
      });
    }
  }
}

/** The stopping event of a metric when the contract names none: the event of the metric's own name. */
export function assumedClock(
  context: CheckContext,
  metric: string,
  span: { start: number; end: number },
): CheckedClock {
  report(context, 'assume/clock', span, { metric });
  return {
    metric,
    plan: null,
    startsOn: ['opened'],
    stopsOn: [metric],
    pausesWhile: [],
    terms: PLAIN_TERMS,
    origin: originOf(context, span),
  };
}
