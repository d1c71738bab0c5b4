import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, DESK } from './call.ts';

let folder: string;
let desk: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surety-'));
  desk = join(folder, 'desk.plan');
  await cp(DESK, desk);
});

afterEach(() => rm(folder, { recursive: true }));

async function spoil(from: string, to: string): Promise<void> {
  const text = await readFile(desk, 'utf8');
  expect(text).toContain(from);
  await writeFile(desk, text.replace(from, to));
}

/** Without the rights of the superuser, who may read everything. */
async function asNobodySpecial(act: () => Promise<void>): Promise<void> {
  const user = process.geteuid?.() ?? 1;
  if (user === 0) process.seteuid?.(65_534);
  try {
    await act();
  } finally {
    process.seteuid?.(user);
  }
}

describe('check', () => {
  test('a sound contract ends with 0', async () => {
    expect(await call(['check', desk])).toMatchObject({ code: 0, err: '' });
  });

  test('a mistake ends with 1 and is shown where it stands, with a way out', async () => {
    await spoil('8 h in Office', '8 h in Ofice');
    const { code, out } = await call(['check', desk]);
    expect(code).toBe(1);
    expect(out).toContain(`${desk}:36:`);
    expect(out).toContain('`Ofice`');
    expect(out).toMatch(/\^{5}/);
    expect(out).toContain('`Office`');
    expect(out).toMatch(/1 error/);
  });

  test('all files are checked in one run, though one cannot be read', async () => {
    await spoil('8 h in Office', '8 h in Ofice');
    await writeFile(join(folder, 'binary.plan'), Buffer.from([0x50, 0x00, 0x4b]));
    await cp(DESK, join(folder, 'other.plan'));
    const { code, out, err } = await call(['check', folder]);
    expect(code).toBe(2);
    expect(err).toBe(`surety: ${join(folder, 'binary.plan')}: a binary file, not a text\n`);
    expect(out).toContain('2 files checked, 1 not readable: 1 error');
  });

  test('what can be read is checked, though a folder below may not be', async () => {
    const shut = join(folder, 'shut');
    await mkdir(shut);
    await chmod(folder, 0o755);
    await chmod(shut, 0o000);
    const refused = `surety: ${shut}: permission denied\n`;
    await asNobodySpecial(async () => {
      const checked = await call(['check', folder]);
      expect(checked).toMatchObject({ code: 2, err: refused });
      expect(checked.out).toContain('1 file checked, 1 not readable: ');
      const fixed = await call(['check', '--fix', '--diff', folder]);
      expect(fixed).toMatchObject({ code: 0, err: 'nothing to fix\n' });
      expect(await call(['fmt', '--check', folder])).toMatchObject({ code: 2, err: refused });
      expect(await call(['check', shut])).toMatchObject({ code: 2, err: refused });
    });
  });

  test('JSON holds the place of each finding, and nothing else is on standard output', async () => {
    await spoil('8 h in Office', '8 h in Ofice');
    const { code, out } = await call(['check', '--json', desk]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      files: [desk],
      diagnostics: [{ level: 'error', place: { file: desk, line: 36 } }],
      tally: { levels: { error: 1 } },
    });
  });

  test('what GitHub reads names file, line and columns', async () => {
    await spoil('8 h in Office', '8 h in Ofice');
    const { out } = await call(['check', '--format', 'github', desk]);
    expect(out).toMatch(/^::error file=.*desk\.plan,line=36,col=\d+,endColumn=\d+,title=[a-z]+\/[a-z-]+::/);
    expect(out).toMatch(/\n1 error\n$/);
  });

  test('what is assumed fails under --strict alone', async () => {
    await spoil('clock respond {\n  starts  on opened\n  stops   on reply\n}\n', '');
    expect(await call(['check', desk])).toMatchObject({ code: 0 });
    const { code, out } = await call(['check', '--strict', desk]);
    expect(code).toBe(1);
    expect(out).toContain('assumed, since the contract leaves it open');
  });

  test('colours come when asked for, and NO_COLOR keeps them out of a terminal', async () => {
    await spoil('8 h in Office', '8 h in Ofice');
    expect((await call(['check', desk], { terminal: true })).out).toContain('\u001b[1;31m');
    expect((await call(['check', desk])).out).not.toContain('\u001b');
    expect((await call(['check', desk], { terminal: true, env: { NO_COLOR: '1' } })).out).not.toContain(
      '\u001b',
    );
    expect((await call(['check', '--color', 'always', desk], { env: { NO_COLOR: '1' } })).out).toContain(
      '\u001b',
    );
  });
});

