import { format } from 'prettier';
import { expect, test } from 'vitest';
import { drawsModule, kernelModules } from '../../generate/kernel.ts';

const STYLE = { parser: 'typescript', printWidth: 110, singleQuote: true } as const;

test('the module of draws is that of its source', async () => {
  const text = await format(
    `/** Compiled from kernel/draws.ts by \`npm run generate\`: WebAssembly in base64. */
export const DRAWS_MODULE = '${await drawsModule()}';
`,
    STYLE,
  );
  await expect(text).toMatchFileSnapshot('../../src/simulate/random/draws-module.ts');
}, 60_000);

test('the kernel of columns is that of its source: `npm run generate` compiles it anew', async () => {
  const { alone, shared } = await kernelModules();
  const text = await format(
    `/** Compiled from kernel/columns.ts by \`npm run generate\`: WebAssembly in base64. */
export const KERNEL_MODULES = {
  /** For a memory of its own. */
  alone: '${alone}',
  /** For a memory that threads share. */
  shared: '${shared}',
} as const;
`,
    STYLE,
  );
  await expect(text).toMatchFileSnapshot('../../src/engine/kernel/kernel-modules.ts');
}, 60_000);
