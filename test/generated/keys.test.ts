import { expect, test } from 'vitest';
import { keysPage } from '../../generate/keys-page.ts';

test('docs/keys.md has the keys of the screens: `npm run generate` writes it anew', async () => {
  await expect(await keysPage()).toMatchFileSnapshot('../../docs/keys.md');
});
