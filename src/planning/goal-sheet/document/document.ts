/** The goal sheet as a .docx: A4 on its side, signed on paper. Loaded only when one is made, because `docx` is large. */
import { Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, TabStopType, TextRun } from 'docx'
import type { SheetFacts } from '../facts.ts'
import { sheetTitle, shortHash } from '../words.ts'
import { annexOf } from './annex.ts'
import { fontTableXml } from './font-table.ts'
import { sectionOf } from './goal-tables.ts'
import { openingOf } from './opening.ts'
import { corePropertiesXml, withoutTimes } from './reproducible.ts'
import { signatures } from './signatures.ts'
import { fontOf, PAGE, SIZES } from './type-face.ts'

/** The same bytes for the same facts. Runs in Node and in Workers. */
export async function goalSheet(facts: SheetFacts): Promise<Uint8Array> {
  const title = sheetTitle(facts.unit, facts.year)
  const document = new Document({
    title,
    styles: { default: { document: { run: { font: fontOf('song'), size: SIZES.table } } } },
    sections: [
      {
        properties: { page: { size: SIZE, margin: MARGIN } },
        footers: { default: footerOf(facts, title) },
        children: [
          ...openingOf(facts),
          ...facts.sections.flatMap(sectionOf),
          ...signatures(),
          ...annexOf(facts),
        ],
      },
    ],
  })
  const bytes = await Packer.toArrayBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: corePropertiesXml(title, facts.inForce.at) },
    { path: 'word/fontTable.xml', data: fontTableXml() },
  ])
  return withoutTimes(new Uint8Array(bytes))
}

// The library turns the page itself.
const SIZE = { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE }
const MARGIN = {
  ...{ top: PAGE.top, bottom: PAGE.bottom, left: PAGE.side, right: PAGE.side },
  ...{ header: 600, footer: 560 },
}

function footerOf({ version, hash }: SheetFacts, title: string): Footer {
  const { CURRENT, TOTAL_PAGES } = PageNumber
  const children = [
    ...[title, '\t第', CURRENT, '页　共', TOTAL_PAGES, '页\t', `第${version}版　校验码 ${shortHash(hash)}`],
  ]
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [
          { type: TabStopType.CENTER, position: PAGE.inner / 2 },
          { type: TabStopType.RIGHT, position: PAGE.inner },
        ],
        children: [new TextRun({ children, font: fontOf('song'), size: SIZES.small })],
      }),
    ],
  })
}
