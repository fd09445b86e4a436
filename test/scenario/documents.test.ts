import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ownRegistry } from '../../src/scenario/own-registry.ts'
import { readScenario } from '../../src/scenario/parse.ts'
import { fileSchema } from '../../src/scenario/schema.ts'

const pages = ['docs/scenario-files.md', 'docs/scenario-files.zh.md']
const exampleIn = (page: string): string => /```json\n([\s\S]*?)```/.exec(readFileSync(page, 'utf8'))![1]!

it.each(pages)('the example in %s opens', (page) => {
  const read = readScenario(exampleIn(page), { registry: ownRegistry, loadCounty: (from) => readFileSync(`scenarios/${from}`, 'utf8') })
  expect(read.problems).toEqual([])
})

it.each(pages)('%s explains every key of a file', (page) => {
  const text = readFileSync(page, 'utf8')
  for (const key of Object.keys(fileSchema.shape)) expect(text).toMatch(new RegExp(`\\| .*\`${key.replace('$', '\\$')}\``))
})

it('both pages show the same example', () => expect(exampleIn(pages[0]!)).toBe(exampleIn(pages[1]!)))
