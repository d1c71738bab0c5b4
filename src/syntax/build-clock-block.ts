import type { BlockReader } from './block-reader.ts';
import { buildCloses, buildEvery, buildPauseCap, buildReopen, whichOf } from './build-clock.ts';
import { wordsOf } from './build-conduct.ts';
import { buildName, buildNames } from './build-parts.ts';
import type { ReadClause } from './clause-reader.ts';
import { node, nodes } from './cst.ts';
import type { ClockNode, NameNode } from './tree.ts';

export function buildClock(blocks: BlockReader, head: ReadClause): ClockNode {
  const name = buildName(node(head.cst, 'name'));
  const { text } = blocks.reader.source;
  const starts: NameNode[] = [];
  const stops: NameNode[] = [];
  const pauses: NameNode[] = [];
  const pauseCaps: ClockNode['terms']['pauseCaps'][number][] = [];
  const reopens: ClockNode['terms']['reopens'][number][] = [];
  const closes: ClockNode['terms']['closes'][number][] = [];
  const every: ClockNode['terms']['every'][number][] = [];
  let startsAt: 'first' | 'last' | null = null;
  let stopsAt: 'first' | 'last' | null = null;
  const { broken } = blocks.rows(head, 'clock', [`clock ${name.text}`], ({ rule, cst, span }) => {
    if (rule === 'startsClause') {
      starts.push(...buildNames(node(cst, 'names')));
      startsAt ??= whichOf(cst);
    } else if (rule === 'stopsClause') {
      stops.push(...buildNames(node(cst, 'names')));
      stopsAt ??= whichOf(cst);
    } else if (rule === 'reopenClause') reopens.push(buildReopen(cst, span));
    else if (rule === 'closesClause') closes.push(buildCloses(cst, span, text));
    else if (rule === 'everyClause') every.push(buildEvery(cst, span, text));
    else {
      pauses.push(...nodes(cst, 'state').map((state) => wordsOf(state, text)));
      const cap = buildPauseCap(cst, span);
      if (cap !== null) pauseCaps.push(cap);
    }
    return true;
  });
  const terms = { startsAt, stopsAt, pauseCaps, reopens, closes, every };
  return { kind: 'clock', name, text: '', starts, stops, pauses, terms, broken, span: head.span };
}
