import type { Row } from '../engine/ticket/story.ts';
import type { CompiledPlan } from '../../src/plan/model.ts';

/** A question that support contracts leave open, how `check` asks it, and how a contract answers it. */
export interface Trap {
  readonly number: number;
  readonly title: string;
  readonly question: string;
  /** Contracts that leave it open, and what `check` finds: `code @ the text underlined`. Empty where the language settles it. */
  readonly open: readonly { readonly contract: string; readonly asks: readonly string[] }[];
  /** Where the language answers for every contract: how. */
  readonly settled: string | null;
  readonly forms: readonly Form[];
  /**
   * Where the answers differ in the compiled plan, as paths such as `conduct/changes`: they differ nowhere else, so that
   * whoever reads the plan finds each answer in its place.
   */
  readonly differIn: readonly string[];
  /** What other systems do and no contract can ask for: whole contracts that are rejected, with the code. */
  readonly rejected: readonly {
    readonly reading: string;
    readonly contract: string;
    readonly code: string;
  }[];
}

/** A way of stating an answer. */
export interface Form {
  /** The words that state it. */
  readonly says: string;
  readonly contract: string;
  readonly dates: readonly Due[];
  readonly counts: readonly Count[];
  readonly histories: readonly History[];
}

/** What happens to a ticket, and what becomes of its clock by the machine and by the reference. */
export interface History {
  readonly rows: readonly Row[];
  /** The version of the contract before. */
  readonly before: string | null;
  /** Up to when time passes; null for the last row. */
  readonly until: string | null;
  /** One a run of the clock: `met by 2026-06-02T12:00:00Z`. */
  readonly becomes: readonly string[];
  /** What other systems answer, and no form of the trap does. */
  readonly never: readonly string[];
}

/** A story of use, work or tickets, and what it comes to. */
export interface Count {
  readonly story: string;
  readonly comes: string;
  readonly run: (plan: CompiledPlan) => string;
}

/** A ticket and when the engine and the reference say that its promise falls due. */
export interface Due {
  readonly severity: string;
  readonly region: string | null;
  readonly opened: string;
  readonly by: string;
  /** What other systems answer, and no form of the trap does. */
  readonly never: readonly string[];
}

export function due(
  opened: string,
  by: string,
  more: { readonly severity?: string; readonly region?: string; readonly never?: readonly string[] } = {},
): Due {
  return {
    opened,
    by,
    severity: more.severity ?? 'P3',
    region: more.region ?? null,
    never: more.never ?? [],
  };
}

export function history(
  rows: readonly Row[],
  becomes: readonly string[],
  more: Partial<Pick<History, 'before' | 'until' | 'never'>> = {},
): History {
  return { rows, becomes, before: more.before ?? null, until: more.until ?? null, never: more.never ?? [] };
}

export function form(says: string, contract: string, ...answers: readonly (Due | Count | History)[]): Form {
  return {
    says,
    contract,
    dates: answers.filter((answer) => 'by' in answer),
    counts: answers.filter((answer) => 'story' in answer),
    histories: answers.filter((answer) => 'rows' in answer),
  };
}

export function trap(
  number: number,
  title: string,
  question: string,
  rest: Partial<Omit<Trap, 'number' | 'title' | 'question'>>,
): Trap {
  return {
    number,
    title,
    question,
    open: rest.open ?? [],
    settled: rest.settled ?? null,
    forms: rest.forms ?? [],
    differIn: rest.differIn ?? [],
    rejected: rest.rejected ?? [],
  };
}
