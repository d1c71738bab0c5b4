import type {
  CalendarBody,
  CheckedContract,
  CheckedCoverage,
  CheckedPlan,
  Selector,
} from '../check/model.ts';
import { speaksOf } from './promised.ts';

/** The activity without which a metric cannot be met; other metrics hang on no one activity. */
const ACTIVITY: Readonly<Partial<Record<string, string>>> = {
  acknowledge: 'receive',
  respond: 'receive',
  workaround: 'resolve',
  resolve: 'resolve',
};

export function activityFor(metric: string): string | null {
  return (Object.hasOwn(ACTIVITY, metric) ? ACTIVITY[metric] : undefined) ?? null;
}

/** The lines of a plan that may cover an activity for some tickets of a severity. */
export function coverageOf(
  plan: CheckedPlan,
  activity: string,
  severity: string,
): readonly CheckedCoverage[] {
  return plan.coverage.filter(
    (line) =>
      line.activity === activity &&
      !isRefused(line) &&
      (line.when.severities === null || line.when.severities.includes(severity)),
  );
}

/**
 * The calendar in which a plan covers an activity for the tickets of a severity that nothing else sets apart; null
 * where it covers it by a word, such as `best effort`, or says nothing.
 */
export function coverageCalendar(plan: CheckedPlan, activity: string, severity: string): string | null {
  const lines = plan.coverage.filter((line) => line.activity === activity && speaksOf(line.when, severity));
  const narrow = ({ when }: { readonly when: Selector }) => when.severities !== null;
  const hours = (lines.find(narrow) ?? lines[0])?.hours;
  return hours?.kind === 'calendar' ? hours.calendar : null;
}

function isRefused({ hours }: CheckedCoverage): boolean {
  return hours.kind === 'word' && hours.word === 'not offered';
}

/** What is known of the calendars of a contract, each looked at once however often a rule asks. */
const alwaysOpen = new WeakMap<CheckedContract, (name: string) => boolean>();

/** Whether a calendar is open at all times, whatever it is called. */
export function isAlwaysOpen(contract: CheckedContract, name: string): boolean {
  const known = alwaysOpen.get(contract) ?? alwaysOpenIn(contract);
  alwaysOpen.set(contract, known);
  return known(name);
}

function alwaysOpenIn({ calendars }: CheckedContract): (name: string) => boolean {
  const bodies = new Map(calendars.map((calendar) => [calendar.name, calendar.body]));
  const answers = new Map([['24x7', true]]);
  const always = (body: CalendarBody): boolean => {
    switch (body.kind) {
      case 'always':
        return true;
      case 'named':
        return named(body.calendar);
      case 'union':
        return always(body.left) || always(body.right);
      case 'intersection':
        return always(body.left) && always(body.right);
      default:
        return false;
    }
  };
  const named = (name: string): boolean => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    const body = bodies.get(name);
    const answer = body !== undefined && always(body);
    answers.set(name, answer);
    return answer;
  };
  return named;
}
