import {
  balance2012,
  balance2017,
  countyColumn,
  countyWidth,
  engineVersion,
  items,
  policies,
  sectionColumn,
  sectionWidth,
  type AnyPolicy,
  type CountyDescription,
  type Item,
  type Regime,
} from '../engine/index.ts'
import type { Runner } from '../runner/runner.ts'
import type { Frame, ItemView, StandardView } from './charts/prepare/frame.ts'
import type { WordKey } from '../words/index.ts'
import type { RailLever, Services } from './stores/services.ts'

const viewOf = (item: Item): ItemView => ({
  id: item.id,
  name: item.text.name,
  short: item.text.short,
  reading: item.text.reading,
  unit: item.unit,
  per: item.per,
  formula: item.formula,
  source: item.source,
  ...('teachers' in item.counts ? { teachers: item.counts.teachers } : {}),
  ...(item.standard ? { standard: item.standard } : {}),
})

const standardOf = (regime: Regime, judged: StandardView['judged']): StandardView => ({
  id: regime.id,
  items: regime.items.map((id) => viewOf(items.find((item) => item.id === id)!)),
  limit: regime.limits,
  judged,
  verdict: `verdict.${regime.id}`,
  source: regime.source,
  text: regime.text,
})

/** Where the columns of a series lie, and the standards, as the engine declares them. */
export const layout: Omit<Frame, 'facts' | 'years'> = {
  sectionColumn,
  sectionWidth,
  countyColumn,
  countyWidth,
  standards: { 'balance-2017': standardOf(balance2017, 'each'), 'balance-2012': standardOf(balance2012, 'mean') },
}

/** Levers on the rail, most asked for first, by policy; `main` is the policy’s first lever. */
const wantedOnRail: readonly (readonly [policy: string, lever: string, name: WordKey])[] = [
  ['teacher-rotation', 'share', 'lever.teacher-rotation.share'],
  ['teacher-rotation', 'backboneShare', 'lever.teacher-rotation.backboneShare'],
  ['rural-allowance', 'main', 'lever.rural-allowance.main'],
  ['directed-hiring', 'share', 'lever.directed-hiring.share'],
  ['funding-tilt', 'size', 'lever.funding-tilt.size'],
  ['school-standardisation', 'main', 'lever.school-standardisation.main'],
  ['enrolment-quota', 'share', 'lever.enrolment-quota.share'],
  ['enrolment-quota', 'tiltRural', 'lever.enrolment-quota.tiltRural'],
  ['school-group', 'main', 'lever.school-group.main'],
  ['network-adjustment', 'main', 'lever.network-adjustment.main'],
]
const mostOnRail = 10

/** The rail: the wanted levers that the registry has, then further main levers that are numbers, never more than ten. */
function railOf(): readonly RailLever[] {
  const isNumber = (policy: AnyPolicy, lever: string) => policy.parameters[lever] !== undefined && policy.parameters[lever].unit !== 'choice'
  const chosen = wantedOnRail.flatMap(([id, wanted, name]): readonly RailLever[] => {
    const policy = policies.find((one) => one.id === id)
    const lever = wanted === 'main' ? policy?.levers.find((one) => isNumber(policy, one)) : wanted
    return policy && lever !== undefined && isNumber(policy, lever) ? [{ policy: id, lever, name }] : []
  })
  const more = policies.filter((policy) => !chosen.some((one) => one.policy === policy.id)).flatMap((policy) => policy.levers.filter((lever) => isNumber(policy, lever)).slice(0, 1).map((lever) => ({ policy: policy.id, lever })))
  return [...chosen, ...more].slice(0, mostOnRail)
}

/** Everything the app gets from outside, from the engine and a runner. */
export const servicesOf = (runner: Runner, counties: readonly CountyDescription[], more: Pick<Services, 'otherCounties' | 'rosterWorker' | 'wholeApp' | 'background'> = {}): Services => ({
  ...more,
  runner,
  policies,
  rail: railOf(),
  counties,
  layout,
  version: engineVersion,
})
