import { type Coverage, COVERAGE_KINDS, countOf } from '../../verify/coverage/coverage-model.ts';

/** The coverage of one contract, as other programs read it; percentages are rounded down. */
export function coverageToJson(file: string, coverage: Coverage) {
  return {
    coverage: file,
    ...countOf(coverage, null),
    kinds: Object.fromEntries(COVERAGE_KINDS.map((kind) => [kind, countOf(coverage, kind)])),
    items: coverage.items.map((each) => {
      const { kind, words, origin } = each.item;
      const common = { kind, words, file: origin.file, line: origin.line, state: each.state };
      switch (each.state) {
        case 'covered':
          return { ...common, by: each.by };
        case 'open':
          return { ...common, unnoticed: each.unnoticed.map(({ what }) => what) };
        case 'unreachable':
          return { ...common, reason: each.reason };
      }
    }),
  };
}
