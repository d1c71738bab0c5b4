import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// What the compiler does not see: promises nobody waits for, unsafe values that slip in from outside, switches
// that forgot a case, imports that load code where a type was meant. Layout is prettier's.
export default defineConfig(
  { ignores: ['kernel/', 'dist/', 'dist.*/', 'coverage/', '.stryker-tmp/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['vitest.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers print as themselves; only what prints as `[object Object]` or `undefined` is a mistake.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `() => stream.write(text)` is how a callback without a result is written.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Rows and typed arrays are read at indexes that the code around has just bounded.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A finding without parameters has an empty object of them.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // Spreading a text by code points is what is meant wherever it is done.
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }, 'string'] },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['test/**'],
    rules: {
      // What stands for any value in an expectation is typed as one.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
);
