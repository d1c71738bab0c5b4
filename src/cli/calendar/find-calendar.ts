import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { findNamed } from '../find-named.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Index of a calendar by its name in the contract. One whose hours depend on the region is compiled once a region,
 * under names such as `Standard (ANZ)`; then `region` says which. One that depends on severity, channel or type is
 * asked for by its full name, `Support (P1, phone)`; the bare name stands for the tickets that no line names. Where no name
 * is given, it is that of the only calendar beside `24x7`.
 * @throws {UsageError} when there is none of that name, or the region is needed and missing.
 */
export function findCalendar(plan: CompiledPlan, asked: string | null, region: string | null): number {
  // Of those that hold for clocks of some time alone no one asks.
  const names = plan.calendars.map(({ name, of, before }) => (of === null || before !== null ? '' : name));
  const declared = [...new Set(plan.calendars.flatMap(({ of }) => of ?? []))];
  const name = asked ?? onlyOne(declared);
  if (region !== null) {
    const canonical = plan.regions[findNamed(plan.regions, region, '--region', 'region')]?.name ?? region;
    const ofRegion = names.indexOf(`${name} (${canonical})`);
    if (ofRegion !== -1) return ofRegion;
  }
  const exact = names.indexOf(name);
  if (exact !== -1) return exact;
  const byRegion = names.filter((candidate) => candidate.startsWith(`${name} (`));
  const regions = plan.regions.map((known) => `${name} (${known.name})`);
  if (byRegion.some((candidate) => !regions.includes(candidate))) {
    throw new UsageError(
      `the hours of \`${name}\` depend on the ticket`,
      `name one of them in full: ${byRegion.map((candidate) => `"${candidate}"`).join(' | ')}`,
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
