/**
 * What a linter can see of architecture.md sections 2 and 8: limits of size, the direction of imports, exact arithmetic in the
 * domain. What it cannot see (cycles, migration drift) stands in tests/architecture.
 *
 * A file should stay under 300 lines; 400 is where the linter stops it, because a warning nobody must act on is noise.
 */
import js from '@eslint/js';
import angular from 'angular-eslint';
import boundaries from 'eslint-plugin-boundaries';
import typescript from 'typescript-eslint';

const LIMITS = {
  'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
  // Counts `??` and `?.` as branches: twenty-two is a long `switch`, not a knot.
  complexity: ['error', 22],
  'max-depth': ['error', 4],
};

/** A function takes four parameters; a constructor five, because injection has no other way. */
const PARAMETERS = [
  {
    selector:
      ':matches(FunctionDeclaration, ArrowFunctionExpression, :not(MethodDefinition[kind="constructor"]) > FunctionExpression)[params.length>4]',
    message: 'A function takes at most four parameters: give it an object with names.',
  },
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>5]',
    message: 'A constructor takes at most five parameters: the class does too much.',
  },
];

/** Functions that answer differently on different machines (architecture.md section 3). */
const INEXACT =
  'log log2 log10 log1p exp expm1 pow sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh sqrt cbrt hypot random'.split(
    ' ',
  );

/** Rules that look at single expressions, for every TypeScript file. */
const TYPESCRIPT = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/consistent-type-imports': [
    'error',
    { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
  ],
  // An unused argument that must stand in its place says so by its underscore.
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
  ],
  // Nest modules and Angular components are classes that hold a decorator and no more.
  '@typescript-eslint/no-extraneous-class': 'off',
  // `void` as the answer of an endpoint that has none is what it says.
  '@typescript-eslint/no-invalid-void-type': 'off',
  // Non-null assertions hide exactly the cases that noUncheckedIndexedAccess shows.
  '@typescript-eslint/no-non-null-assertion': 'error',
  eqeqeq: ['error', 'always'],
  'no-console': 'error',
  'prefer-const': 'error',
};

/** Rules that need types: forgotten promises, and unions of which a case was forgotten. */
const TYPED = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
  ],
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/only-throw-error': 'error',
};

/** The packages of the checkout as elements; alias imports (@yuheng/…) are judged by their names. */
const ELEMENTS = [
  { type: 'domain', pattern: 'shared/src/domain' },
  { type: 'contract', pattern: 'shared/src/contract' },
  { type: 'backend', pattern: 'backend/src' },
  { type: 'launcher', pattern: 'backend/launcher' },
  { type: 'web-shared', pattern: 'frontend/src/app/(api|charts|ui|shell)' },
  { type: 'web-feature', pattern: 'frontend/src/app/*', capture: ['feature'] },
  { type: 'tests', pattern: 'tests' },
];

const to = (...types) => ({ to: { element: { types: { anyOf: types } } } });
const from = (...types) => ({ element: { types: { anyOf: types } } });

const DIRECTIONS = {
  'boundaries/dependencies': [
    'error',
    {
      default: 'allow',
      policies: [
        {
          from: from('domain'),
          disallow: to('contract', 'backend', 'launcher', 'web-shared', 'web-feature', 'tests'),
        },
        { from: from('contract'), disallow: to('backend', 'launcher', 'web-shared', 'web-feature', 'tests') },
        { from: from('backend'), disallow: to('launcher', 'web-shared', 'web-feature', 'tests') },
        { from: from('web-shared'), disallow: to('backend', 'launcher', 'web-feature', 'tests') },
        { from: from('web-feature'), disallow: to('backend', 'launcher', 'tests') },
      ],
    },
  ],
};

const noImport = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const pattern = (group, message, more = {}) => ({ group, message, ...more });

