import { beforeAll, describe, expect, test, vi } from 'vitest';
import { runTui } from '../../../src/tui/index.ts';
import type { ReadyModel } from '../../../src/tui/model.ts';
import { call } from '../../cli/call.ts';
import { headlessTerminal } from '../headless-terminal.ts';
import { shippedModel } from '../shipped.ts';

const RUNS = 3;
const SEED = 11;

/** The part of `simulate --json` that the overview shows. */
interface Json {
  readonly tickets: number;
  readonly plans: readonly {
    readonly name: string;
    readonly attainmentPromised: readonly {
      readonly metric: string;
      readonly share: { readonly numerator: number; readonly denominator: number } | null;
    }[];
    readonly metrics: readonly {
      readonly metric: string;
      readonly overall: Figures;
      readonly bySeverity: readonly (Figures & { readonly severity: string; readonly promise: string })[];
    }[];
  }[];
}

interface Figures {
  readonly tickets: number;
  readonly missed: number;
  readonly words: { readonly [word: string]: number };
  readonly attainment: {
    readonly met: number;
    readonly judged: number;
    readonly share: number;
    readonly interval: { readonly low: number; readonly high: number };
  } | null;
  readonly late: { readonly count: number; readonly totalMs: number } | null;
}

describe.each(['simulations/express.sim', 'simulations/mattermost.sim'])('%s', (file) => {
  let json: Json;
  let model: ReadyModel;
  beforeAll(async () => {
    const called = await call(['simulate', file, '--json', '--runs', String(RUNS), '--seed', String(SEED)]);
    expect(called.code).toBe(0);
    json = JSON.parse(called.out) as Json;
    model = await shippedModel(file, RUNS, SEED);
  });

  test.each([
    [160, 50],
    [120, 40],
    [80, 24],
    [70, 30],
  ])(
    'shows at %i x %i in every cell of the overview what `simulate --json` says of it',
    async (columns, rows) => {
      const terminal = headlessTerminal(columns, rows);
      const ended = runTui(model, terminal, { colour: false, ascii: false });
      const wanted = linesOf(json);
      const seen = new Set<string>();
      for (const [place, line] of wanted.entries()) {
        await vi.waitFor(async () => {
          expect((await terminal.rows()).some((row) => labelOf(row) === `›${line.label}`)).toBe(true);
        }, 3000);
        const screen = await terminal.rows();
        expect(screen[0]).toContain(`${grouped(json.tickets)} tickets, seed ${String(SEED)}`);
        const at = screen.findIndex((row) => labelOf(row) === `›${line.label}`);
        const cells = cellsAt(screen, at, columns, json.plans.length);
        for (const [plan, figures] of line.figures.entries()) {
          expect(`${line.label} ${String(plan)}: ${cells[plan] ?? ''}`).toBe(
            `${line.label} ${String(plan)}: ${cellOf(figures, line.promised[plan] ?? null, columns)}`,
          );
          seen.add(`${line.label} ${String(place)} ${String(plan)}`);
        }
        terminal.type('j');
      }
      expect(seen.size).toBe(wanted.length * json.plans.length);
      terminal.type('q');
      expect(await ended).toBe(0);
    },
  );
});

interface Line {
  readonly label: string;
  readonly figures: readonly (Figures | null)[];
  readonly promised: readonly (number | null)[];
}

/** What the overview should list: each metric over all tickets, then by the severities that have any. */
function linesOf(json: Json): readonly Line[] {
  const metrics = [...new Set(json.plans.flatMap((plan) => plan.metrics.map(({ metric }) => metric)))];
  return metrics.flatMap((metric) => {
    const ofPlans = json.plans.map((plan) => plan.metrics.find((one) => one.metric === metric) ?? null);
    const promised = json.plans.map((plan) => {
      const share = plan.attainmentPromised.find((one) => one.metric === metric)?.share ?? null;
      return share === null ? null : share.numerator / share.denominator;
    });
    const severities = (ofPlans[0]?.bySeverity ?? []).filter(({ tickets }) => tickets > 0);
    return [
      { label: metric, figures: ofPlans.map((one) => one?.overall ?? null), promised },
      ...severities.map(({ severity }) => ({
        label: `  ${severity}`,
        figures: ofPlans.map((one) => one?.bySeverity.find((each) => each.severity === severity) ?? null),
        promised,
      })),
    ];
  });
}

/** The words of a cell, one space between them. */
function cellOf(figures: Figures | null, promised: number | null, columns: number): string {
  const attainment = figures?.attainment ?? null;
  if (figures === null || attainment === null) {
    const [word = 'no tickets'] = Object.keys(figures?.words ?? {});
    return word;
  }
  const { share, interval } = attainment;
  const [mark, word] =
    promised === null
      ? ['', '']
      : interval.low >= promised
        ? ['✓', 'kept']
        : interval.high < promised
          ? ['✗', 'broken']
          : ['?', 'unclear'];
  const end = (value: number): string => percent(value).replace(/^(100|0)\.0$/, '$1');
  const wordless = columns >= 80 && columns < 120;
  return [
    wordless ? percent(share) + mark : percent(share),
    wordless ? '' : `${mark} ${word}`.trim(),
    `${end(interval.low)}-${end(interval.high)}`,
    grouped(figures.missed),
    columns >= 80 && columns < 160 ? '' : breach(figures.late),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function percent(share: number): string {
  const tenths = Math.round(share * 1000);
  if (share > 0 && tenths === 0) return '0.1';
  if (share < 1 && tenths === 1000) return '99.9';
  return (tenths / 10).toFixed(1);
}

/** Days and hours and so on, in the two largest units. */
function breach(late: Figures['late']): string {
  if (late === null) return '-';
  if (late.count === 0) return 'no end';
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
  ] as const;
  const first = units.findIndex(([, ms]) => late.totalMs >= ms);
  const [large, small] = [units[first], units[first + 1]];
  if (large === undefined || small === undefined) throw new Error('the misses are longer than a second');
  const rounded = Math.round(late.totalMs / small[1]) * small[1];
  const rest = Math.round((rounded % large[1]) / small[1]);
  const whole = `${String(Math.floor(rounded / large[1]))} ${large[0]}`;
  return rest === 0 ? whole : `${whole} ${String(rest)} ${small[0]}`;
}

function grouped(count: number): string {
  return new Intl.NumberFormat('en').format(count);
}

/** Names of promises are no longer than eight letters here, behind the cursor. */
function labelOf(row: string): string {
  return row.slice(0, 10).trimEnd();
}

/** The cells of the plans: in their columns, or in a row each where the screen is narrow. */
function cellsAt(screen: readonly string[], at: number, columns: number, plans: number): readonly string[] {
  const words = (text: string): string =>
    text
      .split(/ +/)
      .filter((word) => word !== '')
      .join(' ');
  if (columns < 80)
    return Array.from({ length: plans }, (_, plan) => words((screen[at + plan] ?? '').slice(23)));
  const label = columns >= 120 ? 15 : 11;
  const width = Math.floor((columns - label) / plans);
  return Array.from({ length: plans }, (_, plan) =>
    words((screen[at] ?? '').slice(label + plan * width, label + (plan + 1) * width)),
  );
}
