import { digitsOf, type Credit, type StatementLine } from '../../../engine/money/index.ts';
import type { ClockVerdict } from '../../../engine/ticket/index.ts';
import { amountWords } from '../../../explain/amount-words.ts';
import type { ChargeAccount } from '../../../explain/history/charge-account.ts';
import type { HistoryAccount } from '../../../explain/history/history-account.ts';
import { exactDigits } from '../../../report/exact-digits.ts';
import type { ZoneTable } from '../../../time/types.ts';
import { MS_PER_SECOND } from '../../../time/units.ts';
import { formatForPeople, formatLocalTime } from '../../local-time.ts';
import { renderClock } from './clock-text.ts';
import type { HistoryAnswer, OtherPlan, TicketMoney } from './history-answer.ts';
import { besideClause, ledgerLines, type LedgerRow, type Page } from './ledger-lines.ts';

/** Everything that can be said of a ticket, for people: its clocks, severities, rules, charges and the other plans. */
export function renderHistory(
  answer: HistoryAnswer,
  zoneOf: (account: HistoryAccount) => ZoneTable,
  zone: ZoneTable,
  metric: string | null,
  page: Page,
): string {
  const { width, palette } = page;
  const { ticket, compiled, plan, verdict, clocks, others } = answer;
  const severity = compiled.severities[verdict.severity]?.name;
  const names = [ticket, plan?.name, severity].filter((part) => part !== undefined).join(', ');
  const opened = `opened ${formatForPeople(zone, verdict.opened)} (${zone.zone})`;
  const gap = names.length + 2 + opened.length <= width ? ' ' : '\n  ';
  const own = clocks.filter(({ story }) => metric === null || story.metric === metric);
  const sections = [
    [`${palette.strong(names)},${gap}${opened}`],
    ...(verdict.refused === null ? [] : [[palette.strong(`refused: ${verdict.refused}`)]]),
    ...own.map((account) => renderClock(account, zoneOf(account), page)),
    ...(metric === null
      ? [
          severityLines(answer, zone, page),
          ruleLines(answer, zone, page),
          moneyLines(answer.money, zone, page),
        ]
      : []),
    others.flatMap((other) => otherLines(other, answer, metric, zone, page)),
    [palette.faint(`lines are those of ${page.file}; time-zone data ${compiled.tzdata}`)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function severityLines(
  { severity, compiled }: HistoryAnswer,
  zone: ZoneTable,
  page: Page,
): readonly string[] {
  if (compiled.severities.length === 0 || severity.steps.length === 0) return [];
  const rows = severity.steps.map(({ at, severity: name, why, origin }): LedgerRow => ({
    figures: [formatLocalTime(zone, at)],
    words: `${name}: ${why}`,
    origin,
    tone: 'mark',
  }));
  const others = severity.others.map(({ name, why, origin }): LedgerRow => ({
    figures: [],
    words: `not ${name}: ${why}`,
    origin,
    tone: 'not counted',
  }));
  return [page.palette.strong('severity'), ...ledgerLines(rows, 2, page), ...ledgerLines(others, 4, page)];
}

function ruleLines({ rules }: HistoryAnswer, zone: ZoneTable, page: Page): readonly string[] {
  if (rules.length === 0) return [];
  return [
    page.palette.strong('rules'),
    ...rules.flatMap(({ rule, origin, looks, never, fired }) => [
      ...besideClause(`"${rule}" ${fired ? 'fired' : 'did not fire'}`, origin, 4, page).map(
        (line) => `  ${line}`,
      ),
      ...ledgerLines(
        looks.map((look) => ({
          figures: [formatLocalTime(zone, look.at)],
          words: look.what,
          origin: null,
          tone: look.fired ? ('counted' as const) : ('not counted' as const),
        })),
        4,
        page,
      ),
      ...(never === null
        ? []
        : ledgerLines([{ figures: [], words: never, origin: null, tone: 'not counted' }], 4, page)),
    ]),
  ];
}

function moneyLines(
  { charges, lines, credits }: TicketMoney,
  zone: ZoneTable,
  page: Page,
): readonly string[] {
  const all = [
    ...charges.flatMap((charge) => chargeLines(charge, zone, page)),
    ...ledgerLines(
      lines.map((line) => ({
        figures: [formatLocalTime(zone, line.at)],
        words: invoiceWords(line),
        origin: line.origin,
        tone: 'mark' as const,
      })),
      2,
      page,
    ),
  ];
  const given = credits.map((credit): LedgerRow => ({
    figures: [formatLocalTime(zone, credit.at)],
    words: creditWords(credit, zone),
    origin: credit.by.origin,
    tone: 'mark',
  }));
  return [
    ...(all.length === 0 ? [] : [page.palette.strong('charges'), ...all]),
    ...(given.length === 0 ? [] : [page.palette.strong('credits'), ...ledgerLines(given, 2, page)]),
  ];
}

function chargeLines({ entry, steps }: ChargeAccount, zone: ZoneTable, page: Page): readonly string[] {
  const head: LedgerRow = {
    figures: [formatLocalTime(zone, entry.at)],
    words: entryWords(entry),
    origin: entry.origin,
    tone: 'mark',
  };
  const rows = steps.map((words): LedgerRow => ({
    figures: [],
    words: words.map((part) => (typeof part === 'string' ? part : formatLocalTime(zone, part))).join(''),
    origin: null,
    tone: 'not counted',
  }));
  return [...ledgerLines([head], 2, page), ...ledgerLines(rows, 6, page)];
}

/** `used 2 hours of work, 8 left`. */
function entryWords({
  kind,
  amount,
  thing,
  name,
  account,
  balance,
  effect,
  why,
}: ChargeAccount['entry']): string {
  const of = name === null || name === thing ? '' : ` for "${name}"`;
  const left = account === null ? '' : `, ${exactDigits(balance)} left`;
  const over = effect === null ? '' : `, beyond the quota: ${OVER[effect]}`;
  const reason = why === '' ? '' : ` (${why})`;
  if (kind === 'free') return `nothing is used of ${thing}${of}${reason}`;
  return `${kind} ${exactDigits(amount)} ${thing}${of}${left}${over}${reason}`;
}

const OVER = {
  refuse: 'refused',
  bill: 'billed',
  'best effort': 'best effort',
  'no promise': 'nothing is promised',
  hold: 'held back',
  close: 'closed',
} as const;

function invoiceWords({ kind, count, amount, currency, words, clause }: StatementLine): string {
  const counted = count === null ? '' : `${exactDigits(count.amount)} ${count.of}: `;
  const sum = amount === null ? words : `${currency} ${digitsOf(amount, currency)}`;
  return `${kind}: ${counted}${sum}${clause === '' ? '' : `, by \`${clause}\``}`;
}

function creditWords(
  { for: ground, gives, due, cappedBy, status, claimBefore }: Credit,
  zone: ZoneTable,
): string {
  const of =
    ground.kind === 'miss'
      ? `${ground.metric} missed: `
      : ground.kind === 'delay'
        ? `${ground.metric} late, ${ground.times} times: `
        : '';
  const whose = cappedBy !== null && 'most' in cappedBy ? 'the cap of all credits' : 'its cap';
  const cap = cappedBy === null ? '' : `, cut by ${whose} from ${giftWords(due)}`;
  const claim =
    claimBefore === null || status === 'given' ? '' : ` before ${formatLocalTime(zone, claimBefore)}`;
  return `${of}${giftWords(gives)}${cap}, ${status}${claim}`;
}

function giftWords(gift: Credit['gives']): string {
  switch (gift.kind) {
    case 'money':
      return `${gift.currency} ${digitsOf(gift.amount, gift.currency)}`;
    case 'share':
      return `${exactDigits(gift.percent)}% of ${gift.of}`;
    case 'service':
      return `${exactDigits(gift.times)} times ${lengthWords(gift.length)} of ${gift.of}`;
    case 'remedy':
      return gift.text;
  }
}

function lengthWords(length: Extract<Credit['gives'], { kind: 'service' }>['length']): string {
  if (length.kind === 'time') return amountWords(length.seconds * MS_PER_SECOND, 'ms');
  return `${String(length.count)} ${length.unit}${length.count === 1 ? '' : 's'}`;
}

/** What another plan would have made of the ticket: a line a clock, and what it would have been charged. */
function otherLines(
  other: OtherPlan,
  { compiled }: HistoryAnswer,
  metric: string | null,
  zone: ZoneTable,
  page: Page,
): readonly string[] {
  const head = page.palette.strong(`under ${other.plan.name}`);
  if (other.kind === 'unknown') return [head, ...ledgerLines([mark(`not known: ${other.reason}`)], 2, page)];
  const { verdict, money } = other;
  const severity = compiled.severities[verdict.severity]?.name;
  const rows = verdict.clocks
    .filter(({ target }) => metric === null || target.metric === metric)
    .map((clock): LedgerRow => ({
      figures: [clock.target.metric],
      words: standingWords(clock, zone),
      origin: clock.target.origin,
      tone: 'mark',
    }));
  const sums = metric === null ? chargedWords(money) : [];
  return [
    head,
    ...(verdict.refused === null ? [] : ledgerLines([mark(`refused: ${verdict.refused}`)], 2, page)),
    ...(rows.length === 0 && verdict.refused === null
      ? ledgerLines([mark(`nothing is promised${severity === undefined ? '' : ` to ${severity}`}`)], 2, page)
      : ledgerLines(rows, 2, page)),
    ...ledgerLines(
      sums.map((words) => ({ ...mark(words), figures: ['charges'] })),
      2,
      page,
    ),
  ];
}

function mark(words: string): LedgerRow {
  return { figures: [], words, origin: null, tone: 'mark' };
}

function standingWords({ target, due, status, stopped }: ClockVerdict, zone: ZoneTable): string {
  const words = target.words.replace(/\s+/g, ' ');
  if (status === 'word') return words;
  const ends = due === null ? '' : `, due ${formatLocalTime(zone, due)}`;
  const is = status === 'missed' && stopped === null ? 'missed, still open' : status;
  return `${words}${ends}: ${is}`;
}

/** What is used and billed in all, by what it is counted in. */
function chargedWords({ charges, lines, credits }: TicketMoney): readonly string[] {
  return [
    ...charges.flatMap(({ entry }) =>
      entry.kind === 'free' || entry.kind === 'billed' ? [] : [entryWords(entry)],
    ),
    ...lines.map(invoiceWords),
    ...credits.map((credit) => `credit ${giftWords(credit.gives)}, ${credit.status}`),
  ];
}