export default typescript.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/.angular/',
      '**/.cache/',
      '**/.data/',
      '**/coverage/',
      'backend/data/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: { ...LIMITS, 'no-restricted-syntax': ['error', ...PARAMETERS] } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        'process console URL URLSearchParams AbortController AbortSignal performance setTimeout clearTimeout setInterval clearInterval setImmediate fetch Buffer globalThis structuredClone TextDecoder TextEncoder document window queueMicrotask getComputedStyle localStorage location MutationObserver PerformanceObserver'
          .split(' ')
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly', __filename: 'readonly' },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [...typescript.configs.strict, ...typescript.configs.stylistic],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': ELEMENTS,
      'import/resolver': { node: { extensions: ['.ts', '.mjs', '.js', '.json'] } },
    },
    rules: { ...LIMITS, ...TYPESCRIPT, ...DIRECTIONS },
  },
  {
    // One program for all of it: types cost a second time in the tests, where a forgotten await is a test that cannot fail.
    files: ['shared/src/**/*.ts', 'backend/src/**/*.ts', 'tests/**/*.ts'],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: TYPED,
  },
  {
    files: ['shared/src/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^[^.]', message: 'The domain imports nothing outside its folder.' }] },
      ],
      'no-restricted-globals': [
        'error',
        ...'fetch process performance setTimeout setInterval crypto localStorage'
          .split(' ')
          .map((name) => ({ name, message: 'The domain has no clock, no chance, no input and no output.' })),
      ],
    },
  },
  {
    files: ['shared/src/domain/{scoring,allocation,apportionment,money,numbers,metrics,monitoring}/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...INEXACT.map((property) => ({
          object: 'Math',
          property,
          message: 'Server and browser must agree to the byte: whole numbers and fractions only.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        ...PARAMETERS,
        {
          selector: ':matches(FunctionDeclaration, FunctionExpression, ArrowFunctionExpression)[async=true]',
          message: 'The domain waits for nothing.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The domain has no clock.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'The domain has no clock.',
        },
      ],
    },
  },
  {
    files: ['shared/src/contract/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: noImport(
      pattern(['@yuheng/*', 'node:*', '@nestjs/*', '@angular/*'], 'The contract imports the domain and zod.'),
    ),
  },
  {
    files: ['backend/src/**/*.ts'],
    ignores: ['**/*.spec.ts', 'backend/src/config/environment.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'config/environment.ts reads the environment, once.' },
      ],
    },
  },
  {
    files: ['frontend/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    // The input of a directive is named after its attribute, the field after what it holds.
    rules: { '@angular-eslint/no-input-rename': 'off' },
  },
  {
    files: ['frontend/src/**/*.ts'],
    ignores: ['frontend/src/app/charts/chart.ts', '**/*.spec.ts'],
    rules: noImport(
      pattern(
        ['@yuheng/backend/*', 'node:*'],
        'The web pages know the contract and the domain, not the server.',
      ),
      pattern(
        ['echarts', 'echarts/*', 'ngx-echarts'],
        'Only charts/chart.ts touches ECharts; take its types from it.',
        {
          allowTypeImports: true,
        },
      ),
    ),
  },
  {
    // The options of a chart are one literal; taken apart they are harder to read, not easier.
    files: ['frontend/src/app/charts/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['frontend/src/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', 400] },
  },
  {
    // A click beside the open drawer closes it; the keyboard has Esc, which the browser's own dialogue brings.
    files: ['frontend/src/app/ui/drawer.ts/*.html'],
    rules: {
      '@angular-eslint/template/click-events-have-key-events': 'off',
      '@angular-eslint/template/interactive-supports-focus': 'off',
    },
  },
  {
    // What starts a program speaks to the terminal, or to the browser's console.
    files: [
      'backend/src/server.ts',
      'backend/src/migrate.ts',
      'backend/src/rotate-keys.ts',
      'frontend/src/main.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.spec.ts', 'tests/**/*.{ts,mjs}', '**/*.setup.ts'],
    rules: {
      'max-lines-per-function': 'off',
      // A row of a table of cases has as many columns as it needs.
      'no-restricted-syntax': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
);
