import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

const exactMath = ['abs', 'min', 'max', 'floor', 'ceil', 'round', 'trunc', 'sign', 'sqrt', 'fround', 'imul', 'clz32']
const inexactMath = Object.getOwnPropertyNames(Math).filter((name) => typeof Math[name] === 'function' && !exactMath.includes(name))
const use = 'ECMAScript leaves this to each engine. Use kernel/math.ts or a keyed draw, so that every browser gives the same bits.'

export default ts.config(
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs['flat/recommended'],
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // the compiler knows better
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // a Map built and read within one derivation need not be reactive
      'svelte/prefer-svelte-reactivity': 'off',
      // svelte-check decides which warnings there are
      'svelte/no-unused-svelte-ignore': 'off',
    },
  },
  {
    files: ['src/engine/**/*.ts'],
    // published constants stand as printed, with more digits than a double holds
    rules: { 'no-loss-of-precision': 'off' },
  },
  {
    files: ['src/engine/**/*.ts'],
    // sorts typed arrays, which are compared as numbers without being asked
    ignores: ['src/engine/kernel/order.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...inexactMath.map((property) => ({ object: 'Math', property, message: use })),
        ...['localeCompare', 'toLocaleString', 'toLocaleUpperCase', 'toLocaleLowerCase'].map((property) => ({ property, message: use })),
      ],
      'no-restricted-globals': ['error', 'Date', 'Intl', 'performance', 'console'],
      'no-restricted-syntax': [
        'error',
        { selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']", message: use },
        { selector: "CallExpression[callee.property.name=/^(sort|toSorted)$/][arguments.length=0]", message: 'Give a total comparator.' },
      ],
    },
  },
)
