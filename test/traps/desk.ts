/** The contract that the traps vary: one promise, `resolve`, for two severities, and the hours of calendar B. */
export interface DeskParts {
  readonly header: string;
  /** Declarations in front of the plan: facts, events, further calendars. */
  readonly extra: string;
  readonly hours: string;
  readonly clock: string;
  /** The promise for P1 and for P3. */
  readonly p1: string;
  readonly p3: string;
  /** Clauses of the plan beside its targets. */
  readonly plan: string;
  /** What follows the plan. */
  readonly rules: string;
}

export const B = 'calendar B { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }';

export const STATED = 'on raise count from the change\non lower keep old';

/** What lies beside the contracts: a closure that is announced on the day. */
export const DATA = {
  'closures.jsonl':
    '{"announced": "2026-07-09T10:00+02:00", "from": "2026-07-09", "to": "2026-07-10", "reason": "no water"}',
};

const PARTS: DeskParts = {
  header: 'zone Europe/Berlin',
  extra: '',
  hours: B,
  clock: 'starts on opened; stops on resolved; pauses never; reopen never',
  p1: '4 h in B',
  p3: '16 h in B',
  plan: '',
  rules: STATED,
};

export function desk(parts: Partial<DeskParts> = {}): string {
  const { header, extra, hours, clock, p1, p3, plan, rules } = { ...PARTS, ...parts };
  return `contract "Desk" version "1" {
  ${header}
}
severities {
  P1 "nobody can work"
  P3 "a question"
}
${hours}
${extra}
${clock === '' ? '' : `clock resolve { ${clock} }`}
plan Basic {
  targets {
    resolve
    P1 | ${p1}
    P3 | ${p3}
  }
  ${plan}
}
${rules}
`;
}

/** The same promise for every severity, so that a change of severity changes nothing. */
export function same(cell: string, parts: Partial<DeskParts> = {}): string {
  return desk({ rules: '', ...parts, p1: cell }).replace(/P1 (\|[^\n]*)\n *P3 [^\n]*/, 'all $1');
}
