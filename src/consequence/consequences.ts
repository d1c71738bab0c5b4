import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { Code, Params } from '../diagnostics/registry.ts';
import { type Engine, HorizonError } from '../engine/index.ts';
import { OutsideZoneError } from '../time/zone-arithmetic.ts';
import { changedSeverity } from './changes.ts';
import { calendarAndWeekDays } from './bare-days.ts';
import { otherDays } from './day-counts.ts';
import { hoursAgainstPlain, withoutPause } from './hours.ts';
import { billedByTheYear } from './money.ts';
import { findTimedTargets, type Subject } from './subject.ts';
import { yearOf } from './year.ts';
import { zonesApart } from './zones.ts';

type FromContract = { readonly [C in Code]?: (params: Params<C>, subject: Subject) => string | null };
type FromText = { readonly [C in Code]?: (params: Params<C>, place: Place) => string | null };

/** What a finding comes to for a ticket, or an invoice, of the contract itself. */
const FROM_CONTRACT: FromContract = {
  'assume/received-outside-hours': ({ calendar }, subject) =>
    otherDays(subject, calendar, ({ receipt }) => receipt === 'next opening', {
      words: 'counted as received',
      read: (limit) => ({ ...limit, receipt: 'as received' }),
    }),
  'assume/day-of-receipt': ({ calendar }, subject) =>
    otherDays(subject, calendar, ({ dayOne }) => dayOne === 'day after', {
      words: 'with the day of receipt as the first',
      read: (limit) => ({ ...limit, dayOne: 'day of receipt' }),
    }),
  'assume/ending-outside-hours': ({ calendar }, subject) =>
    otherDays(subject, calendar, ({ endOutside }) => endOutside === 'stays', {
      words: 'moved to the next opening',
      read: (limit) => ({ ...limit, endOutside: 'next opening' }),
    }),
  'assume/clock': ({ metric }, subject) => withoutPause(subject, metric),
  'assume/on-raise': (_, subject) => changedSeverity(subject, 'raised'),
  'assume/on-lower': (_, subject) => changedSeverity(subject, 'lowered'),
  'assume/billed': ({ per }, subject) => billedByTheYear(subject, per),
  'lint/hours-under-24x7': (_, subject) => hoursAgainstPlain(subject),
};

/** What can be told without the contract, which an error keeps from being run, or asks for nothing. */
const FROM_TEXT: FromText = {
  'time/zone-abbreviation': ({ candidates }, { source }) => zonesApart(candidates, yearOf(source.text)),
  'time/bare-days': ({ amount }, { source }) => calendarAndWeekDays(amount, yearOf(source.text)),
  // Who found these had asked the engine, and has a ticket that shows them.
  'lint/slower-when-more-severe': ({ ticket }) => ticket,
  'lint/worse-than-inherited': ({ ticket }) => ticket,
  'lint/worse-than-lower-plan': ({ ticket }) => ticket,
  'lint/respond-after-resolve': ({ ticket }) => ticket,
  'lint/due-while-shut': ({ ticket }) => ticket,
};

/**
 * Findings with what they come to in this very contract, in days or money, where that can be computed. Engines are asked
 * for only when some finding needs one, and a further one where an answer lies outside what those before cover; there are
 * none for a contract with errors.
 */
export function withConsequences(
  diagnostics: readonly Diagnostic[],
  engines: readonly (() => Engine)[],
): readonly Diagnostic[] {
  const contracts = engines.map((load) => once(() => contractOf(load())));
  return diagnostics.map((diagnostic) => {
    const { code, params, place, path } = diagnostic;
    // The parameters of a finding are those of its code: the collector took them so.
    const fromText = FROM_TEXT[code as Code] as
      ((params: unknown, place: Place) => string | null) | undefined;
    if (fromText !== undefined) return { ...diagnostic, consequence: fromText(params, place) };
    const fromContract = FROM_CONTRACT[code as Code] as
      ((params: unknown, subject: Subject) => string | null) | undefined;
    if (fromContract === undefined || contracts.length === 0) return diagnostic;
    const examples = contracts.map((contract) => () => fromContract(params, { ...contract(), place, path }));
    return { ...diagnostic, consequence: withinHorizon(examples) };
  });
}

function contractOf(engine: Engine): Pick<Subject, 'engine' | 'targets'> {
  return { engine, targets: findTimedTargets(engine) };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

/** The first example of which all is covered; one that no calendar of the contract can answer is no example. */
function withinHorizon([example, ...further]: readonly (() => string | null)[]): string | null {
  if (example === undefined) return null;
  try {
    return example();
  } catch (error) {
    if (error instanceof HorizonError || error instanceof OutsideZoneError) return withinHorizon(further);
    throw error;
  }
}
