import type { ContractTermNode } from '../syntax/conduct-tree.ts';
import type { ContractNode } from '../syntax/tree.ts';
import { checkPeriodUnit } from './check-period.ts';
import { checkBasis } from './check-changes.ts';
import { checkStretch, type OwnZone } from './check-stretch.ts';
import { type BindingTerms, NO_BINDING } from './conduct-model.ts';
import { type CheckContext, report } from './context.ts';
import type { Scope } from './scope.ts';

/** The level of the language that this version reads. */
const LEVEL = 1;

/** What binds a contract; `context` stands inside it. */
export function checkTerms(
  context: CheckContext,
  scope: Scope,
  own: OwnZone,
  node: ContractNode,
  tzdata: string,
): BindingTerms<string> {
  let found: BindingTerms<string> = NO_BINDING;
  const said = new Set<string>();
  for (const term of node.terms) {
    if (said.has(term.kind)) {
      report(context, 'contract/clause-twice', term.span, { clause: term.kind });
      continue;
    }
    if (term.kind !== 'document' && term.kind !== 'note') said.add(term.kind);
    found = { ...found, ...checkTerm(context, scope, own, term, tzdata, found) };
  }
  if (!node.broken) reportHanging(context, node, said);
  const first = node.effective[0];
  if (
    first !== undefined &&
    node.version !== null &&
    !node.broken &&
    !said.has('binds') &&
    !said.has('tickets in flight')
  ) {
    report(context, 'assume/version-binding', first.span, {});
  }
  return found;
}

/** What waits for a notice or for the end of a term needs one that is stated. */
function reportHanging(context: CheckContext, node: ContractNode, said: ReadonlySet<string>): void {
  for (const term of node.terms) {
    const needed = neededBy(term);
    if (needed !== null && !said.has(needed)) {
      report(context, 'contract/hanging-term', term.span, { clause: term.kind, needed });
    }
  }
}

function neededBy(term: ContractTermNode): 'notice' | 'term' | null {
  if (term.kind === 'notice') return term.to?.text === 'term' ? 'term' : null;
  if (term.kind !== 'upgrade' && term.kind !== 'downgrade') return null;
  if (term.when === 'any time') return null;
  return term.when === 'after notice' ? 'notice' : 'term';
}

function checkTerm(
  context: CheckContext,
  scope: Scope,
  own: OwnZone,
  term: ContractTermNode,
  tzdata: string,
  found: BindingTerms<string>,
): Partial<BindingTerms<string>> {
  switch (term.kind) {
    case 'binds':
      return { bindsBy: scope.resolve(context, 'event', term.event) };
    case 'tickets in flight':
      return { inFlight: checkBasis(context, scope, term.basis) };
    case 'term':
      return { term: checkStretch(context, scope, own, { ...term.stretch, end: 'same time' }) };
    case 'notice':
      return {
        notice: checkStretch(context, scope, own, { ...term.stretch, end: 'same time' }),
        noticeTo:
          term.to === null || term.to.text === 'term' ? term.to && 'term' : checkPeriodUnit(context, term.to),
      };
    case 'upgrade':
    case 'downgrade':
      return { [term.kind]: term.when };
    case 'tzdata': {
      const least = term.version.text;
      // Versions are a year and a letter, so they are in the order of their texts.
      if (tzdata < least) report(context, 'contract/old-tzdata', term.version.span, { least, here: tzdata });
      return { tzdata: least };
    }
    case 'holidays':
      return { saysHolidaysOpen: true };
    case 'document':
      return { documents: [...found.documents, { text: term.text, at: term.at }] };
    case 'language': {
      const level = Number(term.level.text);
      if (level !== LEVEL)
        report(context, 'contract/language-level', term.level.span, { level: term.level.text });
      return { language: level };
    }
    case 'note':
      return { notes: [...found.notes, { plan: null, text: term.text }] };
  }
}
