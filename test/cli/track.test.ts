import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { call } from './call.ts';

const CONTRACT = 'test/corpus/good/by-severity.plan';
const opened = (ticket: string, severity = 'P1') =>
  JSON.stringify({ ticket, at: '2026-06-12T18:00+02:00', event: 'opened', severity, agent: 'Ada' });
const happened = (ticket: string, at: string, event: string) => JSON.stringify({ ticket, at, event });
const track = (lines: readonly string[], ...flags: readonly string[]) =>
  call(['track', CONTRACT, ...flags], { stdin: `${lines.join('\n')}\n` });
const verdicts = (out: string): unknown[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('track', () => {
  test('writes a verdict for each ticket, whatever order its lines come in', async () => {
    const { code, out } = await track([
      opened('A'),
      opened('B'),
      happened('A', '2026-06-12T18:31+02:00', 'reply'),
      happened('B', '2026-06-12T18:30+02:00', 'reply'),
    ]);
    expect(code).toBe(0);
    expect(verdicts(out)).toMatchObject([
      {
        ticket: 'A',
        severity: 'P1',
        clocks: [{ target: 'respond', status: 'missed', due: '2026-06-12T16:30:00Z' }],
      },
      {
        ticket: 'B',
        severity: 'P1',
        clocks: [{ target: 'respond', status: 'met', stopped: '2026-06-12T16:30:00Z' }],
      },
    ]);
  });

  test('says of each verdict by which version of the contract and of time zones it is', async () => {
    const { out } = await track([opened('A')]);
    const { version } =
      /contract "[^"]*" version "(?<version>[^"]*)"/.exec(readFileSync(CONTRACT, 'utf8'))?.groups ?? {};
    expect(verdicts(out)).toMatchObject([{ contractVersion: version, tzdata: process.versions.tz }]);
  });

  test('says that nothing was charged where nothing was used, whether or not the plan charges for anything', async () => {
    const line = (says: object) =>
      JSON.stringify({ ticket: 'A', at: '2026-06-12T16:00Z', event: 'opened', ...says });
    const charged = await call(['track', 'contracts/helpdesk.plan'], {
      stdin: `${line({ severity: 'Request' })}\n`,
    });
    expect(verdicts(charged.out)).toMatchObject([{ charges: [] }]);
    expect(verdicts((await track([opened('A')])).out)).toMatchObject([{ charges: [] }]);
  });

  test('says what of the contract was not applied to a ticket, and not what its rules and clocks do carry out', async () => {
    const opened = JSON.stringify({
      ticket: 'A',
      at: '2025-06-12T18:00Z',
      event: 'opened',
      plan: 'Standard',
      severity: 'S1',
      region: 'EMEA',
    });
    const { out } = await call(['track', 'contracts/mst.plan'], { stdin: `${opened}\n` });
    const due = await call(
      'due contracts/mst.plan --plan Standard --severity S1 --region EMEA --opened 2025-06-12T18:00Z --json'.split(
        ' ',
      ),
    );
    const { notApplied } = JSON.parse(due.out) as { notApplied: readonly string[] };
    expect(notApplied).not.toEqual([]);
    expect(verdicts(out)).toMatchObject([{ notApplied }]);
    expect(
      verdicts(
        (await track([`{"ticket":"B","at":"2026-06-12T18:00Z","event":"opened","severity":"P1"}`])).out,
      ),
    ).toMatchObject([{ notApplied: [] }]);
  });

  test('judges what runs by --at', async () => {
    const running = await track([opened('A')], '--at', '2026-06-12T16:30:00Z');
    const late = await track([opened('A')], '--at', '2026-06-12T16:30:01Z');
    expect(verdicts(running.out)).toMatchObject([{ clocks: [{ status: 'running', remaining: 0 }] }]);
    expect(verdicts(late.out)).toMatchObject([
      { clocks: [{ status: 'missed', breached: '2026-06-12T16:30:00Z' }] },
    ]);
  });

  test('grouped, writes each as the next begins and says the same', async () => {
    const lines = [opened('A'), happened('A', '2026-06-12T18:10+02:00', 'reply'), opened('B')];
    expect((await track(lines, '--grouped')).out).toBe((await track(lines)).out);
  });

  test('reports a bad line with its number, and stops there', async () => {
    const { code, out, err } = await track([opened('A'), opened('B', 'P9'), opened('C')]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('line 2: the contract has no severity `P9`: it is one of P1, P2');
  });

  test('goes on after bad lines where asked, and the exit code says so', async () => {
    const { code, out, err } = await track([opened('A'), 'nonsense', '{"ticket":"C"}'], '--keep-going');
    expect(code).toBe(1);
    expect(verdicts(out)).toMatchObject([{ ticket: 'A' }]);
    expect(err).toBe('surety: line 2: it is no JSON\nsurety: line 3: it does not say `at` which instant\n');
  });

  test('a ticket that was never opened is reported by the line it began with', async () => {
    const { code, err } = await track([happened('A', '2026-06-12T18:31+02:00', 'reply')]);
    expect(code).toBe(2);
    expect(err).toContain('line 1: the ticket A is not opened by then');
  });
});

describe('the history that track reads', () => {
  test('may begin with a byte-order mark', async () => {
    const { code, out, err } = await track([`\uFEFF${opened('A')}`]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(verdicts(out)).toMatchObject([{ ticket: 'A' }]);
  });

  test('may be written with spaces, escapes, other orders of keys and numbers for names', async () => {
    const lines = [
      opened('A'),
      '{"at":"2026-06-12T18:10+02:00","event":"note","ticket":"A"}',
      '{"ticket": "A", "at": "2026-06-12T16:20:00Z", "event": "reply"}',
      '{"ticket":"\\u0041","at":"2026-06-12T16:40:00.000Z","event":"note"}',
      '  ',
      '{"ticket":7,"at":"2026-06-12T16:40:00Z","event":"opened","severity":"P2"}\r',
    ];
    const { code, out, err } = await track(lines);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(verdicts(out)).toMatchObject([
      { ticket: 'A', clocks: [{ status: 'met', stopped: '2026-06-12T16:20:00Z' }] },
      { ticket: '7', severity: 'P2' },
    ]);
  });

  test.each([
    ['{"ticket":"A","at":"2026-02-30T10:00Z","event":"reply"}', 'there is no date 2026-02-30'],
    ['{"ticket":"A","at":"2026-02-03T24:01Z","event":"reply"}', 'there is no time of day 24:01'],
    ['{"ticket":"A","at":"2026-02-03T10:00","event":"reply"}', 'it has no offset from UTC'],
    ['{"ticket":"A","at":"2026-02-03T10:00Z","event":"reply"', 'it is no JSON'],
    ['{"ticket":"A","at":"2026-02-03T10:00Z","event":"re\tply"}', 'it is no JSON'],
    ['{"ticket":"A","at":"2026-02-03T10:00Z","event":"reply"}}', 'it is no JSON'],
    ['["A"]', 'it is no JSON object'],
  ])('is refused where it says %s', async (line, problem) => {
    const { code, err } = await track([line]);
    expect(code).toBe(2);
    expect(err).toContain(`line 1: `);
    expect(err).toContain(problem);
  });

  test('is let go ticket by ticket: what is over is written before what is still open', async () => {
    const { out } = await track([
      opened('A'),
      opened('B'),
      happened('B', '2026-06-12T18:05+02:00', 'closed'),
      happened('B', '2026-06-12T18:05+02:00', 'reply'),
      happened('A', '2026-06-12T18:06+02:00', 'note'),
    ]);
    expect(verdicts(out)).toMatchObject([
      { ticket: 'B', closed: true, clocks: [{ status: 'met' }] },
      { ticket: 'A', closed: false },
    ]);
  });

  test('is complained of where a line comes after its ticket was let go', async () => {
    const { code, err } = await track(
      [
        opened('A'),
        opened('B'),
        happened('B', '2026-06-12T18:05+02:00', 'closed'),
        happened('A', '2026-06-12T18:06+02:00', 'note'),
        happened('B', '2026-06-12T18:07+02:00', 'reply'),
      ],
      '--keep-going',
    );
    expect(code).toBe(1);
    expect(err).toBe('surety: line 5: the ticket B is not opened by then, or was over before\n');
  });
});

describe('track --state', () => {
  const morning = [
    opened('A'),
    opened('B'),
    happened('A', '2026-06-12T18:10+02:00', 'note'),
    happened('B', '2026-06-12T18:12+02:00', 'reply'),
    happened('B', '2026-06-12T18:13+02:00', 'closed'),
  ];
  const evening = [
    happened('A', '2026-06-12T18:40+02:00', 'reply'),
    happened('A', '2026-06-12T18:50+02:00', 'closed'),
    opened('C'),
  ];
  const fresh = () => join(mkdtempSync(join(tmpdir(), 'surety-track-')), 'open.jsonl');

  test.each([[[]], [['--grouped']]] as const)(
    'carries open tickets over, so that two runs end as one does %j',
    async (flags) => {
      const grouped = (lines: readonly string[]) =>
        flags.length === 0
          ? lines
          : [...lines].sort((a, b) =>
              a.slice(0, 14) < b.slice(0, 14) ? -1 : a.slice(0, 14) > b.slice(0, 14) ? 1 : 0,
            );
      const state = fresh();
      const first = await track(grouped(morning), ...flags, '--state', state);
      expect(first.code).toBe(0);
      expect(readFileSync(state, 'utf8')).toBe(`${morning[0]}\n${morning[2]}\n`);
      const second = await track(grouped(evening), ...flags, '--state', state);
      expect(second.code).toBe(0);
      const whole = await track(grouped([...morning, ...evening]), ...flags);
      const last = (out: string) =>
        new Map(
          out
            .trim()
            .split('\n')
            .map((line) => [line.slice(0, 14), line]),
        );
      expect(last(first.out + second.out)).toEqual(last(whole.out));
      expect(readFileSync(state, 'utf8')).toBe(`${evening[2]}\n`);
    },
  );

  test('writes nothing where a line is bad, and leaves what was there', async () => {
    const state = fresh();
    writeFileSync(state, `${morning[0]}\n`);
    expect((await track(['nonsense'], '--state', state)).code).toBe(2);
    expect(readFileSync(state, 'utf8')).toBe(`${morning[0]}\n`);
    const missing = fresh();
    expect((await track(['nonsense'], '--state', missing)).code).toBe(2);
    expect(existsSync(missing)).toBe(false);
  });

  test('names the file and the line that it cannot read', async () => {
    const state = fresh();
    writeFileSync(state, `${morning[0]}\nnonsense\n`);
    const bad = await track([], '--state', state);
    expect({ code: bad.code, err: bad.err }).toEqual({
      code: 2,
      err: `surety: ${state} line 2: it is no JSON\n`,
    });
    writeFileSync(state, 'cut of');
    const cut = await track([], '--state', state);
    expect(cut.code).toBe(2);
    expect(cut.err).toContain('its last line is cut off');
  });
});

describe('track of several versions', () => {
  const versions = (second: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'surety-versions-'));
    const text = readFileSync('bench/track.plan', 'utf8');
    const [old, next] = [join(folder, 'old.plan'), join(folder, 'next.plan')];
    writeFileSync(old, text);
    writeFileSync(
      next,
      second === ''
        ? text
        : text.replace('effective  2020-01-01', `effective  ${second}`).replace('P1  30 min', 'P1  15 min'),
    );
    return [old, next] as const;
  };
  const line = (ticket: string, at: string) =>
    JSON.stringify({ ticket, at, event: 'opened', severity: 'P1' });

  test('judges each ticket by the one that was in force when it was opened', async () => {
    const [old, next] = versions('2026-07-01');
    const { code, out } = await call(['track', old, next], {
      stdin: `${line('A', '2026-06-30T21:59:00Z')}\n${line('B', '2026-06-30T22:00:00Z')}\n`,
    });
    expect(code).toBe(0);
    expect(verdicts(out)).toMatchObject([
      { ticket: 'A', clocks: [{ target: 'respond', due: '2026-06-30T22:29:00Z' }, {}] },
      { ticket: 'B', clocks: [{ target: 'respond', due: '2026-06-30T22:15:00Z' }, {}] },
    ]);
  });

  test('refuses versions that are not named oldest first', async () => {
    const [old, next] = versions('');
    const { code, err } = await call(['track', old, next], { stdin: '' });
    expect(code).toBe(2);
    expect(err).toContain('is in force from 2020-01-01, no later than the version before it');
  });
});
