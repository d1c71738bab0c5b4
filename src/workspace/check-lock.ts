import { movedPromises, type MovedPromise } from '../analyze/moved-promises.ts';
import { DAYS } from '../consequence/example-time.ts';
import { Collector } from '../diagnostics/collector.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import type { CompiledPlan, PlanOrigin } from '../plan/model.ts';
import { lineText, type SourceFile } from '../text/source.ts';
import { weekdayOf } from '../time/civil-date.ts';
import { formatInstantIn, formatInstantUtc } from '../time/iso-instant.ts';
import type { InstantMs, ZoneTable } from '../time/types.ts';
import { wallClockAt } from '../time/zone-arithmetic.ts';
import { offsetsApart } from '../time/zone-differences.ts';
import type { FoundLock } from './find-lock.ts';
import type { LoadedContract } from './load.ts';
import { hashOf, pinsOf, type Pins } from './pins.ts';

/** How what a contract rests on differs from what its lock pins; nothing for a contract with errors. */
export function checkLock(loaded: LoadedContract, { path, lock }: FoundLock): readonly Diagnostic[] {
  const pins = pinsOf(loaded, path);
  const [main] = loaded.sources;
  if (pins === null || main === undefined) return [];
  const collector = new Collector();
  const missing = missingFrom(pins, { path, lock });
  if (missing.length > 0) collector.report('lock/not-pinned', lineOf(main, 1), { missing });
  for (const [file, source] of pins.holidays) {
    const pinned = lock.holidays.get(file);
    if (pinned !== undefined && pinned !== hashOf(source)) {
      collector.report('lock/holidays-changed', lineOf(source, holidaysLine(source)), { file });
    }
  }
  for (const [file, source] of pins.closures) {
    const pinned = lock.closures.get(file);
    if (pinned !== undefined && pinned !== hashOf(source)) {
      collector.report('lock/closures-changed', lineOf(source, 1), { file });
    }
  }
  const changed = [...pins.zones].flatMap(([name, table]) => {
    const pinned = lock.zones.get(name);
    return pinned !== undefined && offsetsApart(table, pinned).length > 0 ? [[name, pinned] as const] : [];
  });
  if (changed.length > 0) {
    const plan = loaded.plan();
    for (const moved of movedPromises(plan, Object.fromEntries(changed))) {
      const { target, opened, due, wasDue } = moved;
      const zone = zoneOf(plan, changed, moved);
      collector.report(
        'lock/promise-moved',
        placeOf(loaded.sources, main, target.origin, target.words),
        {
          promise: target.words,
          metric: target.metric,
          opened: dated(zone, opened),
          due: dated(zone, due),
          wasDue: dated(zone, wasDue),
          tzdata: plan.tzdata,
          pinned: lock.tzdata,
        },
        { path: target.origin.path },
      );
    }
  }
  return collector.diagnostics;
}

function missingFrom({ zones, holidays, closures }: Pins, { lock }: FoundLock): readonly string[] {
  return [
    ...[...zones.keys()].filter((zone) => !lock.zones.has(zone)),
    ...[...holidays.keys()].filter((file) => !lock.holidays.has(file)),
    ...[...closures.keys()].filter((file) => !lock.closures.has(file)),
  ].sort();
}

/** The clock to read a ticket by: of those that changed, the contract's own, or the one that made the difference. */
function zoneOf(
  plan: CompiledPlan,
  changed: readonly (readonly [string, ZoneTable])[],
  { opened, due }: MovedPromise,
): ZoneTable {
  const tables = changed.map(([name]) => plan.zones[name] as ZoneTable);
  const own = tables.find(({ zone }) => zone === plan.zone);
  const apart = tables.find((table, i) =>
    offsetsApart(table, changed[i]?.[1] as ZoneTable).some(
      ({ from, to }) => from * 1000 <= Math.max(opened, due) && Math.min(opened, due) < to * 1000,
    ),
  );
  return own ?? apart ?? (tables[0] as ZoneTable);
}

/** `Thu 2024-04-25 20:00 +03:00`: the offset says which instant is meant, whichever data reads it. */
function dated(zone: ZoneTable, instant: InstantMs): string {
  if (instant < zone.from * 1000 || instant >= zone.to * 1000) return formatInstantUtc(instant);
  const text = formatInstantIn(zone, instant);
  const [date = '', rest = ''] = text.split('T');
  const day = DAYS[weekdayOf(wallClockAt(zone, instant).epochDay) - 1] ?? '';
  return `${day} ${date} ${rest.replace(/:00(?=[+-])/, '').replace(/(?=[+-])/, ' ')}`;
}

function placeOf(
  sources: readonly SourceFile[],
  main: SourceFile,
  { file, line, column }: PlanOrigin,
  words: string,
): Place {
  const source = sources.find(({ name }) => name === file) ?? main;
  const start = (source.lineStarts[line - 1] ?? 0) + column - 1;
  const length = source.text.startsWith(words, start) ? words.length : 1;
  return { source, span: { start, end: start + length } };
}

/** A whole line, without the space around it. */
function lineOf(source: SourceFile, line: number): Place {
  const text = lineText(source, line);
  const start = (source.lineStarts[line - 1] ?? 0) + (text.length - text.trimStart().length);
  return { source, span: { start, end: start + Math.max(text.trim().length, 1) } };
}

/** The line on which the first holidays of a file begin. */
function holidaysLine(source: SourceFile): number {
  const index = source.lineStarts.findIndex((_, i) => /^\s*holidays\b/.test(lineText(source, i + 1)));
  return Math.max(index, 0) + 1;
}
