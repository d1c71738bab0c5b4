import { describe, expect, test } from 'vitest';
import { call } from './call.ts';

const CONTRACT = 'test/corpus/good/by-severity.plan';
const ask = ['due', CONTRACT, '--opened', '2026-06-12T18:00'];

describe('the severity of a ticket', () => {
  test.each([
    [['impact=all', 'urgency=high'], 'P1', '18:30'],
    [['impact=all', 'urgency=low'], 'P2', '22:00'],
    [['impact=some', 'urgency=high'], 'P2', '22:00'],
  ])('follows from its facts %j where it is not stated', async (facts, severity, time) => {
    const { code, out } = await call([...ask, ...facts.flatMap((fact) => ['--fact', fact])]);
    expect(code).toBe(0);
    expect(out).toContain(`Basic, ${severity}, impact`);
    expect(out).toContain(`by Fri 2026-06-12 ${time} +02:00`);
  });

  test('is asked for where a fact that decides it is missing, with what can be typed', async () => {
    const { code, out, err } = await call([...ask, '--fact', 'impact=all']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('whether the ticket is `P1` depends on `urgency`, which it does not say');
    expect(err).toContain('--fact urgency=high | --fact urgency=low, or --severity P1 | P2');
  });

  test('that is stated against the facts holds, and the answer says so', async () => {
    const facts = ['--fact', 'impact=all', '--fact', 'urgency=high'];
    const { out } = await call([...ask, '--severity', 'P2', ...facts]);
    expect(out).toContain('Basic, P2,');
    expect(out).toContain('its facts make it P1, and it is stated as P2: these are the deadlines of P2');
    const json = await call([...ask, '--severity', 'P2', ...facts, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ severity: 'P2', severityByFacts: 'P1' });
  });

  test('that is stated as the facts have it is not remarked upon', async () => {
    const { out } = await call([
      ...ask,
      '--severity',
      'P1',
      '--fact',
      'impact=all',
      '--fact',
      'urgency=high',
    ]);
    expect(out).not.toContain('its facts');
  });

  test('that is stated and hangs on a fact not said is taken as stated', async () => {
    const { code, out } = await call([...ask, '--severity', 'P1', '--fact', 'impact=all']);
    expect(code).toBe(0);
    expect(out).not.toContain('its facts');
  });
});
