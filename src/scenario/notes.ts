/*
 * What is worth knowing about a scenario although it is not a mistake. Same shape as problems, so whoever prints those prints these.
 */
import { centralShareTiers, datedIn, numbersCounter, shareYears, type AnyPolicy, type Arm, type Bilingual, type PolicyUse, type Problem, type Scenario } from '../engine/index.ts'
import { problemAt } from './problems.ts'
import { isNeutral, policyOf, type Registry } from './registry.ts'
import type { Stamp } from './schema.ts'

const both = (en: string, zh: string): Bilingual => ({ en, zh })

const say = {
  order: (first: Bilingual, second: Bilingual, columns: readonly string[]): Bilingual =>
    both(
      `“${first.en}” and “${second.en}” act at the same point of the year and change the same things (${columns.join(', ')}); they act in the order of the file.`,
      `“${first.zh}”与“${second.zh}”在一年中的同一环节改变相同的内容（${columns.join('、')}），按文件中的先后顺序执行。`,
    ),
  idle: (policy: Bilingual): Bilingual =>
    both(`“${policy.en}” stands at its neutral values and changes nothing.`, `“${policy.zh}”取中性值，不产生任何作用。`),
  offLadder: (figure: number): Bilingual => {
    const steps = centralShareTiers.map(({ central }) => central)
    return both(
      `The centre pays ${figure} of the base of public funds here; nationally it is ${steps.join(', ')} by tier of province (not confirmed).`,
      `公用经费基准定额中央分担比例为${figure}；国家按档次为${steps.join('、')}（原文待核）。`,
    )
  },
  numbers: (saved: number): Bilingual =>
    both(
      `The file was saved when the numbers counter was ${saved}; it is ${numbersCounter} now, so results may not be compared with those of that time.`,
      `文件保存时的数值版本为${saved}，现为${numbersCounter}，结果不能与当时的直接比较。`,
    ),
}

const overlap = (a: PolicyUse, b: PolicyUse): boolean => a.from <= (b.to ?? Infinity) && b.from <= (a.to ?? Infinity)

/** Columns of tables that both change. Rules are left out: they are this year’s sums, whose order does not matter. */
const shared = (a: AnyPolicy, b: AnyPolicy): readonly string[] =>
  a.touches.filter((column) => !column.startsWith('rules.') && b.touches.includes(column))

function orderNotes(arm: Arm, a: number, registry: Registry): readonly Problem[] {
  // one that changes nothing has no order
  const active = arm.policies.map((use) => !isNeutral(use, registry))
  return arm.policies.flatMap((use, p) =>
    arm.policies.slice(0, p).flatMap((before, b) => {
      if (!active[p] || !active[b]) return []
      const [first, second] = [policyOf(registry, before.use), policyOf(registry, use.use)]
      if (first === undefined || second === undefined || first === second || first.moment !== second.moment || !overlap(before, use))
        return []
      const columns = shared(first, second)
      return columns.length === 0 ? [] : [problemAt(['arms', a, 'policies', p], say.order(first.text.name, second.text.name, columns))]
    }),
  )
}

function idleNotes(arm: Arm, a: number, registry: Registry): readonly Problem[] {
  return arm.policies.flatMap((use, p) => (isNeutral(use, registry) ? [problemAt(['arms', a, 'policies', p], say.idle(policyOf(registry, use.use)!.text.name))] : []))
}

/** A central share of public funds that is on no step of the national ladder: possible, but worth a look. */
function shareNotes({ county }: Scenario): readonly Problem[] {
  const { central } = county.finance.baseShares
  const figures = typeof central === 'number' ? [central] : shareYears({ central, province: 0, county: 0 }).map((year) => datedIn(central, year))
  const odd = [...new Set(figures)].filter((figure) => !centralShareTiers.some((tier) => Math.abs(tier.central - figure) < 1e-9))
  return odd.map((figure) => problemAt(['county', 'finance', 'baseShares', 'central'], say.offLadder(figure)))
}

/** Notes on a scenario, and on the stamp of the file it came from. */
export function notesOf(scenario: Scenario, registry: Registry, stamp?: Stamp): readonly Problem[] {
  const arms = [...shareNotes(scenario), ...scenario.arms.flatMap((arm, a) => [...orderNotes(arm, a, registry), ...idleNotes(arm, a, registry)])]
  return stamp === undefined || stamp.numbers === numbersCounter
    ? arms
    : [problemAt(['stamp', 'numbers'], say.numbers(stamp.numbers)), ...arms]
}
