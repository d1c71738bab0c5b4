import type { CstNode } from '../../grammar/concrete-tree.ts';
import type { Span } from '../text/source.ts';
import { buildNamedStretch, buildStretch, wordsOf } from './build-conduct.ts';
import { buildCondition, buildName, buildNames } from './build-parts.ts';
import { buildCalendarName } from './build-calendar.ts';
import type {
  ClosesNode,
  EveryNode,
  GuardNode,
  PausedDaysNode,
  PauseNode,
  ReminderNode,
  ReopenNode,
  StartNode,
  WorkLimitNode,
  WorksNode,
} from './clock-tree.ts';
import { hasWord, node, nodes, nodeSpan, optionalNode } from './cst.ts';

/** Which of several events counts; null where the clause does not say. */
export function whichOf(cst: CstNode): 'first' | 'last' | null {
  return hasWord(cst, 'first') ? 'first' : hasWord(cst, 'last') ? 'last' : null;
}

export function buildStart(cst: CstNode, span: Span): StartNode {
  const name = optionalNode(cst, 'name');
  return {
    steps: nodes(cst, 'startStep').map((step) => ({
      which: whichOf(step),
      events: buildNames(node(step, 'names')),
    })),
    previousOf: name === null ? null : buildName(name),
    guard: buildGuard(cst),
    span,
  };
}

function buildGuard(cst: CstNode): GuardNode | null {
  const guard = optionalNode(cst, 'guard');
  if (guard === null) return null;
  const condition = buildCondition(node(guard, 'condition'));
  return { kind: hasWord(guard, 'unless') ? 'unless' : 'when', condition, span: nodeSpan(guard) };
}

/** What a `pauses` clause names; null for `pauses never`. */
export function buildPause(clause: CstNode, span: Span, text: string): PauseNode | null {
  const cst = optionalNode(clause, 'pause');
  if (cst === null) return null;
  const states = optionalNode(cst, 'states');
  const during = optionalNode(cst, 'calendarName');
  const cap = optionalNode(cst, 'stretch');
  return {
    states: states === null ? [] : buildStates(states, text),
    during: during === null ? null : buildCalendarName(during),
    cap:
      cap === null
        ? null
        : { stretch: buildNamedStretch(cst), of: hasWord(cst, 'each') ? 'each' : 'together' },
    guard: buildGuard(cst),
    span,
  };
}

export function buildStates(states: CstNode, text: string) {
  return nodes(states, 'state').map((state) => wordsOf(state, text));
}

export function buildPausedDays(cst: CstNode, span: Span): PausedDaysNode {
  const does = hasWord(cst, 'skip') ? 'skip dates' : hasWord(cst, 'add') ? 'add time' : 'run on';
  return { does, span };
}

export function buildWorks(cst: CstNode, span: Span): WorksNode {
  const during = optionalNode(cst, 'calendarName');
  return {
    limits: nodes(cst, 'workLimit').map(buildWorkLimit),
    during: during === null ? null : buildCalendarName(during),
    span,
  };
}

function buildWorkLimit(cst: CstNode): WorkLimitNode {
  const span = nodeSpan(cst);
  const most = buildStretch(node(cst, 'stretch'), null);
  const name = optionalNode(cst, 'name');
  if (name !== null) return { kind: 'per', most, thing: buildName(name), span };
  const other = buildStretch(node(cst, 'stretch', 1), null);
  if (hasWord(cst, 'rests')) return { kind: 'at a stretch', most, rests: other, span };
  return { kind: 'within', most, window: other, span };
}

export function buildReopen(cst: CstNode, span: Span): ReopenNode {
  if (hasWord(cst, 'never')) return { within: null, does: 'never', met: null, span };
  const does = hasWord(cst, 'continues') ? 'continues' : hasWord(cst, 'afresh') ? 'starts afresh' : 'runs on';
  const met = hasWord(cst, 'stands') ? 'stands' : hasWord(cst, 'withdrawn') ? 'is withdrawn' : null;
  return { within: buildNamedStretch(cst), does, met, span };
}

export function buildCloses(cst: CstNode, span: Span, text: string): ClosesNode {
  return {
    after: buildNamedStretch(cst),
    state: wordsOf(node(cst, 'state'), text),
    reminders: nodes(cst, 'reminder').map(buildReminder),
    span,
  };
}

function buildReminder(cst: CstNode): ReminderNode {
  const by = buildNamedStretch(node(cst, 'namedStretch'));
  return { by, side: hasWord(cst, 'before') ? 'before' : 'after', span: nodeSpan(cst) };
}

export function buildEvery(cst: CstNode, span: Span, text: string): EveryNode {
  const group = optionalNode(cst, 'stretch');
  return {
    event: wordsOf(node(cst, 'event'), text),
    from: hasWord(cst, 'oldest') ? 'oldest' : 'newest',
    group: group === null ? null : buildStretch(group, null),
    span,
  };
}
