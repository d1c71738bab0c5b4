import { describe, expect, test } from 'vitest';
import { needExamples, readNeed } from '../../../src/simulate/recommend/read-need.ts';
import { planOf, smallPlan } from '../small-world.ts';

const plan = smallPlan([planOf('Basic', [])]);
const [metric = ''] = plan.metrics;
const [severity = ''] = plan.severities.map(({ name }) => name);

describe('a need as a line of text', () => {
  test.each([
    [`${metric} 95%`, { share: 0.95, seconds: null, severities: null }],
    [`needs ${metric} 99.5 %`, { share: 0.995, seconds: null, severities: null }],
    [`${metric} 90% within 90 min for ${severity}`, { share: 0.9, seconds: 5400, severities: [severity] }],
    [`${metric} 100%  within 1.5 h`, { share: 1, seconds: 5400, severities: null }],
    [`${metric} 90% within 2 calendar days`, { share: 0.9, seconds: 172_800, severities: null }],
    [`${metric} 90% within 1 day for "${severity}"`, { share: 0.9, seconds: 86_400, severities: [severity] }],
  ])('%s', (text, wanted) => {
    expect(readNeed(text, plan)).toMatchObject({ metric, ...wanted });
  });

  test.each([
    ['quickly', 'is no need'],
    ['answer 95%', 'there is no metric `answer`'],
    [`${metric} 0%`, 'is no share'],
    [`${metric} 101%`, 'is no share'],
    [`${metric} 95% within 2 fortnights`, 'is no need'],
    [`${metric} 95% for Nobody`, 'there is no severity `Nobody`'],
  ])('%s is refused, with what to write', (text, message) => {
    const read = readNeed(text, plan);
    if (!('message' in read)) throw new Error('it is taken');
    expect(read.message).toContain(message);
    expect(read.help).not.toBe('');
  });

  test('is read from each of the examples that are shown', () => {
    expect(needExamples(plan).length).toBeGreaterThan(0);
    for (const example of needExamples(plan))
      expect(readNeed(example, plan)).toHaveProperty('words', example);
  });
});
