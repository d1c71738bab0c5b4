import type { Span } from '../text/source.ts';
import type { BlockReader } from './block-reader.ts';
import {
  buildCondition,
  buildName,
  buildNames,
  buildWords,
  buildZone,
  buildZoneChoice,
  nameOfToken,
} from './build-parts.ts';
import { buildContractTerm } from './build-terms.ts';
import type { ReadClause } from './clause-reader.ts';
import { hasWord, node, nodes, optionalNode, token, tokens } from './cst.ts';
import type { ContractNode, FactNode, NameNode, RegionNode, SeverityNode } from './tree.ts';

export function buildFact({ cst, span }: ReadClause): FactNode {
  const names = optionalNode(cst, 'names');
  const kind = hasWord(cst, 'yes') ? 'truth' : hasWord(cst, 'number') ? 'number' : 'text';
  return {
    name: nameOfToken(token(cst, 'Identifier')),
    text: buildWords(cst),
    type: names === null ? { kind } : { kind: 'words', words: buildNames(names) },
    broken: false,
    span,
  };
}

export function buildSeverity({ cst, span }: ReadClause): SeverityNode {
  const names = nodes(cst, 'name').map(buildName);
  const condition = optionalNode(cst, 'condition');
  return {
    name: names[0] as NameNode,
    aliases: [...tokens(cst, 'Identifier').map(nameOfToken), ...names.slice(1)],
    text: buildWords(cst),
    when: condition !== null ? buildCondition(condition) : hasWord(cst, 'otherwise') ? 'otherwise' : null,
    broken: false,
    span,
  };
}

export function buildRegion({ cst, span }: ReadClause): RegionNode {
  const zone = optionalNode(cst, 'regionZone');
  const holidays = optionalNode(cst, 'regionHolidays');
  const sets = holidays === null ? null : optionalNode(holidays, 'names');
  return {
    name: buildName(node(cst, 'name')),
    text: buildWords(cst),
    zone: zone === null ? null : buildZoneChoice(zone),
    holidays: sets === null ? [] : buildNames(sets),
    holidaysOf: holidays === null || sets !== null ? null : nameOfToken(token(holidays, 'Identifier')),
    broken: false,
    span,
  };
}

export function buildContract(blocks: BlockReader, head: ReadClause): ContractNode {
  const texts = tokens(head.cst, 'Text').map(nameOfToken);
  const name = texts[0] as NameNode;
  const parties: { role: string; name: string; span: Span }[] = [];
  const effective: {
    from: NameNode;
    until: NameNode | null;
    zone: ReturnType<typeof buildZone>;
    span: Span;
  }[] = [];
  const zones: ReturnType<typeof buildZoneChoice>[] = [];
  const currencies: NameNode[] = [];
  const fiscalYears: NameNode[] = [];
  const terms: ContractNode['terms'][number][] = [];
  const { broken } = blocks.rows(head, 'contract', [`contract "${name.text}"`], (clause) => {
    const { rule, cst, span } = clause;
    if (rule === 'partyClause') {
      parties.push({ role: token(cst, 'Identifier').image, name: buildWords(cst), span });
    } else if (rule === 'effectiveClause') {
      const until = tokens(cst, 'Date')[1];
      effective.push({
        from: nameOfToken(token(cst, 'Date')),
        until: until === undefined ? null : nameOfToken(until),
        zone: buildZone(node(cst, 'zone')),
        span,
      });
    } else if (rule === 'fiscalClause') fiscalYears.push(nameOfToken(token(cst, 'MonthDay')));
    else if (rule === 'zoneClause') zones.push(buildZoneChoice(cst));
    else if (rule === 'currencyClause') currencies.push(nameOfToken(token(cst, 'Identifier', 1)));
    else {
      const term = buildContractTerm(clause, blocks.reader.source.text);
      if (term === null) throw new Error(`no builder for ${rule}`);
      terms.push(term);
    }
    return true;
  });
  const version = texts[1] ?? null;
  return {
    kind: 'contract',
    name,
    text: '',
    version,
    parties,
    effective,
    zones,
    currencies,
    fiscalYears,
    terms,
    broken,
    span: head.span,
  };
}