describe('check of standard input', () => {
  const wrong = ['8 h in Office', '8 h in Ofice'] as const;

  test('finds what it would find in a file', async () => {
    const sound = await readFile(desk, 'utf8');
    expect(await call(['check', '-'], { stdin: sound })).toMatchObject({ code: 0, err: '' });
    const { code, out } = await call(['check', '-'], { stdin: sound.replace(...wrong) });
    expect(code).toBe(1);
    expect(out).toContain('standard input:36:');
    expect(out).toContain('1 file checked: 1 error');
    const json = await call(['check', '--json', '-'], { stdin: sound.replace(...wrong) });
    expect(JSON.parse(json.out)).toMatchObject({
      files: ['standard input'],
      tally: { levels: { error: 1 } },
    });
  });

  test('reads a simulation as one, its contract from the folder one is in', async () => {
    const stdin = `simulation "S" {\n  contract "${DESK}"\n}\n`;
    const { out } = await call(['check', '-'], { stdin });
    expect(out).toContain('simulation/');
    expect(out).not.toContain('no such file');
  });

  test('stands alone, and cannot be mended or held against a lock', async () => {
    expect(await call(['check', '-', desk], { stdin: '' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('`-` is standard input, and stands alone') as string,
    });
    for (const flag of ['--fix', '--fix-suggested', '--diff', '--locked']) {
      expect(await call(['check', flag, '-'], { stdin: '' })).toMatchObject({
        code: 2,
        err: expect.stringContaining(`${flag} is for files`) as string,
      });
    }
  });
});

describe('very many findings', () => {
  test('are shown to people in part, errors first, and told to programs in full', async () => {
    const nobody = (i: number) => `plan P${i} {\n  zone Mars/Base${i}\n}\n`;
    await writeFile(desk, `contract "A" {\n}\n${Array.from({ length: 300 }, (_, i) => nobody(i)).join('')}`);
    const { diagnostics } = JSON.parse((await call(['check', '--json', desk])).out) as {
      diagnostics: readonly { readonly level: string }[];
    };
    const errors = diagnostics.filter(({ level }) => level === 'error').length;
    expect(errors).toBeGreaterThanOrEqual(300);
    const { code, out } = await call(['check', desk]);
    expect(code).toBe(1);
    expect(out.match(/^error /gm)).toHaveLength(100);
    expect(out).toContain(
      `and ${diagnostics.length - 100} more; \`surety check --format json\` has all of them\n`,
    );
    expect(out).toContain(`${errors} errors`);
    const { err } = await call(['due', desk, '--severity', 'P1', '--opened', '2026-06-12T10:00Z']);
    expect(err.match(/^error /gm)).toHaveLength(100);
    expect(err).toContain(`${errors} errors\n`);
    expect(err).toContain(`and ${errors - 100} more; `);
  });
});

describe('fmt', () => {
  test('writes the canonical form once, and then finds nothing to do', async () => {
    await spoil('  currency   EUR', '      currency EUR   # cash');
    expect(await call(['fmt', '--check', desk])).toEqual({ code: 1, out: `${desk} would change\n`, err: '' });
    const untidy = await readFile(desk, 'utf8');
    expect(await call(['fmt', desk])).toEqual({ code: 0, out: `${desk}\n`, err: '' });
    const tidy = await readFile(desk, 'utf8');
    expect(await call(['fmt', '-'], { stdin: untidy })).toEqual({ code: 0, out: tidy, err: '' });
    expect(await call(['fmt', '--check', '-'], { stdin: untidy })).toEqual({ code: 1, out: '', err: '' });
    expect(await call(['fmt', '--check', '-'], { stdin: tidy })).toEqual({ code: 0, out: '', err: '' });
    expect(await readFile(desk, 'utf8')).toContain('  currency   EUR  # cash\n');
    expect(await call(['fmt', '--check', desk])).toEqual({ code: 0, out: '', err: '' });
  });

  test('keeps the line ends of a file: those of its first line where it has both kinds', async () => {
    await call(['fmt', desk]);
    const tidy = await readFile(desk, 'utf8');
    const crlf = tidy.replaceAll('\n', '\r\n');
    await writeFile(desk, crlf);
    expect(await call(['fmt', '--check', desk])).toEqual({ code: 0, out: '', err: '' });
    expect(await call(['fmt', '--check', '-'], { stdin: crlf })).toEqual({ code: 0, out: '', err: '' });
    await writeFile(desk, crlf.replace('currency   EUR', 'currency EUR'));
    expect((await call(['fmt', desk])).out).toBe(`${desk}\n`);
    expect(await readFile(desk, 'utf8')).toBe(crlf);
    expect(await call(['fmt', '-'], { stdin: tidy.replace('\n', '\r\n') })).toMatchObject({ out: crlf });
    const lastAlone = tidy.replace(/\n$/, '\r\n');
    expect(await call(['fmt', '--check', '-'], { stdin: lastAlone })).toMatchObject({ code: 1 });
    expect(await call(['fmt', '-'], { stdin: lastAlone })).toMatchObject({ out: tidy });
  });

  test('leaves a file alone whose blocks cannot be told apart, and formats the others', async () => {
    await spoil('plan Basic {', 'plan Basic');
    const before = await readFile(desk, 'utf8');
    await writeFile(join(folder, 'z.plan'), 'plan   X {\n}\n');
    const { code, err, out } = await call(['fmt', folder]);
    expect(code).toBe(2);
    expect(err).toContain(`${desk}:`);
    expect(out).toBe(`${join(folder, 'z.plan')}\n`);
    expect(await readFile(desk, 'utf8')).toBe(before);
  });
});

describe('test', () => {
  test('scenarios that hold end with 0', async () => {
    const { code, out } = await call(['test', desk]);
    expect(code).toBe(0);
    expect(out).toContain('1 passed, 0 failed');
  });

  test('a scenario that does not hold ends with 1 and shows what its clock did', async () => {
    await spoil('expect    respond by Mon 2026-06-15 10:00', 'expect    respond by Mon 2026-06-15 11:00');
    const { code, out } = await call(['test', desk]);
    expect(code).toBe(1);
    expect(out).toContain('expected respond by Mon 2026-06-15 11:00 +02:00');
    expect(out).toContain('but it is by Mon 2026-06-15 10:00 +02:00');
    expect(out).toContain('Mon 09:00-17:00');
    expect(out).toContain('0 passed, 1 failed');
  });

  test('a contract with errors is not run, and that is no success', async () => {
    await spoil('8 h in Office', '8 h in Ofice');
    expect(await call(['test', desk])).toMatchObject({
      code: 1,
      out: '0 passed, 0 failed, 1 with errors not run\n',
    });
  });
});

describe('due', () => {
  const ask = ['due', DESK, '--severity', 'P1', '--opened'];

  test('a local time is read in the zone of the contract', async () => {
    const { code, out } = await call([...ask, '2026-06-12T18:00', '--plan', 'Basic', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      plan: 'Basic',
      severity: 'P1',
      opened: '2026-06-12T16:00:00Z',
      clocks: [
        {
          target: 'respond',
          due: '2026-06-15T08:00:00Z',
          dueLocal: '2026-06-15T10:00:00+02:00',
          zone: 'Europe/Berlin',
          status: 'running',
          remaining: 3600,
          by: { words: '1 h in Office', line: 36 },
        },
        { target: 'resolve', due: '2026-06-15T15:00:00Z', remaining: 28800 },
      ],
      contractVersion: '1',
      tzdata: expect.any(String),
    });
  });

  test('every plan has its line, in the order of the contract', async () => {
    const { out } = await call([...ask, '2026-06-12T18:00+02:00', '--json']);
    const plans = out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { plan: string }).plan);
    expect(plans).toEqual(['Basic', 'Full']);
  });

  test('a range is due at its far bound and aimed at its near one; words stay words', async () => {
    const { out } = await call([
      'due',
      DESK,
      '--severity',
      'P2',
      '--plan',
      'Basic',
      '--opened',
      '2026-06-03T16:30',
      '--json',
    ]);
    expect(JSON.parse(out)).toMatchObject({
      clocks: [
        { due: '2026-06-05T10:30:00Z', softDue: '2026-06-05T07:30:00Z' },
        { target: 'resolve', due: null, dueLocal: null, status: 'best effort', remaining: null },
      ],
    });
  });

  test('for people it names plan, cell and place', async () => {
    const { out } = await call([...ask, '2026-06-12T18:00', '--plan', 'Full', '--target', 'respond']);
    expect(out).toContain('Full, P1, opened Fri 2026-06-12 18:00 +02:00 (Europe/Berlin)');
    expect(out).toContain('respond  by Fri 2026-06-12 18:15 +02:00  15 min');
    expect(out).toContain(`${DESK}:44:`);
  });

  test('a deadline beyond what the calendar covers is refused, not guessed', async () => {
    const { code, err, out } = await call([...ask, '2099-12-31T23:00Z']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('outside what calendar `Office` covers');
  });
});

