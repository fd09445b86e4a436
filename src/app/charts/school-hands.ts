import type { Selection } from '../stores/view/selection.svelte.ts'

/** Attribute of a mark that stands for a school: its section. */
const attribute = 'data-section'

/** The school whose mark an event is about; −1 for none. */
function sectionAt(node: EventTarget | null): number {
  const said = node instanceof Element ? node.closest(`[${attribute}]`)?.getAttribute(attribute) : null
  return said == null ? -1 : Number(said)
}

/**
 * What pointer, focus and press do with the schools of a picture: heard once by the drawing, for all marks that carry `data-section`.
 * The school under the pointer or the focus is lit everywhere; a press pins it, or does what a picture does instead.
 */
export function schoolHands(selection: Pick<Selection, 'hovered' | 'focused' | 'pin'>, press = (section: number) => selection.pin(section)) {
  const leave = ({ target, relatedTarget }: PointerEvent | FocusEvent) => {
    if (sectionAt(target) >= 0 && sectionAt(relatedTarget) !== sectionAt(target)) selection.hovered = -1
  }
  return {
    onpointerover({ target }: PointerEvent) {
      const section = sectionAt(target)
      if (section >= 0) selection.hovered = section
    },
    onpointerout: leave,
    onfocusin({ target }: FocusEvent) {
      const section = sectionAt(target)
      if (section >= 0) selection.focused = selection.hovered = section
    },
    onfocusout: leave,
    onclick({ target }: MouseEvent) {
      const section = sectionAt(target)
      if (section < 0) return
      selection.focused = section
      press(section)
    },
  }
}
