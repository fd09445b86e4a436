import type { Bilingual } from '../../engine/index.ts'
import { leftOutBy } from '../assessed.ts'
import { rowAddress, bounds } from '../grid.ts'
import { fieldOf } from '../item-set.ts'
import { numberIn, type Table } from '../table.ts'
import { finding, ifAny, placeOf, tablePlace, type Finding, type Fix } from './finding.ts'

/* What a person should know: rows that the standard or the user leaves out, and how the file was read. */

const both = (en: string, zh: string): Bilingual => ({ en, zh })

/** Rows outside the calculation: shown, never dropped silently. */
export function leftOutRows(table: Table): Finding[] {
  const { set } = table
  const byRule = set.regimes.flatMap((regime) =>
    regime.leaveOut.flatMap((rule) =>
      ifAny({
        check: `rule-${regime.id}-${rule.id}`,
        class: 'left-out',
        field: null,
        text: both(`${rule.text.en}: ${regime.text.en}`, `${rule.text.zh}：${regime.text.zh}`),
        hint: both(`Left out of this calculation by the standard (${regime.source.en}).`, `按标准不纳入计算（${regime.source.zh}）。`),
        at: table.rows.filter((row) => leftOutBy(regime, row, set) === rule).map((row) => placeOf(table, row, set.pupils)),
      }),
    ),
  )
  const nobody = ifAny({
    check: 'no-pupils',
    class: 'left-out',
    field: set.pupils,
    text: both('Schools without pupils', '没有学生的学校'),
    hint: both('A school without pupils drops out of every per-pupil sum.', '没有学生的学校不参与生均计算。'),
    at: table.rows.filter((row) => numberIn(row, set.pupils) === 0).map((row) => placeOf(table, row, set.pupils)),
  })
  const byUser = ifAny({
    check: 'left-out-by-you',
    class: 'left-out',
    field: null,
    text: both('Rows you left out', '您选择不计入的行'),
    hint: both('They are listed in the log of changes.', '已记入修改记录。'),
    at: table.leftOut.map((row) =>
      placeOf(table, row, null, [
        { id: 'bring-back', text: both('Bring this row back', '重新计入此行'), edits: [{ kind: 'bring-back', row: row.row }] },
      ]),
    ),
  })
  return [...byRule, ...nobody, ...byUser]
}

const asides = {
  total: [both('Sums, not schools', '合计行，非学校'), both('Rows with sums are not counted as schools.', '合计、小计行不作为学校计算。')],
  note: [both('Remarks, not schools', '说明行，非学校'), both('Remarks below the table are not read.', '表下说明不读取。')],
  header: [both('Headers repeated on a new page', '换页重复的表头'), both('Repeated headers are not read.', '重复表头不读取。')],
} as const

/** Rows that are not schools. */
export function setAside(table: Table): Finding[] {
  return (['total', 'note', 'header'] as const).flatMap((kind) =>
    ifAny({
      check: `aside-${kind}`,
      class: 'information',
      field: null,
      text: asides[kind][0],
      hint: asides[kind][1],
      at: table.asides
        .filter((row) => row.aside === kind)
        .map((row) => ({
          row: row.row,
          field: null,
          address: rowAddress(table.mapping.sheet, row.row),
          name: '',
          found: Object.values(row.written).find((t) => t !== '') ?? '',
          fixes: [],
        })),
    }),
  )
}

/** Items that cannot be computed because the file has no column for them. */
export function itemsWithoutColumns(table: Table): Finding[] {
  const { set } = table
  if (set.oneSchool) return []
  const sums = new Map((set.sums ?? []).map((sum) => [sum.field, sum.of]))
  const has = (field: string): boolean => table.has(field) || (sums.get(field)?.every((part) => table.has(part)) ?? false)
  const missing = set.regimes.flatMap((regime) =>
    regime.items.filter((item) => item.terms.some((term) => (term.times ?? 1) > 0 && !has(term.field))).map((item) => ({ regime, item })),
  )
  return ifAny({
    check: 'item-without-column',
    class: 'information',
    field: null,
    text: both('Items that cannot be computed', '无法计算的指标'),
    hint: both(
      'The file has no column for them. Without one the verdict stays open; in a simulation the figures are drawn and marked as drawn.',
      '文件中没有相应的列，结论暂不能判定；用于测算时由模型补齐并标明。',
    ),
    at: missing.map(({ regime, item }) => tablePlace(table, `${regime.text.zh} ${item.id} ${item.text.zh} / ${item.text.en}`)),
  })
}

/** Numbers read past full-width digits, blanks or thousands marks. */
export function tidiedNumbers(table: Table): Finding[] {
  const at = table.mapping.columns.flatMap(({ field }) =>
    table.rows.filter((row) => row.meanings[field]?.state === 'tidied').map((row) => placeOf(table, row, field)),
  )
  return ifAny({
    check: 'tidied',
    class: 'information',
    field: null,
    text: both('Numbers with blanks, full-width digits or thousands marks', '含空格、全角数字或千分位的数字'),
    hint: both('Read as numbers; nothing was lost.', '已按数字读取，数值不变。'),
    at,
  })
}

/** Columns named only in part by what the app knows. */
export function guessedColumns(table: Table): Finding[] {
  return table.mapping.columns
    .filter((use) => use.guessed && !table.accepted.has(`guess|${use.field}|-1`))
    .map((use) => {
      const field = fieldOf(table.set, use.field)
      const offered: Fix[] = [
        {
          id: 'accept',
          text: both('Yes, that is the column', '是该列'),
          edits: [{ kind: 'accept', check: 'guess', field: use.field, row: -1 }],
        },
        {
          id: 'not-this',
          text: both('No, do not read this column', '不是，不读取该列'),
          edits: [{ kind: 'column', column: use.column, header: use.header, field: null }],
        },
      ]
      return finding({
        check: 'guess',
        class: 'look',
        field: use.field,
        text: both(`“${use.header}” is read as ${field.text.en}`, `“${use.header}”按${field.text.zh}读取`),
        hint: both(
          'The header only contains the name. Confirm it, or match another column in step 2.',
          '表头只是包含该名称，请确认，或在第2步改选其他列。',
        ),
        at: [tablePlace(table, use.header, offered)],
      })
    })
}

/** Long tables, and tables without a map. */
export function tableNotices(table: Table): Finding[] {
  const notices: Finding[] = []
  const say = (check: string, text: Bilingual, hint: Bilingual): void =>
    void notices.push(finding({ check, class: 'information', field: null, text, hint, at: [tablePlace(table)] }))
  if (table.rows.length > bounds.manyRows)
    say(
      'many-rows',
      both(`${table.rows.length} rows`, `共${table.rows.length}行`),
      both(
        'More than a county has; checks take longer and it cannot be simulated as one county.',
        '超过一个县的规模，检查较慢，也不宜作为一个县测算。',
      ),
    )
  const coordinates = table.set.fields.some((f) => f.id === 'longitude')
  if (coordinates && !table.has('longitude'))
    say(
      'no-coordinates',
      both('No coordinates', '没有经纬度'),
      both('Schools are placed by township on a schematic map.', '按所属乡镇绘制示意图。'),
    )
  if (coordinates && table.has('longitude'))
    say(
      'coordinates',
      both('Coordinates may be shifted', '经纬度可能有偏移'),
      both(
        'Coordinates from Chinese map services (GCJ-02) lie some hundred metres off. Distances between schools hardly change.',
        '国内地图服务的坐标（GCJ-02）有数百米偏移，对校际距离影响很小。',
      ),
    )
  return notices
}
