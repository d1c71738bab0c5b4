import { expect, test } from 'vitest';
import { answerable, type Asked } from '../../src/analyze/span.ts';
import { askedToCompare, comparePlans } from '../../src/analyze/compare-plans.ts';
import { HorizonError, loadPlan } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import { formatInstantUtc } from '../../src/time/iso-instant.ts';
import { checkText } from '../check/findings.ts';

const DAY = 86_400_000;
const outside = () => {
  throw new HorizonError('Office', {
    from: 0,
    to: 0,
    firstDate: '',
    lastDate: '',
    reason: 'its holidays end',
  });
};

/** Known up to a day, but for one. */
const knownUpTo = (last: number, gap = Infinity): Asked => ({
  at: (opened) => (opened >= last * DAY || Math.floor(opened / DAY) === gap ? outside() : opened),
  over: ({ to }) => (to > Math.min(last, gap) * DAY ? outside() : to),
});

test('a span ends where what is asked does, and is none where that is not known from the first', () => {
  const span = { from: 0, to: 100 * DAY };
  expect(answerable(span, [knownUpTo(200)])).toEqual(span);
  expect(answerable(span, [knownUpTo(40), knownUpTo(70)])).toEqual({ from: 0, to: 40 * DAY });
  expect(answerable(span, [knownUpTo(0)])).toBeNull();
});

test('a span ends before the first opening that is not known, though later ones are', () => {
  expect(answerable({ from: 0, to: 100 * DAY }, [knownUpTo(40, 37)])).toEqual({ from: 0, to: 37 * DAY });
});

test('a ticket that is due later than one opened after it ends the span of a comparison, and does not break it', () => {
  // After the cut-off of Christmas Eve a ticket counts as Monday's, and is due in another year; one of Christmas is due on
  // the 30th.
  const { contract } = checkText(`contract "Desk" { zone Europe/Berlin }
holidays Own { covers 2026..2026; every 12-25 "Christmas" }
calendar Office { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays Own }
plan Basic {
  targets {
    respond
    all 5 calendar days in Office at close, received outside hours as received, day of receipt does not count, cut-off 12:00, ending outside hours stays
  }
}
`);
  const engine = loadPlan(lower(contract));
  const contenders = [{ engine, plan: 0 }];
  const span = answerable(
    { from: Date.UTC(2026, 5, 1), to: Date.UTC(2027, 5, 1) },
    askedToCompare(contenders),
  );
  if (span === null) throw new Error('nothing is known');
  expect(formatInstantUtc(span.to)).toBe('2026-12-24T00:00:00Z');
  expect(comparePlans(contenders, span).promises[0]?.figures[0]?.waits?.worst.ms).toBeGreaterThan(5 * DAY);
});
