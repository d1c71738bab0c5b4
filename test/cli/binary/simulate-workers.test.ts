import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const SURETY = 'dist/surety.js';
const SIMULATION = ['simulate', 'simulations/express.sim', '--json'];

const surety = (...flags: string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SURETY, ...SIMULATION, ...flags], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
};

describe('a simulation over several threads', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'surety-workers-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('answers with the bytes of one thread, however many they are', () => {
    const one = surety('--runs', '6', '--workers', '1');
    for (const workers of ['2', '4']) expect(surety('--runs', '6', '--workers', workers)).toBe(one);
  });

  test('that is killed leaves whole runs behind, and comes to the same bytes when it is gone on with', async () => {
    const out = join(folder, 'killed.runs');
    const flags = ['--runs', '60', '--workers', '2', '--out', out];
    const child = spawn(process.execPath, [SURETY, ...SIMULATION, ...flags], { stdio: 'ignore' });
    const lines = (): number => {
      try {
        return readFileSync(out, 'utf8').split('\n').length - 1;
      } catch {
        return 0;
      }
    };
    while (lines() < 4) await setTimeout(5);
    child.kill('SIGINT');
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGINT');
    const before = lines();
    expect(before).toBeLessThan(61);
    const resumed = surety(...flags, '--resume');
    expect(lines()).toBe(61);
    expect(resumed).toBe(surety('--runs', '60', '--workers', '1'));
  });
});
