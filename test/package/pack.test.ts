import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;

/** npm in its quiet form; what it would fetch from a registry makes it fail. */
function npm(argv: readonly string[], cwd: string): string {
  return execFileSync('npm', [...argv, '--silent', '--offline', '--no-audit', '--no-fund'], {
    cwd,
    encoding: 'utf8',
  });
}

function node(argv: readonly string[]): string {
  return execFileSync(process.execPath, [...argv], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'surety-pack-'));
  npm(['pack', '--pack-destination', folder], '.');
  const [tarball] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }\n');
  npm(['install', '--ignore-scripts', join(folder, tarball!)], folder);
  copyFileSync('test/cli/fixtures/desk.plan', join(folder, 'desk.plan'));
  execFileSync(join(folder, 'node_modules/.bin/surety'), ['init', 'first.plan'], { cwd: folder });
}, 180_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the package, installed into an empty folder', () => {
  test('brings nothing with it', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'surety',
    ]);
  });

  test('runs', () => {
    const run = (...argv: string[]) =>
      execFileSync(join(folder, 'node_modules/.bin/surety'), argv, { cwd: folder, encoding: 'utf8' });
    expect(run('--version')).toMatch(/^surety \d/);
    expect(run('check', 'desk.plan')).toContain('1 file checked');
    expect(run('check', 'node_modules/surety/contracts')).toContain('files checked');
    expect(
      run('due', 'desk.plan', '--severity', 'P1', '--plan', 'Full', '--opened', '2026-06-12T18:00'),
    ).toContain('by Fri 2026-06-12 18:15 +02:00');
    expect(run('simulate', 'node_modules/surety/simulations/service-desk.sim', '--runs', '1')).toContain(
      'Premium',
    );
  });

  test('holds every document that its README and its first contract name', () => {
    const root = join(folder, 'node_modules/surety');
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const linked = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    const named = [...readFileSync(join(folder, 'first.plan'), 'utf8').matchAll(/docs\/[\w/]+/g)].map(
      ([path]) => path,
    );
    expect(linked.length).toBeGreaterThan(3);
    expect(named).toEqual(['docs/reference']);
    expect([...linked, ...named].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('says what to install for the one verb that needs more', () => {
    expect(() => node(['node_modules/surety/dist/surety.js', 'holidays', 'US', '--years', '2026'])).toThrow(
      'npm install date-holidays',
    );
  });

  test('can be embedded, with types', () => {
    writeFileSync(
      join(folder, 'embed.ts'),
      [
        "import { formatInstantUtc, loadContract, loadPlan, parseInstant, type Engine } from 'surety';",
        "const engine: Engine = loadPlan((await loadContract('desk.plan')).plan());",
        "const opened = parseInstant('2026-06-12T18:00+02:00');",
        "if (!opened.ok) throw new Error('no instant');",
        'const ticket = { severity: 0, region: -1, channel: -1, type: -1, facts: [] };',
        "const target = engine.selectTarget(0, 'respond', ticket, opened.instant);",
        "if (target === null) throw new Error('nothing promised');",
        'const deadline = engine.deadline(target.promise, opened.instant);',
        "console.log(deadline.kind === 'due' ? formatInstantUtc(deadline.due) : deadline.kind);",
        '// @ts-expect-error: a contract is loaded by its path',
        'await loadContract(5).catch(() => null);',
      ].join('\n'),
    );
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          module: 'nodenext',
          target: 'es2022',
          types: [],
          lib: ['es2023', 'dom'],
        },
        files: ['embed.ts'],
      }),
    );
    node([resolve('node_modules/typescript/bin/tsc')]);
    expect(node(['embed.js'])).toBe('2026-06-15T08:00:00Z\n');
  });

  test('answers from a compiled plan by the engine alone', () => {
    const surety = join(folder, 'node_modules/.bin/surety');
    execFileSync(surety, ['compile', 'desk.plan', '--out', 'desk.json'], { cwd: folder });
    writeFileSync(
      join(folder, 'engine.mjs'),
      [
        "import { readFileSync } from 'node:fs';",
        "import { formatInstantUtc, loadPlan, parseInstant, readPlan } from 'surety/engine';",
        "import schema from 'surety/compiled-plan.schema.json' with { type: 'json' };",
        "const read = readPlan(readFileSync('desk.json', 'utf8'));",
        'const engine = loadPlan(read.plan);',
        "const { instant } = parseInstant('2026-06-12T18:00+02:00');",
        'const ticket = { severity: 0, region: -1, channel: -1, type: -1, facts: [] };',
        "const target = engine.selectTarget(0, 'respond', ticket, instant);",
        'console.log(formatInstantUtc(engine.deadline(target.promise, instant).due), schema.$id);',
      ].join('\n'),
    );
    expect(node(['--no-warnings', 'engine.mjs'])).toBe('2026-06-15T08:00:00Z urn:surety:compiled-plan:1\n');
  });

  test('runs the example of twelve lines, and types hold it to be right', () => {
    const example = 'docs/examples/deadlines.mjs';
    expect(readFileSync(example, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(12);
    copyFileSync(example, join(folder, 'deadlines.mjs'));
    const ask = (...argv: string[]) => node(['deadlines.mjs', ...argv]);
    expect(ask('desk.json', 'Basic', 'P1', '2026-06-12T18:00+02:00')).toBe(
      'respond 2026-06-15T08:00:00Z\nresolve 2026-06-15T15:00:00Z\n',
    );
    expect(ask('desk.json', 'Basic', 'P2', '2026-06-12T09:00+02:00')).toBe(
      'respond 2026-06-12T11:00:00Z\nresolve best effort\n',
    );
    expect(() => ask('desk.json', 'Basic', 'P9', '2026-06-12T18:00+02:00')).toThrow('P9: none of P1, P2');
    expect(() => ask('desk.plan', 'Basic', 'P1', '2026-06-12T18:00+02:00')).toThrow('a compiled plan');
    expect(() => ask('desk.json', 'Basic', 'P1', '2026-06-12T18:00')).toThrow('a time with its offset');
    node([
      resolve('node_modules/typescript/bin/tsc'),
      ...[
        '--ignoreConfig',
        '--checkJs',
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2023',
      ],
      ...['--types', 'node', '--typeRoots', resolve('node_modules/@types'), 'deadlines.mjs'],
    ]);
  });

  test('holds no test, no source and no path of the machine that built it', () => {
    const names = readdirSync(join(folder, 'node_modules/surety'), { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => /\.test\.|^src|^test|tsconfig/.test(name))).toEqual([]);
    for (const name of names.filter((each) => each.endsWith('.js'))) {
      expect(readFileSync(join(folder, 'node_modules/surety', name), 'utf8')).not.toContain(process.cwd());
    }
  });
});
