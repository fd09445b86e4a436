import type { Bilingual } from '../../declare.ts'

/** How to read an item’s dispersion coefficient, with what is counted filled in. */
export const readingPer = (what: Bilingual): Bilingual => ({
  en: `0: every school has the same ${what.en}. 0.5: weighted by pupils, schools lie about half the county mean away from it.`,
  zh: `0表示各校${what.zh}相同；0.5表示按学生数加权，各校与全县平均水平相差约一半。`,
})

/** The formula of an item as the calculation sheet states it, with its numerator filled in. */
export const coefficientFormula = (numerator: string, per: 1 | 100): string =>
  `Xᵢ = ${numerator} ÷ pupils${per === 100 ? ' × 100' : ''};  CV = √( Σᵢ (Pᵢ/P) (Xᵢ − X̄)² ) / X̄,  X̄ = county stock ÷ county pupils${per === 100 ? ' × 100' : ''}`
