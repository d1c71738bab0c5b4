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
