import type { Edit } from '../draft.ts'
import { numberIn, type Table, type TableRow } from '../table.ts'
import { fixes, ifAny, placeOf, type Finding, type Fix } from './finding.ts'

/* Places of schools: degrees that no globe has would be refused as a county, and as the file of one. */

/** Degrees on either side of 0. */
const most = { longitude: 180, latitude: 90 } as const
type Axis = keyof typeof most

const isOff = (degrees: number, axis: Axis): boolean => Math.abs(degrees) > most[axis]

const written = (row: TableRow, longitude: string, latitude: string): readonly Edit[] => [
  { kind: 'write', row: row.row, field: 'longitude', text: longitude },
  { kind: 'write', row: row.row, field: 'latitude', text: latitude },
]

/** Both are one place: they are exchanged or emptied together. */
function waysOut(row: TableRow, longitude: number, latitude: number): Fix[] {
  const text = (axis: Axis): string => row.written[axis] ?? ''
  const swap: Fix = {
    id: 'swap',
    text: { en: 'Exchange longitude and latitude', zh: '经度与纬度对调' },
    edits: written(row, text('latitude'), text('longitude')),
  }
  const clear = { ...fixes.clear(row, 'longitude'), edits: written(row, '', '') }
  return isOff(latitude, 'longitude') || isOff(longitude, 'latitude') ? [clear] : [swap, clear]
}

/** Longitudes and latitudes out of their range: columns exchanged, or metres of a map projection. */
export function impossibleCoordinates(table: Table): Finding[] {
  if (!table.has('longitude') || !table.has('latitude')) return []
  const at = table.rows.flatMap((row) => {
    const [longitude, latitude] = [numberIn(row, 'longitude'), numberIn(row, 'latitude')]
    const off = isOff(longitude, 'longitude') ? 'longitude' : isOff(latitude, 'latitude') ? 'latitude' : null
    return off === null ? [] : [placeOf(table, row, off, waysOut(row, longitude, latitude))]
  })
  return ifAny({
    check: 'coordinates-outside',
    class: 'must',
    field: null,
    text: { en: 'Longitude or latitude is out of its range', zh: '经度或纬度超出范围' },
    hint: {
      en: 'Degrees are needed: longitude −180 to 180, latitude −90 to 90. The two may be exchanged, or be metres of a map projection.',
      zh: '应填度数：经度-180至180，纬度-90至90。可能两列填反，或填的是投影坐标（米）。',
    },
    at,
  })
}
