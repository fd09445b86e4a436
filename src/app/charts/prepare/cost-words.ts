import { payerNames, payers, policyGroups, type PolicyGroup } from '../../../engine/index.ts'
import { moneyText } from './amounts.ts'
import type { CostAccount } from './cost.ts'
import { ownBasis, type Speech } from './doors.ts'
import type { Door } from '../../stores/view/doors.svelte.ts'

/** One part of the added cost; what no policy is charged with has no group. */
export interface CostPart {
  readonly group: PolicyGroup | null
  readonly name: string
  readonly yuan: number
}

/** The parts of an account, all groups and what is left: they add up to its total. */
export const costParts = ({ t }: Speech, account: CostAccount): readonly CostPart[] => [
  ...policyGroups.map((group) => ({ group, name: t(`group.${group}`), yuan: account.groups[group] })),
  { group: null, name: t('cost.rest'), yuan: account.rest },
]

/** A payer of less than this share of the largest would be read as one of nothing. */
const leastShare = 0.0005

/** Who bears an account: payers of note, “county 1,353, families 40”, and what the others bear where the printed figures would miss it. */
export function payersText({ t, language }: Speech, account: CostAccount): string {
  const money = (yuan: number) => moneyText(yuan, language)
  const most = Math.max(...payers.map((payer) => Math.abs(account.payers[payer])))
  const bearing = payers.filter((payer) => Math.abs(account.payers[payer]) > leastShare * most)
  if (bearing.length === 0) return ''
  const told = bearing.reduce((sum, payer) => sum + account.payers[payer], 0)
  const others = money(told) === money(account.total) ? [] : [`${t('level-check.others')} ${money(account.total - told)}`]
  return t('cost.payers', { parts: [...bearing.map((payer) => `${payerNames[payer][language]} ${money(account.payers[payer])}`), ...others].join(t('mark.comma')) })
}

/** Behind the added cost, or a part of it: what it is made of, and who bears it; without an account, while there is no pair to compare, only how it is worked out. */
export function costDoor(speech: Speech, title: string, shown: string, account: CostAccount | null, runs: number, year: number): Door {
  const { t, language } = speech
  const parts = account ? costParts(speech, account).filter((part) => Math.abs(part.yuan) >= 1) : []
  const sum = parts.map((part) => `${part.name} ${moneyText(part.yuan, language)}`).join(' + ')
  return {
    title,
    shown,
    formula: t('door.cost.formula'),
    here: account && parts.length > 0 ? `${sum} = ${moneyText(account.total, language)}` : shown,
    unit: t('cost.unit'),
    basis: t(runs > 1 ? 'door.basis.runs' : 'door.basis.run', { runs, year }),
    sources: [ownBasis(t('door.assumed.cost'))],
    reading: account ? payersText(speech, account) : '',
  }
}
