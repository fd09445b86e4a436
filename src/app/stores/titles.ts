import type { Bilingual } from '../../engine/index.ts'
import { changedFrom } from '../../words/changed.ts'
import type { Name } from './draft.ts'

/** Letters of an earlier name that a later one repeats: files bound their titles. */
const mostRepeated = 200

function shortened(text: string): string {
  const letters = [...text]
  return letters.length > mostRepeated ? `${letters.slice(0, mostRepeated).join('')}…` : text
}

/** What a named scenario and its plan are called in a link or a file. Where the name does not hold, as the settings are others by now, they do not pass for those that were named. */
export function titlesOf({ title, arm }: Name, holds: boolean): { readonly title: Bilingual; readonly plan: Bilingual } {
  if (holds) return { title, plan: arm ?? title }
  const whole = (language: 'zh' | 'en') => shortened(arm === undefined ? title[language] : `${title[language]} · ${arm[language]}`)
  const changed = changedFrom({ zh: whole('zh'), en: whole('en') })
  return { title: changed, plan: changed }
}
