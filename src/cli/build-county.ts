import {
  createEngine,
  isMet,
  levelNames,
  numbersCounter,
  engineVersion,
  sectionColumn,
  sectionSeries,
  stockNames,
  targetAgainstBuilt,
  type Comparison,
  type CountyDescription,
  type Problem,
  type ReplicateSeries,
  type Scenario,
  type SectionFacts,
} from '../engine/index.ts'
import { engineProblem } from '../runner/problems.ts'
import { ownRegistry } from '../scenario/own-registry.ts'
import { readCounty } from '../scenario/parse.ts'
import { reportOf } from '../scenario/results/report.ts'
import { formatCoefficient, formatNumber } from '../words/format.ts'
import { readTextFile } from './files.ts'
import { exit, fail, putJson, refuse, word, type ExitCode, type Talk } from './io.ts'
import { inTheWay, staleTables } from './earlier-run.ts'
import { writeResults } from './output.ts'
import { textTable } from './text-table.ts'

/** Flags of `build-county`. */
export interface BuildChoices {
  readonly out?: string
  readonly bom: boolean
  /** Whether files that are there may be replaced though this county was not written there before. */
  readonly overwrite: boolean
}

const tableFormats = ['csv', 'parquet'] as const

interface Built {
  readonly scenario: Scenario
  readonly replicate: ReplicateSeries
  readonly sections: readonly SectionFacts[]
}

/** The county in its own year, with nothing decided: a scenario of one year. */
function scenarioOf(county: CountyDescription): Scenario {
  const { id, title, seed, year } = county
  return { id, title, seed, years: { from: year, to: year }, replicates: 1, county, behaviour: {}, arms: [{ id: 'built', policies: [] }] }
}

function build(county: CountyDescription): Built {
  const scenario = scenarioOf(county)
  const engine = createEngine()
  const years = engine.replicate(scenario, 1)
  let step = years.next()
  while (!step.done) step = years.next()
  return { scenario, replicate: { replicate: 1, arms: step.value }, sections: engine.facts(scenario) }
}

/** Builds and measures; an invariant of the engine that fails becomes a problem that says how to report it. */
function tryBuild(
  county: CountyDescription,
): { readonly all: readonly Comparison[]; readonly built: Built } | { readonly problem: Problem } {
  try {
    return { all: targetAgainstBuilt(county), built: build(county) }
  } catch (error) {
    return { problem: engineProblem(error, { runId: 'build-county', replicate: 1, scenario: scenarioOf(county) }) }
  }
}

/** Schools, sections, pupils and teachers of the built county. */
function countsOf({ replicate, sections }: Built) {
  const { sections: table } = replicate.arms[0]!
  const sum = (id: string): number => sections.reduce((all, _, s) => all + table[s * sectionSeries.length + sectionColumn(id)]!, 0)
  return {
    schools: new Set(sections.map(({ schoolId }) => schoolId)).size,
    sections: sections.length,
    pupils: sum('roll'),
    teachers: sum('staff'),
  }
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)
const plain = (one: Comparison) => ({ ...one, targetCv: orNull(one.targetCv), builtCv: orNull(one.builtCv), met: isMet(one) })

function comparisonTable(all: readonly Comparison[], talk: Talk): string {
  const { language } = talk
  const digits = (value: number): number => (Math.abs(value) >= 100 ? 0 : 3)
  const rows = all.map((one) => [
    levelNames[one.level][language],
    word(talk, stockNames.includes(one.what as never) ? `stock_${one.what as 'area'}` : 'stock_roll'),
    formatNumber(one.targetMean, digits(one.targetMean)),
    formatNumber(one.builtMean, digits(one.targetMean)),
    formatCoefficient(one.targetCv),
    formatCoefficient(one.builtCv),
    isMet(one) ? '✓' : '✕',
  ])
  const heads = (['level', 'item', 'targetMean', 'builtMean', 'targetCv', 'builtCv', 'withinTolerance'] as const).map((key) =>
    word(talk, key),
  )
  return textTable([heads, ...rows])
}

function writeBuilt(built: Built, folder: string, bom: boolean, talk: Talk): ExitCode {
  const { scenario, replicate, sections } = built
  const report = reportOf(scenario, [replicate], ownRegistry)
  const stale = staleTables({ folder, formats: tableFormats })
  const written = writeResults(
    { scenario, registry: ownRegistry, report, replicates: [replicate], sections },
    { folder, formats: tableFormats, bom, language: talk.language, stale },
  )
  if (!Array.isArray(written)) return refuse({ ...talk, json: false }, folder, [written as never])
  if (stale.length > 0) talk.io.err(`${word(talk, 'removed', { folder })} ${stale.join(', ')}\n`)
  talk.io.err(`${word(talk, 'written', { folder })} ${written.join(', ')}\n`)
  return exit.done
}

/** Builds a county from its description and shows target and measured values side by side. */
export function buildCounty(file: string, { out, bom, overwrite }: BuildChoices, talk: Talk): ExitCode {
  const read = readTextFile(file)
  if ('problem' in read) return refuse(talk, file, [read.problem])
  const { county, problems } = readCounty(read.text)
  if (county === undefined) return refuse(talk, file, problems)
  const taken = out === undefined ? null : inTheWay({ folder: out, formats: tableFormats, id: county.id, overwrite }, [file])
  if (taken) return refuse(talk, file, [taken])
  const outcome = tryBuild(county)
  if ('problem' in outcome) return fail(talk, [outcome.problem])
  const { all, built } = outcome
  const code = out === undefined ? exit.done : writeBuilt(built, out, bom, talk)
  const counts = countsOf(built)
  if (talk.json) {
    putJson(talk.io, {
      engine: engineVersion,
      numbers: numbersCounter,
      id: county.id,
      title: county.title,
      ...counts,
      met: all.every(isMet),
      comparisons: all.map(plain),
    })
    return code
  }
  talk.io.out(`${county.title[talk.language]} [${county.id}]\n${word(talk, 'builtCounts', counts)}\n\n${comparisonTable(all, talk)}`)
  return code
}
