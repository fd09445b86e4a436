import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { behaviourGroups, policies, type Scenario } from '../../src/engine/index.ts'
import { readScenario } from '../../src/scenario/parse.ts'
import { root, textOf } from './source-files.ts'

/** Opens a scenario that ships, `all-three` for `scenarios/all-three.json`, and stops the test if it has problems. */
export function openScenario(name: string): Scenario {
  const loadCounty = (from: string): string | undefined => (existsSync(join(root, 'scenarios', from)) ? textOf(`scenarios/${from}`) : undefined)
  const read = readScenario(textOf(`scenarios/${name}.json`), { registry: { policies, behaviour: behaviourGroups }, loadCounty })
  if (read.scenario === undefined) throw new Error(read.problems.map(({ path, text }) => `${path}: ${text.en}`).join('\n'))
  return read.scenario
}
