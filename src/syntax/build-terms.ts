import type { CstNode } from '../../grammar/concrete-tree.ts';
import { buildChangeBasis, buildNamedStretch, wordsOf } from './build-conduct.ts';
import { buildWords, nameOfToken, unquote } from './build-parts.ts';
import type { ReadClause } from './clause-reader.ts';
import type { ContractTermNode, NoteNode, PlanMoveNode } from './conduct-tree.ts';
import { hasWord, node, optionalToken, token } from './cst.ts';

/** A clause that binds the contract; null for the clauses of its header. */
export function buildContractTerm(clause: ReadClause, text: string): ContractTermNode | null {
  const { cst, span } = clause;
  switch (clause.rule) {
    case 'bindsClause':
      return { kind: 'binds', event: wordsOf(node(cst, 'event'), text), span };
    case 'inFlightClause':
      return { kind: 'tickets in flight', basis: buildChangeBasis(node(cst, 'changeBasis'), text), span };
    case 'termClause':
      return { kind: 'term', stretch: buildNamedStretch(cst), span };
    case 'noticeClause': {
      const to = optionalToken(cst, 'Identifier');
      return { kind: 'notice', stretch: buildNamedStretch(cst), to: to && nameOfToken(to), span };
    }
    case 'planMoveClause': {
      const kind = token(cst, 'Identifier').image === 'upgrade' ? 'upgrade' : 'downgrade';
      return { kind, when: buildPlanMove(cst), span };
    }
    case 'tzdataClause':
      return { kind: 'tzdata', version: nameOfToken(token(cst, 'TzdataVersion')), span };
    case 'roundTheClockClause':
      return { kind: 'holidays', span };
    case 'documentClause': {
      const at = optionalToken(cst, 'Text');
      return { kind: 'document', text: buildWords(cst), at: at === null ? null : unquote(at.image), span };
    }
    case 'languageClause':
      return { kind: 'language', level: nameOfToken(token(cst, 'Number')), span };
    case 'noteClause':
      return buildNote(clause);
    default:
      return null;
  }
}

function buildPlanMove(clause: CstNode): PlanMoveNode {
  if (hasWord(clause, 'after')) return 'after notice';
  return hasWord(clause, 'any') ? 'any time' : 'end of term';
}

export function buildNote({ cst, span }: ReadClause): NoteNode {
  return { kind: 'note', text: buildWords(cst), span };
}
