import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

// The finer rules of who may import whom are in tests/architecture.test.ts; these are the ones an editor should show at once.
const banned = (message, ...names) => ({ group: names, message });
const network = banned(
  'Firth never opens a connection.',
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dgram',
  'dns',
  'node:http',
  'node:https',
  'node:http2',
  'node:net',
  'node:tls',
  'node:dgram',
  'node:dns',
);

export default ts.config(
  {
    ignores: [
      'out',
      'dist',
      'node_modules',
      'core/kernel/assembly/**',
      'resources/kernels',
      'test-results',
      'core/query/cql-parser.js',
    ],
  },
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // Numeric code indexes typed arrays in bounds by construction; `!` says so in one character.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-imports': ['error', { patterns: [network] }],
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection'].map(
          (name) => ({ name, message: 'Firth never opens a connection.' }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { property: 'sendBeacon', message: 'Firth never opens a connection.' },
      ],
    },
  },
  {
    files: ['core/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            network,
            banned(
              'core/ knows neither the window nor its framework.',
              'electron',
              'electron/*',
              'svelte',
              'svelte/*',
            ),
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Take the time from Environment.now().',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Every random number in core/ comes from a seed.',
        },
      ],
    },
  },
  // An entry is where the clock comes from.
  {
    files: ['core/cli/environment.ts', 'core/engine/engine-worker.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], parser: ts.parser },
    },
    rules: {
      // Maps and sets are replaced whole under $state.raw, never changed in place.
      'svelte/prefer-svelte-reactivity': 'off',
      // `void state.edition` reads what an effect depends on.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_$', argsIgnorePattern: '^_$' }],
    },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      // Generic components are any to this linter; svelte-check knows their types and refuses what does not fit.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  { files: ['**/*.js'], ...ts.configs.disableTypeChecked },
);
