import { format } from 'prettier';
import { expect, test } from 'vitest';
import { textMateGrammar } from '../../generate/textmate.ts';

test('the TextMate grammar is that of the words and tokens: `npm run generate` writes it anew', async () => {
  const text = await format(JSON.stringify(textMateGrammar()), { parser: 'json', printWidth: 110 });
  await expect(text).toMatchFileSnapshot('../../grammar/surety.tmLanguage.json');
});
