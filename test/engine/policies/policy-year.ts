import type { Values } from '../../../src/engine/declare.ts'
import { columnsOf, createRules, tableNames, type County, type Rules } from '../../../src/engine/county/county.ts'
import { Ledger } from '../../../src/engine/county/ledger.ts'
import { statusQuo, sectionRuleColumns } from '../../../src/engine/county/rules.ts'
import { Digest } from '../../../src/engine/kernel/digest.ts'
import { drawsOf } from '../../../src/engine/kernel/random.ts'
import { seedWords } from '../../../src/engine/kernel/seed.ts'
import type { AnyPolicy, PolicyYear } from '../../../src/engine/policies/declare.ts'
import { smallYear } from '../../support/small-county.ts'

/** Lever values of a policy: its defaults, with those given instead. */
export function valuesOf(policy: AnyPolicy, set: Record<string, number | string> = {}): Values {
  const values: Record<string, number | string> = {}
  for (const [name, parameter] of Object.entries(policy.parameters)) values[name] = (parameter as { default: number | string }).default
  return { ...values, ...set } as Values
}

export interface Acted {
  readonly rules: Rules
  readonly ledger: Ledger
  /** Names of the columns whose bytes changed, `rules.` included. */
  readonly changed: readonly string[]
}

/** One number per column of the county and of the rules. */
export function columnDigests(county: County, rules: Rules): Map<string, string> {
  const digests = new Map<string, string>()
  for (const table of tableNames)
    for (const column of Object.keys(columnsOf[table])) {
      const array = (county[table] as unknown as Record<string, ArrayLike<number>>)[column]!
      digests.set(`${table}.${column}`, new Digest().numbers(array).hex())
    }
  for (const column of Object.keys(sectionRuleColumns)) digests.set(`rules.${column}`, new Digest().numbers((rules.sections as unknown as Record<string, ArrayLike<number>>)[column]!).hex())
  for (const name of Object.keys(statusQuo)) digests.set(`rules.${name}`, new Digest().numbers([rules.county[name as keyof typeof statusQuo]]).hex())
  return digests
}

/** Lets a policy act once on a county and says what it wrote. */
export function actOnce(policy: AnyPolicy, county: County, set: Record<string, number | string> = {}, more: Partial<PolicyYear> = {}): Acted {
  const rules = more.rules ?? createRules(county.sections.count)
  const ledger = more.ledger ?? new Ledger([policy.id], county.sections.count)
  ledger.charge(policy.id)
  const before = columnDigests(county, rules)
  const { sections, schools } = county
  const year = more.year ?? smallYear
  policy.act({
    year,
    yearsRunning: 0,
    set: valuesOf(policy, set),
    county,
    draws: drawsOf(seedWords('policies', 1), year),
    covers: (s) => sections.open[s] === 1 && schools.owner[sections.school[s]!] !== 2,
    teacherPay: 130_000,
    published: () => NaN,
    raise: () => undefined,
    ...more,
    rules,
    ledger,
  } as PolicyYear)
  const after = columnDigests(county, rules)
  return { rules, ledger, changed: [...after.keys()].filter((name) => after.get(name) !== before.get(name)) }
}
