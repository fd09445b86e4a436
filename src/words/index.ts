import { words as enLater } from './en-later.ts'
import { words as enFirst } from './en.ts'
import { words as zhLater } from './zh-later.ts'
import { words as zhFirst } from './zh.ts'

/** Keys of the interface words. */
export type WordKey = keyof typeof zhFirst | keyof typeof zhLater
export type Words = Readonly<Record<WordKey, string>>

/** Languages of the interface: the first is the default. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

const together = <A, B>(first: A, later: B): A & B => ({ ...first, ...later })

/** The interface words of each language, all at once. The page loads them by language and in two parts, and leaves this out. */
export const catalogues: Readonly<Record<Language, Words>> = /* @__PURE__ */ (() => ({ zh: together(zhFirst, zhLater), en: together(enFirst, enLater) }))()

/** Value of the `lang` attribute. */
export const languageTag: Readonly<Record<Language, string>> = { zh: 'zh-Hans', en: 'en' }
