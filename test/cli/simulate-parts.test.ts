import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { areEnough, FEWEST_RUNS } from '../../src/simulate/enough-runs.ts';
import { call } from './call.ts';

const CONTRACT = `contract "Desk" version "1" {
  effective  2026-01-01 in Europe/Berlin
}
severities {
  P1  "nobody can work"
  P2  "somebody cannot"
}
calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
}
plan Basic {
  targets {
        respond
    P1  1 h in Office
    P2  4 h in Office
  }
}
plan Best {
  targets {
        respond
    P1  30 min in 24x7
    P2  2 h in Office
  }
}
`;

const SIMULATION = `simulation "A week" {
  contract "desk.plan"
  plans    Basic, Best
  span     2026-03-02 .. 2026-03-15 in Europe/Berlin
  warm-up  1 week
  seed     4
  runs     7
  arrivals "all" {
    zone Europe/Berlin
    rate 90 per week
    hours {
      Mon..Sun 1 1 1 1 1 1 2 3 8 9 9 9 8 8 8 8 7 3 2 1 1 1 1 1
    }
    severities P1 30, P2 70
  }
  work "answer" stops respond at end {
    otherwise exponential mean 40 min
  }
  desk {
    team "Line" 2 agents in Office
    takes by severity, then arrival
  }
}
`;

let folder: string;
let sim: string;
const inFolder = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-parts-'));
  sim = inFolder('week.sim');
  await writeFile(inFolder('desk.plan'), CONTRACT);
  await writeFile(sim, SIMULATION);
});

afterEach(() => rm(folder, { recursive: true }));

const whole = async (): Promise<string> => {
  const { code, out } = await call(['simulate', sim, '--json']);
  expect(code).toBe(0);
  return out;
};

const part = (shard: string, name: string): ReturnType<typeof call> =>
  call(['simulate', sim, '--shard', shard, '--out', inFolder(name)]);

describe('runs done in parts', () => {
  test('come to the bytes of one run of all of them, in whatever order the parts are named', async () => {
    const one = await whole();
    for (const shard of [1, 2, 3]) {
      const { code, out } = await part(`${shard}/3`, `${shard}.runs`);
      expect(code).toBe(0);
      expect(out).toBe(
        `${shard === 1 ? 3 : 2} of 7 runs are in ${inFolder(`${shard}.runs`)}; \`surety merge\` joins it with the other parts\n`,
      );
    }
    for (const order of [
      [1, 2, 3],
      [3, 1, 2],
      [2, 3, 1],
    ]) {
      const merged = await call(['merge', ...order.map((name) => inFolder(`${name}.runs`)), '--json']);
      expect(merged).toEqual({ code: 0, out: one, err: '' });
    }
  }, 30_000);

  test('may lie in other folders and under other names', async () => {
    const one = await whole();
    await part('1/2', '1.runs');
    const elsewhere = await mkdtemp(join(tmpdir(), 'surety-parts-'));
    try {
      await writeFile(join(elsewhere, 'desk.plan'), CONTRACT);
      await writeFile(join(elsewhere, 'other.sim'), SIMULATION);
      await call(['simulate', join(elsewhere, 'other.sim'), '--shard', '2/2', '--out', inFolder('2.runs')]);
    } finally {
      await rm(elsewhere, { recursive: true });
    }
    const { out } = await call(['merge', inFolder('1.runs'), inFolder('2.runs'), '--json']);
    expect(out).toBe(one);
  });

  test('are not merged with those of another simulation, twice, or with some of them missing', async () => {
    await part('1/2', '1.runs');
    await part('2/2', '2.runs');
    await call(['simulate', sim, '--shard', '2/2', '--seed', '5', '--out', inFolder('other.runs')]);
    const merge = async (...names: string[]): Promise<string> => {
      const { code, out, err } = await call(['merge', ...names.map(inFolder), '--json']);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      return err;
    };
    expect(await merge('1.runs', 'other.runs')).toContain(
      'other.runs holds runs of another simulation, contract, seed or number of runs than',
    );
    expect(await merge('1.runs', '2.runs', '1.runs')).toMatch(/run 1 is in .*1\.runs and in .*1\.runs/);
    expect(await merge('1.runs')).toContain('3 of 7 runs are in none of the files: 2, 4, 6');
    expect(await merge('desk.plan')).toContain('desk.plan: no runs of a simulation');
    expect(await merge('nothing.runs')).toContain('nothing.runs: no such file');
  });
});

