import { build, type BuildOptions } from 'esbuild';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const LIMIT_BYTES = 40_000;

/** What a program's own bundler makes of an entry, for a place that is no Node: a module of Node's in it is an error. */
async function bundle(entry: string, platform: BuildOptions['platform'] = 'neutral') {
  const { metafile, outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    platform,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return { inputs: Object.keys(metafile.inputs), bytes: gzipSync(outputFiles[0]!.contents).length };
}

const packagesOf = (inputs: readonly string[]) => [
  ...new Set(
    inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.slice(1, 2) ?? []),
  ),
];

const COMPILER = /^(?:grammar|src\/(?:syntax|check|lint|diagnostics|format|workspace|cli|tui))\//;

describe('`surety/engine`', () => {
  test('is made of our own sources, without the compiler, chevrotain, ink, react or luxon', async () => {
    const { inputs } = await bundle('src/embed.ts');
    expect(inputs).toContain('src/engine/engine.ts');
    expect(inputs).toContain('src/engine/ticket/machine.ts');
    expect(packagesOf(inputs)).toEqual([]);
    expect(inputs.filter((input) => COMPILER.test(input))).toEqual([]);
    // The runtime's time-zone data come in with the plan.
    expect(inputs).not.toContain('src/time/zone-lookup.ts');
  });

  test('is told apart from the whole by these questions', async () => {
    const { inputs } = await bundle('src/index.ts', 'node');
    expect(packagesOf(inputs)).toContain('saxes');
    expect(inputs.filter((input) => COMPILER.test(input))).not.toEqual([]);
  });

  test('as it is built, weighs less than 40 KB in a bundle, gzipped, and needs nothing of Node', async () => {
    const { inputs, bytes } = await bundle('dist/engine.js');
    expect(inputs).toContain('dist/engine.js');
    expect(bytes).toBeGreaterThan(LIMIT_BYTES / 4);
    expect(bytes).toBeLessThan(LIMIT_BYTES);
  });

  test('is without the reasons of a deadline, which `surety/account` brings, in browsers too', async () => {
    const reasons = 'src/explain/account.ts';
    expect((await bundle('src/embed.ts')).inputs).not.toContain(reasons);
    const { inputs } = await bundle('src/account.ts');
    expect(inputs).toContain(reasons);
    expect(inputs.filter((input) => COMPILER.test(input))).toEqual([]);
    expect(packagesOf(inputs)).toEqual([]);
    expect((await bundle('dist/account.js')).bytes).toBeLessThan(LIMIT_BYTES / 2);
  });

  test('is without the kernel of columns, which `surety/columns` brings, in browsers too', async () => {
    const kernel = 'src/engine/kernel/kernel-modules.ts';
    expect((await bundle('src/embed.ts')).inputs).not.toContain(kernel);
    const { inputs } = await bundle('src/columns.ts');
    expect(inputs).toContain(kernel);
    expect(packagesOf(inputs)).toEqual([]);
    expect((await bundle('dist/columns.js')).bytes).toBeLessThan(0.3 * LIMIT_BYTES);
  });
});
