import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { CalendarNode, NameNode, ZoneChoiceNode } from '../syntax/tree.ts';
import { checkZone } from './check-time.ts';
import { type CheckContext, firstSaid, report } from './context.ts';
import type { ZoneChoice } from './model.ts';

/** What a calendar says of whose dates count. */
export interface DatesOf {
  readonly said: boolean;
  /** Null where it says nothing, or nothing that could be made out. */
  readonly zone: ZoneChoice | null;
  readonly lost: boolean;
}

/** The `dates of` lines of a calendar, of which there may be one. */
export function checkDatesOf(context: CheckContext, node: CalendarNode): DatesOf {
  const [first, second] = node.clauses.filter((clause) => clause.kind === 'dates of');
  if (first === undefined) return { said: false, zone: null, lost: false };
  if (second !== undefined) {
    report(context, 'calendar/dates-of-twice', second.span, {}, firstSaid(context, first.span));
  }
  const zone = checkZoneChoice(context, first.choice);
  return { said: true, zone, lost: zone === null };
}

/** A zone, or that of the region or the customer; null, and a finding, where it is none of these. */
export function checkZoneChoice(context: CheckContext, choice: ZoneChoiceNode): ZoneChoice | null {
  if (choice.kind === 'zone') return checkZone(context, choice.zone);
  const owner = checkOwner(context, choice.owner, 'owner of a zone', ['region', 'customer']);
  return owner === null ? null : { kind: owner };
}

/** Whose a zone, or what holidays there are, is: a word of those that own such a thing. */
export function checkOwner<T extends string>(
  context: CheckContext,
  owner: NameNode,
  kind: string,
  owners: readonly T[],
): T | null {
  const found = owners.find((word) => word === owner.text);
  if (found !== undefined) return found;
  // Where there are several, nothing tells which was meant.
  const nearest = nearestWord(owner.text, owners) ?? (owners.length === 1 ? (owners[0] ?? null) : null);
  report(context, 'names/unknown', owner.span, { kind, name: owner.text, nearest, candidates: owners });
  return null;
}
