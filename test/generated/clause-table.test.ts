import { expect, test } from 'vitest';
import { clauseTable } from '../../generate/clause-table.ts';

test('the table of clauses is that of the grammar: `npm run generate` writes it anew', async () => {
  // A rule a line, so that a change of one shows as one.
  const rules = Object.entries(clauseTable()).map((rule) =>
    rule.map((part) => JSON.stringify(part)).join(': '),
  );
  await expect(`{\n${rules.join(',\n')}\n}\n`).toMatchFileSnapshot('../../grammar/clause-table.json');
});
