/**
 * The mappings that are shipped, on exports as these help desks write them: each promise of each ticket, worked out by hand,
 * and what could not be used. The contract is exports/desk.plan, whose office is open in Berlin from 9 to 17.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../../src/engine/index.ts';
import { checkMapping, type StatedBeside } from '../../../src/simulate/history/check-mapping.ts';
import { readHistory } from '../../../src/simulate/history/read-history.ts';
import { replayHistory } from '../../../src/simulate/history/replay-history.ts';
import type { UnusableEntry } from '../../../src/simulate/history/unusable-report.ts';
import { STATUSES } from '../../../src/simulate/outcome.ts';
import { loadContract } from '../../../src/workspace/load.ts';

const inRepository = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const BERLIN: StatedBeside = { zone: 'Europe/Berlin' };

/** A line a promise: ticket, severity, metric, due, stopped, status; times on Berlin's clock. */
async function replayed(log: string, mapping: string, stated: StatedBeside = {}, piece = 1 << 20) {
  const { plan } = await loadContract(inRepository('test/simulate/history/exports/desk.plan'));
  const engine = loadPlan(plan());
  const map = inRepository(`simulations/mappings/${mapping}.map.json`);
  const checked = checkMapping(readFileSync(map, 'utf8'), map, stated);
  if (checked.kind === 'problems') throw new Error(JSON.stringify(checked.problems));
  const left: UnusableEntry[] = [];
  const report = (entry: UnusableEntry) => left.push(entry);
  const bytes = readFileSync(inRepository(`test/simulate/history/exports/${log}`));
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, i) =>
    bytes.subarray(i * piece, (i + 1) * piece),
  );
  const read = await readHistory(pieces, checked.mapping, report);
  if (read.kind === 'failure') throw new Error(`${read.failure.message}: ${read.failure.help ?? ''}`);
  const result = replayHistory({ history: read.history, engine, plans: [], log, report });
  if (result.kind === 'problems') throw new Error(JSON.stringify(result.problems));
  const { outcome } = result;
  const { tickets, plans, source } = outcome;
  if (source.kind !== 'replay') throw new Error('a log is replayed');
  // Nothing is dropped in silence: what is used and what is reported is all that was read.
  expect(source.used + left.filter(({ kind }) => kind === 'ticket').length).toBe(source.read);
  const promises = Array.from({ length: tickets.count }, (_, row) =>
    (plans[0]?.metrics ?? []).map(({ metric, due, stopped, status }) =>
      [
        tickets.id(row),
        outcome.plan.severities[tickets.severity[row] ?? -1]?.name,
        metric,
        onTheClock(due[row] ?? NaN),
        onTheClock(stopped[row] ?? NaN),
        STATUSES[status[row] ?? -1],
      ].join(' | '),
    ),
  ).flat();
  return { promises, left: left.map(words), outcome };
}

function onTheClock(instant: number): string {
  if (Number.isNaN(instant)) return '-';
  return new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).slice(5);
}

function words(entry: UnusableEntry): string {
  return entry.kind === 'row'
    ? `line ${String(entry.line)} ${entry.ticket ?? ''}: ${entry.reason}`
    : `${entry.ticket}: ${entry.reason}${entry.found === undefined ? '' : ` (${entry.found})`}`;
}

describe('a CSV export of Jira', () => {
  test('has times with names of months, several columns of comments, line breaks in texts', async () => {
    const { promises, left } = await replayed('jira.csv', 'jira-csv', BERLIN);
    expect(promises).toEqual([
      'HD-1 | S2 | respond | 06-15 09:30:00 | 06-12 16:10:00 | met',
      'HD-1 | S2 | resolve | 06-15 15:30:00 | 06-15 15:31:00 | missed',
      'HD-2 | S1 | respond | 06-15 00:58:00 | - | unmeasured',
      'HD-2 | S1 | resolve | 06-15 13:00:00 | - | missed',
      'HD-3 | S4 | respond | 06-16 12:00:00 | 06-15 12:30:00 | met',
      'HD-3 | S4 | resolve | 06-22 12:00:00 | 06-16 12:05:00 | met',
    ]);
    expect(left).toEqual([
      'line 12 HD-7: too few fields',
      'HD-4: no severity: `Priority` is missing',
      'HD-5: a value of `Priority` that the mapping does not know (P0)',
      'HD-6: a time in `Created` that cannot be read (2026-06-15 13:00)',
    ]);
  });

  test('may be divided by semicolons, on a clock of 24 hours, with a first response of its own', async () => {
    const { promises, left } = await replayed('jira-cloud.csv', 'jira-csv', BERLIN);
    expect(promises).toEqual([
      'ITS-29 | S3 | respond | 06-15 12:30:00 | - | unmeasured',
      'ITS-29 | S3 | resolve | 06-16 16:30:00 | - | running',
      'ITS-30 | S4 | respond | 06-15 17:00:00 | 06-15 09:05:00 | met',
      'ITS-30 | S4 | resolve | 06-19 17:00:00 | - | running',
      'ITS-31 | S1 | respond | 06-15 11:17:00 | 06-15 11:16:59 | met',
      'ITS-31 | S1 | resolve | 06-15 14:17:00 | 06-15 14:02:00 | met',
    ]);
    expect(left).toEqual([]);
  });

  test('is read as it is written where that is stated beside the mapping', async () => {
    const { promises } = await replayed('jira-american.csv', 'jira-csv', {
      ...BERLIN,
      timeFormat: 'm/d/yyyy H:MM',
    });
    expect(promises).toEqual([
      'ACME-1 | S2 | respond | 06-15 12:00:00 | - | unmeasured',
      'ACME-1 | S2 | resolve | 06-16 10:00:00 | 06-15 17:00:00 | met',
    ]);
  });
});

