import type { CountyDescription, Problem } from '../engine/index.ts'
import { checkCounty } from './check-county.ts'
import { countySchema } from './schema.ts'
import { shapeOf } from './shape.ts'

/** A county description, or every problem at once. */
export type ReadCounty =
  | { readonly county: CountyDescription; readonly problems: readonly [] }
  | { readonly county?: undefined; readonly problems: readonly Problem[] }

/** Checks a county description: its shape, and whether a county can be built from it. */
export function readCountyValue(value: unknown): ReadCounty {
  const shape = shapeOf(countySchema, value)
  if (shape.value === undefined) return { problems: shape.problems }
  const { $schema: _, ...county } = shape.value
  // JSON holds no undefined, so optional keys are absent or set, as the engine wants them
  const description = county as CountyDescription
  const problems = checkCounty(description)
  return problems.length > 0 ? { problems } : { county: description, problems: [] }
}
