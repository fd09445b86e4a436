import { dataEn } from './data.en.ts'
import { dataZh } from './data.zh.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Keys of the interface words: the common catalogue and those of single screens. */
export type WordKey = keyof typeof zh | keyof typeof dataZh
export type Words = Readonly<Record<WordKey, string>>

/** Languages of the interface: the first is the default. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** The interface words of each language. */
export const catalogues: Readonly<Record<Language, Words>> = { zh: { ...zh, ...dataZh }, en: { ...en, ...dataEn } }

/** Value of the `lang` attribute. */
export const languageTag: Readonly<Record<Language, string>> = { zh: 'zh-Hans', en: 'en' }
