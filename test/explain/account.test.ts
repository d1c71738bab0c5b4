import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContract } from '../../src/check/check-contract.ts';
import { Collector } from '../../src/diagnostics/collector.ts';
import { type Engine, loadPlan } from '../../src/engine/index.ts';
import { account, type Account } from '../../src/explain/account.ts';
import { lower } from '../../src/plan/lower.ts';
import { parseFile } from '../../src/syntax/parse.ts';
import { createSourceFile } from '../../src/text/source.ts';
import { formatInstantUtc, parseInstant } from '../../src/time/iso-instant.ts';

const CONTRACT = `contract "Desk" { zone Europe/Berlin }
severities { P1; P2; P3; P4; P5; P6 }
holidays Own {
  source "the desk"
  covers 2020..2035
  2026-06-04  "Corpus Christi"
  2026-12-24  from 14:00  "Christmas Eve"
}
calendar Office {
  zone Europe/Berlin
  open Mon..Thu 09:00-12:00, 13:00-17:00
  open Fri 09:00-15:00
  closed 2026-06-09 "stocktaking"
  season "summer" 2026-07-01 .. 2026-08-31 { open Mon..Fri 08:00-14:00 }
  holidays Own
}
calendar Night {
  zone America/New_York
  open Mon..Sun 22:00-06:00
  holidays none
}
calendar Cover = Office or Night
calendar Quiet = 24x7 except Office
plan Basic {
  targets {
        respond
    P1  16 h in Office
    P2  24 h in Cover
    P3  40 h in Quiet
    P4  5 h
    P5  3 business days in Office at close, received outside hours at next opening, day of receipt does not count, cut-off 14:00
    P6  5 calendar days in Office at 17:00, received outside hours as received, day of receipt counts
  }
}
`;

function engineOf(text: string): Engine {
  const collector = new Collector();
  const { contract } = checkContract([parseFile(createSourceFile('desk.plan', text), collector)], collector);
  expect(collector.diagnostics.filter((finding) => finding.level === 'error')).toEqual([]);
  return loadPlan(lower(contract));
}

const engine = engineOf(CONTRACT);

function instant(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.instant;
}

function accountFor(severity: number, start: number): Extract<Account, { kind: 'due' }> {
  const ticket = { severity, region: -1, channel: -1, type: -1, facts: [] };
  const target = engine.selectTarget(0, 'respond', ticket, start);
  if (target === null) throw new Error('no target');
  const result = account(engine, target, start);
  if (result.kind !== 'due') throw new Error('no deadline');
  return result;
}

const lines = ({ stretches }: Extract<Account, { kind: 'due' }>) =>
  stretches.map(
    ({ from, to, counted, reason, origin }) =>
      `${formatInstantUtc(from)} ${formatInstantUtc(to)} ${counted ? '+' : '-'} ${reason} @${String(origin?.line ?? 0)}`,
  );

describe('the accounting of a deadline', () => {
  it('names the clause that opens or shuts each stretch: lunch, the night, a holiday', () => {
    expect(lines(accountFor(0, instant('2026-06-03T11:00+02:00')))).toEqual([
      '2026-06-03T09:00:00Z 2026-06-03T10:00:00Z + `Office` is open: Wed 09:00-12:00, 13:00-17:00 @11',
      '2026-06-03T10:00:00Z 2026-06-03T11:00:00Z - `Office` is shut: outside 09:00-12:00, 13:00-17:00 @11',
      '2026-06-03T11:00:00Z 2026-06-03T15:00:00Z + `Office` is open: Wed 09:00-12:00, 13:00-17:00 @11',
      '2026-06-03T15:00:00Z 2026-06-03T22:00:00Z - `Office` is shut: outside 09:00-12:00, 13:00-17:00 @11',
      '2026-06-03T22:00:00Z 2026-06-04T22:00:00Z - `Office` is shut: holiday (Corpus Christi) @15',
      '2026-06-04T22:00:00Z 2026-06-05T07:00:00Z - `Office` is shut: outside 09:00-15:00 @12',
      '2026-06-05T07:00:00Z 2026-06-05T13:00:00Z + `Office` is open: Fri 09:00-15:00 @12',
      '2026-06-05T13:00:00Z 2026-06-05T22:00:00Z - `Office` is shut: outside 09:00-15:00 @12',
      '2026-06-05T22:00:00Z 2026-06-06T22:00:00Z - `Office` is shut: no hours on Sat @11',
      '2026-06-06T22:00:00Z 2026-06-07T22:00:00Z - `Office` is shut: no hours on Sun @11',
      '2026-06-07T22:00:00Z 2026-06-08T07:00:00Z - `Office` is shut: outside 09:00-12:00, 13:00-17:00 @11',
      '2026-06-08T07:00:00Z 2026-06-08T10:00:00Z + `Office` is open: Mon 09:00-12:00, 13:00-17:00 @11',
      '2026-06-08T10:00:00Z 2026-06-08T11:00:00Z - `Office` is shut: outside 09:00-12:00, 13:00-17:00 @11',
      '2026-06-08T11:00:00Z 2026-06-08T13:00:00Z + `Office` is open: Mon 09:00-12:00, 13:00-17:00 @11',
    ]);
  });

  it('counts dates one by one, and says why a date does not count', () => {
    // Received Wed 15:00, after the cut-off; Thu is a holiday, so receipt moves to Friday's opening.
    expect(lines(accountFor(4, instant('2026-06-03T15:00+02:00')))).toEqual([
      '2026-06-03T13:00:00Z 2026-06-04T22:00:00Z - received outside hours or after the cut-off, taken as received later @0',
      '2026-06-04T22:00:00Z 2026-06-05T22:00:00Z - the day of receipt does not count @0',
      '2026-06-05T22:00:00Z 2026-06-06T22:00:00Z - `Office` is shut: no hours on Sat @11',
      '2026-06-06T22:00:00Z 2026-06-07T22:00:00Z - `Office` is shut: no hours on Sun @11',
      '2026-06-07T22:00:00Z 2026-06-08T22:00:00Z + day 1 of 3: business day 2026-06-08 @0',
      '2026-06-08T22:00:00Z 2026-06-09T22:00:00Z - `Office` is shut: 2026-06-09 closed (stocktaking) @13',
      '2026-06-09T22:00:00Z 2026-06-10T22:00:00Z + day 2 of 3: business day 2026-06-10 @0',
      '2026-06-10T22:00:00Z 2026-06-11T15:00:00Z + day 3 of 3: business day 2026-06-11 @0',
    ]);
  });

  it('tiles the time from start to deadline, and its counted amounts sum to the promise', () => {
    const starts = fc.integer({ min: instant('2021-01-01T00:00Z'), max: instant('2034-01-01T00:00Z') });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), starts, (severity, start) => {
        const { due, stretches, promised } = accountFor(severity, start);
        let at = start;
        let sum = 0;
        for (const stretch of stretches) {
          expect(stretch.from).toBe(at);
          expect(stretch.to).toBeGreaterThanOrEqual(stretch.from);
          sum += stretch.amount;
          expect(stretch.sum).toBe(sum);
          expect(stretch.amount > 0).toBe(stretch.counted);
          at = stretch.to;
        }
        expect(at).toBe(due);
        expect(sum).toBe(promised);
      }),
      { numRuns: 200 },
    );
  });
});
