import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { HolidaysClauseNode, HolidayTermNode, NameNode, OnHolidaysNode } from '../syntax/tree.ts';
import type { HolidayHours, HolidayUse } from './calendar-model.ts';
import { meetEqually } from './check-selector.ts';
import { checkHours, checkTime } from './check-time.ts';
import { checkOwner } from './check-zone-choice.ts';
import { type CheckContext, report } from './context.ts';
import type { Selected } from './model.ts';
import type { Scope } from './scope.ts';

/** What a calendar's `holidays` line closes; null, and a finding, where a part of it stands for nothing. */
export function checkHolidayUse(
  context: CheckContext,
  scope: Scope,
  clause: HolidaysClauseNode,
): HolidayUse | null {
  const [first, ...others] = clause.terms;
  const widened = checkWidening(context, clause);
  if (first === undefined || widened === null) return null;
  if (others.length === 0 && saysNone(first)) return { kind: 'none' };
  let use = checkTerm(context, scope, first);
  for (const term of others) {
    const right = checkTerm(context, scope, term);
    use = use === null || right === null ? null : { kind: term.sign, left: use, right };
  }
  return use === null || widened === 'as they are' ? use : { kind: 'widened', of: use, ...widened };
}

function saysNone({ of }: HolidayTermNode): boolean {
  return of.kind === 'any' && of.sets.length === 1 && of.sets[0]?.text === 'none';
}

function checkTerm(context: CheckContext, scope: Scope, { of }: HolidayTermNode): HolidayUse | null {
  if (of.kind === 'owner') {
    const owner = checkOwner(context, of.owner, 'owner of holidays', ['region', 'customer']);
    return owner === null ? null : { kind: owner };
  }
  const sets = of.sets.map((set) => checkHolidaySetName(context, scope, set));
  if (sets.includes(null)) return null;
  return { kind: of.kind === 'all' ? 'common' : 'sets', sets: sets as string[] };
}

function checkWidening(context: CheckContext, { widened }: HolidaysClauseNode) {
  if (widened === null) return 'as they are';
  const time = (node: typeof widened.fromBefore) => (node === null ? null : checkTime(context, node));
  const use = { fromBefore: time(widened.fromBefore), untilAfter: time(widened.untilAfter) };
  const isMissing =
    (widened.fromBefore !== null && use.fromBefore === null) ||
    (widened.untilAfter !== null && use.untilAfter === null);
  return isMissing ? null : use;
}

/** `on holidays open 09:00-14:00`, `on holidays as Sun`. */
export function checkOnHolidays(context: CheckContext, clause: OnHolidaysNode): HolidayHours | null {
  const hours = clause.hours.map((range) => checkHours(context, range));
  if (hours.includes(null)) return null;
  return { label: clause.label, hours: hours.flatMap((interval) => interval ?? []), as: clause.as };
}

/** Whether two lines for the same customers say both that there are holidays and that there are none. */
export function contradict(
  a: Pick<Selected<HolidayUse>, 'when' | 'value'>,
  b: Pick<Selected<HolidayUse>, 'when' | 'value'>,
): boolean {
  const oneIsNone = (a.value.kind === 'none') !== (b.value.kind === 'none');
  return oneIsNone && meetEqually(a.when, b.when);
}

/** The name of a holiday set; one that is neither declared nor found as a file says how to make it. */
export function checkHolidaySetName(context: CheckContext, scope: Scope, set: NameNode): string | null {
  if (scope.has('holiday set', set.text)) return scope.resolve(context, 'holiday set', set);
  if (!scope.isIncomplete('holiday set')) {
    const nearest = nearestWord(set.text, [...scope.names('holiday set'), 'none']);
    report(context, 'calendar/no-holiday-file', set.span, { set: set.text, nearest });
  }
  return null;
}
