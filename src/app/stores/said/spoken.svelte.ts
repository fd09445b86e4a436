import type { Language, WordKey, Words } from '../../../words/index.ts'

/*
 * The words the page has loaded. Every language comes in two parts, each a chunk of its own: what the first screen says, and
 * the rest, which follows when the page is at rest or with the part of the app that needs it.
 */
type Part = 'first' | 'later'
type Load = () => Promise<{ readonly words: Partial<Words> }>

const loaders: Readonly<Record<Language, Readonly<Record<Part, Load>>>> = {
  zh: { first: () => import('../../../words/zh.ts'), later: () => import('../../../words/zh-later.ts') },
  en: { first: () => import('../../../words/en.ts'), later: () => import('../../../words/en-later.ts') },
}

let words = $state.raw<Readonly<Partial<Record<Language, Partial<Words>>>>>({})
const asked = new Map<string, Promise<void>>()

async function load(language: Language, part: Part): Promise<void> {
  const found = await loaders[language][part]()
  words = { ...words, [language]: { ...words[language], ...found.words } }
}

/** Loads a part of a language’s words, once. */
export function learn(language: Language, part: Part = 'first'): Promise<void> {
  const name = `${language} ${part}`
  const known = asked.get(name) ?? load(language, part)
  asked.set(name, known)
  // what did not come may be asked for again
  known.catch(() => asked.delete(name))
  return known
}

/** Loads the later words of every language begun. */
export const learnLater = async (): Promise<void> => void (await Promise.all((Object.keys(words) as Language[]).map((language) => learn(language, 'later'))))

/** Whether the first screen can be said in a language. */
export const speaks = (language: Language): boolean => words[language] !== undefined

/** A word; empty while it is under way. */
export const said = (language: Language, key: WordKey): string => words[language]?.[key] ?? ''
