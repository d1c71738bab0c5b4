import type { BlockReader } from './block-reader.ts';
import {
  buildCloses,
  buildEvery,
  buildPause,
  buildPausedDays,
  buildReopen,
  buildStart,
  buildStates,
  buildWorks,
  whichOf,
} from './build-clock.ts';
import { buildName, buildNames } from './build-parts.ts';
import type { ReadClause } from './clause-reader.ts';
import type { ClockNode, PauseNode, StartNode } from './clock-tree.ts';
import { hasWord, node } from './cst.ts';
import type { NameNode } from './tree.ts';

/** A clock of the contract, or of the plan in whose block it stands; `path` is that of the block around it. */
export function buildClock(blocks: BlockReader, head: ReadClause, path: readonly string[] = []): ClockNode {
  const name = buildName(node(head.cst, 'name'));
  const { text } = blocks.reader.source;
  const starts: StartNode[] = [];
  const stops: NameNode[] = [];
  const notStops: NameNode[] = [];
  const pauses: PauseNode[] = [];
  const pausedDays: ClockNode['pausedDays'][number][] = [];
  const countsWhile: NameNode[] = [];
  const works: ClockNode['works'][number][] = [];
  const reopens: ClockNode['reopens'][number][] = [];
  const closes: ClockNode['closes'][number][] = [];
  const every: ClockNode['every'][number][] = [];
  let stopsAt: ClockNode['stopsAt'] = null;
  let pausesNever: ClockNode['pausesNever'] = null;
  const { broken } = blocks.rows(head, 'clock', [...path, `clock ${name.text}`], ({ rule, cst, span }) => {
    switch (rule) {
      case 'startsClause':
        return starts.push(buildStart(cst, span));
      case 'stopsClause':
        stopsAt ??= whichOf(cst);
        return (hasWord(cst, 'not') ? notStops : stops).push(...buildNames(node(cst, 'names')));
      case 'pausesClause': {
        const pause = buildPause(cst, span, text);
        if (pause !== null) return pauses.push(pause);
        pausesNever ??= { span };
        return 0;
      }
      case 'pausedDaysClause':
        return pausedDays.push(buildPausedDays(cst, span));
      case 'countsClause':
        return countsWhile.push(...buildStates(node(cst, 'states'), text));
      case 'worksClause':
        return works.push(buildWorks(cst, span));
      case 'reopenClause':
        return reopens.push(buildReopen(cst, span));
      case 'closesClause':
        return closes.push(buildCloses(cst, span, text));
      case 'everyClause':
        return every.push(buildEvery(cst, span, text));
      default:
        throw new Error(`no builder for ${rule}`);
    }
  });
  return {
    kind: 'clock',
    name,
    text: '',
    starts,
    stops,
    notStops,
    stopsAt,
    pauses,
    pausesNever,
    pausedDays,
    countsWhile,
    works,
    reopens,
    closes,
    every,
    broken,
    span: head.span,
  };
}