describe.each([
  ['jira.json', 'jira-json', 205],
  ['jira.jsonl', 'jira-json-lines', 4],
])('%s of the REST API of Jira', (log, mapping, line) => {
  test('is judged by its changes, newest first as they are, and by what the customer could see', async () => {
    const { promises, left } = await replayed(log, mapping);
    expect(promises).toEqual([
      'SD-1 | S2 | respond | 06-15 12:00:00 | 06-15 11:30:00 | met',
      'SD-1 | S2 | resolve | 06-17 14:00:00 | 06-17 11:00:00 | met',
      'SD-2 | S4 | respond | 06-15 11:00:00 | - | missed',
      'SD-2 | S4 | resolve | 06-15 14:00:00 | - | missed',
    ]);
    expect(left).toEqual([
      `line ${String(line)} SD-4: no list \`changelog.histories\``,
      'SD-3: no severity: `priority` is missing',
    ]);
  });

  test('is the same in whatever pieces it comes', async () => {
    const whole = await replayed(log, mapping);
    for (const piece of [1, 7, 64]) {
      const { promises, left } = await replayed(log, mapping, {}, piece);
      expect({ promises, left }).toEqual({ promises: whole.promises, left: whole.left });
    }
  });
});

describe('Zendesk', () => {
  test('exports tickets as JSON, with comments or without', async () => {
    const { promises, left } = await replayed('zendesk.jsonl', 'zendesk-json');
    expect(promises).toEqual([
      '101 | S1 | respond | 06-15 11:00:00 | 06-15 11:00:00 | met',
      '101 | S1 | resolve | 06-15 14:00:00 | 06-15 14:00:01 | missed',
      '102 | S4 | respond | 06-16 10:00:00 | 06-15 10:30:00 | met',
      '102 | S4 | resolve | 06-22 10:00:00 | - | running',
    ]);
    expect(left).toEqual(['line 4 : no JSON object', '103: no severity: `priority` is missing']);
  });

  test('has audits that tell when a ticket waited', async () => {
    const { promises, left } = await replayed('zendesk-audits.jsonl', 'zendesk-audits');
    expect(promises).toEqual([
      '201 | S3 | respond | 06-15 14:00:00 | 06-15 10:20:00 | met',
      '201 | S3 | resolve | 06-18 10:00:00 | 06-18 10:00:00 | met',
    ]);
    expect(left).toEqual(['line 2 202: no list `audits`']);
  });

  test('exports tickets as CSV, with the first reply as minutes from the opening', async () => {
    const { promises, left } = await replayed('zendesk.csv', 'zendesk-csv', BERLIN);
    expect(promises).toEqual([
      '301 | S2 | respond | 03-30 11:00:00 | 03-29 05:30:00 | met',
      '301 | S2 | resolve | 03-30 17:00:00 | 03-30 17:00:00 | met',
      '303 | S4 | respond | 06-15 17:00:00 | 06-15 17:01:00 | missed',
      '303 | S4 | resolve | 06-19 17:00:00 | - | running',
    ]);
    expect(left).toEqual(['302: no severity: `Priority` is missing']);
  });

  test('is read with seconds, offsets and small letters, as tools that write its CSV have them', async () => {
    const { promises, left } = await replayed('zendesk-view.csv', 'zendesk-csv', BERLIN);
    expect(promises).toEqual([
      '311 | S2 | respond | 06-15 12:00:00 | 06-15 12:00:00 | met',
      '311 | S2 | resolve | 06-16 10:00:00 | 06-15 17:00:30 | met',
    ]);
    expect(left).toEqual([]);
  });
});

