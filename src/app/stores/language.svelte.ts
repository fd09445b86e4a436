import type { Bilingual } from '../../engine/index.ts'
import { fill } from '../../words/fill.ts'
import { catalogues, languageTag, type Language, type WordKey } from '../../words/index.ts'

export type Slots = Readonly<Record<string, string | number>>

/** The language of the interface. Everything printed asks it, so switching needs no reload and keeps state and focus. */
export class LanguageStore {
  current = $state<Language>('zh')

  constructor(first: Language = 'zh') {
    this.current = first
  }

  /** Value of the `lang` attribute. */
  get tag(): string {
    return languageTag[this.current]
  }

  /** An interface text with its slots filled. */
  t = (key: WordKey, slots?: Slots): string => {
    const text: string = catalogues[this.current][key]
    return slots ? fill(text, slots) : text
  }

  /** A text of a declaration. */
  of = (text: Bilingual): string => text[this.current]

  switch(): void {
    this.current = this.current === 'zh' ? 'en' : 'zh'
  }
}
