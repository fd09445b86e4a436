/** What a sheet of a workbook may be called: 31 letters, none of those that formulas use, no apostrophe at an end, no half of a sign. */
export const sheetName = (name: string, otherwise: string): string =>
  name
    .replace(/[\\/?*[\]:]/g, ' ')
    .trim()
    .slice(0, 31)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/^'+|'+$/g, '') || otherwise
