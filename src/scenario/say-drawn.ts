/*
 * That a verdict rests on figures a roster does not give, in both languages: on screens, on paper, in tables and on the command line.
 */
import { levelNames, type Bilingual } from '../engine/index.ts'
import type { DrawnItem } from './drawn-items.ts'

const marks = { zh: { list: '、', and: '；', open: '（', close: '）' }, en: { list: ', ', and: '; ', open: ' (', close: ')' } } as const
type Language = keyof typeof marks

/** “primary, junior 1 of 6”: where figures are missing, and how many if not all. */
const where = (drawn: readonly DrawnItem[], language: Language): string =>
  drawn
    .map(({ level, missing, all }) => {
      const name = levelNames[level][language]
      return missing === all ? name : language === 'zh' ? `${name} ${all} 所中 ${missing} 所` : `${name} ${missing} of ${all}`
    })
    .join(marks[language].list)

/** “multimedia rooms, equipment (primary, junior); floor area (primary 2 of 5)”: items that lack figures at the same places stand together. */
function listed(drawn: readonly DrawnItem[], language: Language): string {
  const { list, and, open, close } = marks[language]
  const byPlace = new Map<string, string[]>()
  for (const { item } of drawn.filter((one, k) => drawn.findIndex(({ item: { id } }) => id === one.item.id) === k)) {
    const place = where(drawn.filter((one) => one.item.id === item.id), language)
    byPlace.set(place, [...(byPlace.get(place) ?? []), item.text.short[language]])
  }
  return [...byPlace].map(([place, names]) => `${names.join(list)}${open}${place}${close}`).join(and)
}

/** What is missing, and what it does to the verdict. At least one item. */
export const sayDrawn = (drawn: readonly DrawnItem[]): Bilingual => ({
  zh: `学校明细表缺数据，由模型按假设补齐：${listed(drawn, 'zh')}。结论含补齐的数值。`,
  en: `Missing in the roster, filled in by the model as assumptions: ${listed(drawn, 'en')}. The verdict includes them.`,
})
