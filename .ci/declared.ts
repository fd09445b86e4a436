import { dirname, join, resolve } from 'node:path'
import { runnerImport, type Plugin } from 'vite'
import { assumptionKeys } from '../src/app/charts/prepare/assumption-keys.ts'

/*
 * The page shows what the engine declares and runs none of it: the years are simulated in workers. So the page gets the
 * declarations as data. What stands here is evaluated while building and put in place of the engine’s own exports wherever page,
 * words and file formats import them; the workers keep the real ones. Nothing is written down twice.
 */

type Engine = typeof import('../src/engine/index.ts')

/** Functions that declarations carry and nobody outside the engine calls. */
const left = new Set(['act', 'bind', 'stock'])

/** A value as a program text; refuses what would not come back the same. */
function textOf(name: string, value: unknown): string {
  const check = (one: unknown, path: string): void => {
    if (typeof one === 'function' && left.has(path.split('.').at(-1)!)) return
    if (typeof one === 'string' || typeof one === 'boolean' || one === null || (typeof one === 'number' && Number.isFinite(one) && !Object.is(one, -0))) return
    if (Array.isArray(one)) return one.forEach((inner, k) => check(inner, `${path}.${k}`))
    if (typeof one !== 'object' || Object.getPrototypeOf(one) !== Object.prototype) throw new Error(`the engine’s ${path} is not data`)
    for (const [key, inner] of Object.entries(one)) check(inner, `${path}.${key}`)
  }
  check(value, name)
  return `/* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))})`
}

const constant = (name: keyof Engine) => (engine: Engine) => `export const ${name} = ${textOf(name, engine[name])}`
const column = (name: 'sectionColumn' | 'countyColumn', columns: 'sectionSeries' | 'countySeries') => (engine: Engine) =>
  `const places = /* @__PURE__ */ new Map(${textOf(columns, engine[columns].map(({ id }) => id))}.map((id, k) => [id, k]))
export const ${name} = (id) => places.get(id) ?? -1`
/** Entries of another declaration, by their positions there. */
const amongThose = (name: keyof Engine, all: keyof Engine) => (engine: Engine) => {
  const places = (engine[name] as readonly unknown[]).map((one) => (engine[all] as readonly unknown[]).indexOf(one))
  if (places.includes(-1)) throw new Error(`${name} are not among ${all}`)
  return `import { ${all} } from '${moduleOf(all)}'\nexport const ${name} = /* @__PURE__ */ ${JSON.stringify(places)}.map((k) => ${all}[k])`
}

/** Limits of measures, for official lists: the page measures nothing. */
const limits = ({ measures }: Engine): string =>
  `export const measures = ${textOf(
    'measures',
    measures.map(({ id, thresholds, only, wholeCounty }) => ({ id, thresholds, ...(only && { only }), ...(wholeCounty && { wholeCounty: true }) })),
  )}`

/** Parameters without what their sources say: that is read in the documents, from which no screen takes it. */
const short = (parameters: object, whole: (name: string) => boolean = () => false) =>
  Object.fromEntries(Object.entries(parameters).map(([name, { source: { says, ...source }, ...rest }]) => [name, { ...rest, source: whole(name) ? { ...source, says } : source }]))

/** Policies without what the first picture does not say: the long texts come with `policyNotes`. */
const policiesInShort = ({ policies }: Engine): string =>
  `export const policies = ${textOf(
    'policies',
    policies.map(({ text: { name }, parameters, streams: _, ...rest }) => ({ ...rest, text: { name }, parameters: short(parameters) })),
  )}`

/** Constants of behaviour, without what a year does with them; what a source says comes with the assumptions, which show it. */
const behaviourInShort = ({ behaviourGroups }: Engine): string => {
  const shown: readonly string[] = Object.values(assumptionKeys)
  return `export const behaviourGroups = ${textOf(
    'behaviourGroups',
    behaviourGroups.map(({ id, parameters, ...rest }) => ({ ...('text' in rest && { text: rest.text }), id, parameters: short(parameters, (name) => shown.includes(`${id}.${name}`)) })),
  )}`
}

/** What is replaced: each a module of its own, so that what a later part needs comes later. */
const replaced: Partial<Record<keyof Engine, (engine: Engine) => string>> = {
  policies: policiesInShort,
  policyNotes: constant('policyNotes'),
  behaviourGroups: behaviourInShort,
  processes: amongThose('processes', 'behaviourGroups'),
  items: constant('items'),
  items2012: amongThose('items2012', 'items'),
  items2017: amongThose('items2017', 'items'),
  sectionSeries: constant('sectionSeries'),
  countySeries: constant('countySeries'),
  sectionColumn: column('sectionColumn', 'sectionSeries'),
  countyColumn: column('countyColumn', 'countySeries'),
  sectionWidth: constant('sectionWidth'),
  countyWidth: constant('countyWidth'),
  actors: constant('actors'),
  measures: limits,
}

const root = resolve('.')
const door = join(root, 'src/engine/index.ts')
/** Beside the engine’s own door, without a file: a module that only declares, like those it stands for. */
const pageDoor = join(root, 'src/engine/declared/index.ts')
const moduleOf = (name: string): string => join(root, `src/engine/declared/${name}.ts`)
/** Parts of the engine that the page does run, in tables and official lists, and the declarations they ask for themselves. */
const runsInPage = /\/src\/engine\/indicators\/(judge-checklist|research-rows|unjudged)\.ts$/
const asked: Readonly<Record<string, string>> = { './measures/index.ts': 'measures', './items/index.ts': 'items', './section-series.ts': 'sectionSeries' }
const asksForData = /\/src\/(app|words|scenario|roster)\//

/** Gives the page the engine’s declarations as data. */
export function declaredAsData(): Plugin {
  let engine: Engine | undefined
  return {
    name: 'hengtu-declared',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    async buildStart() {
      engine ??= (await runnerImport<Engine>(door, { configFile: false, root, logLevel: 'error' })).module
    },
    resolveId(source, importer) {
      if (source.startsWith(join(root, 'src/engine/declared/'))) return source
      if (importer === undefined) return null
      if (runsInPage.test(importer) && source in asked) return moduleOf(asked[source]!)
      return source.endsWith('engine/index.ts') && asksForData.test(importer) && resolve(dirname(importer), source) === door ? pageDoor : null
    },
    load(id) {
      if (id === pageDoor) {
        const names = Object.keys(replaced)
        return [`export * from '${door}'`, ...names.map((name) => `export { ${name} } from '${moduleOf(name)}'`)].join('\n')
      }
      const name = Object.keys(replaced).find((one) => id === moduleOf(one)) as keyof Engine | undefined
      return name === undefined || engine === undefined ? null : replaced[name]!(engine)
    },
  }
}
