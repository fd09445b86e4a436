/*
 * Writing a scenario. Meaning is frozen at save: every value in force is written and the county stands in the file, so a
 * later change of a default cannot alter a colleague’s scenario.
 */
import { Digest, engineVersion, numbersCounter, type CountyDescription, type Entered, type PolicyUse, type Scenario } from '../engine/index.ts'
import type { Days } from './days.ts'
import { behaviourOf, isNeutral, leversOf, policyOf, type Registry } from './registry.ts'
import { countySchema, fileSchema, latestFormat, type Stamp } from './schema.ts'
import { shapeOf } from './shape.ts'

function freezeUse(use: PolicyUse, registry: Registry): PolicyUse {
  const policy = policyOf(registry, use.use)
  const levers = policy === undefined ? [] : leversOf(policy)
  const defaults = Object.fromEntries(levers.map(([name, lever]) => [name, lever.default]))
  return { ...use, set: { ...defaults, ...use.set } }
}

/** A scenario with every lever and every behaviour parameter written out. */
export function freeze(scenario: Scenario, registry: Registry): Scenario {
  const defaults = Object.fromEntries([...behaviourOf(registry)].map(([name, parameter]) => [name, parameter.default]))
  return {
    ...scenario,
    behaviour: { ...defaults, ...scenario.behaviour },
    arms: scenario.arms.map((arm) => ({ ...arm, policies: arm.policies.map((use) => freezeUse(use, registry)) })),
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Keys that are set, in code-unit order, at every level. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const keys = Object.keys(value).filter((key) => value[key] !== undefined)
  return Object.fromEntries(keys.sort((a, b) => (a < b ? -1 : 1)).map((key) => [key, sorted(value[key])]))
}

/** The one spelling of a value as JSON: sorted keys, no spaces, shortest numbers. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value))

/** Digest of a county description: 16 hex digits. */
export const countyDigest = (county: CountyDescription): string => new Digest().text(canonicalJson(county)).hex()

/** Digest of a scenario’s meaning: 16 hex digits, the same for any spelling of the same values. */
export function scenarioDigest(scenario: Scenario, registry: Registry): string {
  // notes on schools and items entered by hand are not part of what is computed, nor is what is set for policies that do not act
  const { notes: _, entered: __, ...meaning } = freeze(scenario, registry)
  const arms = meaning.arms.map((arm) => ({ ...arm, policies: arm.policies.filter((use) => !isNeutral(use, registry)) }))
  return new Digest().text(canonicalJson({ ...meaning, arms })).hex()
}

/** Who computes now: stamped on files and results. Two results may be compared only if `numbers` agrees. */
export const currentStamp = (result?: string, verdict?: Stamp['verdict']): Stamp => ({
  engine: engineVersion,
  numbers: numbersCounter,
  ...(result === undefined ? {} : { result }),
  ...(verdict === undefined ? {} : { verdict }),
})

/** Whether a stamp is of another model than this one: its results may not be compared with ours. */
export const isOtherModel = (stamp: Stamp): boolean => stamp.engine !== engineVersion || stamp.numbers !== numbersCounter

/** A frozen scenario as the object that a file holds, with the days on which it was set where they are known. The schema gives its keys their one order, whoever made the scenario. */
export function toFile(scenario: Scenario, registry: Registry, stamp: Stamp = currentStamp(), days?: Days): Record<string, unknown> {
  const file = { $schema: './scenario.schema.json', format: latestFormat, ...freeze(scenario, registry), ...(days && { days }), stamp }
  // a county that no reader would take is written as it is: who reads the file is told what is wrong with it
  const county = shapeOf(countySchema, scenario.county).value ?? scenario.county
  const ordered = shapeOf(fileSchema, { ...file, county }).value
  return ordered ?? file
}

const inOneLine = 100

/** JSON for people: two spaces, with small objects and lists on one line. */
function spread(value: unknown, indent: string): string {
  const flat = JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return flat
  const compact =
    flat.length <= inOneLine &&
    !Object.values(value).some(
      (one) => typeof one === 'object' && one !== null && Object.values(one as object).some((inner) => typeof inner === 'object'),
    )
  if (compact) return inLine(value)
  const deeper = indent + '  '
  if (Array.isArray(value)) return `[\n${value.map((one) => deeper + spread(one, deeper)).join(',\n')}\n${indent}]`
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{\n${entries.map(([key, one]) => `${deeper}${JSON.stringify(key)}: ${spread(one, deeper)}`).join(',\n')}\n${indent}}`
}

function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return entries.length === 0 ? '{}' : `{ ${entries.map(([key, one]) => `${JSON.stringify(key)}: ${inLine(one)}`).join(', ')} }`
}

/** Any JSON value as a readable text with a final line break. */
export const prettyJson = (value: unknown): string => `${spread(value, '')}\n`

/** The text of a saved scenario file. Reading it and writing it again gives the same text. */
export const writeScenario = (scenario: Scenario, registry: Registry, stamp?: Stamp, days?: Days): string =>
  prettyJson(toFile(scenario, registry, stamp, days))

/** What was entered for the county as a whole: figures of single schools are left out. */
export function withoutSchoolFigures(entered: Entered): Entered {
  const items = Object.entries(entered).map(([item, figures]) => [item, Object.fromEntries(Object.entries(figures).filter(([, figure]) => typeof figure !== 'object'))] as const)
  return Object.fromEntries(items.filter(([, figures]) => Object.keys(figures).length > 0))
}

/** The text of a scenario file that names its county file instead of holding the county: no school data inside, so no notes on schools either. */
export function writeWithoutCounty({ entered, notes: _, ...scenario }: Scenario, registry: Registry, stamp?: Stamp, days: Days = {}): string {
  const kept = withoutSchoolFigures(entered ?? {})
  const settings = Object.keys(kept).length > 0 ? { ...scenario, entered: kept } : scenario
  // nor does a day tell that something was entered about them
  const left = Object.entries(days).filter(([name]) => {
    const [item, part] = name.split('.') as [string, string]
    return entered?.[item]?.[part] === undefined || kept[item]?.[part] !== undefined
  })
  return prettyJson({ ...toFile(settings, registry, stamp, left.length > 0 ? Object.fromEntries(left) : undefined), county: { from: `${scenario.county.id}.json`, digest: countyDigest(scenario.county) } })
}
