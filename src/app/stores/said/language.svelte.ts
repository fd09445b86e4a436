import type { Bilingual } from '../../../engine/index.ts'
import { fill } from '../../../words/fill.ts'
import { languageTag, type Language, type WordKey } from '../../../words/index.ts'
import { learn, said, speaks } from './spoken.svelte.ts'

export type Slots = Readonly<Record<string, string | number>>

/** The language of the interface. Everything printed asks it, so switching needs no reload and keeps state and focus. */
export class LanguageStore {
  #current = $state<Language>('zh')
  #wanted: Language

  /** `first` must have been learnt. */
  constructor(first: Language = 'zh') {
    this.#current = this.#wanted = first
  }

  get current(): Language {
    return this.#current
  }
  /** A language whose words are still under way is spoken as soon as they are here, unless another is wanted by then. */
  set current(next: Language) {
    this.#wanted = next
    if (speaks(next)) this.#current = next
    else
      void learn(next).then(
        () => (this.#current = this.#wanted === next ? next : this.#current),
        // the words did not come: what is spoken stays, and may be asked to change again
        () => (this.#wanted = this.#wanted === next ? this.#current : this.#wanted),
      )
  }

  /** Value of the `lang` attribute. */
  get tag(): string {
    return languageTag[this.current]
  }

  /** An interface text with its slots filled. */
  t = (key: WordKey, slots?: Slots): string => {
    const text: string = said(this.#current, key)
    return slots ? fill(text, slots) : text
  }

  /** A text of a declaration. */
  of = (text: Bilingual): string => text[this.current]

  switch(): void {
    this.current = this.current === 'zh' ? 'en' : 'zh'
  }
}
