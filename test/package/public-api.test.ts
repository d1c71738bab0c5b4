import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

interface Exported {
  readonly name: string;
  readonly docs: string;
  readonly isError: boolean;
  /** Methods and properties that are functions, of interfaces and classes. */
  readonly methods: readonly { readonly name: string; readonly docs: string }[];
}

/** What a module exports, with the sentences above each. */
function exportsOf(entries: readonly string[]): ReadonlyMap<string, readonly Exported[]> {
  const config = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)).config as unknown;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('.'));
  const program = ts.createProgram([...entries], options);
  const checker = program.getTypeChecker();
  const docsOf = (symbol: ts.Symbol) =>
    [
      ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      ...symbol.getJsDocTags(checker).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`),
    ].join('\n');

  const read = (exported: ts.Symbol): Exported => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const declared = symbol.declarations ?? [];
    const members = declared.flatMap((each) =>
      ts.isInterfaceDeclaration(each) || ts.isClassDeclaration(each) ? [...each.members] : [],
    );
    return {
      name: exported.name,
      docs: docsOf(symbol),
      isError: /Error$/.test(exported.name) && declared.some((each) => ts.isClassDeclaration(each)),
      methods: members.flatMap((member) => {
        const own = member.name === undefined ? undefined : checker.getSymbolAtLocation(member.name);
        const isCalled = own !== undefined && checker.getTypeOfSymbol(own).getCallSignatures().length > 0;
        return isCalled ? [{ name: own.name, docs: docsOf(own) }] : [];
      }),
    };
  };
  return new Map(
    entries.map((entry) => {
      const module = checker.getSymbolAtLocation(program.getSourceFile(entry)!);
      return [entry, checker.getExportsOfModule(module!).map(read)];
    }),
  );
}

const [whole, engine, columns, account] = [
  'src/index.ts',
  'src/embed.ts',
  'src/columns.ts',
  'src/account.ts',
] as const;
const modules = exportsOf([whole, engine, columns, account]);
const all = [...modules.values()].flat();

describe('the public interface', () => {
  test('says of everything what it means', () => {
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter(({ docs }) => docs.trim() === '').map(({ name }) => name)).toEqual([]);
  });

  test('says of every method what it does', () => {
    const methods = all
      // Colours are what they are called.
      .filter(({ name }) => name !== 'Palette')
      .flatMap(({ name, methods: own }) =>
        own.map((method) => ({ ...method, name: `${name}.${method.name}` })),
      );
    expect(methods.map(({ name }) => name)).toContain('Calendar.add');
    expect(methods.filter(({ docs }) => docs.trim() === '').map(({ name }) => name)).toEqual([]);
  });

  test('says of every error what throws it', () => {
    const errors = all.filter(({ isError }) => isError).map(({ name }) => name);
    const sentences = all.flatMap(({ docs, methods }) => [docs, ...methods.map((method) => method.docs)]);
    const thrown = sentences.flatMap((docs) => docs.match(/@throws .*/gs) ?? []).join('\n');
    expect(errors).toContain('HorizonError');
    expect(errors.filter((name) => !thrown.includes(name))).toEqual([]);
  });

  test('exports every error that it says is thrown, which columns and accounts leave to the engine', () => {
    const namesOf = (entry: string) => (modules.get(entry) ?? []).map(({ name }) => name);
    for (const [entry, exported] of modules) {
      const sentences = exported.flatMap(({ docs, methods }) => [docs, ...methods.map((each) => each.docs)]);
      const thrown = sentences.flatMap((docs) => docs.match(/(?<=@throws \{?)\w+Error/g) ?? []);
      const known = [...namesOf(entry === whole ? whole : engine), 'RangeError'];
      expect([entry, ...thrown.filter((name) => !known.includes(name))]).toEqual([entry]);
    }
    expect(namesOf(engine)).toContain('OutsideZoneError');
  });

  test('has all of the engine under both of its names', () => {
    const names = (of: string) => (modules.get(of) ?? []).map(({ name }) => name);
    expect(names(engine)).toContain('ticketMachine');
    expect(names(whole)).toEqual(expect.arrayContaining(names(engine)));
  });
});
