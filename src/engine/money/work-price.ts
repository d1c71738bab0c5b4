import Fraction from 'fraction.js';
import type { PlanRate } from '../../plan/money-model.ts';
import { SECONDS_PER_HOUR } from '../../time/units.ts';
import type { Engine } from '../engine.ts';
import {
  countPiece,
  countSum,
  type SideMs,
  splitPiece,
  type WorkSides,
  type WorkSpan,
} from '../entitlement/worked-time.ts';

/** What the work of one band of a rate costs. */
export interface WorkPriceLine {
  /** Which band of the rate. */
  readonly band: number;
  readonly seconds: Fraction;
  /** In the rate's currency, exactly: it is rounded where it becomes a line of an invoice. */
  readonly amount: Fraction;
}

export type WorkPrice =
  | {
      readonly kind: 'money';
      readonly currency: string;
      readonly lines: readonly WorkPriceLine[];
      readonly amount: Fraction;
    }
  /** The rate is a sum that stands elsewhere, in words. */
  | { readonly kind: 'words'; readonly text: string };

/** Seconds that a unit of a rate is for; a rate by anything else is no price of time. */
const UNITS: Readonly<Record<string, number>> = { hour: SECONDS_PER_HOUR, minute: 60 };

/**
 * What work costs by a rate: pieces that are rounded piece by piece, or, where the rate adds up the work of a period, all
 * that period's. `sums` gives what a rate in words stands for, by its words.
 */
export function priceWork(
  engine: Engine,
  rate: PlanRate,
  work: readonly WorkSpan[],
  sums: ReadonlyMap<string, { readonly amount: string; readonly currency: string }> = new Map(),
): WorkPrice {
  const costs = rate.bands.map((_, band) => bandCosts(rate.bands, band, sums));
  const open = costs.find((cost) => cost.kind === 'words');
  if (open?.kind === 'words') return open;
  const prices = costs.flatMap((cost) => (cost.kind === 'money' ? [cost] : []));
  const currency = prices[0]?.currency ?? '';
  const { sides, bandOf } = sidesOfRate(engine, rate, prices);
  const { rounding } = rate;
  const bySide =
    rounding !== null && rounding.period !== null
      ? countSum(
          rate,
          added(
            sides,
            work.map((span) => splitPiece(rate.parts, sides, span)),
          ),
        )
      : added(
          sides,
          work.map((span) => countPiece(rate, sides, span)),
        );
  const lines = bySide.flatMap((ms, side): readonly WorkPriceLine[] => {
    const band = bandOf[side];
    const price = band === undefined ? undefined : prices[band];
    if (ms === 0 || band === undefined || price === undefined) return [];
    const seconds = new Fraction(ms, 1000);
    return [{ band, seconds, amount: seconds.mul(price.perSecond) }];
  });
  const amount = lines.reduce((sum, line) => sum.add(line.amount), new Fraction(0));
  return { kind: 'money', currency, lines, amount };
}

type BandCost =
  | { readonly kind: 'money'; readonly currency: string; readonly perSecond: Fraction }
  | { readonly kind: 'words'; readonly text: string };

function bandCosts(
  bands: PlanRate['bands'],
  band: number,
  sums: ReadonlyMap<string, { readonly amount: string; readonly currency: string }>,
): BandCost {
  const costs = bands[band]?.costs;
  if (costs === undefined) return { kind: 'words', text: '' };
  if (costs.kind === 'multiple') {
    const first = bandCosts(bands, 0, sums);
    if (first.kind === 'words') return first;
    const { numerator, denominator } = costs.factor;
    return { ...first, perSecond: first.perSecond.mul(new Fraction(numerator, denominator)) };
  }
  const seconds = Object.hasOwn(UNITS, costs.unit) ? UNITS[costs.unit] : undefined;
  const sum = costs.kind === 'money' ? costs : sums.get(costs.text);
  if (sum === undefined || seconds === undefined) {
    return { kind: 'words', text: costs.kind === 'words' ? costs.text : `per ${costs.unit}` };
  }
  return { kind: 'money', currency: sum.currency, perSecond: new Fraction(sum.amount).div(seconds) };
}

/** The calendars of the bands as sides; the last side is the band that says `outside`, where there is one. */
function sidesOfRate(
  engine: Engine,
  { bands }: PlanRate,
  prices: readonly { readonly perSecond: Fraction }[],
): { readonly sides: WorkSides; readonly bandOf: readonly (number | undefined)[] } {
  const inside = bands.flatMap(({ calendar }, band) => (calendar === null ? [] : [{ calendar, band }]));
  const rest = bands.findIndex(({ calendar }) => calendar === null);
  const bandOf = [...inside.map(({ band }) => band), rest === -1 ? undefined : rest];
  const priceOf = (side: number): Fraction => prices[bandOf[side] ?? -1]?.perSecond ?? new Fraction(0);
  const dearest = bandOf.map((_, side) => side).sort((a, b) => priceOf(b).compare(priceOf(a)));
  return { sides: { calendars: inside.map(({ calendar }) => engine.calendar(calendar)), dearest }, bandOf };
}

function added({ calendars }: WorkSides, pieces: readonly SideMs[]): SideMs {
  const none = Array.from({ length: calendars.length + 1 }, () => 0);
  return pieces.reduce((sum, piece) => sum.map((ms, side) => ms + (piece[side] ?? 0)), none);
}
