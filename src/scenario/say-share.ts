/*
 * What is wrong with a code or a link, in both languages.
 */
import type { Bilingual } from '../engine/index.ts'

const both = (en: string, zh: string): Bilingual => ({ en, zh })

const linkParts: Readonly<Record<string, Bilingual>> = {
  s: both('the scenario', '方案'),
  c: both('the name of the county', '县的标识'),
  m: both('the version', '版本信息'),
  v: both('the view', '画面信息'),
}

export const sayShare = {
  codeEmpty: both('No code was written.', '没有填写方案码。'),
  codeSign: (sign: string, place: number): Bilingual =>
    both(`Sign ${place}, “${sign}”, does not occur in codes.`, `第${place}个字符“${sign}”不会出现在方案码中。`),
  codeBook: (letter: string): Bilingual => both(`No set of levers goes by the letter “${letter}”.`, `没有代号为“${letter}”的政策项组。`),
  codeBookHint: (letters: readonly string[]): Bilingual =>
    both(`Codes begin with: ${letters.join(', ')}.`, `方案码以下列字符开头：${letters.join('、')}。`),
  codeLength: (found: number, expected: number): Bilingual =>
    both(`The code has ${found} signs instead of ${expected}.`, `方案码有${found}个字符，应为${expected}个。`),
  codeCheck: both('One or more signs of this code are wrong.', '方案码中有字符写错。'),
  codeHint: both('Compare it with the form. Codes have no I, L, O or U.', '请对照表格核对。方案码不含字母 I、L、O、U。'),

  linkStart: both('This is not a link of a scenario: “#v1.” does not stand at its start.', '这不是方案链接：开头没有“#v1.”。'),
  linkSign: (sign: string, place: number): Bilingual =>
    both(`Sign ${place} after the “#”, “${sign}”, does not occur in links.`, `“#”后第${place}个字符“${sign}”不会出现在链接中。`),
  linkPacked: (length: number): Bilingual =>
    both(
      `The ${length} signs after “#v1.” do not unpack: some are missing or changed, mostly at the end.`,
      `“#v1.”之后的${length}个字符无法解开：有缺失或改动，多半是末尾被截断。`,
    ),
  linkPart: (part: string): Bilingual => {
    const name = linkParts[part] ?? both('its content', '内容')
    return both(`The link unpacks, but ${name.en} cannot be read.`, `链接可以解开，但其中${name.zh}无法读取。`)
  },
  linkHint: both(
    'Copy the whole link again, from “#v1.” to its end, or open the scenario file.',
    '请重新复制完整链接（从“#v1.”到末尾），或改为打开方案文件。',
  ),
  broken: (why: string): Bilingual => both(`This cannot be read: ${why}.`, `无法读取：${why}。`),
  linkNewer: (version: string): Bilingual =>
    both(`This link was made by a newer version (${version}).`, `此链接由更新的版本生成（${version}）。`),
  linkNewerHint: both('Reload the page to get the newest version, then open the link again.', '请刷新页面更新到最新版本，再打开此链接。'),
  linkLong: both('The link is longer than any scenario.', '链接过长，不是方案链接。'),
  linkCounty: (id: string, digest: string): Bilingual =>
    both(
      `The link belongs to the county “${id}” (${digest}), which is not here.`,
      `此链接对应县数据“${id}”（${digest}），当前没有这份数据。`,
    ),
  linkCountyHint: both('Open the county file first; links carry no school data.', '请先打开该县数据文件；链接中不含学校数据。'),
  countyOther: (id: string, wanted: string, found: string): Bilingual =>
    both(
      `The county “${id}” is another edition than the one this was made with (${wanted} then, ${found} here).`,
      `县数据“${id}”与生成时不是同一版本（当时${wanted}，此处${found}）。`,
    ),
  countyOtherHint: both(
    'Results will differ from those the sender saw. Ask for the county file.',
    '结果会与发送者看到的不同，请向对方索取县数据文件。',
  ),
}
