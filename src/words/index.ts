import { en } from './en.ts'
import { zh, type WordKey, type Words } from './zh.ts'

export type { WordKey, Words }

/** Languages of the interface: the first is the default. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** The interface words of each language. */
export const catalogues: Readonly<Record<Language, Words>> = { zh, en }

/** Value of the `lang` attribute. */
export const languageTag: Readonly<Record<Language, string>> = { zh: 'zh-Hans', en: 'en' }
