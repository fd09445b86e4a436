import { describe, expect, test } from 'vitest'
import { filesUnder, importsOf } from '../support/source-files.ts'

/*
 * Who may import whom. Left: a part of the source. Right: the parts its files may import besides their own.
 *
 *   kernel ← county ← norms ←┬─ processes ──┬← year ← simulate ← experiment ← engine/index ←┬─ scenario ─┐
 *                            ├─ policies ───┤                                               ├─ runner ───┼← workers
 *                            └─ indicators ─┘                                               ├─ words ────┤
 *                                                                                           └─ roster ───┴← cli, app
 */
const open = ['declare', 'sources']
const tables = [...open, 'kernel', 'county', 'norms', 'scenario']

/** Parts absent here stand above the three siblings and see all of them: the year, the builder, the record, experiments, … */
const withinEngine: Readonly<Record<string, readonly string[]>> = {
  declare: ['sources'],
  sources: ['declare'],
  units: open,
  version: [],
  types: [],
  kernel: open,
  county: [...open, 'kernel', 'scenario'],
  scenario: [...open, 'county'],
  norms: [...open, 'kernel', 'county'],
  processes: tables,
  policies: tables,
  indicators: tables,
}

const outside: Readonly<Record<string, readonly string[]>> = {
  scenario: ['engine'],
  words: ['engine'],
  runner: ['engine'],
  roster: ['engine', 'words', 'scenario'],
  workers: ['runner', 'roster'],
  cli: ['engine', 'words', 'scenario', 'roster', 'runner'],
  // the single-file edition carries its worker as a text
  app: ['engine', 'words', 'scenario', 'roster', 'runner', 'workers'],
}

/** Packages a part may use; absent = any. */
const packages: Readonly<Record<string, RegExp>> = {
  engine: /^seedrandom\/lib\/alea\.js$/,
  runner: /^(comlink(\/.*)?|node:.*)$/,
  words: /^$/,
  workers: /^(comlink(\/.*)?|node:.*)$/,
}

const partOf = (path: string): string => path.replace(/^src\//, '').split('/')[0]!.replace(/\.ts$/, '')
const engineFile = /^src\/engine\/([^/]+)/
const enginePartOf = (path: string): string => engineFile.exec(path)![1]!.replace(/(\.d)?\.ts$/, '')
const isOwn = (path: string): boolean => /^(src|workers)\//.test(path)

const files = filesUnder(['src', 'workers'], ['.ts', '.svelte'])
const edges = files.flatMap((file) => importsOf(file).map((imported) => ({ file, imported, text: `${file} imports ${imported}` })))
const textsWhere = (holds: (edge: (typeof edges)[number]) => boolean): string[] => edges.filter(holds).map((edge) => edge.text)

describe('imports', () => {
  test('are there to be read', () => {
    expect(edges.length).toBeGreaterThan(50)
    expect(edges.some(({ file, imported }) => file === 'src/runner/serve.ts' && imported === 'comlink')).toBe(true)
  })

  test('inside the engine follow the diagram', () => {
    const wrong = textsWhere(({ file, imported }) => {
      if (!engineFile.test(file) || !engineFile.test(imported)) return false
      const [from, to] = [enginePartOf(file), enginePartOf(imported)]
      const allowed = withinEngine[from]
      return from !== to && allowed !== undefined && !allowed.includes(to)
    })
    expect(wrong).toEqual([])
  })

  test('keep processes, policies and indicators apart', () => {
    const siblings = ['processes', 'policies', 'indicators']
    const wrong = textsWhere(({ file, imported }) => {
      if (!engineFile.test(file) || !engineFile.test(imported)) return false
      const [from, to] = [enginePartOf(file), enginePartOf(imported)]
      return from !== to && siblings.includes(from) && siblings.includes(to)
    })
    expect(wrong).toEqual([])
  })

  test('of the engine never leave it', () => {
    expect(textsWhere(({ file, imported }) => engineFile.test(file) && isOwn(imported) && !engineFile.test(imported))).toEqual([])
  })

  test('of the engine enter by its one door', () => {
    expect(textsWhere(({ file, imported }) => !engineFile.test(file) && engineFile.test(imported) && imported !== 'src/engine/index.ts')).toEqual([])
  })

  test('between the other parts follow the diagram', () => {
    const wrong = textsWhere(({ file, imported }) => {
      if (!isOwn(imported) || engineFile.test(file)) return false
      const [from, to] = [partOf(file), partOf(imported)]
      return from !== to && !(outside[from] ?? []).includes(to)
    })
    expect(wrong).toEqual([])
  })

  test('bring in only the packages a part may use', () => {
    const wrong = textsWhere(({ file, imported }) => {
      const allowed = packages[partOf(file)]
      return !isOwn(imported) && allowed !== undefined && !allowed.test(imported)
    })
    expect(wrong).toEqual([])
  })

  test('take the small edition of what checks files: the whole one is twice the script', () => {
    expect(textsWhere(({ imported }) => imported === 'zod')).toEqual([])
    expect(edges.some(({ imported }) => imported === 'zod/mini')).toBe(true)
  })

  test('of charts do not know where runs happen', () => {
    expect(textsWhere(({ file, imported }) => file.startsWith('src/app/charts/') && imported.startsWith('src/runner/'))).toEqual([])
  })

  test('name a file with its ending', () => {
    expect(textsWhere(({ imported }) => isOwn(imported) && !/\.[a-z]+$/.test(imported))).toEqual([])
  })
})
