import { expect, test } from 'vitest';
import { applyEdits, collide } from '../../src/text/edit.ts';

const edit = (start: number, end: number, text: string) => ({ span: { start, end }, text });

test('edits are made where they stand, in whatever order they come', () => {
  expect(applyEdits('one two three', [edit(8, 13, '3'), edit(0, 3, '1'), edit(4, 4, 'and ')])).toBe(
    '1 and two 3',
  );
});

test('two edits of one place cannot both be made', () => {
  expect(collide(edit(0, 3, 'a'), edit(2, 5, 'b'))).toBe(true);
  expect(collide(edit(2, 2, 'a'), edit(2, 2, 'b'))).toBe(true);
  expect(collide(edit(0, 3, 'a'), edit(3, 5, 'b'))).toBe(false);
  expect(() => applyEdits('abcdef', [edit(0, 3, 'a'), edit(2, 5, 'b')])).toThrow();
});
