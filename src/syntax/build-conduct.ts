import type { CstNode } from '../../grammar/concrete-tree.ts';
import { buildCondition, buildName, buildWords, nameOfToken, unquote } from './build-parts.ts';
import type {
  ActionNode,
  ChangeBasisNode,
  ChangeKind,
  ChangeNode,
  ChangeRuleNode,
  ConsentNode,
  EscalateNode,
  RuleNode,
  StageNode,
  StretchNode,
  TriggerNode,
} from './conduct-tree.ts';
import { CHANGE_KINDS } from './conduct-tree.ts';
import { hasWord, node, nodes, nodeSpan, optionalNode, token, tokens, tokenSpan } from './cst.ts';
import type { NameNode } from './tree.ts';
import type { Span } from '../text/source.ts';

/** The words of an event or a state as written, with single blanks and without quotes. */
export function wordsOf(part: CstNode, text: string): NameNode {
  const span = nodeSpan(part);
  return { text: text.slice(span.start, span.end).replace(/\s+/g, ' ').replaceAll('"', ''), span };
}

export function buildStretch(stretch: CstNode, calendar: NameNode | null): StretchNode {
  const kind = hasWord(stretch, 'business') ? 'business ' : hasWord(stretch, 'calendar') ? 'calendar ' : '';
  const unit = token(stretch, 'Identifier');
  const number = token(stretch, 'Number');
  const span = { start: number.startOffset, end: tokenSpan(unit).end };
  const unitSpan =
    kind === '' ? tokenSpan(unit) : { start: span.end - kind.length - unit.image.length, end: span.end };
  const end = hasWord(stretch, 'close') ? 'close' : hasWord(stretch, 'same') ? 'same time' : null;
  return {
    amount: { amount: number.image, upTo: null, unit: kind + unit.image, unitSpan, span },
    calendar,
    end,
    span: nodeSpan(stretch),
  };
}

/** The stretch of a clause that names its calendar directly. */
export function buildNamedStretch(clause: CstNode): StretchNode {
  const name = optionalNode(clause, 'name');
  return buildStretch(node(clause, 'stretch'), name === null ? null : buildName(name));
}

export function buildRule(cst: CstNode, span: Span, text: string): RuleNode {
  const words = node(cst, 'words');
  const trigger = optionalNode(cst, 'trigger');
  const when = optionalNode(cst, 'condition');
  const consent = optionalNode(cst, 'consent');
  return {
    kind: 'rule',
    title: { text: buildWords(cst), span: nodeSpan(words) },
    trigger: trigger === null ? null : buildTrigger(trigger, text),
    when: when === null ? null : buildCondition(when),
    actions: nodes(cst, 'action').map(buildAction),
    stages: nodes(cst, 'furtherStage').map(buildStage),
    resetBy: nodes(cst, 'event').map((event) => wordsOf(event, text)),
    consent: consent === null ? null : buildConsent(consent),
    span,
  };
}

function buildStage(cst: CstNode): StageNode {
  const name = optionalNode(cst, 'name');
  return {
    stretch: buildStretch(node(cst, 'furtherStretch'), name === null ? null : buildName(name)),
    actions: nodes(cst, 'action').map(buildAction),
    span: nodeSpan(cst),
  };
}

function buildTrigger(cst: CstNode, text: string): TriggerNode {
  const span = nodeSpan(cst);
  const event = optionalNode(cst, 'event');
  if (event !== null) return { kind: 'event', event: wordsOf(event, text), span };
  const stretch = node(cst, 'stretch');
  const [first, second] = nodes(cst, 'state').map((state) => wordsOf(state, text));
  if (first === undefined) {
    const side = hasWord(cst, 'before') ? 'before' : 'after';
    return {
      kind: 'due',
      stretch: buildStretch(stretch, null),
      side,
      metric: buildName(node(cst, 'name')),
      span,
    };
  }
  return second === undefined
    ? { kind: 'state', stretch: buildStretch(stretch, null), state: first, span }
    : { kind: 'state', stretch: buildStretch(stretch, first), state: second, span };
}

