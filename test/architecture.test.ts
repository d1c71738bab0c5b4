import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findViolations, targetOf } from './architecture/find-violations.ts';
import { LAYERS } from './architecture/layers.ts';
import { type ModuleFacts, readModule } from './architecture/module-facts.ts';

const modules: readonly ModuleFacts[] = ['src', 'grammar']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  )
  .filter((path) => /\.tsx?$/.test(path))
  .sort()
  .map((path) => readModule(path, readFileSync(path, 'utf8')));

describe('the sources', () => {
  test('import in one direction, and touch the world at its edges alone', () => {
    expect(modules.length).toBeGreaterThan(50);
    expect(modules.flatMap(findViolations)).toEqual([]);
  });

  test('have no module that is needed before it is ready', () => {
    expect(findCycle(modules)).toBeNull();
  });
});

/** A planted module, and what must be said about it; an empty string where it is allowed. */
const planted: readonly (readonly [what: string, path: string, text: string, violation: string])[] = [
  [
    'against the direction',
    'src/text/a.ts',
    "import { x } from '../syntax/tree.ts';",
    'text may not see syntax',
  ],
  ['by re-export', 'src/text/a.ts', "export { x } from '../check/model.ts';", 'text may not see check'],
  ['in a type', 'src/time/a.ts', "type A = import('../check/model.ts').A;", 'time may not see check'],
  [
    'of types alone',
    'src/time/a.ts',
    "import type { A } from '../check/model.ts';",
    'time may not see check',
  ],
  [
    'from the folder above',
    'src/plan/b/a.ts',
    "import { x } from '../../engine/index.ts';",
    'plan may not see engine',
  ],
  [
    'of the grammar, backwards',
    'grammar/a.ts',
    "import { x } from '../src/syntax/tree.ts';",
    'grammar may not see syntax',
  ],
  [
    'of the compiler into the engine',
    'src/engine/a.ts',
    "import { x } from '../check/model.ts';",
    'engine may not see check',
  ],
  [
    'of texts into the engine',
    'src/engine/a.ts',
    "import { x } from '../text/source.ts';",
    'plan and time alone',
  ],
  [
    'of the engine into its oracle',
    'src/reference/a.ts',
    "import type { A } from '../engine/index.ts';",
    'reference may not see engine',
  ],
  [
    'of arithmetic into the oracle',
    'src/reference/a.ts',
    "import { x } from '../time/civil-date.ts';",
    'nothing that runs',
  ],
  ['of a leaf', 'src/report/a.ts', "import { x } from '../cli/colour.ts';", 'cli is a leaf'],
  [
    'of a leaf by another at start-up',
    'src/cli/a.ts',
    "import { x } from '../tui/index.ts';",
    'tui is a leaf',
  ],
  ['of the public interface', 'src/report/a.ts', "import { x } from '../index.ts';", 'index is a leaf'],
  [
    'of files',
    'src/check/a.ts',
    "import { readFile } from 'node:fs/promises';",
    'only workspace and the leaves',
  ],
  ['of files by their old name', 'src/check/a.ts', "import fs from 'fs';", 'only workspace and the leaves'],
  ['of luxon', 'src/engine/a.ts', "import { DateTime } from 'luxon';", 'the package luxon'],
  [
    'of the parser library',
    'src/check/a.ts',
    "import { CstParser } from 'chevrotain';",
    'the package chevrotain',
  ],
  ['of a computed name', 'src/cli/a.ts', 'await import(name);', 'computed'],
  ['into no layer', 'src/helpers/a.ts', '', 'lies in no layer'],
  ['the clock', 'src/simulate/a.ts', 'const t = Date.now();', 'uses Date.now'],
  ['the clock by another name', 'src/simulate/a.ts', 'const t = new Date();', 'uses new Date()'],
  ['chance', 'src/simulate/a.ts', 'const t = Math.random();', 'uses Math.random'],
  ['the process', 'src/check/a.ts', 'if (process.env.X) f();', 'uses process'],
  ['the terminal', 'src/engine/a.ts', 'console.log(1);', 'uses console'],
  ['locales', 'src/tui/a.ts', "new Intl.DateTimeFormat('en');", 'uses Intl'],

  ['(allowed) downwards', 'src/check/a.ts', "import { x } from '../syntax/tree.ts';", ''],
  [
    '(allowed) types into the oracle',
    'src/reference/a.ts',
    "import type { A } from '../check/model.ts';",
    '',
  ],
  ['(allowed) a leaf on demand', 'src/cli/a.ts', "await import('../tui/index.ts');", ''],
  ['(allowed) types of a library', 'grammar/a.ts', "import type { CstNode } from 'chevrotain';", ''],
  ['(allowed) a date that is given', 'src/time/a.ts', 'const d = new Date(0);', ''],
  [
    '(allowed) a comment',
    'src/time/a.ts',
    '// Math.random() and process.env\nconst text = "Date.now()";',
    '',
  ],
  ['(allowed) a field of that name', 'src/time/a.ts', 'const x = { process: 1 }; x.process;', ''],
];

describe('a violation is found', () => {
  test.each(planted)('%s', (_, path, text, violation) => {
    const found = findViolations(readModule(path, text));
    if (violation === '') expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(violation)]);
  });

  test('a circle of modules', () => {
    const circle = [
      readModule('src/text/a.ts', "import { b } from './b.ts';"),
      readModule('src/text/b.ts', "import { a } from './a.ts';"),
    ];
    expect(findCycle(circle)).toEqual(['src/text/a.ts', 'src/text/b.ts', 'src/text/a.ts']);
    const types = [circle[0]!, readModule('src/text/b.ts', "import type { A } from './a.ts';")];
    expect(findCycle(types)).toBeNull();
  });

  test('no layer sees itself through another', () => {
    const reach = (name: string, seen: ReadonlySet<string>): ReadonlySet<string> =>
      (LAYERS[name]?.sees ?? []).reduce(
        (all, next) => (all.has(next) ? all : reach(next, new Set([...all, next]))),
        seen,
      );
    for (const name of Object.keys(LAYERS)) expect(reach(name, new Set()), name).not.toContain(name);
  });
});

/** A circle of modules that load each other when they start; null when there is none. */
function findCycle(all: readonly ModuleFacts[]): readonly string[] | null {
  const needs = new Map(
    all.map(({ path, imports }) => [
      path,
      imports
        .filter(({ typeOnly, dynamic, specifier }) => !typeOnly && !dynamic && specifier.startsWith('.'))
        .map(({ specifier }) => targetOf(path, specifier)),
    ]),
  );
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const next of needs.get(path) ?? []) {
      const circle = visit(next, [...trail, path]);
      if (circle !== null) return circle;
    }
    done.add(path);
    return null;
  };
  for (const path of needs.keys()) {
    const circle = visit(path, []);
    if (circle !== null) return circle;
  }
  return null;
}
