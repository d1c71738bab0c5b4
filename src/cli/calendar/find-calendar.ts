import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { findNamed } from '../find-named.ts';
import { UsageError } from '../usage-error.ts';
import { flagOf, isFor, type Said } from './said-of-ticket.ts';

/**
 * Index of a calendar by its name in the contract. One whose hours depend on the region is compiled once a region,
 * under names such as `Standard (ANZ)`; then `region` says which. One that depends on severity, channel or type is
 * found by what is `said` of the ticket, or asked for by its full name, `Support (P1, phone)`; the bare name stands for the
 * tickets that no line names. Where no name is given, it is that of the only calendar beside `24x7`.
 * @throws {UsageError} when there is none of that name, or the region is needed and missing.
 */
export function findCalendar(
  plan: CompiledPlan,
  asked: string | null,
  region: string | null,
  said: readonly Said[] = [],
): number {
  // Of those that hold for clocks of some time alone no one asks.
  const names = plan.calendars.map(({ name, of, before }) => (of === null || before !== null ? '' : name));
  const declared = [...new Set(plan.calendars.flatMap(({ of }) => of ?? []))];
  const name = asked ?? onlyOne(declared);
  if (region !== null) {
    const canonical = plan.regions[findNamed(plan.regions, region, '--region', 'region')]?.name ?? region;
    const ofRegion = names.indexOf(`${name} (${canonical})`);
    if (ofRegion !== -1) return ofRegion;
  }
  if (said.length > 0) {
    const own = plan.calendars.flatMap((each, index) =>
      each.of === name && each.before === null && isFor(each, said)
        ? [{ index, told: each.tickets.length }]
        : [],
    );
    const narrowest = own.sort((a, b) => b.told - a.told)[0];
    if (narrowest !== undefined) return narrowest.index;
  }
  const exact = names.indexOf(name);
  if (exact !== -1) return exact;
  const byRegion = names.filter((candidate) => candidate.startsWith(`${name} (`));
  const regions = plan.regions.map((known) => `${name} (${known.name})`);
  if (byRegion.some((candidate) => !regions.includes(candidate))) {
    const flags = plan.calendars.flatMap(({ of, tickets }) => (of === name ? tickets.map(flagOf) : []));
    throw new UsageError(
      `the hours of \`${name}\` depend on the ticket`,
      `say what it is: ${[...new Set(flags)].join(', ')}; or name one of them in full, such as "${byRegion[0] ?? ''}"`,
    );
  }
  if (byRegion.length > 0) {
    throw new UsageError(
      `the hours of \`${name}\` depend on the region`,
      `--region ${byRegion.map((candidate) => candidate.slice(name.length + 2, -1)).join(' | ')}`,
    );
  }
  const near = nearestWord(name, declared);
  const known = `known: ${declared.join(', ')}`;
  throw new UsageError(
    `the contract has no calendar \`${name}\``,
    near === null ? known : `did you mean \`${near}\`? ${known}`,
  );
}

function onlyOne(declared: readonly string[]): string {
  const own = declared.filter((name) => name !== '24x7');
  const [only] = own;
  if (only !== undefined && own.length === 1) return only;
  throw new UsageError('which calendar is not said', `name one of ${declared.join(', ')}`);
}
