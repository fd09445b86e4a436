import byLeavers from './by-leavers.json'
import guangzhou from './guangzhou.json'
import guiyang from './guiyang.json'
import shanghai from './shanghai.json'
import { byOwnName } from '../by-own-name.ts'
import { parseAllotmentFile, type AllotmentFile } from '../allotment-rule.ts'

function shipped(json: unknown): AllotmentFile {
  const { rule, problems } = parseAllotmentFile(json)
  if (!rule) throw new TypeError(problems.map((p) => `${p.path}: ${p.text.en}`).join('\n'))
  return rule
}

/** Rules that ship with the app, by id: beginnings to be changed, each with where it comes from. */
export const allotmentRules: Readonly<Record<string, AllotmentFile>> = byOwnName({
  'by-leavers': shipped(byLeavers),
  guiyang: shipped(guiyang),
  guangzhou: shipped(guangzhou),
  shanghai: shipped(shanghai),
})
