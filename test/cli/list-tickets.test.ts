import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { call } from './call.ts';

const ask = (...flags: readonly string[]) =>
  call(['simulate', 'simulations/express.sim', '--runs', '1', ...flags]);

interface Listed {
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

describe('surety simulate --list', () => {
  test('prints the tickets that the figure of the answer counts', async () => {
    const answer = JSON.parse((await ask('--json')).out) as {
      readonly plans: readonly {
        readonly name: string;
        readonly metrics: readonly {
          readonly metric: string;
          readonly overall: { readonly missed: number };
        }[];
      }[];
    };
    const premium = answer.plans.find(({ name }) => name === 'Premium');
    const missed = premium?.metrics.find(({ metric }) => metric === 'respond')?.overall.missed;
    const { code, out } = await ask('--list', 'missed:Premium', '--list', 'metric:respond', '--json');
    expect(code).toBe(0);
    const { rows } = JSON.parse(out) as Listed;
    expect(rows.length).toBe(missed);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row['Premium respond']).toBe('missed');
  });

  test('is a line a ticket as text, in the order that is asked for', async () => {
    const { out } = await ask('--list', 'P3 metric:respond sort:-late:Premium');
    const [head = '', ...lines] = out.trimEnd().split('\n');
    expect(head).toMatch(/^ticket +opened +severity/);
    const at = head.indexOf('Premium late seconds');
    const late = lines.map((line) => Number(line.slice(at, at + 'Premium late seconds'.length)));
    expect(late.length).toBeGreaterThan(10);
    expect(late).toEqual([...late].sort((a, b) => b - a));
  });

  test('says of a filter that it cannot read what to write instead', async () => {
    const { code, out, err } = await ask('--list', 'wait>2x');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('write a time, such as wait>2h');
  });

  test('takes a view from a file, and says which file is wrong', async () => {
    const good = join(tmpdir(), `surety-${String(process.pid)}.view`);
    await writeFile(good, '# a view\nmetric:respond sort:opened\nmissed:Premium\n');
    const { rows } = JSON.parse(
      (await ask('--view', good, '--list', 'P3', '--json', '--plain')).out,
    ) as Listed;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect([row['severity'], row['Premium respond']]).toEqual(['P3', 'missed']);
    const { code, err } = await ask('--view', 'nowhere.view');
    expect(code).toBe(2);
    expect(err).toContain('nowhere.view: no such file');
  });
});
