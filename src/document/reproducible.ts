/**
 * The same facts give the same bytes: the `docx` library writes the clock into the document's properties
 * and into the zip around it, and both are set here.
 */
import type { Instant } from '../kernel/time.ts'

/** The package's own properties, dated by what the document says. `title` is plain text. */
export function corePropertiesXml(title: string, at: Instant): string {
  const date = `${at.slice(0, 19)}Z`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:creator>目标管理系统</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('')
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const FILE = 0x04034b50
const DIRECTORY_ENTRY = 0x02014b50
/** 1 January 1980, 0:00: the earliest that a zip can say (date above, time below). */
const EARLIEST = 0x0021_0000

/** Sets the times of all files of a zip, in place; their sizes must stand before them, as they do in this library's. */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const length = (at: number): number => view.getUint16(at, true)
  let at = 0
  for (;;) {
    switch (view.getUint32(at, true)) {
      case FILE:
        view.setUint32(at + 10, EARLIEST, true)
        at += 30 + view.getUint32(at + 18, true) + length(at + 26) + length(at + 28)
        break
      case DIRECTORY_ENTRY:
        view.setUint32(at + 12, EARLIEST, true)
        at += 46 + length(at + 28) + length(at + 30) + length(at + 32)
        break
      default:
        return zip
    }
  }
}
