import { getContext, setContext } from 'svelte'
import type { Caption, FrameName } from './save.ts'
import type { Twin } from './prepare/twin.ts'

/** What stands around a picture that leaves, and what of it its numbers need where there is no picture. */
export interface CardCaption extends Caption {
  /** What is measured, in which unit: the subtitle without the legend of the drawing. */
  readonly measure: string
}

/** A card as it leaves the app: what its picture says, its numbers, and the picture itself. */
export interface Leaving {
  readonly caption: CardCaption
  readonly twin: Twin
  /** File name without ending. */
  readonly file: string
  /** Draws the picture anew for a frame, as SVG text; null while there is nothing to draw. */
  readonly draw: ((frame: FrameName) => Promise<string>) | null
}

const key = Symbol('sheet')

/** Called by who wants the cards inside as they leave, not as they stand on a screen. Null once a card is gone. */
export const takeCards = (take: (card: Leaving | null) => void): void => void setContext(key, take)

/** Who takes the card a component is; undefined on a screen. */
export const taker = (): ((card: Leaving | null) => void) | undefined => getContext(key)
