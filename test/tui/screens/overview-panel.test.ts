/** What the overview says below its table, figure by figure, against `simulate --json` of the same seed. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReadyModel } from '../../../src/tui/model.ts';
import { durationWords } from '../../../src/report/duration-words.ts';
import { percentDigits } from '../../../src/report/share-words.ts';
import { screenLines } from '../../../src/tui/screens/screen-lines.ts';
import { startState, update } from '../../../src/tui/state/update.ts';
import type { TuiState } from '../../../src/tui/state/state.ts';
import { unicodeGlyphs } from '../../../src/tui/text/glyphs.ts';
import { createTheme } from '../../../src/tui/text/theme.ts';
import { call } from '../../cli/call.ts';
import { shippedModel } from '../shipped.ts';

const SEED = 7;

interface Figures {
  readonly tickets: number;
  readonly missed: number;
  readonly attainment: {
    readonly share: number;
    readonly judged: number;
    readonly interval: { readonly low: number; readonly high: number };
  } | null;
  readonly wait: { readonly medianMs: number; readonly p90Ms: number; readonly p99Ms: number } | null;
  readonly late: {
    readonly count: number;
    readonly neverStopped: number;
    readonly medianMs: number;
    readonly maxMs: number;
    readonly totalMs: number;
  } | null;
}

interface Mean {
  readonly mean: number;
}

interface Json {
  readonly plans: readonly {
    readonly name: string;
    readonly metrics: readonly {
      readonly metric: string;
      readonly overall: Figures;
      readonly bySeverity: readonly (Figures & { readonly severity: string })[];
    }[];
  }[];
  readonly differences: readonly {
    readonly metric: string;
    readonly first: string;
    readonly second: string;
    readonly interval: { readonly centre: number; readonly low: number; readonly high: number } | null;
    readonly onlyFirstMet: number;
    readonly onlySecondMet: number;
  }[];
  readonly costs: {
    readonly plans: readonly {
      readonly customer: {
        readonly total: readonly { readonly mean: string }[] | null;
        readonly quotas: readonly {
          readonly used: Mean;
          readonly left: Mean;
          readonly over: Mean;
          readonly granted: Mean;
        }[];
      } | null;
    }[];
  } | null;
  readonly answers: {
    readonly plans: readonly {
      readonly metrics: readonly {
        readonly metric: string;
        readonly weeks: readonly {
          readonly week: string;
          readonly judged: number;
          readonly missed: number;
        }[];
        readonly worstWeeks: readonly string[];
      }[];
    }[];
  };
}

const theme = createTheme(unicodeGlyphs, false);
const plain = (state: TuiState): readonly string[] =>
  screenLines(state, theme).map((line) => line.replace(/\x1b\[[\d;]*m/g, ''));
const joined = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ');
const percent = (share: number): string => `${percentDigits(share)}%`;
const grouped = (count: number): string => new Intl.NumberFormat('en').format(count);
const press = (state: TuiState, ...keys: readonly string[]): TuiState =>
  keys.reduce<TuiState>((so, key) => update(so, { kind: 'key', key }), state);

/** Every sentence that a promise under a plan has to have. */
function sentencesOf({ missed, attainment, wait, late }: Figures): readonly string[] {
  if (attainment === null) return [];
  const { low, high } = attainment.interval;
  return [
    `${percent(attainment.share)} of ${grouped(attainment.judged)} met, 95%: ${percent(low)} to ${percent(high)}`,
    late === null
      ? 'nothing missed'
      : `${grouped(missed)} missed${late.count === 0 ? '' : `, by ${durationWords(late.medianMs)} (median), ${durationWords(late.maxMs)} at most`}${late.count > 1 ? `, ${durationWords(late.totalMs)} together` : ''}${late.neverStopped > 0 ? `, ${grouped(late.neverStopped)} never stopped` : ''}`,
    ...(wait === null
      ? []
      : [
          `waited ${durationWords(wait.medianMs)} (median), ${durationWords(wait.p90Ms)} (90%), ${durationWords(wait.p99Ms)} (99%)`,
        ]),
  ];
}

