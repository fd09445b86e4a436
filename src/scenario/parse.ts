/*
 * Reading a scenario: text → JSON → migrate → shape → meaning → Scenario. Every part that can be looked at is looked at,
 * so all problems come at once, each with its path.
 */
import type * as z from 'zod/mini'
import type { CountyDescription, Problem, Scenario } from '../engine/index.ts'
import { checkArms } from './check-arms.ts'
import { checkDays, type Days } from './days.ts'
import { checkEntered } from './check-entered.ts'
import { checkValue } from './check-values.ts'
import { mostYears } from './limits.ts'
import { migrate } from './migrate.ts'
import { inside, problemAt } from './problems.ts'
import { readCountyValue, type ReadCounty } from './read-county.ts'
import { readText } from './read-text.ts'
import { behaviourOf, type Registry } from './registry.ts'
import { say } from './say.ts'
import { sayShare } from './say-share.ts'
import { sayValue } from './say-values.ts'
import { countyFileSchema, fileSchema, yearsSchema, type Stamp } from './schema.ts'
import { knownFor, shapeOf, unknownName } from './shape.ts'
import { countyDigest } from './write.ts'

/** Gives the text of a county file by its path as written in the scenario, of several the one with the digest; undefined where there is none. */
export type LoadCounty = (from: string, digest?: string) => string | undefined

/** What reading needs to know: the policies and parameters there are, and where county files lie. */
export interface ReadOptions {
  readonly registry: Registry
  readonly loadCounty: LoadCounty
}

/** A scenario with the stamp it was saved with, the days on which it was set, the formats it was brought up from and what may differ from what was saved, or every problem at once. */
export type ReadScenario =
  | { readonly scenario: Scenario; readonly stamp: Stamp | undefined; readonly days: Days | undefined; readonly migrated: readonly string[]; readonly notes: readonly Problem[]; readonly problems: readonly [] }
  | { readonly scenario?: undefined; readonly problems: readonly Problem[] }

/** Reads a county file. */
export function readCounty(text: string): ReadCounty {
  const read = readText(text)
  if (!read.readable) return { problems: read.problems }
  const county = readCountyValue(read.value)
  return read.problems.length > 0 ? { problems: [...read.problems, ...county.problems] } : county
}

/** Only files in the scenario’s own folder or below: a shared file must not make anyone’s computer open others. */
const isBeside = (from: string): boolean => !/^([a-z]+:|[/\\])/i.test(from) && !from.split(/[/\\]/).includes('..')

/** Says that a county is another than the one of a digest: its results will differ. */
export function otherCounty(county: CountyDescription, digest: string): readonly Problem[] {
  const found = countyDigest(county)
  return found === digest ? [] : [problemAt(['county'], sayShare.countyOther(county.id, digest, found), sayShare.countyOtherHint)]
}

/** A county with what may differ from the one that was meant. */
type Resolved = ReadCounty & { readonly notes?: readonly Problem[] }

function openCounty({ from, digest }: z.output<typeof countyFileSchema>, load: LoadCounty): Resolved {
  if (!isBeside(from)) return { problems: [problemAt(['county', 'from'], say.countyFileOutside(from), say.countyFileHint)] }
  const text = load(from, digest)
  if (text === undefined) return { problems: [problemAt(['county', 'from'], say.countyFile(from), say.countyFileHint)] }
  const read = readCounty(text)
  if (read.county === undefined) return { problems: read.problems.map((problem) => inside(`county (${from})`, problem)) }
  return digest === undefined ? read : { ...read, notes: otherCounty(read.county, digest) }
}

function resolveCounty(value: unknown, load: LoadCounty): Resolved {
  // that it is missing is a problem of the file’s shape
  if (value === undefined) return { problems: [] }
  if (typeof value === 'object' && value !== null && 'from' in value) {
    const file = shapeOf(countyFileSchema, value)
    return file.value === undefined
      ? { problems: file.problems.map((problem) => inside('county', problem)) }
      : openCounty(file.value, load)
  }
  const read = readCountyValue(value)
  return read.county === undefined ? { problems: read.problems.map((problem) => inside('county', problem)) } : read
}

type Years = z.output<typeof yearsSchema>

function checkYears(years: Years, county: CountyDescription | undefined): readonly Problem[] {
  const { from, to } = years
  const problems: Problem[] = []
  if (to < from) problems.push(problemAt(['years', 'to'], sayValue.yearsReversed(from, to)))
  if (to - from >= mostYears) problems.push(problemAt(['years', 'to'], sayValue.yearsTooMany(to - from + 1, mostYears)))
  if (county !== undefined && from < county.year)
    problems.push(problemAt(['years', 'from'], sayValue.yearsBeforeCounty(from, county.year), sayValue.yearsBeforeHint(county.year)))
  return problems
}

function checkBehaviour(value: unknown, registry: Registry): readonly Problem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const known = behaviourOf(registry)
  const names = [...known.keys()]
  return Object.entries(value).flatMap(([name, one], k) => {
    const parameter = known.get(name)
    const path = ['behaviour', name]
    if (parameter === undefined) return [unknownName(path, sayValue.unknownBehaviour(name), name, knownFor(k, names))]
    return checkValue(parameter, one, path)
  })
}

/** Reads a parsed scenario file: what the app holds, or what `readScenario` found in a text. */
export function readScenarioValue(value: unknown, options: ReadOptions, unordered: ReadonlySet<string> = new Set()): ReadScenario {
  const { registry, loadCounty } = options
  const moved = migrate(value)
  if (moved.file === undefined) return { problems: moved.problems }
  const { file } = moved
  const shape = shapeOf(fileSchema, file)
  const { county, notes = [], problems: countyProblems } = resolveCounty(file['county'], loadCounty)
  const years = shapeOf(yearsSchema, file['years']).value
  const context = {
    registry,
    unordered,
    ...(years === undefined || years.to < years.from ? {} : { years }),
    ...(county === undefined ? {} : { county }),
  }
  const problems = [
    ...shape.problems,
    ...(years === undefined ? [] : checkYears(years, county)),
    ...countyProblems,
    ...checkBehaviour(file['behaviour'], registry),
    ...checkArms(file['arms'], context),
    ...checkEntered(file['entered'], county),
    ...checkDays(file['days'], registry),
  ]
  if (shape.value === undefined || county === undefined || problems.length > 0) return { problems }
  const { $schema: _, format: __, stamp, days, ...rest } = shape.value
  return { scenario: { ...rest, county } as Scenario, stamp, days, migrated: moved.applied, notes, problems: [] }
}

/** Reads the text of a scenario file. */
export function readScenario(text: string, options: ReadOptions): ReadScenario {
  const read = readText(text)
  if (!read.readable) return { problems: read.problems }
  const scenario = readScenarioValue(read.value, options, read.unordered)
  return read.problems.length > 0 ? { problems: [...read.problems, ...scenario.problems] } : scenario
}
