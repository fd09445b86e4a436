import type { Bilingual } from '../../engine/index.ts'
import type { NumberField } from '../item-set.ts'
import { asWritten } from '../numbers.ts'
import { numberIn, type Table, type TableRow } from '../table.ts'
import { campusesOf } from '../campus.ts'
import { finding, fixes, ifAny, placeOf, tablePlace, type Finding, type Fix } from './finding.ts'

/* Checks of sizes: numbers that are possible but unlikely. A person looks at them; nothing is changed without being asked. */

const both = (en: string, zh: string): Bilingual => ({ en, zh })
const cap = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
/** How far from the median of its stage a value must be. */
const far = 10
/** Fewer rows have no median worth the name. */
const enough = 5

const median = (values: readonly number[]): number => {
  const sorted = values.slice().sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const numberFields = (table: Table): NumberField[] =>
  table.set.fields.filter((f): f is NumberField => f.kind === 'number' && table.has(f.id))

/** Pupils that share a stock: those of the whole campus for campus stocks, of the row otherwise. */
function sharedBy(table: Table, field: NumberField): (row: TableRow) => number {
  const { set } = table
  if (!field.campus) return (row) => numberIn(row, set.pupils)
  const roll = new Map(
    campusesOf(table.rows).map((c) => [c.school, c.rows.reduce((sum, row) => sum + (numberIn(row, set.pupils) || 0), 0)]),
  )
  return (row) => roll.get(row.school) ?? NaN
}

/** Per-pupil values of a field, by row, where there are pupils and a value above 0. */
function perPupil(table: Table, field: NumberField): { readonly row: TableRow; readonly value: number }[] {
  const pupils = sharedBy(table, field)
  return table.rows
    .map((row) => ({ row, value: numberIn(row, field.id) / pupils(row) }))
    .filter(({ value }) => value > 0 && Number.isFinite(value))
}

/** Whole columns that are probably in another unit: square metres that are mu, yuan that are ten thousand yuan. */
export function unitSuspicions(table: Table): Finding[] {
  return numberFields(table).flatMap((field) => {
    const use = table.mapping.columns.find((c) => c.field === field.id)
    if (!use || use.measure !== 'total' || !field.typical) return []
    const values = perPupil(table, field).map(({ value }) => value)
    if (values.length === 0 || table.accepted.has(`unit|${field.id}|-1`)) return []
    const [low, high] = field.typical
    const middle = median(values)
    if (middle >= low && middle <= high) return []
    const now = field.units.find((u) => u.id === use.unit) ?? field.units[0]!
    const better = field.units.filter(
      (u) => u !== now && (middle / now.factor) * u.factor >= low && (middle / now.factor) * u.factor <= high,
    )
    const offered: Fix[] = better.map((u) => ({
      id: `unit-${u.id}`,
      text: both(`The column is in ${u.text.en}`, `该列单位是${u.text.zh}`),
      edits: [{ kind: 'unit', field: field.id, unit: u.id }],
    }))
    const keep: Fix = {
      id: 'accept',
      text: both(`The column is in ${now.text.en}`, `该列单位就是${now.text.zh}`),
      edits: [{ kind: 'accept', check: 'unit', field: field.id, row: -1 }],
    }
    return [
      finding({
        check: 'unit',
        class: 'look',
        field: field.id,
        text: both(`${cap(field.text.en)}: is the column really in ${now.text.en}?`, `${field.text.zh}：该列单位确为${now.text.zh}吗`),
        hint: both(
          `Half the schools would have less than ${asWritten(Number(middle.toPrecision(3)))} per pupil; ${low} to ${high} is usual.`,
          `按此单位，生均中位数为${asWritten(Number(middle.toPrecision(3)))}，通常在${low}至${high}之间。`,
        ),
        at: [tablePlace(table, use.header, [...offered, keep])],
      }),
    ]
  })
}

/** Another unit in which a single value would be ordinary. */
function unitFix(table: Table, row: TableRow, field: NumberField, value: number, middle: number): Fix[] {
  const use = table.mapping.columns.find((c) => c.field === field.id)
  if (!use || use.measure !== 'total') return []
  const now = field.units.find((u) => u.id === use.unit) ?? field.units[0]!
  return field.units
    .filter((u) => u !== now)
    .flatMap((u): Fix[] => {
      const factor = u.factor / now.factor
      const near = (x: number): boolean => x > middle / 3 && x < middle * 3
      const own = numberIn(row, field.id) / now.factor
      if (near(value * factor))
        return [
          fixes.write(row, field.id, asWritten(own * factor), both(`This cell is in ${u.text.en}: convert`, `此格单位为${u.text.zh}：换算`)),
        ]
      return []
    })
}

/** Values ten times the median of their stage, or a tenth of it. */
export function outliers(table: Table): Finding[] {
  const { set } = table
  return numberFields(table)
    .filter((field) => field.id !== set.pupils && !field.signed)
    .flatMap((field) => {
      const all = perPupil(table, field)
      const levels = [...new Set(all.map(({ row }) => row.values[set.level]))]
      const odd = levels.flatMap((level) => {
        const here = all.filter(({ row }) => row.values[set.level] === level)
        if (here.length < enough) return []
        const middle = median(here.map(({ value }) => value))
        const tiny = (row: TableRow): boolean => Number.isInteger(numberIn(row, field.id)) && numberIn(row, field.id) <= 2
        return here
          .filter(
            ({ row, value }) =>
              (value > far * middle || (value * far < middle && !tiny(row))) && !table.accepted.has(`outlier|${field.id}|${row.row}`),
          )
          .map(({ row, value }) =>
            placeOf(table, row, field.id, [
              ...unitFix(table, row, field, value, middle),
              fixes.accept(row, 'outlier', field.id),
              fixes.clear(row, field.id),
            ]),
          )
      })
      return ifAny({
        check: 'outlier',
        class: 'look',
        field: field.id,
        text: set.oneSchool
          ? both(`${cap(field.text.en)} is ten times the median, or a tenth of it`, `${field.text.zh}为中位数的10倍以上或十分之一以下`)
          : both(
              `${cap(field.text.en)} per pupil is ten times the median, or a tenth of it`,
              `生均${field.text.zh}为同学段中位数的10倍以上或十分之一以下`,
            ),
        hint: both(
          'A digit too many, another unit, or a very small school. Nothing is changed unless you say so.',
          '可能多写一位数、单位不同，或学校规模很小；未经确认不会改动。',
        ),
        at: odd,
      })
    })
}

/** Columns that are 0 everywhere: probably not filled in. */
export function zeroColumns(table: Table): Finding[] {
  const { set } = table
  return numberFields(table)
    .filter((field) => set.regimes.some((r) => r.items.some((item) => item.terms.some((term) => term.field === field.id))))
    .flatMap((field) => {
      const given = table.rows.map((row) => numberIn(row, field.id)).filter((x) => !Number.isNaN(x))
      if (given.length < enough || given.some((x) => x !== 0) || table.accepted.has(`zeros|${field.id}|-1`)) return []
      const column = table.mapping.columns.find((c) => c.field === field.id)
      return [
        finding({
          check: 'zeros',
          class: 'look',
          field: field.id,
          text: both(`${cap(field.text.en)} is 0 in every row`, `${field.text.zh}全部为0`),
          hint: both(
            'A coefficient of nothing but zeros cannot be computed. If the column was not filled in, treat it as not given.',
            '全部为0时无法计算差异系数；如该列未填报，请按未填处理。',
          ),
          at: [
            tablePlace(table, column?.header ?? '', [
              {
                id: 'clear',
                text: both('Treat the column as not given', '该列按未填处理'),
                edits: column ? [{ kind: 'column', column: column.column, header: column.header, field: null }] : [],
              },
              {
                id: 'accept',
                text: both('It is right as it stands', '核对无误，保留原值'),
                edits: [{ kind: 'accept', check: 'zeros', field: field.id, row: -1 }],
              },
            ]),
          ],
        }),
      ]
    })
}

/** Pupils that differ from the sum of the grades. */
export function gradeSums(table: Table): Finding[] {
  const { set } = table
  const grades = set.fields.filter((f) => /^grade\d$/.test(f.id) && table.has(f.id)).map((f) => f.id)
  if (grades.length < 3) return []
  const at = table.rows.flatMap((row) => {
    const given = grades.map((grade) => numberIn(row, grade)).filter((x) => !Number.isNaN(x))
    const sum = given.reduce((total, x) => total + x, 0)
    if (
      given.length === 0 ||
      !(numberIn(row, set.pupils) >= 0) ||
      sum === numberIn(row, set.pupils) ||
      table.accepted.has(`grade-sum|${set.pupils}|${row.row}`)
    )
      return []
    return [
      placeOf(table, row, set.pupils, [
        fixes.write(row, set.pupils, String(sum), both(`Take the sum of the grades, ${sum}`, `改为各年级之和 ${sum}`)),
        fixes.accept(row, 'grade-sum', set.pupils),
      ]),
    ]
  })
  return ifAny({
    check: 'grade-sum',
    class: 'look',
    field: set.pupils,
    text: both('Pupils differ from the sum of the grades', '在校学生数与各年级之和不符'),
    hint: both('The items use the total. The grades are used to build the county.', '指标按总数计算，分年级数用于建立县域模型。'),
    at,
  })
}
