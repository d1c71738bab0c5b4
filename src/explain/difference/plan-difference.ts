import type { InstantMs } from '../../time/types.ts';
import { amountWords } from '../amount-words.ts';
import type { AccountStretch } from '../stretch.ts';
import type { CountedTime, PromiseAccount, Sentence } from './promise-account.ts';

/**
 * Why two plans differ on one promise of one ticket, from the accounts of both: their cells, what moved the promise
 * under one of them, where their counting parts and what that comes to, and how the end of the clock stands to each
 * deadline. Nothing is guessed: where the accounts say nothing, no sentence does.
 */
export function planDifference(first: PromiseAccount, second: PromiseAccount): readonly Sentence[] {
  return [
    ...cellSentences(first, second),
    ...changeSentences(first),
    ...changeSentences(second),
    ...countingSentences(first, second),
    ...endSentences(first, second),
  ];
}

function cellSentences(first: PromiseAccount, second: PromiseAccount): readonly Sentence[] {
  const [a, b] = [first.target, second.target];
  if (a === null && b === null) return [said('neither plan says anything of it')];
  if (a === null || b === null) {
    const [silent, speaks] = a === null ? [first, second] : [second, first];
    return [promises(speaks), said(`${silent.plan.name} says nothing of it`)];
  }
  const isSameClause = a.origin.file === b.origin.file && a.origin.line === b.origin.line;
  if (a.words === b.words && isSameClause) {
    const taken = takenOver(first, second) ?? takenOver(second, first);
    return [
      {
        words: [`both have the same cell, \`${plain(a.words)}\`${taken === null ? '' : `: ${taken}`}`],
        origin: a.origin,
      },
    ];
  }
  if (a.words === b.words) {
    return [{ words: [`both promise \`${plain(a.words)}\`, each in a cell of its own`], origin: a.origin }];
  }
  return [promises(first, second), promises(second, first)];
}

function takenOver(own: PromiseAccount, other: PromiseAccount): string | null {
  return own.plan.extends === other.plan.name
    ? `${own.plan.name} takes it over, as it extends ${other.plan.name}`
    : null;
}

/** `Premium promises `15 min`, in place of the cell that it would take over from 24/7`. */
function promises({ plan, target, counted }: PromiseAccount, other?: PromiseAccount): Sentence {
  const instead =
    other !== undefined && plan.extends === other.plan.name
      ? `, in place of the cell that it would take over from ${other.plan.name}`
      : '';
  const words = plain(target?.words ?? '');
  const without =
    counted.kind === 'counted'
      ? ''
      : target?.promise.kind === 'word'
        ? ', which is no deadline'
        : `, which has no deadline here: ${counted.reason}`;
  return {
    words: [`${plan.name} promises \`${words}\`${instead}${without}`],
    origin: target?.origin ?? null,
  };
}

function changeSentences({ plan, counted }: PromiseAccount): readonly Sentence[] {
  if (counted.kind === 'not counted') return [];
  return counted.changes.map(({ at, words, origin }) => ({
    words: [`under ${plan.name}, at `, at, `: ${words}`],
    origin,
  }));
}

function countingSentences(first: PromiseAccount, second: PromiseAccount): readonly Sentence[] {
  const [a, b] = [first.counted, second.counted];
  if (a.kind === 'not counted' || b.kind === 'not counted') return [];
  return [
    ...(a.unit === b.unit
      ? []
      : [said(`${first.plan.name} counts ${unitWords(a)}, ${second.plan.name} ${unitWords(b)}`)]),
    ...partingSentences(first, a, second, b),
    ...dueSentences(first, second),
  ];
}

function unitWords({ unit }: CountedTime): string {
  return unit === 'dates' ? 'dates' : 'hours';
}

