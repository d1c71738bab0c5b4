// Builds dist/: the command line (surety.js), the public API (index.js), the engine without the compiler
// (engine.js), faster columns for it (columns.js), its reasons (account.js), what they share as chunks, and the licences of the libraries inside. Libraries are bundled, so the
// package has no dependencies to install; what only one verb needs (the parser, the terminal UI and its React) is a
// chunk that only that verb loads.
//
//   node build.mjs               JavaScript
//   node build.mjs --types       and the type declarations (what `npm pack` ships)
//   node build.mjs --if-stale    nothing when dist/ is newer than every source
//   node build.mjs --watch       again after each change
//
// It is quiet when all goes well and writes to standard error alone: what runs after it may print to a pipe.

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const sources = [
  'src',
  'grammar',
  'docs/compiled-plan.schema.json',
  'build.mjs',
  'package.json',
  'package-lock.json',
];
const flags = new Set(process.argv.slice(2));

/** Modification time of the newest file at or below a path. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isStale() {
  const built = statSync(join(dist, 'surety.js'), { throwIfNoEntry: false })?.mtimeMs;
  return built === undefined || sources.some((path) => newest(join(root, path)) > built);
}

/** The folder of the package that a bundled file belongs to; null for our own files. */
function packageFolder(input) {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return match === null ? null : match[1];
}

/** One section for each bundled package: name, version, licence and the text that its licence asks to be passed on. */
function licences(metafile) {
  const used = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : [])),
  );
  const folders = [...new Set(used.map(packageFolder).filter((folder) => folder !== null))].sort();
  const sections = folders.map((folder) => {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    const text =
      file === undefined
        ? `Licence: ${manifest.license}`
        : readFileSync(join(root, folder, file), 'utf8').trim();
    return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text}\n`;
  });
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return `Surety includes these packages.${rule}${sections.join(rule)}`;
}

/**
 * Packages that were written for `require` look for it where there is none in a module; the outputs that hold such
 * a package are given one. It stands on a line of its own, after the `#!` line where there is one.
 */
function withRequire(text) {
  if (!text.includes('Dynamic require of')) return text;
  const shim =
    "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);\n";
  const head = text.startsWith('#!') ? text.indexOf('\n') + 1 : 0;
  return text.slice(0, head) + shim + text.slice(head);
}

/**
 * An entry also imports, for the sake of their order, chunks of which it takes nothing. Ours have no effects to be ordered,
 * and with the helpers of the command line `surety/engine` would ask for Node where a browser could run it.
 */
function withoutOrder(text) {
  return text.replaceAll(/import"\.\/chunks\/[^"]+";/g, '');
}

/**
 * Parts of libraries that nobody here calls. Ink loads its developer tools when DEV=true; they want a package that is not
 * installed. Commander can run sub-commands that are programs of their own; ours are not, and what starts programs (with
 * sockets and streams) is a tenth of what Node loads for `--help`.
 */
const UNUSED = [
  { part: /^\.\/devtools\.js$/, of: /[\\/]ink[\\/]build[\\/]/ },
  { part: /^node:child_process$/, of: /[\\/]commander[\\/]lib[\\/]/ },
];

const withoutUnusedParts = {
  name: 'without-unused-parts',
  setup(build) {
    for (const { part, of } of UNUSED) {
      build.onResolve({ filter: part }, ({ path, importer }) =>
        of.test(importer) ? { path, namespace: 'nothing' } : null,
      );
    }
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: '' }));
  },
};

/**
 * The schema is for people too; what a plan is held against needs none of its sentences, a third of its size, and need not
 * say of each object that it has all of its fields and no others: see `match-schema.ts`. What it defines is told apart by
 * short names, which nobody reads.
 */
