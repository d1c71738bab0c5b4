import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from './call.ts';

const EXPORTS = 'test/simulate/history/exports';
const MAPPINGS = 'simulations/mappings';
let folder: string;
const inFolder = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-exports-'));
});

afterAll(() => rm(folder, { recursive: true }));

const replay = (log: string, map: string, ...more: readonly string[]) =>
  call(['replay', `${EXPORTS}/desk.plan`, '--tickets', log, '--map', map, '--json', ...more]);

describe('surety replay of an export', () => {
  test('writes a line for all that is not used, and at last the counts of the answer', async () => {
    const left = inFolder('left.jsonl');
    const { code, out } = await replay(
      `${EXPORTS}/jira.csv`,
      `${MAPPINGS}/jira-csv.map.json`,
      ...['--log-zone', 'Europe/Berlin', '--report-unusable', left],
    );
    expect(code).toBe(0);
    const lines = (await readFile(left, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.slice(0, 2)).toEqual([
      { kind: 'row', line: 12, ticket: 'HD-7', reason: 'too few fields' },
      { kind: 'ticket', ticket: 'HD-4', reason: 'no severity: `Priority` is missing' },
    ]);
    expect(lines.at(-1)).toMatchObject({
      kind: 'total',
      rows: { read: 7, unusable: [{ reason: 'too few fields', count: 1 }] },
      tickets: { read: 6, used: 3 },
    });
    expect(lines).toHaveLength(5);
    const { source } = JSON.parse(out) as { source: { used: number } };
    expect(source.used).toBe(3);
  });

  test('asks whose clock wrote times without an offset, and refuses a zone that is none', async () => {
    const asked = await replay(`${EXPORTS}/jira.csv`, `${MAPPINGS}/jira-csv.map.json`);
    expect(asked.code).toBe(2);
    expect(asked.err).toContain('times.zone: is missing: the times of this format carry no offset');
    expect(asked.err).toContain('--log-zone Europe/London');
    const wrong = await replay(
      `${EXPORTS}/jira.csv`,
      `${MAPPINGS}/jira-csv.map.json`,
      ...['--log-zone', 'EST5'],
    );
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('`EST5` is not a zone of the IANA time-zone data');
  });

  test('takes the region beside the mapping, since no export knows those of the contract', async () => {
    const log = inFolder('one.json');
    await writeFile(
      log,
      '[{"id":1,"priority":4,"created_at":"2026-06-15T08:00:00Z","stats":{"first_responded_at":"2026-06-15T09:00:00Z"}}]',
    );
    const words = (...more: readonly string[]) =>
      call([
        'replay',
        'contracts/mst.plan',
        ...['--tickets', log, '--map', `${MAPPINGS}/freshdesk-json.map.json`, '--json', ...more],
      ]);
    const asked = await words();
    expect(asked.code).toBe(2);
    expect(asked.err).toContain('the contract’s terms depend on the region');
    expect((await words('--region', 'Atlantis')).err).toContain('the contract has no region `Atlantis`');
    const { code, err } = await words('--region', 'EMEA');
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  test.each([
    ['jira.csv', 'jira-csv'],
    ['jira.json', 'jira-json'],
    ['jira.jsonl', 'jira-json-lines'],
    ['zendesk.jsonl', 'zendesk-json'],
    ['zendesk-audits.jsonl', 'zendesk-audits'],
    ['zendesk.csv', 'zendesk-csv'],
    ['servicenow.csv', 'servicenow-csv'],
    ['servicenow.json', 'servicenow-json'],
    ['servicenow-metrics.csv', 'servicenow-metrics-csv'],
    ['servicenow-audit.jsonl', 'servicenow-audit'],
    ['jira-cloud.csv', 'jira-csv'],
    ['freshservice.csv', 'freshservice-csv'],
    ['freshdesk.csv', 'freshdesk-csv'],
    ['freshdesk.json', 'freshdesk-json'],
  ])('knows %s without a mapping, and takes the one it names', async (log, name) => {
    const asked = await call(['replay', `${EXPORTS}/desk.plan`, '--tickets', `${EXPORTS}/${log}`, '--json']);
    expect(asked.code).toBe(2);
    expect(asked.err).toContain(`\`--map ${name}\``);
    const zone = asked.err.includes('--log-zone') ? ['--log-zone', 'Europe/Berlin'] : [];
    const { code, err } = await replay(`${EXPORTS}/${log}`, name, ...zone);
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  test('says of a log that it does not know what it has', async () => {
    const log = inFolder('other.csv');
    await writeFile(log, 'ref,raised,"fixed, at"\n1,2,3\n');
    const { code, err } = await call(['replay', `${EXPORTS}/desk.plan`, '--tickets', log]);
    expect(code).toBe(2);
    expect(err).toContain('is no export that is known');
    expect(err).toContain('`ref`, `raised`, `fixed, at`');
    await writeFile(log, '{"ref":1}\n');
    expect((await call(['replay', `${EXPORTS}/desk.plan`, '--tickets', log])).err).toContain('for `ref`');
  });

  test('says what stands in the way of the file of what is not used', async () => {
    const { code, err } = await replay(
      `${EXPORTS}/freshdesk.json`,
      `${MAPPINGS}/freshdesk-json.map.json`,
      ...['--report-unusable', inFolder('missing/left.jsonl')],
    );
    expect(code).toBe(2);
    expect(err).toContain('missing/left.jsonl');
  });

  test('says of a mapping for another export which field is missing', async () => {
    const { code, err } = await replay(`${EXPORTS}/freshdesk.json`, `${MAPPINGS}/jira-json.map.json`);
    expect(code).toBe(2);
    expect(err).toContain('the log has no field `key`, which the mapping asks for');
    expect(err).toContain('it has `id`, `priority`, `status`');
  });

  test('says of times in another form how to state theirs, and reads them then', async () => {
    const american = (...more: readonly string[]) =>
      replay(`${EXPORTS}/jira-american.csv`, 'jira-csv', ...['--log-zone', 'Europe/Berlin', ...more]);
    const asked = await american();
    expect(asked.code).toBe(2);
    expect(asked.err).toContain('the one ticket of the log cannot be used');
    expect(asked.err).toContain('(6/15/2026 10:00); say how times are written');
    const { code, out } = await american('--log-times', 'm/d/yyyy H:MM');
    expect(code).toBe(0);
    expect((JSON.parse(out) as { source: { used: number } }).source.used).toBe(1);
    expect((await american('--log-times', 'm/d/yyyy')).err).toContain('gives no hour');
  });

  test('takes the tickets of some dates alone, by the clock of the log, and says how many are left', async () => {
    const log = inFolder('dates.csv');
    // The clock of Berlin is an hour ahead in January: the second ticket is of the 15th there alone.
    const opened = [
      '2026-01-14T22:59:59Z',
      '2026-01-14T23:00:00Z',
      '2026-01-16T22:59:59Z',
      '2026-01-16T23:00:00Z',
    ];
    const rows = opened.map((at, i) => `${String(i + 1)},${at},4`);
    await writeFile(log, ['id,opened,priority', ...rows].join('\n'));
    const map = inFolder('dates.map.json');
    await writeFile(
      map,
      JSON.stringify({
        log: { format: 'csv' },
        times: { format: 'iso', zone: 'Europe/Berlin' },
        ticket: 'id',
        opened: { column: 'opened' },
        stops: {},
        severity: { column: 'priority', take: 'last', values: { 4: '#1' } },
      }),
    );
    const used = async (...flags: readonly string[]) => {
      const { out } = await replay(log, map, ...flags);
      const { source, notes } = JSON.parse(out) as {
        source: { used: number; read: number };
        notes: readonly string[];
      };
      return { ...source, note: notes.find((note) => note.startsWith('Of the log')) };
    };
    expect(await used()).toMatchObject({ used: 4, read: 4, note: undefined });
    expect(await used('--from', '2026-01-15', '--to', '2026-01-16')).toMatchObject({
      used: 2,
      read: 2,
      note: 'Of the log the tickets opened from 2026-01-15 to 2026-01-16, dates of Europe/Berlin, are used; 2 of others are left out.',
    });
    expect((await used('--from', '2026-01-16')).used).toBe(2);
    expect((await used('--to', '2026-01-14')).used).toBe(1);
    const none = await replay(log, map, ...['--from', '2026-02-01']);
    expect({ code: none.code, err: none.err }).toMatchObject({ code: 2 });
    expect(none.err).toContain('no ticket of the log was opened from 2026-02-01, dates of Europe/Berlin');
    expect((await replay(log, map, ...['--from', '2026-02-01', '--to', '2026-01-01'])).code).toBe(2);
    expect((await replay(log, map, ...['--from', '1. 2.'])).err).toContain('is no date');
  });

  test('says once, of a mapping with the severities of another contract, what to write', async () => {
    const map = inFolder('other.map.json');
    const { severity, ...mapping } = JSON.parse(
      await readFile(`${MAPPINGS}/freshdesk-json.map.json`, 'utf8'),
    ) as { severity: object };
    const values = { 4: 'P1', 3: 'P2', 2: 'P3', 1: 'P4' };
    await writeFile(map, JSON.stringify({ ...mapping, severity: { ...severity, values } }));
    const { code, err } = await replay(`${EXPORTS}/freshdesk.json`, map);
    expect(code).toBe(2);
    expect(err).toContain('severity.values: the contract has no severities `P4`, `P3`, `P2`, `P1`');
    expect(err).toContain(
      'it has `S1`, `S2`, `S3`, `S4`: write these, or the rank, `#1` for its most severe',
    );
    expect(err.match(/surety:/g)).toHaveLength(1);
  });
});
