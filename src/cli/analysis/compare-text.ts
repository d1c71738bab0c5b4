import type {
  ComparedPromise,
  Contender,
  PlanComparison,
  PromiseFigures,
} from '../../analyze/compare-plans.ts';
import type { Palette } from '../../diagnostics/palette.ts';
import { durationWords } from '../../report/duration-words.ts';
import { renderTable, type TableRow } from '../../report/text-table.ts';
import { wrap } from '../../text/wrap.ts';
import type { ZoneTable } from '../../time/types.ts';
import { apartWords } from './against-words.ts';
import { kindWords } from './kind-words.ts';
import { instantWords, zoneFor } from './opened-words.ts';
import { UTC } from '../ticket/about-ticket.ts';
import { spanWords } from './span-words.ts';

/** A plan, and the file that its contract was read from. */
export interface Compared extends Contender {
  readonly file: string;
}

/** Plans side by side for people: a table a metric, and in it for each kind of ticket the waits of each plan. */
export function compareText(
  compared: readonly Compared[],
  comparison: PlanComparison,
  width: number,
  palette: Palette,
): string {
  const headings = headingsOf(compared);
  const metrics = [...new Set(comparison.promises.map(({ metric }) => metric))];
  const tables = metrics.map((metric) => {
    const own = comparison.promises.filter((promise) => promise.metric === metric);
    const rows = own.flatMap((promise) => rowsOf(compared, promise, own));
    return [palette.strong(metric), ...renderTable(headings, rows, width, palette)];
  });
  const [first] = compared;
  const about =
    first === undefined
      ? ''
      : `every ticket opened ${spanWords(first.engine, comparison.span)}${compared.length > 1 ? '; later and earlier: than the plan to its left' : ''}`;
  const sections = [
    [...legend(compared, headings, width, palette), ...wrap(about, width)],
    ...tables,
    [palette.faint(`time-zone data ${first?.engine.plan.tzdata ?? ''}`)],
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Plans of several contracts may have one name, so they are numbered. */
function headingsOf(compared: readonly Compared[]): readonly string[] {
  const isSeveral = new Set(compared.map(({ file }) => file)).size > 1;
  return compared.map(({ engine, plan }, i) => {
    const name = engine.plan.plans[plan]?.name ?? '';
    return isSeveral ? `${i + 1} ${name}` : name;
  });
}

function legend(
  compared: readonly Compared[],
  headings: readonly string[],
  width: number,
  palette: Palette,
): readonly string[] {
  const files = [...new Set(compared.map(({ file }) => file))];
  return files.flatMap((file) => {
    const names = headings.filter((_, i) => compared[i]?.file === file);
    const title = compared.find((each) => each.file === file)?.engine.plan.title ?? '';
    const [line = '', ...rest] = wrap(`${title} (${file}): ${names.join(', ')}`, width);
    return [line.replace(title, () => palette.strong(title)), ...rest];
  });
}

function rowsOf(
  compared: readonly Compared[],
  { kinds, figures }: ComparedPromise,
  all: readonly ComparedPromise[],
): readonly TableRow[] {
  const zones = compared.map(({ engine }, i) =>
    zoneFor(engine, kinds.first.named.region, figures[i]?.cells ?? []),
  );
  const row = (
    label: string,
    cellOf: (each: PromiseFigures, i: number) => string,
  ): Omit<TableRow, 'group'> => ({
    label,
    cells: figures.map(cellOf),
  });
  const waits =
    (tell: (waits: NonNullable<PromiseFigures['waits']>, i: number) => string) =>
    (each: PromiseFigures, i: number) => (each.waits === null ? '-' : tell(each.waits, i));
  const rows = [row('promise', wordsOf)];
  if (figures.some((each) => each.waits !== null)) {
    rows.push(
      row(
        'worst',
        waits(({ worst }) => durationWords(worst.ms)),
      ),
      row(
        '  opened',
        waits(({ worst }, i) => instantWords(zones[i] ?? UTC, worst.opened)),
      ),
      row(
        'mean',
        waits(({ meanMs }) => durationWords(meanMs)),
      ),
      row(
        'best',
        waits(({ best }) => durationWords(best.ms)),
      ),
    );
  }
  if (figures.length > 1) {
    const against = (side: 'later' | 'earlier') => (each: PromiseFigures, i: number) =>
      againstWords(each, side, zones[i] ?? UTC);
    rows.push(row('later', against('later')), row('earlier', against('earlier')));
  }
  const group = kindWords(
    kinds,
    all.map((promise) => promise.kinds),
  );
  return rows.map((each, i) => ({ ...each, group: i === 0 ? group : '' }));
}

function wordsOf({ cells, promised }: PromiseFigures): string {
  if (promised === null) return 'no such ticket';
  return cells.length === 0 ? 'nothing said' : [...new Set(cells.map(({ words }) => words))].join(', or ');
}

function againstWords({ against }: PromiseFigures, side: 'later' | 'earlier', zone: ZoneTable): string {
  if (against === null) return '';
  if (against.open !== null) return 'not known before it comes';
  return apartWords(against[side], side, against.ms, zone);
}
