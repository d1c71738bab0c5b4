import { beforeAll, describe, expect, it } from 'vitest';
import { plainPalette } from '../../src/diagnostics/palette.ts';
import { comparisonText } from '../../src/report/comparison-text.ts';
import type { Outcome } from '../../src/simulate/outcome.ts';
import { summarize } from '../../src/simulate/summarize.ts';
import { smallComparison } from './small-comparison.ts';

const CONTEXT = { toolVersion: '0.1.0', node: '20.20.2' };

let outcome: Outcome;
beforeAll(async () => {
  outcome = await smallComparison();
});

function textAt(width: number): string {
  return comparisonText(outcome, summarize(outcome), CONTEXT, { width, palette: plainPalette });
}

describe('a comparison in text', () => {
  it('says what was compared, on what, and with which data', () => {
    expect(textAt(80).split('\n\n')[0]).toMatchInlineSnapshot(`
      "MST product support
      plans Standard, Enhanced, Premium of version 1
      replayed from small.csv
      8 tickets in 9 rows; 7 used, 1 not
      not used: 1, \`respond\` stops before the ticket is opened: E
      rows not read: 1, too few fields: line 10
      opened from 2016-02-01 09:00 to 2016-02-10 08:59 (UTC)
      surety 0.1.0, Node 20.20.2, time-zone data test"
    `);
  });

  it('shows each promise in words beside what became of it', () => {
    const text = textAt(80);
    expect(text.slice(text.indexOf('price') - 2, text.indexOf('worst misses'))).toMatchInlineSnapshot(`
      "  price  EUR 1499.00 per month,  not stated              not stated
               billed per year

      respond
                          Standard            Enhanced            Premium
      S1   promise        16 h in Standard    8 h in Enhanced     2 h
           attained       50.0 %              50.0 %              50.0 %
           95 % interval  9.5 to 90.5 %       9.5 to 90.5 %       9.5 to 90.5 %
           missed         1 of 2              1 of 2              1 of 2
           median wait    30 min              30 min              30 min
           p90 wait       3 d                 3 d                 3 d
           not judged     1 running           1 running           1 running

      S2   promise        40 h in Standard    16 h in Enhanced    4 h
           attained       50.0 %              50.0 %              50.0 %
           95 % interval  9.5 to 90.5 %       9.5 to 90.5 %       9.5 to 90.5 %
           missed         1 of 2              1 of 2              1 of 2
           median wait    1 h                 1 h                 1 h
           p90 wait       1 h                 1 h                 1 h

      S3   promise        80 h in Standard    40 h in Enhanced    best effort
           attained       100.0 %             0.0 %               -
           95 % interval  20.7 to 100.0 %     0.0 to 79.3 %       -
           missed         0 of 1              1 of 1              -
           median wait    8 d                 8 d                 8 d
           p90 wait       8 d                 8 d                 8 d
           not judged     1 running           1 running           2 best effort

      S4   promise        130 h in Standard   80 h in Enhanced    40 h
           tickets        none                none                none

      all  promise        90 % per month of
                          tickets closed
           attained       60.0 %              40.0 %              50.0 %
           95 % interval  23.1 to 88.2 %      11.8 to 76.9 %      15.0 to 85.0 %
           missed         2 of 5              3 of 5              2 of 4
           median wait    1 h                 1 h                 1 h
           p90 wait       8 d                 8 d                 8 d
           not judged     2 running           2 running           1 running,
                                                                  2 best effort

      "
    `);
  });

  it('ends with the worst misses and the notes', () => {
    const text = textAt(80);
    expect(text.slice(text.indexOf('worst misses'), text.indexOf('  - Waits'))).toMatchInlineSnapshot(`
      "worst misses of respond: time past the deadline
                               Standard       Enhanced       Premium
        D S2 2016-02-01 12:00  never stopped  never stopped  never stopped
        F S3 2016-02-01 13:00  met            4 d 20 h       best effort
        B S1 2016-02-01 09:00  1 d 17 h       2 d 16 h       2 d 22 h

      notes
        - Attainment is met / (met + missed); running, unmeasured and unpromised
          tickets are in neither count.
      "
    `);
  });

  it('keeps within the width it is given, from 80 columns on', () => {
    for (const width of [80, 100, 120, 200]) {
      expect(
        Math.max(
          ...textAt(width)
            .split('\n')
            .map((line) => line.length),
        ),
      ).toBeLessThanOrEqual(width);
    }
  });

  it('sets headings off by the palette alone, without moving a column', () => {
    const marked = comparisonText(outcome, summarize(outcome), CONTEXT, {
      width: 80,
      palette: { ...plainPalette, strong: (text) => `<b>${text}</b>`, faint: (text) => `<i>${text}</i>` },
    });
    expect(marked).toContain('<b>respond</b>');
    expect(marked.replace(/<\/?[bi]>/g, '').replace(/ +$/gm, '')).toBe(textAt(80));
  });

  it('says so when there are no tickets at all', () => {
    const none: Outcome = {
      ...outcome,
      tickets: {
        count: 0,
        id: () => '',
        run: new Uint16Array(),
        opened: new Float64Array(),
        severity: new Uint8Array(),
        region: new Int8Array(),
        channel: new Int8Array(),
        type: new Int8Array(),
        facts: [],
      },
      plans: outcome.plans.map(({ plan }) => ({
        plan,
        metrics: [
          {
            metric: 'respond',
            due: new Float64Array(),
            stopped: new Float64Array(),
            status: new Uint8Array(),
          },
        ],
      })),
    };
    const text = comparisonText(none, summarize(none), CONTEXT, { width: 80, palette: plainPalette });
    expect(text).toContain('no tickets');
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });
});
