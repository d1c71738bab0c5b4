import type { Palette } from '../../diagnostics/palette.ts';
import type { Account } from '../../explain/account.ts';
import type { AccountStretch } from '../../explain/stretch.ts';
import { amountWords } from '../../explain/amount-words.ts';
import type { PlanOrigin } from '../../plan/model.ts';
import type { InstantMs, ZoneTable } from '../../time/types.ts';
import { offsetAt } from '../../time/zone-arithmetic.ts';
import { formatForPeople, formatLocalTime } from '../local-time.ts';
import { ledgerLines, type LedgerRow } from './history/ledger-lines.ts';

/**
 * The accounting of one deadline for people, each line indented by `indent`: the promise, a line a stretch with what
 * it counts, the running sum and the clause that says so, and the instant at which the sum is full.
 */
export function renderAccount(
  account: Account,
  zone: ZoneTable,
  palette: Palette,
  indent = '',
  width = Number.POSITIVE_INFINITY,
): string {
  const { target } = account;
  const head = `${indent}${palette.strong(`${target.metric}: ${target.words}`)}  ${palette.faint(placeOf(target.origin))}\n`;
  if (account.kind === 'word')
    return `${head}${indent}  no deadline to account for: the cell says ${account.word}\n`;
  if (account.kind === 'unaccounted') return `${head}${indent}  not accounted for: ${account.reason}\n`;

  // Where the clocks do not change on the way, the offset at the end says it for every line.
  const offsets = new Set(
    account.stretches.flatMap(({ from, to }) => [offsetAt(zone, from), offsetAt(zone, to)]),
  );
  const clock = (instant: InstantMs) =>
    offsets.size > 1 ? formatForPeople(zone, instant) : formatLocalTime(zone, instant);
  const rows = account.stretches.map((stretch) => rowOf(stretch, account.unit, clock));
  const widest = (column: 'from' | 'to' | 'amount' | 'sum') =>
    Math.max(...rows.map((row) => row[column].length));
  const [from, to, amount, sum] = [widest('from'), widest('to'), widest('amount'), widest('sum')];
  const lines = rows.map((row) => {
    const figures = `${row.from.padEnd(from)} .. ${row.to.padEnd(to)}  ${row.amount.padStart(amount)}  ${row.sum.padStart(sum)}`;
    const shade = row.counted ? palette.good : palette.faint;
    return `${indent}  ${shade(figures)}  ${row.reason}  ${palette.faint(row.place)}`.trimEnd() + '\n';
  });
  const promised = amountWords(account.promised, account.unit);
  const figures = indent.length + 2 + from + 4 + to + 2 + amount + 2 + sum;
  if (rows.some(({ reason, place }) => figures + 2 + reason.length + 2 + place.length > width)) {
    const due = {
      figures: [clock(account.due)],
      words: `due: ${promised}`,
      origin: null,
      tone: 'mark' as const,
    };
    const narrow = [...account.stretches.map((stretch, i) => narrowRow(stretch, rows[i] as Row)), due];
    const page = { width, palette, file: '' };
    return `${head}${ledgerLines(narrow, indent.length + 2, page).join('\n')}\n`;
  }
  return `${head}${lines.join('')}${indent}  ${palette.strong(`due ${formatForPeople(zone, account.due)}`)}, ${promised} counted\n`;
}

/** Where a line is too short for both ends of a stretch, it is told by its beginning: it ends where the next one begins. */
function narrowRow({ reason, origin, counted }: AccountStretch, { from, amount, sum }: Row): LedgerRow {
  return { figures: [from, amount, sum], words: reason, origin, tone: counted ? 'counted' : 'not counted' };
}

interface Row {
  readonly counted: boolean;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly sum: string;
  readonly reason: string;
  readonly place: string;
}

function rowOf(stretch: AccountStretch, unit: 'ms' | 'dates', clock: (instant: InstantMs) => string): Row {
  return {
    counted: stretch.counted,
    from: clock(stretch.from),
    to: clock(stretch.to),
    amount: stretch.counted ? `+ ${amountWords(stretch.amount, unit)}` : '-',
    sum: `= ${amountWords(stretch.sum, unit)}`,
    reason: stretch.reason,
    place: stretch.origin === null ? '' : placeOf(stretch.origin),
  };
}

export function placeOf({ file, line }: PlanOrigin): string {
  return `${file}:${line}`;
}
