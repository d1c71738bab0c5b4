import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, DESK } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'surety-one-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sim = join(folder, 'one.sim');
/** Says nothing of runs, and its dates are those of a zone that the contract does not name. */
beforeAll(() => {
  copyFileSync(DESK, join(folder, 'desk.plan'));
  writeFileSync(
    sim,
    `simulation "One run" {
  contract  "desk.plan"
  plans     Basic
  span      2026-03-02 .. 2026-03-15 in Asia/Tokyo
  seed      3
  arrivals "tickets" {
    zone        Asia/Tokyo
    rate        40 per week
    hours {
      Mon      1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1
      Tue..Sun 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
    }
    severities  P1 50%, P2 50%
  }
  work "answer" stops respond at end {
    otherwise exponential mean 90 min
  }
  desk {
    team   "First line" 1 agents in 24x7
    takes  by arrival
  }
}
`,
  );
});

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('a simulation that says nothing of runs', () => {
  test('tells that one run is no interval over runs, and how to ask for more; of more it does not', async () => {
    const one = flat((await call(['simulate', sim, '--plain'])).out);
    expect(one).toContain('1 run, seed 3; `--runs 20` shows how far runs differ');
    expect(one).toContain('`runs 20` in the simulation, or `--runs 20`, gives intervals over runs');
    const two = flat((await call(['simulate', sim, '--plain', '--runs', '2'])).out);
    expect(two).not.toContain('--runs');
  });

  test('reads the clock of its own dates, in every line', async () => {
    const { out } = await call(['simulate', sim, '--plain']);
    // All come in the first or the last hour of a Monday, by the clock of Tokyo.
    expect(out).toMatch(/opened from 2026-03-02 (00|23):\d\d to 2026-03-09 (00|23):\d\d \(Asia\/Tokyo\)/);
    const worst = [...out.matchAll(/^ +1-\d+ P\d 2026-03-\d\d (\d\d):/gm)].map(([, hour]) => hour);
    expect(worst.length).toBeGreaterThan(2);
    expect(worst.every((hour) => hour === '00' || hour === '23')).toBe(true);
  });

  test('is asked for a half-width, and takes the runs for it; or says that so many do not suffice', async () => {
    const enough = flat((await call(['simulate', sim, '--plain', '--half-width', '5'])).out);
    expect(Number(/, ([\d,]+) runs, seed 3/.exec(enough)?.[1]?.replace(',', ''))).toBeGreaterThanOrEqual(10);
    expect(enough).not.toContain('suffice');
    const few = flat((await call(['simulate', sim, '--plain', '--half-width', '0.5', '--runs', '11'])).out);
    expect(few).toContain('11 runs do not suffice to know every attainment to 0.5 per cent to either side');
  });

  test('shows what its answer hangs on, and what a change comes to, without intervals', async () => {
    const hangs = (await call(['simulate', sim, '--sensitivity'])).out;
    expect(hangs).not.toContain('not known');
    expect(hangs).toMatch(/time of work "answer" +-10 % .*\+\d+\.\d\d$/m);
    expect(flat(hangs)).toContain('One run says nothing of how sure they are: `--runs 20`');
    const changed = (await call(['simulate', sim, '--what-if', 'arrivals x2'])).out;
    expect(changed).toMatch(/^ +difference +-\d+\.\d$/m);
  });

  test('asks for a need in the words of the contract, where nothing says what has to be kept', async () => {
    const contract = join(folder, 'levels.plan');
    writeFileSync(
      contract,
      `contract "Levels" {
  effective  2026-01-01 in Europe/Berlin
}

severities {
  "Level 1" "all are down"
  Low       "one is"
}

plan Basic {
  targets {
               respond
    "Level 1"  1 h
    Low        4 h
  }
}
`,
    );
    const text = `simulation "Levels" {
  contract  "levels.plan"
  plans     Basic
  span      2026-03-02 .. 2026-03-08 in Europe/Berlin
  seed      1
  arrivals "tickets" {
    zone        Europe/Berlin
    rate        400 per week
    severities  "Level 1" 50%, Low 50%
    hours {
      Mon      1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1
      Tue..Sun 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
    }
  }
  work "answer" stops respond at end {
    otherwise fixed 5 min
  }
  desk {
    team   "First line" 9 agents in 24x7
    takes  by arrival
  }
}
`;
    writeFileSync(join(folder, 'levels.sim'), text);
    const { out } = await call(['simulate', join(folder, 'levels.sim'), '--recommend']);
    const need = /add `needs respond 95%`, or `(needs respond 95% within 4 h for "Level 1")`/.exec(
      flat(out),
    )?.[1];
    expect(need).toBeDefined();
    // What is asked for can be written as it stands.
    writeFileSync(join(folder, 'needs.sim'), text.replace('seed      1', `seed      1\n  ${need ?? ''}`));
    const asked = await call(['simulate', join(folder, 'needs.sim'), '--recommend']);
    expect(asked.out).toContain('Basic is the only plan');
    // So few tickets that even all of them prove nothing: that is not said to be for want of a desk.
    const few = text
      .replace('400 per week', '10 per week')
      .replace('seed      1', `seed      1\n  ${need ?? ''}`);
    writeFileSync(join(folder, 'few.sim'), few);
    const unsure = flat((await call(['simulate', join(folder, 'few.sim'), '--recommend'])).out);
    expect(unsure).toContain('These are too few tickets to be so sure: ask for more runs by --runs');
    expect(unsure).not.toContain('No desk');
  });
});

describe('a log', () => {
  test('is no simulation, and says what to do with it; exit 2', async () => {
    const log = join(folder, 'tickets.csv');
    writeFileSync(log, 'id,opened\n1,2026-01-06T10:00\n');
    const { code, err } = await call(['simulate', log]);
    expect(code).toBe(2);
    expect(err).toContain('tickets.csv is a log, and no simulation\n  make one like it by `surety fit`');
  });
});

describe('one of a thing', () => {
  test('is told of as one: the ticket of a log that is fitted', async () => {
    const log = join(folder, 'log.csv');
    writeFileSync(log, 'id,opened,answered,severity\n1,2026-01-06T10:00,2026-01-06T11:00,P1\n');
    const map = join(folder, 'log.map.json');
    writeFileSync(
      map,
      JSON.stringify({
        log: { format: 'csv' },
        times: { format: 'iso', zone: 'Europe/Berlin' },
        ticket: 'id',
        opened: { column: 'opened' },
        stops: { respond: { column: 'answered', absent: 'unmeasured' } },
        severity: { column: 'severity', take: 'first' },
      }),
    );
    const { out, err } = await call([
      'fit',
      log,
      '--map',
      map,
      '--contract',
      DESK,
      '--out',
      join(folder, 'f.sim'),
    ]);
    expect({ err, first: out.split('\n').slice(0, 2) }).toEqual({
      err: '',
      first: ['fitted to 1 ticket of log.csv', expect.stringMatching(/^1 week from /) as string],
    });
  });
});
