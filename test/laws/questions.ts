/** Many random questions of one calendar, put to the engine and to the reference. Needs no test runner. */
import { HorizonError, type Calendar } from '../../src/engine/index.ts';
import { WalkLimitError, type OpenTime } from '../../src/reference/index.ts';
import { askInColumns, COLUMN_OPERATIONS } from './ask-in-columns.ts';
import type { Random } from './random.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** What of a case is asked about, and how far the reference walks for an answer. */
export interface Bounds {
  /** The instants asked about lie so near to it: mostly within a day, all within `REACH_MS`. */
  readonly focus: number;
  readonly walkMs: number;
}

/** How far from the focus a question may lie. */
export const REACH_MS = 2 * DAY_MS;

/** How far the reference walks before it gives up: sparse calendars are not worth more of it. */
export const WALK_MS = 5 * DAY_MS;

export interface Difference {
  readonly question: string;
  readonly engine: string;
  readonly reference: string;
}

/** What is asked, by the names of the calendar's methods. */
export const OPERATIONS = [
  'add',
  'subtract',
  'between',
  'isOpen',
  'nextOpen',
  'prevOpen',
  'nextClose',
  'periods',
  'addDays',
  ...COLUMN_OPERATIONS,
] as const;
export type Operation = (typeof OPERATIONS)[number];

export interface Answers {
  /** Questions that both answered alike. */
  readonly agreed: number;
  /** The same by operation, and the rows of columns that were answered as they are one by one. */
  readonly agreedOn: Readonly<Record<Operation, number>>;
  /** Questions on which the reference gave up; the engine's answer then lies as far away, or there is none. */
  readonly givenUp: number;
  readonly differences: readonly Difference[];
}

/** A question of one instant, with what else the operation takes. */
export interface Question {
  readonly op: Exclude<Operation, (typeof COLUMN_OPERATIONS)[number]>;
  readonly text: string;
  readonly t: number;
  /** Ms, another instant, days or a count; 0 where nothing else is asked. */
  readonly by: number;
  readonly ask: (of: Calendar | OpenTime) => unknown;
  /** Where the answer ends, for those that may lie beyond the reference's walk. */
  readonly endOf: (answer: unknown) => number;
}

/**
 * Each operation in turn, at instants and with budgets drawn from `random`; and then those that both answered again, as
 * columns.
 */
export function askBoth(
  calendar: Calendar,
  reference: OpenTime,
  bounds: Bounds,
  random: Random,
  count: number,
): Answers {
  const spots = spotsOf(calendar, bounds.focus, random);
  const differences: Difference[] = [];
  const agreedOn = noneOfEach();
  const answered: { question: Question; answer: unknown }[] = [];
  const usual = budgetOf(random);
  let givenUp = 0;
  for (let i = 0; i < count; i += 1) {
    const question = questionOf(i, spots, usual, random);
    const engine = answerOf(() => question.ask(calendar), HorizonError);
    const slow = answerOf(() => question.ask(reference), WalkLimitError);
    if (slow !== NO_ANSWER && JSON.stringify(engine) === JSON.stringify(slow)) {
      agreedOn[question.op] += 1;
      answered.push({ question, answer: slow });
    } else if (slow === NO_ANSWER && liesBeyond(question, engine, bounds.walkMs)) givenUp += 1;
    else differences.push({ question: question.text, engine: shown(engine), reference: shown(slow) });
  }
  for (const { op, question, answer, expected } of askInColumns(calendar, answered)) {
    if (Object.is(answer, expected)) agreedOn[op] += 1;
    else {
      const text = `${question.text}, in a column`;
      differences.push({ question: text, engine: shown(answer), reference: shown(expected) });
    }
  }
  return { agreed: answered.length, agreedOn, givenUp, differences };
}

export function noneOfEach(): Record<Operation, number> {
  return Object.fromEntries(OPERATIONS.map((op) => [op, 0])) as Record<Operation, number>;
}

const NO_ANSWER = Symbol('no answer');

