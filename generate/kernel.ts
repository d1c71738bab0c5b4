/** The part of the compiler that is used here. */
interface Compiler {
  main(
    argv: readonly string[],
    options: { readonly writeFile: (name: string, contents: Uint8Array | string) => void },
  ): Promise<{ readonly error: Error | null; readonly stderr: { toString(): string } }>;
}

/** A name that is not looked up for types: those of the compiler declare modules of Node anew, and with less in them. */
const COMPILER: string = 'assemblyscript/asc';

const OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert'];

const OF_COLUMNS = [...OPTIONS, '--enable', 'simd', '--importMemory'];

/** 4 GB, so that the module takes a memory of whatever size. */
const MOST_PAGES = '65536';

/** The module that `src/engine/kernel/` loads, in base64, for a memory of its own and for one that threads share. */
export async function kernelModules(): Promise<{ readonly alone: string; readonly shared: string }> {
  const options = [...OF_COLUMNS, '--initialMemory', '1', '--maximumMemory', MOST_PAGES];
  return {
    alone: await compile('kernel/columns.ts', options),
    shared: await compile('kernel/columns.ts', [...options, '--enable', 'threads', '--sharedMemory']),
  };
}

/** The module that `src/simulate/random/` draws by, in base64; a page of memory holds what it draws in one go. */
export function drawsModule(): Promise<string> {
  return compile('kernel/draws.ts', [
    ...OPTIONS,
    '--enable',
    'simd',
    '--initialMemory',
    '1',
    '--maximumMemory',
    '1',
  ]);
}

async function compile(source: string, options: readonly string[]): Promise<string> {
  const { default: asc } = (await import(COMPILER)) as { readonly default: Compiler };
  const written: Uint8Array[] = [];
  const { error, stderr } = await asc.main([source, ...options, '--outFile', 'kernel.wasm'], {
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') written.push(contents);
    },
  });
  const [binary] = written;
  if (error !== null || binary === undefined) {
    throw new Error(`${source} cannot be compiled: ${stderr.toString()}`);
  }
  return Buffer.from(binary).toString('base64');
}
