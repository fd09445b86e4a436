import { schoolName, townshipName, townshipNumber } from './county/names.ts'
import { placeKinds } from './county/places.ts'
import { owners, schoolForms } from './county/schools.ts'
import { levels } from './declare.ts'
import type { BuiltCounty } from './prepare-county.ts'
import type { SectionFacts } from './record.ts'

/** Who the sections of a built county are: for tables and maps. */
export function factsOf({ county, roster }: BuiltCounty): SectionFacts[] {
  const { sections, schools, places } = county
  return Array.from({ length: sections.count }, (_, s) => {
    const k = sections.school[s]
    const township = townshipNumber(county, schools.place[k])
    return {
      section: s,
      schoolId: schools.id[k],
      schoolName: roster ? { en: roster[k].name, zh: roster[k].name } : schoolName(county, k),
      level: levels[sections.level[s]],
      kind: placeKinds[places.kind[schools.place[k]]],
      form: schoolForms[schools.form[k]],
      owner: owners[schools.owner[k]],
      x: schools.x[k],
      y: schools.y[k],
      township,
      townshipName: roster?.[k].township ? { en: roster[k].township, zh: roster[k].township } : township < 0 ? { en: 'County town', zh: '县城' } : townshipName(township),
    }
  })
}