describe('ServiceNow', () => {
  test('exports incidents as CSV in windows-1252', async () => {
    const { promises, left } = await replayed('servicenow.csv', 'servicenow-csv', BERLIN);
    expect(promises).toEqual([
      'INC0010001 | S1 | respond | 06-15 11:00:00 | 06-15 11:00:01 | missed',
      'INC0010001 | S1 | resolve | 06-15 14:00:00 | 06-15 13:59:59 | met',
      'INC0010002 | S3 | respond | 06-15 14:00:00 | - | unmeasured',
      'INC0010002 | S3 | resolve | 06-17 10:00:00 | - | running',
      'INC0010003 | S4 | respond | 06-16 10:00:00 | - | unmeasured',
      'INC0010003 | S4 | resolve | 06-22 10:00:00 | - | running',
    ]);
    expect(left).toEqual(['INC0010004: no time of opening']);
  });

  test('answers with incidents as JSON, in UTC', async () => {
    const { promises, left } = await replayed('servicenow.json', 'servicenow-json');
    expect(promises).toEqual([
      'INC0010001 | S1 | respond | 06-15 11:00:00 | - | unmeasured',
      'INC0010001 | S1 | resolve | 06-15 14:00:00 | 06-15 14:00:00 | met',
    ]);
    expect(left).toEqual(['INC0010005: a value of `priority` that the mapping does not know (9)']);
  });

  test('has an audit that tells states and priorities, from the record that made the incident on', async () => {
    const { promises, left } = await replayed('servicenow-audit.jsonl', 'servicenow-audit');
    expect(promises).toEqual([
      'INC0000060 | S2 | respond | 06-15 12:00:00 | 06-15 11:00:00 | met',
      'INC0000060 | S2 | resolve | 06-17 14:00:00 | 06-17 11:00:00 | met',
      'INC0009009 | S4 | respond | 06-16 10:00:00 | - | missed',
      'INC0009009 | S4 | resolve | 06-22 10:00:00 | - | missed',
      'INC0010112 | S4 | respond | 06-16 10:00:00 | 06-16 16:00:00 | missed',
      'INC0010112 | S4 | resolve | 06-16 13:00:00 | 06-16 16:00:00 | missed',
    ]);
    expect(left).toEqual([]);
  });

  test('is read as UTF-8 where a byte order mark says so, and its header is known', async () => {
    const { promises } = await replayed('servicenow-utf8.csv', 'servicenow-csv', BERLIN);
    expect(promises).toEqual([
      'INC0010001 | S1 | respond | 06-15 11:00:00 | - | unmeasured',
      'INC0010001 | S1 | resolve | 06-15 14:00:00 | 06-15 13:59:59 | met',
    ]);
  });

  test('has metrics that tell when an incident waited', async () => {
    const { promises, left } = await replayed('servicenow-metrics.csv', 'servicenow-metrics-csv', BERLIN);
    expect(promises).toEqual([
      'INC0010007 | S2 | respond | 06-15 12:00:00 | 06-15 11:00:00 | met',
      'INC0010007 | S2 | resolve | 06-17 14:00:00 | 06-17 11:00:00 | met',
    ]);
    expect(left).toEqual([]);
  });
});

describe('Freshdesk', () => {
  // Its hours of the first response are those of its own business hours: a ticket without the time is not answered by them.
  test('exports tickets as CSV, closed ones without a time of resolution too', async () => {
    const { promises, left } = await replayed('freshdesk.csv', 'freshdesk-csv', BERLIN);
    expect(promises).toEqual([
      '402 | S3 | respond | 06-15 12:00:00 | 06-15 09:30:00 | met',
      '402 | S3 | resolve | 06-16 16:00:00 | 06-15 12:00:00 | met',
      '404 | S4 | respond | 06-15 17:00:00 | - | running',
      '404 | S4 | resolve | 06-19 17:00:00 | - | running',
      '401 | S1 | respond | 06-15 11:00:00 | 06-15 11:30:00 | missed',
      '401 | S1 | resolve | 06-15 14:00:00 | 06-15 14:00:00 | met',
    ]);
    expect(left).toEqual(['403: no severity: `Priority` is missing']);
  });

  test('is read where its columns were written in other letters, and its times carry an offset', async () => {
    const { promises, left } = await replayed('freshdesk-older.csv', 'freshdesk-csv', BERLIN);
    expect(promises).toEqual(
      ['411', '412'].flatMap((id) => [
        `${id} | S1 | respond | 06-15 11:00:00 | 06-15 11:30:00 | missed`,
        `${id} | S1 | resolve | 06-15 14:00:00 | 06-15 14:00:00 | met`,
      ]),
    );
    expect(left).toEqual([]);
  });

  test('has a sister for IT, whose columns are written in other letters and whose times have no seconds', async () => {
    const { promises, left } = await replayed('freshservice.csv', 'freshservice-csv', BERLIN);
    expect(promises).toEqual([
      'INC-77 | S2 | respond | 06-15 12:00:00 | 06-15 11:00:00 | met',
      'INC-77 | S2 | resolve | 06-16 10:00:00 | 06-15 16:30:00 | met',
    ]);
    expect(left).toEqual([]);
  });

  test('answers with tickets and their times as JSON', async () => {
    const { promises, left } = await replayed('freshdesk.json', 'freshdesk-json');
    expect(promises).toEqual([
      '501 | S1 | respond | 06-15 11:00:00 | 06-15 11:00:00 | met',
      '501 | S1 | resolve | 06-15 14:00:00 | 06-15 14:00:00 | met',
      '502 | S4 | respond | 06-16 10:00:00 | 06-16 10:00:00 | met',
      '502 | S4 | resolve | 06-22 10:00:00 | - | running',
    ]);
    expect(left).toEqual([]);
  });
});
