import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { behaviourGroups, policies, type Scenario } from '../../src/engine/index.ts'
import { readScenario } from '../../src/scenario/parse.ts'

/** Opens a scenario that ships, `all-three` for `scenarios/all-three.json`, from the top of the checkout; stops if it has problems. */
export function openScenario(name: string): Scenario {
  const textOf = (file: string): string => readFileSync(join('scenarios', file), 'utf8')
  const loadCounty = (from: string): string | undefined => (existsSync(join('scenarios', from)) ? textOf(from) : undefined)
  const read = readScenario(textOf(`${name}.json`), { registry: { policies, behaviour: behaviourGroups }, loadCounty })
  if (read.scenario === undefined) throw new Error(read.problems.map(({ path, text }) => `${path}: ${text.en}`).join('\n'))
  return read.scenario
}
