import { checkContract } from '../../src/check/check-contract.ts';
import { type FindImport, joinImports } from '../../src/check/check-imports.ts';
import { OFFICE } from '../../src/diagnostics/catalog/examples.ts';
import { Collector } from '../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Code } from '../../src/diagnostics/registry.ts';
import { parseFile } from '../../src/syntax/parse.ts';
import type { FileNode } from '../../src/syntax/tree.ts';
import { lower } from '../../src/plan/lower.ts';
import { createSourceFile, type SourceFile } from '../../src/text/source.ts';
import { fixedZoneTable } from '../../src/time/fixed-zone.ts';
import { lookUpZone } from '../../src/time/zone-lookup.ts';
import { checkLock } from '../../src/workspace/check-lock.ts';
import type { Lock } from '../../src/workspace/lock-file.ts';
import { hashOf } from '../../src/workspace/pins.ts';
import { checkSimulationText, checkText, lintText } from '../check/findings.ts';

/** What the pages' simulations call `desk.plan`; `regions` are there for the page that needs them. */
const deskPlan = (regions: string): string => `contract "Desk" {
  zone  Europe/Berlin
}
${regions}
facts {
  language  one of German, English
}

severities {
  P1  "nobody can work"
  P2  "anything else"
}

clock respond {
  starts on  opened
  stops on   reply
}

plan Basic {
  targets {
         respond
    all  4 h
  }
}
`;

export const withoutRegions = deskPlan('');
export const withRegions = deskPlan(`
regions by site {
  EMEA  zone Europe/Berlin
}
`);

/** For the page of a contract that lowers only with the customer's consent. */
export const withConsent = `${deskPlan('')}
rule "restored" on restored partly then lower P1 to P2, if customer agrees, silence refuses
`;

/** What lies beside the pages that import. */
const BESIDE: Readonly<Record<string, string>> = {
  'shared/calendars.plan': OFFICE,
  'other.plan': 'contract "Other" { zone UTC }\n',
};

function importingFindings(text: string): readonly Diagnostic[] {
  const collector = new Collector();
  const parse = (name: string, of: string): FileNode => parseFile(createSourceFile(name, of), collector);
  const main = parse('contract.plan', text);
  const find: FindImport = (_, { path: { text: path } }) => {
    const beside = BESIDE[path];
    if (path === 'contract.plan') return { kind: 'file', path, file: main };
    if (beside === undefined) return { kind: 'none', path, reason: 'no such file' };
    return { kind: 'file', path, file: parse(path, beside) };
  };
  checkContract(joinImports(main, find, collector), collector);
  return collector.diagnostics;
}

/** The lock that lies beside the pages of `lock/`. */
const LOCK: Lock = {
  tzdata: '2000a',
  zones: new Map([
    ['Asia/Tokyo', lookUpZone('Asia/Tokyo', 1970, 2100)],
    ['Europe/Berlin', { ...fixedZoneTable('+01:00', 3600, 1970, 2100), zone: 'Europe/Berlin' }],
  ]),
  holidays: new Map([
    ['holidays/DE.plan', 'sha256-of-another-text'],
    ['holidays/FR.plan', hashOf(holidayFile('FR'))],
  ]),
  closures: new Map([
    ['announced.jsonl', 'sha256-of-another-text'],
    ['pinned.jsonl', hashOf(createSourceFile('pinned.jsonl', ''))],
  ]),
};

function holidayFile(country: string): SourceFile {
  return createSourceFile(
    `holidays/${country}.plan`,
    `holidays ${country} {\n  covers  2026..2030\n  2026-05-01  "May Day"\n}\n`,
  );
}

function lockFindings(text: string): readonly Diagnostic[] {
  const collector = new Collector();
  const sources = [
    createSourceFile('contract.plan', text),
    ...['DE', 'FR'].filter((country) => text.includes(`holidays  ${country}`)).map(holidayFile),
  ];
  const files = sources.map((source) => parseFile(source, collector));
  const data: SourceFile[] = [];
  const { contract } = checkContract(files, collector, (_, path) => {
    const source = createSourceFile(path, '');
    data.push(source);
    return { kind: 'file', source };
  });
  const { diagnostics } = collector;
  const loaded = {
    contract,
    plan: () => lower(contract),
    diagnostics,
    explained: () => diagnostics,
    sources: [...sources, ...data],
    data,
  };
  return [...diagnostics, ...checkLock(loaded, { path: 'surety.lock', lock: LOCK })];
}
/** Errors that are found where calendars are held against each other by the hour. */
const BY_THE_HOUR: ReadonlySet<string> = new Set([
  'plan/arrivals-overlap',
  'money/rates-overlap',
  'money/rates-leave-gap',
]);

/** A page may show a file of closures, too: it follows the contract under its name. */
export const BESIDE_IT = '\nclosures.jsonl:\n';

function closureFindings(text: string): readonly Diagnostic[] {
  const [contract = '', closures] = text.split(BESIDE_IT);
  return checkText(contract, 'contract.plan', {}, { 'closures.jsonl': closures ?? '' }).findings;
}

/** What is found in an example of a page. */
export function findingsOf(code: Code, text: string): readonly Diagnostic[] {
  // The other pages vary a desk in one thing, and need not use all of it.
  if (code.startsWith('lint/') || BY_THE_HOUR.has(code)) return lintText(text);
  if (text.includes(BESIDE_IT) || code === 'closures/no-file') return closureFindings(text);
  if (code.startsWith('import/')) return importingFindings(text);
  if (code.startsWith('lock/')) return lockFindings(text);
  if (!/^simulation /m.test(text)) return checkText(text).findings;
  if (code === 'simulation/lowered-unasked') return checkSimulationText(text, withConsent).findings;
  const needsRegions = code === 'simulation/no-region';
  return checkSimulationText(text, needsRegions ? withRegions : withoutRegions).findings;
}
