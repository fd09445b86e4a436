import type { Bilingual } from '../../engine/index.ts'
import { campusesOf, campusTotal, disagrees, isPerSection, shareOf } from '../campus.ts'
import type { Table, TableRow } from '../table.ts'
import { numberIn } from '../table.ts'
import { finding, fixes, ifAny, placeOf, type Finding, type Fix } from './finding.ts'

/* Checks of rows against each other. */

const both = (en: string, zh: string): Bilingual => ({ en, zh })

/** Rows by a key; rows without one are left aside. */
function grouped(rows: readonly TableRow[], key: (row: TableRow) => string | null): TableRow[][] {
  const groups = new Map<string, TableRow[]>()
  for (const row of rows) {
    const k = key(row)
    if (k === null) continue
    const there = groups.get(k)
    if (there) there.push(row)
    else groups.set(k, [row])
  }
  return [...groups.values()]
}

const sameCells = (table: Table, a: TableRow, b: TableRow): boolean =>
  table.mapping.columns.every(({ field }) => (a.written[field] ?? '') === (b.written[field] ?? ''))

/** The same school twice at the same level. */
export function repeatedSchools(table: Table): Finding[] {
  const { set } = table
  const key = table.has(set.code) ? set.code : set.name
  const repeated = grouped(table.rows, (row) => {
    const value = row.values[key]
    return value === null || value === undefined
      ? null
      : `${String(row.values[set.group ?? ''] ?? '')}|${String(value)}|${String(row.values[set.level])}`
  }).filter((group) => group.length > 1)
  const fixesFor = (group: readonly TableRow[], row: TableRow): Fix[] => {
    const copy = row !== group[0] && sameCells(table, row, group[0]!)
    return [
      ...(copy ? [{ ...fixes.leaveOut(row), id: 'leave-copy', text: both('Leave the copy out', '不计入重复行') }] : []),
      { ...fixes.leaveOut(row), id: `leave-${row.row}` },
    ]
  }
  return repeated.map((group) => {
    const value = String(group[0]!.values[key])
    const copies = group.slice(1).filter((row) => sameCells(table, row, group[0]!))
    const whole = finding({
      check: 'repeated',
      class: 'must',
      field: key,
      text:
        key === set.code
          ? set.oneSchool
            ? both(`${value} stands on ${group.length} rows`, `考号${value}重复${group.length}次`)
            : both(`School code ${value} stands on ${group.length} rows of one stage`, `学校代码${value}在同一学段重复${group.length}次`)
          : both(`${value} stands on ${group.length} rows of one stage`, `${value}在同一学段重复${group.length}次`),
      hint: set.oneSchool
        ? both('A candidate has one row. Leave one out, or correct its number.', '一名考生一行，请保留一行或更正考号。')
        : both(
            'Keep one row, or correct the code of the other. A combined school has one row per stage.',
            '请保留一行，或更正另一行的代码；一贯制学校每个学段一行。',
          ),
      at: group.map((row) => placeOf(table, row, key, fixesFor(group, row))),
    })
    if (copies.length === 0) return whole
    return {
      ...whole,
      all: [
        { id: 'leave-copy', text: both('Leave the copies out', '不计入重复行'), edits: copies.flatMap((row) => fixes.leaveOut(row).edits) },
      ],
    }
  })
}

/** Different schools whose numbers are all the same: a row copied and renamed. */
export function identicalRows(table: Table): Finding[] {
  const { set } = table
  const numbers = table.mapping.columns
    .map((use) => use.field)
    .filter((field) => set.fields.some((f) => f.id === field && f.kind === 'number'))
  // pupils may well have the same marks; schools do not
  if (numbers.length < 4 || set.oneSchool) return []
  const groups = grouped(table.rows, (row) =>
    numberIn(row, set.pupils) > 0 ? numbers.map((field) => row.written[field] ?? '').join('|') : null,
  )
  const twins = groups.filter((group) => group.length > 1 && new Set(group.map((row) => row.school)).size > 1).flat()
  return ifAny({
    check: 'identical',
    class: 'look',
    field: null,
    text: both('All numbers of the row are those of another school', '整行数字与另一所学校完全相同'),
    hint: both('Perhaps the row was copied and not filled in.', '可能是复制后未修改。'),
    at: twins
      .filter((row) => !table.accepted.has(`identical||${row.row}`))
      .map((row) => placeOf(table, row, null, [fixes.accept(row, 'identical', null), fixes.leaveOut(row)])),
  })
}

