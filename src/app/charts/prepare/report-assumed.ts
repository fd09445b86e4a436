import { behaviourGroups, type Parameter } from '../../../engine/index.ts'
import type { Draft } from '../../stores/draft/draft.ts'
import { assumptionIds, assumptionKeys } from './assumption-keys.ts'
import type { Speech } from './doors.ts'
import { gradeOf, sourceOf, valueText } from './grades.ts'
import type { Twin } from './twin.ts'

/** A constant of the county’s behaviour that a scenario sets away from its default. */
export interface ChangedAssumption {
  /** As in a scenario’s `behaviour`. */
  readonly key: string
  readonly name: string
  readonly parameter: Parameter
  readonly usual: string
  readonly value: string
}

/** Every assumption that was changed, not only those that stand beside the levers, in the order of the model. */
export function changedAssumptions({ t, language }: Speech, { behaviour }: Pick<Draft, 'behaviour'>): readonly ChangedAssumption[] {
  return behaviourGroups.flatMap(({ id: group, parameters }) =>
    Object.entries(parameters).flatMap(([own, parameter]: readonly [string, Parameter]) => {
      const key = `${group}.${own}`
      const value = behaviour[key] ?? parameter.default
      if (value === parameter.default) return []
      // called what it is called beside the levers
      const short = assumptionIds.find((id) => assumptionKeys[id] === key)
      const said = (one: number | string) => valueText(one, parameter, language)
      return [{ key, name: short ? t(`assumption.${short}`) : parameter.label[language], parameter, usual: said(parameter.default), value: said(value) }]
    }),
  )
}

/** Changed assumptions as rows: name, default, value, and what the default rests on. */
export function assumedTwin(speech: Speech, changed: readonly ChangedAssumption[]): Twin {
  const { t, language } = speech
  const ground = ({ source }: Parameter) => t(gradeOf(source)) + (source.source === 'assumption' ? '' : t('mark.colon') + (sourceOf(source)?.title[language] ?? source.source))
  return { heads: t('report.assumed.head').split('|'), rows: changed.map(({ name, parameter, usual, value }) => [name, usual, value, ground(parameter)]) }
}
