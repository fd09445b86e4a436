import type { Bilingual, Citation, Level } from '../declare.ts'

/**
 * How this tool treats an official item: `computed` from the model, `proxy` for a stand-in that the model can compute, `entered`
 * by hand because it rests on documents or local records, `not-modelled` because the model has nothing to say about it.
 */
export type Handling = 'computed' | 'proxy' | 'entered' | 'not-modelled'

/** One item of an official list. None is ever passed silently: an item without a figure stays open. */
export interface ChecklistItem {
  /** `G4`, `E1`, `C14`. */
  readonly id: string
  readonly text: { readonly name: Bilingual; readonly requirement: Bilingual; readonly note?: Bilingual; /** For a tight place, where the name is long. */ readonly short?: Bilingual }
  readonly handling: Handling
  /** Ids of the measures that compute it. */
  readonly measures: readonly string[]
  /** Numbers of the requirement, by level where they differ; absent where it is documentary. */
  readonly limit?: Readonly<Record<Level, number>>
  readonly source: Citation
}
