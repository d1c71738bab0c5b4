import { expect, test } from 'vitest';
import { renderGithub } from '../../src/diagnostics/render-github.ts';
import { diagnosticToJson } from '../../src/diagnostics/render-json.ts';
import { renderJunit } from '../../src/diagnostics/render-junit.ts';
import { renderSarif } from '../../src/diagnostics/render-sarif.ts';
import { finding } from './finding.ts';

test('JSON counts lines and columns from 1, and ends are exclusive', () => {
  const json = diagnosticToJson(finding('a\n  «bc\nd»', { help: 'write c' }));
  expect(json).toMatchObject({
    code: 'time/bare-days',
    place: { file: 'desk.plan', line: 2, column: 3, endLine: 3, endColumn: 2 },
    help: 'write c',
  });
  expect(JSON.stringify(json)).not.toContain('lineStarts');
});

test('GitHub gets the worst first, and the total, since it shows ten of a kind', () => {
  const text = renderGithub([
    finding('«a»', { level: 'assumption' }),
    finding('a «b»', { level: 'warning' }),
    finding('a b «c»'),
  ]);
  expect(text.split('\n').map((line) => line.slice(0, 10))).toEqual([
    '::error fi',
    '::warning ',
    '::notice f',
    '1 error, 1',
    '',
  ]);
});

test('what would break a workflow command is escaped', () => {
  const [line] = renderGithub([
    finding('«ab»', { message: '100%\r\nsure', code: 'a:b,c', help: 'x:y,z' }),
  ]).split('\n');
  expect(line).toBe(
    '::error file=desk.plan,line=1,col=1,endColumn=3,title=a%3Ab%2Cc::100%25%0D%0Asure%0Ahelp: x:y,z',
  );
});

test('a finding over lines has no columns, which GitHub refuses there', () => {
  expect(renderGithub([finding('«a\nb»')])).toContain('file=desk.plan,line=1,endLine=2,title');
});

test('SARIF refers each result to the rule it breaks and the region it marks', () => {
  const found = [
    finding('a «b»', { code: 'time/bare-days' }),
    finding('«a»', { level: 'assumption', code: 'assume/clock' }),
  ];
  const log = JSON.parse(renderSarif(found, '1.2.3')) as {
    runs: [
      { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number }[] },
    ];
  };
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        columnKind: 'utf16CodeUnits',
        results: [
          {
            level: 'error',
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'desk.plan' },
                  region: { startLine: 1, startColumn: 3, endLine: 1, endColumn: 4 },
                },
              },
            ],
          },
          { level: 'note' },
        ],
      },
    ],
  });
  const [{ tool, results }] = log.runs;
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
});

test('JUnit has a case for a file without a finding, and fails where told to', () => {
  const found = [finding('«a»', { message: 'a < b & "c" \u0007' }), finding('b «c»', { level: 'warning' })];
  const xml = renderJunit(['good.plan', 'desk.plan'], found, ({ level }) => level === 'error');
  expect(xml).toContain('<testsuite name="good.plan" tests="1" failures="0">');
  expect(xml).toContain('<testsuite name="desk.plan" tests="2" failures="1">');
  expect(xml).toContain('<failure message="a &lt; b &amp; &quot;c&quot; \ufffd">');
  expect(xml).not.toContain('\u0007');
});
