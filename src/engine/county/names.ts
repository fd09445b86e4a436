import type { Bilingual } from '../declare.ts'
import { placeKinds } from './places.ts'
import { schoolForms } from './schools.ts'
import type { County } from './county.ts'

/** Fictional township names. */
const townships: readonly [string, string][] = [
  ['柳树', 'Liushu'], ['青山', 'Qingshan'], ['东风', 'Dongfeng'], ['和平', 'Heping'], ['新华', 'Xinhua'], ['石桥', 'Shiqiao'], ['河口', 'Hekou'], ['沙洲', 'Shazhou'],
  ['白塔', 'Baita'], ['黄坡', 'Huangpo'], ['双井', 'Shuangjing'], ['长岭', 'Changling'], ['清溪', 'Qingxi'], ['红旗', 'Hongqi'], ['大营', 'Daying'], ['马店', 'Madian'],
  ['龙泉', 'Longquan'], ['柏林', 'Bolin'], ['望湖', 'Wanghu'], ['南关', 'Nanguan'], ['北屯', 'Beitun'], ['三河', 'Sanhe'], ['安平', 'Anping'], ['永丰', 'Yongfeng'],
]
/** Fictional village names. */
const villages: readonly [string, string][] = [
  ['杨庄', 'Yangzhuang'], ['李家湾', 'Lijiawan'], ['张集', 'Zhangji'], ['赵楼', 'Zhaolou'], ['陈家坪', 'Chenjiaping'], ['周岗', 'Zhougang'], ['吴店', 'Wudian'], ['刘畈', 'Liufan'],
  ['上坝', 'Shangba'], ['下庙', 'Xiamiao'], ['桃园', 'Taoyuan'], ['枣林', 'Zaolin'], ['水磨', 'Shuimo'], ['竹溪', 'Zhuxi'], ['高台', 'Gaotai'], ['月亮湾', 'Yueliangwan'],
  ['松岗', 'Songgang'], ['石门', 'Shimen'], ['梅岭', 'Meiling'], ['芦塘', 'Lutang'], ['沟沿', 'Gouyan'], ['前进', 'Qianjin'], ['团结', 'Tuanjie'], ['胜利', 'Shengli'],
]

const formNames: Readonly<Record<string, Bilingual>> = {
  'teaching-point': { zh: '教学点', en: 'Teaching Point' },
  primary: { zh: '小学', en: 'Primary School' },
  'nine-year': { zh: '九年一贯制学校', en: 'Nine-Year School' },
  junior: { zh: '初级中学', en: 'Junior School' },
  'complete-secondary': { zh: '中学', en: 'Secondary School' },
  'twelve-year': { zh: '十二年一贯制学校', en: 'Twelve-Year School' },
}

/** Name of the township with this number (0 = first); names repeat with a numeral after the list is used up. */
export function townshipName(i: number): Bilingual {
  const [zh, en] = townships[i % townships.length]
  const round = Math.floor(i / townships.length)
  return round === 0 ? { zh: `${zh}镇`, en } : { zh: `${zh}${round + 1}镇`, en: `${en} ${round + 1}` }
}

/** Number of the township a place belongs to, in row order of seats; −1 for the county town. */
export function townshipNumber(county: County, place: number): number {
  const { places } = county
  if (places.kind[place] === 0) return -1
  const seat = places.township[place]
  let n = 0
  for (let v = 0; v < seat; v++) if (places.kind[v] === 1 && places.township[v] === v) n++
  return n
}

const owned = (county: County, k: number, text: Bilingual): Bilingual => (county.schools.owner[k] === 2 ? { zh: `民办${text.zh}`, en: `Private ${text.en}` } : text)

/** Fictional name of a school: unique among schools of its form, and the same in every scenario. */
export function schoolName(county: County, k: number): Bilingual {
  const { schools, places } = county
  const form = schoolForms[schools.form[k]]
  const kind = placeKinds[places.kind[schools.place[k]]]
  let before = 0
  for (let j = 0; j < k; j++) {
    if (schools.form[j] === schools.form[k] && schools.owner[j] === schools.owner[k] && sameArea(county, j, k)) before++
  }
  const name = formNames[form]
  if (kind === 'county-town') return owned(county, k, { zh: `县城第${numeral(before + 1)}${name.zh}`, en: `County Town No. ${before + 1} ${name.en}` })
  const township = townshipName(townshipNumber(county, schools.place[k]))
  if (kind === 'township') {
    const which = before === 0 ? { zh: '中心', en: 'Central ' } : { zh: `第${numeral(before + 1)}`, en: `No. ${before + 1} ` }
    return owned(county, k, { zh: `${township.zh}${which.zh}${name.zh}`, en: `${township.en} ${which.en}${name.en}` })
  }
  const [zh, en] = villages[(townshipNumber(county, schools.place[k]) * 5 + before) % villages.length]
  return owned(county, k, { zh: `${township.zh}${zh}${name.zh}`, en: `${en} ${name.en}, ${township.en}` })
}

function sameArea(county: County, j: number, k: number): boolean {
  const a = county.schools.place[j]
  const b = county.schools.place[k]
  return county.places.kind[a] === county.places.kind[b] && townshipNumber(county, a) === townshipNumber(county, b)
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** Chinese numeral of 1 to 99, as in 第十二小学. */
function numeral(n: number): string {
  if (n < 10) return digits[n]
  const tens = Math.floor(n / 10)
  return `${tens === 1 ? '' : digits[tens]}十${digits[n % 10]}`
}
