import type { ConditionNode, MomentNode, StoryRowNode, StoryWhatNode } from '../syntax/tree.ts';
import { workedSeconds } from './check-rounding.ts';
import { checkScenarioFacts } from './check-scenario-facts.ts';
import { textOf } from './check-time.ts';
import { type CheckContext, originOf, report } from './context.ts';
import { instantOfMoment } from './instant-of-moment.ts';
import type { Moment, StoryRow, StoryWhat } from './scenario-model.ts';
import type { ScenarioGround } from './scenario-ground.ts';

/** Reads a moment of a story; null, and a finding, where it is none. */
export type ReadMoment = (moment: MomentNode, what: string) => Moment | null;

/** The rows of a story, in the order of time; null, with findings, where one cannot be made out. */
export function checkStory(
  context: CheckContext,
  ground: ScenarioGround,
  nodes: readonly StoryRowNode[],
  opened: Moment | null,
  read: ReadMoment,
): readonly StoryRow[] | null {
  let isWhole = true;
  let before = opened === null ? -Infinity : instantOfMoment(opened);
  const rows: StoryRow[] = [];
  for (const node of nodes) {
    const at = read(node.at, 'the row');
    const row = checkRow(context, ground, node, at);
    if (at === null || row === null) {
      isWhole = false;
      continue;
    }
    const instant = instantOfMoment(at);
    // What the customer has is bought, and used by other tickets, before this one is opened as well as after.
    const isEarlier = row.what.kind === 'bought' || row.what.kind === 'pack' || row.what.kind === 'used';
    if (instant < before && !(isEarlier && rows.every(isOfCustomer))) {
      const than = rows.some((each) => !isOfCustomer(each)) ? 'the row before it' : 'the opening';
      report(context, 'scenario/out-of-order', node.at.span, { what: 'the row', than });
      isWhole = false;
    }
    if (!isEarlier) before = instant;
    rows.push(row);
  }
  return isWhole ? rows : null;
}

/** Whether a row is of the customer, and not of the ticket. */
function isOfCustomer({ what }: StoryRow): boolean {
  return what.kind === 'bought' || what.kind === 'pack' || what.kind === 'used';
}

function checkRow(
  context: CheckContext,
  ground: ScenarioGround,
  node: StoryRowNode,
  at: Moment | null,
): StoryRow | null {
  const { scope } = ground;
  const says = { plan: null, severity: null, region: null, channel: null, type: null } as Record<
    keyof StoryRow['says'],
    string | null
  >;
  let isWhole = at !== null;
  const tests: ConditionNode[] = [];
  const what = checkWhat(context, ground, node.what);
  const to = node.what.kind === 'happening' ? node.what.to : null;
  if (to !== null) says.severity = scope.resolve(context, 'severity', to);
  if (what === null || (to !== null && says.severity === null)) isWhole = false;
  for (const said of node.says) {
    if (said.kind === 'fact') {
      tests.push(said.test);
      continue;
    }
    const isTwice = says[said.kind] !== null;
    if (isTwice) report(context, 'scenario/clause-twice', said.span, { clause: said.kind });
    const name = scope.resolve(context, said.kind, said.name);
    if (name === null || isTwice) isWhole = false;
    says[said.kind] = name;
  }
  const facts = checkScenarioFacts(context, scope, tests);
  if (facts.length < tests.length) isWhole = false;
  if (!isWhole || at === null || what === null) return null;
  const words = textOf(context, { start: node.at.span.end, end: node.span.end }).trim();
  return { at, what, says, facts, words, origin: originOf(context, node.span) };
}

function checkWhat(context: CheckContext, ground: ScenarioGround, node: StoryWhatNode): StoryWhat | null {
  switch (node.kind) {
    case 'happening': {
      const found = ground.scope.resolveOneOf(context, ['event', 'state'], node.name);
      if (node.from !== null && node.name.text !== 'resumed') {
        report(context, 'scenario/from-without-resumed', node.from.span, { event: node.name.text });
        return null;
      }
      const ends = node.from === null ? null : ground.scope.resolve(context, 'state', node.from);
      if (found === null || (node.from !== null && ends === null)) return null;
      return found.kind === 'event'
        ? { kind: 'event', event: found.name, ends }
        : { kind: 'state', state: found.name };
    }
    case 'work': {
      const seconds = workedSeconds(context, node.amount);
      // A visit is an activity wherever visits are counted.
      const isVisit = node.of.text === 'visit' && ground.things.has('visits');
      const of =
        isVisit || ground.charges.has(node.of.text)
          ? node.of.text
          : ground.scope.resolve(context, 'activity', node.of);
      return seconds === null || of === null ? null : { kind: 'work', of, seconds };
    }
    case 'bought':
    case 'used': {
      const { thing, amount } = node;
      if (!ground.things.has(thing.text)) {
        if (ground.isSound) reportUncounted(context, ground, thing.text, node.thing.span);
        return null;
      }
      return { kind: node.kind, thing: thing.text, amount: amount.text };
    }
    case 'pack': {
      if (ground.packs.has(node.name.text)) return { kind: 'pack', text: node.name.text };
      if (ground.isSound) {
        const candidates = [...ground.packs];
        report(context, 'scenario/no-such-pack', node.name.span, {
          pack: node.name.text,
          plan: ground.plan,
          candidates,
        });
      }
      return null;
    }
    case 'says':
      return { kind: 'says' };
  }
}

export function reportUncounted(
  context: CheckContext,
  { plan, things }: ScenarioGround,
  thing: string,
  span: StoryWhatNode['span'],
): void {
  report(context, 'scenario/not-counted', span, { thing, plan, candidates: [...things] });
}
