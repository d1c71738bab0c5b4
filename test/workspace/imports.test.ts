import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { briefly } from '../check/findings.ts';
import { loadContract, loadSimulation } from '../../src/workspace/load.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-imports-'));
});

afterEach(() => rm(folder, { recursive: true }));

const OFFICE =
  'calendar Office {\n  zone      Europe/Berlin\n  open      Mon..Fri 09:00-17:00\n  holidays  none\n}\n';

const contract = (imports: string, calendar = 'Office'): string => `${imports}
contract "Desk" version "1" {
  zone  Europe/Berlin
}
severities { P1 "every ticket" }
clock respond {
  starts on  opened
  stops on   reply
}
plan Basic {
  targets {
        respond
    P1  4 h in ${calendar}
  }
}
`;

/** Writes the files and loads `desk.plan`. */
async function load(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return loadContract(join(folder, 'desk.plan'));
}

describe('a file that imports others', () => {
  test('has what they declare, as if it stood there', async () => {
    const loaded = await load({
      'desk.plan': contract('import "shared/calendars.plan"'),
      'shared/calendars.plan': OFFICE,
    });
    expect(briefly(loaded.diagnostics)).toEqual([]);
    expect(loaded.plan().calendars.map(({ name }) => name)).toContain('Office');
    expect(loaded.sources.map(({ name }) => name.slice(folder.length + 1))).toEqual([
      'desk.plan',
      'shared/calendars.plan',
    ]);
  });

  test('reads what those import from their own folder, and each file once', async () => {
    const loaded = await load({
      'desk.plan': contract('import "shared/both.plan"\nimport "shared/calendars.plan"'),
      'shared/both.plan': 'import "calendars.plan"\ntype outage "an outage"\n',
      'shared/calendars.plan': OFFICE,
    });
    expect(briefly(loaded.diagnostics)).toEqual([]);
    expect(loaded.sources).toHaveLength(3);
  });

  test('tells mistakes of an imported file in that file', async () => {
    const { contract: none, diagnostics } = await load({
      'desk.plan': contract('import "calendars.plan"'),
      'calendars.plan': OFFICE.replace('Europe/Berlin', 'Europe/Berln'),
    });
    expect(none).toBeNull();
    expect(diagnostics.map(({ place }) => place.source.name)).toEqual([join(folder, 'calendars.plan')]);
  });

  test('declares no name again, whichever file comes first', async () => {
    const { diagnostics } = await load({
      'desk.plan': `${contract('import "calendars.plan"')}${OFFICE}`,
      'calendars.plan': OFFICE,
    });
    expect(briefly(diagnostics)).toEqual(['names/declared-twice @ Office']);
  });

  test.each([
    ['a file that is missing', 'import "calenders.plan"', 'no such file'],
    ['a folder', 'import "shared.plan"', 'is a folder, not a file'],
    ['a file that is no contract file', 'import "prices.csv"', 'does not end in `.plan`'],
    ['a path of one machine', 'import "/etc/calendars.plan"', 'begins at the root of one machine'],
  ])('cannot import %s', async (_, line, reason) => {
    await mkdir(join(folder, 'shared.plan'));
    const { diagnostics } = await load({
      'desk.plan': contract(`import "calendars.plan"\n${line}`),
      'calendars.plan': OFFICE,
    });
    expect(briefly(diagnostics)).toEqual([`import/no-file @ ${line}`]);
    expect(diagnostics[0]?.message).toContain(reason);
  });

  test('is not imported by what it imports', async () => {
    const { diagnostics } = await load({
      'desk.plan': contract('import "calendars.plan"'),
      'calendars.plan': `import "more.plan"\n${OFFICE}`,
      'more.plan': 'import "calendars.plan"\ntype outage "an outage"\n',
    });
    expect(briefly(diagnostics)).toEqual(['import/in-a-circle @ import "calendars.plan"']);
    expect(diagnostics[0]?.place.source.name).toBe(join(folder, 'more.plan'));
  });

  test('does not import itself, and says that the line is to go', async () => {
    const { diagnostics } = await load({ 'desk.plan': `${OFFICE}${contract('import "desk.plan"')}` });
    expect(briefly(diagnostics)).toEqual(['import/in-a-circle @ import "desk.plan"']);
    expect(diagnostics[0]).toMatchObject({
      message: '`desk.plan` is this file',
      help: 'take the line out: what a file declares is known all over it',
    });
  });

  test('takes no other contract in', async () => {
    const { diagnostics } = await load({
      'desk.plan': contract('import "other.plan"'),
      'other.plan': `contract "Other" version "1" {\n  zone  UTC\n}\n${OFFICE}`,
    });
    expect(briefly(diagnostics)).toEqual(['import/of-a-contract @ import "other.plan"']);
  });
});

describe('the imports of a simulation', () => {
  const SIMULATION = `import "shifts.plan"
simulation "A desk" {
  contract  "desk.plan"
  plans     Basic
  span      2026-03-02 .. 2026-03-08 in Europe/Berlin
  seed      1
  arrivals "tickets" {
    rate 40 per week
    hours { Mon..Sun 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 }
    severities P1 100%
  }
  work "answer" stops respond at end { otherwise fixed 30 min }
  desk {
    team "First line" 2 agents in Early
    takes by arrival
  }
}
`;
  const EARLY = OFFICE.replace('Office', 'Early');

  async function simulate(files: Readonly<Record<string, string>>) {
    await load({ 'desk.plan': contract('', '24x7'), ...files });
    await writeFile(join(folder, 'desk.sim'), SIMULATION);
    return loadSimulation(join(folder, 'desk.sim'));
  }

  test('bring in the calendars of shifts', async () => {
    const { simulation, diagnostics } = await simulate({ 'shifts.plan': EARLY });
    expect(briefly(diagnostics.filter(({ level }) => level === 'error'))).toEqual([]);
    expect(simulation?.calendars.map(({ name }) => name)).toEqual(['Early']);
  });

  test('bring in once what the contract imports too', async () => {
    const { simulation, diagnostics } = await simulate({
      'desk.plan': contract('import "shifts.plan"', 'Early'),
      'shifts.plan': EARLY,
    });
    expect(briefly(diagnostics.filter(({ level }) => level === 'error'))).toEqual([]);
    expect(simulation).not.toBeNull();
  });

  test('say so where there is no such file', async () => {
    const { diagnostics } = await simulate({});
    expect(diagnostics.map(({ code }) => code)).toContain('import/no-file');
  });
});
