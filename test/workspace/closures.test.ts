/** Where the files of closures are looked for, and what of them can be wrong. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { openContract } from '../../src/workspace/contract-session.ts';
import { type LoadedContract, loadContract, loadSimulation } from '../../src/workspace/load.ts';
import { briefly } from '../check/findings.ts';
import { at } from '../plan/calendar-of-text.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-closures-'));
  // Nothing above the folder counts.
  await mkdir(join(folder, '.git'));
});

afterEach(() => rm(folder, { recursive: true }));

const CLOSED = '{"announced": "2026-05-01", "date": "2026-06-03"}\n';

const office = (path: string): string => `calendar Office {
  zone      Europe/Berlin
  open      Mon..Fri 09:00-17:00
  holidays  none
  closures  "${path}" with 1 week notice, late ones do not count, tickets in flight see them
}
`;

const desk = (calendar = office('closures.jsonl')): string => `contract "Desk" version "1" {
  zone  Europe/Berlin
}
severities { P1 "every ticket" }
clock respond { starts on opened; stops on reply; pauses never; reopen never }
${calendar}
plan Basic {
  targets {
        respond
    P1  4 h in Office
  }
}
`;

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

/** Whether the office is open on Wednesday 3 June. */
function isOpen(loaded: LoadedContract): boolean {
  const plan = loaded.plan();
  const index = plan.calendars.findIndex(({ name }) => name === 'Office');
  return loadPlan(plan).calendar(index).isOpen(at('2026-06-03T12:00+02:00'));
}

const errors = ({ diagnostics }: LoadedContract) =>
  briefly(diagnostics.filter(({ level }) => level === 'error'));

describe('a file of closures', () => {
  test('lies beside the contract, or in a folder above it, and the nearest counts', async () => {
    await write({ 'closures.jsonl': CLOSED, 'a/b/desk.plan': desk() });
    expect(isOpen(await loadContract(join(folder, 'a/b/desk.plan')))).toBe(false);
    await write({ 'a/closures.jsonl': '' });
    expect(isOpen(await loadContract(join(folder, 'a/b/desk.plan')))).toBe(true);
  });

  test('is not looked for above the repository', async () => {
    await write({ 'closures.jsonl': CLOSED, 'own/.git/HEAD': '', 'own/desk.plan': desk() });
    expect(errors(await loadContract(join(folder, 'own/desk.plan')))).toEqual([
      'closures/no-file @ "closures.jsonl"',
    ]);
  });

  test('of a calendar that is imported lies beside the file that declares it', async () => {
    await write({
      'desk.plan': `import "shared/office.plan"\n${desk('')}`,
      'shared/office.plan': office('days/closures.jsonl'),
      'shared/days/closures.jsonl': CLOSED,
      'days/closures.jsonl': '',
    });
    expect(isOpen(await loadContract(join(folder, 'desk.plan')))).toBe(false);
  });

  test('is empty until something is announced, and may have empty lines and line ends of Windows', async () => {
    await write({ 'desk.plan': desk(), 'closures.jsonl': '' });
    expect(isOpen(await loadContract(join(folder, 'desk.plan')))).toBe(true);
    await write({ 'closures.jsonl': `\r\n${CLOSED.replace('\n', '\r\n')}\r\n` });
    expect(isOpen(await loadContract(join(folder, 'desk.plan')))).toBe(false);
  });

  test('that is a folder, or no text, or lies at the root of a machine, is an error where it is named', async () => {
    await write({ 'desk.plan': desk(), 'closures.jsonl/x': '' });
    const messages = async (path = 'desk.plan') =>
      (await loadContract(join(folder, path))).diagnostics
        .filter(({ level }) => level === 'error')
        .map(({ message }) => message);
    expect(await messages()).toEqual([
      'closures cannot be read from `closures.jsonl`: is a folder, not a file',
    ]);
    await write({ 'other/desk.plan': desk() });
    await writeFile(join(folder, 'other/closures.jsonl'), Uint8Array.of(0x7b, 0xff));
    expect(await messages('other/desk.plan')).toEqual([
      'closures cannot be read from `closures.jsonl`: line 1 is not UTF-8',
    ]);
    await write({ 'root.plan': desk(office('/tmp/closures.jsonl')) });
    expect(await messages('root.plan')).toEqual([
      'closures cannot be read from `/tmp/closures.jsonl`: the path begins at the root of one machine',
    ]);
  });

  test('shows each mistake on its line, in one run', async () => {
    await write({
      'desk.plan': desk(),
      'closures.jsonl': `${CLOSED}\n{"announced": "soon", "date": "2026-06-31"}\n${CLOSED}[]\n`,
    });
    const { diagnostics } = await loadContract(join(folder, 'desk.plan'));
    expect(
      diagnostics
        .filter(({ level }) => level === 'error')
        .map(({ code, place: { source, span } }) => [
          code,
          relative(folder, source.name),
          source.text.slice(0, span.start).split('\n').length,
        ]),
    ).toEqual([
      ['closures/wrong-field', 'closures.jsonl', 3],
      ['time/impossible-date', 'closures.jsonl', 3],
      ['closures/not-an-object', 'closures.jsonl', 5],
    ]);
  });

  test('is read by the calendars of a simulation, from where that lies', async () => {
    await write({
      'desk.plan': desk(office('closures.jsonl')),
      'closures.jsonl': '',
      'sims/closures.jsonl': '{"announced": "2026-05-01", "date": "2026-06-02"}\n',
      'sims/week.sim': `simulation "A desk" {
  contract  "../desk.plan"
  plans     Basic
  span      2026-06-01 .. 2026-06-07 in Europe/Berlin
  seed      1
  arrivals "tickets" {
    zone        Europe/Berlin
    rate        40 per week
    hours { Mon..Sun 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 }
    severities  P1 100%
  }
  work "answer" stops respond at end { P1 fixed 30 min }
  desk { team "First line" 2 agents in Shift; takes by severity, then deadline }
}
${office('closures.jsonl').replace('Office', 'Shift')}`,
    });
    const loaded = await loadSimulation(join(folder, 'sims/week.sim'));
    expect(errors(loaded)).toEqual([]);
    const plan = loaded.plan();
    const opens = (name: string) =>
      loadPlan(plan)
        .calendar(plan.calendars.findIndex((each) => each.name === name))
        .isOpen(at('2026-06-02T12:00+02:00'));
    expect([opens('Office'), opens('Shift')]).toEqual([true, false]);
  });

  test('can be edited in a session like the contract itself', async () => {
    await write({ 'desk.plan': desk(), 'closures.jsonl': '' });
    const session = await openContract(join(folder, 'desk.plan'));
    expect(isOpen(session.loaded)).toBe(true);
    expect(isOpen(await session.edit(join(folder, 'closures.jsonl'), CLOSED))).toBe(false);
    expect(errors(await session.edit(join(folder, 'closures.jsonl'), '{'))).toEqual([
      'closures/not-an-object @ {',
    ]);
    expect(isOpen(await session.edit(join(folder, 'closures.jsonl'), ''))).toBe(true);
  });

  test('is among the sources of what is loaded, once for all calendars that name it', async () => {
    await write({
      'desk.plan': desk(office('closures.jsonl') + office('closures.jsonl').replace('Office', 'Other')),
      'closures.jsonl': CLOSED,
    });
    const { sources } = await loadContract(join(folder, 'desk.plan'));
    expect(sources.map(({ name }) => relative(folder, name))).toEqual(['desk.plan', 'closures.jsonl']);
  });
});
