import type { SectionFacts } from '../../../engine/index.ts'

/** A school under a neutral code instead of its name, in a numbered township: in a small township the place would tell the school. */
export const withoutName = (fact: SectionFacts): SectionFacts => {
  const code = `${fact.level === 'primary' ? 'P' : 'J'}${String(fact.schoolId).padStart(3, '0')}`
  const township = fact.township < 0 ? fact.townshipName : { zh: `乡镇${fact.township + 1}`, en: `Township ${fact.township + 1}` }
  return { ...fact, schoolName: { zh: code, en: code }, townshipName: township }
}
