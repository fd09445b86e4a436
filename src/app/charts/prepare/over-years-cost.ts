import { policyGroups, unitNames } from '../../../engine/index.ts'
import { axisMoney, itemText, moneyText } from './amounts.ts'
import { costAccount, costByGroup, costByYear, middleCost } from './cost.ts'
import { costDoor } from './cost-words.ts'
import { shareHead } from './cv-words.ts'
import { bandOf, knownOf, twinByYear, type Asked, type OverYears, type YearPart } from './over-years-shape.ts'

/** Least height of the axis, yuan: where nothing costs anything its figures still differ. */
const leastMoney = 1e5

/** Pieces of a bar: what costs stands upon what costs, what saves hangs under what saves, both from zero. */
export function stacked(parts: readonly (readonly number[])[]): readonly YearPart['spans'][] {
  const [ups, downs]: [number[], number[]] = [[], []]
  return parts.map((values) =>
    values.map((value, y) => {
      const ends = value < 0 ? downs : ups
      const from = ends[y] ?? 0
      ends[y] = from + value
      return [from, ends[y]] as const
    }),
  )
}

/** Groups of policies, and what no policy is charged with, that cost a yuan or more in some year. */
function partsOf({ speech: { t }, runs, pairs, policies }: Asked, k: number, totals: readonly number[]): readonly YearPart[] {
  const groups = costByGroup(policies, runs[k]!, pairs[k]!)
  const rest = totals.map((total, y) => policyGroups.reduce((left, group) => left - groups[group][y]!, total))
  const all = [...policyGroups.map((key) => ({ key, name: t(`group.${key}`), values: groups[key] })), { key: 'rest' as const, name: t('cost.rest'), values: rest }]
  const some = all.filter(({ values }) => values.some((value) => Math.abs(value) >= 1))
  const spans = stacked(some.map(({ values }) => values))
  return some.map((part, p) => ({ ...part, spans: spans[p]! }))
}

/**
 * Added cost by year and group of policies. All bars are of one pair of plan and baseline, that with the middle of the sums over all
 * years: medians of each part, or of each year, would belong to different runs and add up neither to a year nor to the sum that the
 * card prints. Where the years of the other runs lie is drawn beside.
 */
export function costOverYears(asked: Asked): OverYears {
  const { speech, frame, runs, pairs, policies } = asked
  const { t, language } = speech
  const last = frame.years.length - 1
  const k = middleCost(runs, pairs, last)
  const account = costAccount(policies, runs, pairs, last)
  const plan = account ? costByYear(runs[k]!, pairs[k]!) : []
  const parts = account ? partsOf(asked, k, plan) : []
  const { low, high } = bandOf(pairs.slice(0, runs.length).map((pair, r) => costByYear(runs[r]!, pair)))
  const total = account?.total ?? NaN
  const known = knownOf(parts.flatMap((part) => part.spans.flat()), low, high)
  const money = (yuan: number) => moneyText(yuan, language)
  const point = (y: number, name: string, yuan: number) => t('chart.point', { year: frame.years[y]!, name, value: money(yuan) })
  const inYuan = (name: string) => name + t('mark.bracketed', { what: unitNames.yuan[language] })
  return {
    title: total === 0 ? t('cost.none') : t(total < 0 ? 'cost.less' : 'cost.summary', { year: frame.years[last]!, cost: money(Math.abs(total)) }),
    subtitle: t('cost.subtitle'),
    note: t('about.cost'),
    label: t('slotA.cost'),
    ...{ plan, low, high, baseline: [], parts },
    domain: [Math.min(0, ...known) * 1.05, Math.max(leastMoney, ...known) * 1.05],
    format: (yuan) => axisMoney(yuan, language),
    lines: [
      { ys: plan, text: (y) => [point(y, t('cost.total'), plan[y]!), ...parts.filter((part) => part.values[y] !== 0).map((part) => `${part.name} ${money(part.values[y]!)}`)].join(t('mark.semicolon')) },
      ...parts.map(({ name, values, spans }) => ({
        ys: spans.map(([from, to]) => (from === to ? NaN : (from + to) / 2)),
        text: (y: number) => `${point(y, name, values[y]!)}${t('mark.semicolon')}${t('cost.total')} ${money(plan[y]!)}`,
      })),
    ],
    twin: twinByYear(
      asked,
      [...parts.map(({ name, values }) => [inYuan(name), values] as const), [inYuan(t('cost.total')), plan], [shareHead(speech, runs.length, 10), low], [shareHead(speech, runs.length, 90), high]],
      (yuan) => itemText(yuan, 'yuan'),
      `${t('slotA.cost')}${t('mark.semicolon')}${t('cost.unit')}`,
    ),
    about: () => {
      const door = costDoor(speech, t('verdict.cost', { from: frame.years[0]!, to: frame.years[last]! }), money(total), account, runs.length, frame.years[last]!)
      return { ...door, reading: [door.reading, t('about.cost')].filter((one) => one).join(t('mark.semicolon')) }
    },
  }
}
