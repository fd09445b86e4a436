import { describe, expect, it } from 'vitest'
import * as engine from '../../src/engine/index.ts'
import { cliWords } from '../../src/words/cli.ts'
import { rosterWords } from '../../src/words/cli-roster.ts'
import { uncertaintyWords } from '../../src/words/cli-uncertainty.ts'
import { catalogues } from '../../src/words/index.ts'
import { textsIn } from '../support/declarations.ts'

/** Words of the page, of the command line, and of the model’s declarations: docs/glossary.md says which marks stand in which. */
const page = Object.keys(catalogues.zh).map((key) => ({ path: key, text: { zh: catalogues.zh[key as keyof typeof catalogues.zh], en: catalogues.en[key as keyof typeof catalogues.en] } }))
const line = textsIn({ cliWords, rosterWords, uncertaintyWords })
const declared = textsIn(engine, 'engine')
const having = (texts: typeof line, zh: RegExp | null, en: RegExp | null = null) => texts.filter(({ text }) => zh?.test(text.zh ?? '') || en?.test(text.en ?? '')).map(({ path, text }) => [path, text.zh, text.en])

/** A menu of the page ends in “…” where it opens a dialog, and the command line has it for what is to be written: no ellipsis. */
const otherDots = /与文件比对…|=…/

describe('Q32 marks', () => {
  it('numbers of the page stand apart from the Chinese beside them: years, counts, percentages', () => {
    const written = page.filter(({ path }) => !/^data\.sample\.\w+\.rows$|^history\.add\.note$/.test(path))
    expect(having(written, /[\u4e00-\u9fff](\d|\{(year|from|count|runs|of)\}|\{from\}–\{to\})|(\d|[\d}]%|\{(year|to|count|runs|of|all)\})[\u4e00-\u9fff]|\}[年处行列所次名个人项步校组条]/)).toEqual([])
  })
  it('ranges of figures have one dash: – on the page and on the command line, — in the Chinese of declarations', () => {
    expect(having([...page, ...line], /[\d}%][—～~-][\d{]/, /[\d}%][—~-][\d{]/)).toEqual([])
    expect(having(declared.filter(({ path }) => !path.startsWith('engine.sources.')), /\d%?[–～~]\d/)).toEqual([])
  })
  it('ellipses have six dots in Chinese and one sign in English', () => {
    expect(having([...page, ...line, ...declared], /(?<!…)…(?!…)|\.\.\./, /\.\.\.|……/).filter(([, zh]) => !otherDots.test(zh ?? ''))).toEqual([])
  })
  // a slide is called 16:9 by the programs that show it
  it('ratios have the sign of ratios, without spaces in Chinese', () => {
    expect(having([...page, ...line, ...declared], /(?<!PPT 1)\d ?[:：] ?\d|\d ∶|∶ \d/)).toEqual([])
  })
})
