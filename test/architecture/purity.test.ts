import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { filesUnder, placeOf, syntaxOf, walk } from '../support/source-files.ts'

/* What types cannot refuse: whatever ECMAScript leaves to each browser, and whatever differs from run to run. */

const exactMath = ['abs', 'min', 'max', 'floor', 'ceil', 'round', 'trunc', 'sign', 'sqrt', 'fround', 'imul', 'clz32']
const forbiddenNames = ['Date', 'Intl', 'performance', 'console', 'globalThis', 'WeakRef', 'FinalizationRegistry', 'Temporal', 'eval', 'Function']
/** The one place where typed arrays are sorted as numbers, which is exact and needs no comparator. */
const numericSort = /^src\/engine\/kernel\/order\.ts:\d+ sort without a comparator$/
const forbiddenProperties = /^(localeCompare|toLocale\w*)$/

/** Impurities of a tree, as `file:line what`. */
export function impurities(tree: ts.SourceFile): string[] {
  const found: string[] = []
  const add = (node: ts.Node, what: string): void => void found.push(`${placeOf(node)} ${what}`)
  walk(tree, (node) => {
    if (ts.isIdentifier(node) && node.text === 'Math') checkMath(node, add)
    if (ts.isIdentifier(node) && forbiddenNames.includes(node.text) && isReference(node)) add(node, node.text)
    if (ts.isPropertyAccessExpression(node) && forbiddenProperties.test(node.name.text)) add(node, node.name.text)
    if (node.kind === ts.SyntaxKind.AsteriskAsteriskToken || node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken) add(node, '**')
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.arguments.length === 0) {
      if (/^(sort|toSorted)$/.test(node.expression.name.text)) add(node, 'sort without a comparator')
    }
  })
  return found
}

/** `Math` may be read by a property of the list, or taken apart into such; nothing else may be done with it. */
function checkMath(node: ts.Identifier, add: (node: ts.Node, what: string) => void): void {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
    if (!exactMath.includes(parent.name.text)) add(node, `Math.${parent.name.text}`)
  } else if (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name)) {
    for (const { propertyName, name } of parent.name.elements) {
      const taken = (propertyName ?? name).getText()
      if (!exactMath.includes(taken)) add(node, `Math.${taken}`)
    }
  } else add(node, 'Math other than by name')
}

/** Whether an identifier is used as a value, not the name of a property, parameter or type of ours. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  return !(ts.isPropertyAssignment(parent) && parent.name === node) && !ts.isPropertySignature(parent) && !ts.isTypeReferenceNode(parent)
}

const probe = (text: string): string[] => impurities(ts.createSourceFile('probe.ts', text, ts.ScriptTarget.ES2023, true))

describe('the engine', () => {
  test('computes with exact operations only', () => {
    const files = filesUnder(['src/engine'], ['.ts'])
    expect(files.length).toBeGreaterThan(20)
    const found = files.flatMap((file) => impurities(syntaxOf(file)))
    expect(found.filter((where) => !numericSort.test(where))).toEqual([])
    expect(found.filter((where) => numericSort.test(where)).length).toBeLessThanOrEqual(1)
  })
})

describe('the check', () => {
  test.each([
    ['Math.exp(1)', 'Math.exp'],
    ['const { log } = Math', 'Math.log'],
    ['const { floor: down, pow: power } = Math', 'Math.pow'],
    ["Math['sin'](1)", 'Math other than by name'],
    ['const m = Math', 'Math other than by name'],
    ['x ** 2', '**'],
    ['x **= 2', '**'],
    ['new Date()', 'Date'],
    ['Date.now()', 'Date'],
    ['Intl.NumberFormat', 'Intl'],
    ['(5).toLocaleString()', 'toLocaleString'],
    ['a.localeCompare(b)', 'localeCompare'],
    ['a.sort()', 'sort without a comparator'],
    ['a.toSorted()', 'sort without a comparator'],
    ['performance.now()', 'performance'],
    ['console.log(1)', 'console'],
    ['globalThis.a', 'globalThis'],
    ['Math.random()', 'Math.random'],
  ])('refuses %s', (text, what) => {
    expect(probe(text)).toEqual([`probe.ts:1 ${what}`])
  })

  test.each(['Math.sqrt(2)', 'const { imul, floor: down } = Math', 'a.sort((x, y) => x - y)', '// Date and x ** 2', "'Math.exp'", 'a.Date'])(
    'passes %s',
    (text) => {
      expect(probe(text)).toEqual([])
    },
  )
})
