import type { AmountNode, ClosureRuleNode, ClosuresNode } from '../syntax/tree.ts';
import type { AnnouncedClosures, Notice } from './calendar-model.ts';
import { checkClosureFile } from './check-closure-file.ts';
import { checkUnit, textOf, wholeAmount } from './check-time.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { Scope } from './scope.ts';

/** What a `closures` line says, with the closures of its file; null, and a finding, where some of it is none. */
export function checkClosures(
  context: CheckContext,
  scope: Scope,
  clause: ClosuresNode,
): AnnouncedClosures | null {
  const { path, span } = clause;
  const notice = clause.notice === null ? ({ kind: 'none' } as const) : checkNotice(context, clause.notice);
  const late = ruleOf(context, clause, 'late');
  const inFlight = ruleOf(context, clause, 'tickets in flight');
  const found = scope.beside(context.source, path.text);
  if (found.kind === 'none') {
    report(context, 'closures/no-file', path.span, { path: path.text, reason: found.reason });
    return null;
  }
  const closures = checkClosureFile({ ...context, source: found.source, path: [] }, scope);
  if (notice === null || closures === null) return null;
  if (late === null) {
    const words = clause.notice === null ? null : `${textOf(context, clause.notice.span)} notice`;
    report(context, 'assume/late-closure', span, { notice: words });
  }
  if (inFlight === null) report(context, 'assume/closure-in-flight', span, {});
  return {
    notice,
    late: late?.value ?? 'do not count',
    inFlight: inFlight?.value ?? 'see them',
    closures,
    origin: originOf(context, span),
  };
}

/** The rule of a kind; of two the first holds. */
function ruleOf<K extends ClosureRuleNode['kind']>(
  context: CheckContext,
  { rules }: ClosuresNode,
  kind: K,
): Extract<ClosureRuleNode, { kind: K }> | null {
  const [first, second] = rules.filter(
    (rule): rule is Extract<ClosureRuleNode, { kind: K }> => rule.kind === kind,
  );
  if (first === undefined) return null;
  if (second !== undefined) {
    const clause = kind === 'late' ? 'late ones' : kind;
    report(context, 'contract/clause-twice', second.span, { clause });
  }
  return first;
}

function checkNotice(context: CheckContext, amount: AmountNode): Notice | null {
  const unit = checkUnit(context, amount);
  if (unit === null) return null;
  if (amount.upTo !== null) {
    report(context, 'closures/notice-in-a-range', amount.span, { amount: textOf(context, amount.span) });
    return null;
  }
  if (unit.kind === 'days') {
    const count = wholeAmount(context, amount.amount, unit.times, amount);
    return count === null ? null : { kind: 'days', unit: unit.unit, count };
  }
  const seconds = wholeAmount(context, amount.amount, unit.kind === 'elapsed' ? unit.seconds : 3600, amount);
  return seconds === null ? null : { kind: unit.kind, seconds };
}
