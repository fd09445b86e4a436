/*
 * The validation report: every stylised fact read off the model over accepted parameter sets and replicates, and, on request,
 * the history matching that accepts the sets. A program of its own, run from the project’s folder by `npm run validate`.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { figure, validationPages, verdictText, type Validation } from '../../docs/generator/validation.ts'
import {
  behaviourGroups,
  codeFigures,
  coefficientsOf,
  createStudy,
  effectsAtEdges,
  effectsOfOpenSigns,
  engineVersion,
  facts,
  isAccepted,
  judge,
  matchedDimensions,
  numbersCounter,
  parameterSets,
  policies,
  relabelled,
  rollFigures,
  summariseSigns,
  type CountyDescription,
  type Finding,
  type ParameterSet,
} from '../engine/index.ts'

const folder = 'docs/generated'
/** Replicates of each shipped county at default parameters. */
const elsewhereRuns = 4
/** Parameter sets over which open signs are tried. */
const signSets = 32
const setsFile = `${folder}/accepted-parameter-sets.json`
const usage = `Usage: npm run validate [-- --county plain-county] [-- --match 256] [-- --sets 16] [-- --replicates 4]

  --county <id>       a county of scenarios/counties
  --match <n>         first draw n parameter sets and keep those that meet the facts
  --sets <n>          accepted sets used for the report (the first n)
  --replicates <n>    replicates per set; sets × replicates is at least 50
`

interface Accepted {
  readonly county: string
  readonly numbers: number
  readonly drawn: number
  readonly sets: readonly ParameterSet[]
}

const readCounty = (id: string): CountyDescription => JSON.parse(readFileSync(`scenarios/counties/${id}.json`, 'utf8')) as CountyDescription
const say = (text: string): boolean => process.stderr.write(text)

/** Counted progress: rewritten on a terminal, every tenth part elsewhere. */
function progress(what: string, done: number, all: number): void {
  if (process.stderr.isTTY) say(`\r${what}: ${done} of ${all}${done === all ? '\n' : ''}`)
  else if (done === all || Math.floor((10 * done) / all) > Math.floor((10 * (done - 1)) / all)) say(`${what}: ${done} of ${all}\n`)
}

/** Draws sets over the ranges, reads the facts off one replicate of each and keeps those that meet them. */
function match(county: CountyDescription, drawn: number): Accepted {
  const sets = parameterSets(matchedDimensions, { processes: behaviourGroups, policies }, drawn, 'history-matching')
  const study = createStudy(county)
  const kept = sets.filter((set, i) => {
    const accepted = isAccepted(study.run(1, set))
    progress('matching', i + 1, drawn)
    return accepted
  })
  say(`matching: kept ${kept.length}\n`)
  const result: Accepted = { county: county.id, numbers: numbersCounter, drawn, sets: kept }
  writeFileSync(setsFile, `${JSON.stringify(result, null, 2)}\n`)
  return result
}

function readAccepted(): Accepted {
  try {
    return JSON.parse(readFileSync(setsFile, 'utf8')) as Accepted
  } catch {
    say(`No ${setsFile} yet: run once with --match 256.\n`)
    process.exit(2)
  }
}

const shippedCounties = (): CountyDescription[] =>
  readdirSync('scenarios/counties')
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readCounty(name.replace(/\.json$/, '')))

/** Mean figures of every shipped county at default parameters. */
function elsewhere(): Validation['counties'] {
  return shippedCounties().map((county) => {
    const study = createStudy(county)
    const sums: Record<string, number> = {}
    for (let replicate = 1; replicate <= elsewhereRuns; replicate++) {
      for (const [id, value] of Object.entries(study.run(replicate))) sums[id] = (sums[id] ?? 0) + value / elsewhereRuns
    }
    return { id: county.id, title: county.title, figures: { ...sums, ...rollFigures(county) } }
  })
}

/** The figures of every run, [fact][set][replicate]. */
function runAll(county: CountyDescription, sets: readonly ParameterSet[], replicates: number): Map<string, number[][]> {
  const study = createStudy(county)
  const values = new Map<string, number[][]>()
  const note = (id: string, set: number, value: number): void => {
    const rows = values.get(id) ?? []
    ;(rows[set] ??= []).push(value)
    values.set(id, rows)
  }
  sets.forEach((set, i) => {
    for (let replicate = 1; replicate <= replicates; replicate++) {
      for (const [id, value] of Object.entries(study.run(replicate, set))) note(id, i, value)
      note('V23', i, -100 * Number(set.behaviour['graduation.applyGap'] ?? 0.08))
    }
    progress('parameter sets run', i + 1, sets.length)
  })
  return values
}

function findings(county: CountyDescription, sets: readonly ParameterSet[], replicates: number): Finding[] {
  const values = runAll(county, sets, replicates)
  for (const [id, value] of Object.entries(codeFigures())) values.set(id, [[value]])
  values.set('V33', [coefficientsOf(shippedCounties())])
  values.set('N1', [[relabelled(county)]])
  for (const [id, value] of Object.entries(rollFigures(county))) values.set(id, [[value]])
  return facts.flatMap((fact) => {
    const found = values.get(fact.id)
    return found === undefined ? [] : [judge(fact, found)]
  })
}

/** The table on the terminal. */
function print(validation: Validation): void {
  for (const finding of validation.findings) {
    const fact = facts.find(({ id }) => id === finding.id)!
    const band = `[${fact.band[0]}, ${fact.band[1]}]`
    const verdict = verdictText(finding.passes, 'en').replaceAll('*', '')
    process.stdout.write(`${fact.id.padEnd(5)} ${verdict.padEnd(5)} ${figure(finding.result, fact).padStart(8)}  band ${band.padEnd(14)} ${fact.statement.en}\n`)
  }
}

function main(): void {
  const { values } = parseArgs({
    options: { county: { type: 'string' }, match: { type: 'string' }, sets: { type: 'string' }, replicates: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help === true) {
    process.stdout.write(usage)
    return
  }
  mkdirSync(folder, { recursive: true })
  const county = readCounty(values.county ?? 'plain-county')
  const accepted = values.match === undefined ? readAccepted() : match(county, Number(values.match))
  const sets = accepted.sets.slice(0, Number(values.sets ?? 16))
  const replicates = Number(values.replicates ?? Math.max(4, Math.ceil(50 / Math.max(1, sets.length))))
  if (sets.length < 2) {
    say('Fewer than two accepted parameter sets: draw more with --match, or look at which fact refuses them.\n')
    process.exit(1)
  }
  const validation: Validation = {
    engine: engineVersion,
    numbers: numbersCounter,
    county: county.id,
    drawn: accepted.drawn,
    accepted: accepted.sets.length,
    sets: sets.length,
    replicates,
    findings: findings(county, sets, replicates),
    counties: elsewhere(),
    edges: effectsAtEdges(county, { processes: behaviourGroups, policies }),
    signs: effectsOfOpenSigns(county, { processes: behaviourGroups, policies }, signSets, (done) => progress('open signs', done, signSets)).map(({ id, all, weaker }) => ({
      id,
      all: summariseSigns(all),
      weaker: summariseSigns(weaker),
    })),
  }
  // NaN is not JSON: a figure without a spread has null there
  writeFileSync(`${folder}/validation.json`, `${JSON.stringify(validation, null, 2)}\n`)
  for (const { path, text } of validationPages(validation)) writeFileSync(`docs/${path}`, text)
  print(validation)
}

main()
