import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderJunit } from '../../src/diagnostics/render-junit.ts';
import { finding } from './finding.ts';

const errorsFail = ({ level }: Diagnostic): boolean => level === 'error';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** What an XML parser reads, elements in the order in which they begin. */
function read(xml: string): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const inner = open.at(-1);
    if (inner !== undefined) inner.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return elements;
}

function named(elements: readonly Element[], name: string): readonly Element[] {
  return elements.filter((element) => element.name === name);
}

test('JUnit has a suite a file and a case a finding; what does not fail the run passes', () => {
  const found = [finding('a «b»'), finding('«a»', { level: 'warning', code: 'lint/unused-name' })];
  const elements = read(renderJunit(['desk.plan', 'other.plan'], found, [], errorsFail));
  expect(elements[0]?.attributes).toMatchObject({ tests: '3', failures: '1', errors: '0' });
  expect(named(elements, 'testsuite').map(({ attributes }) => attributes)).toEqual([
    { name: 'desk.plan', tests: '2', failures: '1', errors: '0' },
    { name: 'other.plan', tests: '1', failures: '0', errors: '0' },
  ]);
  expect(named(elements, 'testcase').map(({ attributes }) => attributes['name'])).toEqual([
    'lint/unused-name at 1:1',
    'time/bare-days at 1:3',
    'no findings',
  ]);
  expect(named(elements, 'failure').map(({ attributes }) => attributes['type'])).toEqual(['time/bare-days']);
  expect(named(elements, 'system-out')).toHaveLength(1);
});

test('what fails under --strict is a failure there', () => {
  const found = [finding('«a»', { level: 'assumption' })];
  expect(named(read(renderJunit(['desk.plan'], found, [], () => true)), 'failure')).toHaveLength(1);
});

test('a file that could not be read is an error', () => {
  const unread = [{ path: 'gone.plan', message: 'gone.plan: no such file' }];
  const elements = read(renderJunit(['gone.plan'], [], unread, errorsFail));
  expect(elements[0]?.attributes).toMatchObject({ tests: '1', failures: '0', errors: '1' });
  expect(named(elements, 'error')[0]?.attributes['message']).toBe('gone.plan: no such file');
});

test('XML takes whatever an author writes, but for characters that it cannot', () => {
  const message = '`<a & "b">`\r\n\u0000 \uD800 😀';
  const [failure] = named(read(renderJunit([], [finding('«a»', { message })], [], errorsFail)), 'failure');
  expect(failure?.attributes['message']).toBe('`<a & "b">`\r\n\uFFFD \uFFFD 😀');
  expect(failure?.text).toContain('desk.plan:1:1: error: `<a & "b">`\r\n');
});