/** Where the counting of two accounts parts for the first time, and what the later deadline leaves uncounted most. */
function partingSentences(
  first: PromiseAccount,
  a: CountedTime,
  second: PromiseAccount,
  b: CountedTime,
): readonly Sentence[] {
  const parting = firstParting(a.stretches, b.stretches);
  if (parting === null) {
    return a.stretches.length === 0 || b.stretches.length === 0 || first.due === second.due
      ? []
      : [said('as far as the earlier deadline both count the same time; one promises more of it')];
  }
  const { at, own, other } = parting;
  const [counts, stands] = own.counted ? [first, second] : [second, first];
  const stretch = own.counted ? other : own;
  const sentences: Sentence[] = [
    {
      words: [
        `at `,
        at,
        ` they part: ${counts.plan.name} counts, ${stands.plan.name} does not: ${stretch.reason}`,
      ],
      origin: stretch.origin,
    },
  ];
  const later = (second.due ?? -Infinity) > (first.due ?? -Infinity) ? second : first;
  const most = later.counted.kind === 'counted' ? mostUncounted(later.counted.stretches) : null;
  // Where one stretch alone is left out, and that has been named, there is nothing to add.
  if (most !== null && most.whole > stretch.to - stretch.from) {
    sentences.push({
      words: [
        `up to its deadline ${later.plan.name} leaves out ${amountWords(most.whole, 'ms')}, most of it, ${amountWords(most.ms, 'ms')}, because ${most.stretch.reason}`,
      ],
      origin: most.stretch.origin,
    });
  }
  return sentences;
}

interface Parting {
  readonly at: InstantMs;
  readonly own: AccountStretch;
  readonly other: AccountStretch;
}

/** The first instant at which one of two accounts counts and the other does not. */
function firstParting(a: readonly AccountStretch[], b: readonly AccountStretch[]): Parting | null {
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const own = a[i] as AccountStretch;
    const other = b[j] as AccountStretch;
    const at = Math.max(own.from, other.from);
    const to = Math.min(own.to, other.to);
    if (at < to && own.counted !== other.counted) return { at, own, other };
    if (own.to <= other.to) i += 1;
    if (other.to <= own.to) j += 1;
  }
  return null;
}

/** The reason for which most of the time is not counted, with a stretch that has it, and all that is not counted. */
function mostUncounted(
  stretches: readonly AccountStretch[],
): { readonly whole: number; readonly ms: number; readonly stretch: AccountStretch } | null {
  const byReason = new Map<string, { ms: number; readonly stretch: AccountStretch }>();
  let whole = 0;
  for (const stretch of stretches) {
    if (stretch.counted) continue;
    const ms = stretch.to - stretch.from;
    whole += ms;
    const known = byReason.get(stretch.reason);
    if (known === undefined) byReason.set(stretch.reason, { ms, stretch });
    else known.ms += ms;
  }
  const [most] = [...byReason.values()].sort((x, y) => y.ms - x.ms || x.stretch.from - y.stretch.from);
  return most === undefined ? null : { whole, ...most };
}

function dueSentences(first: PromiseAccount, second: PromiseAccount): readonly Sentence[] {
  const [a, b] = [first.due, second.due];
  if (a === null || b === null) return [];
  if (a === b) return [{ words: ['both are due ', a], origin: null }];
  const by = amountWords(Math.abs(b - a), 'ms');
  const order = b > a ? 'later' : 'earlier';
  return [
    {
      words: [`${first.plan.name} is due `, a, `, ${second.plan.name} `, b, `, ${by} ${order}`],
      origin: null,
    },
  ];
}

function endSentences(first: PromiseAccount, second: PromiseAccount): readonly Sentence[] {
  const [a, b] = [first.stopped, second.stopped];
  if (a === null && b === null) return [];
  if (a !== null && a === b) {
    const [x, y] = [endWords(first), endWords(second)];
    if (x === null || y === null) return [];
    const both = x === y ? `${x} for both` : `${x} for ${first.plan.name}, ${y} for ${second.plan.name}`;
    return [{ words: ['its clock stopped at ', a, ` under both: ${both}`], origin: null }];
  }
  const under = ({ plan, stopped }: PromiseAccount): readonly (string | InstantMs)[] =>
    stopped === null ? [`not under ${plan.name}`] : ['at ', stopped, ` under ${plan.name}`];
  return [{ words: ['its clock stopped ', ...under(first), ', ', ...under(second)], origin: null }];
}

function endWords({ due, stopped }: PromiseAccount): string | null {
  if (due === null || stopped === null) return null;
  return stopped <= due ? 'in time' : 'too late';
}

function said(words: string): Sentence {
  return { words: [words], origin: null };
}

/** A cell may run over several lines of the contract. */
function plain(words: string): string {
  return words.replace(/\s+/g, ' ');
}
