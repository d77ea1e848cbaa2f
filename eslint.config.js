import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

// Components only: everything else is linted by oxlint (.oxlintrc.json), which does not read their markup.
export default ts.config(
  { ignores: ['**/*.js', '**/*.ts', 'out', 'dist', 'node_modules', 'test-results', '.svelte-check'] },
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  {
    files: ['**/*.svelte'],
    languageOptions: {
      parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_$', argsIgnorePattern: '^_$' }],
      // Maps and sets are replaced whole under $state.raw, never changed in place.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
);
