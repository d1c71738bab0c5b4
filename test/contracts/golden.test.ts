import { describe, expect, test } from 'vitest';
import { deadline, targetOf, type TicketFacts } from '../../src/reference/index.ts';
import { formatInstantUtc, parseInstant } from '../../src/time/iso-instant.ts';
import { call } from '../cli/call.ts';
import golden from '../golden/golden.json' with { type: 'json' };
import { contractNamed, keyOf, planIndex } from './shipped.ts';

function instant(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`);
  return parsed.instant;
}

const rows = golden.rows.map((row) => ({ ...row, region: row.region === '' ? null : row.region }));

test('there are golden deadlines for three of the contracts', () => {
  expect(rows).toHaveLength(56);
  expect(new Set(rows.map(({ contract }) => contract))).toEqual(new Set(['mst', 'gold', 'express']));
});

describe.each(rows)(
  '$contract $plan $region $severity, opened $opened, is to $target by $due',
  ({ contract, plan, region, severity, target: metric, opened, dueUtc }) => {
    const shipped = contractNamed(contract);
    const facts: TicketFacts = {
      severity,
      region,
      channel: null,
      type: null,
      facts: new Map(),
      zone: null,
      holidays: null,
    };
    const due = instant(dueUtc);

    test('by the compiled contract', () => {
      const { engine } = shipped;
      const target = engine.selectTarget(
        planIndex(shipped, plan),
        metric,
        keyOf(shipped, facts),
        instant(opened),
      );
      expect(target && engine.deadline(target.promise, instant(opened))).toEqual({
        kind: 'due',
        due,
        soft: null,
      });
    });

    test('by the reference, from the contract as it was checked', () => {
      const target = targetOf(shipped.contract, plan, metric, facts, instant(opened));
      expect(target && deadline(shipped.contract, target.promise, facts, instant(opened))).toEqual({
        kind: 'due',
        due,
        soft: null,
      });
    });

    test('by the command line', async () => {
      const { code, out, err } = await call([
        ...['due', shipped.path, '--plan', plan, '--severity', severity, '--opened', opened],
        ...(region === null ? [] : ['--region', region]),
        ...['--target', metric, '--json'],
      ]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(JSON.parse(out)).toMatchObject({
        plan,
        severity,
        region,
        opened: formatInstantUtc(instant(opened)),
        clocks: [{ target: metric, due: dueUtc, status: 'running' }],
      });
    });
  },
);
