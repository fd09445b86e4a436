import {
  balance2012,
  balance2017,
  countyColumn,
  countySeries,
  engineVersion,
  items,
  policies,
  sectionColumn,
  sectionSeries,
  type CountyDescription,
  type Item,
  type Regime,
} from '../engine/index.ts'
import type { Runner } from '../runner/runner.ts'
import type { Frame, ItemView, StandardView } from './charts/prepare/frame.ts'
import type { Services } from './stores/services.ts'

const viewOf = (item: Item): ItemView => ({
  id: item.id,
  name: item.text.name,
  short: item.text.short,
  reading: item.text.reading,
  unit: item.unit,
  per: item.per,
  formula: item.formula,
  source: item.source,
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
  sectionWidth: sectionSeries.length,
  countyColumn,
  countyWidth: countySeries.length,
  standards: { 'balance-2017': standardOf(balance2017, 'each'), 'balance-2012': standardOf(balance2012, 'mean') },
}

/** Levers on the rail, most asked for first; those whose policy is not in the registry are left out, and never more than ten. */
const wantedOnRail: readonly (readonly [string, string])[] = [
  ['teacher-rotation', 'share'],
  ['teacher-rotation', 'backboneShare'],
  ['rural-allowance', 'amount'],
  ['directed-hiring', 'share'],
  ['funding-tilt', 'size'],
  ['school-standardisation', 'money'],
  ['enrolment-quota', 'share'],
  ['enrolment-quota', 'tiltRural'],
  ['school-group', 'coverage'],
  ['network-adjustment', 'threshold'],
]
const mostOnRail = 10

/** The rail: the wanted levers that exist, then further levers of the registry in turn, each group’s share kept. */
function railOf(): readonly (readonly [string, string])[] {
  const has = (id: string, lever: string) => policies.some((policy) => policy.id === id && lever in (policy.parameters as object))
  const chosen = wantedOnRail.filter(([id, lever]) => has(id, lever))
  const more = policies.flatMap((policy) => policy.levers.map((lever) => [policy.id, lever] as const)).filter(([id, lever]) => !chosen.some((one) => one[0] === id && one[1] === lever))
  return [...chosen, ...more].slice(0, mostOnRail)
}

/** Everything the app gets from outside, from the engine and a runner. */
export const servicesOf = (runner: Runner, counties: readonly CountyDescription[]): Services => ({
  runner,
  policies,
  rail: railOf(),
  counties,
  layout,
  version: engineVersion,
})
