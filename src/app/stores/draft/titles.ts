import type { Bilingual } from '../../../engine/index.ts'
import { changedFrom } from '../../../words/changed.ts'
import type { Name } from './draft.ts'

/** A text that would not end, ended after so many letters. */
export function shortened(text: string, most: number): string {
  const letters = [...text]
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : text
}

/** Letters of an earlier name that a later one repeats: files bound their titles. */
const mostRepeated = 200

/** What a named scenario and its plan are called in a link or a file. Where the name does not hold, as the settings are others by now, they do not pass for those that were named. */
export function titlesOf({ title, arm }: Name, holds: boolean): { readonly title: Bilingual; readonly plan: Bilingual } {
  if (holds) return { title, plan: arm ?? title }
  const whole = (language: 'zh' | 'en') => shortened(arm === undefined ? title[language] : `${title[language]} · ${arm[language]}`, mostRepeated)
  const changed = changedFrom({ zh: whole('zh'), en: whole('en') })
  return { title: changed, plan: changed }
}
