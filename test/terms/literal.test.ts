/** Terms that their pages leave open or contradict: what `check` says when a contract takes them as they stand. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checked } from './compiled.ts';
import { PAGES } from './pages.ts';

/** One term, what settles it in the contract, what the page has instead, and what is found then. */
interface Case {
  readonly term: string;
  readonly settled: string;
  readonly literal: string;
  readonly code: string;
  /** Part of the message or of the help. */
  readonly says: string;
}

/** What is found in the contract once the words that settle the term are replaced, and was not found before. */
async function findings({ term, settled, literal }: Case): Promise<readonly Diagnostic[]> {
  const contract = PAGES.find(({ id }) => term.startsWith(id))?.contract ?? '';
  const text = readFileSync(contract, 'utf8');
  if (text.split(settled).length !== 2) throw new Error(`${contract} does not say once: ${settled}`);
  const before = await checked(contract, text);
  const known = new Set(before.diagnostics.map(({ code, message }) => `${code}: ${message}`));
  const { diagnostics } = await checked(contract, text.replace(settled, literal));
  return diagnostics.filter(({ code, message }) => !known.has(`${code}: ${message}`));
}

function zone(term: string, settled: string, abbreviation: string, says: string): Case {
  const literal = settled.replace(/[A-Z]\w+\/\w+/, abbreviation);
  return { term, settled, literal, code: 'time/zone-abbreviation', says };
}

const QUOTA = 'incidents  1 per month, over best effort, used when opened, one incident per ticket';
const DOWN = 'best effort | 1 to 2 business hours | 1 to 2 business days  # §11';

const cases: readonly Case[] = [
  zone('000.5', 'zone America/New_York', 'EST', '`America/New_York` or `fixed -05:00`'),
  zone('000.6', 'zone Europe/London', 'GMT', '`Europe/London` or `UTC`'),
  zone('000.7', 'zone Asia/Kolkata', 'IST', '`Asia/Kolkata` or `Europe/Dublin` or `Asia/Jerusalem`'),
  zone('000.8', 'zone Australia/Sydney', 'AET', '`Australia/Sydney` or `Australia/Brisbane`'),
  {
    term: '000.10',
    settled: 'regions by site {',
    literal: 'regions {',
    code: 'syntax/unexpected',
    says: 'expected `by`',
  },
  {
    term: '000.13',
    settled: 'holidays  none                          # §13. Reading',
    literal: '# Reading',
    code: 'calendar/no-holidays',
    says: 'does not say which holidays close it',
  },
  {
    term: '000.15',
    settled: '| 2 h   # §15',
    literal: '| 2 business hours   # §15',
    code: 'lint/hours-under-24x7',
    says: '`2 business hours` stands still while `EnhancedHours` is shut',
  },
  {
    term: '000.15',
    settled: 'coverage receive, resolve in 24x7',
    literal: 'business hours in 24x7\n  coverage receive, resolve in 24x7',
    code: 'lint/business-hours-24x7',
    says: '24x7',
  },
  {
    term: '000.25',
    settled: 'when effect = important and not alternative',
    literal: 'when effect = important',
    code: 'lint/severity-overlap',
    says: 'both take the case `effect = important and alternative`',
  },
  {
    term: '001.6',
    settled: DOWN,
    literal: DOWN.replace('business days', 'days'),
    code: 'time/bare-days',
    says: 'may be business days or calendar days',
  },
  {
    term: '001.7',
    settled: 'business   hours in BusinessHours\n',
    literal: '\n',
    code: 'plan/business-hours-undefined',
    says: 'nothing says which calendar',
  },
  {
    term: '001.20',
    settled: ', on conclusion',
    literal: '',
    code: 'assume/charged-on',
    says: 'when the ticket closes',
  },
  {
    term: '001.25',
    settled: ', oldest first, carried once',
    literal: '',
    code: 'entitlement/rollover-order',
    says: 'which `incidents` are used first',
  },
  {
    term: '002.9',
    settled: QUOTA,
    literal: 'incidents  1 per month',
    code: 'plan/quota-without-over',
    says: 'what happens when the `incidents` are used up',
  },
  {
    term: '002.9',
    settled: QUOTA,
    literal: QUOTA.replace(' per month', ''),
    code: 'plan/quota-without-period',
    says: 'has no period',
  },
  zone('002.22', 'zone      Europe/Berlin\n  open', 'CET', '`Europe/Berlin`'),
  {
    term: '002.32',
    settled: '  otherwise\n',
    literal: '  when affected != majority and not business\n',
    code: 'lint/severity-gap',
    says: '`affected = majority and not workaround and not business`',
  },
  {
    term: '003.31',
    settled: 'open      24x5 Mon 00:00 .. Fri 24:00',
    literal: 'open      24x5',
    code: 'syntax/unexpected',
    says: 'expected a weekday',
  },
  {
    term: '003.46',
    settled: 'next business day in BusinessDay at close, received outside hours as received',
    literal: 'next business day',
    code: 'plan/business-hours-undefined',
    says: 'business days',
  },
  {
    term: '003.46',
    settled: 'at close, received outside hours as received',
    literal: 'at close',
    code: 'assume/received-outside-hours',
    says: 'taken as received at the next opening',
  },
  {
    term: '004.6',
    settled: '90% of resolve per month of tickets closed',
    literal: '90% of resolve',
    code: 'plan/attain-without-period',
    says: 'has no period',
  },
  {
    term: '004.20',
    settled: ' split at edge',
    literal: '',
    code: 'assume/off-hours-parts',
    says: 'split there',
  },
  {
    term: '004.49',
    settled: 'on lower       keep elapsed, a breach stays a breach',
    literal: '',
    code: 'assume/on-lower',
    says: 'promised from its opening',
  },
  zone('004.52', 'zone      Europe/Moscow\n  open', 'MSK', '`Europe/Moscow`'),
];

describe('a page taken at its word', () => {
  test.each(cases)('$term: $code', async (one) => {
    const found = await findings(one);
    expect(found.map(({ code }) => code)).toEqual([one.code]);
    expect(`${found[0]?.message ?? ''}; ${found[0]?.help ?? ''}`).toContain(one.says);
  });
});
