import type * as z from 'zod/mini'
import type { AnyPolicy, CountyDescription, Problem } from '../engine/index.ts'
import type { Path } from './json-scan.ts'
import { mostArms, mostUses } from './limits.ts'
import { problemAt } from './problems.ts'
import { leversOf, policyOf, type Registry } from './registry.ts'
import { sayValue } from './say-values.ts'
import { policyUseSchema, yearsSchema } from './schema.ts'
import { checkDated, type Span } from './check-values.ts'
import { knownFor, shapeOf, unknownName } from './shape.ts'

/** What of a policy use has the right shape. Problems of shape are reported once, for the whole file; parts that have one are absent here. */
type PolicyUse = Partial<z.output<typeof policyUseSchema>>

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined

function readableOf(value: unknown): PolicyUse {
  const parts = Object.entries(policyUseSchema.shape).flatMap(([key, schema]) => {
    const part = shapeOf(schema, fieldOf(value, key)).value
    return part === undefined ? [] : [[key, part]]
  })
  return Object.fromEntries(parts) as PolicyUse
}

/** What is known of the rest of the file while its arms are checked; parts with problems are absent. */
export interface ArmContext {
  readonly registry: Registry
  readonly years?: z.output<typeof yearsSchema>
  readonly county?: CountyDescription
  readonly unordered: ReadonlySet<string>
}

/** Undefined where the timetable itself is wrong, so that one mistake is reported once. */
function spanOf(use: PolicyUse, { years }: ArmContext): Span | undefined {
  if (years === undefined || use.from === undefined || use.from < years.from || use.from > years.to) return undefined
  const to = use.to ?? years.to
  return to < use.from ? undefined : { from: use.from, to }
}

function checkTimetable(use: PolicyUse, path: Path, { years, county }: ArmContext): readonly Problem[] {
  const problems: Problem[] = []
  if (use.to !== undefined && use.from !== undefined && use.to < use.from) problems.push(problemAt([...path, 'to'], sayValue.yearsReversed(use.from, use.to)))
  if (years === undefined) return problems
  for (const key of ['from', 'to'] as const) {
    const year = use[key]
    if (year === undefined) continue
    if (year < years.from || year > years.to) problems.push(problemAt([...path, key], sayValue.policyOutside(year, years.from, years.to)))
    else if (county !== undefined && year <= county.year)
      problems.push(problemAt([...path, key], sayValue.policyTooEarly(year, county.year)))
  }
  return problems
}

function checkScope(use: PolicyUse, path: Path, { county }: ArmContext): readonly Problem[] {
  if (county === undefined) return []
  const count = county.schools.reduce((sum, group) => sum + group.count, 0)
  return (use.where?.schools ?? []).flatMap((id, s) =>
    id >= 1 && id <= count ? [] : [problemAt([...path, 'where', 'schools', s], sayValue.schoolUnknown(id, count))],
  )
}

function checkLevers(policy: AnyPolicy, use: PolicyUse, path: Path, context: ArmContext): readonly Problem[] {
  const levers = new Map(leversOf(policy))
  const problems = Object.entries(use.set ?? {}).flatMap(([name, value], k) => {
    const lever = levers.get(name)
    const at = [...path, 'set', name]
    if (lever === undefined) return [unknownName(at, sayValue.unknownLever(name, policy.text.name), name, knownFor(k, [...levers.keys()]))]
    return checkDated(lever, value, at, spanOf(use, context), context.unordered)
  })
  const rises = Object.keys(policy.neutral).some((name) => levers.get(name)?.unit !== 'choice')
  if (use.ramp !== undefined && use.ramp > 1 && !rises)
    problems.push(problemAt([...path, 'ramp'], sayValue.rampAlone, sayValue.rampAloneHint))
  return problems
}

function checkUse(value: unknown, path: Path, context: ArmContext): readonly Problem[] {
  const use = readableOf(value)
  const rest = [...checkTimetable(use, path, context), ...checkScope(use, path, context)]
  if (use.use === undefined) return rest
  const policy = policyOf(context.registry, use.use)
  const known = context.registry.policies.map(({ id }) => id)
  const named =
    policy === undefined
      ? [unknownName([...path, 'use'], sayValue.unknownPolicy(use.use), use.use, known)]
      : checkLevers(policy, use, path, context)
  return [...rest, ...named]
}

const scopeKey = (use: PolicyUse): string =>
  JSON.stringify([[...(use.where?.kinds ?? [])].sort(), use.where?.level, [...(use.where?.schools ?? [])].sort((a, b) => a - b)])

function checkTwice(policies: readonly unknown[], path: Path, context: ArmContext): readonly Problem[] {
  const uses = policies.map((value) => shapeOf(policyUseSchema, value).value)
  return uses.flatMap((use, p) => {
    const policy = use === undefined ? undefined : policyOf(context.registry, use.use)
    if (use === undefined || policy === undefined) return []
    const before = uses
      .slice(0, p)
      .find(
        (other) =>
          other?.use === use.use &&
          scopeKey(other) === scopeKey(use) &&
          other.from <= (use.to ?? Infinity) &&
          use.from <= (other.to ?? Infinity),
      )
    return before === undefined
      ? []
      : [problemAt([...path, p], sayValue.policyTwice(policy.text.name, Math.max(before.from, use.from)), sayValue.policyTwiceHint)]
  })
}

/** A list that is not longer than it may be: of one that is, that is all there is to say. */
const listOf = (value: unknown, most: number): readonly unknown[] => (Array.isArray(value) && value.length <= most ? value : [])

/** Checks all arms of a file against the registry, the years and the county; looks at every part that has the right shape. */
export function checkArms(value: unknown, context: ArmContext): readonly Problem[] {
  const arms = listOf(value, mostArms)
  const ids = arms.map((arm) => fieldOf(arm, 'id'))
  return arms.flatMap((arm, a) => {
    const path = ['arms', a, 'policies']
    const policies = listOf(fieldOf(arm, 'policies'), mostUses)
    const twice =
      typeof ids[a] === 'string' && ids.indexOf(ids[a]) < a
        ? [problemAt(['arms', a, 'id'], sayValue.armTwice(ids[a]), sayValue.armTwiceHint)]
        : []
    return [...twice, ...policies.flatMap((use, p) => checkUse(use, [...path, p], context)), ...checkTwice(policies, path, context)]
  })
}
