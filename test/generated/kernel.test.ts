import { format } from 'prettier';
import { expect, test } from 'vitest';
import { kernelModules } from '../../generate/kernel.ts';

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
    { parser: 'typescript', printWidth: 110, singleQuote: true },
  );
  await expect(text).toMatchFileSnapshot('../../src/engine/kernel/kernel-modules.ts');
}, 60_000);
