import { countySeries, payers, purposes, sectionSeries, unitNames, type SeriesColumn } from '../../src/engine/index.ts'
import { generatedNote, inBoth, say, table, type Language, type Page } from './page.ts'

const columns = (series: readonly SeriesColumn[], language: Language): string =>
  table(
    language === 'en' ? ['id', 'meaning', 'unit'] : ['编号', '含义', '单位'],
    series.map(({ id, text, unit }) => [`\`${id}\``, say(text, language), unitNames[unit][language]]),
  )

/** Every column that a run writes: of the county, of its sections, of the ledger. */
export const dictionaryPages = (): Page[] =>
  inBoth('generated/data-dictionary', (language) => {
    const en = language === 'en'
    return [
      en ? '# Data dictionary' : '# 数据字典',
      generatedNote[language],
      en
        ? 'What a run writes with `--out`: a row per arm, replicate and school year, and per section where it says so. Missing is empty, never 0.'
        : '运行时以 `--out` 写出：每个方案、每次模拟、每个学年一行，分校部的另按校部。缺失为空，不以0代替。',
      en ? '## The county' : '## 全县',
      columns(countySeries, language),
      en ? '## Each section' : '## 各校部',
      columns(sectionSeries, language),
      en ? '## The ledger' : '## 台账',
      en
        ? `Yuan by actor (a process or policy), purpose (${purposes.join(', ')}) and payer (${payers.join(', ')}).`
        : `以元计，按事项主体（过程或政策）、用途（${purposes.join('、')}）和负担方（${payers.join('、')}）分列。`,
    ].join('\n\n')
  })
