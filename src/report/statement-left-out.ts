import type { Statement } from '../engine/money/index.ts';
import type { PlanOrigin } from '../plan/model.ts';

/**
 * What the contract says and a statement does not carry out, a sentence each, and each only where it would have changed
 * something in it.
 */
export function statementLeftOut(statement: Statement): readonly string[] {
  return [
    ...beyondQuotas(statement),
    ...cellsOfOptions(statement),
    ...capsWithoutFees(statement),
    ...formulas(statement),
    ...neverClosed(statement),
  ];
}

/** What becomes of a ticket beyond a quota and is not carried out; the rest is in its verdict. */
const EFFECTS = {
  refuse: 'is refused',
  hold: 'waits until there is more',
  close: 'is closed',
} as const;

function beyondQuotas({ entries }: Statement): readonly string[] {
  const over = entries.flatMap((entry) => {
    const { effect, ticket, thing, origin } = entry;
    if (entry.kind !== 'over' || ticket === null) return [];
    if (effect !== 'refuse' && effect !== 'hold' && effect !== 'close') return [];
    return [
      `${placeOf(origin)}: beyond the quota of ${thing} a ticket ${EFFECTS[effect]}; ${ticket} was judged as if it were within it`,
    ];
  });
  return [...new Set(over)];
}

function cellsOfOptions({ plan, booked }: Statement): readonly string[] {
  return plan.options.flatMap(({ text, gives, origin }) =>
    booked.includes(text) && gives.length > 0
      ? [
          `${placeOf(origin)}: the option \`${text}\` gives other promises; tickets were judged by the plan's own`,
        ]
      : [],
  );
}

function capsWithoutFees({ credits }: Statement): readonly string[] {
  const uncapped = credits.credits.flatMap(({ by, uncapped: caps }) => (caps.length === 0 ? [] : [by]));
  return [...new Set(uncapped)].map(
    ({ origin }) => `${placeOf(origin)}: a cap of the credit is of a fee that is not known`,
  );
}

function formulas({ availability }: Statement): readonly string[] {
  return availability.flatMap(({ line: { formula, origin }, periods }) =>
    formula === '' || periods.length === 0
      ? []
      : [
          `${placeOf(origin)}: the formula is in words; the share is what was not down of the whole, \`${formula}\``,
        ],
  );
}

/** A line of tickets closed that counts none, of a log that tells when tickets were done and closes none of them. */
function neverClosed({ attainment, neverClosed: done }: Statement): readonly string[] {
  return attainment.flatMap(({ line: { metric, population, origin }, periods }) => {
    const count = population === 'closed' && periods.length === 0 ? (done.get(metric) ?? 0) : 0;
    if (count === 0) return [];
    const tickets = count === 1 ? 'a ticket' : `${count} tickets`;
    return [
      `${placeOf(origin)}: \`${metric}\` is counted of tickets closed; ${tickets} had it stopped and no \`closed\` in the log, and none is counted: write \`of tickets resolved\` or \`of tickets due\`, or close them in the log`,
    ];
  });
}

function placeOf({ file, line, column }: PlanOrigin): string {
  return `${file}:${line}:${column}`;
}
