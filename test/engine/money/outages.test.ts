import { describe, expect, test } from 'vitest';
import { downTime, lengthOf, type Outage, spansOf } from '../../../src/engine/money/outages.ts';
import { instant, loaded } from './credited.ts';

const API = (terms: string) =>
  `availability "the API" 99% per month of real time, outage from "down" to "up", ${terms}`;
const june = (text: string) => instant(`2026-06-${text}+02:00`);

/** An outage such as `10T08:00 10T09:00`, of the service, with why and when it was announced where that is said. */
function out(span: string, more: Partial<Outage> = {}): Outage {
  const [from = '', to = ''] = span.split(' ').map(june);
  return { service: 'the API', from: Number(from), to: Number(to), reason: null, announced: null, ...more };
}

function shown(edges: readonly number[]): readonly string[] {
  return spansOf(edges).map(({ from, to }) =>
    [from, to].map((at) => new Date(at + 7_200_000).toISOString().slice(8, 19).replace(/:00$/, '')).join(' '),
  );
}

function down(terms: string, ...outages: readonly Outage[]) {
  const { engine, plan, ground } = loaded(API(terms));
  const [line] = plan.availability;
  if (line === undefined) throw new Error('there is no availability');
  const { counted, excluded } = downTime(engine, line, outages, ground);
  return { counted: shown(counted), excluded: excluded.map(({ text, spans }) => [text, ...shown(spans)]) };
}

describe('down time', () => {
  test('lasts to the end of the step that has begun', () => {
    const five = 'counted per started 5 min';
    expect(down(five, out('10T08:00 10T08:05')).counted).toEqual(['10T08:00 10T08:05']);
    expect(down(five, out('10T08:00 10T08:06')).counted).toEqual(['10T08:00 10T08:10']);
  });

  test('is of its own service, and of no outage without a length', () => {
    const one = 'counted per started 1 min';
    expect(down(one, out('10T08:00 10T08:05', { service: 'the site' })).counted).toEqual([]);
    expect(down(one, out('10T08:00 10T08:00'), out('10T08:05 10T08:00')).counted).toEqual([]);
  });

  test('is one where outages touch or lie in one another, and counts from the least on', () => {
    const least = 'counted per started 1 min, at least 10 min';
    expect(down(least, out('10T08:00 10T08:09')).counted).toEqual([]);
    expect(down(least, out('10T08:00 10T08:10')).counted).toEqual(['10T08:00 10T08:10']);
    expect(down(least, out('10T08:05 10T08:12'), out('10T08:00 10T08:06')).counted).toEqual([
      '10T08:00 10T08:12',
    ]);
    expect(down(least, out('10T08:00 10T08:06'), out('10T08:07 10T08:12')).counted).toEqual([]);
  });

  test('leaves out what an exclusion speaks of, in its words', () => {
    const force = 'counted per started 1 min, except "force majeure"';
    const outage = (reason: string | null) => down(force, out('10T08:00 10T09:00', { reason }));
    expect(outage('force majeure')).toEqual({
      counted: [],
      excluded: [['force majeure', '10T08:00 10T09:00']],
    });
    expect(outage('fire')).toEqual({ counted: ['10T08:00 10T09:00'], excluded: [['force majeure']] });
    expect(outage(null).counted).toEqual(['10T08:00 10T09:00']);
  });

  test('counts the notice in business days, where it is said in them', () => {
    const announced =
      'counted per started 1 min, except "maintenance" announced 2 business days in Office before';
    const counted = (when: number) =>
      down(announced, out('15T08:00 15T09:00', { reason: 'maintenance', announced: when })).counted.length;
    // Monday the 15th of June 2026: two business days before it is Thursday the 11th, at the same time.
    expect(counted(instant('2026-06-11T08:00+02:00'))).toBe(0);
    expect(counted(instant('2026-06-11T08:00:01+02:00'))).toBe(1);
  });

  test('leaves out what was announced so long before', () => {
    const announced = 'counted per started 1 min, except "maintenance" announced 48 h before';
    const at = (when: number | null) =>
      down(announced, out('10T08:00 10T09:00', { reason: 'maintenance', announced: when })).counted.length;
    expect(at(june('08T08:00'))).toBe(0);
    expect(at(june('08T08:01'))).toBe(1);
    expect(at(null)).toBe(1);
    const unannounced = 'counted per started 1 min, except "maintenance"';
    expect(down(unannounced, out('10T08:00 10T09:00', { reason: 'maintenance' })).counted).toEqual([]);
  });

  test('leaves out the first so many hours of each month', () => {
    const capped = 'counted per started 1 min, except "maintenance" up to 4 h per month';
    const reason = 'maintenance';
    expect(
      down(
        capped,
        out('10T08:00 10T11:00', { reason }),
        out('12T08:00 12T11:00', { reason }),
        out('14T08:00 14T09:00', { reason }),
      ),
    ).toEqual({
      counted: ['12T09:00 12T11:00', '14T08:00 14T09:00'],
      excluded: [['maintenance', '10T08:00 10T11:00', '12T08:00 12T09:00']],
    });
    // Over the end of the month each has its four hours.
    const july = { from: june('30T19:00'), to: instant('2026-07-01T05:00+02:00') };
    expect(down(capped, { ...out('10T08:00 10T09:00', { reason }), ...july }).counted).toEqual([
      '30T23:00 01T00:00',
      '01T04:00 01T05:00',
    ]);
    expect(down(capped).excluded).toEqual([['maintenance']]);
  });

  test('that is left out takes nothing from an outage beside it, whose last step is cut by it', () => {
    const both = 'counted per started 10 min, except "maintenance"';
    expect(
      down(both, out('10T08:00 10T08:25'), out('10T08:28 10T09:00', { reason: 'maintenance' })).counted,
    ).toEqual(['10T08:00 10T08:28']);
    // An outage of its own within what is left out does not count, and one over its end does from there on.
    expect(
      down(both, out('10T08:30 10T09:05'), out('10T08:28 10T09:00', { reason: 'maintenance' })).counted,
    ).toEqual(['10T09:00 10T09:10']);
  });

  test('does not go on behind what is left out, where it ended within it', () => {
    const both = 'counted per started 60 min, except "maintenance"';
    expect(
      down(both, out('10T08:00 10T08:15'), out('10T08:10 10T08:20', { reason: 'maintenance' })).counted,
    ).toEqual(['10T08:00 10T08:10']);
  });

  test('counts again what exceeds a cap, with the steps that it has begun', () => {
    const capped = 'counted per started 10 min, except "maintenance" up to 1 h per month';
    expect(down(capped, out('10T08:00 10T09:05', { reason: 'maintenance' })).counted).toEqual([
      '10T09:00 10T09:10',
    ]);
  });
});

test('the length of a set of instants is that of its spans', () => {
  expect(lengthOf([])).toBe(0);
  expect(lengthOf([1, 3, 10, 15])).toBe(7);
  expect(spansOf([1, 3, 10, 15])).toEqual([
    { from: 1, to: 3 },
    { from: 10, to: 15 },
  ]);
});
