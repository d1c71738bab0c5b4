import type { ClockNode } from '../syntax/tree.ts';
import { checkStretch, type OwnZone } from './check-stretch.ts';
import type { ClockTerms } from './conduct-model.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { CheckedClock } from './model.ts';
import type { Scope } from './scope.ts';

export function checkClock(
  context: CheckContext,
  scope: Scope,
  own: OwnZone,
  node: ClockNode,
): CheckedClock | null {
  const inner = within(context, `clock ${node.name.text}`);
  const metric = scope.resolve(inner, 'metric', node.name);
  if (metric === null) return null;
  const words = (names: ClockNode['starts']) => names.map((name) => name.text);
  if (!node.broken) {
    if (node.starts.length === 0) report(inner, 'clock/no-start', node.span, { metric });
    if (node.stops.length === 0) report(inner, 'clock/no-stop', node.span, { metric });
  }
  return {
    metric,
    startsOn: words(node.starts),
    stopsOn: words(node.stops),
    pausesWhile: words(node.pauses),
    terms: checkClockTerms(inner, scope, own, node),
    origin: originOf(inner, node.span),
  };
}

const PLAIN: ClockTerms<never> = {
  startsAt: 'first',
  stopsAt: 'first',
  pauseCap: null,
  reopen: null,
  closes: null,
  repeats: null,
};

function checkClockTerms(
  context: CheckContext,
  scope: Scope,
  own: OwnZone,
  { terms }: ClockNode,
): ClockTerms<string> {
  for (const [clause, said] of [
    ['reopen', terms.reopens],
    ['closes', terms.closes],
    ['every', terms.every],
    ['pauses … at most', terms.pauseCaps],
  ] as const) {
    const second = said[1];
    if (second !== undefined) report(context, 'contract/clause-twice', second.span, { clause });
  }
  const stretch = (node: Parameters<typeof checkStretch>[3]) => checkStretch(context, scope, own, node);
  const cap = terms.pauseCaps[0];
  const capBy = cap === undefined ? null : stretch(cap.stretch);
  const reopen = terms.reopens[0];
  const closes = terms.closes[0];
  const closesAfter = closes === undefined ? null : stretch(closes.after);
  const every = terms.every[0];
  return {
    startsAt: terms.startsAt ?? 'first',
    stopsAt: terms.stopsAt ?? 'first',
    pauseCap: cap === undefined || capBy === null ? null : { by: capBy, of: cap.of },
    reopen:
      reopen === undefined
        ? null
        : {
            within: reopen.within === null ? null : stretch(reopen.within),
            does: reopen.does,
            met: reopen.met,
          },
    closes:
      closes === undefined || closesAfter === null ? null : { after: closesAfter, state: closes.state.text },
    repeats:
      every === undefined
        ? null
        : {
            on: every.event.text,
            from: every.from,
            group: every.group === null ? null : stretch(every.group),
          },
  };
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
    startsOn: ['opened'],
    stopsOn: [metric],
    pausesWhile: [],
    terms: PLAIN,
    origin: originOf(context, span),
  };
}
