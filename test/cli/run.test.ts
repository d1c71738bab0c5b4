import { describe, expect, test, vi } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { call, DESK } from './call.ts';

/** A file that declares what contracts share, and no plan. */
const LIBRARY = 'contracts/holidays/DE.plan';

describe('wrong usage ends with 2 and says what to type', () => {
  test.each([
    [['chek'], "unknown command 'chek'", 'Did you mean check?'],
    [['check', '--formt', 'json'], "unknown option '--formt'", 'Did you mean --format?'],
    [['check', '--format', 'xml'], 'Allowed choices are text, json, sarif, junit, github', ''],
    [['fmt', '--chek'], "unknown option '--chek'", '--check'],
    [
      ['due', DESK, '--opened', '2026-06-01T08:00Z'],
      'the contract promises by severity, so the ticket needs one',
      '--severity P1 | P2',
    ],
    [['due', DESK, '--severity', 'P1'], "required option '--opened <time>' not specified", ''],
    [['due', DESK, '--severity', 'P9', '--opened', '2026-06-01T08:00Z'], 'no severity `P9`', 'known: P1, P2'],
    [
      ['due', DESK, '--severity', 'critcal', '--opened', '2026-06-01T08:00Z'],
      '`critcal`',
      'did you mean `critical`?',
    ],
    [
      ['due', DESK, '--severity', 'P1', '--plan', 'Ful', '--opened', '2026-06-01T08:00Z'],
      '`Ful`',
      'did you mean `Full`?',
    ],
    [
      ['due', DESK, '--severity', 'P1', '--target', 'reply', '--opened', '2026-06-01T08:00Z'],
      'no target `reply`',
      'known: respond, resolve',
    ],
    [
      ['due', DESK, '--severity', 'P1', '--region', 'EMEA', '--opened', '2026-06-01T08:00Z'],
      'no region `EMEA`',
      'the contract has no region',
    ],
    [['due', DESK, '--severity', 'P1', '--opened', 'yesterday'], '`yesterday`', 'not a date and time'],
    [['due', DESK, '--severity', 'P1', '--opened', '2026-02-30T08:00'], 'no date 2026-02-30', ''],
    [
      ['due', DESK, '--severity', 'P1', '--opened', '2026-06-01T08:00', '--zone', 'Europe/Berln'],
      'no time zone',
      'did you mean Europe/Berlin?',
    ],
    [
      ['due', DESK, '--severity', 'P1', '--opened', '2026-06-01T08:00', '--zone', 'EST'],
      '`EST` is no time zone',
      'America/New_York',
    ],
    [['calendar', DESK, 'Ofice'], 'no calendar `Ofice`', 'did you mean `Office`?'],
    [['calendar', DESK, 'Office', '--from', '2026-13-01'], 'is no date', ''],
    [['calendar', DESK, 'Office', '--from', '1900-01-01'], '--from 1900-01-01', 'known from 1970 to 2099'],
    [['calendar', DESK, 'Office', '--from', '9999-01-01'], '--from 9999-01-01', 'known from 1970 to 2099'],
    ...['due', 'why'].flatMap((verb) =>
      ['1900-06-01T08:00', '9999-06-01T08:00', '1900-06-01T08:00Z'].map(
        (opened): [string[], string, string] => [
          [verb, DESK, '--severity', 'P1', '--opened', opened],
          `--opened ${opened}`,
          'known from 1970 to 2099',
        ],
      ),
    ),
    [['calendar', DESK, 'Office', '--weeks', '0'], '--weeks', 'whole number'],
    [
      ['compile', 'simulations/express.sim'],
      'simulations/express.sim is a simulation, and no contract',
      'name the contract that it plays',
    ],
    [['due', LIBRARY, '--opened', '2026-06-01T08:00Z'], 'the contract has no plan', ''],
    [['quote', LIBRARY], 'the contract has no plan', ''],
    [['explain', 'bare-days'], 'no finding `bare-days`', 'did you mean time/bare-days?'],
    [['holidays', 'US', '--years', '2032..2024'], 'no span of years', '2024..2032'],
    [['simulate', 'x.sim', '--seed', '-1'], '--seed', 'whole number'],
  ])('%j', async (argv, message, help) => {
    const { code, out, err } = await call(argv);
    expect(err).toContain(message);
    expect(err).toContain(help);
    expect(err).toMatch(/^surety: /);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('no verb at all shows the help, where complaints go', async () => {
    const { code, out, err } = await call([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: surety');
  });
});

describe('input that cannot be read ends with 2 and one message', () => {
  const ticket = ['--severity', 'P1', '--opened', '2026-06-01T08:00Z'];
  test.each([
    ['test/cli/fixtures/desc.plan', 'no such file', 'did you mean test/cli/fixtures/desk.plan?'],
    ['test/cli/fixtures', 'is a folder', 'name a file in'],
    ['nowhere/at/all.plan', 'no such file', ''],
  ])('%s', async (path, message, help) => {
    const { code, out, err } = await call(['due', path, ...ticket]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(`surety: ${path}: ${message}`);
    expect(err).toContain(help);
    expect(err).not.toContain('    at ');
  });
});

describe('a question that was asked is answered with 0', () => {
  test('the version names the data that deadlines hang on', async () => {
    const { code, out } = await call(['--version']);
    expect(code).toBe(0);
    expect(out).toMatch(/^surety \d+\.\d+\.\d+ \(Node 20\.0\.0, time-zone data 2025c\)\n$/);
  });

  test('help lists every verb', async () => {
    const { code, out, err } = await call(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { name } of VERBS) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  test.each(VERBS.map(({ name }) => name))('help of %s shows examples of that verb', async (name) => {
    const { code, out } = await call(['help', name]);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: surety ${name}`);
    expect(out).toContain(`Examples:\n  surety ${name}`);
    expect(await call([name, '--help'])).toMatchObject({ code: 0, out });
  });
});

test('a bug of ours ends with 3 and says what to report', async () => {
  const check = VERBS.find(({ name }) => name === 'check');
  const broken = vi.spyOn(check!, 'load').mockRejectedValue(new TypeError('x is undefined'));
  const { code, out, err } = await call(['check', 'desk.plan']);
  broken.mockRestore();
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toContain('a bug in Surety, not in your contract');
  expect(err).toContain('TypeError: x is undefined');
  expect(err).toContain('called with: "check" "desk.plan"');
});
