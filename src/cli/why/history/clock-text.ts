import { amountWords } from '../../../explain/amount-words.ts';
import { changeWords, effectWords } from '../../../explain/history/basis-words.ts';
import type { HistoryAccount } from '../../../explain/history/history-account.ts';
import type { ClockVerdict } from '../../../engine/ticket/index.ts';
import type { InstantMs, ZoneTable } from '../../../time/types.ts';
import { offsetAt } from '../../../time/zone-arithmetic.ts';
import { formatForPeople, formatLocalTime } from '../../local-time.ts';
import { besideClause, ledgerLines, type LedgerRow, type Page } from './ledger-lines.ts';

/**
 * The account of one clock: its promise, each stretch from when it begins with what it counts and the sum so far, and
 * between them what changed, when it stopped and when it was due.
 */
export function renderClock(account: HistoryAccount, zone: ZoneTable, page: Page): readonly string[] {
  const { verdict } = account.story;
  const { target, occurrence } = verdict;
  const nth = occurrence === 1 ? '' : `, number ${String(occurrence)}`;
  const words = `${target.metric}${nth}: ${target.words.replace(/\s+/g, ' ')}`;
  const [first = '', ...rest] = besideClause(words, target.origin, 4, page);
  const head = [page.palette.strong(first), ...rest.map((line) => `    ${line}`)];
  const clock = clockFor(account, zone);
  if (account.kind === 'uncounted') {
    const standing = verdict.status === 'word' ? '' : `${verdict.status}: `;
    const rows = [...marksOf(account, clock), row(`${standing}${account.reason}`)];
    return [...head, ...ledgerLines(rows, 2, page)];
  }
  const { unit, stretches, decides } = account;
  const marks = marksOf(account, clock);
  const rows: LedgerRow[] = decides === null ? [] : [row(decides)];
  let next = 0;
  for (const stretch of stretches) {
    for (; next < marks.length && (marks[next] as Mark).at <= stretch.from; next += 1)
      rows.push(marks[next] as Mark);
    rows.push({
      figures: [
        clock(stretch.from),
        stretch.counted ? `+ ${amountWords(stretch.amount, unit)}` : '-',
        `= ${amountWords(stretch.sum, unit)}`,
      ],
      words: stretch.reason,
      origin: stretch.origin,
      tone: stretch.counted ? 'counted' : 'not counted',
    });
  }
  rows.push(...marks.slice(next));
  return [...head, ...ledgerLines(rows, 2, page)];
}

type Mark = LedgerRow & { readonly at: InstantMs };

function row(words: string): LedgerRow {
  return { figures: [], words, origin: null, tone: 'mark' };
}

/** Where the clocks do not change on the way, the offset of the heading says it for every line. */
function clockFor(account: HistoryAccount, zone: ZoneTable): (at: InstantMs) => string {
  const { started, end, verdict } = account.story;
  const { due } = verdict;
  const instants = [started, end, due].filter((at) => at !== null);
  const offsets = new Set(instants.map((at) => offsetAt(zone, at)));
  return (at) => (offsets.size > 1 ? formatForPeople(zone, at) : formatLocalTime(zone, at));
}

/** What happened to the clock, in the order of time: changes of its promise, its deadline, its end. */
function marksOf(account: HistoryAccount, clock: (at: InstantMs) => string): readonly Mark[] {
  const { verdict, changes, end } = account.story;
  const { due, breached } = verdict;
  const mark = (at: InstantMs, words: string, origin: Mark['origin'] = null): Mark => ({
    at,
    figures: [clock(at)],
    words,
    origin,
    tone: 'mark',
  });
  const changed = changes.map((change) =>
    mark(change.at, `${changeWords(change)}: ${effectWords(change)}`, change.line.origin),
  );
  const dueMark =
    due === null
      ? []
      : [
          mark(
            due,
            account.kind === 'counted' ? `due: ${amountWords(account.promised, account.unit)}` : 'due',
          ),
        ];
  // A breach of before stays, though the deadline that holds now is another.
  const broken = breached !== null && breached !== due ? [mark(breached, 'late from here on')] : [];
  const over = verdict.started === null ? [] : [mark(end, endWords(verdict, account, end))];
  return [...changed, ...broken, ...dueMark, ...over].sort((a, b) => a.at - b.at);
}

function endWords(verdict: ClockVerdict, account: HistoryAccount, end: InstantMs): string {
  const { status, used, remaining, breached } = verdict;
  const ms = (amount: number | null): string => (amount === null ? '' : amountWords(amount, 'ms'));
  const isInHours = account.kind === 'counted' && account.unit === 'ms';
  const left = isInHours && remaining !== null && remaining > 0 ? `, ${ms(remaining)} left` : '';
  const counted = isInHours && used !== null ? `, ${ms(used)} counted` : '';
  switch (status) {
    case 'met':
      return `stopped: met${counted}${left}`;
    case 'missed': {
      const late = breached === null || breached >= end ? '' : `, ${ms(end - breached)} after it was broken`;
      return `${verdict.stopped === null ? 'still open' : 'stopped'}: missed${late}${counted}`;
    }
    case 'running':
      return `it runs${counted}${left}`;
    case 'paused':
      return `it is paused${counted}${left}, and has no deadline until it goes on`;
    case 'cancelled':
      return `the ticket is over, and the clock with it${counted}`;
    case 'not started':
      return 'it has no deadline yet';
    case 'best effort':
    case 'no promise':
      return `beyond a quota: ${status}${counted}`;
    case 'word':
      return verdict.stopped === null ? 'nothing is due' : 'stopped';
  }
}