describe('why', () => {
  test('the stretches tile the span and the counted ones sum to the promise', async () => {
    const { code, out } = await call([
      'why',
      DESK,
      '--plan',
      'Basic',
      '--severity',
      'P1',
      '--target',
      'resolve',
      '--opened',
      '2026-06-03T16:30',
      '--json',
    ]);
    expect(code).toBe(0);
    const { start, due, stretches, promised } = JSON.parse(out) as {
      start: { utc: string };
      due: { utc: string };
      promised: number;
      stretches: {
        from: { utc: string };
        to: { utc: string };
        amount: number;
        sum: number;
        reason: string;
      }[];
    };
    expect(stretches[0]?.from).toEqual(start);
    expect(stretches.at(-1)?.to).toEqual(due);
    stretches.slice(1).forEach((stretch, i) => expect(stretch.from).toEqual(stretches[i]?.to));
    expect(stretches.reduce((sum, { amount }) => sum + amount, 0)).toBe(promised);
    expect(stretches.map(({ reason }) => reason).join('\n')).toContain('Corpus Christi');
  });
});

describe('calendar', () => {
  test('a week shows closed days and the change of clocks', async () => {
    const { code, out } = await call(['calendar', DESK, 'Office', '--from', '2026-03-25']);
    expect(code).toBe(0);
    expect(out).toContain('Mon 2026-03-23  ·········████████·······  09:00-17:00     8 h\n');
    expect(out).toContain('clocks go forward from 02:00 to 03:00');
    expect((await call(['calendar', DESK, 'Office', '--from', '2026-06-04'])).out).toContain(
      'closed  Corpus Christi',
    );
  });

  test('without a date it shows the week of the clock it is given', async () => {
    const { out } = await call(['calendar', DESK, 'Office'], { now: Date.UTC(2026, 6, 1) });
    expect(out).toContain('from Mon 2026-06-29');
  });

  const LIMITED = `contract "x" { zone Europe/Berlin; binds by opened }
severities { P1; P2 }
facts { addon yes or no }
calendar Duty {
  zone Europe/Berlin
  open Mon..Fri 09:00-17:00
  open Mon..Fri 07:00-22:00 for phone
  open Mon..Fri 06:00-23:00 for phone and addon
  limited Sat 09:00-12:00 "standby" admits P1, others stop
  limited on 2026-06-07 10:00-11:00 admits P1, others best effort
  holidays none
}
plan A { targets { respond; all | 1 h in Duty } }
`;

  test('the hours of a ticket are found by what it is', async () => {
    await writeFile(desk, LIMITED);
    const monday = async (...flags: readonly string[]) =>
      /Mon 2026-06-01 +\S+ +(?<hours>\S+)/.exec(
        (await call(['calendar', desk, 'Duty', '--from', '2026-06-01', ...flags])).out,
      )?.groups?.['hours'];
    expect(await monday('--channel', 'phone', '--fact', 'addon')).toBe('06:00-23:00');
    expect(await monday('--channel', 'phone', '--fact', 'addon=no')).toBe('07:00-22:00');
    expect(await monday('--channel', 'web', '--fact', 'addon', '--severity', 'P1')).toBe('09:00-17:00');
    const { code, err } = await call(['calendar', desk, 'Duty', '--channel', 'phone']);
    expect(code).toBe(2);
    expect(err).toContain('--fact addon=yes');
  });

  test('limited hours say whom they admit, and are open for those alone', async () => {
    await writeFile(desk, LIMITED);
    const ofWeekend = async (severity: string) =>
      (
        await call([
          'calendar',
          desk,
          'Duty',
          '--fact',
          'addon',
          '--severity',
          severity,
          '--from',
          '2026-06-01',
        ])
      ).out
        .split('\n')
        .filter((line) => /^ {2}S/.test(line))
        .map((line) => line.slice(44).trim().replace(/ {2,}/g, '  '));
    expect(await ofWeekend('P1')).toEqual([
      '09:00-12:00  3 h  standby; limited: admits P1, others stop',
      '10:00-11:00  1 h  limited: admits P1, others best effort',
    ]);
    expect(await ofWeekend('P2')).toEqual([
      'closed  standby; limited: admits P1, others stop',
      'closed  limited: admits P1, others best effort',
    ]);
  });

  test('--ics has an event for each stretch, in UTC, over midnight as one', async () => {
    await writeFile(
      desk,
      LIMITED.replace('Mon..Fri 09:00-17:00', 'Mon..Fri 22:00-06:00').replaceAll(
        /.*(?:for phone|limited).*\n/g,
        '',
      ),
    );
    const { code, out } = await call(['calendar', desk, 'Duty', '--from', '2026-03-23', '--ics']);
    expect(code).toBe(0);
    expect(out.split('\r\n').filter((line) => /^DT(?:START|END)/.test(line))).toEqual([
      'DTSTART:20260323T210000Z',
      'DTEND:20260324T050000Z',
      'DTSTART:20260324T210000Z',
      'DTEND:20260325T050000Z',
      'DTSTART:20260325T210000Z',
      'DTEND:20260326T050000Z',
      'DTSTART:20260326T210000Z',
      'DTEND:20260327T050000Z',
      'DTSTART:20260327T210000Z',
      'DTEND:20260328T050000Z',
    ]);
    expect(out.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(out.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(Math.max(...out.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  test('--batch answers in order, a mistake in its own line', async () => {
    const { code, out, err } = await call(['calendar', DESK, 'Office', '--batch'], {
      stdin: [
        '{"id":1,"op":"isOpen","at":"2026-06-12T10:00:00+02:00"}\n\n{"id":2,"o',
        'p":"nope"}\r\n{"id":3',
      ],
    });
    expect(code).toBe(1);
    expect(err).toBe('surety: 2 queries are answered by an error\n');
    expect(out.split('\n')).toEqual([
      '{"id":1,"result":true}',
      expect.stringContaining('{"id":2,"error":"`op` is none of add, subtract'),
      '{"id":null,"error":"the line is not JSON"}',
      '',
    ]);
  });
});
