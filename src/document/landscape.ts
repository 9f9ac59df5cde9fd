/** A .docx on A4 on its side. Loaded only when one is made, because `docx` is large. */
import {
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import type { Instant } from '../kernel/time.ts'
import { fontTableXml } from './font-table.ts'
import { corePropertiesXml, withoutTimes } from './reproducible.ts'
import { fontOf, PAGE, SIZES } from './type-face.ts'
import { shortHash } from './words.ts'

interface Contents {
  readonly title: string
  /** When what it says came about. */
  readonly at: Instant
  /** What it was made of: version of the subject, and the journal's hash there. */
  readonly version: number
  readonly hash: string
  readonly children: (Paragraph | Table)[]
}

/** The same bytes for the same contents. Runs in Node and in Workers. */
export async function landscapeDocument(contents: Contents): Promise<Uint8Array> {
  const { title, at, children } = contents
  const document = new Document({
    title,
    styles: { default: { document: { run: { font: fontOf('song'), size: SIZES.table } } } },
    sections: [
      {
        properties: { page: { size: SIZE, margin: MARGIN } },
        footers: { default: footerOf(contents) },
        children,
      },
    ],
  })
  const bytes = await Packer.toArrayBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: corePropertiesXml(title, at) },
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

function footerOf({ title, version, hash }: Contents): Footer {
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
