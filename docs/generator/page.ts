import type { Bilingual, Citation, Parameter } from '../../src/engine/index.ts'
import { sources, unitNames } from '../../src/engine/index.ts'

/** The two languages a page is written in. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** A generated file: path under `docs`, and its text. */
export interface Page {
  readonly path: string
  readonly text: string
}

/** Picks a language. */
export const say = (text: Bilingual, language: Language): string => text[language]

/** A cell may not break its table. */
const cell = (text: string | number): string => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ')

/** A Markdown table; the first row of `rows` is under the head. */
export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

/** `name.md` in English, `name.zh.md` in Chinese. */
export const inBoth = (name: string, write: (language: Language) => string): Page[] =>
  languages.map((language) => ({ path: language === 'en' ? `${name}.md` : `${name}.zh.md`, text: `${write(language).trim()}\n` }))

/** Number as in a declaration: shortest digits, no grouping. */
export const plain = (value: number): string => (value === Infinity ? '∞' : value === -Infinity ? '−∞' : String(value).replace('-', '−'))

const confidences: Readonly<Record<Citation['confidence'], Bilingual>> = {
  high: { en: 'high', zh: '高' },
  medium: { en: 'medium', zh: '中' },
  low: { en: 'low', zh: '低' },
  judgement: { en: 'judgement', zh: '判断' },
}

/** How well a number is known, in words. */
export const confidence = (citation: Citation, language: Language): string => confidences[citation.confidence][language]

/** Source and what it says there. */
export function citation(source: Citation, language: Language): string {
  const known = (sources as Readonly<Record<string, { readonly title: Bilingual; readonly url?: string }>>)[source.source]
  const title = known === undefined ? source.source : known.title[language]
  const linked = known?.url === undefined ? title : `[${title}](${known.url})`
  return `${linked}${language === 'en' ? ': ' : '：'}${source.says[language]}`
}

/** Unit, default and range of a parameter as three cells. */
export function values(parameter: Parameter, language: Language): readonly [string, string, string] {
  if (parameter.unit === 'choice') {
    const choices = Object.values(parameter.choices).map((name) => name[language])
    const chosen = parameter.choices[parameter.default]
    return [unitNames.choice[language], chosen === undefined ? parameter.default : chosen[language], choices.join(' / ')]
  }
  return [unitNames[parameter.unit][language], plain(parameter.default), `${plain(parameter.range[0])} … ${plain(parameter.range[1])}`]
}

/** Says on top of a page that nobody should edit it. */
export const generatedNote: Bilingual = {
  en: '_Printed from the declarations by `npm run docs`; a test fails when it is out of date._',
  zh: '_由 `npm run docs` 根据声明自动生成；过期时测试不通过。_',
}
