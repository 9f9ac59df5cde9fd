/** What stands in for a font where it is missing: other names of the same face, then anything of its family. */
interface Font {
  readonly name: string
  readonly others: string
  readonly family: 'roman' | 'modern' | 'swiss'
}

const FONTS: readonly Font[] = [
  { name: '宋体', others: 'SimSun,Songti SC,Noto Serif CJK SC', family: 'roman' },
  { name: '仿宋', others: 'FangSong,仿宋_GB2312,STFangsong', family: 'modern' },
  { name: '黑体', others: 'SimHei,Heiti SC,Noto Sans CJK SC', family: 'swiss' },
]

/** `word/fontTable.xml` with simplified Chinese (charset 86) declared, so that Word never falls back to a Latin font. */
export function fontTableXml(): string {
  const fonts = FONTS.map(
    ({ name, others, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
}
