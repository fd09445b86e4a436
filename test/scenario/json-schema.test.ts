import { describe, expect, it } from 'vitest'
import { scenarioJsonSchema } from '../../src/scenario/json-schema.ts'
import { registry } from './fixtures.ts'

type Node = { [key: string]: Node } & unknown[]

describe('the JSON Schema', () => {
  const schema = scenarioJsonSchema(registry) as unknown as Node
  const uses = schema['properties']!['arms']!['items']!['properties']!['policies']!['items']!['anyOf'] as unknown as Node[]

  it('offers every policy by its id, with name in both languages', () => {
    expect(uses.map((use) => use['properties']!['use'])).toEqual([
      { const: 'teacher-moving', description: 'Moving teachers · 教师流动' },
      { const: 'zoning', description: 'Zoning · 划片' },
    ])
  })

  it('offers levers with range, default, unit and source, as a value or a series', () => {
    const share = uses[0]!['properties']!['set']!['properties']!['share']!
    expect(share).toMatchObject({
      default: 0.1,
      anyOf: [
        { type: 'number', minimum: 0, maximum: 0.5 },
        { type: 'object', additionalProperties: { maximum: 0.5 } },
      ],
    })
    expect(share['description']).toContain('流动比例')
    expect(share['description']).toContain('made up for a test')
  })

  it('refuses unknown levers and behaviour', () => {
    expect(uses[0]!['properties']!['set']!['additionalProperties']).toBe(false)
    expect(schema['properties']!['behaviour']).toMatchObject({
      additionalProperties: false,
      properties: { 'school-choice.distanceDecay': { minimum: 0, maximum: 2 } },
    })
  })

  it('asks for the same keys as reading does', () => {
    expect(schema['required']).toEqual(['format', 'id', 'title', 'seed', 'years', 'county', 'arms'])
  })
})