/** Rows of one campus that give different figures for what they share. */
export function disagreeingCampuses(table: Table): Finding[] {
  const stocks = table.set.fields.filter((f) => f.kind === 'number' && f.campus && table.has(f.id))
  // two rows of one stage are a repeated code, reported as such
  const oneRowPerStage = (rows: readonly TableRow[]): boolean =>
    new Set(rows.map((row) => row.values[table.set.level])).size === rows.length
  const campuses = campusesOf(table.rows).filter((campus) => campus.rows.length > 1 && oneRowPerStage(campus.rows))
  return stocks.flatMap((field) =>
    ifAny({
      check: 'campus-disagrees',
      class: 'must',
      field: field.id,
      text: both(`Rows of one school differ in ${field.text.en}`, `同一学校各学段的${field.text.zh}不一致`),
      hint: both(
        'Give the whole school’s figure on one row or on all of them; it is split 1 : 1.1 : 1.32 by the official rule. If the rows already hold their own parts, say so.',
        '请填全校数（只填一行或各行相同），由系统按1∶1.1∶1.32拆分；如各行已是拆分后的数，请注明。',
      ),
      at: campuses
        .filter((campus) => disagrees(table, campus, field.id))
        .flatMap((campus) =>
          campus.rows.map((row) =>
            placeOf(table, row, field.id, [
              {
                id: 'already-split',
                text: both('The rows hold their own parts already', '各行已是拆分后的数'),
                edits: [{ kind: 'campus-stocks', as: 'section' }],
              },
            ]),
          ),
        ),
    }),
  )
}

/** A part larger than its whole: more backbone teachers than teachers. */
export function partsOverWhole(table: Table): Finding[] {
  return table.set.fields.flatMap((field) => {
    if (field.kind !== 'number' || field.partOf === undefined || !table.has(field.id) || !table.has(field.partOf)) return []
    const whole = table.set.fields.find((f) => f.id === field.partOf)!
    const over = table.rows.filter(
      (row) => numberIn(row, field.id) > numberIn(row, whole.id) && !table.accepted.has(`part-over-whole|${field.id}|${row.row}`),
    )
    return ifAny({
      check: 'part-over-whole',
      class: 'look',
      field: field.id,
      text: both(`More ${field.text.en} than ${whole.text.en}`, `${field.text.zh}多于${whole.text.zh}`),
      hint: both('One of the two is wrong, or the part counts people of another stage.', '两者必有一误，或部分数计入了其他学段。'),
      at: over.map((row) => placeOf(table, row, field.id, [fixes.clear(row, field.id), fixes.accept(row, 'part-over-whole', field.id)])),
    })
  })
}

/** Rows of two stages under a form that has only one: read as a combined school. */
export function formsAgainstStages(table: Table): Finding[] {
  const { set } = table
  const { split } = set
  if (!split || !table.has(split.form)) return []
  const at = campusesOf(table.rows)
    .filter((campus) => new Set(campus.rows.map((row) => row.values[set.level])).size > 1)
    .flatMap((campus) =>
      campus.rows.filter((row) => {
        const said = row.meanings[split.form]?.value
        return typeof said === 'string' && !split.combined.includes(said) && !table.accepted.has(`form-stages|${split.form}|${row.row}`)
      }),
    )
  return ifAny({
    check: 'form-stages',
    class: 'look',
    field: split.form,
    text: both('The school has rows of two stages, but its form has one', '学校有两个学段的行，办学类型却只有一个学段'),
    hint: both(
      'It is counted as a nine-year school and its stocks are split. If these are two schools, give them different codes.',
      '现按九年一贯制学校处理，资产按比例拆分；如为两所学校，请使用不同的学校代码。',
    ),
    at: at.map((row) =>
      placeOf(table, row, split.form, [
        fixes.write(row, split.form, split.combined[0]!, both('It is a nine-year school', '是九年一贯制学校')),
        fixes.accept(row, 'form-stages', split.form),
      ]),
    ),
  })
}

/** Parts of a campus stock that the county has split by another rule than 1 : 1.1 : 1.32; rounding is no difference. */
export function splitsByAnotherRule(table: Table): Finding[] {
  const { set } = table
  const stocks = set.fields.filter((f) => f.kind === 'number' && f.campus && table.has(f.id) && isPerSection(table, f.id))
  const campuses = campusesOf(table.rows).filter((campus) => campus.rows.length > 1)
  return stocks.flatMap((field) =>
    ifAny({
      check: 'split',
      class: 'look',
      field: field.id,
      text: both(`${field.text.en} of combined schools is not split 1 : 1.1`, `一贯制学校的${field.text.zh}未按1∶1.1拆分`),
      hint: both(
        'The official rule splits the sum of the parts anew; the figures of this school will differ from yours.',
        '将按标准规定的比例对各学段之和重新拆分，该校数值会与您的不同。',
      ),
      at: campuses.flatMap((campus) => {
        const total = campusTotal(table, campus, field.id)
        return campus.rows
          .filter(
            (row) =>
              Math.abs(numberIn(row, field.id) - total * shareOf(table, campus, row)) > splitRounding * total &&
              !table.accepted.has(`split|${field.id}|${row.row}`),
          )
          .map((row) => placeOf(table, row, field.id, [fixes.accept(row, 'split', field.id)]))
      }),
    }),
  )
}

/** Share of a campus total that rounding to whole units may move. */
const splitRounding = 0.01