describe.each([
  ['simulations/express.sim', 3],
  ['simulations/gold.sim', 6],
  ['simulations/helpdesk.sim', 4],
  ['simulations/mattermost.sim', 2],
  ['simulations/service-desk.sim', 1],
])('%s', (file, runs) => {
  let json: Json;
  let model: ReadyModel;
  beforeAll(async () => {
    const called = await call(['simulate', file, '--json', '--runs', String(runs), '--seed', String(SEED)]);
    json = JSON.parse(called.out) as Json;
    model = await shippedModel(file, runs, SEED);
  }, 60_000);

  /** The figures that each line of the overview is of, in its order. */
  const lines = (): readonly (readonly (Figures | null)[])[] => {
    const metrics = [...new Set(json.plans.flatMap((plan) => plan.metrics.map(({ metric }) => metric)))];
    return metrics.flatMap((metric) => {
      const ofPlans = json.plans.map((plan) => plan.metrics.find((one) => one.metric === metric));
      const severities = [...(ofPlans[0]?.bySeverity ?? [])].filter(({ tickets }) => tickets > 0);
      return [
        ofPlans.map((one) => one?.overall ?? null),
        ...severities.map(({ severity }) =>
          ofPlans.map((one) => one?.bySeverity.find((each) => each.severity === severity) ?? null),
        ),
      ];
    });
  };

  test('says on a wide screen of every promise under every plan, in its column, what the JSON says', () => {
    let state: TuiState = startState(model, { columns: 160, rows: 60 });
    let said = 0;
    const width = Math.floor((160 - 15) / json.plans.length);
    for (const figures of lines()) {
      const screen = plain(state);
      const from = screen.findIndex((line) => line.startsWith('──'));
      for (const [plan, one] of figures.entries()) {
        if (one === null) continue;
        const at = 15 + plan * width;
        const column = joined(screen.slice(from + 2).map((line) => line.slice(at, at + width)));
        for (const sentence of sentencesOf(one)) {
          expect(column).toContain(sentence);
          said += 1;
        }
      }
      state = press(state, 'j');
    }
    expect(said).toBeGreaterThan(0);
  });

  test.each([
    [80, 44],
    [70, 50],
  ])('says the same of the chosen plan at %i x %i', (columns, rows) => {
    let state: TuiState = startState(model, { columns, rows });
    for (const figures of lines()) {
      for (const one of figures) {
        const screen = plain(state);
        const from = screen.findIndex((line) => line.startsWith('──'));
        const text = joined(screen.slice(from + 1));
        for (const sentence of one === null ? [] : sentencesOf(one)) expect(text).toContain(sentence);
        state = press(state, 'tab');
      }
      state = press(state, 'j');
    }
  });

  test('says how the plans differ on the same tickets, what they cost, and what is left of what they include', () => {
    const wide = joined(plain(startState(model, { columns: 160, rows: 70 })));
    const [metric] = json.plans.flatMap((plan) => plan.metrics.map((one) => one.metric));
    const points = (share: number): string => `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)}`;
    for (const one of json.differences.filter((each) => each.metric === metric && each.interval !== null)) {
      const { centre, low, high } = one.interval ?? { centre: NaN, low: NaN, high: NaN };
      expect(wide).toContain(
        `${one.second} ${points(centre)} points (95%: ${points(low)} to ${points(high)}): met ${grouped(one.onlySecondMet)} that ${one.first} missed, missed ${grouped(one.onlyFirstMet)} that it met`,
      );
    }
    for (const { metrics } of json.answers.plans) {
      const told = metrics.find((one) => one.metric === metric);
      const words = (told?.worstWeeks ?? []).slice(0, 3).map((name) => {
        const { judged = NaN, missed = NaN } = told?.weeks.find(({ week }) => week === name) ?? {};
        return `${name} ${percent((judged - missed) / judged)}`;
      });
      if (words.length === 0) continue;
      expect(wide).toContain(`worst: ${words.join(', ')}`);
    }
    const page = plain(press(startState(model, { columns: 200, rows: 90 }), '6'));
    // The first plan's name stands where the labels end.
    const names = page[page.findIndex((line) => line.startsWith(' cost over ')) + 1] ?? '';
    const label = names.search(/\S/);
    for (const [plan, { customer }] of (json.costs?.plans ?? []).entries()) {
      const width = Math.floor((200 - label) / json.plans.length);
      const cell = (said: string): string => {
        const at = page.findIndex((line) => line.trimStart().startsWith(said));
        const column = page
          .slice(at, at + 3)
          .map((line) => line.slice(label + plan * width, label + (plan + 1) * width));
        return joined(column);
      };
      const number = (value: number): string =>
        grouped(Number(value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)));
      for (const money of customer?.total ?? []) {
        expect(cell('in all')).toContain(grouped(Number(money.mean)));
      }
      const [quota] = customer?.quotas ?? [];
      if (quota === undefined || quota.granted.mean === 0) continue;
      expect(cell('incidents used')).toContain(`of ${number(quota.granted.mean)}`);
      for (const kind of ['used', 'left', 'over'] as const) {
        if (kind === 'over' && quota.over.mean === 0) continue;
        expect(cell(`incidents ${kind}`)).toMatch(
          new RegExp(String.raw`^${number(quota[kind].mean).replace('.', String.raw`\.`)} `),
        );
      }
    }
  });
});

test.each([
  ['simulations/express.sim', 3],
  ['simulations/gold.sim', 6],
])(
  'the page of advice on %s has the figures of `simulate --recommend --json`',
  async (file, runs) => {
    const { out } = await call([
      ...['simulate', file, '--recommend', '--desks', '1', '--json'],
      ...['--runs', String(runs), '--seed', String(SEED)],
    ]);
    const { plan, candidates } = JSON.parse(out) as {
      readonly plan: string | null;
      readonly candidates: readonly {
        readonly plan: string;
        readonly wanted: readonly {
          readonly words: string;
          readonly verdict: string;
          readonly promised: number;
          readonly kept: number;
          readonly surelyKept: number;
        }[];
      }[];
    };
    const model = await shippedModel(file, runs, SEED);
    const start = startState(model, { columns: 200, rows: 90 });
    const text = joined(plain(press(start, '6')));
    const heads = joined(plain(start));
    for (const { plan: name } of candidates) {
      expect(heads.includes(`${name}, recommended`)).toBe(name === plan);
      expect(text.includes(`${name}, take this`)).toBe(name === plan);
    }
    for (const { promised, kept, surelyKept, verdict } of candidates.flatMap(({ wanted }) => wanted)) {
      expect(text).toContain(
        verdict === 'not promised'
          ? `promised to ${percentDigits(promised)} %`
          : `${percentDigits(kept)} % (surely ${percentDigits(surelyKept)} %)`,
      );
    }
  },
  60_000,
);
