import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { ownRegistry } from '../../src/scenario/own-registry.ts'
import { readScenario } from '../../src/scenario/parse.ts'
import { writeScenario } from '../../src/scenario/write.ts'

/*
 * The committed JSON Schema, used as an editor uses it: by someone who has never seen the reader’s code.
 */
const schema = z.fromJSONSchema(
  JSON.parse(readFileSync('scenarios/scenario.schema.json', 'utf8')) as Parameters<typeof z.fromJSONSchema>[0],
)
const textOf = (name: string): string => readFileSync(`scenarios/${name}`, 'utf8')
const accepts = (value: unknown): boolean => schema.safeParse(value).success
type File = { arms: { policies: { use: string; set: Record<string, unknown> }[] }[]; behaviour?: Record<string, unknown> }
const allThree = (): File => JSON.parse(textOf('all-three.json')) as File

describe('the committed schema', () => {
  const names = readdirSync('scenarios').filter((name) => name.endsWith('.json') && name !== 'scenario.schema.json')

  it.each(names)('accepts %s, as shipped and as saved', (name) => {
    expect(accepts(JSON.parse(textOf(name)))).toBe(true)
    const { scenario } = readScenario(textOf(name), { registry: ownRegistry, loadCounty: textOf })
    expect(accepts(JSON.parse(writeScenario(scenario!, ownRegistry)))).toBe(true)
  })

  it.each<[string, (file: File) => void]>([
    ['an unknown policy', (file) => (file.arms[1]!.policies[0]!.use = 'teacher-rotaton')],
    ['an unknown lever', (file) => (file.arms[1]!.policies[0]!.set['shre'] = 0.1)],
    ['a value out of range', (file) => (file.arms[1]!.policies[0]!.set['share'] = 0.9)],
    ['a series with a value out of range', (file) => (file.arms[1]!.policies[0]!.set['share'] = { 2027: 0.1, 2028: 0.9 })],
    ['a series by something else than years', (file) => (file.arms[1]!.policies[0]!.set['share'] = { soon: 0.1 })],
    ['unknown behaviour', (file) => (file.behaviour = { 'school-choice.nothing': 1 })],
    ['an unknown key', (file) => Object.assign(file, { seeds: 1 })],
  ])('refuses %s, as reading does', (_, spoil) => {
    const file = allThree()
    expect(accepts(file)).toBe(true)
    spoil(file)
    expect(accepts(file)).toBe(false)
    expect(readScenario(JSON.stringify(file), { registry: ownRegistry, loadCounty: textOf }).problems.length).toBeGreaterThan(0)
  })
})
