import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { engineVersion } from '../../src/engine/index.ts'
import { ownRegistry } from '../../src/scenario/own-registry.ts'
import { readScenario } from '../../src/scenario/parse.ts'
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

it('holds what this version ships', () => {
  expect(versions).toContain(engineVersion)
  expect(scenariosIn(join(archive, engineVersion))).toEqual(scenariosIn('scenarios'))
})
