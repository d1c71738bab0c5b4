import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { renderSarif } from '../../src/diagnostics/render-sarif.ts';
import { writeInstead } from '../../src/diagnostics/fix.ts';
import { createSourceFile } from '../../src/text/source.ts';
import { finding } from './finding.ts';

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly columnKind: string;
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: Readonly<Record<string, number>>;
        };
      }[];
    }[];
  }[];
}

function read(text: string) {
  const [run] = (JSON.parse(text) as Log).runs;
  if (run === undefined) throw new Error('a log has a run');
  return run;
}

function uriOf(path: string): string | undefined {
  const source = createSourceFile(path, 'ab');
  const [result] = read(
    renderSarif([finding('«a»', { place: { source, span: { start: 0, end: 1 } } })], '1.2.3'),
  ).results;
  return result?.locations[0]?.physicalLocation.artifactLocation.uri;
}

describe('SARIF', () => {
  // The schema as the package `@microsoft/jest-sarif` (MIT) carries it; it is written in draft 4.
  const ajv = new Ajv({ schemaId: 'id', meta: false, unknownFormats: 'ignore', logger: false });
  ajv.addMetaSchema(readJson('node_modules/ajv/lib/refs/json-schema-draft-04.json'));
  const validate = ajv.compile(readJson('test/diagnostics/schemas/sarif-2.1.0.json'));

  test('carries fixes, the likeliest first, as replacements', () => {
    const { place } = finding('zone «EST»');
    const log = renderSarif(
      [finding('zone «EST»', { fixes: [writeInstead(place, 'America/New_York')] })],
      '1.2.3',
    );
    expect(JSON.parse(log)).toMatchObject({
      runs: [
        {
          results: [
            {
              fixes: [
                {
                  description: { text: 'write `America/New_York`' },
                  artifactChanges: [
                    {
                      artifactLocation: { uri: 'desk.plan' },
                      replacements: [
                        {
                          deletedRegion: { startLine: 1, startColumn: 6, endLine: 1, endColumn: 9 },
                          insertedContent: { text: 'America/New_York' },
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test('is valid by the schema of 2.1.0', () => {
    const place = finding('«a»').place;
    const log = renderSarif(
      [
        finding('a «b\nc»', { why: 'it matters', help: 'write c', path: ['plan Basic', 'targets'] }),
        finding('a «b»', {
          level: 'warning',
          code: 'lint/unused-name',
          related: [{ message: 'here', place }],
        }),
        finding('«»', { level: 'assumption', code: 'assume/clock' }),
        finding('«b»', { fixes: [writeInstead(place, 'c', 'safe')] }),
      ],
      '1.2.3',
    );
    validate(JSON.parse(log));
    expect(validate.errors ?? []).toEqual([]);
    validate(JSON.parse(renderSarif([], '1.2.3')));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('is refused by that schema when something is wrong with it', () => {
    expect(validate(JSON.parse(renderSarif([], '1.2.3').replace('2.1.0",', '2.0.0",')))).toBe(false);
  });

  test('counts UTF-16 columns from 1 and leaves the end out', () => {
    const { columnKind, results } = read(renderSarif([finding('x\n😀 «bc»')], '1.2.3'));
    expect(columnKind).toBe('utf16CodeUnits');
    expect(results[0]?.locations[0]?.physicalLocation.region).toEqual({
      startLine: 2,
      startColumn: 4,
      endLine: 2,
      endColumn: 6,
    });
  });

  test('names each rule once, by its code, worst findings first', () => {
    const { tool, results } = read(
      renderSarif(
        [finding('«a»', { level: 'assumption', code: 'assume/clock' }), finding('«a» b'), finding('a «b»')],
        '1.2.3',
      ),
    );
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['assume/clock', 'time/bare-days']);
    expect(results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
      ['time/bare-days', 1, 'error'],
      ['time/bare-days', 1, 'error'],
      ['assume/clock', 0, 'note'],
    ]);
  });

  test('gives files as URIs, relative where the path is', () => {
    expect(uriOf('contracts/desk.plan')).toBe('contracts/desk.plan');
    expect(uriOf('./a b/100%.plan')).toBe('a%20b/100%25.plan');
    expect(uriOf('/tmp/desk.plan')).toBe('file:///tmp/desk.plan');
    expect(uriOf('C:\\a\\desk.plan')).toBe('file:///C:/a/desk.plan');
  });
});

function readJson(path: string): object {
  return JSON.parse(readFileSync(path, 'utf8')) as object;
}
