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
});
