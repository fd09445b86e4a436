/*
 * JSON Schema of scenario files (draft 2020-12), from the same shape and declarations that reading checks. It is for
 * editors: names, ranges and descriptions appear while a file is written. Reading the file is what counts.
 */
import * as z from 'zod/mini'
import { unitNames, type AnyPolicy, type Bilingual, type Parameter } from '../engine/index.ts'
import { behaviourOf, leversOf, type Registry } from './registry.ts'
import { armSchema, countyFileSchema, countySchema, fileSchema, latestFormat, policyUseSchema } from './schema.ts'

type Json = Record<string, unknown>

const both = ({ en, zh }: Bilingual): string => `${en} · ${zh}`

function shapeOf(schema: z.ZodMiniType): Json {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input' }) as Json
  return shape
}

const propertiesOf = (shape: Json): Record<string, Json> => shape['properties'] as Record<string, Json>

function valueSchema(parameter: Parameter): Json {
  const note = `${both(parameter.label)} — ${both(parameter.source.says)} (${parameter.source.source}, ${parameter.source.confidence})`
  if (parameter.unit !== 'choice') {
    const [minimum, maximum] = parameter.range
    return { type: 'number', minimum, maximum, default: parameter.default, description: `${note}. ${both(unitNames[parameter.unit])}` }
  }
  const choices = Object.entries(parameter.choices).map(([name, text]) => ({ const: name, description: both(text) }))
  return { anyOf: choices, default: parameter.default, description: note }
}

/** A value, or a series of values by the school year from which each holds. */
function datedSchema(parameter: Parameter): Json {
  const { description, default: standing, ...value } = valueSchema(parameter)
  const series = { type: 'object', propertyNames: { pattern: '^\\d{4}$' }, additionalProperties: value, minProperties: 1 }
  return { description, default: standing, anyOf: [value, series] }
}

const object = (properties: Json, description: string): Json => ({ type: 'object', properties, additionalProperties: false, description })

function policySchema(policy: AnyPolicy): Json {
  const shape = shapeOf(policyUseSchema)
  const levers = Object.fromEntries(leversOf(policy).map(([name, lever]) => [name, datedSchema(lever)]))
  const use = { const: policy.id, description: both(policy.text.name) }
  return { ...shape, title: policy.id, properties: { ...propertiesOf(shape), use, set: object(levers, both(policy.text.caveat)) } }
}

/** The schema of scenario files for a registry of policies and processes. */
export function scenarioJsonSchema(registry: Registry): Json {
  const shape = shapeOf(fileSchema)
  const arm = shapeOf(armSchema)
  const uses = { type: 'array', items: { anyOf: registry.policies.map(policySchema) } }
  const behaviour = Object.fromEntries([...behaviourOf(registry)].map(([name, parameter]) => [name, valueSchema(parameter)]))
  const properties = {
    ...propertiesOf(shape),
    county: {
      anyOf: [shapeOf(countyFileSchema), shapeOf(countySchema)],
      description: 'a county file beside this file, or a county · 县数据',
    },
    behaviour: object(behaviour, 'constants of how the county behaves; those absent stand at their defaults · 行为参数，未写的取默认值'),
    arms: { ...propertiesOf(shape)['arms'], items: { ...arm, properties: { ...propertiesOf(arm), policies: uses } } },
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Hengtu scenario, format ${latestFormat} · 衡图方案文件，格式${latestFormat}`,
    ...shape,
    properties,
  }
}