function answerOf(ask: () => unknown, none: new (...args: never[]) => Error): unknown {
  try {
    return ask();
  } catch (error) {
    if (error instanceof none) return NO_ANSWER;
    throw error;
  }
}

/** A walk looks at whole minutes, and steps whole dates where it counts them. */
function liesBeyond({ t, endOf }: Question, engine: unknown, walkMs: number): boolean {
  return engine === NO_ANSWER || engine === null || Math.abs(endOf(engine) - t) > walkMs - 2 * DAY_MS;
}

/** Draws an instant: by chance, at a minute, or at an edge of open time and beside it. */
function spotsOf(calendar: Calendar, focus: number, random: Random): () => number {
  const edges = calendar.edgesBetween(focus - REACH_MS, focus + REACH_MS);
  const within = (ms: number): number => focus - ms + random.below(2 * ms);
  return () => {
    switch (random.below(edges.length === 0 ? 4 : 6)) {
      case 0:
        return focus + random.below(3) - 1;
      case 1:
        return within(DAY_MS);
      case 2:
        return Math.floor(within(DAY_MS) / MINUTE_MS) * MINUTE_MS;
      case 3:
        return within(REACH_MS);
      default:
        return (edges[random.below(edges.length)] as number) + random.below(3) - 1;
    }
  };
}

/** Durations in ms: hours as contracts have them, parts of a second, and nothing. */
function budgetOf(random: Random): number {
  switch (random.below(5)) {
    case 0:
      return random.below(3);
    case 1:
    case 2:
      return random.below(8 * 4 + 1) * 15 * MINUTE_MS;
    default:
      return random.below(12 * HOUR_MS);
  }
}

/** Dates are slow to count for the reference, so they are asked for less often. */
const TURNS = [
  'add',
  'subtract',
  'between',
  'isOpen',
  'nextOpen',
  'prevOpen',
  'nextClose',
  'add',
  'subtract',
  'between',
] as const;

/** One half of the budgets are the `usual` one, so that columns of one budget are long. */
function questionOf(turn: number, spot: () => number, usual: number, random: Random): Question {
  const t = spot();
  const at = new Date(t).toISOString();
  if (turn % 40 === 39) {
    const days = random.below(9) - 4;
    const text = `add ${days} days at ${at}`;
    return { op: 'addDays', text, t, by: days, ask: (of) => of.addDays(t, days), endOf: itself };
  }
  if (turn % 40 === 19) {
    const count = 1 + random.below(4);
    const ask: Question['ask'] = (of) => of.periods(t, count).map(({ from, to }) => [from, to]);
    const endOf: Question['endOf'] = (answer) =>
      (answer as readonly (readonly [number, number])[]).at(-1)?.[1] ?? NaN;
    return { op: 'periods', text: `${count} periods from ${at}`, t, by: count, ask, endOf };
  }
  const op = TURNS[turn % TURNS.length]!;
  switch (op) {
    case 'add':
    case 'subtract': {
      const ms = random.below(2) === 0 ? usual : budgetOf(random);
      return { op, text: `${op} ${ms} ms at ${at}`, t, by: ms, ask: (of) => of[op](t, ms), endOf: itself };
    }
    case 'between': {
      const to = spot();
      const text = `between ${at} and ${new Date(to).toISOString()}`;
      return { op, text, t, by: to, ask: (of) => of.between(t, to), endOf: nowhere };
    }
    case 'isOpen':
      return { op, text: `isOpen at ${at}`, t, by: 0, ask: (of) => of.isOpen(t), endOf: nowhere };
    default:
      return { op, text: `${op} at ${at}`, t, by: 0, ask: (of) => of[op](t), endOf: itself };
  }
}

const itself: Question['endOf'] = (answer) => answer as number;
/** All of the question lies within reach. */
const nowhere: Question['endOf'] = () => NaN;

function shown(answer: unknown): string {
  if (answer === NO_ANSWER) return 'nothing within reach';
  const plain = JSON.stringify(answer);
  return typeof answer === 'number' && Math.abs(answer) > 365 * DAY_MS
    ? `${plain} (${new Date(answer).toISOString()})`
    : plain;
}
