import { allotmentRules, usualEligibility, type AllotmentFile } from '../../../roster/index.ts'

/** Takes `$state` and shipped rules apart from what is edited. */
const copy = (rule: AllotmentFile): AllotmentFile => JSON.parse(JSON.stringify(rule)) as AllotmentFile

/** A shipped rule as a beginning: whatever it leaves to the usual is written out, so that it can be seen and changed. */
export const beginWith = (id: string): AllotmentFile => withEligibility(copy(allotmentRules[id] ?? allotmentRules['by-leavers']!))

/** The rule with its eligibility written out. */
export const withEligibility = (rule: AllotmentFile): AllotmentFile => ({ ...rule, eligibility: rule.eligibility ?? copy({ ...rule, eligibility: usualEligibility }).eligibility! })

/** The rule as a file: the same that the command line reads. `senior` names a senior high that was not named. */
export function ruleOf(rule: AllotmentFile, senior: string): AllotmentFile {
  const { seniors, title: _title, source: _source, $schema: _schema, ...rest } = copy(rule)
  const named = seniors?.map((one, k) => ({ ...one, name: one.name.trim() || `${senior} ${k + 1}` }))
  return { ...rest, seed: rest.seed.trim() || 'hengtu', ...(named ? { seniors: named } : {}) }
}

/** Puts a text or nothing under an optional key. */
export function setText<K extends string>(target: { [key in K]?: string | undefined }, key: K, text: string): void {
  if (text.trim() === '') delete target[key]
  else target[key] = text.trim()
}

/** Puts a number or nothing under an optional key; an empty field means nothing. */
export function setNumber<K extends string>(target: { [key in K]?: number | undefined }, key: K, text: string): void {
  if (text.trim() === '') delete target[key]
  else target[key] = Number(text)
}
