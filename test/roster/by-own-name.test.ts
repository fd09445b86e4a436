import { expect, it } from 'vitest'
import { allotmentRules, itemSets } from '../../src/roster/index.ts'

it('a file or a flag that names no shipped standard or rule gets none, also where every object has something of that name', () => {
  for (const name of ['constructor', 'toString', '__proto__']) expect([name, itemSets[name], allotmentRules[name]]).toEqual([name, undefined, undefined])
  expect([itemSets['china']?.id, Object.keys(allotmentRules)]).toEqual(['china', expect.arrayContaining(['guiyang'])])
})
