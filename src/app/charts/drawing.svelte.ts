import { tick } from 'svelte'
import { later } from '../later.ts'
import type { Speech } from './prepare/doors.ts'
import type { Twin } from './prepare/twin.ts'
import type { FrameName, Size } from './save.ts'
import type { saveTable } from './save-table.ts'
import type { CardCaption } from './sheet.ts'

/** What of a card leaves with its picture. */
interface Card {
  readonly caption: CardCaption
  readonly twin: Twin
  /** File name without ending. */
  readonly file: string
  /** The words of the page. */
  readonly t: Speech['t']
}

/** The picture of a card as it leaves the app: drawn anew where nobody sees it, and offered as a file. */
export class Drawing {
  /** Room of the drawing that leaves, while it is drawn. */
  room = $state.raw<Size | null>(null)
  /** Where it is drawn. */
  stage = $state.raw<HTMLElement | null>(null)
  readonly #card: () => Card
  #drawn: Promise<string> = Promise.resolve('')
  /** The card has left the screen: what it was does not hold any more. */
  #gone = false

  constructor(card: () => Card) {
    this.#card = card
  }

  /** The card leaves the screen. */
  readonly leave = (): void => void (this.#gone = true)

  /** The picture drawn anew for a frame, so that its words are as large there as they must be; one at a time. Empty once its screen is gone. */
  readonly draw = (frame: FrameName): Promise<string> => (this.#drawn = this.#drawn.catch(() => '').then(() => this.#drawNow(frame)))

  async #drawNow(frame: FrameName): Promise<string> {
    const { drawnIn, roomFor, svgText } = await later.save()
    if (this.#gone) return ''
    const { caption } = this.#card()
    const size = drawnIn(frame)
    this.room = roomFor(caption, size)
    await tick()
    // the drawing measures itself once it is laid out
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    const drawing = this.stage?.querySelector<SVGSVGElement>('svg')
    const text = drawing ? svgText(drawing, caption, size) : ''
    this.room = null
    return text
  }

  /** Offers the picture or its numbers as a file. */
  async save(kind: 'png' | 'svg' | 'csv'): Promise<void> {
    // a part that does not come is told by the page
    if (kind === 'csv') return this.#saveTable((await later.table().catch(() => null))?.saveTable)
    const parts = await later.save().catch(() => null)
    if (!parts || this.#gone) return
    const { file } = this.#card()
    const text = await this.draw('slide')
    // gone meanwhile, with the screen it stood on
    if (text === '') return
    if (kind === 'png') await parts.savePng(text, 'slide', file)
    else parts.saveSvg(text, file)
  }

  #saveTable(save: typeof saveTable | undefined): void {
    if (this.#gone) return
    const { caption, twin, file, t } = this.#card()
    save?.({ t }, twin, caption, file)
  }
}
