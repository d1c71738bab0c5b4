/** Questions that were answered one by one, asked again all at once. Needs no test runner. */
import type { Calendar } from '../../src/engine/index.ts';
import type { Question } from './questions.ts';

export const COLUMN_OPERATIONS = [
  'addEach',
  'subtractEach',
  'betweenEach',
  'isOpenEach',
  'nextOpenEach',
  'prevOpenEach',
  'nextCloseEach',
  'addDaysEach',
] as const;
type ColumnOperation = (typeof COLUMN_OPERATIONS)[number];

interface Answered {
  readonly question: Question;
  readonly answer: unknown;
}

/** A row of a column, and what it was answered by itself. */
export interface Row {
  readonly op: ColumnOperation;
  readonly question: Question;
  readonly answer: number;
  readonly expected: number;
}

/** A column of all questions of an operation, and for those of a budget another one, of the same budget in each row. */
export function askInColumns(calendar: Calendar, answered: readonly Answered[]): readonly Row[] {
  return COLUMN_OPERATIONS.flatMap((op) => {
    const rows = answered.filter(({ question }) => `${question.op}Each` === op);
    if (rows.length === 0) return [];
    const answers = askColumn(
      calendar,
      op,
      rows.map(({ question }) => question),
    );
    const together = rows.map(({ question, answer }, i): Row => {
      return { op, question, answer: withoutSign(answers[i] as number), expected: asNumber(answer) };
    });
    return [...together, ...withOneBudget(calendar, op, rows)];
  });
}

function askColumn(calendar: Calendar, op: ColumnOperation, rows: readonly Question[]): ArrayLike<number> {
  const at = Float64Array.from(rows, ({ t }) => t);
  const by = Float64Array.from(rows, (row) => row.by);
  const out = new Float64Array(rows.length);
  switch (op) {
    case 'addEach':
    case 'subtractEach':
    case 'betweenEach':
      calendar[op](at, by, out);
      return out;
    case 'addDaysEach':
      calendar.addDaysEach(at, Int32Array.from(by), out);
      return out;
    case 'isOpenEach': {
      const isOpen = new Uint8Array(rows.length);
      calendar.isOpenEach(at, isOpen);
      return isOpen;
    }
    case 'nextOpenEach':
    case 'prevOpenEach':
    case 'nextCloseEach':
      calendar[op](at, out);
      return out;
  }
}

/**
 * The rows that ask for the budget that is asked for most. Those with others would need an answer that nobody has given.
 */
function withOneBudget(calendar: Calendar, op: ColumnOperation, rows: readonly Answered[]): readonly Row[] {
  if (op !== 'addEach' && op !== 'subtractEach' && op !== 'addDaysEach') return [];
  const counts = new Map<number, number>();
  for (const { question } of rows) counts.set(question.by, (counts.get(question.by) ?? 0) + 1);
  const [by] = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  if (by === undefined) return [];
  const same = rows.filter(({ question }) => question.by === by);
  const out = new Float64Array(same.length);
  calendar[op](
    Float64Array.from(same, ({ question }) => question.t),
    by,
    out,
  );
  return same.map(({ question, answer }, i) => {
    return { op, question, answer: withoutSign(out[i] as number), expected: asNumber(answer) };
  });
}

/** As a column holds it: whether something is open is 1 or 0, what does not exist is NaN. */
function asNumber(answer: unknown): number {
  return answer === null ? NaN : withoutSign(Number(answer));
}

/** Nothing is nothing, from whichever side it was counted. */
function withoutSign(number: number): number {
  return number === 0 ? 0 : number;
}