describe('runs kept in a file', () => {
  test('are gone on with after an interruption, and come to the same bytes', async () => {
    const one = await whole();
    const out = inFolder('all.runs');
    const kept = await call(['simulate', sim, '--out', out, '--json']);
    expect(kept.out).toBe(one);
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(8);
    // Three runs were written whole, the fourth was cut off.
    await writeFile(out, `${lines.slice(0, 4).join('\n')}\n${(lines[4] ?? '').slice(0, 400)}`);
    const resumed = await call(['simulate', sim, '--out', out, '--resume', '--json']);
    expect(resumed).toEqual({ code: 0, out: one, err: '' });
    const again = (await readFile(out, 'utf8')).trimEnd().split('\n');
    expect([...again].sort()).toEqual([...lines].sort());
    expect((await call(['merge', out, '--json'])).out).toBe(one);
  });

  test('are begun by --resume where nothing is there, and end where all is done', async () => {
    const out = inFolder('all.runs');
    const first = await call(['simulate', sim, '--out', out, '--resume', '--json']);
    const text = await readFile(out, 'utf8');
    const second = await call(['simulate', sim, '--out', out, '--resume', '--json']);
    expect(second).toEqual(first);
    expect(await readFile(out, 'utf8')).toBe(text);
  });

  test('are never written over, nor mixed with those of another simulation', async () => {
    const out = inFolder('all.runs');
    await call(['simulate', sim, '--out', out, '--json']);
    const text = await readFile(out, 'utf8');
    const over = await call(['simulate', sim, '--out', out, '--json']);
    expect(over).toMatchObject({ code: 2, out: '' });
    expect(over.err).toContain('is there already\n  go on with it by --resume, or remove it');
    const other = await call(['simulate', sim, '--seed', '9', '--out', out, '--resume', '--json']);
    expect(other).toMatchObject({ code: 2, out: '' });
    expect(other.err).toContain('holds runs of another simulation, contract or version of Surety');
    expect(await readFile(out, 'utf8')).toBe(text);
    const contract = await call(['simulate', sim, '--out', inFolder('desk.plan'), '--resume']);
    expect(contract).toMatchObject({ code: 2, out: '' });
    expect(await readFile(inFolder('desk.plan'), 'utf8')).toBe(CONTRACT);
  });

  test('are told from what is none of them by the line', async () => {
    const out = inFolder('all.runs');
    await call(['simulate', sim, '--out', out, '--json']);
    await appendFile(out, '{"run":"seven"}\n');
    const { code, err } = await call(['merge', out]);
    expect(code).toBe(2);
    expect(err).toContain('line 9 is no run');
  });
});

describe('flags that contradict each other', () => {
  test.each([
    [['--shard', '1/2'], 'nothing of where to keep it'],
    [['--resume'], 'goes on with a file, and none is named'],
    [['--shard', '3/2', '--out', 'x.runs'], '--shard `3/2` is no part of a whole'],
    [['--shard', '1/2', '--out', 'x.runs', '--half-width', '1'], 'looks at all runs together'],
    [['--half-width', '0'], '--half-width `0` is no per cent above 0 and below 50'],
    [['--workers', '0'], '--workers `0`'],
  ])('%j are refused', async (flags, message) => {
    const { code, out, err } = await call(['simulate', sim, ...flags]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

interface Answer {
  readonly source: { readonly runs: number };
  readonly plans: unknown;
  readonly notes: readonly string[];
}

describe('as many runs as are needed', () => {
  test('are done, the first of them, and the notes say how many', async () => {
    const wide = await call(['simulate', sim, '--runs', '300', '--half-width', '4', '--json']);
    const { notes, source } = JSON.parse(wide.out) as Answer;
    const { runs } = source;
    expect(runs).toBeGreaterThanOrEqual(FEWEST_RUNS);
    expect(runs).toBeLessThan(300);
    expect(notes.join('\n')).toContain(
      `${runs} runs of at most 300, after which no attainment was less closely known than was asked for,`,
    );
    const narrow = await call(['simulate', sim, '--runs', '300', '--half-width', '2', '--json']);
    expect((JSON.parse(narrow.out) as Answer).source.runs).toBeGreaterThan(runs);
    // What the same first runs say when no more were allowed.
    const fixed = await call(['simulate', sim, '--runs', String(runs), '--json']);
    expect((JSON.parse(fixed.out) as Answer).plans).toEqual((JSON.parse(wide.out) as Answer).plans);
  });

  test('are at least ten, and every promise counts', () => {
    const alike = Array.from({ length: 9 }, () => [0.5, NaN]);
    expect(areEnough(alike, 0.01)).toBe(false);
    expect(areEnough([...alike, [0.5, NaN]], 0.01)).toBe(true);
    const spread = Array.from({ length: 10 }, (_, run) => [0.5, run % 2 === 0 ? 0.4 : 0.6]);
    // The mean of ten that are a tenth off: 2.262 * 0.10541 / sqrt(10) to either side.
    expect(areEnough(spread, 0.0754)).toBe(false);
    expect(areEnough(spread, 0.0755)).toBe(true);
  });
});
