import { aboutEn } from './about.en.ts'
import { aboutZh } from './about.zh.ts'
import type { AllotWords } from './allot.zh.ts'
import { chartsEn } from './charts.en.ts'
import { chartsZh } from './charts.zh.ts'
import { dataEn } from './data.en.ts'
import { dataZh } from './data.zh.ts'
import { exploreEn } from './explore.en.ts'
import { exploreZh } from './explore.zh.ts'
import type { FileWords } from './file.zh.ts'
import { frameEn } from './frame.en.ts'
import { frameZh } from './frame.zh.ts'
import type { HistoryWords } from './history.zh.ts'
import { schoolsEn } from './schools.en.ts'
import { schoolsZh } from './schools.zh.ts'
import { shareEn } from './share.en.ts'
import { shareZh } from './share.zh.ts'

/** Interface words in Chinese, the source; every other language has the same keys and slots. */
const zh = { ...frameZh, ...exploreZh, ...chartsZh, ...schoolsZh, ...shareZh, ...aboutZh, ...dataZh }
const en = { ...frameEn, ...exploreEn, ...chartsEn, ...schoolsEn, ...shareEn, ...aboutEn, ...dataEn }

/** Words that come with a screen of their own: `addWords` puts them in before it is shown. */
export type LateWords = AllotWords & HistoryWords & FileWords

/** Keys of the interface words. */
export type WordKey = keyof typeof zh | keyof LateWords
export type Words = Readonly<Record<WordKey, string>>

/** Languages of the interface: the first is the default. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** The interface words of each language. */
export const catalogues = { zh, en } as unknown as Readonly<Record<Language, Words>>

/** Adds the words of a screen that is loaded later. */
export function addWords(words: Readonly<Record<Language, LateWords>>): void {
  for (const language of languages) Object.assign(catalogues[language], words[language])
}

/** Value of the `lang` attribute. */
export const languageTag: Readonly<Record<Language, string>> = { zh: 'zh-Hans', en: 'en' }
