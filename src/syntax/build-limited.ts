import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { buildWeekWindows, spanOfOn } from './build-calendar.ts';
import {
  buildDateRanges,
  buildName,
  buildSelector,
  buildTimeRanges,
  buildWords,
  nameOfToken,
} from './build-parts.ts';
import { hasWord, node, nodes, nodeSpan, optionalNode, optionalToken } from './cst.ts';
import type { LimitedNode, SelectorTermNode } from './tree.ts';

/** `limited Sat 09:00-12:00 admits P1, P2, others stop`. */
export function buildLimited(clause: CstNode, span: Span): LimitedNode {
  const admitted = nodes(clause, 'admittedTerm');
  const terms = admitted.map(buildAdmitted);
  return {
    kind: 'limited',
    hours: buildLimitedHours(clause),
    label: buildWords(clause),
    for: buildSelector(clause),
    admits: {
      terms,
      span: { start: terms[0]?.span.start ?? span.start, end: terms.at(-1)?.span.end ?? span.end },
    },
    others: hasWord(clause, 'stop') ? 'stop' : hasWord(clause, 'best') ? 'best effort' : 'lose the promise',
    span,
  };
}

function buildLimitedHours(clause: CstNode): LimitedNode['hours'] {
  const dates = optionalNode(clause, 'dateRanges');
  if (dates === null) return { kind: 'week', windows: buildWeekWindows(node(clause, 'weekWindow')) };
  const times = optionalNode(clause, 'timeRanges');
  return {
    kind: 'dates',
    on: spanOfOn(clause),
    dates: buildDateRanges(dates),
    times: times === null ? null : buildTimeRanges(times),
  };
}

function buildAdmitted(term: CstNode): SelectorTermNode {
  const kind = optionalToken(term, 'Identifier');
  return {
    kind: kind === null ? null : nameOfToken(kind),
    negated: hasWord(term, 'not'),
    names: nodes(term, 'name').map(buildName),
    span: nodeSpan(term),
  };
}
