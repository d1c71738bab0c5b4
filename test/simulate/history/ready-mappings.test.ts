/** The mappings that are shipped, and the page that says how one is written. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkMapping } from '../../../src/simulate/history/check-mapping.ts';

const FOLDER = 'simulations/mappings';
const page = readFileSync('simulations/MAPPING.md', 'utf8');
const names = readdirSync(FOLDER).map((file) => file.replace(/\.map\.json$/, ''));
const blocks = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text]) => text ?? '');

describe('simulations/MAPPING.md', () => {
  test('lists each mapping that is ready, and no other', () => {
    const listed = [...page.matchAll(/\]\(mappings\/([a-z-]+)\.map\.json\)/g)].map(([, name]) => name);
    expect([...listed].sort()).toEqual([...names].sort());
    expect(names.length).toBeGreaterThan(10);
  });

  test('begins with a mapping that is sound', () => {
    expect(checkMapping(blocks[0] ?? '', 'page')).toMatchObject({ kind: 'mapping' });
  });

  test('shows a log of objects with their changes that is one', () => {
    const mapping = JSON.parse(readFileSync(`${FOLDER}/jira-json.map.json`, 'utf8')) as object;
    const log: unknown = JSON.parse(blocks[1] ?? '');
    expect(checkMapping(JSON.stringify({ ...mapping, log }), 'page')).toMatchObject({ kind: 'mapping' });
  });

  test('has a row for each field that they use', () => {
    const fields = names.flatMap((name) =>
      Object.keys(JSON.parse(readFileSync(`${FOLDER}/${name}.map.json`, 'utf8')) as object),
    );
    const rows = page.split('\n').filter((line) => line.startsWith('|'));
    for (const field of new Set(fields)) expect(rows.join('\n')).toContain(`\`${field}\``);
  });
});

describe.each(names)('%s', (name) => {
  const text = readFileSync(`${FOLDER}/${name}.map.json`, 'utf8');

  test('is sound once the clock of its log is known', () => {
    expect(checkMapping(text, name, { zone: 'Europe/Berlin' })).toMatchObject({ kind: 'mapping' });
  });

  test('names severities by rank, so that it suits any contract', () => {
    const { severity } = JSON.parse(text) as { severity: { values: Record<string, string> } };
    expect(Object.values(severity.values).every((each) => /^#[1-5]$/.test(each))).toBe(true);
    expect(Object.values(severity.values)).toContain('#1');
  });
});
