import type { CheckedContract } from '../check/model.ts';
import type { Collector } from '../diagnostics/collector.ts';
import { type Calendar, HorizonError } from '../engine/index.ts';
import { Places } from '../lint/places.ts';
import { lower } from '../plan/lower.ts';
import type { FileNode } from '../syntax/tree.ts';
import { cutsCalendars, isCut } from './hours-asked.ts';
import { loadStandIn } from './stand-in.ts';

/** Reports what is left of other calendars where that is nothing, for any ticket and in all years that are known. */
export function checkNeverOpen(
  contract: CheckedContract,
  files: readonly FileNode[],
  collector: Collector,
): void {
  if (collector.hasErrors || !cutsCalendars(contract)) return;
  const plan = lower(contract);
  const engine = loadStandIn(plan);
  const places = new Places(files);
  for (const { name, body, origin } of contract.calendars) {
    if (!isCut(body)) continue;
    const kinds = [...plan.calendars.entries()].filter(([, { of }]) => of === name);
    // Of hours that hang on the customer nobody knows whether they meet others for somebody.
    const isKnown = kinds.every(([, { hangsOn }]) => hangsOn.length === 0);
    if (!isKnown || !kinds.every(([index]) => neverOpens(engine.calendar(index)))) continue;
    const path = origin.path;
    collector.report('calendar/never-open', places.of(origin), { calendar: name, isCut: true }, { path });
  }
}

function neverOpens(calendar: Calendar): boolean {
  try {
    calendar.nextOpen(calendar.horizon.from);
    return false;
  } catch (error) {
    if (error instanceof HorizonError) return true;
    throw error;
  }
}
