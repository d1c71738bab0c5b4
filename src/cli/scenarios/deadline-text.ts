import { amountWords } from '../../explain/amount-words.ts';
import type { Account } from '../../explain/account.ts';
import type { ZoneTable } from '../../time/types.ts';
import { formatForPeople, formatLocalTime } from '../local-time.ts';
import { besideClause, ledgerLines, type LedgerRow, type Page } from '../why/history/ledger-lines.ts';

/** The accounting of a deadline that nothing but time moves, as lines of the page. */
export function renderDeadline(account: Account, zone: ZoneTable, page: Page): readonly string[] {
  const { target } = account;
  const [first = '', ...rest] = besideClause(
    `${target.metric}: ${target.words.replace(/\s+/g, ' ')}`,
    target.origin,
    4,
    page,
  );
  const head = [page.palette.strong(first), ...rest.map((line) => `    ${line}`)];
  const mark = (words: string): LedgerRow => ({ figures: [], words, origin: null, tone: 'mark' });
  if (account.kind === 'word') {
    return [
      ...head,
      ...ledgerLines([mark(`no deadline to account for: the cell says ${account.word}`)], 2, page),
    ];
  }
  if (account.kind === 'unaccounted') {
    return [...head, ...ledgerLines([mark(`not accounted for: ${account.reason}`)], 2, page)];
  }
  const { unit, stretches, promised, due } = account;
  const rows = stretches.map((stretch): LedgerRow => ({
    figures: [
      formatLocalTime(zone, stretch.from),
      stretch.counted ? `+ ${amountWords(stretch.amount, unit)}` : '-',
      `= ${amountWords(stretch.sum, unit)}`,
    ],
    words: stretch.reason,
    origin: stretch.origin,
    tone: stretch.counted ? 'counted' : 'not counted',
  }));
  const end = mark(`due ${formatForPeople(zone, due)}, ${amountWords(promised, unit)} counted`);
  return [...head, ...ledgerLines([...rows, end], 2, page)];
}