function buildAction(cst: CstNode): ActionNode {
  const span = nodeSpan(cst);
  const name = optionalNode(cst, 'name');
  if (hasWord(cst, 'close')) return { kind: 'close', span };
  if (hasWord(cst, 'wait')) return { kind: 'wait', span };
  if (hasWord(cst, 'facts')) return { kind: 'severity by facts', span };
  if (name !== null && hasWord(cst, 'tell')) return { kind: 'tell', whom: buildName(name), span };
  if (name !== null && hasWord(cst, 'severity')) {
    return { kind: hasWord(cst, 'most') ? 'cap severity' : 'set severity', severity: buildName(name), span };
  }
  const verb = hasWord(cst, 'raise') ? 'raise' : 'lower';
  if (name !== null) return { kind: verb, to: buildName(name), span };
  const steps = nodes(cst, 'severityStep').map((step) => ({
    from: buildName(node(step, 'name')),
    to: buildName(node(step, 'name', 1)),
    span: nodeSpan(step),
  }));
  return { kind: `${verb} by steps`, steps, span };
}

function buildConsent(cst: CstNode): ConsentNode {
  const span = nodeSpan(cst);
  if (!hasWord(cst, 'silence')) return { silence: null, span };
  if (hasWord(cst, 'refuses')) return { silence: { kind: 'refuses' }, span };
  return { silence: { kind: 'agrees', after: buildNamedStretch(cst) }, span };
}

export function buildEscalate(cst: CstNode, span: Span): EscalateNode {
  const to = tokens(cst, 'Text');
  return {
    kind: 'escalate',
    metric: buildName(node(cst, 'name')),
    steps: tokens(cst, 'Percent').map((percent, i) => ({
      percent: { ...nameOfToken(percent), text: percent.image.replace(/\s*%$/, '') },
      to: unquote(to[i]?.image ?? '""'),
    })),
    span,
  };
}

export function buildChange(cst: CstNode, span: Span, text: string): ChangeNode {
  return {
    kind: 'on change',
    of: kindOfChange(cst),
    basis: buildChangeBasis(node(cst, 'changeBasis'), text),
    rules: nodes(cst, 'changeRule').map((rule) => buildChangeRule(rule, text)),
    span,
  };
}

function kindOfChange(cst: CstNode): ChangeKind {
  const said = CHANGE_KINDS.find((kind) => kind.split(' ').every((word) => hasWord(cst, word)));
  if (said === undefined) throw new Error('the grammar promised a kind of change');
  return said;
}

export function buildChangeBasis(cst: CstNode, text: string): ChangeBasisNode {
  const span = nodeSpan(cst);
  if (hasWord(cst, 'proportional')) return { kind: 'proportional', span };
  if (hasWord(cst, 'elapsed')) return { kind: 'keep elapsed', span };
  if (hasWord(cst, 'old')) return { kind: 'keep old', span };
  const event = wordsOf(node(cst, 'event'), text);
  if (event.text === 'open' || event.text === 'opened') return { kind: 'from open', span };
  if (event.text === 'the change') return { kind: 'from change', span };
  return { kind: 'from event', event, span };
}

function buildChangeRule(cst: CstNode, text: string): ChangeRuleNode {
  const span = nodeSpan(cst);
  if (hasWord(cst, 'earlier')) return { kind: 'earlier of both', span };
  if (hasWord(cst, 'late'))
    return { kind: 'late from', value: hasWord(cst, 'deadline') ? 'deadline' : 'change', span };
  if (hasWord(cst, 'met')) return { kind: 'met stays', span };
  if (hasWord(cst, 'breach'))
    return { kind: 'breach', value: hasWord(cst, 'forgotten') ? 'is forgotten' : 'stays', span };
  const event = wordsOf(node(cst, 'event'), text);
  return {
    kind: 'floor',
    stretch: buildNamedStretch(cst),
    event: event.text === 'the change' ? null : event,
    span,
  };
}
