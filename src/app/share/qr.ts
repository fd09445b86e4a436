import { encode } from 'uqr'

/** A QR code as one path: dark squares of side 1 in a square of side `size`, quiet zone included. */
export interface QrPicture {
  readonly size: number
  readonly path: string
}

/** Light squares around a code, as the standard wants them. */
const quiet = 4
/** Largest version drawn: 105 squares to a side, which a phone still reads from a print 34 mm wide. */
const mostVersion = 22

/** The QR code of a text; null where it would be too fine to be read from a screen or a print. */
export function qrOf(text: string): QrPicture | null {
  let dark: readonly (readonly boolean[])[]
  try {
    dark = encode(text, { ecc: 'L', boostEcc: true, border: quiet, maxVersion: mostVersion }).data
  } catch {
    // longer than any code of that size
    return null
  }
  const runs = dark.flatMap((row, y) => {
    const parts: string[] = []
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const from = x
      while (row[x + 1]) x++
      parts.push(`M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`)
    }
    return parts
  })
  return { size: dark.length, path: runs.join('') }
}