const schemaInBrief = {
  name: 'schema-in-brief',
  setup(build) {
    build.onLoad({ filter: /[\\/]compiled-plan\.schema\.json$/ }, ({ path }) => {
      const { $ref, definitions } = JSON.parse(readFileSync(path, 'utf8'));
      const names = Object.keys(definitions);
      const short = (name) => names.indexOf(name).toString(36);
      const brief = JSON.stringify(
        { $ref, definitions: Object.fromEntries(names.map((name) => [short(name), definitions[name]])) },
        (key, value) => {
          if (key === 'description' && typeof value === 'string') return undefined;
          return key === '$ref' ? short(value.replace('#/definitions/', '')) : inBrief(value);
        },
      );
      // `{"$ref":"a"}` is written as "#a", `{"type":"string"}` as "~string".
      if (/"[#~]/.test(brief))
        throw new Error('the schema has a text that begins as what is said in brief does');
      const text = brief.replace(/\{"\$ref":"(\w+)"\}/g, '"#$1"').replace(/\{"type":"(\w+)"\}/g, '"~$1"');
      const inFull = "(k,v)=>v?.[0]==='#'?{$ref:v.slice(1)}:v?.[0]==='~'?{type:v.slice(1)}:v";
      return { contents: `export default JSON.parse(${JSON.stringify(text)},${inFull})` };
    });
  },
};

function inBrief(schema) {
  if (schema?.type !== 'object' || schema.additionalProperties !== false) return schema;
  const { type, required, additionalProperties, ...brief } = schema;
  return String(required) === String(Object.keys(schema.properties)) ? brief : schema;
}

/** The table by which clauses are read is the largest thing that a check loads. */
const tableAsText = {
  name: 'table-as-text',
  setup(build) {
    build.onLoad({ filter: /[\\/]clause-table\.json$/ }, ({ path }) => ({
      contents: asText(JSON.parse(readFileSync(path, 'utf8'))),
    }));
  },
};

/** A module of data that is read as a text when it is loaded: as a part of the program it takes several times as long. */
function asText(data) {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))})`;
}

async function build() {
  const esbuild = await import('esbuild');
  const settings = {
    absWorkingDir: root,
    outdir: 'dist',
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Names stay, so that the trace in a bug report can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    // React's development build doubles the time of a frame.
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutUnusedParts, schemaInBrief, tableAsText],
    // 45 MB for one command; who wants it installs it beside us.
    external: ['date-holidays'],
  };
  const result = await esbuild.build({
    ...settings,
    entryPoints: {
      surety: 'src/cli/main.ts',
      index: 'src/index.ts',
      engine: 'src/embed.ts',
      columns: 'src/columns.ts',
      account: 'src/account.ts',
    },
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    jsx: 'automatic',
  });
  // A thread is started while somebody waits, and loads one file sooner than a hundred.
  const threads = await esbuild.build({
    ...settings,
    entryPoints: {
      'simulate-worker': 'src/cli/simulate/run-worker.ts',
      'screen-worker': 'src/cli/comparison/screen-worker.ts',
    },
  });

  // Written aside and moved into place at once: a build that fails half-way leaves the last good one.
  const fresh = join(root, `dist.${process.pid}`);
  const old = `${fresh}.old`;
  try {
    for (const file of [...result.outputFiles, ...threads.outputFiles]) {
      const path = join(fresh, relative(dist, file.path));
      mkdirSync(dirname(path), { recursive: true });
      const runsAnywhere = ['engine.js', 'columns.js', 'account.js'].some(
        (name) => path === join(fresh, name),
      );
      writeFileSync(path, runsAnywhere ? withoutOrder(file.text) : withRequire(file.text));
    }
    writeFileSync(join(fresh, 'THIRD-PARTY-LICENSES.txt'), licences(result.metafile));
    chmodSync(join(fresh, 'surety.js'), 0o755);
    if (flags.has('--types')) declareTypes(join(fresh, 'types'));
    if (flags.has('--metafile')) writeFileSync(join(fresh, 'metafile.json'), JSON.stringify(result.metafile));
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } finally {
    for (const left of [fresh, old]) rmSync(left, { recursive: true, force: true });
  }
}

/** Declarations of the public API, by the compiler itself: esbuild does not know types. */
function declareTypes(outDir) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.types.json', '--outDir', outDir], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('the type declarations could not be written');
  bringFractions(outDir);
}

/** The package brings no dependency, so the one whose types its own are made of comes with them. */
function bringFractions(outDir) {
  const theirs = join(outDir, 'fraction.d.mts');
  let isUsed = false;
  for (const name of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.ts')) continue;
    const file = join(outDir, name);
    const text = readFileSync(file, 'utf8');
    const path = relative(dirname(file), join(outDir, 'fraction.mjs')).replaceAll('\\', '/');
    const own = text.replaceAll("'fraction.js'", `'${path.startsWith('.') ? path : `./${path}`}'`);
    if (own === text) continue;
    writeFileSync(file, own);
    isUsed = true;
  }
  if (isUsed) cpSync(join(root, 'node_modules/fraction.js/fraction.d.mts'), theirs);
}

function buildAgainAfterEachChange() {
  let timer;
  for (const path of ['src', 'grammar']) {
    watch(join(root, path), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        build().then(
          () => console.error('built'),
          () => console.error('not built'),
        );
      }, 50);
    });
  }
}

if (!flags.has('--if-stale') || isStale()) {
  try {
    await build();
  } catch (error) {
    // esbuild has printed its own findings.
    if (!(error instanceof Error && 'errors' in error)) console.error(error);
    process.exitCode = 1;
  }
}
if (flags.has('--watch')) buildAgainAfterEachChange();
