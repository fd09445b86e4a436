import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { engineVersion } from '../../src/engine/index.ts'
import { books } from '../../src/app/share/books.ts'
import { readCode, settingsOf, writeCode } from '../../src/scenario/code.ts'
import { readLink } from '../../src/scenario/link.ts'
import { ownRegistry } from '../../src/scenario/own-registry.ts'
import { readCounty, readScenario } from '../../src/scenario/parse.ts'
import { scenarioDigest, writeScenario } from '../../src/scenario/write.ts'

/*
 * Every scenario ever shipped must still open, in every later version. A folder per version, copied when the version is released
 * and never touched afterwards: a lever that is renamed needs a migration, not a change here.
 */
const archive = 'test/scenario/archive'
const versions = readdirSync(archive)
const scenariosIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))

const open = (folder: string, name: string) =>
  readScenario(readFileSync(join(folder, name), 'utf8'), {
    registry: ownRegistry,
    loadCounty: (from) => (existsSync(join(folder, from)) ? readFileSync(join(folder, from), 'utf8') : undefined),
  })

describe.each(versions)('files shipped with %s', (version) => {
  const folder = join(archive, version)

  it.each(scenariosIn(folder))('%s opens, and is the same after saving', (name) => {
    const { scenario, problems } = open(folder, name)
    expect(problems).toEqual([])
    const saved = writeScenario(scenario!, ownRegistry)
    const again = readScenario(saved, { registry: ownRegistry, loadCounty: () => undefined })
    expect(writeScenario(again.scenario!, ownRegistry)).toBe(saved)
    expect(scenarioDigest(again.scenario!, ownRegistry)).toBe(scenarioDigest(scenario!, ownRegistry))
  })
})

/*
 * Links and codes as each version wrote them of its own scenarios: written once by that version, never by this one. A line is a
 * file and its link, or a code and what that version read in it.
 */
const linesOf = (version: string, file: string): readonly (readonly [string, string])[] => {
  const path = join(archive, version, file)
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : []
  return lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const)
}
const withLinks = versions.filter((version) => linesOf(version, 'scenario-links.txt').length > 0)

// what this version writes is read back in link.test.ts and code.test.ts; its lines are kept with the next version
it('Q26 holds links and codes of every earlier version that wrote any', () => expect(withLinks).toEqual(versions.filter((version) => version !== '0.1.0' && version !== engineVersion)))

describe.each(withLinks)('Q26 links and codes of %s', (version) => {
  const folder = join(archive, version)
  const countyFile = (id: string) => join(folder, 'counties', `${id}.json`)
  const countyIn = (id: string) => (existsSync(countyFile(id)) ? readCounty(readFileSync(countyFile(id), 'utf8')).county : undefined)

  it('are of every scenario that it shipped', () => {
    expect(linesOf(version, 'scenario-links.txt').map(([name]) => name)).toEqual(scenariosIn(folder).sort())
  })
  it.each(linesOf(version, 'scenario-links.txt'))('%s: its link means what its file does, and where to look', (name, link) => {
    const opened = readLink(link, { registry: ownRegistry, findCounty: countyIn })
    expect([opened.problems, 'notes' in opened && opened.notes]).toEqual([[], []])
    const { scenario } = open(folder, name)
    expect(scenarioDigest(opened.scenario!, ownRegistry)).toBe(scenarioDigest(scenario!, ownRegistry))
    expect(opened.scenario && opened.view).toEqual({ s: 'schools', y: '2031', p: '3.17', g: 'en' })
  })
  it.each(linesOf(version, 'scenario-codes.txt'))('%s is read as it was', (code, settings) => {
    const read = readCode(books, code)
    if (!read.book) throw new Error(read.problems[0]?.text.en)
    expect(Object.fromEntries(settingsOf(read.book, read.positions))).toEqual(JSON.parse(settings))
    expect(writeCode(read.book, read.positions)).toBe(code)
  })
})

it('holds what this version ships', () => {
  expect(versions).toContain(engineVersion)
  expect(scenariosIn(join(archive, engineVersion))).toEqual(scenariosIn('scenarios'))
})
